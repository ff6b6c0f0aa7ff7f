//! Requests as clients send them, to a real listener with toy services behind it.
//! Does not: test any real service.
#![allow(clippy::unwrap_used, reason = "whatever fails here fails the test")]

mod toy;

mod cbor;
mod encodings;
mod events;
mod fuzz;
mod json;
mod query;
mod rest;
mod routing;
mod rpc;
mod signatures;
mod tls;
