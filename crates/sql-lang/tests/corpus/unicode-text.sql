-- Characters by their numbers.
VALUES (u&'\0009', U&'a!0041' UESCAPE '!', u&'\+01F600', X'0AFF', '日本');
SELECT STREAM u&"d\0061ta" FROM s;
