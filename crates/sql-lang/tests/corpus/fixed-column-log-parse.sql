-- Columns by their places in the line.
SELECT STREAM t.r."MONTH", t.r.num FROM (SELECT STREAM FIXED_COLUMN_LOG_PARSE(line, '"MONTH" TYPE VARCHAR(3) START 0 FOR 3, num TYPE INTEGER START 4') AS r FROM s) AS t;
