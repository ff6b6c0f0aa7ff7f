//! Requests as clients send them, to a real listener with toy services behind it.
//! Does not: test any real service.

mod toy;

mod cbor;
mod json;
mod query;
mod rest;
mod routing;
mod signatures;
