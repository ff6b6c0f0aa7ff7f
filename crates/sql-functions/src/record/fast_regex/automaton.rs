//! A nondeterministic automaton, run over all its states at once: linear in the text.
//! Does not: remember how it matched.

use super::syntax::Node;

/// States of one search.
const STATES_MAX: usize = 20_000;

#[derive(Debug)]
enum State {
    /// Goes on to these without a character.
    Split(Vec<usize>),
    /// Takes a character of these ranges, or of none of them.
    Class {
        ranges: Vec<(char, char)>,
        negated: bool,
        next: usize,
    },
    Accept,
    Dead,
}

#[derive(Debug)]
pub(super) struct Automaton {
    states: Vec<State>,
    start: usize,
}

impl Automaton {
    pub fn new(node: &Node) -> Result<Self, String> {
        let mut automaton = Self { states: vec![State::Accept], start: 0 };
        automaton.start = automaton.add(node, 0)?;
        Ok(automaton)
    }

    fn push(&mut self, state: State) -> Result<usize, String> {
        if self.states.len() >= STATES_MAX {
            return Err(format!("the pattern needs more than {STATES_MAX} states"));
        }
        self.states.push(state);
        Ok(self.states.len() - 1)
    }

    /// Adds the states of a node that go on to `next`, and gives the first.
    fn add(&mut self, node: &Node, next: usize) -> Result<usize, String> {
        match node {
            Node::Empty => Ok(next),
            Node::Nothing => self.push(State::Dead),
            Node::Class { ranges, negated } => {
                self.push(State::Class { ranges: ranges.clone(), negated: *negated, next })
            }
            Node::Concat(nodes) => {
                nodes.iter().rev().try_fold(next, |next, node| self.add(node, next))
            }
            Node::Union(nodes) => {
                let starts: Result<Vec<usize>, String> =
                    nodes.iter().map(|node| self.add(node, next)).collect();
                self.push(State::Split(starts?))
            }
            Node::Repeat { node, least, most } => {
                let mut start = next;
                match most {
                    None => {
                        let again = self.push(State::Split(Vec::new()))?;
                        let body = self.add(node, again)?;
                        if let Some(state) = self.states.get_mut(again) {
                            *state = State::Split(vec![body, next]);
                        }
                        start = again;
                    }
                    Some(most) => {
                        for _ in *least..*most {
                            let body = self.add(node, start)?;
                            start = self.push(State::Split(vec![body, next]))?;
                        }
                    }
                }
                (0..*least).try_fold(start, |next, _| self.add(node, next))
            }
        }
    }

    /// Ends of matches from the beginning on, in characters, until `stop` says that it is enough.
    fn run(&self, text: &[char], mut stop: impl FnMut(usize) -> bool) {
        let mut marked = vec![usize::MAX; self.states.len()];
        let mut current = Vec::new();
        let mut accepts = self.follow(self.start, 0, &mut marked, &mut current);
        for (at, c) in text.iter().enumerate() {
            if (accepts && stop(at)) || current.is_empty() {
                return;
            }
            let mut next = Vec::new();
            accepts = false;
            for state in current {
                if let Some(State::Class { ranges, negated, next: to }) = self.states.get(state) {
                    let within = ranges.iter().any(|(low, high)| (*low..=*high).contains(c));
                    if within != *negated {
                        accepts |= self.follow(*to, at + 1, &mut marked, &mut next);
                    }
                }
            }
            current = next;
        }
        if accepts {
            stop(text.len());
        }
    }

    /// Adds the classes that can be reached without a character; whether the end is among it.
    fn follow(&self, from: usize, at: usize, marked: &mut [usize], out: &mut Vec<usize>) -> bool {
        let mut open = vec![from];
        let mut accepts = false;
        while let Some(place) = open.pop() {
            match marked.get_mut(place) {
                Some(mark) if *mark != at => *mark = at,
                _ => continue,
            }
            match self.states.get(place) {
                Some(State::Split(next)) => open.extend(next),
                Some(State::Class { .. }) => out.push(place),
                Some(State::Accept) => accepts = true,
                Some(State::Dead) | None => {}
            }
        }
        accepts
    }

    pub fn shortest(&self, text: &[char]) -> Option<usize> {
        let mut found = None;
        self.run(text, |end| {
            found = Some(end);
            true
        });
        found
    }

    pub fn longest(&self, text: &[char]) -> Option<usize> {
        let mut found = None;
        self.run(text, |end| {
            found = Some(end);
            false
        });
        found
    }

    pub fn matches_all(&self, text: &[char]) -> bool {
        self.longest(text) == Some(text.len())
    }
}
