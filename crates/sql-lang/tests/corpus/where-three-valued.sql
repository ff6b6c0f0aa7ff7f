-- Conditions with AND, OR and NOT.
SELECT STREAM * FROM s WHERE a > 1 AND (b < 2 OR NOT c = 3) AND d <> 4 OR e != 5;
