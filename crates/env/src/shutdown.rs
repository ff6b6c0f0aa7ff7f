//! One signal that asks every task to finish what it holds and stop.
//! Does not: kill anything.

use tokio_util::sync::CancellationToken;

#[derive(Clone, Default)]
pub struct Shutdown(CancellationToken);

impl Shutdown {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn begin(&self) {
        self.0.cancel();
    }

    pub fn has_begun(&self) -> bool {
        self.0.is_cancelled()
    }

    /// Returns when shutdown has begun.
    pub async fn begun(&self) {
        self.0.cancelled().await;
    }

    /// A part that can be stopped alone, and stops with the whole.
    pub fn child(&self) -> Self {
        Self(self.0.child_token())
    }
}
