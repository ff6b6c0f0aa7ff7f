//! Transactions over items: writes that happen together or not at all, under a token that makes
//! a repeat harmless, and reads of one moment.
//! Does not: parse requests.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use levada_meta::{Check, CommitError, MetaError, Transaction, Write};
use levada_types::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits::{TOKEN_PURGE_COUNT, TOKEN_VALIDITY, WRITE_ATTEMPTS_MAX};
use crate::service::{OpenTable, Tables};
use crate::store::decode_item;
use crate::value::Item;
use crate::write::{Intent, Refused, Written};

const TOKENS: &str = "tables.tokens";
const TOKEN_TIMES: &str = "tables.tokens.times";

/// A request's idempotency token, and a digest of what it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub token: String,
    pub digest: String,
}

/// A token that was used. Persisted.
#[derive(Debug, Serialize, Deserialize)]
struct Used {
    at: Timestamp,
    digest: String,
}

/// Tokens in the order of their use: milliseconds as eight bytes, then the token.
fn time_key(at: Timestamp, token: &str) -> Vec<u8> {
    let millis = u64::try_from(at.as_millis()).unwrap_or(0);
    [&millis.to_be_bytes()[..], token.as_bytes()].concat()
}

fn malformed(error: &serde_json::Error) -> MetaError {
    MetaError::Malformed { space: TOKENS.into(), reason: error.to_string() }
}

/// No item may occur twice.
fn check_distinct<'a>(rows: impl Iterator<Item = (&'a OpenTable, &'a [u8])>) -> Result<(), Error> {
    let mut seen = BTreeSet::new();
    for (table, key) in rows {
        if !seen.insert((table.row.uid, key)) {
            return Err(Error::Validation(
                "Transaction request cannot include multiple operations on one item".into(),
            ));
        }
    }
    Ok(())
}

impl Tables {
    /// All intents, or none. A repeat of a token's request within ten minutes does nothing, and
    /// is answered as if it had: then there is nothing to tell of the items.
    pub async fn transact(
        &self,
        intents: Vec<Intent>,
        token: Option<Token>,
    ) -> Result<Vec<Written>, Error> {
        check_distinct(intents.iter().map(|intent| (&*intent.table, &intent.key[..])))?;
        let with = match token {
            None => Transaction::default(),
            Some(token) => match self.take_token(token).await? {
                Some(with) => with,
                None => return Ok(Vec::new()),
            },
        };
        self.write_all(intents, with).await.map_err(|refused| match refused {
            Refused::Intents(reasons) => Error::Cancelled { reasons },
            Refused::Whole(error) => error,
        })
    }

    /// What marks the token as used; `None` when it is already, by the same request. Tokens live
    /// in real time, as their clients do.
    async fn take_token(&self, wanted: Token) -> Result<Option<Transaction>, Error> {
        let Token { token, digest } = wanted;
        let (space, key) = (TOKENS.to_owned(), token.clone().into_bytes());
        let now = self.env.machine_clock.now();
        let limit = now.minus(TOKEN_VALIDITY);
        let mut with = self.purge(limit).await?;
        match self.meta.get(TOKENS, &key).await? {
            None => with.checks.push(Check::Absent { space: space.clone(), key: key.clone() }),
            Some(row) => {
                let used: Used = serde_json::from_slice(&row.value).map_err(|e| malformed(&e))?;
                if used.at > limit {
                    return if used.digest == digest { Ok(None) } else { Err(Error::TokenReused) };
                }
                let (space, key) = (space.clone(), key.clone());
                with.checks.push(Check::Version { space, key, version: row.version });
                let key = time_key(used.at, &token);
                with.writes.push(Write::Delete { space: TOKEN_TIMES.into(), key });
            }
        }
        let value = serde_json::to_vec(&Used { at: now, digest }).map_err(|e| malformed(&e))?;
        with.writes.push(Write::Put { space, key, value });
        let key = time_key(now, &token);
        with.writes.push(Write::Put { space: TOKEN_TIMES.into(), key, value: Vec::new() });
        Ok(Some(with))
    }

    /// Deletes some of the tokens that were used before `limit`.
    async fn purge(&self, limit: Timestamp) -> Result<Transaction, Error> {
        let mut purge = Transaction::default();
        let end = time_key(limit.minus(Duration::from_millis(1)), "");
        let rows = self.meta.scan(TOKEN_TIMES, &[], None, false, TOKEN_PURGE_COUNT).await?;
        for row in rows.into_iter().filter(|row| row.key < end) {
            let token = row.key.get(size_of::<u64>()..).unwrap_or_default().to_vec();
            purge.writes.push(Write::Delete { space: TOKENS.into(), key: token });
            purge.writes.push(Write::Delete { space: TOKEN_TIMES.into(), key: row.key });
        }
        Ok(purge)
    }

    /// The items under these keys, all as they were at one moment.
    pub async fn read_together(
        &self,
        keys: &[(Arc<OpenTable>, Vec<u8>)],
    ) -> Result<Vec<Option<Item>>, Error> {
        check_distinct(keys.iter().map(|(table, key)| (&**table, &key[..])))?;
        for _ in 0..WRITE_ATTEMPTS_MAX {
            let (mut items, mut checks) = (Vec::new(), Vec::new());
            for (table, key) in keys {
                let (space, key) = (table.row.items_space(), key.clone());
                let row = self.meta.get(&space, &key).await?;
                items.push(row.as_ref().map(|row| decode_item(&space, row)).transpose()?);
                checks.push(match row {
                    None => Check::Absent { space, key },
                    Some(row) => Check::Version { space, key, version: row.version },
                });
            }
            match self.meta.commit(Transaction { checks, writes: Vec::new() }).await {
                Ok(()) => return Ok(items),
                Err(CommitError::Conflict(_)) => {}
                Err(CommitError::Failed(error)) => return Err(error.into()),
            }
        }
        Err(Error::Contended)
    }
}
