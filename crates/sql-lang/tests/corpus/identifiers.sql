-- One stream under three spellings.
CREATE OR REPLACE STREAM ExampleStream (col1 VARCHAR(4));
SELECT STREAM COL1 FROM examplestream; SELECT STREAM "COL1" FROM "EXAMPLESTREAM";
