//! `RANDOM_CUT_FOREST_WITH_EXPLANATION(CURSOR(…), trees, sampleSize, timeDecay, shingleSize,
//! withDirectionality)`.
//! Does not: claim the service's STRENGTH, whose formula was never published.

use std::fmt::Write as _;

use levada_sql_lang::{SqlType, Value};

use super::arguments::Arguments;
use super::forest::Attribution;
use super::random_cut_forest::{Answer, ForestCall, ScorePlan, Verdict};
use super::{ArgumentFault, Column, TableCall, TableFunction, TablePlan};
use crate::limits::JSON_CHARS_MAX;

pub const RANDOM_CUT_FOREST_WITH_EXPLANATION: TableFunction = TableFunction {
    name: "RANDOM_CUT_FOREST_WITH_EXPLANATION",
    signatures: &["RANDOM_CUT_FOREST_WITH_EXPLANATION(CURSOR(query) [, trees [, sampleSize \
                   [, timeDecay [, shingleSize [, withDirectionality]]]]])"],
    doc: "RANDOM_CUT_FOREST with a reason: beside ANOMALY_SCORE comes ANOMALY_EXPLANATION \
          VARCHAR(20480), a JSON object with one member per numeric column. Its \
          ATTRIBUTION_SCORE, a text of four decimals, is the column's part of the score; the \
          parts sum to the score. With withDirectionality TRUE (FALSE) there are also DIRECTION, \
          LOW or HIGH, and STRENGTH: by how much the part of the score that points there exceeds \
          the part that points the other way. While the score is 0 so are the parts; where it is \
          NULL the explanation is NULL.",
    example: "SELECT STREAM * FROM TABLE(RANDOM_CUT_FOREST_WITH_EXPLANATION(CURSOR(SELECT STREAM \
              PRICE FROM S), 100, 256, 100000, 1, TRUE))",
    plan,
};

/// The score and its parts by column.
#[derive(Clone, Debug)]
struct Explaining {
    names: Vec<String>,
    directions: bool,
}

fn plan(call: &TableCall<'_>) -> Result<Box<dyn TablePlan>, ArgumentFault> {
    let arguments = Arguments::new(RANDOM_CUT_FOREST_WITH_EXPLANATION.name, call, 0, 5)?;
    let forest = ForestCall::read(&arguments, call.cursor)?;
    let directions = arguments.boolean(5, "withDirectionality", false)?;
    let answer = Explaining { names: forest.numbers.names.clone(), directions };
    Ok(Box::new(ScorePlan::new(call.cursor, forest, answer)))
}

impl Answer for Explaining {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("ANOMALY_SCORE", SqlType::Double),
            Column::new("ANOMALY_EXPLANATION", SqlType::Varchar(JSON_CHARS_MAX)),
        ]
    }

    fn values(&self, verdict: &Verdict) -> Vec<Value> {
        let explanation = match verdict {
            Verdict::Unknown => Value::Null,
            Verdict::Learning => Value::text(self.explain(None)),
            Verdict::Scored(parts) => Value::text(self.explain(Some(parts))),
        };
        vec![verdict.score(), explanation]
    }
}

impl Explaining {
    /// The JSON text; a shingle's dimensions are summed by column.
    fn explain(&self, parts: Option<&Attribution>) -> String {
        let side = |side: fn(&Attribution) -> &Vec<f64>, column: usize| -> f64 {
            let all = parts.map_or(&[][..], |parts| side(parts).as_slice());
            let parts = all.iter().skip(column).step_by(self.names.len().max(1));
            // The sum of nothing is -0.
            parts.sum::<f64>() + 0.0
        };
        let mut text = String::from("{");
        for (column, name) in self.names.iter().enumerate() {
            let (high, low) = (side(|p| &p.high, column), side(|p| &p.low, column));
            let comma = if column > 0 { "," } else { "" };
            let _ = write!(text, "{comma}{}:{{", json_text(name));
            if self.directions {
                let direction = if high > low { "HIGH" } else { "LOW" };
                let strength = (high - low).abs();
                let _ =
                    write!(text, "\"DIRECTION\":\"{direction}\",\"STRENGTH\":\"{strength:.4}\",");
            }
            let _ = write!(text, "\"ATTRIBUTION_SCORE\":\"{:.4}\"}}", high + low);
        }
        text + "}"
    }
}

/// A JSON string.
fn json_text(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
