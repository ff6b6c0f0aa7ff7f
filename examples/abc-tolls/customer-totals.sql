-- Each customer's tolls over 10-minute windows.
--
-- The time of passage becomes the row time, so that a window holds the passages of its ten
-- minutes however late the log files arrive. The agent keeps the order of the log, and so the
-- row time never goes backwards.
CREATE OR REPLACE STREAM "PASSAGES" (
    "customer_id" VARCHAR(16),
    "toll" DECIMAL(8, 2)
);

CREATE OR REPLACE PUMP "PASSAGES_PUMP" AS
INSERT INTO "PASSAGES"
SELECT STREAM "passed_at" AS ROWTIME, "customer_id", "toll"
FROM "SOURCE_SQL_STREAM_001"
WHERE "customer_id" IS NOT NULL AND "toll" > 0;

CREATE OR REPLACE STREAM "CUSTOMER_TOTALS" (
    customer_id VARCHAR(16),
    window_start TIMESTAMP,
    trips INTEGER,
    total DECIMAL(18, 2)
);

CREATE OR REPLACE PUMP "CUSTOMER_TOTALS_PUMP" AS
INSERT INTO "CUSTOMER_TOTALS"
SELECT STREAM
    p."customer_id",
    STEP(p.ROWTIME BY INTERVAL '10' MINUTE) AS window_start,
    COUNT(*) AS trips,
    SUM(p."toll") AS total
FROM "PASSAGES" AS p
GROUP BY p."customer_id", STEP(p.ROWTIME BY INTERVAL '10' MINUTE);
