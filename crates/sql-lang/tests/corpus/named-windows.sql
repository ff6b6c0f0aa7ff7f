-- Several windows in one query.
SELECT STREAM ticker, MIN(price) OVER short, MAX(price) OVER long, AVG(price) OVER (long) FROM s WINDOW short AS (PARTITION BY ticker RANGE INTERVAL '10' SECOND PRECEDING), long AS (PARTITION BY ticker RANGE INTERVAL '1' HOUR PRECEDING), last_rows AS (ROWS BETWEEN 9 PRECEDING AND CURRENT ROW);
