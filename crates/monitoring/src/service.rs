//! `Monitoring`: the service over its store.
//! Does not: parse requests.

use std::sync::Arc;

use levada_env::Env;
use levada_types::Timestamp;
use levada_wire::ServiceApi;
use parking_lot::Mutex;

use crate::datum::Datum;
use crate::metric::MetricId;
use crate::ops;
use crate::store::{Point, Span, Store};

pub struct Monitoring {
    env: Env,
    store: Mutex<Store>,
}

impl Monitoring {
    pub fn new(env: Env) -> Arc<Self> {
        Arc::new(Self { env, store: Mutex::default() })
    }

    /// The CloudWatch API of this service.
    pub fn api(self: &Arc<Self>) -> ServiceApi {
        ops::api(self)
    }

    /// The machine's time: data carry their clients' times, which no scaling reaches.
    pub fn now(&self) -> Timestamp {
        self.env.machine_clock.now()
    }

    pub fn put(&self, data: Vec<Datum>) {
        let now = self.now();
        let mut store = self.store.lock();
        for datum in data {
            store.add(datum, now);
        }
    }

    /// Up to `limit` metrics that are wanted, in order after `after`, and whether more follow.
    pub fn list(
        &self,
        after: Option<&MetricId>,
        limit: usize,
        wanted: impl Fn(&MetricId, Timestamp) -> bool,
    ) -> (Vec<MetricId>, bool) {
        let store = self.store.lock();
        let mut found = store.list(after).filter(|(metric, written)| wanted(metric, *written));
        let page = found.by_ref().take(limit).map(|(metric, _)| metric.clone()).collect();
        let more = found.next().is_some();
        (page, more)
    }

    pub fn read(&self, metric: &MetricId, unit: Option<&str>, span: &Span) -> Vec<Point> {
        self.store.lock().read(metric, unit, span)
    }
}
