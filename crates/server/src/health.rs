//! `GET /_levada/health`: says that the server serves.
//! Does not: look into the services; a server that cannot write its log has ended.

use http::{Response, StatusCode, header};
use levada_wire::http::{Body, full};

pub const PATH: &str = "/_levada/health";

pub fn answer() -> Response<Body> {
    let body = concat!(r#"{"status":"serving","version":""#, env!("CARGO_PKG_VERSION"), r#""}"#);
    let mut response = Response::new(full(body));
    *response.status_mut() = StatusCode::OK;
    let json = header::HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}
