//! `demo <file> [--seed 1]`: fills the file of a migrated, empty local D1 with the demo organisation, and prints as its last
//! line the keys to try it with, as JSON.

use std::path::PathBuf;
use std::process::ExitCode;

use leadroom_bench::database::Database;
use leadroom_bench::{Failure, demo, ended, now};

const USAGE: &str = "usage: demo <file> [--seed 1]";

fn work() -> Result<(), Failure> {
    let (mut file, mut seed) = (None, 1);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seed" => seed = arguments.next().and_then(|text| text.parse().ok()).ok_or(USAGE)?,
            _ if file.is_none() && !argument.starts_with('-') => file = Some(PathBuf::from(argument)),
            _ => return Err(USAGE.into()),
        }
    }
    let database = Database::open_empty(&file.ok_or(USAGE)?)?;
    let made = demo::fill(&database, seed, now()?)?;
    database.close()?;
    println!("{made}");
    Ok(())
}

fn main() -> ExitCode {
    ended("demo", work())
}
