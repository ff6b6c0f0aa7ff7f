//! `POST /_levada/backup`: the running server takes its own backup.
//! Does not: serve anybody who cannot read the token in the data directory.

use std::path::PathBuf;
use std::sync::Arc;

use http::{Method, Response, StatusCode, header};
use http_body_util::{BodyExt, Limited};
use levada_log::DiskLog;
use levada_wire::http::{Body, RawHandler, full, raw_handler};
use serde_json::{Value, json};

use super::{BackupError, Parts, take_running};

pub(crate) const PATH: &str = "/_levada/backup";
/// In the data directory, readable by its owner alone; anew at every start.
pub const TOKEN_FILE: &str = "admin-token";
pub const TOKEN_HEADER: &str = "x-levada-admin-token";
const BODY_BYTES_MAX: usize = 64 * 1024;

/// `data` is the server's directory.
pub(crate) fn handler(data: PathBuf, log: Arc<DiskLog>, token: String) -> RawHandler {
    let token = Arc::new(token);
    raw_handler(move |request| {
        let (data, log, token) = (data.clone(), Arc::clone(&log), Arc::clone(&token));
        async move {
            if request.method() != Method::POST {
                return answer(
                    StatusCode::METHOD_NOT_ALLOWED,
                    &json!({ "error": "expected POST" }),
                );
            }
            let given = request.headers().get(TOKEN_HEADER).map(|value| value.as_bytes());
            if given != Some(token.as_bytes()) {
                let reason = "expected the token of the data directory's admin-token file";
                return answer(StatusCode::FORBIDDEN, &json!({ "error": reason }));
            }
            let body = Limited::new(request.into_body(), BODY_BYTES_MAX).collect().await;
            let Some((to, parts)) = body.ok().and_then(|body| wanted(&body.to_bytes())) else {
                let reason = "expected {\"dir\": absolute path, \"objects\": …, \"warehouse\": …}";
                return answer(StatusCode::BAD_REQUEST, &json!({ "error": reason }));
            };
            let taking = move || take_running(&data, &log, &to, parts);
            match tokio::task::spawn_blocking(taking).await {
                Ok(Ok(index)) => {
                    let done = json!({ "files": index.files.len(), "bytes": index.bytes() });
                    answer(StatusCode::OK, &done)
                }
                Ok(Err(error)) => refusal(&error),
                Err(error) => {
                    let error = json!({ "error": error.to_string() });
                    answer(StatusCode::INTERNAL_SERVER_ERROR, &error)
                }
            }
        }
    })
}

fn wanted(body: &[u8]) -> Option<(PathBuf, Parts)> {
    let body: Value = serde_json::from_slice(body).ok()?;
    let dir = PathBuf::from(body["dir"].as_str()?);
    let parts =
        Parts { objects: body["objects"].as_bool()?, warehouse: body["warehouse"].as_bool()? };
    dir.is_absolute().then_some((dir, parts))
}

fn refusal(error: &BackupError) -> Response<Body> {
    let status = match error {
        BackupError::NotEmpty(_) => StatusCode::CONFLICT,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    answer(status, &json!({ "error": error.to_string() }))
}

fn answer(status: StatusCode, body: &Value) -> Response<Body> {
    let mut response = Response::new(full(body.to_string()));
    *response.status_mut() = status;
    let kind = header::HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}
