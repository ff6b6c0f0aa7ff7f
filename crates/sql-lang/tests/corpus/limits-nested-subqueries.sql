-- Queries within queries, each with STREAM.
SELECT STREAM t.total FROM (SELECT STREAM SUM(p) AS total FROM (SELECT STREAM price AS p, ROWTIME FROM s) AS inner_rows GROUP BY FLOOR(inner_rows.ROWTIME TO HOUR)) AS t WHERE t.total > 10;
