-- Groups by a lazy pattern, as a record.
SELECT STREAM t.r.COLUMN1, t.r.COLUMN2 FROM (SELECT STREAM FAST_REGEX_LOG_PARSE(message, '(.*)_(._.*)_.*') AS r FROM s) AS t WHERE t.r IS NOT NULL;
