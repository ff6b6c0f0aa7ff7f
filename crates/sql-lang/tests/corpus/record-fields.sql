-- Fields of a record by its alias.
SELECT STREAM t.rec.COLUMN1, t.rec."COLUMN2", rec.COLUMN3 FROM (SELECT STREAM SYS_LOG_PARSE(line) AS rec FROM s) AS t;
