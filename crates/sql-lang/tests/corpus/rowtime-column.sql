-- ROWTIME of the new row, of the input, and as a column.
SELECT STREAM ROWTIME, s.ROWTIME AS input_time, FLOOR(s.ROWTIME TO HOUR) AS "ROWTIME" FROM s;
