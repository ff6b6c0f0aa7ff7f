//! What a program does, operator by operator, and what a running engine has counted of it.
//! Does not: draw anything but plain text.

use std::fmt;

use levada_sql_lang::Span;
use levada_types::Timestamp;

use crate::expr::{Expr, OverFunction};
use crate::merge::MergeOrder;
use crate::ops::{AggregateCall, Boundary, Extent, RowtimeRule, Step};
use crate::program::{Inner, Program};

/// A program as streams and the pumps between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Sources first, then those the code creates, then those that queries need within.
    pub streams: Vec<StreamPlan>,
    /// In the order of `Engine::counters`.
    pub pumps: Vec<PumpPlan>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamPlan {
    pub name: String,
    pub role: StreamRole,
    /// How the rows of its pumps come together; `None` where there is one pump or none.
    pub merge: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamRole {
    /// Rows come from outside.
    Source,
    Created,
    /// Between operators of one query.
    Within,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PumpPlan {
    pub name: String,
    /// Places in `Explanation::streams`.
    pub from: usize,
    pub into: usize,
    pub operators: Vec<OperatorPlan>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperatorPlan {
    /// `Tumble`, `Slide`, `Filter` and so on.
    pub operator: &'static str,
    /// What it was told, by name: `window`, `keys`, `aggregates`, `on` …
    pub details: Vec<(&'static str, String)>,
    /// It keeps rows or groups between batches.
    pub has_state: bool,
}

/// What one operator has counted since its engine was started or restored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OperatorCounters {
    pub rows_in: u64,
    pub rows_out: u64,
    /// Bytes of state, about.
    pub state_bytes: usize,
    /// No later row of its output has a lower ROWTIME; `None` as long as nothing is known.
    pub watermark: Option<Timestamp>,
}

impl Program {
    /// The plan, with every operator's keys and windows as they are written.
    pub fn explain(&self) -> Explanation {
        let inner = &self.inner;
        let stream = |stream: &crate::program::Stream| StreamPlan {
            name: stream.name.clone(),
            role: match (stream.source, stream.hidden) {
                (true, _) => StreamRole::Source,
                (_, true) => StreamRole::Within,
                _ => StreamRole::Created,
            },
            merge: (stream.pumps.len() > 1).then_some(match stream.order {
                MergeOrder::Rowtime => "by ROWTIME",
                MergeOrder::Arrival(_) => "in order of arrival",
            }),
        };
        let from = |pump: usize| {
            inner.streams.iter().position(|stream| stream.readers.contains(&pump)).unwrap_or(0)
        };
        let pumps = inner.pumps.iter().enumerate().map(|(at, pump)| PumpPlan {
            name: pump.name.clone(),
            from: from(at),
            into: pump.target,
            operators: pump.steps.iter().map(|step| operator(step, inner)).collect(),
        });
        Explanation { streams: inner.streams.iter().map(stream).collect(), pumps: pumps.collect() }
    }
}

/// The program's own words for something.
fn text(span: Span, inner: &Inner) -> String {
    let words = inner.sql.get(span.start..span.end).unwrap_or("").split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

fn texts<'e>(exprs: impl IntoIterator<Item = &'e Expr>, inner: &Inner) -> String {
    exprs.into_iter().map(|expr| text(expr.span, inner)).collect::<Vec<_>>().join(", ")
}

fn calls(calls: &[AggregateCall], inner: &Inner) -> String {
    let shown = calls.iter().map(|call| {
        let distinct = if call.distinct { "DISTINCT " } else { "" };
        let argument = call.argument.as_ref().map_or("*".to_owned(), |a| text(a.span, inner));
        format!("{}({distinct}{argument})", call.function.name)
    });
    shown.collect::<Vec<_>>().join(", ")
}

fn extent(extent: Extent) -> String {
    match extent {
        Extent::Rows(rows) => format!("ROWS {rows} PRECEDING"),
        Extent::Millis(ms) => format!("RANGE {} s PRECEDING", ms as f64 / 1000.0),
        Extent::Months(months) => format!("RANGE {months} months PRECEDING"),
        Extent::Unbounded => "UNBOUNDED PRECEDING".to_owned(),
    }
}

fn operator(step: &Step, inner: &Inner) -> OperatorPlan {
    let plan = |operator, has_state, details: Vec<(&'static str, String)>| {
        let details = details.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        OperatorPlan { operator, details, has_state }
    };
    let table = |at: usize| inner.tables.get(at).map_or("", |table| table.name.as_str()).to_owned();
    match step {
        Step::Conform(conform) => {
            let names: Vec<&str> = conform.columns.iter().map(|c| c.name.as_str()).collect();
            plan("Insert", false, vec![("columns", names.join(", "))])
        }
        Step::Distinct(_) => plan("Distinct", true, Vec::new()),
        Step::Filter(filter) => {
            plan("Filter", false, vec![("where", text(filter.predicate.span, inner))])
        }
        Step::LookupJoin(join) => {
            let kind = if join.keep_unmatched { "LEFT" } else { "INNER" };
            let keys = texts(join.keys.stream_keys.iter(), inner);
            let details = vec![("table", table(join.keys.table)), ("join", kind.to_owned())];
            let keys = [("keys", keys)];
            plan("LookupJoin", false, details.into_iter().chain(keys).collect())
        }
        Step::Project(project) => {
            let rowtime = match &project.rowtime {
                RowtimeRule::Carried => String::new(),
                RowtimeRule::Monotonic(rule) | RowtimeRule::Free(rule) => text(rule.span, inner),
            };
            let columns = project.columns.iter().filter(|column| column.span != Span::default());
            plan("Project", false, vec![("columns", texts(columns, inner)), ("rowtime", rowtime)])
        }
        Step::Slide(slide) => {
            let windows = slide.windows.iter().map(|window| {
                let keys = texts(window.partition.iter(), inner);
                let partition =
                    if keys.is_empty() { keys } else { format!("PARTITION BY {keys} ") };
                format!("{partition}{}", extent(window.extent))
            });
            let functions = slide.calls.iter().map(|call| match call.function {
                OverFunction::Aggregate { function, .. } => function.name,
                OverFunction::Analytic { function, .. } => function.name,
            });
            let windows = windows.collect::<Vec<_>>().join("; ");
            let functions = functions.collect::<Vec<_>>().join(", ");
            plan("Slide", true, vec![("windows", windows), ("functions", functions)])
        }
        Step::Sort(sort) => plan("Sort", true, vec![("run", text(sort.run.term.span, inner))]),
        Step::Stagger(stagger) => {
            let length = extent(stagger.range).replace(" PRECEDING", "");
            let keys = texts(stagger.keys.iter(), inner);
            let aggregates = calls(&stagger.aggregates, inner);
            plan(
                "Stagger",
                true,
                vec![("window", length), ("keys", keys), ("aggregates", aggregates)],
            )
        }
        Step::StreamJoin(join) => {
            let [left, right] = &join.sides;
            let window = |window: Option<Extent>| window.map_or("latest row".to_owned(), extent);
            let kind = match (left.keep_unmatched, right.keep_unmatched) {
                (false, false) => "INNER",
                (true, false) => "LEFT",
                (false, true) => "RIGHT",
                (true, true) => "FULL",
            };
            plan(
                "StreamJoin",
                true,
                vec![
                    ("join", kind.to_owned()),
                    ("left", window(left.window)),
                    ("right", window(right.window)),
                    ("keys", texts(left.keys.iter(), inner)),
                    ("on", join.residual.as_ref().map_or(String::new(), |on| text(on.span, inner))),
                ],
            )
        }
        Step::TableFunction(function) => {
            plan("TableFunction", true, vec![("function", function.name.to_owned())])
        }
        Step::TableJoin(join) => {
            let kind = if join.keep_unmatched { "FULL" } else { "keeps the table" };
            let keys = texts(join.keys.stream_keys.iter(), inner);
            let details = vec![("table", table(join.keys.table)), ("join", kind.to_owned())];
            let keys = [("keys", keys), ("window", text(join.window.term.span, inner))];
            plan("TableJoin", true, details.into_iter().chain(keys).collect())
        }
        Step::TimeSort(sort) => {
            plan("TimeSort", true, vec![("within", format!("{} s", sort.lateness as f64 / 1000.0))])
        }
        Step::Tumble(tumble) => {
            let window = match &tumble.window {
                Boundary::Time(window) => text(window.term.span, inner),
                Boundary::Change(term) => text(term.span, inner),
            };
            let keys = texts(tumble.keys.iter(), inner);
            let aggregates = calls(&tumble.aggregates, inner);
            plan(
                "Tumble",
                true,
                vec![("window", window), ("keys", keys), ("aggregates", aggregates)],
            )
        }
    }
}

/// Each pump with the streams it stands between, its operators below it.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |at: usize| match self.streams.get(at) {
            Some(stream) if stream.role == StreamRole::Within => format!("(stream {at})"),
            Some(stream) => stream.name.clone(),
            None => String::new(),
        };
        for pump in &self.pumps {
            writeln!(f, "{}: {} -> {}", pump.name, shown(pump.from), shown(pump.into))?;
            for operator in &pump.operators {
                write!(f, "  {}", operator.operator)?;
                for (name, text) in &operator.details {
                    write!(f, " {name}=[{text}]")?;
                }
                writeln!(f, "{}", if operator.has_state { " *" } else { "" })?;
            }
        }
        for stream in &self.streams {
            if let Some(merge) = stream.merge {
                writeln!(f, "{}: merged {merge}", stream.name)?;
            }
        }
        Ok(())
    }
}
