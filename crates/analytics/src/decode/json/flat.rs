//! Columns that are plain members, read in one pass over the bytes.
//! Does not: follow paths through arrays (see `tree`); both give the same rows.

use levada_codec::jsonpath::{JsonPath, Step};

use super::scan::{Leaf, Scanned, Scanner};

/// The members that columns want, as a tree of names.
#[derive(Clone, Debug, Default)]
pub struct Names {
    members: Vec<Member>,
}

#[derive(Clone, Debug)]
struct Member {
    name: String,
    /// Columns whose value this member is.
    columns: Vec<usize>,
    /// Columns whose value lies somewhere below it.
    below: Vec<usize>,
    inside: Names,
}

impl Names {
    /// `None` when a path is more than names.
    pub fn of(paths: &[JsonPath]) -> Option<Self> {
        let mut names = Self::default();
        for (column, path) in paths.iter().enumerate() {
            let mut steps = Vec::new();
            for step in path.steps() {
                let Step::Name(name) = step else { return None };
                steps.push(name.as_str());
            }
            names.add(&steps, column)?;
        }
        Some(names)
    }

    fn add(&mut self, steps: &[&str], column: usize) -> Option<()> {
        let (first, rest) = steps.split_first()?;
        let place = self.members.iter().position(|member| member.name == *first);
        let place = place.unwrap_or_else(|| {
            self.members.push(Member {
                name: (*first).to_owned(),
                columns: Vec::new(),
                below: Vec::new(),
                inside: Self::default(),
            });
            self.members.len() - 1
        });
        let member = self.members.get_mut(place)?;
        if rest.is_empty() {
            member.columns.push(column);
            return Some(());
        }
        member.below.push(column);
        member.inside.add(rest, column)
    }

    /// Reads one document and puts what was found into `found`, one place for each column.
    pub fn read<'a>(
        &self,
        scanner: &mut Scanner<'a>,
        found: &mut [Option<Leaf<'a>>],
    ) -> Scanned<()> {
        if scanner.peek() != Some(b'{') {
            return scanner.skip();
        }
        // Records of one stream mostly have their members in one order.
        let mut likely = 0;
        scanner.members(|scanner| {
            let name = scanner.string()?;
            scanner.colon()?;
            let is_next = self.members.get(likely).is_some_and(|member| member.name == name);
            let place = match is_next {
                true => Some(likely),
                false => self.members.iter().position(|member| member.name == name),
            };
            let Some((place, member)) = place.and_then(|at| Some((at, self.members.get(at)?)))
            else {
                return scanner.skip();
            };
            likely = place + 1;
            member.read(scanner, found)
        })
    }
}

impl Member {
    fn read<'a>(&self, scanner: &mut Scanner<'a>, found: &mut [Option<Leaf<'a>>]) -> Scanned<()> {
        // Of equal names the last one counts, with all that is below it.
        for column in &self.below {
            if let Some(slot) = found.get_mut(*column) {
                *slot = None;
            }
        }
        let first = scanner.peek();
        let leaf = if self.below.is_empty() || first != Some(b'{') {
            scanner.leaf()?
        } else {
            let place = scanner.place();
            self.inside.read(scanner, found)?;
            Leaf::Tree(scanner.since(place))
        };
        if let [only] = self.columns[..] {
            if let Some(slot) = found.get_mut(only) {
                *slot = Some(leaf);
            }
            return Ok(());
        }
        for column in &self.columns {
            if let Some(slot) = found.get_mut(*column) {
                *slot = Some(leaf.clone());
            }
        }
        Ok(())
    }
}
