-- Joins of joins.
SELECT STREAM a.x, b.y, c.z FROM a JOIN b ON a.k = b.k LEFT JOIN (c JOIN d ON c.k = d.k) ON a.k = c.k;
