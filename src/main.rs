//! The `chirashi` program: hands the command line to the library.

use std::process::ExitCode;

/// Building is many small allocations on all cores.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    chirashi::cli::run(std::env::args_os().collect())
}
