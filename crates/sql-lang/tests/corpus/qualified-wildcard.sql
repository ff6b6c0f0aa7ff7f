-- All columns of one side.
SELECT STREAM o.*, s.shipped FROM o OVER (RANGE INTERVAL '1' MINUTE PRECEDING) AS o JOIN s ON o.id = s.id;
