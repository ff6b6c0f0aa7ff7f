//! Time to live: items end when the second in one of their attributes has come.
//! Does not: read settings from requests (see `ops::update_time_to_live`).
//!
//! Row key in expiry order, persisted, never changed: the second as eight bytes, most
//! significant first, then the item's row key.

use std::sync::Arc;

use futures::future::join_all;
use levada_types::Timestamp;
use parking_lot::Mutex;
use tokio::sync::Notify;

use crate::error::Error;
use crate::expr::{Comparator, Condition, Operand, Path};
use crate::limits::{EXPIRY_AGE_MAX, EXPIRY_RETRY, FETCH_ROWS};
use crate::number::Number;
use crate::service::{OpenTable, Tables};
use crate::store::Expiry;
use crate::value::{Item, Value};
use crate::write::{Change, Guard, Intent};

/// When `item` ends; `None` without a whole number of seconds since 1970 in its attribute.
pub fn second(setting: &Expiry, item: &Item) -> Option<u64> {
    match item.get(&setting.attribute)? {
        Value::N(number) => number.to_string().parse().ok(),
        _ => None,
    }
}

pub fn row_key(second: u64, item_key: &[u8]) -> Vec<u8> {
    [&second.to_be_bytes()[..], item_key].concat()
}

/// The second and the item's row key of a row in expiry order.
pub fn parse_row_key(row_key: &[u8]) -> Option<(u64, &[u8])> {
    let (second, item_key) = row_key.split_first_chunk()?;
    Some((u64::from_be_bytes(*second), item_key))
}

fn seconds(time: Timestamp) -> u64 {
    u64::try_from(time.as_secs()).unwrap_or(0)
}

fn at(second: u64) -> Timestamp {
    let second = i64::try_from(second).unwrap_or(i64::MAX);
    Timestamp::from_millis(second.saturating_mul(1000))
}

/// Wakes the task that ends items when one is due earlier than it thinks.
#[derive(Default)]
pub struct Alarm {
    /// When the task will look by itself; `None` while it is looking.
    next: Mutex<Option<Timestamp>>,
    wake: Notify,
}

impl Alarm {
    pub fn is_due_at(&self, second: Option<u64>) {
        let Some(second) = second else { return };
        if self.next.lock().is_none_or(|next| at(second) < next) {
            self.wake.notify_one();
        }
    }
}

impl Tables {
    /// Ends items from now on, until shutdown.
    pub(crate) fn start_expiry(self: &Arc<Self>) {
        let (tables, alarm) = (Arc::downgrade(self), Arc::clone(&self.expiry));
        let env = self.env.clone();
        tokio::spawn(async move {
            while let Some(tables) = tables.upgrade() {
                *alarm.next.lock() = None;
                let next = tables.expire().await.unwrap_or_else(|error| {
                    tracing::error!(%error, "items could not be ended; trying again later");
                    env.clock.now().plus(EXPIRY_RETRY)
                });
                *alarm.next.lock() = Some(next);
                drop(tables);
                tokio::select! {
                    () = env.shutdown.begun() => return,
                    () = alarm.wake.notified() => {}
                    () = env.clock.sleep_until(next) => {}
                }
            }
        });
    }

    /// Deletes every item whose time has come; when the next one's will.
    async fn expire(&self) -> Result<Timestamp, Error> {
        let mut next = Timestamp::from_millis(i64::MAX);
        for table in self.all() {
            if let Some(setting) = &table.row.expiry {
                next = next.min(self.expire_in(&table, setting).await?);
            }
        }
        Ok(next)
    }

    async fn expire_in(
        &self,
        table: &Arc<OpenTable>,
        setting: &Expiry,
    ) -> Result<Timestamp, Error> {
        let now = self.env.clock.now();
        let space = setting.space();
        // What is older was most likely never meant as a time, and is kept, as AWS does.
        let mut after = row_key(seconds(now.minus(EXPIRY_AGE_MAX)), &[]);
        loop {
            let rows = self.meta.scan(&space, &[], Some(&after), false, FETCH_ROWS).await?;
            let found = rows.iter().filter_map(|row| parse_row_key(&row.key));
            let (due, later): (Vec<_>, Vec<_>) =
                found.partition(|(second, _)| *second <= seconds(now));
            let deletions = due.iter().map(|(_, key)| self.end(table, setting, key, now));
            join_all(deletions).await.into_iter().collect::<Result<(), Error>>()?;
            if let Some((second, _)) = later.first() {
                return Ok(at(*second));
            }
            match rows.into_iter().next_back() {
                Some(row) => after = row.key,
                None => return Ok(Timestamp::from_millis(i64::MAX)),
            }
        }
    }

    async fn end(
        &self,
        table: &Arc<OpenTable>,
        setting: &Expiry,
        key: &[u8],
        now: Timestamp,
    ) -> Result<(), Error> {
        let attribute = Path { attribute: setting.attribute.clone(), rest: Vec::new() };
        let now = Number::parse(&seconds(now).to_string())
            .map_err(|error| Error::Validation(error.to_string()))?;
        let condition = Condition::Compare(
            Operand::Path(attribute),
            Comparator::LessOrEqual,
            Operand::Value(Value::N(now)),
        );
        let intent = Intent {
            table: Arc::clone(table),
            key: key.to_vec(),
            guard: Guard { condition: Some(condition), show_item: false },
            change: Change::Delete,
        };
        match self.write(intent).await {
            // Somebody changed the item, or deleted the table, meanwhile.
            Ok(_) | Err(Error::ConditionFailed { .. } | Error::NotFound) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
