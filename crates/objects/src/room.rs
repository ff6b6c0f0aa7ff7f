//! The memory that contents of requests under way may take together.
//! Does not: limit a single object.

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::limits::{HELD_BYTES_MAX, OBJECT_BYTES_MAX};

const BYTES_PER_PERMIT: usize = 64 * 1024;

pub struct Room(Semaphore);

impl Room {
    pub fn new() -> Self {
        Self(Semaphore::new(HELD_BYTES_MAX / BYTES_PER_PERMIT))
    }

    /// Waits until there is room; the room of the largest object for unknown lengths. `None`
    /// never comes: the semaphore is not closed.
    pub async fn keep(&self, bytes: Option<i64>) -> Option<SemaphorePermit<'_>> {
        let bytes = bytes.and_then(|bytes| usize::try_from(bytes).ok());
        let bytes = bytes.unwrap_or(OBJECT_BYTES_MAX).min(OBJECT_BYTES_MAX);
        let permits = u32::try_from(bytes.div_ceil(BYTES_PER_PERMIT)).unwrap_or(u32::MAX);
        self.0.acquire_many(permits).await.ok()
    }
}
