//! One random cut tree: insertion, deletion and the score of a point.
//!
//! A node parts its points by one cut: those at or below it in one dimension go left. The
//! probability of a cut is proportional to the extent of its dimension, and insertion and deletion
//! keep that (theorem 1 and algorithms 1 and 2 of the paper): a tree looks as if it had been drawn
//! for the points it has now.
//! Does not: choose which points it holds (see `sample`).

use super::Attribution;
use crate::aggregate::InvalidState;
use crate::table::bytes::{Reader, Writer};
use crate::table::random::Random;

/// Index of a node; the nodes of a tree own their places in one vector.
type Place = usize;

/// Deeper trees than any sample can grow are damage.
const DEPTH_MAX: usize = 10_000;

#[derive(Clone, Debug)]
enum Node {
    Leaf(Leaf),
    Inner(Inner),
}

/// Equal points.
#[derive(Clone, Debug)]
struct Leaf {
    mass: u64,
    point: Box<[f64]>,
}

#[derive(Clone, Debug)]
struct Inner {
    /// Points below.
    mass: u64,
    dimension: usize,
    cut: f64,
    left: Place,
    right: Place,
    /// The box of the points below.
    least: Box<[f64]>,
    most: Box<[f64]>,
}

pub(super) struct Tree {
    dimensions: usize,
    root: Option<Place>,
    nodes: Vec<Option<Node>>,
    free: Vec<Place>,
}

impl Node {
    fn mass(&self) -> u64 {
        match self {
            Self::Leaf(leaf) => leaf.mass,
            Self::Inner(inner) => inner.mass,
        }
    }

    fn bounds(&self) -> (&[f64], &[f64]) {
        match self {
            Self::Leaf(leaf) => (&leaf.point, &leaf.point),
            Self::Inner(inner) => (&inner.least, &inner.most),
        }
    }
}

impl Inner {
    fn child(&self, point: &[f64]) -> Place {
        let at = point.get(self.dimension).copied().unwrap_or(0.0);
        if at <= self.cut { self.left } else { self.right }
    }

    fn extend(&mut self, point: &[f64]) {
        for ((least, most), x) in self.least.iter_mut().zip(&mut self.most).zip(point) {
            *least = least.min(*x);
            *most = most.max(*x);
        }
    }
}

impl Tree {
    pub fn new(dimensions: usize) -> Self {
        Self { dimensions, root: None, nodes: Vec::new(), free: Vec::new() }
    }

    fn node(&self, place: Place) -> Option<&Node> {
        self.nodes.get(place)?.as_ref()
    }

    fn inner_mut(&mut self, place: Place) -> Option<&mut Inner> {
        match self.nodes.get_mut(place)?.as_mut()? {
            Node::Inner(inner) => Some(inner),
            Node::Leaf(_) => None,
        }
    }

    fn add(&mut self, node: Node) -> Place {
        if let Some(place) = self.free.pop() {
            if let Some(slot) = self.nodes.get_mut(place) {
                *slot = Some(node);
            }
            return place;
        }
        self.nodes.push(Some(node));
        self.nodes.len() - 1
    }

    fn drop_node(&mut self, place: Place) {
        if let Some(slot) = self.nodes.get_mut(place) {
            *slot = None;
            self.free.push(place);
        }
    }

    /// Points `parent`, or the root, at another child.
    fn replace_child(&mut self, parent: Option<Place>, old: Place, new: Place) {
        match parent.and_then(|parent| self.inner_mut(parent)) {
            Some(parent) if parent.left == old => parent.left = new,
            Some(parent) => parent.right = new,
            None => self.root = Some(new),
        }
    }

    /// Algorithm 2: goes down until a cut drawn for the box and the point parts them.
    pub fn insert(&mut self, point: &[f64], random: &mut Random) {
        let mut parent = None;
        let Some(mut place) = self.root else {
            let leaf = self.add(Node::Leaf(Leaf { mass: 1, point: point.into() }));
            self.root = Some(leaf);
            return;
        };
        loop {
            let Some(node) = self.nodes.get_mut(place).and_then(Option::as_mut) else { return };
            if let Node::Leaf(leaf) = node
                && *leaf.point == *point
            {
                leaf.mass += 1;
                return;
            }
            let (least, most) = node.bounds();
            let drawn = draw_cut(least, most, point, random);
            if let Some((dimension, cut, above)) = drawn.filter(|(_, _, above)| above.is_some()) {
                let (mass, least, most) = (node.mass() + 1, least.into(), most.into());
                let leaf = self.add(Node::Leaf(Leaf { mass: 1, point: point.into() }));
                let (left, right) = if above == Some(true) { (place, leaf) } else { (leaf, place) };
                let mut inner = Inner { mass, dimension, cut, left, right, least, most };
                inner.extend(point);
                let inner = self.add(Node::Inner(inner));
                self.replace_child(parent, place, inner);
                return;
            }
            let Node::Inner(inner) = node else { return };
            inner.mass += 1;
            inner.extend(point);
            parent = Some(place);
            place = inner.child(point);
        }
    }

    /// Algorithm 1: the leaf goes, and its sibling takes their parent's place.
    pub fn remove(&mut self, point: &[f64]) {
        let mut path: Vec<Place> = Vec::new();
        let Some(mut place) = self.root else { return };
        while let Some(Node::Inner(inner)) = self.node(place) {
            path.push(place);
            place = inner.child(point);
        }
        let Some(Node::Leaf(leaf)) = self.nodes.get_mut(place).and_then(Option::as_mut) else {
            return;
        };
        leaf.mass -= 1;
        if leaf.mass == 0 {
            self.drop_node(place);
            match path.pop() {
                None => self.root = None,
                Some(parent) => {
                    let Some(Node::Inner(inner)) = self.node(parent) else { return };
                    let sibling = if inner.left == place { inner.right } else { inner.left };
                    self.replace_child(path.last().copied(), parent, sibling);
                    self.drop_node(parent);
                }
            }
        }
        for place in path.into_iter().rev() {
            self.refresh(place);
        }
    }

    /// Mass and box of a node from those of its children.
    fn refresh(&mut self, place: Place) {
        let Some(Node::Inner(inner)) = self.node(place) else { return };
        let (Some(left), Some(right)) = (self.node(inner.left), self.node(inner.right)) else {
            return;
        };
        let mass = left.mass() + right.mass();
        let ((l1, m1), (l2, m2)) = (left.bounds(), right.bounds());
        let least = l1.iter().zip(l2).map(|(a, b)| a.min(*b)).collect();
        let most = m1.iter().zip(m2).map(|(a, b)| a.max(*b)).collect();
        if let Some(inner) = self.inner_mut(place) {
            (inner.mass, inner.least, inner.most) = (mass, least, most);
        }
    }

    /// Adds this tree's score of a point to `sum`, by dimension and side.
    pub fn attribute(&self, point: &[f64], sum: &mut Attribution) {
        let Some(root) = self.root else { return };
        let total = self.node(root).map_or(0, Node::mass);
        let scale = (total as f64 + 1.0).log2();
        // The probability that no cut above has parted the point from the sample.
        let mut together = scale;
        let mut depth = 0_u32;
        let mut place = root;
        while let Some(node) = self.node(place) {
            let (least, most) = node.bounds();
            if let Node::Leaf(leaf) = node
                && *leaf.point == *point
            {
                return seen(leaf.mass, total, depth, together, sum);
            }
            let here = together / (f64::from(depth) + 1.0);
            together *= 1.0 - part(least, most, point, here, sum);
            let Node::Inner(inner) = node else { return };
            place = inner.child(point);
            depth += 1;
        }
    }

    /// The nodes from the root, left before right.
    pub fn save(&self, writer: &mut Writer) {
        let mut open: Vec<Place> = self.root.into_iter().collect();
        writer.count(open.len());
        while let Some(place) = open.pop() {
            match self.node(place) {
                Some(Node::Leaf(leaf)) => {
                    writer.u64(leaf.mass);
                    writer.f64s(&leaf.point);
                }
                Some(Node::Inner(inner)) => {
                    writer.u64(0);
                    writer.count(inner.dimension);
                    writer.f64(inner.cut);
                    open.extend([inner.right, inner.left]);
                }
                None => {}
            }
        }
    }

    pub fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), InvalidState> {
        *self = Self::new(self.dimensions);
        if reader.u64()? > 0 {
            let root = self.load_node(reader, 0)?;
            self.root = Some(root);
        }
        Ok(())
    }

    fn load_node(&mut self, reader: &mut Reader<'_>, depth: usize) -> Result<Place, InvalidState> {
        if depth > DEPTH_MAX {
            return Err(InvalidState);
        }
        let mass = reader.u64()?;
        if mass > 0 {
            let point = reader.f64s(self.dimensions)?.into();
            return Ok(self.add(Node::Leaf(Leaf { mass, point })));
        }
        let dimension = usize::try_from(reader.u64()?).map_err(|_| InvalidState)?;
        let cut = reader.f64()?;
        let left = self.load_node(reader, depth + 1)?;
        let right = self.load_node(reader, depth + 1)?;
        let (least, most) = (Box::default(), Box::default());
        let inner = Inner { mass: 0, dimension, cut, left, right, least, most };
        let place = self.add(Node::Inner(inner));
        self.refresh(place);
        Ok(place)
    }
}

/// A cut through the box that holds both the box and the point, each place as likely as any
/// other; with whether it leaves the point alone above (true) or below (false) the box. `None`
/// when the box has no extent, which two different points never have.
fn draw_cut(
    least: &[f64],
    most: &[f64],
    point: &[f64],
    random: &mut Random,
) -> Option<(usize, f64, Option<bool>)> {
    let sides = || least.iter().zip(most).zip(point).map(|((l, m), x)| (l.min(*x), m.max(*x)));
    let total: f64 = sides().map(|(low, high)| high - low).sum();
    let mut rest = random.unit() * total;
    let mut drawn = None;
    for (dimension, (low, high)) in sides().enumerate() {
        if high > low {
            drawn = Some((dimension, low, high, rest));
        }
        rest -= high - low;
        if rest < 0.0 {
            break;
        }
    }
    let (dimension, low, high, rest) = drawn?;
    // A cut at the upper end would part nothing.
    let cut = if low + rest < high { low + rest.max(0.0) } else { low };
    let (box_low, box_high) = (*least.get(dimension)?, *most.get(dimension)?);
    let alone = if cut < box_low {
        Some(false)
    } else if cut >= box_high {
        Some(true)
    } else {
        None
    };
    Some((dimension, cut, alone))
}

/// The probability that a cut at a node parts the point from the node's box; `weight` times it
/// is added to the dimensions and sides that make it.
fn part(least: &[f64], most: &[f64], point: &[f64], weight: f64, sum: &mut Attribution) -> f64 {
    let sides = || least.iter().zip(most).zip(point);
    let outside = |low: f64, high: f64, x: f64| ((x - high).max(0.0), (low - x).max(0.0));
    let total: f64 = sides()
        .map(|((low, high), x)| {
            let (above, below) = outside(*low, *high, *x);
            high - low + above + below
        })
        .sum();
    if total <= 0.0 {
        return 0.0;
    }
    let mut probability = 0.0;
    let parts = sum.high.iter_mut().zip(&mut sum.low);
    for (((low, high), x), (high_part, low_part)) in sides().zip(parts) {
        let (above, below) = outside(*low, *high, *x);
        *high_part += weight * above / total;
        *low_part += weight * below / total;
        probability += (above + below) / total;
    }
    probability.min(1.0)
}

/// A point that the sample holds: the more often, and the deeper, the less it scores. No side
/// is to blame, so all share alike.
fn seen(mass: u64, total: u64, depth: u32, together: f64, sum: &mut Attribution) {
    let (mass, total) = (mass as f64, total as f64);
    let depth = f64::from(depth) + (mass + 1.0).log2();
    let score = together * (1.0 - mass / (2.0 * total)) / depth;
    let share = score / (sum.high.len() * 2) as f64;
    sum.high.iter_mut().chain(&mut sum.low).for_each(|part| *part += share);
}
