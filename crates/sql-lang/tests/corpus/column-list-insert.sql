-- An INSERT that names its columns.
INSERT INTO destination (ticker_symbol, price) SELECT STREAM ticker_symbol, price FROM "SOURCE_SQL_STREAM_001";
