//! Credentials and who may call: the Authorizer the wire asks.
