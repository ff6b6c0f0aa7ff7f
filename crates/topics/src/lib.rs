//! Topics, subscriptions and delivery with retries (the SNS API).
