//! The customers' app and the operators' pager: an HTTP endpoint that topics deliver to.
//!
//! Deliveries come at least once, so what has been shown is not shown again; redeliveries are
//! counted.
//!
//! Does not: verify signatures.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioExecutor, TokioIo};
use levada_env::Clock;
use levada_types::Timestamp;
use serde_json::Value;
use std::sync::Mutex;
use tokio::net::TcpListener;

use super::nightly::{Alert, parse_cents, parse_time};

#[derive(Clone, Debug)]
pub struct Received<T> {
    /// On the product's clock.
    pub at: Timestamp,
    pub content: T,
}

#[derive(Clone, Debug)]
pub struct Breach {
    pub spent_cents: i64,
    pub limit_cents: i64,
}

#[derive(Default)]
pub struct Shown {
    /// By customer and month.
    pub breaches: BTreeMap<(String, String), Received<Breach>>,
    /// By station and start of the half hour.
    pub alerts: BTreeMap<(String, i64), Received<Alert>>,
    pub redeliveries: u64,
    pub confirmed: u64,
    pub unreadable: u64,
}

/// Prints a line for people.
pub type Say = Arc<dyn Fn(String) + Send + Sync>;

pub struct Inbox {
    pub address: SocketAddr,
    pub shown: Arc<Mutex<Shown>>,
}

struct Desk {
    clock: Arc<dyn Clock>,
    shown: Arc<Mutex<Shown>>,
    say: Say,
}

impl Inbox {
    pub async fn open(clock: Arc<dyn Clock>, say: Say) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let shown = Arc::new(Mutex::new(Shown::default()));
        let desk = Arc::new(Desk { clock, shown: Arc::clone(&shown), say });
        tokio::spawn(async move {
            // An accept error ends the inbox; the check then finds the notifications missing.
            while let Ok((stream, _)) = listener.accept().await {
                let desk = Arc::clone(&desk);
                tokio::spawn(async move {
                    let service = service_fn(move |request| answer(Arc::clone(&desk), request));
                    let builder =
                        hyper_util::server::conn::auto::Builder::new(TokioExecutor::new());
                    // A broken connection is the sender's to notice and to repeat.
                    let _ = builder.serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        Ok(Self { address, shown })
    }
}

async fn answer(
    desk: Arc<Desk>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let kind = request
        .headers()
        .get("x-amz-sns-message-type")
        .and_then(|value| value.to_str().ok())
        .unwrap_or("")
        .to_owned();
    let body = request.into_body().collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let status = match desk.take(&kind, &body).await {
        Ok(()) => StatusCode::OK,
        Err(error) => {
            desk.with(|shown| shown.unreadable += 1);
            (desk.say)(format!("notification cannot be read: {error:#}"));
            StatusCode::BAD_REQUEST
        }
    };
    let mut response = Response::new(Full::new(Bytes::new()));
    *response.status_mut() = status;
    Ok(response)
}

fn text<'a>(value: &'a Value, key: &str) -> Result<&'a str> {
    value[key].as_str().with_context(|| format!("`{key}` is missing"))
}

impl Desk {
    fn with<T>(&self, act: impl FnOnce(&mut Shown) -> T) -> T {
        act(&mut self.shown.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    async fn take(&self, kind: &str, body: &[u8]) -> Result<()> {
        let envelope: Value = serde_json::from_slice(body).context("the body is not JSON")?;
        match kind {
            "SubscriptionConfirmation" => {
                reqwest::get(text(&envelope, "SubscribeURL")?).await?.error_for_status()?;
                self.with(|shown| shown.confirmed += 1);
                Ok(())
            }
            "Notification" => {
                let message: Value = serde_json::from_str(text(&envelope, "Message")?)?;
                if message.get("customer_id").is_some() {
                    self.breach(&message)
                } else {
                    self.alert(&message)
                }
            }
            other => anyhow::bail!("unknown message type `{other}`"),
        }
    }

    fn breach(&self, message: &Value) -> Result<()> {
        let (customer, month) = (text(message, "customer_id")?, text(message, "month")?);
        let (spent, limit) = (text(message, "spent")?, text(message, "limit")?);
        let content = Breach { spent_cents: parse_cents(spent)?, limit_cents: parse_cents(limit)? };
        let at = self.clock.now();
        let key = (customer.to_owned(), month.to_owned());
        if self.with(|shown| note(&mut shown.breaches, &mut shown.redeliveries, key, at, content)) {
            (self.say)(format!("  customer {customer}: {spent} spent in {month}, limit {limit}"));
        }
        Ok(())
    }

    fn alert(&self, message: &Value) -> Result<()> {
        let (station, slot) = (text(message, "station_id")?, text(message, "slot_start")?);
        let number =
            |key: &str| message[key].as_i64().with_context(|| format!("`{key}` is missing"));
        let content =
            Alert { vehicles: number("vehicles")?, expected_min: number("expected_min")? };
        let line = format!(
            "  operators: station {station} counted {} vehicles from {slot}, expected {} or more",
            content.vehicles, content.expected_min
        );
        let at = self.clock.now();
        let key = (station.to_owned(), parse_time(slot)?);
        if self.with(|shown| note(&mut shown.alerts, &mut shown.redeliveries, key, at, content)) {
            (self.say)(line);
        }
        Ok(())
    }
}

/// False when `key` has been shown before.
fn note<K: Ord, T>(
    shown: &mut BTreeMap<K, Received<T>>,
    redeliveries: &mut u64,
    key: K,
    at: Timestamp,
    content: T,
) -> bool {
    if shown.contains_key(&key) {
        *redeliveries += 1;
        return false;
    }
    shown.insert(key, Received { at, content });
    true
}
