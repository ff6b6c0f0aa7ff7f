//! What verbs share: settings from flags and environment, the clock they ask for, a runtime.
//! Does not: decide defaults (see the server's `default.toml`).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use levada_client::{Client, Credentials, Endpoint};
use levada_env::{Clock, Env, ScaledClock};
use levada_server::{ClockSettings, Layer, Settings};
use levada_types::Timestamp;

/// Settings with these flags on top.
pub fn settings(config: Option<&Path>, flags: Vec<(&str, Option<String>)>) -> Result<Settings> {
    let mut layers = Vec::new();
    let file = config.unwrap_or(Path::new("levada.toml"));
    layers.extend(Layer::file(file, config.is_some())?);
    layers.push(Layer::environment(|name| std::env::var(name).ok())?);
    layers.push(Layer::flags(flags));
    Ok(Settings::resolve(layers)?)
}

/// Real time, or scaled time when the settings ask for it.
pub fn env(clock: &ClockSettings) -> Env {
    let mut env = Env::real();
    if clock.factor != 1.0 {
        let scaled: Arc<dyn Clock> = Arc::new(ScaledClock::new(
            Timestamp(clock.origin_real_ms),
            Timestamp(clock.origin_ms),
            clock.factor,
        ));
        env.clock = scaled;
    }
    env
}

pub fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start the runtime")
}

/// Begins `env`'s shutdown at SIGTERM or SIGINT. Call within a runtime.
pub fn stop_on_signal(env: &Env) -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let shutdown = env.shutdown.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        shutdown.begin();
    });
    Ok(())
}

/// The running server's address on `data_dir`, or where it would listen.
pub fn endpoint_url(settings: &Settings) -> String {
    let address = levada_server::noted_endpoint(&settings.data_dir).unwrap_or(settings.listen);
    format!("http://{address}")
}

/// A client of `endpoint`, or of AWS_ENDPOINT_URL, or of the local server; with the credentials
/// and the region that AWS clients take from the environment.
pub fn client(endpoint: Option<&str>) -> Result<Client> {
    let settings = settings(None, Vec::new())?;
    let variable = |name: &str| std::env::var(name).ok();
    let url = endpoint
        .map(str::to_owned)
        .or_else(|| variable("AWS_ENDPOINT_URL"))
        .unwrap_or_else(|| endpoint_url(&settings));
    let credentials = Credentials {
        access_key: variable("AWS_ACCESS_KEY_ID").unwrap_or_else(|| "test".into()),
        secret_key: variable("AWS_SECRET_ACCESS_KEY").unwrap_or_else(|| "test".into()),
        session_token: variable("AWS_SESSION_TOKEN"),
    };
    let region = variable("AWS_REGION").unwrap_or(settings.region);
    Ok(Client::new(Endpoint::new(&url, &region, credentials), Env::real()))
}

pub fn read_file(path: &PathBuf) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
