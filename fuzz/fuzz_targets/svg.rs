#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| chirashi::fuzz::svg(bytes));
