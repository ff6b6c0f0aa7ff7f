//! The crash test: window and join state, killed fifty times under load.
//! Does not: lose power; the log's own tests do.

use super::*;

const ALL_STATE: &str = "
CREATE STREAM \"BY_MINUTE\" (k VARCHAR(4), c BIGINT, s BIGINT);
CREATE STREAM \"SLIDING\" (k VARCHAR(4), v INTEGER, c BIGINT, s BIGINT);
CREATE STREAM \"SMALL\" (k VARCHAR(4), v INTEGER);
CREATE STREAM \"LARGE\" (k VARCHAR(4), v INTEGER);
CREATE STREAM \"JOINED\" (k VARCHAR(4), small INTEGER, large INTEGER);
CREATE PUMP \"P1\" AS INSERT INTO \"BY_MINUTE\"
SELECT STREAM \"k\", COUNT(*), SUM(\"v\") FROM \"SOURCE_SQL_STREAM_001\" AS s
GROUP BY \"k\", STEP(s.ROWTIME BY INTERVAL '60' SECOND);
CREATE PUMP \"P2\" AS INSERT INTO \"SLIDING\"
SELECT STREAM \"k\", \"v\", COUNT(*) OVER w, SUM(\"v\") OVER w FROM \"SOURCE_SQL_STREAM_001\"
WINDOW w AS (PARTITION BY \"k\" RANGE INTERVAL '40' SECOND PRECEDING);
CREATE PUMP \"P3\" AS INSERT INTO \"SMALL\"
SELECT STREAM \"k\", \"v\" FROM \"SOURCE_SQL_STREAM_001\" WHERE MOD(\"v\", 3) = 0;
CREATE PUMP \"P4\" AS INSERT INTO \"LARGE\"
SELECT STREAM \"k\", \"v\" FROM \"SOURCE_SQL_STREAM_001\" WHERE MOD(\"v\", 3) = 1;
CREATE PUMP \"P5\" AS INSERT INTO \"JOINED\"
SELECT STREAM a.k, a.v, b.v
FROM \"SMALL\" OVER (RANGE INTERVAL '20' SECOND PRECEDING) AS a
JOIN \"LARGE\" OVER (RANGE INTERVAL '20' SECOND PRECEDING) AS b ON a.k = b.k;
";

const STREAMS: [(&str, &str); 3] = [("BY_MINUTE", "out"), ("SLIDING", "out1"), ("JOINED", "out2")];

async fn outcome(kills: u32) -> Vec<Vec<String>> {
    let mut fixture = Fixture::new().await;
    let mut wanted = application(ALL_STATE);
    let outputs = STREAMS.map(|(name, stream)| {
        let mut output = output(name);
        output["KinesisStreamsOutput"]["ResourceARN"] =
            json!(format!("arn:aws:kinesis:us-east-1:000000000000:stream/{stream}"));
        output
    });
    wanted["Outputs"] = json!(outputs);
    fixture.call("CreateApplication", wanted).await.unwrap();
    fixture.call("StartApplication", start("TRIM_HORIZON")).await.unwrap();
    fixture.reach("RUNNING").await;
    let origin = START.plus(Duration::from_secs(120));
    fixture.run_for(origin.since(fixture.env.clock.now())).await;
    let mut killed = 0;
    for n in 0..200_u32 {
        for part in 0..3 {
            let key = ["a", "b", "c", "d"][((n * 7 + part * 3) % 4) as usize];
            fixture.put((n + part) % 2, &record(key, i64::from(n * 3 + part))).await;
        }
        let span = Duration::from_millis(1_700);
        if killed < kills && n % 4 == 1 {
            fixture.crash_amid(span, n * 13 % 41).await;
            killed += 1;
        } else {
            fixture.run_for(span).await;
        }
    }
    assert_eq!(killed, kills);
    fixture.run_for(Duration::from_secs(120)).await;
    fixture.reach_time(fixture.env.clock.now()).await;
    let mut outcome = Vec::new();
    for (_, stream) in STREAMS {
        outcome.push(fixture.streams.output(stream).await);
    }
    outcome
}

#[tokio::test]
async fn fifty_kills_leave_exactly_the_output_of_an_undisturbed_run() {
    let undisturbed = outcome(0).await;
    assert!(undisturbed[0].len() >= 20, "{:?}", undisturbed[0]);
    assert_eq!(undisturbed[1].len(), 600);
    assert!(undisturbed[2].len() > 500, "{}", undisturbed[2].len());
    let killed = outcome(50).await;
    for ((name, _), (found, expected)) in STREAMS.iter().zip(killed.iter().zip(&undisturbed)) {
        assert_eq!(found, expected, "{name}");
    }
}
