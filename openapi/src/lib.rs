//! The `OpenAPI` document of Leadroom, made natively from the code: the routes from the table that the Worker answers by, the
//! closed sets of words and the limits from where they are enforced, the problem codes from `error.rs`. Not a byte of it is in
//! the Worker: the document is a static asset.
//!
//! A new route is a line in the table of routes and an entry in `nouns/`; the document cannot be made until it has both.

pub mod document;
mod nouns;
mod operation;
mod problem;
mod schema;

use std::path::PathBuf;

/// Where the document stands in the project.
pub fn file() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../public/openapi.json"))
}

/// The document as text.
///
/// # Errors
/// As [`document::document`].
pub fn text() -> Result<String, Vec<String>> {
    document::document().map(|document| format!("{document:#}\n"))
}
