//! Query and Scan: rows of a stretch in key order, filtered, page by page.
//! Does not: parse requests.

use levada_meta::Row;

use crate::error::Error;
use crate::eval;
use crate::expr::Condition;
use crate::limits::{FETCH_ROWS, PAGE_BYTES_MAX};
use crate::range::Stretch;
use crate::service::Tables;
use crate::store::decode_item;
use crate::value::{Item, item_size};

/// One of `total` parts of a table that Scan may read side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub number: u64,
    pub total: u64,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    pub stretch: Stretch,
    pub descending: bool,
    pub filter: Option<Condition>,
    /// Items looked at, before the filter.
    pub limit: Option<usize>,
    /// The row key to go on after.
    pub after: Option<Vec<u8>>,
    pub part: Option<Part>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub items: Vec<Item>,
    /// Items looked at.
    pub scanned: usize,
    /// Bytes of the items looked at.
    pub bytes: usize,
    /// The last item looked at, when there may be more after it.
    pub last: Option<Item>,
}

/// FNV-1a: stable across releases, since clients page through parts with it.
fn part_of(key: &[u8], total: u64) -> u64 {
    let hash = key.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ (hash >> 32)) % total.max(1)
}

/// The rows of a search in order, fetched some at a time.
struct Rows<'a> {
    tables: &'a Tables,
    space: String,
    search: &'a Search,
    fetched: std::vec::IntoIter<Row>,
    after: Option<Vec<u8>>,
    started: bool,
    ended: bool,
}

impl Rows<'_> {
    async fn next(&mut self) -> Result<Option<Row>, Error> {
        loop {
            if let Some(row) = self.fetched.next() {
                if self.search.stretch.contains(&row.key) {
                    return Ok(Some(row));
                }
                // Rows come in order: one beyond the far bound ends the stretch.
                self.ended = true;
                return Ok(None);
            }
            if self.ended {
                return Ok(None);
            }
            self.fetch().await?;
        }
    }

    async fn fetch(&mut self) -> Result<(), Error> {
        let Search { stretch, descending, .. } = self.search;
        let mut rows = Vec::new();
        if !self.started {
            self.started = true;
            self.after = self.search.after.clone();
            if self.after.is_none()
                && let Some(bound) = stretch.first(*descending)
            {
                self.after = Some(bound.key.clone());
                // The store reads after a key; the bound's own row is asked for by itself.
                rows.extend(
                    self.tables
                        .meta
                        .get(&self.space, &bound.key)
                        .await?
                        .filter(|row| stretch.contains(&row.key)),
                );
            }
        }
        let wanted = self.search.limit.map_or(FETCH_ROWS, |limit| limit.min(FETCH_ROWS));
        let after = self.after.as_deref();
        let prefix = &stretch.prefix;
        let more = self.tables.meta.scan(&self.space, prefix, after, *descending, wanted).await?;
        self.ended = more.len() < wanted;
        if let Some(row) = more.last() {
            self.after = Some(row.key.clone());
        }
        rows.extend(more);
        self.fetched = rows.into_iter();
        Ok(())
    }
}

impl Tables {
    /// Searches a space of items, a table's or an index's.
    pub async fn search(&self, space: &str, search: &Search) -> Result<Found, Error> {
        let mut rows = Rows {
            tables: self,
            space: space.to_owned(),
            search,
            fetched: Vec::new().into_iter(),
            after: None,
            started: false,
            ended: false,
        };
        let mut found = Found::default();
        while let Some(row) = rows.next().await? {
            if search.part.is_some_and(|part| part_of(&row.key, part.total) != part.number) {
                continue;
            }
            let item = decode_item(space, &row)?;
            found.scanned += 1;
            found.bytes += item_size(&item);
            let is_full = search.limit.is_some_and(|limit| found.scanned >= limit)
                || found.bytes >= PAGE_BYTES_MAX;
            if is_full {
                found.last = Some(item.clone());
            }
            if search.filter.as_ref().is_none_or(|filter| eval::holds(filter, &item)) {
                found.items.push(item);
            }
            if is_full {
                break;
            }
        }
        Ok(found)
    }
}
