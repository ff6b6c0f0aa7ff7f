//! `HOTSPOTS(CURSOR(…), windowSize, scanRadius, minimumPoints)`.
//! Does not: name the rows that make a hotspot.

use std::collections::VecDeque;
use std::fmt::Write as _;

use levada_sql_lang::{SqlType, Value};

use super::arguments::Arguments;
use super::bytes::{Reader, Writer};
use super::numbers::Numbers;
use super::{ArgumentFault, Column, TableCall, TableFunction, TablePlan, TableRow, TableState};
use crate::EvalError;
use crate::aggregate::InvalidState;
use crate::limits::JSON_CHARS_MAX;

pub const HOTSPOTS: TableFunction = TableFunction {
    name: "HOTSPOTS",
    signatures: &["HOTSPOTS(CURSOR(query), windowSize, scanRadius, minimumPoints)"],
    doc: "Gives every row with HOTSPOTS_RESULT VARCHAR(20480): the dense regions among the \
          numeric columns of the last windowSize (100 to 1,000) rows. A point with at least \
          minimumPoints (2 or more) points within scanRadius, itself included, is in a hotspot, \
          and points within the radius of each other are in the same one (DBSCAN; Ester, \
          Kriegel, Sander and Xu, 1996; the service's algorithm is not published). The JSON \
          object holds `hotspots`, the densest first, each with density (points per unit of its \
          box, whose sides count as at least the radius), minValues and maxValues in the order \
          of the numeric columns; hotspots that would not fit are left out. A row with a NULL \
          among its numbers is no point. Up to 30 numeric columns count, DECIMAL and other types \
          pass through.",
    example: "SELECT STREAM * FROM TABLE(HOTSPOTS(CURSOR(SELECT STREAM * FROM S), 1000, 0.2, 17))",
    plan,
};

#[derive(Clone, Debug)]
struct HotspotPlan {
    columns: Vec<Column>,
    numbers: Numbers,
    window: usize,
    radius: f64,
    least_points: usize,
}

fn plan(call: &TableCall<'_>) -> Result<Box<dyn TablePlan>, ArgumentFault> {
    let arguments = Arguments::new(HOTSPOTS.name, call, 3, 3)?;
    let numbers = Numbers::of(&arguments, call.cursor)?;
    let window = arguments.integer(1, "the window's size", 100..=1_000, None)?;
    let radius = arguments.positive(2, "the scan radius")?;
    let least = arguments.integer(3, "the number of points", 2..=1_000_000, None)?;
    let mut columns = call.cursor.to_vec();
    columns.push(Column::new("HOTSPOTS_RESULT", SqlType::Varchar(JSON_CHARS_MAX)));
    let count = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    Ok(Box::new(HotspotPlan {
        columns,
        numbers,
        window: count(window),
        radius,
        least_points: count(least),
    }))
}

impl TablePlan for HotspotPlan {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn open(&self, _seed: u64) -> Box<dyn TableState> {
        Box::new(Scanning { plan: self.clone(), window: VecDeque::new() })
    }
}

/// A point of the window, and which of the later ones are within the radius.
struct Entry {
    /// `None` for a row with a NULL; it takes its place in the window.
    point: Option<Vec<f64>>,
    /// How many places behind this one its neighbours stand, ascending.
    later: Vec<usize>,
}

struct Scanning {
    plan: HotspotPlan,
    /// The oldest first.
    window: VecDeque<Entry>,
}

struct Hotspot {
    points: usize,
    least: Vec<f64>,
    most: Vec<f64>,
}

impl Scanning {
    fn near(&self, a: &[f64], b: &[f64]) -> bool {
        let square: f64 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum();
        square <= self.plan.radius * self.plan.radius
    }

    fn add(&mut self, point: Option<Vec<f64>>) {
        if self.window.len() >= self.plan.window {
            self.window.pop_front();
        }
        if let Some(point) = &point {
            let count = self.window.len();
            let near: Vec<usize> = (0..count)
                .filter(|at| {
                    let entry = self.window.get(*at).and_then(|entry| entry.point.as_deref());
                    entry.is_some_and(|other| self.near(point, other))
                })
                .collect();
            for at in near {
                if let Some(entry) = self.window.get_mut(at) {
                    entry.later.push(count - at);
                }
            }
        }
        self.window.push_back(Entry { point, later: Vec::new() });
    }

    /// Neighbours of every point, by place.
    fn neighbours(&self) -> Vec<Vec<usize>> {
        let mut all: Vec<Vec<usize>> = vec![Vec::new(); self.window.len()];
        for (at, entry) in self.window.iter().enumerate() {
            for other in entry.later.iter().map(|distance| at + distance) {
                if let Some(neighbours) = all.get_mut(at) {
                    neighbours.push(other);
                }
                if let Some(neighbours) = all.get_mut(other) {
                    neighbours.push(at);
                }
            }
        }
        all
    }

    /// Grows a hotspot from each dense point that is in none yet.
    fn hotspots(&self) -> Vec<Hotspot> {
        let neighbours = self.neighbours();
        let near = |at: usize| neighbours.get(at).map_or(&[][..], Vec::as_slice);
        let dense = |at: usize| near(at).len() + 1 >= self.plan.least_points;
        let mut taken = vec![false; self.window.len()];
        let mut found = Vec::new();
        for start in 0..self.window.len() {
            if !dense(start) || taken.get(start).copied().unwrap_or(true) {
                continue;
            }
            let mut members = Vec::new();
            let mut open = vec![start];
            while let Some(at) = open.pop() {
                match taken.get_mut(at) {
                    Some(slot) if !*slot => *slot = true,
                    _ => continue,
                }
                members.push(at);
                if dense(at) {
                    open.extend(near(at));
                }
            }
            found.extend(self.bound(&members));
        }
        found
    }

    fn bound(&self, members: &[usize]) -> Option<Hotspot> {
        let points: Vec<&Vec<f64>> = members
            .iter()
            .filter_map(|at| self.window.get(*at).and_then(|entry| entry.point.as_ref()))
            .collect();
        let (first, rest) = points.split_first()?;
        let mut least = first.to_vec();
        let mut most = first.to_vec();
        for point in rest {
            for ((low, high), x) in least.iter_mut().zip(&mut most).zip(point.iter()) {
                *low = low.min(*x);
                *high = high.max(*x);
            }
        }
        Some(Hotspot { points: points.len(), least, most })
    }

    fn density(&self, hotspot: &Hotspot) -> f64 {
        let sides = hotspot.least.iter().zip(&hotspot.most);
        let volume: f64 = sides.map(|(low, high)| (high - low).max(self.plan.radius)).product();
        if volume > 0.0 { hotspot.points as f64 / volume } else { f64::MAX }
    }

    fn describe(&self) -> String {
        let mut ranked: Vec<(f64, Hotspot)> =
            self.hotspots().into_iter().map(|hotspot| (self.density(&hotspot), hotspot)).collect();
        ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let numbers = |numbers: &[f64]| {
            numbers.iter().map(|x| format!("{x:?}")).collect::<Vec<_>>().join(",")
        };
        let mut text = String::from("{\"hotspots\":[");
        let room = usize::try_from(JSON_CHARS_MAX).unwrap_or(usize::MAX) - 2;
        for (place, (density, hotspot)) in ranked.iter().enumerate() {
            let mut one = String::from(if place > 0 { "," } else { "" });
            let (least, most) = (numbers(&hotspot.least), numbers(&hotspot.most));
            let _ = write!(
                one,
                "{{\"density\":{density:?},\"minValues\":[{least}],\"maxValues\":[{most}]}}"
            );
            if text.len() + one.len() > room {
                break;
            }
            text += &one;
        }
        text + "]}"
    }
}

impl TableState for Scanning {
    fn push(
        &mut self,
        row: &[Value],
        rowtime: i64,
        out: &mut Vec<TableRow>,
    ) -> Result<(), EvalError> {
        self.add(self.plan.numbers.point(row));
        let mut values = row.to_vec();
        values.push(Value::text(self.describe()));
        out.push(TableRow { rowtime, values });
        Ok(())
    }

    fn advance(&mut self, frontier: i64, _out: &mut Vec<TableRow>) -> i64 {
        frontier
    }

    fn state(&self) -> Vec<Value> {
        let mut writer = Writer::default();
        writer.count(self.window.len());
        for entry in &self.window {
            writer.u64(u64::from(entry.point.is_some()));
            writer.f64s(entry.point.as_deref().unwrap_or(&[]));
        }
        vec![writer.finish()]
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let [packed] = state else { return Err(InvalidState) };
        let mut reader = Reader::new(packed)?;
        self.window.clear();
        for _ in 0..reader.count()? {
            let point = match reader.u64()? {
                0 => None,
                _ => Some(reader.f64s(self.plan.numbers.places.len())?),
            };
            self.add(point);
        }
        reader.finish()
    }
}
