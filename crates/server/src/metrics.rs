//! `GET /_levada/metrics`: every metric as Prometheus text.
//! Does not: ask for a signature; metrics hold numbers and names of resources, never records.

use http::{Response, header};
use levada_telemetry::metrics;
use levada_wire::http::{Body, full};

/// Not `/metrics`: that is the bucket of this name.
pub const PATH: &str = "/_levada/metrics";

pub fn answer() -> Response<Body> {
    let mut response = Response::new(full(metrics::render()));
    let text = header::HeaderValue::from_static(metrics::CONTENT_TYPE);
    response.headers_mut().insert(header::CONTENT_TYPE, text);
    response
}
