//! Writing one item: read the row, try the condition, change, and commit against the version
//! that was read.
//! Does not: parse expressions.

use levada_meta::{Check, CommitError, Transaction, Write};

use crate::error::Error;
use crate::eval;
use crate::expr::Condition;
use crate::limits::{ITEM_BYTES_MAX, WRITE_ATTEMPTS_MAX};
use crate::service::{OpenTable, Tables};
use crate::store::{decode_item, encode_item};
use crate::value::{Item, item_size};

/// What must hold for a write, and what its refusal tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guard {
    pub condition: Option<Condition>,
    /// ReturnValuesOnConditionCheckFailure = ALL_OLD.
    pub show_item: bool,
}

/// An item before and after a write; `None` where there was or is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub before: Option<Item>,
    pub after: Option<Item>,
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

impl Tables {
    /// Changes the item under `key`, if `guard` allows; durable when it returns. `change` gives
    /// the item to store, or `None` for none, and may be asked again when another writer came
    /// between.
    pub async fn write(
        &self,
        table: &OpenTable,
        key: Vec<u8>,
        guard: &Guard,
        change: impl Fn(Option<&Item>) -> Result<Option<Item>, Error> + Send,
    ) -> Result<Written, Error> {
        let space = table.row.items_space();
        let _alone = self.lock(&table.row, &key).await;
        for _ in 0..WRITE_ATTEMPTS_MAX {
            let row = self.meta.get(&space, &key).await?;
            let before = row.as_ref().map(|row| decode_item(&space, row)).transpose()?;
            guard.check(before.as_ref())?;
            let after = change(before.as_ref())?;
            if before.is_none() && after.is_none() {
                return Ok(Written { before, after });
            }
            let unchanged = match row {
                None => Check::Absent { space: space.clone(), key: key.clone() },
                Some(row) => {
                    Check::Version { space: space.clone(), key: key.clone(), version: row.version }
                }
            };
            let write = match &after {
                None => Write::Delete { space: space.clone(), key: key.clone() },
                Some(item) => {
                    let value = encode_item(&space, item)?;
                    Write::Put { space: space.clone(), key: key.clone(), value }
                }
            };
            let checks = vec![table.still_there.clone(), unchanged];
            match self.meta.commit(Transaction { checks, writes: vec![write] }).await {
                Ok(()) => return Ok(Written { before, after }),
                Err(CommitError::Conflict(0)) => return Err(Error::NotFound),
                Err(CommitError::Conflict(_)) => {}
                Err(CommitError::Failed(error)) => return Err(error.into()),
            }
        }
        Err(Error::Contended)
    }
}

/// Refuses items over the size limit; `message` is the operation's.
pub fn check_size(item: &Item, message: &str) -> Result<(), Error> {
    if item_size(item) > ITEM_BYTES_MAX {
        return Err(Error::Validation(message.to_owned()));
    }
    Ok(())
}
