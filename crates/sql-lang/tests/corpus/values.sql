-- Rows of their own.
VALUES 1; VALUES (1, 'a'), (2, 'b'); VALUES ROW(1, 'a'), ROW(2, 'b');
