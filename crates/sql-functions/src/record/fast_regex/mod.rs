//! The Fast Regex language, and its search without backtracking.
//!
//! A pattern is cut into one expression per group and per piece between groups. What has a fixed
//! length at the beginning of an expression moves to the end of the one before. Each expression
//! then takes its part of the text and never gives it back: a group as little as it can, a piece
//! between groups as much as it can, the last one all the rest.
//! Does not: know intersection (`&`), which it refuses.

mod automaton;
mod syntax;

use automaton::Automaton;
use syntax::Node;

/// A prepared pattern.
#[derive(Debug)]
pub(super) struct FastRegex {
    searches: Vec<Search>,
    groups: usize,
}

#[derive(Debug)]
struct Search {
    automaton: Automaton,
    /// Takes as much as it can instead of as little.
    greedy: bool,
    /// Groups that begin with this search.
    begins: Vec<usize>,
    /// Where groups begin and end, in characters before this search's end.
    marks: Vec<Mark>,
}

#[derive(Debug)]
struct Mark {
    group: usize,
    begins: bool,
    before_end: usize,
}

/// A search while it is put together.
struct Draft {
    nodes: Vec<Node>,
    greedy: bool,
    begins: Vec<usize>,
    marks: Vec<Mark>,
}

impl Draft {
    fn new(greedy: bool) -> Self {
        Self { nodes: Vec::new(), greedy, begins: Vec::new(), marks: Vec::new() }
    }

    fn mark(&mut self, group: usize, begins: bool) {
        self.marks.push(Mark { group, begins, before_end: 0 });
    }

    fn append_fixed(&mut self, node: Node, length: usize) {
        self.nodes.push(node);
        for mark in &mut self.marks {
            mark.before_end += length;
        }
    }
}

impl FastRegex {
    pub fn new(pattern: &str) -> Result<Self, String> {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut groups = 0;
        for piece in syntax::pieces(pattern)? {
            let group = piece.is_group.then_some(groups);
            groups += usize::from(piece.is_group);
            let mut nodes = piece.nodes.into_iter().peekable();
            if let Some(before) = drafts.last_mut() {
                if let Some(group) = group {
                    before.mark(group, true);
                }
                while let Some(length) = nodes.peek().and_then(Node::fixed_length) {
                    before.append_fixed(nodes.next().unwrap_or(Node::Empty), length);
                }
                if nodes.peek().is_none() {
                    if let Some(group) = group {
                        before.mark(group, false);
                    }
                    continue;
                }
            }
            let mut draft = Draft::new(group.is_none());
            if drafts.is_empty() {
                draft.begins.extend(group);
            }
            draft.nodes.extend(nodes);
            if let Some(group) = group {
                draft.mark(group, false);
            }
            drafts.push(draft);
        }
        let mut searches = Vec::with_capacity(drafts.len());
        for Draft { nodes, greedy, begins, marks } in drafts {
            let automaton = Automaton::new(&Node::Concat(nodes))?;
            searches.push(Search { automaton, greedy, begins, marks });
        }
        Ok(Self { searches, groups })
    }

    pub fn groups(&self) -> usize {
        self.groups
    }

    /// The groups' texts, if the searches account for every character.
    pub fn groups_of(&self, text: &str) -> Option<Vec<String>> {
        let chars: Vec<char> = text.chars().collect();
        let mut places = vec![(0, 0); self.groups];
        let mut at = 0;
        for (number, search) in self.searches.iter().enumerate() {
            for group in &search.begins {
                places.get_mut(*group)?.0 = at;
            }
            let rest = chars.get(at..)?;
            let last = number + 1 == self.searches.len();
            at += match (last, search.greedy) {
                (true, _) => search.automaton.matches_all(rest).then_some(rest.len())?,
                (false, true) => search.automaton.longest(rest)?,
                (false, false) => search.automaton.shortest(rest)?,
            };
            for mark in &search.marks {
                let place = places.get_mut(mark.group)?;
                let place = if mark.begins { &mut place.0 } else { &mut place.1 };
                *place = at.checked_sub(mark.before_end)?;
            }
        }
        if at != chars.len() {
            return None;
        }
        let piece = |(begin, end): &(usize, usize)| Some(chars.get(*begin..*end)?.iter().collect());
        places.iter().map(piece).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(pattern: &str, text: &str) -> Option<Vec<String>> {
        FastRegex::new(pattern).unwrap().groups_of(text)
    }

    #[test]
    fn the_documented_searches_give_their_groups() {
        let text = "Mary_had_a_little_lamb";
        let found = |parts: [&str; 2]| Some(parts.map(str::to_owned).to_vec());
        assert_eq!(groups("(.*)_(._.*)_.*", text), found(["Mary_had", "a_little"]));
        assert_eq!(groups("(.*)_(._.*)_.", text), None);
        assert_eq!(groups("(.*)_+(._.*)", text), None);
        let text = "Mary____had_a_little_lamb";
        assert_eq!(groups("(.*)_+(.*)", text), found(["Mary", "had_a_little_lamb"]));
        assert_eq!(groups("(.*)_+(<Alpha>.*)", text), found(["Mary", "had_a_little_lamb"]));
    }

    #[test]
    fn every_construct_of_the_language_is_known() {
        let first = |pattern: &str, text: &str| {
            groups(&format!("({pattern})"), text).and_then(|groups| groups.into_iter().next())
        };
        for (pattern, text, matches) in [
            ("a|bc", "bc", true),
            ("[a-c_]{2,3}", "a_c", true),
            ("[^a-c]", "a", false),
            ("x?y+z*", "yyz", true),
            ("a{2}", "a", false),
            ("a{2,}", "aaaa", true),
            ("#|a", "a", true),
            ("#", "", false),
            ("@x", "any string x", true),
            ("\"a.b\"", "a.b", true),
            ("\"a.b\"", "axb", false),
            ("()", "", true),
            ("\\.\\(", ".(", true),
            ("<Digit><Upper>", "1A", true),
            ("<1-12>", "7", true),
            ("<1-12>", "13", false),
            ("<001-120>", "099", true),
            ("<001-120>", "99", false),
            ("((a)(b|c))*", "abac", true),
        ] {
            let found = first(pattern, text);
            assert_eq!(found.as_deref(), matches.then_some(text), "{pattern} {text}");
        }
    }

    #[test]
    fn patterns_that_cannot_be_read_are_refused() {
        for pattern in ["(a", "a)", "[a", "a{", "a{2", "a&b", "<Nope>", "<5-2>", "\"a", "\\", "*a"]
        {
            assert!(FastRegex::new(pattern).is_err(), "{pattern}");
        }
        assert!(FastRegex::new("(a{1000}){1000}").is_err());
        assert!(FastRegex::new(&"(".repeat(100_000)).is_err());
    }
}
