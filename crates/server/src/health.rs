//! `GET /_levada/health`: says that the server serves, and what its scrubber has found.
//! Does not: look into the services; a server that cannot write its log has ended.

use std::sync::Arc;

use http::{Response, StatusCode, header};
use levada_log::DiskLog;
use levada_wire::http::{Body, RawHandler, full, raw_handler};

pub const PATH: &str = "/_levada/health";

pub fn handler(log: &Arc<DiskLog>) -> RawHandler {
    let log = Arc::clone(log);
    raw_handler(move |_| {
        let damaged = log.damage().len();
        async move { answer(damaged) }
    })
}

/// `damaged` counts places where stored records are not what they should be: the server goes on,
/// and a person must look.
fn answer(damaged: usize) -> Response<Body> {
    let status = if damaged == 0 { "serving" } else { "damaged" };
    let version = env!("CARGO_PKG_VERSION");
    let body =
        format!(r#"{{"status":"{status}","version":"{version}","damagedPlaces":{damaged}}}"#);
    let mut response = Response::new(full(body));
    *response.status_mut() = StatusCode::OK;
    let json = header::HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}
