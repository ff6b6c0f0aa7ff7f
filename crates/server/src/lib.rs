//! The server: settings, data directory, assembly of all services, listeners, orderly stop.
//!
//! Does not: hold behaviour of any service. `assembly` is the only place where concrete types
//! meet.

mod assembly;
mod data_dir;
mod flow_router;
mod health;
mod metrics;
mod server;
mod settings;

pub use data_dir::{DataDir, DataDirError, noted_endpoint};
pub use server::{Server, ServerError};
pub use settings::{ClockSettings, Layer, Settings, SettingsError, TlsSettings};
