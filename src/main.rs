//! The `chirashi` program: hands the command line to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    chirashi::cli::run(std::env::args_os().collect())
}
