//! The second program of the page: the action for every country but the United States. `src/main.rs` is the first.

#[cfg(target_arch = "wasm32")]
fn main() {
    use undersigned::{browser, domain::program::WORLD, start};
    start::take_over(WORLD);
    browser::part::whenever_one_waits(|| start::take_over(WORLD));
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    undersigned::cli::run()
}
