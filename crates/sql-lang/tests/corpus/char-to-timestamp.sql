-- Templates of letters.
SELECT STREAM CHAR_TO_TIMESTAMP('yyyy-MM-dd hh:mm:ss', a), CHAR_TO_DATE('MMM dd, yyyy', b), CHAR_TO_TIME('HH:mm', c) FROM s;
