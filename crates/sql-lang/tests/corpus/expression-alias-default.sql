-- Columns without names.
SELECT STREAM price * 2, price + 1, UPPER(ticker) FROM s;
