-- Numeric functions.
VALUES (MOD(5, 3), ABS(-1.5), EXP(1), LN(2.5), LOG10(100), POWER(2, 3), 5 / 2, 5.0 / 2, - 3 * -(2 + 1));
