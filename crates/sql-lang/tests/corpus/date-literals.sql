-- Datetime literals with and without milliseconds.
VALUES (DATE '2004-12-02', TIME '12:03:34', TIME '12:03:34.5', TIMESTAMP '2004-12-02 12:03:34', TIMESTAMP '2004-12-02 12:03:34.123');
