//! Writes `public/openapi.json`. Run it after a change of the API: `cargo run -p leadroom-openapi`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let text = match leadroom_openapi::text() {
        Ok(text) => text,
        Err(errors) => {
            eprintln!("{}", errors.join("\n"));
            return ExitCode::FAILURE;
        }
    };
    if let Err(error) = std::fs::write(leadroom_openapi::file(), text) {
        eprintln!("{}: {error}", leadroom_openapi::file().display());
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
