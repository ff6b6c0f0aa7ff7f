//! Reads Fast Regex patterns.
//! Does not: match anything.

/// Parentheses within parentheses.
const NESTING_MAX: usize = 50;

/// Most repetitions that a pattern can ask for.
const REPEAT_MAX: usize = 1_000;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// The empty string.
    Empty,
    /// `#`: nothing at all, not even the empty string.
    Nothing,
    /// One character of these ranges, or of none of them.
    Class {
        ranges: Vec<(char, char)>,
        negated: bool,
    },
    Concat(Vec<Node>),
    Union(Vec<Node>),
    Repeat {
        node: Box<Node>,
        least: usize,
        most: Option<usize>,
    },
}

impl Node {
    fn char(c: char) -> Self {
        Self::Class { ranges: vec![(c, c)], negated: false }
    }

    fn any() -> Self {
        Self::Class { ranges: Vec::new(), negated: true }
    }

    /// Characters of everything that this matches, if they are always the same.
    pub fn fixed_length(&self) -> Option<usize> {
        match self {
            Self::Empty => Some(0),
            Self::Nothing => None,
            Self::Class { .. } => Some(1),
            Self::Concat(nodes) => nodes.iter().map(Self::fixed_length).sum(),
            Self::Union(nodes) => {
                let first = nodes.first()?.fixed_length()?;
                nodes.iter().all(|node| node.fixed_length() == Some(first)).then_some(first)
            }
            Self::Repeat { node, least, most } => {
                let length = node.fixed_length()?;
                (*most == Some(*least)).then_some(length * least)
            }
        }
    }
}

/// A group, or what stands between groups.
#[derive(Debug)]
pub(super) struct Piece {
    pub is_group: bool,
    pub nodes: Vec<Node>,
}

/// Cuts a pattern at its outermost parentheses.
pub(super) fn pieces(pattern: &str) -> Result<Vec<Piece>, String> {
    let mut reader = Reader { chars: pattern.chars().collect(), at: 0, depth: 0 };
    let mut pieces: Vec<Piece> = Vec::new();
    while let Some(c) = reader.peek() {
        let is_group = c == '(';
        if matches!(c, ')' | '|' | '&') {
            return Err(format!("`{c}` outside of parentheses"));
        }
        let node = reader.repeated()?;
        match pieces.last_mut() {
            Some(piece) if !is_group && !piece.is_group => flatten(node, &mut piece.nodes),
            _ => {
                let mut nodes = Vec::new();
                flatten(node, &mut nodes);
                pieces.push(Piece { is_group, nodes });
            }
        }
    }
    if pieces.is_empty() {
        return Err("the pattern is empty".to_owned());
    }
    Ok(pieces)
}

/// Sequences become their parts, and `x+` becomes `x` and `x*`, so that the part of a fixed
/// length can be told from the rest.
fn flatten(node: Node, nodes: &mut Vec<Node>) {
    match node {
        Node::Concat(parts) => parts.into_iter().for_each(|part| flatten(part, nodes)),
        Node::Repeat { node, least, most } if least > 0 && most != Some(least) => {
            nodes.extend(std::iter::repeat_n((*node).clone(), least));
            let most = most.map(|most| most - least);
            nodes.push(Node::Repeat { node, least: 0, most });
        }
        node => nodes.push(node),
    }
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    depth: usize,
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += 1;
        Some(next)
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }

    /// Alternatives within parentheses.
    fn union(&mut self) -> Result<Node, String> {
        let mut alternatives = vec![self.concat()?];
        while self.eat('|') {
            alternatives.push(self.concat()?);
        }
        match alternatives.len() {
            1 => Ok(alternatives.remove(0)),
            _ => Ok(Node::Union(alternatives)),
        }
    }

    fn concat(&mut self) -> Result<Node, String> {
        let mut nodes = Vec::new();
        while let Some(c) = self.peek().filter(|c| !matches!(c, '|' | ')')) {
            if c == '&' {
                return Err("intersection (`&`) is not supported".to_owned());
            }
            nodes.push(self.repeated()?);
        }
        Ok(if nodes.is_empty() { Node::Empty } else { Node::Concat(nodes) })
    }

    fn repeated(&mut self) -> Result<Node, String> {
        let mut node = self.single()?;
        loop {
            let (least, most) = match self.peek() {
                Some('?') => (0, Some(1)),
                Some('*') => (0, None),
                Some('+') => (1, None),
                Some('{') => {
                    let bounds = self.bounds()?;
                    node = Node::Repeat { node: Box::new(node), least: bounds.0, most: bounds.1 };
                    continue;
                }
                _ => return Ok(node),
            };
            self.at += 1;
            node = Node::Repeat { node: Box::new(node), least, most };
        }
    }

    /// `{n}`, `{n,}`, `{n,m}`.
    fn bounds(&mut self) -> Result<(usize, Option<usize>), String> {
        self.at += 1;
        let least = self.number().ok_or("a number is missing behind `{`")?;
        let most = match self.eat(',') {
            true => self.number(),
            false => Some(least),
        };
        if !self.eat('}') {
            return Err("`{` without its `}`".to_owned());
        }
        let order = most.is_none_or(|most| least <= most && most <= REPEAT_MAX);
        if least > REPEAT_MAX || !order {
            return Err(format!("repetitions are 0 to {REPEAT_MAX}, the lower number first"));
        }
        Ok((least, most))
    }

    fn number(&mut self) -> Option<usize> {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        self.chars.get(start..self.at)?.iter().collect::<String>().parse().ok()
    }

    fn single(&mut self) -> Result<Node, String> {
        match self.next() {
            None => Err("the pattern ends too early".to_owned()),
            Some('(') => self.parenthesised(),
            Some('[') => self.class(),
            Some('<') => self.named(),
            Some('"') => self.quoted(),
            Some('.') => Ok(Node::any()),
            Some('#') => Ok(Node::Nothing),
            Some('@') => Ok(Node::Repeat { node: Box::new(Node::any()), least: 0, most: None }),
            Some('\\') => self.next().map(Node::char).ok_or_else(|| "a `\\` at the end".to_owned()),
            Some(c @ ('*' | '+' | '?' | '{')) => Err(format!("nothing stands before `{c}`")),
            Some(c) => Ok(Node::char(c)),
        }
    }

    fn parenthesised(&mut self) -> Result<Node, String> {
        if self.depth >= NESTING_MAX {
            return Err(format!("parentheses nested deeper than {NESTING_MAX} levels"));
        }
        self.depth += 1;
        let inner = self.union()?;
        self.depth -= 1;
        if self.eat(')') { Ok(inner) } else { Err("`(` without its `)`".to_owned()) }
    }

    fn class(&mut self) -> Result<Node, String> {
        let negated = self.eat('^');
        let mut ranges = Vec::new();
        loop {
            let unclosed = || "`[` without its `]`".to_owned();
            let low = match self.next().ok_or_else(unclosed)? {
                ']' if !ranges.is_empty() => return Ok(Node::Class { ranges, negated }),
                '\\' => self.next().ok_or_else(unclosed)?,
                c => c,
            };
            let is_range =
                self.peek() == Some('-') && self.chars.get(self.at + 1).is_some_and(|c| *c != ']');
            if !is_range {
                ranges.push((low, low));
                continue;
            }
            self.at += 1;
            let high = match self.next().ok_or_else(unclosed)? {
                '\\' => self.next().ok_or_else(unclosed)?,
                c => c,
            };
            ranges.push((low, high));
        }
    }

    fn quoted(&mut self) -> Result<Node, String> {
        let mut nodes = Vec::new();
        loop {
            match self.next() {
                None => return Err("`\"` without its `\"`".to_owned()),
                Some('"') => return Ok(Node::Concat(nodes)),
                Some(c) => nodes.push(Node::char(c)),
            }
        }
    }

    /// `<Alpha>` or `<1-12>`.
    fn named(&mut self) -> Result<Node, String> {
        let start = self.at;
        while self.peek().is_some_and(|c| c != '>') {
            self.at += 1;
        }
        let name: String = self.chars.get(start..self.at).unwrap_or(&[]).iter().collect();
        if !self.eat('>') {
            return Err("`<` without its `>`".to_owned());
        }
        if let Some(ranges) = named_class(&name) {
            return Ok(Node::Class { ranges, negated: false });
        }
        interval(&name).ok_or_else(|| format!("`<{name}>` is neither a class nor an interval"))
    }
}

fn named_class(name: &str) -> Option<Vec<(char, char)>> {
    Some(match name {
        "Digit" => vec![('0', '9')],
        "Upper" => vec![('A', 'Z')],
        "Lower" => vec![('a', 'z')],
        "ASCII" => vec![('\0', '\x7f')],
        "Alpha" => vec![('a', 'z'), ('A', 'Z')],
        "Alnum" => vec![('a', 'z'), ('A', 'Z'), ('0', '9')],
        "Punct" => vec![('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        "Blank" => vec![(' ', ' '), ('\t', '\t')],
        "Space" => vec![(' ', ' '), ('\t', '\r')],
        "Cntrl" => vec![('\0', '\x1f'), ('\x7f', '\x7f')],
        "XDigit" => vec![('0', '9'), ('a', 'f'), ('A', 'F')],
        "Print" | "Graph" => vec![('!', '~')],
        _ => return None,
    })
}

/// `n-m`: with as many digits on both sides, numbers have that many, zeros in front.
fn interval(text: &str) -> Option<Node> {
    let (low, high) = text.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(low) || !digits(high) {
        return None;
    }
    let (least, most): (u64, u64) = (low.parse().ok()?, high.parse().ok()?);
    if least > most {
        return None;
    }
    if low.len() == high.len() {
        return Some(between(low.as_bytes(), high.as_bytes()));
    }
    let alternatives = (1..=high.len()).filter_map(|width| {
        let smallest = if width == 1 { 0 } else { 10_u64.pow(width as u32 - 1) };
        let largest = 10_u64.checked_pow(width as u32).map_or(u64::MAX, |n| n - 1);
        let (from, to) = (least.max(smallest), most.min(largest));
        (from <= to).then(|| between(from.to_string().as_bytes(), to.to_string().as_bytes()))
    });
    Some(Node::Union(alternatives.collect()))
}

/// Numbers of equally many digits from `low` to `high`.
fn between(low: &[u8], high: &[u8]) -> Node {
    let digit = |from: u8, to: u8| Node::Class {
        ranges: vec![(char::from(from), char::from(to))],
        negated: false,
    };
    let (Some((a, low_rest)), Some((b, high_rest))) = (low.split_first(), high.split_first())
    else {
        return Node::Empty;
    };
    if a == b {
        return Node::Concat(vec![digit(*a, *b), between(low_rest, high_rest)]);
    }
    let zeros = vec![b'0'; low_rest.len()];
    let nines = vec![b'9'; low_rest.len()];
    let mut alternatives = vec![
        Node::Concat(vec![digit(*a, *a), between(low_rest, &nines)]),
        Node::Concat(vec![digit(*b, *b), between(&zeros, high_rest)]),
    ];
    if a + 1 < *b {
        let all = std::iter::repeat_n(digit(b'0', b'9'), low_rest.len());
        alternatives.push(Node::Concat(std::iter::once(digit(a + 1, b - 1)).chain(all).collect()));
    }
    Node::Union(alternatives)
}
