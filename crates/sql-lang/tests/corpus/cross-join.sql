-- Cross joins by comma and by word.
SELECT STREAM * FROM s, t;
SELECT STREAM * FROM s CROSS JOIN t;
