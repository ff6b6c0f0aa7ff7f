//! `RANDOM_CUT_FOREST(CURSOR(…), trees, sampleSize, timeDecay, shingleSize)`.
//! Does not: explain its score (see `random_cut_forest_with_explanation`).

use std::collections::VecDeque;

use levada_sql_lang::{SqlType, Value};

use super::arguments::Arguments;
use super::bytes::{Reader, Writer};
use super::forest::{Attribution, Forest, ForestOptions};
use super::numbers::Numbers;
use super::{ArgumentFault, Column, TableCall, TableFunction, TablePlan, TableRow, TableState};
use crate::EvalError;
use crate::aggregate::InvalidState;
use crate::limits::FOREST_COORDINATES_MAX;

pub const RANDOM_CUT_FOREST: TableFunction = TableFunction {
    name: "RANDOM_CUT_FOREST",
    signatures: &[
        "RANDOM_CUT_FOREST(CURSOR(query) [, trees [, sampleSize [, timeDecay [, shingleSize]]]])",
    ],
    doc: "Gives every row with ANOMALY_SCORE DOUBLE: how unlike the recent rows its numeric \
          columns are, about 1 for a usual row and the higher the stranger. 1 to 1,000 trees \
          (100) each keep a sample of 10 to 1,000 rows (256) whose weight falls to 1/e after \
          timeDecay rows (100,000); a point is shingleSize (1 to 30; 1) rows one after the \
          other. The score is 0 for the first sampleSize rows, and NULL for a row with a NULL \
          among its numbers, which the forest does not learn. Up to 30 numeric columns count, \
          DECIMAL and other types pass through. The model starts empty; it is part of the \
          application's snapshots.",
    example: "SELECT STREAM * FROM TABLE(RANDOM_CUT_FOREST(CURSOR(SELECT STREAM PRICE FROM S), \
              50, 128, 10000, 1))",
    plan,
};

/// What the forest is asked for, shared by both functions.
#[derive(Clone, Debug)]
pub(super) struct ForestCall {
    pub numbers: Numbers,
    pub options: ForestOptions,
    /// Rows that make a point.
    pub shingle: usize,
}

impl ForestCall {
    pub fn read(arguments: &Arguments<'_>, cursor: &[Column]) -> Result<Self, ArgumentFault> {
        let numbers = Numbers::of(arguments, cursor)?;
        let trees = arguments.integer(1, "the number of trees", 1..=1_000, Some(100))?;
        let sample = arguments.integer(2, "the sample size", 10..=1_000, Some(256))?;
        let decay =
            arguments.integer(3, "the time decay", 1..=i64::from(i32::MAX), Some(100_000))?;
        let shingle = arguments.integer(4, "the shingle size", 1..=30, Some(1))?;
        let count = |number: i64| usize::try_from(number).unwrap_or(1);
        let dimensions = numbers.places.len() * count(shingle);
        let coordinates = trees * sample * i64::try_from(dimensions).unwrap_or(i64::MAX);
        if coordinates > FOREST_COORDINATES_MAX {
            let message = format!(
                "trees times sample size times columns times shingle size is {coordinates}; \
                 at most {FOREST_COORDINATES_MAX} are kept"
            );
            return Err(ArgumentFault { argument: None, message });
        }
        let options = ForestOptions {
            trees: count(trees),
            sample_size: count(sample),
            decay: decay as f64,
            dimensions,
        };
        Ok(Self { numbers, options, shingle: count(shingle) })
    }
}

/// The forest and the rows of the shingle.
pub(super) struct Scorer {
    call: ForestCall,
    forest: Forest,
    /// The last rows' numbers, the oldest first.
    recent: VecDeque<Vec<f64>>,
    /// Rows scored, those of the learning phase included.
    rows: u64,
}

/// What the scorer says of a row.
pub(super) enum Verdict {
    /// A number is NULL.
    Unknown,
    /// The forest has not seen enough.
    Learning,
    Scored(Attribution),
}

impl Verdict {
    pub fn score(&self) -> Value {
        match self {
            Self::Unknown => Value::Null,
            Self::Learning => Value::Double(0.0),
            Self::Scored(parts) => Value::Double(parts.total()),
        }
    }
}

impl Scorer {
    pub fn new(call: &ForestCall, seed: u64) -> Self {
        let forest = Forest::new(call.options.clone(), seed);
        Self { call: call.clone(), forest, recent: VecDeque::new(), rows: 0 }
    }

    pub fn score(&mut self, row: &[Value]) -> Verdict {
        let Some(numbers) = self.call.numbers.point(row) else { return Verdict::Unknown };
        self.recent.push_back(numbers);
        if self.recent.len() > self.call.shingle {
            self.recent.pop_front();
        }
        self.rows += 1;
        if self.recent.len() < self.call.shingle {
            return Verdict::Learning;
        }
        let point: Vec<f64> = self.recent.iter().flatten().copied().collect();
        let learning = self.rows <= self.call.options.sample_size as u64;
        let ready = !learning && self.forest.seen() > 0;
        let verdict = match ready {
            true => Verdict::Scored(self.forest.attribution(&point)),
            false => Verdict::Learning,
        };
        self.forest.learn(&point);
        verdict
    }

    pub fn state(&self) -> Vec<Value> {
        let mut writer = Writer::default();
        writer.u64(self.rows);
        writer.count(self.recent.len());
        self.recent.iter().for_each(|numbers| writer.f64s(numbers));
        self.forest.save(&mut writer);
        vec![writer.finish()]
    }

    pub fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let [packed] = state else { return Err(InvalidState) };
        let mut reader = Reader::new(packed)?;
        self.rows = reader.u64()?;
        let width = self.call.numbers.places.len();
        let recent = reader.count()?;
        if recent > self.call.shingle {
            return Err(InvalidState);
        }
        self.recent = (0..recent).map(|_| reader.f64s(width)).collect::<Result<_, _>>()?;
        self.forest.load(&mut reader)?;
        reader.finish()
    }
}

/// What a row is given beside its own values.
pub(super) trait Answer: std::fmt::Debug + Clone + Send + Sync + 'static {
    fn columns() -> Vec<Column>;

    fn values(&self, verdict: &Verdict) -> Vec<Value>;
}

/// A plan of either function.
#[derive(Debug)]
pub(super) struct ScorePlan<A> {
    columns: Vec<Column>,
    call: ForestCall,
    answer: A,
}

impl<A: Answer> ScorePlan<A> {
    pub fn new(cursor: &[Column], call: ForestCall, answer: A) -> Self {
        Self { columns: cursor.iter().cloned().chain(A::columns()).collect(), call, answer }
    }
}

impl<A: Answer> TablePlan for ScorePlan<A> {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn open(&self, seed: u64) -> Box<dyn TableState> {
        Box::new(Scoring { scorer: Scorer::new(&self.call, seed), answer: self.answer.clone() })
    }
}

struct Scoring<A> {
    scorer: Scorer,
    answer: A,
}

impl<A: Answer> TableState for Scoring<A> {
    fn push(
        &mut self,
        row: &[Value],
        rowtime: i64,
        out: &mut Vec<TableRow>,
    ) -> Result<(), EvalError> {
        let answer = self.answer.values(&self.scorer.score(row));
        out.push(TableRow { rowtime, values: row.iter().cloned().chain(answer).collect() });
        Ok(())
    }

    fn advance(&mut self, frontier: i64, _out: &mut Vec<TableRow>) -> i64 {
        frontier
    }

    fn state(&self) -> Vec<Value> {
        self.scorer.state()
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        self.scorer.restore(state)
    }
}

/// The score alone.
#[derive(Clone, Debug)]
struct Score;

impl Answer for Score {
    fn columns() -> Vec<Column> {
        vec![Column::new("ANOMALY_SCORE", SqlType::Double)]
    }

    fn values(&self, verdict: &Verdict) -> Vec<Value> {
        vec![verdict.score()]
    }
}

fn plan(call: &TableCall<'_>) -> Result<Box<dyn TablePlan>, ArgumentFault> {
    let arguments = Arguments::new(RANDOM_CUT_FOREST.name, call, 0, 4)?;
    let forest = ForestCall::read(&arguments, call.cursor)?;
    Ok(Box::new(ScorePlan::new(call.cursor, forest, Score)))
}
