//! A service over a store in a temporary directory, and expression scopes, for this crate's
//! tests.
//! Does not: leave anything behind.

use std::sync::Arc;

use levada_env::{Env, VirtualClock};
use levada_meta::SqliteStore;
use levada_types::{Identity, Timestamp};
use serde_json::{Value as Json, json};

use crate::convert;
use crate::expr::Scope;
use crate::service::Tables;
use crate::value::Item;

pub const START: Timestamp = Timestamp(1_700_000_000_000);

/// `#n` is `name`; `:v` is 1, `:w` is 2, and there are a text, a list, a map and sets.
pub fn scope() -> Scope {
    let names = [("#n".to_owned(), "name".to_owned())].into();
    let values = json!({
        ":v": {"N": "1"}, ":w": {"N": "2"}, ":text": {"S": "text"},
        ":list": {"L": [{"N": "9"}]}, ":map": {"M": {"x": {"N": "1"}}},
        ":set": {"SS": ["a", "b"]}, ":numbers": {"NS": ["1", "2"]}, ":bin": {"B": "aGk="},
    });
    let values = serde_json::from_value(values).unwrap();
    Scope::new(Some(names), Some(values), &[("UpdateExpression", true)]).unwrap()
}

pub fn item(json: Json) -> Item {
    convert::item(serde_json::from_value(json).unwrap()).unwrap()
}

pub struct Fixture {
    pub tables: Arc<Tables>,
    meta: Arc<SqliteStore>,
    env: Env,
    pub clock: Arc<VirtualClock>,
    _dir: tempfile::TempDir,
}

async fn open(meta: &Arc<SqliteStore>, env: &Env) -> Arc<Tables> {
    let address = "127.0.0.1:4566".to_owned();
    Tables::open(meta.clone(), Identity::default(), env.clone(), address).await.unwrap()
}

impl Fixture {
    pub async fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (env, clock) = Env::virtual_at(START, 1);
        let meta = Arc::new(SqliteStore::open(&dir.path().join("meta.sqlite")).unwrap());
        let tables = open(&meta, &env).await;
        Self { tables, meta, env, clock, _dir: dir }
    }

    /// A second service over the same store, as after a restart.
    pub async fn reopen(&self) -> Arc<Tables> {
        open(&self.meta, &self.env).await
    }
}
