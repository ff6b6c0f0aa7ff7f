//! A whole JSON document, for paths that go through arrays.
//! Does not: take part where columns are plain members (see `flat`).

use std::borrow::Cow;

use levada_codec::jsonpath::{JsonPath, Step};

use super::scan::{Leaf, Scanned, Scanner};

#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// The value as a whole.
    pub leaf: Leaf<'a>,
    inside: Inside<'a>,
}

#[derive(Clone, Debug, PartialEq)]
enum Inside<'a> {
    Nothing,
    Members(Vec<(Cow<'a, str>, Node<'a>)>),
    Elements(Vec<Node<'a>>),
}

impl<'a> Node<'a> {
    pub fn read(scanner: &mut Scanner<'a>) -> Scanned<Self> {
        let first = scanner.peek();
        let place = scanner.place();
        let inside = match first {
            Some(b'{') => {
                let mut members = Vec::new();
                scanner.members(|scanner| {
                    let name = scanner.string()?;
                    scanner.colon()?;
                    members.push((name, Self::read(scanner)?));
                    Ok(())
                })?;
                Inside::Members(members)
            }
            Some(b'[') => {
                let mut elements = Vec::new();
                scanner.elements(|scanner| {
                    elements.push(Self::read(scanner)?);
                    Ok(())
                })?;
                Inside::Elements(elements)
            }
            _ => return Ok(Self { leaf: scanner.leaf()?, inside: Inside::Nothing }),
        };
        Ok(Self { leaf: Leaf::Tree(scanner.since(place)), inside })
    }

    /// Names and values of an object, in its order; nothing for anything else.
    pub fn members(&self) -> &[(Cow<'a, str>, Self)] {
        match &self.inside {
            Inside::Members(members) => members,
            Inside::Nothing | Inside::Elements(_) => &[],
        }
    }

    /// Elements of an array; `None` for anything else.
    pub fn elements(&self) -> Option<&[Self]> {
        match &self.inside {
            Inside::Elements(elements) => Some(elements),
            Inside::Nothing | Inside::Members(_) => None,
        }
    }

    /// Every value the path leads to, in document order. Of equal names the last one counts.
    pub fn find_all<'n>(&'n self, path: &JsonPath) -> Vec<&'n Self> {
        let mut found = vec![self];
        for step in path.steps() {
            found = found.into_iter().flat_map(|node| node.follow(step)).collect();
        }
        found
    }

    pub fn find<'n>(&'n self, path: &JsonPath) -> Option<&'n Self> {
        self.find_all(path).into_iter().next()
    }

    fn follow(&self, step: &Step) -> Vec<&Self> {
        let elements = self.elements().unwrap_or_default();
        match step {
            Step::Name(name) => {
                let named = self.members().iter().rev().find(|(other, _)| other == name);
                named.map(|(_, node)| node).into_iter().collect()
            }
            Step::Index(index) => elements.get(*index).into_iter().collect(),
            Step::Slice(from, to) => {
                let to = to.unwrap_or(elements.len()).min(elements.len());
                elements.get(*from..to).unwrap_or_default().iter().collect()
            }
        }
    }
}
