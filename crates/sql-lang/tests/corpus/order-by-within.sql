-- Sorting late rows by their own time.
SELECT STREAM event_time AS ROWTIME, ticker FROM s ORDER BY event_time WITHIN INTERVAL '2' MINUTE;
