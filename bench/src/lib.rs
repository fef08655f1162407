//! Data for Leadroom.
