-- Replacement by a Java pattern.
SELECT STREAM REGEX_REPLACE(referrer, 'http://', 'https://', 1, 0), REGEX_REPLACE(a, '(\d+)-(\d+)', '$2-$1', 1, 1) FROM s;
