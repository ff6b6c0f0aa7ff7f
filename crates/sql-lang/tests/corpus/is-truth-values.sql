-- Tests of truth values.
SELECT STREAM a > 1 IS TRUE, (a > 1) IS NOT FALSE, a > 1 IS UNKNOWN, (NOT a > 1) IS NOT UNKNOWN FROM s;
