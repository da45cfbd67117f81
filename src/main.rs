//! The page in a browser, the program in a shell.

#[cfg(target_arch = "wasm32")]
fn main() {
    undersigned::start::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    undersigned::cli::run()
}
