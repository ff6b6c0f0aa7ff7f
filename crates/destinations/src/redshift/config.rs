//! Settings of a COPY: where the warehouse is, which table, with which options.
//! Does not: know whether the table exists.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::s3::S3Config;
use crate::{InvalidConfig, Secret};

const DEFAULT_PORT: u16 = 5439;

/// Persisted; texts stay as the user gave them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedshiftConfig {
    pub jdbc_url: String,
    pub role_arn: String,
    pub username: String,
    pub password: Secret,
    pub table: String,
    /// Comma-separated; all columns when absent.
    pub columns: Option<String>,
    pub copy_options: Option<String>,
    /// 0 to 7,200; 0 means that a failed COPY is not repeated.
    pub retry_secs: u32,
    /// Where objects are put before they are copied.
    pub s3: S3Config,
}

/// Of a JDBC URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub host: String,
    pub port: u16,
    pub database: String,
}

impl Address {
    /// `jdbc:redshift://host:port/database`, or `jdbc:postgresql:`; parameters are not used.
    pub fn parse(jdbc_url: &str) -> Result<Self, InvalidConfig> {
        let invalid = || {
            InvalidConfig(format!(
                "ClusterJDBCURL `{jdbc_url}` is not of the form jdbc:redshift://host:port/database"
            ))
        };
        let rest = ["jdbc:redshift://", "jdbc:postgresql://"]
            .iter()
            .find_map(|scheme| jdbc_url.strip_prefix(scheme))
            .ok_or_else(invalid)?;
        let (authority, database) = rest.split_once('/').ok_or_else(invalid)?;
        let database = database.split(['?', ';']).next().unwrap_or_default();
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => {
                (host, port.parse().map_err(|_| invalid())?)
            }
            _ => (authority, DEFAULT_PORT),
        };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        if host.is_empty() || database.is_empty() {
            return Err(invalid());
        }
        Ok(Self { host: host.to_owned(), port, database: database.to_owned() })
    }
}

impl RedshiftConfig {
    pub fn check(&self) -> Result<(), InvalidConfig> {
        Address::parse(&self.jdbc_url)?;
        if self.username.is_empty() {
            return Err(InvalidConfig::new("Username is required"));
        }
        let named = self.table.chars().all(|c| c.is_alphanumeric() || "_.$\"".contains(c));
        if self.table.is_empty() || !named {
            return Err(InvalidConfig(format!("`{}` is not a table name", self.table)));
        }
        let columns = self.columns.as_deref().unwrap_or_default();
        if columns.contains([';', '(', ')', '\'']) {
            return Err(InvalidConfig(format!("`{columns}` is not a list of columns")));
        }
        if self.copy_options.as_deref().unwrap_or_default().contains(';') {
            return Err(InvalidConfig::new("CopyOptions must not hold a second statement"));
        }
        self.s3.check()?;
        let (prefix, error_prefix) = self.s3.prefixes()?;
        if prefix.has_expression() || error_prefix.has_expression() {
            return Err(InvalidConfig::new(
                "prefixes of a Redshift destination cannot hold expressions",
            ));
        }
        Ok(())
    }

    pub(crate) fn retry(&self) -> Duration {
        Duration::from_secs(u64::from(self.retry_secs))
    }

    /// The statement that loads what `manifest_url` names.
    pub(crate) fn statement(&self, manifest_url: &str) -> String {
        let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
        let columns = match self.columns.as_deref().map(str::trim) {
            Some(columns) if !columns.is_empty() => format!(" ({columns})"),
            _ => String::new(),
        };
        let credentials = quoted(&format!("aws_iam_role={}", self.role_arn));
        let options = self.copy_options.as_deref().unwrap_or_default().trim();
        let text = format!(
            "COPY {}{columns} FROM {} CREDENTIALS {credentials} MANIFEST {options}",
            self.table,
            quoted(manifest_url),
        );
        format!("{};", text.trim_end())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::s3::tests::config as s3_config;

    pub fn config() -> RedshiftConfig {
        RedshiftConfig {
            jdbc_url: "jdbc:redshift://localhost:5439/levada".to_owned(),
            role_arn: "arn:aws:iam::000000000000:role/firehose".to_owned(),
            username: "loader".to_owned(),
            password: Secret::new("hunter2hunter2".to_owned()),
            table: "transactions".to_owned(),
            columns: Some("id, amount".to_owned()),
            copy_options: Some("JSON 'auto' GZIP".to_owned()),
            retry_secs: 3600,
            s3: s3_config(),
        }
    }

    #[test]
    fn addresses_are_read_from_jdbc_urls() {
        let address = |host: &str, port, database: &str| {
            Ok(Address { host: host.into(), port, database: database.into() })
        };
        assert_eq!(Address::parse("jdbc:redshift://h:5439/d"), address("h", 5439, "d"));
        assert_eq!(Address::parse("jdbc:postgresql://h/d?ssl=false"), address("h", 5439, "d"));
        assert_eq!(Address::parse("jdbc:postgresql://[::1]:5/d"), address("::1", 5, "d"));
        for bad in ["", "jdbc:mysql://h/d", "jdbc:redshift://h:x/d", "jdbc:redshift://h:1/"] {
            assert!(Address::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_statement_is_the_one_that_aws_documents() {
        assert_eq!(
            config().statement("s3://archive/manifests/x"),
            "COPY transactions (id, amount) FROM 's3://archive/manifests/x' \
             CREDENTIALS 'aws_iam_role=arn:aws:iam::000000000000:role/firehose' \
             MANIFEST JSON 'auto' GZIP;"
        );
        let plain = RedshiftConfig { columns: None, copy_options: None, ..config() };
        assert!(plain.statement("s3://b/m").ends_with(" MANIFEST;"));
    }

    #[test]
    fn passwords_are_not_printed() {
        assert!(!format!("{:?}", config()).contains("hunter2"));
    }

    #[test]
    fn texts_that_would_change_the_statement_are_refused() {
        let refused = |config: RedshiftConfig| config.check().is_err();
        assert!(!refused(config()));
        assert!(refused(RedshiftConfig { table: "t; DROP".into(), ..config() }));
        assert!(refused(RedshiftConfig { columns: Some("a) FROM".into()), ..config() }));
        assert!(refused(RedshiftConfig { copy_options: Some("; DROP x".into()), ..config() }));
        let mut expression = config();
        expression.s3.prefix = Some("!{timestamp:yyyy}/".into());
        expression.s3.error_output_prefix = Some("e/".into());
        assert!(refused(expression));
    }
}
