//! The transactional control store: versioned rows in named spaces, on SQLite.
