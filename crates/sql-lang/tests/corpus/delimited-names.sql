-- Names with other characters, and the doubled quote.
SELECT STREAM "a b", "x""y", "SELECT", t."lower"."More" AS "Mixed" FROM "my-stream" AS t;
