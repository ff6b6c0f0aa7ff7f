-- A promise about an expression's order.
SELECT STREAM COUNT(*) FROM s GROUP BY MONOTONIC(s.event_minute);
