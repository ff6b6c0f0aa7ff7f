//! Runs one COPY over the PostgreSQL wire.
//! Does not: retry.

use levada_env::Env;
use tokio_postgres::NoTls;

use crate::limits::{CONNECT_TIMEOUT, COPY_TIMEOUT, ERROR_TEXT_CHARS_MAX};
use crate::redshift::{Address, RedshiftConfig};

/// The embedded warehouse and PostgreSQL's own servers are reached without TLS.
pub async fn run(config: &RedshiftConfig, env: &Env, statement: &str) -> Result<(), String> {
    let address = Address::parse(&config.jdbc_url).map_err(|error| error.to_string())?;
    tokio::select! {
        done = connect_and_run(config, &address, statement) => done,
        () = env.machine_clock.sleep(COPY_TIMEOUT) => {
            Err(format!("no answer within {} seconds", COPY_TIMEOUT.as_secs()))
        }
    }
}

async fn connect_and_run(
    config: &RedshiftConfig,
    address: &Address,
    statement: &str,
) -> Result<(), String> {
    let (client, connection) = tokio_postgres::Config::new()
        .host(&address.host)
        .port(address.port)
        .dbname(&address.database)
        .user(&config.username)
        .password(config.password.expose())
        .application_name("levada-firehose")
        .connect_timeout(CONNECT_TIMEOUT)
        .connect(NoTls)
        .await
        .map_err(|error| explained(&error))?;
    // The connection works only while it is polled, and ends with the client.
    let connection = tokio::spawn(connection);
    let done = client.simple_query(statement).await;
    drop(client);
    connection.abort();
    done.map(|_| ()).map_err(|error| explained(&error))
}

/// The server's own words where there are any.
fn explained(error: &tokio_postgres::Error) -> String {
    let text = match error.as_db_error() {
        Some(answer) => format!("{} ({})", answer.message(), answer.code().code()),
        None => {
            let source = std::error::Error::source(error);
            source.map_or_else(|| error.to_string(), |source| format!("{error}: {source}"))
        }
    };
    text.chars().take(ERROR_TEXT_CHARS_MAX).collect()
}
