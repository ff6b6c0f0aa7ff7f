//! Filling a new index, or a new order of expiry, from the items that were there before it.
//! Does not: keep it up to date; from its creation on every write does.

use std::sync::Arc;

use levada_meta::{CommitError, Transaction};

use crate::derived;
use crate::error::Error;
use crate::limits::FETCH_ROWS;
use crate::service::{OpenTable, Tables};
use crate::store::{Progress, TableRow, decode_item};

/// The spaces of a table that are not complete.
pub fn unfilled(table: &TableRow) -> Vec<String> {
    let indexes = table.indexes.iter().map(|index| (index.progress, index.space()));
    let expiry = table.expiry.iter().map(|setting| (setting.progress, setting.space()));
    indexes
        .chain(expiry)
        .filter(|(progress, _)| *progress == Progress::Backfilling)
        .map(|(_, space)| space)
        .collect()
}

fn complete(table: &mut TableRow, space: &str) {
    for index in table.indexes.iter_mut().filter(|index| index.space() == space) {
        index.progress = Progress::Complete;
    }
    for setting in table.expiry.iter_mut().filter(|setting| setting.space() == space) {
        setting.progress = Progress::Complete;
    }
}

impl Tables {
    /// Fills one space of a table in the background. What a shutdown interrupts is begun again
    /// at the next start.
    pub(crate) fn start_backfill(self: &Arc<Self>, table: Arc<OpenTable>, space: String) {
        let tables = Arc::clone(self);
        tokio::spawn(async move {
            let shutdown = tables.env.shutdown.clone();
            let name = table.row.name.clone();
            tokio::select! {
                () = shutdown.begun() => {}
                filled = tables.backfill(table, &space) => match filled {
                    Ok(()) => tables.expiry.is_due_at(Some(0)),
                    Err(error) => {
                        tracing::error!(table = name, space, %error, "an index was not filled");
                    }
                }
            }
        });
    }

    async fn backfill(&self, mut table: Arc<OpenTable>, space: &String) -> Result<(), Error> {
        let mut after: Option<Vec<u8>> = None;
        loop {
            if !unfilled(&table.row).contains(space) {
                return Ok(());
            }
            match self.backfill_page(&table, space, after.as_deref()).await {
                Ok(Some(last)) => after = Some(last),
                Ok(None) => break,
                Err(Error::NotFound) => match self.refreshed(&table).await {
                    Ok(fresh) => table = fresh,
                    Err(Error::NotFound) => return Ok(()),
                    Err(error) => return Err(error),
                },
                Err(error) => return Err(error),
            }
        }
        let done = self.alter(&table.row.name, |row, _| {
            complete(row, space);
            Ok(())
        });
        done.await.map(|_| ())
    }

    /// The last row key of the page; `None` at the end. [`Error::NotFound`] when the table was
    /// altered meanwhile.
    async fn backfill_page(
        &self,
        table: &OpenTable,
        space: &String,
        after: Option<&[u8]>,
    ) -> Result<Option<Vec<u8>>, Error> {
        // No writer may come between reading an item and writing what follows from it.
        let _alone = self.lock_all().await;
        let items = table.row.items_space();
        let rows = self.meta.scan(&items, &[], after, false, FETCH_ROWS).await?;
        let Some(last) = rows.last().map(|row| row.key.clone()) else { return Ok(None) };
        let mut writes = Vec::new();
        for row in &rows {
            let item = decode_item(&items, row)?;
            let mut derived = derived::of_stored(&table.row, &row.key, &item)?;
            derived.retain(|(within, _), _| within == space);
            writes.extend(derived::puts(derived));
        }
        let checks = vec![table.still_there()];
        match self.meta.commit(Transaction { checks, writes }).await {
            Ok(()) => Ok(Some(last)),
            Err(CommitError::Conflict(_)) => Err(Error::NotFound),
            Err(CommitError::Failed(error)) => Err(error.into()),
        }
    }
}
