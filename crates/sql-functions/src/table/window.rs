//! Tumbling windows of whole seconds, counted from the epoch.
//! Does not: hold what is counted in them.

/// The one window that has rows and is not over.
#[derive(Clone, Debug)]
pub(super) struct Tumbling {
    size_ms: i64,
    /// The first instant after the open window.
    end: Option<i64>,
}

impl Tumbling {
    pub fn new(size_ms: i64) -> Self {
        Self { size_ms, end: None }
    }

    /// The open window's end if it is over at `now`; it is then open no more.
    pub fn close(&mut self, now: i64) -> Option<i64> {
        let end = self.end.filter(|end| *end <= now)?;
        self.end = None;
        Some(end)
    }

    /// Opens the window of a row unless it is open.
    pub fn enter(&mut self, rowtime: i64) {
        let start = rowtime - rowtime.rem_euclid(self.size_ms);
        self.end.get_or_insert(start.saturating_add(self.size_ms));
    }

    pub fn end(&self) -> Option<i64> {
        self.end
    }

    pub fn restore(&mut self, end: Option<i64>) {
        self.end = end;
    }
}
