//! The second program of the page: the action for every country but the United States. `src/main.rs` is the first.

#[cfg(target_arch = "wasm32")]
fn main() {
    undersigned::start::run(undersigned::domain::program::WORLD);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    undersigned::cli::run()
}
