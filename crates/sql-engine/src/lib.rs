//! Binder, planner and operators of the streaming SQL, with checkpointed state.
