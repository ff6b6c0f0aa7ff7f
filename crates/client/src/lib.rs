//! Producer and consumer libraries that talk HTTP only.
