-- A window of a minute and a key.
SELECT STREAM FLOOR(Orders.ROWTIME TO MINUTE), prodId, COUNT(*) AS orders FROM Orders GROUP BY FLOOR(Orders.ROWTIME TO MINUTE), prodId HAVING COUNT(*) > 1;
