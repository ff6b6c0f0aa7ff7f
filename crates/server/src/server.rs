//! The server as one thing: opened, serving, stopped.
//! Does not: wire services (see `assembly`).

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use levada_env::Env;
use levada_wire::tls::{self, Tls, TlsSource};
use tokio::net::TcpListener;

use crate::Settings;
use crate::assembly::{Assembly, assemble};
use crate::data_dir::{DataDir, DataDirError};
use crate::settings::TlsSettings;

/// How long connections and background work may take to end, in machine time.
const STOP_TIMEOUT: Duration = Duration::from_secs(10);

#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    #[error(transparent)]
    DataDir(#[from] DataDirError),
    #[error("cannot listen on {address}: {reason}")]
    Listen { address: SocketAddr, reason: std::io::Error },
    #[error("cannot open {what}: {reason}")]
    Open { what: &'static str, reason: String },
    #[error("the record log has stopped, and nothing more can be acknowledged: {0}")]
    LogFailed(String),
}

pub struct Server {
    settings: Settings,
    env: Env,
    listener: TcpListener,
    warehouse_listener: TcpListener,
    assembly: Assembly,
    tls: Option<Tls>,
    // Held to the end: the directory is free only when nothing writes to it.
    _data_dir: DataDir,
}

async fn listen(address: SocketAddr) -> Result<TcpListener, ServerError> {
    TcpListener::bind(address).await.map_err(|reason| ServerError::Listen { address, reason })
}

impl Server {
    /// Recovers everything and listens; nothing is served before `run`.
    pub async fn open(settings: Settings, env: Env) -> Result<Self, ServerError> {
        let data_dir = DataDir::open(&settings.data_dir)?;
        let listener = listen(settings.listen).await?;
        let warehouse_listener = listen(settings.warehouse_listen).await?;
        let address = local(&listener)?;
        let tls = open_tls(&settings, &data_dir, &env)?;
        let assembly = assemble(&settings, &data_dir, address, &env).await?;
        data_dir.note_endpoint(address).map_err(|reason| ServerError::Open {
            what: "the endpoint note",
            reason: reason.to_string(),
        })?;
        Ok(Self { settings, env, listener, warehouse_listener, assembly, tls, _data_dir: data_dir })
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.listener.local_addr().unwrap_or(self.settings.listen))
    }

    /// `None` when TLS is off.
    pub fn tls_url(&self) -> Option<String> {
        let address = self.listener.local_addr().unwrap_or(self.settings.listen);
        self.tls.as_ref().map(|_| format!("https://{address}"))
    }

    pub fn warehouse_address(&self) -> SocketAddr {
        self.warehouse_listener.local_addr().unwrap_or(self.settings.warehouse_listen)
    }

    /// Serves until shutdown begins or the log fails.
    pub async fn run(self) -> Result<(), ServerError> {
        let shutdown = self.env.shutdown.clone();
        let Assembly { router, warehouse, log } = self.assembly;
        let http = tokio::spawn(levada_wire::http::serve_with_tls(
            self.listener,
            Arc::new(router),
            self.tls,
            shutdown.clone(),
        ));
        let sql = tokio::spawn(warehouse.serve(self.warehouse_listener));
        let outcome = tokio::select! {
            () = shutdown.begun() => Ok(()),
            reason = log.failed() => Err(ServerError::LogFailed(reason)),
        };
        shutdown.begin();
        let ended = async { tokio::join!(http, sql) };
        if tokio::time::timeout(STOP_TIMEOUT, ended).await.is_err() {
            tracing::warn!("some connections did not end in time and are dropped");
        }
        // Last, so that what the services still wanted to store is stored.
        let closed = tokio::task::spawn_blocking(move || log.close()).await;
        if closed.is_err() {
            tracing::error!("the record log did not close in order; the next start recovers it");
        }
        outcome
    }
}

fn open_tls(settings: &Settings, dir: &DataDir, env: &Env) -> Result<Option<Tls>, ServerError> {
    let source = match settings.tls.clone() {
        TlsSettings::Off => return Ok(None),
        TlsSettings::Files { certificate, key } => TlsSource::Files { certificate, key },
        TlsSettings::SelfSigned { names } => {
            let names = tls::local_names(settings.listen.ip()).into_iter().chain(names).collect();
            TlsSource::SelfSigned { dir: dir.path("tls"), names }
        }
    };
    let tls = Tls::open(&source, env)
        .map_err(|error| ServerError::Open { what: "TLS", reason: error.to_string() })?;
    Ok(Some(tls))
}

fn local(listener: &TcpListener) -> Result<SocketAddr, ServerError> {
    listener
        .local_addr()
        .map_err(|reason| ServerError::Open { what: "the listener", reason: reason.to_string() })
}
