//! Document paths: an attribute, and places within it.
//! Does not: look anything up, except for [`Path::find`].

use std::fmt;

use super::{Mistake, mistake};
use crate::value::{Item, Value};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    Attribute(String),
    Index(usize),
}

/// `a.b[2].c`; the first segment is the attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub attribute: String,
    pub rest: Vec<Segment>,
}

impl Path {
    pub fn find<'a>(&self, item: &'a Item) -> Option<&'a Value> {
        let mut found = item.get(&self.attribute)?;
        for segment in &self.rest {
            found = match (segment, found) {
                (Segment::Attribute(name), Value::M(map)) => map.get(name)?,
                (Segment::Index(index), Value::L(list)) => list.get(*index)?,
                _ => return None,
            };
        }
        Some(found)
    }

    /// The path is only an attribute's name.
    pub fn as_attribute(&self) -> Option<&str> {
        self.rest.is_empty().then_some(self.attribute.as_str())
    }

    fn contains(&self, other: &Self) -> bool {
        self.attribute == other.attribute && other.rest.starts_with(&self.rest)
    }

    /// One says a list where the other says a map.
    fn conflicts(&self, other: &Self) -> bool {
        if self.attribute != other.attribute {
            return false;
        }
        let differing = self.rest.iter().zip(&other.rest).find(|(one, two)| one != two);
        matches!(
            differing,
            Some((Segment::Attribute(_), Segment::Index(_)))
                | Some((Segment::Index(_), Segment::Attribute(_)))
        )
    }
}

impl fmt::Display for Path {
    /// As messages show it: `[a, b, [2], c]`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}", self.attribute)?;
        for segment in &self.rest {
            match segment {
                Segment::Attribute(name) => write!(f, ", {name}")?,
                Segment::Index(index) => write!(f, ", [{index}]")?,
            }
        }
        f.write_str("]")
    }
}

/// No path may be another's, or lie within another.
pub fn check_distinct(paths: &[Path]) -> Result<(), Mistake> {
    for (place, one) in paths.iter().enumerate() {
        for two in &paths[place + 1..] {
            let how = if one.contains(two) || two.contains(one) {
                "overlap"
            } else if one.conflicts(two) {
                "conflict"
            } else {
                continue;
            };
            return mistake(format!(
                "Two document paths {how} with each other; must remove or rewrite one of these \
                 paths; path one: {one}, path two: {two}"
            ));
        }
    }
    Ok(())
}
