//! `generate <file> [--leads 1000000] [--seed 1]`: fills the file of a migrated, empty local D1, and prints as one line of
//! JSON what is needed to measure with it.

use std::path::PathBuf;
use std::process::ExitCode;

use leadroom_bench::database::Database;
use leadroom_bench::generate::{Size, generate};
use leadroom_bench::{Failure, ended, now};

const USAGE: &str = "usage: generate <file> [--leads 1000000] [--seed 1]";

fn work() -> Result<(), Failure> {
    let mut file = None;
    let mut size = Size { leads: 1_000_000, seed: 1, now: now()? };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|text| text.parse::<u64>().ok()).ok_or(USAGE);
        match argument.as_str() {
            "--leads" => size.leads = usize::try_from(number()?)?.max(1),
            "--seed" => size.seed = number()?,
            _ if file.is_none() && !argument.starts_with('-') => file = Some(PathBuf::from(argument)),
            _ => return Err(USAGE.into()),
        }
    }
    let database = Database::open_empty(&file.ok_or(USAGE)?)?;
    let made = generate(&database, size)?;
    database.close()?;
    println!("{made}");
    Ok(())
}

fn main() -> ExitCode {
    ended("generate", work())
}
