//! Schema discovery: records are sampled, processed by a function if wanted, and read for a schema.
//! Does not: store anything, or know how a schema shows in records (see `json` and `csv`).

mod column;
mod csv;
mod json;
mod reserved;

use std::collections::BTreeMap;

use bytes::Bytes;
use levada_blob::{BucketName, ObjectKey};
use levada_types::{Arn, StartAt, Timestamp};

use crate::application::Resource;
use crate::decode::Decoder;
use crate::error::Error;
use crate::figures::Live;
use crate::incoming::{self, Incoming};
use crate::limits::{
    IDLE_PAUSE_MACHINE_MAX, SAMPLE_BYTES_MAX, SAMPLE_MORE_TIME, SAMPLE_RECORD_COUNT,
    SAMPLE_SHOWN_COUNT, SAMPLE_TIME,
};
use crate::processor::{Processed, Processor};
use crate::reader::SourceReader;
use crate::schema::SourceSchema;
use crate::service::Analytics;

/// What to look at.
#[derive(Clone, Debug)]
pub enum Sample {
    Source { arn: Arn, start: StartAt },
    Object { bucket: String, key: String },
}

/// A schema with the records that it was made from, as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Discovered {
    pub schema: SourceSchema,
    /// The cells of the first rows.
    pub parsed: Vec<Vec<String>>,
    pub processed: Vec<String>,
    pub raw: Vec<String>,
}

impl Analytics {
    /// Looks at up to two thousand records. From `Latest` on it waits for some to arrive.
    pub async fn discover(
        &self,
        sample: Sample,
        processor: Option<Resource>,
    ) -> Result<Discovered, Error> {
        let (source, records) = match sample {
            Sample::Source { arn, start } => (arn.clone(), self.sample(&arn, start).await?),
            Sample::Object { bucket, key } => {
                let name = BucketName::parse(&bucket).map_err(|e| invalid(&e))?;
                let key = ObjectKey::parse(&key).map_err(|e| invalid(&e))?;
                let content = self.seams.blobs.get(&name, &key).await.map_err(|e| invalid(&e))?;
                let content = content.slice(..content.len().min(SAMPLE_BYTES_MAX));
                (self.identity.stream(""), vec![self.object_record(content)])
            }
        };
        let raw: Vec<Bytes> = records.iter().map(|record| record.data.clone()).collect();
        let processed = match processor {
            None => None,
            Some(function) => {
                let processor = Processor {
                    invoker: self.seams.invoker.clone(),
                    function: function.arn,
                    application: self.identity.application("discovery"),
                    source,
                };
                let live = Live::default();
                let work = processor.process(records, &self.env, &live);
                let out_of_time = self.env.machine_clock.sleep(SAMPLE_TIME);
                tokio::select! {
                    processed = work => Some(processed.into_iter().filter_map(data).collect()),
                    () = out_of_time => Some(Vec::new()),
                }
            }
        };
        found(raw, processed)
    }

    /// Producers' records that lie behind `start` now or come within the time there is.
    async fn sample(&self, arn: &Arn, start: StartAt) -> Result<Vec<Incoming>, Error> {
        let source = self.seams.source.clone();
        let mut positions = BTreeMap::new();
        for shard in source.shards(arn).await? {
            positions.insert(shard.id, source.position(arn, shard.id, start).await?);
        }
        let mut reader = SourceReader::new(source, arn.clone(), &positions, Timestamp(i64::MIN));
        let clock = &self.env.machine_clock;
        let mut until = clock.now().plus(SAMPLE_TIME);
        let mut records: Vec<Incoming> = Vec::new();
        loop {
            let (new, _) = incoming::unpack(reader.poll().await?.records);
            let now = clock.now();
            if records.is_empty() && !new.is_empty() {
                until = now.plus(SAMPLE_MORE_TIME);
            }
            records.extend(new);
            if records.len() >= SAMPLE_RECORD_COUNT || now >= until {
                records.truncate(SAMPLE_RECORD_COUNT);
                return Ok(records);
            }
            tokio::select! {
                () = reader.changed() => {}
                () = clock.sleep(IDLE_PAUSE_MACHINE_MAX) => {}
            }
        }
    }

    fn object_record(&self, data: Bytes) -> Incoming {
        Incoming {
            shard: levada_types::ShardId(0),
            index: 0,
            sequence_number: String::new(),
            partition_key: String::new(),
            arrived: self.env.clock.now(),
            data,
        }
    }
}

fn invalid(reason: &dyn std::fmt::Display) -> Error {
    Error::InvalidArgument(reason.to_string())
}

fn data(processed: Processed) -> Option<Bytes> {
    match processed {
        Processed::Record(record) => Some(record.data),
        Processed::Failed(_) => None,
    }
}

fn found(raw: Vec<Bytes>, processed: Option<Vec<Bytes>>) -> Result<Discovered, Error> {
    let shown = |records: &[Bytes]| {
        let text = |record: &Bytes| String::from_utf8_lossy(record).into_owned();
        records.iter().take(SAMPLE_SHOWN_COUNT).map(text).collect::<Vec<String>>()
    };
    let read = processed.as_ref().unwrap_or(&raw);
    let shown_raw = shown(&raw);
    let shown_processed = processed.as_ref().map(|records| shown(records)).unwrap_or_default();
    let (schema, parsed) = match infer(read) {
        Some(schema) => {
            let parsed = parsed_rows(&schema, read);
            (schema, parsed)
        }
        None => {
            let reason = match (raw.is_empty(), read.is_empty()) {
                (true, _) => "no records came in while the source was sampled",
                (_, true) => "no record is left after processing",
                _ => "the records are neither JSON nor delimited text",
            };
            let reason = reason.to_owned();
            return Err(Error::NoSchema { reason, raw: shown_raw, processed: shown_processed });
        }
    };
    Ok(Discovered { schema, parsed, processed: shown_processed, raw: shown_raw })
}

/// The schema that reads the most of these records; `None` when there is none.
fn infer(records: &[Bytes]) -> Option<SourceSchema> {
    let texts: Vec<&str> = records.iter().filter_map(|r| std::str::from_utf8(r).ok()).collect();
    let looks_like_json = |text: &&&str| text.trim_start().starts_with(['{', '[']);
    let json_count = texts.iter().filter(looks_like_json).count();
    if json_count * 2 > texts.len() { json::infer(&texts) } else { csv::infer(&texts) }
}

fn parsed_rows(schema: &SourceSchema, records: &[Bytes]) -> Vec<Vec<String>> {
    let decoder = Decoder::new(schema);
    let rows = records.iter().flat_map(|record| decoder.decode(record)).filter_map(Result::ok);
    let cells = |row: Vec<levada_sql_engine::Value>| {
        let text = |value: &levada_sql_engine::Value| match value.is_null() {
            true => "null".to_owned(),
            false => value.to_string(),
        };
        row.iter().map(text).collect()
    };
    rows.take(SAMPLE_SHOWN_COUNT).map(cells).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn discovered(records: &[&str]) -> Vec<String> {
        let records: Vec<Bytes> =
            records.iter().map(|record| Bytes::copy_from_slice(record.as_bytes())).collect();
        let found = found(records, None).unwrap();
        let shown = |column: &crate::schema::SchemaColumn| {
            let mapping = column.mapping.as_deref().unwrap_or("-");
            format!("{} {} {mapping}", column.name, column.sql_type)
        };
        found.schema.columns.iter().map(shown).collect()
    }

    #[test]
    fn every_record_adds_to_the_columns_and_types_are_wide_enough_for_all() {
        let columns = discovered(&[
            r#"{"id":1,"price":2,"name":"ab","seen":"2018-11-01 10:00:00","ok":true}"#,
            r#"{"id":3000000000,"price":2.5,"name":"abcdefghi","seen":"2018-11-01T10:00:01Z"}"#,
            r#"{"id":null,"price":1,"user":"x","ok":false,"mixed":1}"#,
            r#"{"mixed":"one"}"#,
        ]);
        assert_eq!(
            columns,
            [
                "id BIGINT $.id",
                "price DOUBLE $.price",
                "name VARCHAR(32) $.name",
                "seen TIMESTAMP $.seen",
                "ok BOOLEAN $.ok",
                "COL_user VARCHAR(16) $.user",
                "mixed VARCHAR(16) $.mixed",
            ]
        );
    }

    #[test]
    fn nested_members_are_columns_and_the_first_array_of_objects_gives_rows() {
        let columns = discovered(&[
            r#"{"n":1,"a":{"city":"x","n":2},"orders":[{"id":7}],"tags":["a"],"1st":1,"ü":1}"#,
        ]);
        assert_eq!(
            columns,
            [
                "n INTEGER $.n",
                "city VARCHAR(16) $.a.city",
                "a_n INTEGER $.a.n",
                "id INTEGER $.orders[0:].id",
                "tags VARCHAR(16) $.tags[0:]",
                "COL_1st INTEGER $.1st",
                "COL_6 INTEGER $['ü']",
            ]
        );
        assert_eq!(discovered(&[r#"[{"a":1},{"a":2}]"#]), ["a INTEGER $.a"]);
    }

    #[test]
    fn delimited_text_gives_columns_by_place_named_by_a_header() {
        let expected = ["ticker VARCHAR(16) -", "price DOUBLE -", "n INTEGER -"];
        assert_eq!(discovered(&["ticker|price|n\nAMZN|1.5|3\nTBV|20|4\n"]), expected);
        let expected = ["COL_0 VARCHAR(16) -", "COL_1 INTEGER -"];
        assert_eq!(discovered(&["AMZN,1", "TBV,20"]), expected);
    }

    #[test]
    fn records_without_a_schema_are_shown_to_the_caller() {
        let record = Bytes::from_static(b"hello there");
        let error = found(vec![record], None).unwrap_err();
        let Error::NoSchema { raw, .. } = error else { panic!("{error}") };
        assert_eq!(raw, ["hello there"]);
    }
}
