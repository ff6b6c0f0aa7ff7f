//! Every limit of the service, named with its unit.
//! Does not: hold the model's constraints; those are checked before an operation is called.

use std::time::Duration;

/// Data of one PutMetricData.
pub const DATA_MAX: usize = 1000;
/// Values of one datum.
pub const VALUES_MAX: usize = 150;
/// Magnitude of a value: 2^360.
pub const VALUE_MAX: f64 = 2.348_542_582_773_833e108;
/// How far in the past and in the future a datum's time may lie.
pub const PAST_MAX: Duration = Duration::from_secs(14 * 24 * 3600);
pub const FUTURE_MAX: Duration = Duration::from_secs(2 * 3600);
/// Metrics that are kept, those of different units counted apart.
pub const METRICS_MAX: usize = 2000;
/// Minutes with data that are kept of each.
pub const MINUTES_MAX: usize = 1440;
/// Metrics of one ListMetrics page.
pub const PAGE_METRICS: usize = 500;
/// How recently a metric must have been written to be listed with RecentlyActive.
pub const RECENT: Duration = Duration::from_secs(3 * 3600);
/// Datapoints of one GetMetricStatistics.
pub const STATISTICS_POINTS_MAX: i64 = 1440;
/// Datapoints of one GetMetricData page, and queries of one call.
pub const DATA_POINTS_MAX: usize = 100_800;
pub const QUERIES_MAX: usize = 500;
