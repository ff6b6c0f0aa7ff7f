-- Text functions with words between their arguments.
VALUES (OVERLAY('12345' PLACING 'foo' FROM 1), OVERLAY('12345' PLACING 'foo' FROM 2 FOR 2), POSITION('b' IN 'abc'), TRIM(' x '), TRIM(BOTH FROM ' x '), TRIM(LEADING 'x' FROM 'xxa'), TRIM(TRAILING 'x' FROM 'axx'), CHAR_LENGTH('abc'), INITCAP('one two'), LOWER('A'), UPPER('a'));
