-- Earlier rows of the window.
SELECT STREAM LAG(price) OVER w, LAG(price, 2) OVER w, LAG(price, 1, 0.0) IGNORE NULLS OVER w FROM s WINDOW w AS (PARTITION BY ticker RANGE INTERVAL '10' MINUTE PRECEDING);
