//! `Service`: an HTTP request in, an HTTP response out; what a router's fallback calls.
//! Does not: listen, or decide which requests are S3's.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::uri::{PathAndQuery, Uri};
use http::{Request, Response, StatusCode};
use levada_blob::BlobStore;
use levada_env::SystemRandom;
use s3s::auth::{S3Auth, SecretKey};
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s::{Body, S3Result, s3_error};

use crate::chunked;
use crate::room::Room;
use crate::s3::Objects;

/// Looks up the secret of an access key.
pub type Keys = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// Cheap to clone.
#[derive(Clone)]
pub struct Service {
    s3: S3Service,
    open: bool,
}

struct Lookup(Keys);

#[async_trait]
impl S3Auth for Lookup {
    async fn get_secret_key(&self, access_key: &str) -> S3Result<SecretKey> {
        match (self.0)(access_key) {
            Some(secret) => Ok(SecretKey::from(secret)),
            None => Err(s3_error!(InvalidAccessKeyId)),
        }
    }
}

impl Service {
    /// With `keys`, every request must carry a valid signature. Without, any or no credentials
    /// are accepted and signatures are not looked at.
    pub fn new(store: Arc<dyn BlobStore>, region: &str, keys: Option<Keys>) -> Self {
        let open = keys.is_none();
        let mut builder = S3ServiceBuilder::new(Objects {
            store,
            region: region.to_owned(),
            random: Arc::new(SystemRandom),
            room: Room::new(),
        });
        if let Some(keys) = keys {
            builder.set_auth(Lookup(keys));
        }
        Self { s3: builder.build(), open }
    }

    /// Answers every request; what goes wrong is told in S3's XML.
    pub async fn call<B>(&self, request: Request<B>) -> Response<Body>
    where
        B: hyper::body::Body<Data = Bytes> + Send + 'static,
        B::Error: std::error::Error + Send + Sync + 'static,
    {
        let request = request.map(Body::http_body_unsync);
        let request = match self.open {
            false => request,
            true => match chunked::unwrap(without_signature(request)).await {
                Ok(request) => request,
                Err(refused) => return plain(StatusCode::BAD_REQUEST, &refused.to_string()),
            },
        };
        self.s3.call(request).await.unwrap_or_else(|error| {
            tracing::error!(?error, "an S3 request failed without an answer");
            plain(StatusCode::INTERNAL_SERVER_ERROR, "internal error")
        })
    }
}

fn plain(status: StatusCode, message: &str) -> Response<Body> {
    let code = if status.is_server_error() { "InternalError" } else { "InvalidRequest" };
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <Error><Code>{code}</Code><Message>{message}</Message></Error>"
    );
    let mut response = Response::new(Body::from(Bytes::from(text)));
    *response.status_mut() = status;
    let xml = http::HeaderValue::from_static("application/xml");
    response.headers_mut().insert(http::header::CONTENT_TYPE, xml);
    response
}

/// Removes what would make `s3s` look for a key that nobody configured.
fn without_signature(mut request: Request<Body>) -> Request<Body> {
    request.headers_mut().remove(AUTHORIZATION);
    let uri = request.uri();
    let signed = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        let v4 = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires"];
        let more = ["X-Amz-SignedHeaders", "X-Amz-Signature", "X-Amz-Security-Token"];
        let v2 = ["AWSAccessKeyId", "Signature", "Expires"];
        !v4.iter().chain(&more).chain(&v2).any(|known| name.eq_ignore_ascii_case(known))
    };
    if let Some(query) = uri.query() {
        let kept: Vec<&str> = query.split('&').filter(signed).collect();
        let path = if kept.is_empty() {
            uri.path().to_owned()
        } else {
            format!("{}?{}", uri.path(), kept.join("&"))
        };
        let mut parts = uri.clone().into_parts();
        parts.path_and_query = PathAndQuery::try_from(path).ok();
        if let Ok(uri) = Uri::from_parts(parts) {
            *request.uri_mut() = uri;
        }
    }
    request
}
