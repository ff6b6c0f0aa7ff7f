//! Names, ARNs, shard ids, sequence numbers, hash ranges, records, limits, and the flow traits services meet through.
