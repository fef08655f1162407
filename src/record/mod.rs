//! A record's life, pure: fields and their validity, commands decided into events, events applied to the record.

pub mod decide;
pub mod email;
pub mod event;
pub mod fields;
pub mod rule;
pub mod words;
pub mod work;
