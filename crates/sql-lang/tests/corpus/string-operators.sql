-- Concatenation and comparison.
SELECT STREAM 'SQL' || 'stream' || ' Incorporated', 'it''s', '' || a, a = 'x', a <> 'y', a < b, a >= b, a BETWEEN 'a' AND 'm', a NOT BETWEEN 'n' AND 'z' FROM s;
