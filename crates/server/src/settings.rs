//! Settings: defaults, a TOML file, the environment, flags; later layers win.
//! Does not: parse the command line; `apps/levada` gives its flags as a layer.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::record_log::RecordLogSettings;

const DEFAULTS: &str = include_str!("../default.toml");

/// Each key with its environment variable. A key added to `default.toml` gets a line here.
const ENVIRONMENT: &[(&str, &str)] = &[
    ("account", "LEVADA_ACCOUNT"),
    ("clock.factor", "LEVADA_CLOCK_FACTOR"),
    ("clock.origin_ms", "LEVADA_CLOCK_ORIGIN_MS"),
    ("clock.origin_real_ms", "LEVADA_CLOCK_ORIGIN_REAL_MS"),
    ("data_dir", "LEVADA_DATA_DIR"),
    ("functions.python", "LEVADA_PYTHON"),
    ("listen", "LEVADA_LISTEN"),
    ("log.filter", "LEVADA_LOG"),
    ("record_log.cold_after_hours", "LEVADA_RECORD_LOG_COLD_AFTER_HOURS"),
    ("record_log.cold_bucket", "LEVADA_RECORD_LOG_COLD_BUCKET"),
    ("record_log.cold_cache_mib", "LEVADA_RECORD_LOG_COLD_CACHE_MIB"),
    ("record_log.scrub_mib_per_second", "LEVADA_RECORD_LOG_SCRUB_MIB_PER_SECOND"),
    ("region", "LEVADA_REGION"),
    ("security.insecure", "LEVADA_INSECURE"),
    ("smtp.from", "LEVADA_SMTP_FROM"),
    ("smtp.url", "LEVADA_SMTP_URL"),
    ("streams.limits", "LEVADA_STREAMS_LIMITS"),
    ("tls.certificate", "LEVADA_TLS_CERTIFICATE"),
    ("tls.key", "LEVADA_TLS_KEY"),
    ("tls.mode", "LEVADA_TLS"),
    ("tls.names", "LEVADA_TLS_NAMES"),
    ("warehouse.password", "LEVADA_WAREHOUSE_PASSWORD"),
    ("warehouse.user", "LEVADA_WAREHOUSE_USER"),
    ("warehouse_listen", "LEVADA_WAREHOUSE_LISTEN"),
];

/// `id:secret,id:secret`, for places where a file would be readable by too many.
const ACCESS_KEYS: &str = "LEVADA_ACCESS_KEYS";

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    #[error("settings file {path}: {reason}")]
    File { path: String, reason: String },
    #[error("{source_name}: unknown setting `{key}`")]
    UnknownKey { source_name: String, key: String },
    #[error("{source_name}: `{key}` must be {expected}, not `{got}`")]
    WrongValue { source_name: String, key: String, expected: &'static str, got: String },
    #[error(
        "listening on {0} needs access keys (settings file or LEVADA_ACCESS_KEYS), \
         or --insecure to serve unsigned requests there"
    )]
    Exposed(SocketAddr),
}

/// One layer: dotted keys of `default.toml` with values as text or TOML values.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    pub name: String,
    pub values: BTreeMap<String, Value>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ClockSettings {
    pub factor: f64,
    pub origin_real_ms: i64,
    pub origin_ms: i64,
}

/// Where the certificate comes from, if TLS is spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TlsSettings {
    Off,
    /// Made for these names, beside the machine's own.
    SelfSigned {
        names: Vec<String>,
    },
    Files {
        certificate: PathBuf,
        key: PathBuf,
    },
}

#[derive(Clone, PartialEq)]
pub struct Settings {
    pub data_dir: PathBuf,
    pub listen: SocketAddr,
    pub warehouse_listen: SocketAddr,
    /// User and password; without them anybody on this machine may connect.
    pub warehouse_login: Option<(String, String)>,
    pub region: String,
    pub account: String,
    pub access_keys: BTreeMap<String, String>,
    pub insecure: bool,
    pub tls: TlsSettings,
    pub log_filter: String,
    pub record_log: RecordLogSettings,
    pub clock: ClockSettings,
    pub python: PathBuf,
    /// Whether AWS's rates and account limits hold for streams.
    pub stream_limits: bool,
    pub smtp_url: Option<String>,
    pub smtp_from: String,
}

impl Layer {
    /// Flags that were given; `None` values are left out.
    pub fn flags(given: Vec<(&str, Option<String>)>) -> Self {
        let values = given
            .into_iter()
            .filter_map(|(key, value)| Some((key.to_owned(), Value::String(value?))))
            .collect();
        Self { name: "command line".into(), values }
    }

    /// The variables that `lookup` knows.
    pub fn environment(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, SettingsError> {
        let mut values: BTreeMap<String, Value> = ENVIRONMENT
            .iter()
            .filter_map(|(key, variable)| {
                Some(((*key).to_owned(), Value::String(lookup(variable)?)))
            })
            .collect();
        for pair in lookup(ACCESS_KEYS).iter().flat_map(|keys| keys.split(',')) {
            let (id, secret) = pair.split_once(':').ok_or_else(|| SettingsError::WrongValue {
                source_name: "environment".into(),
                key: ACCESS_KEYS.into(),
                expected: "id:secret pairs with commas between",
                got: "something else".into(),
            })?;
            values.insert(format!("access_keys.{id}"), Value::String(secret.into()));
        }
        Ok(Self { name: "environment".into(), values })
    }

    /// `None` when `path` is not there and was not asked for.
    pub fn file(path: &Path, required: bool) -> Result<Option<Self>, SettingsError> {
        let error =
            |reason: String| SettingsError::File { path: path.display().to_string(), reason };
        match std::fs::read_to_string(path) {
            Ok(text) => {
                let table: Table =
                    text.parse().map_err(|e: toml::de::Error| error(e.to_string()))?;
                let mut values = BTreeMap::new();
                flatten("", table, &mut values);
                Ok(Some(Self { name: path.display().to_string(), values }))
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound && !required => Ok(None),
            Err(e) => Err(error(e.to_string())),
        }
    }
}

fn flatten(prefix: &str, table: Table, out: &mut BTreeMap<String, Value>) {
    for (key, value) in table {
        let key = if prefix.is_empty() { key } else { format!("{prefix}.{key}") };
        match value {
            Value::Table(inner) => flatten(&key, inner, out),
            other => {
                out.insert(key, other);
            }
        }
    }
}

/// The effective value of every key, with the layer it came from.
struct Merged(BTreeMap<String, (String, Value)>);

impl Merged {
    fn text(&self, key: &str) -> String {
        match self.0.get(key) {
            Some((_, Value::String(text))) => text.clone(),
            Some((_, other)) => other.to_string(),
            None => String::new(),
        }
    }

    /// The layer that a key's value came from.
    fn source(&self, key: &str) -> String {
        self.0.get(key).map_or_else(String::new, |(name, _)| name.clone())
    }

    fn parse<T: std::str::FromStr>(
        &self,
        key: &str,
        expected: &'static str,
    ) -> Result<T, SettingsError> {
        let got = self.text(key);
        got.trim().parse().map_err(|_| SettingsError::WrongValue {
            source_name: self.source(key),
            key: key.into(),
            expected,
            got: got.clone(),
        })
    }
}

impl Merged {
    fn tls(&self) -> Result<TlsSettings, SettingsError> {
        let path = |key: &'static str| match self.text(key) {
            path if path.is_empty() => Err(SettingsError::WrongValue {
                source_name: self.source("tls.mode"),
                key: key.into(),
                expected: "the path of a PEM file when tls.mode is `files`",
                got: path,
            }),
            path => Ok(PathBuf::from(path)),
        };
        match self.text("tls.mode").as_str() {
            "off" => Ok(TlsSettings::Off),
            "self-signed" => {
                let names = self.text("tls.names");
                let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
                Ok(TlsSettings::SelfSigned { names: names.map(str::to_owned).collect() })
            }
            "files" => Ok(TlsSettings::Files {
                certificate: path("tls.certificate")?,
                key: path("tls.key")?,
            }),
            other => Err(SettingsError::WrongValue {
                source_name: self.source("tls.mode"),
                key: "tls.mode".into(),
                expected: "off, self-signed or files",
                got: other.to_owned(),
            }),
        }
    }
}

impl Settings {
    /// Lays `layers`, weakest first, over the defaults.
    pub fn resolve(layers: Vec<Layer>) -> Result<Self, SettingsError> {
        let merged = merge(layers)?;
        let access_keys = merged
            .0
            .keys()
            .filter_map(|key| {
                Some((key.strip_prefix("access_keys.")?.to_owned(), merged.text(key)))
            })
            .collect();
        let settings = Self {
            data_dir: PathBuf::from(merged.text("data_dir")),
            listen: merged.parse("listen", "an address and port such as 127.0.0.1:4566")?,
            warehouse_listen: merged
                .parse("warehouse_listen", "an address and port such as 127.0.0.1:5439")?,
            warehouse_login: Some((
                merged.text("warehouse.user"),
                merged.text("warehouse.password"),
            ))
            .filter(|(user, _)| !user.is_empty()),
            region: merged.text("region"),
            account: merged.text("account"),
            access_keys,
            insecure: merged.parse("security.insecure", "true or false")?,
            tls: merged.tls()?,
            log_filter: merged.text("log.filter"),
            clock: ClockSettings {
                factor: merged.parse("clock.factor", "a number")?,
                origin_real_ms: merged.parse("clock.origin_real_ms", "milliseconds")?,
                origin_ms: merged.parse("clock.origin_ms", "milliseconds")?,
            },
            python: PathBuf::from(merged.text("functions.python")),
            stream_limits: merged.parse("streams.limits", "true or false")?,
            smtp_url: Some(merged.text("smtp.url")).filter(|url| !url.is_empty()),
            smtp_from: merged.text("smtp.from"),
            record_log: record_log(&merged)?,
        };
        settings.check()
    }

    fn check(self) -> Result<Self, SettingsError> {
        let digits = |text: &str| text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(&self.account) {
            return Err(SettingsError::WrongValue {
                source_name: "settings".into(),
                key: "account".into(),
                expected: "twelve digits",
                got: self.account,
            });
        }
        for address in [self.listen, self.warehouse_listen] {
            if !address.ip().is_loopback() && self.access_keys.is_empty() && !self.insecure {
                return Err(SettingsError::Exposed(address));
            }
        }
        Ok(self)
    }
}

fn record_log(merged: &Merged) -> Result<RecordLogSettings, SettingsError> {
    Ok(RecordLogSettings {
        scrub_mib_per_second: merged.parse("record_log.scrub_mib_per_second", "a whole number")?,
        cold_after_hours: merged.parse("record_log.cold_after_hours", "a whole number")?,
        cold_bucket: merged.text("record_log.cold_bucket"),
        cold_cache_mib: merged.parse("record_log.cold_cache_mib", "a whole number")?,
    })
}

fn merge(layers: Vec<Layer>) -> Result<Merged, SettingsError> {
    let table: Table = DEFAULTS.parse().expect("the built-in defaults are tested");
    let mut defaults = BTreeMap::new();
    flatten("", table, &mut defaults);
    let mut merged: BTreeMap<String, (String, Value)> =
        defaults.into_iter().map(|(key, value)| (key, ("defaults".into(), value))).collect();
    for layer in layers {
        for (key, value) in layer.values {
            if !merged.contains_key(&key) && !key.starts_with("access_keys.") {
                return Err(SettingsError::UnknownKey { source_name: layer.name, key });
            }
            merged.insert(key, (layer.name.clone(), value));
        }
    }
    Ok(Merged(merged))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(name: &str, key: &str, value: &str) -> Layer {
        let values = BTreeMap::from([(key.to_owned(), Value::String(value.into()))]);
        Layer { name: name.into(), values }
    }

    #[test]
    fn the_defaults_alone_are_a_loopback_server() {
        let settings = Settings::resolve(vec![]).unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:4566");
        assert_eq!(settings.data_dir, PathBuf::from("./levada-data"));
        assert_eq!(settings.clock.factor, 1.0);
        assert!(settings.smtp_url.is_none());
    }

    #[test]
    fn later_layers_win() {
        let layers =
            vec![layer("file", "region", "eu-west-1"), layer("flags", "region", "eu-north-1")];
        assert_eq!(Settings::resolve(layers).unwrap().region, "eu-north-1");
    }

    #[test]
    fn every_environment_variable_names_a_setting_that_exists() {
        let environment = Layer::environment(|variable| {
            let value = match variable {
                "LEVADA_ACCOUNT" => "123456789012",
                "LEVADA_LISTEN" | "LEVADA_WAREHOUSE_LISTEN" => "127.0.0.1:1",
                "LEVADA_INSECURE" | "LEVADA_STREAMS_LIMITS" => "true",
                "LEVADA_TLS" => "self-signed",
                "LEVADA_ACCESS_KEYS" => "id:secret",
                _ => "1",
            };
            Some(value.to_owned())
        })
        .unwrap();
        let settings = Settings::resolve(vec![environment]).unwrap();
        assert_eq!(settings.account, "123456789012");
        assert_eq!(settings.access_keys["id"], "secret");
    }

    #[test]
    fn unknown_settings_and_wrong_values_name_their_source() {
        let error = Settings::resolve(vec![layer("levada.toml", "listn", "x")]).err().unwrap();
        assert_eq!(error.to_string(), "levada.toml: unknown setting `listn`");
        let error = Settings::resolve(vec![layer("environment", "listen", "x")]).err().unwrap();
        assert!(error.to_string().starts_with("environment: `listen` must be"), "{error}");
    }

    #[test]
    fn tls_is_off_made_here_or_given_whole() {
        assert_eq!(Settings::resolve(vec![]).unwrap().tls, TlsSettings::Off);
        let made = vec![layer("f", "tls.mode", "self-signed"), layer("f", "tls.names", "a, b")];
        let names = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(Settings::resolve(made).unwrap().tls, TlsSettings::SelfSigned { names });
        let mut given = vec![layer("f", "tls.mode", "files"), layer("f", "tls.key", "k.pem")];
        let error = Settings::resolve(given.clone()).err().unwrap().to_string();
        assert!(error.starts_with("f: `tls.certificate` must be the path"), "{error}");
        given.push(layer("f", "tls.certificate", "c.pem"));
        let (certificate, key) = (PathBuf::from("c.pem"), PathBuf::from("k.pem"));
        assert_eq!(Settings::resolve(given).unwrap().tls, TlsSettings::Files { certificate, key });
        assert!(Settings::resolve(vec![layer("f", "tls.mode", "on")]).is_err());
    }

    #[test]
    fn an_exposed_address_needs_keys_or_an_explicit_word() {
        let open = layer("flags", "listen", "0.0.0.0:4566");
        assert!(matches!(Settings::resolve(vec![open.clone()]), Err(SettingsError::Exposed(_))));
        assert!(
            Settings::resolve(vec![open.clone(), layer("f", "security.insecure", "true")]).is_ok()
        );
        assert!(Settings::resolve(vec![open, layer("f", "access_keys.id", "s")]).is_ok());
    }
}
