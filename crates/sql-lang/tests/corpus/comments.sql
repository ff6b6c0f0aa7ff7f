-- Both kinds of line comments, and blocks.
SELECT STREAM a // the first
 , b /* the second */ -- and last
FROM s;
