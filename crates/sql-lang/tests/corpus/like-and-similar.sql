-- Patterns with escapes.
SELECT STREAM a LIKE 'a!_%' ESCAPE '!', a NOT LIKE '%x', a SIMILAR TO '(ab|c)+[0-9]{2}', a NOT SIMILAR TO '%!%' ESCAPE '!' FROM s;
