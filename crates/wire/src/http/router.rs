//! Which service and operation a request means, and the answer to it.
//! Does not: read bodies' contents; `protocols` do.

use std::future::Future;
use std::sync::Arc;

use futures::future::BoxFuture;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{Method, Request, Response};
use hyper::body::Incoming;
use levada_env::Env;
use levada_types::Identity;

use super::body::{self, Body, Received, Room};
use crate::protocols::style::{Dialect, RPC_V2_CBOR, SMITHY_PROTOCOL, Style};
use crate::protocols::{self, Exchange, aws_json, query, rest};
use crate::sigv4::Scope;
use crate::{Authorizer, AwsError, Protocol, ServiceApi};

/// Answers a request that no AWS protocol of ours describes: S3, health, certificates.
pub type RawHandler =
    Arc<dyn Fn(Request<Incoming>) -> BoxFuture<'static, Response<Body>> + Send + Sync>;

pub fn raw_handler<F, Answer>(handler: F) -> RawHandler
where
    F: Fn(Request<Incoming>) -> Answer + Send + Sync + 'static,
    Answer: Future<Output = Response<Body>> + Send + 'static,
{
    Arc::new(move |request| Box::pin(handler(request)))
}

/// Everything that is served on one port.
pub struct Router {
    services: Vec<Arc<ServiceApi>>,
    authorizer: Arc<dyn Authorizer>,
    identity: Identity,
    env: Env,
    prefixes: Vec<(String, RawHandler)>,
    fallback: Option<RawHandler>,
    room: Room,
}

enum Route {
    Call {
        dialect: Dialect,
        api: Option<Arc<ServiceApi>>,
        operation: String,
    },
    Query,
    Rest {
        api: Arc<ServiceApi>,
        found: rest::Match,
    },
    /// Signed for a service of ours, but naming no operation.
    Nothing,
    Fallback,
}

impl Router {
    pub fn new(
        services: Vec<ServiceApi>,
        authorizer: Arc<dyn Authorizer>,
        identity: Identity,
        env: Env,
    ) -> Self {
        let services = services.into_iter().map(Arc::new).collect();
        let (prefixes, room) = (Vec::new(), Room::new());
        Self { services, authorizer, identity, env, prefixes, fallback: None, room }
    }

    /// Paths that begin with `prefix` go to `handler`, before anything else is looked at and
    /// without any signature.
    #[must_use]
    pub fn with_prefix(mut self, prefix: impl Into<String>, handler: RawHandler) -> Self {
        self.prefixes.push((prefix.into(), handler));
        self
    }

    /// What no service of ours claims goes to `handler`, which checks signatures itself.
    #[must_use]
    pub fn with_fallback(mut self, handler: RawHandler) -> Self {
        self.fallback = Some(handler);
        self
    }

    pub async fn handle(&self, request: Request<Incoming>) -> Response<Body> {
        let path = request.uri().path();
        if let Some((_, handler)) = self.prefixes.iter().find(|(known, _)| path.starts_with(known))
        {
            return handler(request).await;
        }
        let (parts, incoming) = request.into_parts();
        let route = self.route(&parts);
        if let (Route::Fallback, Some(fallback)) = (&route, &self.fallback) {
            return fallback(Request::from_parts(parts, incoming)).await;
        }
        let request_id = self.env.random.uuid();
        let received = match self.read(incoming, &parts, &route).await {
            Ok(received) => received,
            Err(error) => return self.refuse(&parts, &route, &request_id, error),
        };
        let exchange = self.exchange(parts, &received, request_id);
        match route {
            Route::Call { dialect, api, operation } => {
                aws_json::answer(exchange, dialect, api, &operation).await
            }
            Route::Query => query::answer(exchange, &self.services).await,
            Route::Rest { api, found } => rest::answer(exchange, api, found).await,
            Route::Nothing | Route::Fallback => protocols::undetermined(&exchange.request_id),
        }
    }

    async fn read(
        &self,
        incoming: Incoming,
        parts: &Parts,
        route: &Route,
    ) -> Result<Received<'_>, AwsError> {
        let received = body::read(incoming, &self.room, &self.env).await?;
        match route {
            Route::Call { .. } | Route::Query => {
                received.inflated(&parts.headers, &self.room).await
            }
            // A function's payload is its own affair.
            Route::Rest { .. } | Route::Nothing | Route::Fallback => Ok(received),
        }
    }

    fn exchange(&self, parts: Parts, received: &Received<'_>, request_id: String) -> Exchange<'_> {
        Exchange {
            authorizer: self.authorizer.as_ref(),
            identity: &self.identity,
            env: &self.env,
            parts,
            body: received.bytes.clone(),
            content: received.content.clone(),
            request_id,
        }
    }

    /// Answers a request whose body could not be read, in its protocol's form.
    fn refuse(
        &self,
        parts: &Parts,
        route: &Route,
        request_id: &str,
        error: AwsError,
    ) -> Response<Body> {
        match route {
            Route::Call { dialect, api, .. } => {
                let style = Style::of(&parts.headers, *dialect, api.as_deref());
                style.error(&error, api.as_deref(), request_id, &self.env)
            }
            Route::Rest { .. } => rest::error(&error, request_id),
            Route::Query | Route::Nothing | Route::Fallback => {
                query::error(&error, None, request_id)
            }
        }
    }

    fn route(&self, parts: &Parts) -> Route {
        let scope = Scope::peek(&parts.uri, &parts.headers);
        let scope = scope.as_ref().map(|scope| scope.service.as_str());
        if let Some(target) = parts.headers.get("x-amz-target") {
            return self.target_route(target.to_str().unwrap_or_default());
        }
        if let Some(route) = self.rpc_route(parts) {
            return route;
        }
        if scope != Some("s3") {
            if is_query(parts) {
                return Route::Query;
            }
            if let Some(route) = self.rest_route(parts) {
                return route;
            }
        }
        let ours = |name: &str| self.services.iter().any(|api| api.name == name);
        if scope.is_some_and(ours) { Route::Nothing } else { Route::Fallback }
    }

    /// `X-Amz-Target: Kinesis_20131202.PutRecord`
    fn target_route(&self, target: &str) -> Route {
        let (prefix, operation) = target.rsplit_once('.').unwrap_or(("", target));
        self.call_route(Dialect::AwsJson, prefix, operation)
    }

    /// `/service/Kinesis_20131202/operation/PutRecord`; the service may have its namespace before it.
    fn rpc_route(&self, parts: &Parts) -> Option<Route> {
        let protocol = parts.headers.get(&SMITHY_PROTOCOL)?;
        let path = parts.uri.path().trim_end_matches('/').strip_prefix("/service/")?;
        let (service, operation) = path.split_once("/operation/")?;
        let is_ours = protocol.as_bytes().eq_ignore_ascii_case(RPC_V2_CBOR.as_bytes())
            && parts.method == Method::POST;
        let service = service.rsplit(['.', '#']).next().unwrap_or_default();
        is_ours.then(|| self.call_route(Dialect::RpcV2Cbor, service, operation))
    }

    fn call_route(&self, dialect: Dialect, prefix: &str, operation: &str) -> Route {
        let api = self.services.iter().find(|api| {
            matches!(api.protocol, Protocol::AwsJson { target_prefix, .. } if target_prefix == prefix)
        });
        Route::Call { dialect, api: api.cloned(), operation: operation.to_owned() }
    }

    fn rest_route(&self, parts: &Parts) -> Option<Route> {
        self.services.iter().filter(|api| api.protocol == Protocol::RestJson).find_map(|api| {
            let found = rest::find(api.model?, &parts.method, parts.uri.path())?;
            Some(Route::Rest { api: Arc::clone(api), found })
        })
    }
}

/// Query requests go to the root, with their parameters in a form or in the query.
fn is_query(parts: &Parts) -> bool {
    let has_action = || {
        let query = parts.uri.query().unwrap_or_default();
        query.split('&').any(|pair| pair.starts_with("Action="))
    };
    let is_form = || {
        parts
            .headers
            .get(CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"))
    };
    parts.uri.path() == "/" && (has_action() || (parts.method == Method::POST && is_form()))
}
