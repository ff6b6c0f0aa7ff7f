//! The analysts' side: asking the warehouse over the PostgreSQL wire.
//! Does not: keep a connection; a restarted server must not matter.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use tokio_postgres::{NoTls, SimpleQueryMessage, SimpleQueryRow};

use super::nightly::{Transaction, parse_cents, parse_time};

pub async fn query(port: u16, sql: &str) -> Result<Vec<SimpleQueryRow>> {
    let config = format!("host=127.0.0.1 port={port} user=levada dbname=levada connect_timeout=5");
    let (client, connection) = tokio_postgres::connect(&config, NoTls).await?;
    let serving = tokio::spawn(connection);
    let messages = client.simple_query(sql).await;
    drop(client);
    // The statement's own outcome counts; how the connection closed does not.
    let _ = serving.await;
    let rows = messages.with_context(|| format!("the warehouse refuses `{sql}`"))?;
    Ok(rows
        .into_iter()
        .filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some(row),
            _ => None,
        })
        .collect())
}

/// Every row of the table, with how often it is there.
pub async fn transactions(port: u16) -> Result<BTreeMap<Transaction, u64>> {
    let sql = "SELECT transaction_id, passed_at, customer_id, station_id, vehicle, toll FROM tolls";
    let mut found = BTreeMap::new();
    for row in query(port, sql).await? {
        let cell =
            |n: usize| row.get(n).with_context(|| format!("column {n} is null")).map(str::to_owned);
        let transaction = Transaction {
            id: cell(0)?,
            at_ms: parse_time(&cell(1)?)?,
            customer: cell(2)?,
            station: cell(3)?,
            vehicle: cell(4)?,
            toll_cents: parse_cents(&cell(5)?)?,
        };
        *found.entry(transaction).or_default() += 1;
    }
    Ok(found)
}
