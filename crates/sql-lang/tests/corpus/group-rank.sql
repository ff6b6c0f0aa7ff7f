-- Ranks of the rows of one instant.
SELECT STREAM "groupRank", ticker, price FROM TABLE(GROUP_RANK(CURSOR(SELECT STREAM ticker, price FROM s), 'PRICE', 'groupRank', 'desc', 'asc', 10, 5));
