-- DISTINCT with a monotonic term.
SELECT STREAM DISTINCT FLOOR(Orders.ROWTIME TO MINUTE), prodId FROM Orders;
