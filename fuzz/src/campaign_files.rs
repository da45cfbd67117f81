//! The fuzz target: the bytes of campaign files, through check and drawing, to the audit of all that comes out.
//!
//! `cargo xtask fuzz` builds it and runs it in the project's folder.
#![no_main]

#[path = "../../tests/hostile/audit.rs"]
#[allow(dead_code)]
mod audit;
#[path = "../../tests/hostile/press.rs"]
#[allow(dead_code)]
mod press;

use libfuzzer_sys::fuzz_target;
use press::Press;

thread_local! {
    static PRESS: Press = {
        Press::new().unwrap_or_else(|problem| panic!("run it in the project's folder: {problem}"))
    };
}

fuzz_target!(|input: &[u8]| {
    if let Err(faults) = PRESS.with(|press| press.try_input(input)) {
        panic!("{faults:#?}");
    }
});
