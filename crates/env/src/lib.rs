//! The seams to the world: clock, randomness, disk, spawn and shutdown come in by parameter.
