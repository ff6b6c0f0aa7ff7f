//! The server: settings, data directory, assembly of all services, listeners, orderly stop.
//!
//! Does not: hold behaviour of any service. `assembly` is the only place where concrete types
//! meet.

mod assembly;
pub mod backup;
mod cold_store;
mod data_dir;
mod flow_router;
mod health;
mod metrics;
mod record_log;
mod server;
mod settings;

pub use data_dir::{DataDir, DataDirError, noted_endpoint};
pub use record_log::RecordLogSettings;
pub use server::{Server, ServerError};
pub use settings::{ClockSettings, Layer, Settings, SettingsError, TlsSettings};
