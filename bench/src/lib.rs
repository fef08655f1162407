//! Data for Leadroom: a believable demo organisation, made by driving the real core through its own API (`demo`), and
//! organisations of any size to measure with, written by the store's own statements (`generate`).
//!
//! Both fill the file of a local D1 that has been migrated and that nobody serves meanwhile. Nothing here is part of the
//! Worker.

pub mod database;
pub mod demo;
pub mod generate;
pub mod local;
#[path = "../../tests/support/native.rs"]
pub mod native;
pub mod random;

/// What went wrong, in words for whoever called the program.
pub type Failure = Box<dyn std::error::Error>;

/// The present, in milliseconds since 1970 UTC.
#[expect(clippy::disallowed_methods, reason = "the programs are where time comes in")]
pub fn now() -> Result<i64, Failure> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    Ok(i64::try_from(since.as_millis())?)
}

/// How a program ends: what went wrong goes to standard error, after the program's name.
pub fn ended(program: &str, result: Result<(), Failure>) -> std::process::ExitCode {
    match result {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{program}: {failure}");
            std::process::ExitCode::FAILURE
        }
    }
}
