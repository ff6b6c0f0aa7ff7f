//! Writing items: read their rows, try the conditions, change, and commit everything together
//! against the versions that were read.
//! Does not: parse expressions.

use std::collections::BTreeSet;
use std::sync::Arc;

use levada_meta::{Check, CommitError, MetaError, Transaction, Write};

use crate::derived::{self, Rows};
use crate::error::Error;
use crate::eval;
use crate::expr::{Condition, Update};
use crate::limits::{ITEM_BYTES_MAX, WRITE_ATTEMPTS_MAX};
use crate::service::{OpenTable, Tables};
use crate::store::{decode_item, encode_item};
use crate::update::apply;
use crate::value::{Item, item_size};

/// What must hold for a write, and what its refusal tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guard {
    pub condition: Option<Condition>,
    /// ReturnValuesOnConditionCheckFailure = ALL_OLD.
    pub show_item: bool,
}

/// What becomes of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Put(Item),
    Update {
        update: Update,
        /// The key attributes, of which an absent item is made.
        key: Item,
        /// False when an absent item stays absent.
        makes_item: bool,
    },
    Delete,
    /// Only the guard is tried.
    Keep,
}

/// One item's part in a write.
#[derive(Clone, Debug)]
pub struct Intent {
    pub table: Arc<OpenTable>,
    /// The item's row key.
    pub key: Vec<u8>,
    pub guard: Guard,
    pub change: Change,
}

/// An item before and after a write; `None` where there was or is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub before: Option<Item>,
    pub after: Option<Item>,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Refused {
    /// One place per intent; those with an error are the reason.
    Intents(Vec<Option<Error>>),
    Whole(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Whole(error)
    }
}

impl From<MetaError> for Refused {
    fn from(error: MetaError) -> Self {
        Self::Whole(error.into())
    }
}

impl From<Refused> for Error {
    /// The first reason, for writes of which one reason is told.
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Intents(reasons) => {
                reasons.into_iter().flatten().next().unwrap_or(Self::Contended)
            }
            Refused::Whole(error) => error,
        }
    }
}

impl Guard {
    fn check(&self, before: Option<&Item>) -> Result<(), Error> {
        let empty = Item::new();
        let holds = self
            .condition
            .as_ref()
            .is_none_or(|condition| eval::holds(condition, before.unwrap_or(&empty)));
        if holds {
            return Ok(());
        }
        let item = if self.show_item { before.cloned() } else { None };
        Err(Error::ConditionFailed { item })
    }
}

impl Change {
    fn after(&self, before: Option<&Item>) -> Result<Option<Item>, Error> {
        match self {
            Self::Put(item) => {
                check_size(item, "Item size has exceeded the maximum allowed size")?;
                Ok(Some(item.clone()))
            }
            Self::Update { makes_item: false, .. } if before.is_none() => Ok(None),
            Self::Update { update, key, .. } => {
                let after = apply(update, before.unwrap_or(key))?;
                check_size(&after, "Item size to update has exceeded the maximum allowed size")?;
                Ok(Some(after))
            }
            Self::Delete => Ok(None),
            Self::Keep => Ok(before.cloned()),
        }
    }
}

/// What a write comes to, as the rows stand.
struct Plan {
    written: Vec<Written>,
    /// First one check per table, then one per item.
    checks: Vec<Check>,
    table_count: usize,
    writes: Vec<Write>,
}

impl Tables {
    /// Changes one item, if its guard allows; durable when it returns.
    pub async fn write(&self, intent: Intent) -> Result<Written, Error> {
        let mut written = self.write_all(vec![intent], Transaction::default()).await?;
        written.pop().ok_or(Error::Contended)
    }

    /// Changes several items, all of them or none; durable when it returns. No item may occur
    /// twice. `with` is committed too; when one of its checks does not hold, the write is
    /// [`Error::InProgress`].
    pub async fn write_all(
        &self,
        mut intents: Vec<Intent>,
        with: Transaction,
    ) -> Result<Vec<Written>, Refused> {
        let keys = intents.iter().map(|intent| (intent.table.row.uid, &intent.key[..]));
        let _alone = self.lock(keys).await;
        for _ in 0..WRITE_ATTEMPTS_MAX {
            let Plan { written, mut checks, table_count, mut writes } = self.plan(&intents).await?;
            let own_count = checks.len();
            checks.extend(with.checks.iter().cloned());
            writes.extend(with.writes.iter().cloned());
            let expiring = self.first_expiry(&intents, &writes);
            match self.meta.commit(Transaction { checks, writes }).await {
                Ok(()) => {
                    self.expiry.is_due_at(expiring);
                    return Ok(written);
                }
                Err(CommitError::Conflict(place)) if place < table_count => {
                    // A table was altered, and may have an index more; or it is gone.
                    for intent in &mut intents {
                        intent.table = self.refreshed(&intent.table).await?;
                    }
                }
                Err(CommitError::Conflict(place)) if place >= own_count => {
                    return Err(Error::InProgress.into());
                }
                Err(CommitError::Conflict(_)) => {}
                Err(CommitError::Failed(error)) => return Err(error.into()),
            }
        }
        Err(Error::Contended.into())
    }

    async fn plan(&self, intents: &[Intent]) -> Result<Plan, Refused> {
        let mut seen = BTreeSet::new();
        let tables = intents.iter().map(|intent| &intent.table);
        let checks: Vec<Check> = tables
            .filter(|table| seen.insert(table.row.uid))
            .map(|table| table.still_there())
            .collect();
        let table_count = checks.len();
        let mut plan = Plan { written: Vec::new(), checks, table_count, writes: Vec::new() };
        let mut reasons = Vec::with_capacity(intents.len());
        for intent in intents {
            reasons.push(match self.plan_one(intent, &mut plan).await {
                Ok(()) => None,
                Err(error @ Error::Meta(_)) => return Err(error.into()),
                Err(error) => Some(error),
            });
        }
        if reasons.iter().any(Option::is_some) {
            return Err(Refused::Intents(reasons));
        }
        Ok(plan)
    }

    async fn plan_one(&self, intent: &Intent, plan: &mut Plan) -> Result<(), Error> {
        let (table, key) = (&intent.table.row, &intent.key);
        let space = table.items_space();
        let row = self.meta.get(&space, key).await?;
        let before = row.as_ref().map(|row| decode_item(&space, row)).transpose()?;
        intent.guard.check(before.as_ref())?;
        let after = intent.change.after(before.as_ref())?;
        plan.checks.push(match &row {
            None => Check::Absent { space: space.clone(), key: key.clone() },
            Some(row) => {
                Check::Version { space: space.clone(), key: key.clone(), version: row.version }
            }
        });
        if before != after {
            let of_before = before.as_ref().map(|item| derived::of_stored(table, key, item));
            let of_after = after.as_ref().map(|item| derived::of(table, key, item));
            let rows = |rows: Option<Result<Rows, Error>>| rows.unwrap_or(Ok(Rows::new()));
            plan.writes.extend(derived::changes(rows(of_before)?, rows(of_after)?));
            plan.writes.push(match &after {
                None => Write::Delete { space, key: key.clone() },
                Some(item) => {
                    let value = encode_item(&space, item)?;
                    Write::Put { space, key: key.clone(), value }
                }
            });
        }
        plan.written.push(Written { before, after });
        Ok(())
    }
}

fn check_size(item: &Item, message: &str) -> Result<(), Error> {
    if item_size(item) > ITEM_BYTES_MAX {
        return Err(Error::Validation(message.to_owned()));
    }
    Ok(())
}
