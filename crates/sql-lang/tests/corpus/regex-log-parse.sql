-- Groups of a Java pattern.
SELECT STREAM t.r.COLUMN1 AS agent, t.r.COLUMN3 FROM (SELECT STREAM REGEX_LOG_PARSE(useragent, '^(.*?) \((.*)\) (.*)$') AS r FROM s) t;
