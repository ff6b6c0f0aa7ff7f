-- Conditions over queries of tables.
SELECT STREAM * FROM s WHERE EXISTS (SELECT 1 FROM ref WHERE ref.k = s.k) AND s.k NOT IN (SELECT k FROM blocked) AND s.c IN ('a', 'b') AND s.v = (SELECT MAX(v) FROM ref);
