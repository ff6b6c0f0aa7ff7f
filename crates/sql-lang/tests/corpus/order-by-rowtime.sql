-- Sorting within equal times.
SELECT STREAM ticker, price FROM s ORDER BY s.ROWTIME, price DESC, ticker ASC;
SELECT STREAM ticker FROM s ORDER BY FLOOR(s.ROWTIME TO SECOND), ticker;
