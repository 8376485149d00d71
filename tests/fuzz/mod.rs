//! Every reader on made-up input, through the same entry points as the fuzzer in `fuzz/`: what is
//! known to be hard, and pieces of it put together at random. `CHIRASHI_FUZZ_SECONDS` says how long
//! for each reader (two seconds otherwise), `CHIRASHI_FUZZ_SEED` where to begin.

mod mutate;
mod seeds;

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use chirashi::fuzz::TARGETS;
use mutate::Mutator;

#[test]
fn every_reader_survives_any_input() {
    let number = |name: &str| {
        env::var(name)
            .ok()
            .and_then(|text| text.parse::<u64>().ok())
    };
    let seconds = Duration::from_secs(number("CHIRASHI_FUZZ_SECONDS").unwrap_or(2));
    let seed = number("CHIRASHI_FUZZ_SEED").unwrap_or(1);
    for (name, read) in TARGETS {
        let seeds = seeds::of(name);
        let mut mutator = Mutator::new(seed, &seeds);
        let begin = Instant::now();
        let mut count = 0_u64;
        for input in seeds.iter().cloned() {
            run(name, read, &input);
        }
        while begin.elapsed() < seconds {
            let input = mutator.next();
            run(name, read, &input);
            count += 1;
        }
        println!("{name}: {count} inputs");
    }
}

/// Runs one input; one that fails is shown so that it can become a test.
fn run(name: &str, read: fn(&[u8]), input: &[u8]) {
    let begin = Instant::now();
    let result = catch_unwind(AssertUnwindSafe(|| read(input)));
    let shown = || format!("{name}: {:?}", String::from_utf8_lossy(input));
    assert!(result.is_ok(), "{}", shown());
    // Time that grows faster than its input would show here; a machine under load does not.
    assert!(
        begin.elapsed() < Duration::from_secs(20),
        "slow: {}",
        shown()
    );
}
