CREATE TABLE tolls (
    passed_at TIMESTAMP,
    transaction_id VARCHAR(16) NOT NULL,
    customer_id VARCHAR(16),
    station_id VARCHAR(8),
    vehicle VARCHAR(8),
    toll DECIMAL(8, 2)
);
