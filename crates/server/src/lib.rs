//! Listeners, routing, health, settings and assembly.
