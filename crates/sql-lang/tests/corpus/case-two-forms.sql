-- Searched and simple CASE.
SELECT STREAM CASE WHEN price > 100 THEN 'high' WHEN price > 10 THEN 'mid' ELSE 'low' END, CASE sector WHEN 'RETAIL' THEN 1 WHEN 'ENERGY' THEN 2 END AS code FROM s;
