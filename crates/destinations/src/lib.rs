//! Every place Firehose can deliver to.
