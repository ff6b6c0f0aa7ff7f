//! Altering tables: indexes made and dropped, billing, protection, time to live, tags.
//! Does not: parse requests.

use std::collections::BTreeMap;
use std::sync::Arc;

use levada_meta::Write;

use crate::error::Error;
use crate::limits::{INDEXES_MAX, TAGS_MAX};
use crate::service::{NewIndex, OpenTable, Tables};
use crate::store::{Billing, Expiry, Progress, TableRow, Throughput};

/// What UpdateTable asks for, checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alteration {
    pub billing: Option<Billing>,
    pub is_protected: Option<bool>,
    pub create: Option<NewIndex>,
    pub delete: Option<String>,
    /// By index name.
    pub throughputs: Vec<(String, Throughput)>,
}

fn invalid<T>(message: impl Into<String>) -> Result<T, Error> {
    Err(Error::Validation(message.into()))
}

impl Alteration {
    fn apply(&self, row: &mut TableRow, writes: &mut Vec<Write>) -> Result<(), Error> {
        row.billing = self.billing.unwrap_or(row.billing);
        row.is_protected = self.is_protected.unwrap_or(row.is_protected);
        for (name, throughput) in &self.throughputs {
            let index = row.indexes.iter_mut().find(|index| index.name == *name);
            index.ok_or_else(|| Error::IndexNotFound(name.clone()))?.throughput = *throughput;
        }
        if let Some(name) = &self.delete {
            let place = row.indexes.iter().position(|index| index.name == *name);
            let place = place.ok_or_else(|| Error::IndexNotFound(name.clone()))?;
            writes.push(Write::Clear { space: row.indexes.remove(place).space() });
        }
        Ok(())
    }
}

impl Tables {
    /// Alters a table. An index that is made takes writes at once, and is filled in the
    /// background.
    pub async fn update(
        self: &Arc<Self>,
        name_or_arn: &str,
        mut wanted: Alteration,
    ) -> Result<Arc<OpenTable>, Error> {
        let created = match wanted.create.take() {
            Some(index) => Some(self.new_index(index, Progress::Backfilling).await?),
            None => None,
        };
        let altered = self
            .alter(name_or_arn, |row, writes| {
                wanted.apply(row, writes)?;
                let Some(index) = &created else { return Ok(()) };
                if row.indexes.iter().any(|other| other.name == index.name) {
                    return invalid("Attempting to create an index which already exists");
                }
                if row.indexes.len() >= INDEXES_MAX {
                    return invalid(
                        "One or more parameter values were invalid: GlobalSecondaryIndex count \
                         exceeds the per-table limit of 20",
                    );
                }
                row.indexes.push(index.clone());
                Ok(())
            })
            .await?;
        if let Some(index) = created {
            self.start_backfill(Arc::clone(&altered), index.space());
        }
        Ok(altered)
    }

    /// Items end by `attribute` from now on, those that are there already too.
    pub async fn enable_expiry(
        self: &Arc<Self>,
        name_or_arn: &str,
        attribute: &str,
    ) -> Result<(), Error> {
        let uid = self.meta.next_id("table.derived").await?;
        let setting =
            Expiry { attribute: attribute.to_owned(), uid, progress: Progress::Backfilling };
        let altered = self.alter(name_or_arn, |row, _| {
            if row.expiry.is_some() {
                return invalid("TimeToLive is already enabled");
            }
            row.expiry = Some(setting.clone());
            Ok(())
        });
        self.start_backfill(altered.await?, setting.space());
        Ok(())
    }

    pub async fn disable_expiry(&self, name_or_arn: &str, attribute: &str) -> Result<(), Error> {
        let altered = self.alter(name_or_arn, |row, writes| {
            let Some(setting) = row.expiry.take() else {
                return invalid("TimeToLive is already disabled");
            };
            if setting.attribute != attribute {
                return invalid(format!(
                    "TimeToLive is active on a different AttributeName: current AttributeName is \
                     {}",
                    setting.attribute
                ));
            }
            writes.push(Write::Clear { space: setting.space() });
            Ok(())
        });
        altered.await.map(|_| ())
    }

    /// Adds tags, and replaces those of the same keys.
    pub async fn tag(
        &self,
        name_or_arn: &str,
        tags: &BTreeMap<String, String>,
    ) -> Result<(), Error> {
        let altered = self.alter(name_or_arn, |row, _| {
            row.tags.extend(tags.clone());
            if row.tags.len() > TAGS_MAX {
                return invalid(format!("Too Many Tags: a resource has up to {TAGS_MAX}"));
            }
            Ok(())
        });
        altered.await.map(|_| ())
    }

    /// Keys without a tag are no error.
    pub async fn untag(&self, name_or_arn: &str, keys: &[String]) -> Result<(), Error> {
        let altered = self.alter(name_or_arn, |row, _| {
            row.tags.retain(|key, _| !keys.contains(key));
            Ok(())
        });
        altered.await.map(|_| ())
    }
}
