//! Delivery streams: durable buffers, delivery with retries.
