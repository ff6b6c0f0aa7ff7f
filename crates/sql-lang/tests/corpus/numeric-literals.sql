-- Exact and approximate numbers.
VALUES (1, 1.0, .5, 5., 1E3, 1.5e-10, 9223372036854775807, 99999999999999999999, +1, -1);
