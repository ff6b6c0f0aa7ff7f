//! The one list of metric and event names.
