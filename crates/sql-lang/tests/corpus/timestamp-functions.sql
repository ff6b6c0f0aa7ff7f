-- Conversions between text, numbers and time.
SELECT STREAM TO_TIMESTAMP(event_ms), UNIX_TIMESTAMP(event_time), TSDIFF(a, b), TIMESTAMP_TO_CHAR('yyyy-MM-dd hh:mm:ss', event_time), DATE_TO_CHAR('dd', d), TIME_TO_CHAR('HH', t), EXTRACT(SECOND FROM event_time) FROM s;
