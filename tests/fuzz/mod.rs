//! Every reader on made-up input, through the same entry points as the fuzzer in `fuzz/`: what is
//! known to be hard, and pieces of it put together at random. `CHIRASHI_FUZZ_SECONDS` says how long
//! for each reader (two seconds otherwise), `CHIRASHI_FUZZ_SEED` where to begin.

mod mutate;
mod seeds;

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use chirashi::fuzz::{FuzzTarget, TARGETS};
use mutate::Mutator;

/// After so many failures of a reader there is enough to mend.
const ENOUGH: usize = 6;

#[test]
fn every_reader_survives_any_input() {
    let number = |name: &str| {
        env::var(name)
            .ok()
            .and_then(|text| text.parse::<u64>().ok())
    };
    let seconds = Duration::from_secs(number("CHIRASHI_FUZZ_SECONDS").unwrap_or(2));
    let seed = number("CHIRASHI_FUZZ_SEED").unwrap_or(1);
    let only = env::var("CHIRASHI_FUZZ_TARGET").unwrap_or_default();
    let targets = TARGETS.iter().filter(|(name, _)| name.contains(&only));
    let failures: Vec<String> = targets
        .flat_map(|target| run(*target, seconds, seed))
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// What failed once is read as it was meant ever after.
#[test]
fn what_failed_before_holds() {
    for (name, input) in seeds::FAILED {
        let target = TARGETS.iter().find(|(own, _)| *own == name);
        let (_, read) = target.expect("a reader of this name");
        assert_eq!(fault(*read, input.as_bytes()), None, "{name}: {input:?}");
    }
}

/// Runs a reader for a while; the inputs that failed, as short as they could be made.
fn run((name, read): FuzzTarget, seconds: Duration, seed: u64) -> Vec<String> {
    let seeds = seeds::of(name);
    let mut mutator = Mutator::new(seed, &seeds);
    let begin = Instant::now();
    let mut count = 0_u64;
    let mut failures = Vec::new();
    let mut known = seeds.iter().cloned();
    while failures.len() < ENOUGH {
        let input = match known.next() {
            Some(seed) => seed,
            None if begin.elapsed() < seconds => mutator.next(),
            None => break,
        };
        count += 1;
        if let Some(why) = fault(read, &input) {
            let short = shortened(read, input);
            let shown = String::from_utf8_lossy(&short).into_owned();
            failures.push(format!("{name}: {shown:?}\n    {why}"));
        }
    }
    #[allow(
        clippy::print_stdout,
        reason = "how much was tried is asked for by hand"
    )]
    {
        println!("{name}: {count} inputs");
    }
    failures
}

/// Why a reader fails on an input, if it does.
fn fault(read: fn(&[u8]), input: &[u8]) -> Option<String> {
    let begin = Instant::now();
    let result = catch_unwind(AssertUnwindSafe(|| read(input)));
    if let Err(panic) = result {
        let text = panic.downcast_ref::<String>().cloned();
        let told = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        return Some(told.unwrap_or_default().chars().take(1500).collect());
    }
    // Time that grows faster than its input would show here; a machine under load does not.
    (begin.elapsed() > Duration::from_secs(20)).then(|| "slow".to_owned())
}

/// A shorter input on which the reader fails too.
fn shortened(read: fn(&[u8]), mut input: Vec<u8>) -> Vec<u8> {
    let mut piece = input.len() / 2;
    let mut tries = 0;
    while piece > 0 && tries < 400 {
        let mut at = 0;
        while at + piece <= input.len() && tries < 400 {
            let shorter = [&input[..at], &input[at + piece..]].concat();
            tries += 1;
            if fault(read, &shorter).is_some() {
                input = shorter;
            } else {
                at += piece;
            }
        }
        piece /= 2;
    }
    input
}
