//! Building the site: Trunk in the shipping configuration, then what is in it, compressed copies, and a hash of every file.

pub mod address;
pub mod heights;
mod pages;
pub mod samples;
mod sbom;
mod shrink;

use std::fs::{File, TryLockError};
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use testbench::compress::compress_folder;
use testbench::tools::{Tool, Toolbox, rust};
use testbench::{bytes, measure, process, published, workspace};

use crate::scripts;
use pages::Drawing;

/// How the Wasm is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// The smallest that the pinned toolchain makes: its standard library built again for size, ending at once on a
    /// panic. This is what ships.
    Small,
    /// Plain `trunk build --release`.
    Plain,
}

/// What to build.
#[derive(Clone, Debug)]
pub struct Build {
    /// How the Wasm is made.
    pub flavour: Flavour,
    /// The folder that the site goes to.
    pub dist: PathBuf,
    /// Where it will be reached, without a slash at the end.
    pub public_url: String,
    /// Whether expired tables are accepted.
    pub outdated: bool,
}

/// The part of the shipping configuration that must not reach the native program, which Trunk's hook runs.
/// `Trunk.toml` removes the same names.
const SMALL_ONLY: [&str; 5] = [
    "RUSTC_BOOTSTRAP",
    "CARGO_UNSTABLE_BUILD_STD",
    "CARGO_UNSTABLE_BUILD_STD_FEATURES",
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "CARGO_TARGET_DIR",
];

impl Build {
    /// Builds the site aside, compresses it, records what it is made of, and publishes it to its folder. A site that is served
    /// from there is whole at every moment, and what open pages may still request is kept for a while.
    ///
    /// Checks first what people write, so that a fault shows at once, not after everything is compiled.
    pub fn run(&self) -> Result<()> {
        let _turn = turn()?;
        self.check_sources()?;
        let site = workspace::target().join("site");
        let tools = Toolbox::ready()?;
        if self.flavour == Flavour::Small {
            self.fetch_sources()?;
        }
        let mut trunk = Command::new(tools.program("trunk")?);
        trunk
            .current_dir(workspace::root())
            .args(["build", "--release", "--offline", "--dist"])
            .arg(&site)
            // Trunk takes NO_COLOR=1 for a bad argument.
            .env_remove("NO_COLOR")
            // If it fails, the hook failed and has said why.
            .env("RUST_LIB_BACKTRACE", "0");
        tools.equip(&mut trunk)?;
        if self.outdated {
            trunk.env(workspace::ALLOW_OUTDATED, "true");
        }
        scripts::shrink(&tools)?;
        workspace::ship_scripts(&mut trunk);
        let fonts = std::env::join_paths(tools.files(Tool::Fonts)?).context("the tools' folder has an odd name")?;
        trunk.env("UNDERSIGNED_FONTS", &fonts);
        if self.flavour == Flavour::Small {
            // Pages contain the name and hash of the Wasm, so they are drawn once it is small.
            trunk.env("UNDERSIGNED_DRAW_LATER", "true");
        }
        self.configure(&mut trunk)?;
        process::run(&mut trunk).context("the site was not built")?;
        let drawing = Drawing { public_url: &self.public_url, fonts: &fonts, heights: None, outdated: self.outdated };
        if self.flavour == Flavour::Small {
            shrink::shrink(&site, &tools)?;
        }
        // Before the pages: whoever draws them adds what the tables are made from.
        sbom::write(&site)?;
        drawing.draw(&site)?;
        heights::bake(&site, drawing)?;
        compress_folder(&site, &workspace::target().join("twins"))?;
        pages::publish(&site, &self.dist)
    }

    /// Prints what a visitor downloads.
    pub fn print_sizes(&self) -> Result<()> {
        let weights = measure::weights(&self.dist)?;
        println!("\n{} (as downloaded: brotli)", workspace::shown(&self.dist));
        for (what, size) in [
            ("JS and Wasm", Some(weights.program)),
            ("lookup and officials", weights.data),
            ("largest embed page", weights.embed_page),
            ("largest page", weights.largest_page.as_ref().map(|(_, size)| *size)),
        ] {
            let size = size.map_or_else(|| "none yet".to_owned(), bytes::shown);
            println!("  {what:<22}{size:>12}");
        }
        if let Some((page, _)) = &weights.largest_page {
            println!("  largest page: {page}");
        }
        Ok(())
    }

    /// Every fault of campaigns, site file, interface texts and tables.
    fn check_sources(&self) -> Result<()> {
        // Not quietly: the first time, it compiles for minutes.
        let mut build = process::cargo();
        build.args(["build", "--bin", "undersigned"]);
        let mut check = process::cargo();
        check.args(["run", "--quiet", "--bin", "undersigned", "--", "check", "--site", "--public-url"]);
        check.arg(&self.public_url);
        if self.outdated {
            check.env(workspace::ALLOW_OUTDATED, "true");
        }
        for name in SMALL_ONLY {
            build.env_remove(name);
            check.env_remove(name);
        }
        process::run(&mut build).context("the program `undersigned` was not built")?;
        process::run(&mut check).context("nothing was built: fix what is listed above first")
    }

    /// The standard library has dependencies of its own; Trunk builds offline.
    fn fetch_sources(&self) -> Result<()> {
        let mut fetch = process::cargo();
        fetch.args(["fetch", "--quiet", "--target", rust::WASM]);
        self.configure(&mut fetch)?;
        process::run(&mut fetch).context("could not fetch the sources of dependencies")
    }

    fn configure(&self, command: &mut Command) -> Result<()> {
        for name in SMALL_ONLY {
            command.env_remove(name);
        }
        command.env("UNDERSIGNED_PUBLIC_URL", &self.public_url);
        if self.flavour == Flavour::Plain {
            return Ok(());
        }
        command
            // The pinned stable compiler, allowed to build its own standard library.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", small_flags()?)
            // A folder of its own, so that these settings don't invalidate other builds.
            .env("CARGO_TARGET_DIR", workspace::target().join("small"));
        Ok(())
    }
}

/// The lock that lets one build at a time run in this project; it ends with the process.
fn turn() -> Result<File> {
    let path = workspace::target().join("dist.lock");
    let failed = || format!("could not lock {}", workspace::shown(&path));
    std::fs::create_dir_all(workspace::target()).with_context(failed)?;
    let mut file =
        File::options().read(true).write(true).create(true).truncate(false).open(&path).with_context(failed)?;
    match file.try_lock() {
        Ok(()) => {
            file.set_len(0).and_then(|()| write!(file, "{}", std::process::id())).with_context(failed)?;
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => {
            let mut process = String::new();
            file.read_to_string(&mut process).with_context(failed)?;
            bail!("another build is running in this project (process {process}); try again when it is done")
        }
        Err(TryLockError::Error(error)) => Err(error).with_context(failed),
    }
}

/// The stack comes before everything else in memory, so that running out of it traps; with the usual megabyte, each address of a
/// text takes a byte more. The largest frame takes 1.6 kB, and an element within an element about 1.2 kB.
const SMALL_STACK: &str = "-Clink-arg=-zstack-size=131072";

/// Compiles every function where it is used, as if the rooms were one package: 1.7 kB less after brotli than with borders that the
/// compiler keeps.
const AS_ONE_PACKAGE: &str = "-Zcross-crate-inline-threshold=always";

/// What the compiler does for speed at the price of size, although asked for the smallest code, or too little of; with the bytes that
/// each saves after brotli once functions are sorted (docs/decisions/0003).
const SMALLER: [&str; 10] = [
    // A call counts for more than LLVM thinks, and is written out where that costs no more: 1,000 together. The next step up costs 800.
    "-Cllvm-args=-inline-threshold=10",
    "-Cllvm-args=-inline-call-penalty=35",
    // Computes ahead on one branch what another has computed: 150.
    "-Cllvm-args=-enable-pre=false",
    // Keeps a second counter in loops so as not to multiply: 700.
    "-Cllvm-args=-disable-lsr",
    // Writes what a loop leaves behind as a formula, and moves what is the same in each turn out of loops once more: 100 together.
    "-Cllvm-args=-replexitval=never",
    "-Cllvm-args=-disable-machine-licm",
    // Hoists out of loops what takes a variable there: 700.
    "-Cllvm-args=-opt-disable=licm",
    // Moves a struct field by field if it has up to four; one instruction moves it as well: 1,600.
    "-Cllvm-args=-max-store-memcpy=1",
    // Keeps in a variable what takes two instructions to make again: 400.
    "-Cllvm-args=-disable-machine-cse",
    // Copies blocks for branches whose outcome is known: 250.
    "-Zmir-enable-passes=-JumpThreading",
];

/// Compiler flags of the shipping build. No path of this machine may reach the Wasm: two builds from two folders
/// must be the same.
fn small_flags() -> Result<String> {
    let mut flags: Vec<String> =
        ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"]
            .into_iter()
            .chain([SMALL_STACK, AS_ONE_PACKAGE])
            .chain(SMALLER)
            .map(str::to_owned)
            .collect();
    let mut paths = vec![(workspace::root(), "/undersigned"), (rust::sysroot()?, "/rust")];
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = std::env::var_os("HOME").map(PathBuf::from);
    paths.extend(cargo_home.or_else(|| home.map(|home| home.join(".cargo"))).map(|folder| (folder, "/cargo")));
    flags.extend(paths.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())));
    Ok(flags.join(" "))
}

/// The shipping site in the project's own folder: built now, or left by the last build.
pub fn shipping(last_build: bool) -> Result<PathBuf> {
    let dist = workspace::dist();
    if last_build {
        published::require(&dist)?;
    } else {
        let build = Build {
            flavour: Flavour::Small,
            dist: dist.clone(),
            public_url: address::LOCAL.to_owned(),
            outdated: true,
        };
        build.run()?;
    }
    Ok(dist)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hook_takes_away_what_only_the_small_build_sets() -> Result<()> {
        let hook = std::fs::read_to_string(workspace::root().join("Trunk.toml"))?;
        for name in SMALL_ONLY {
            assert!(hook.contains(&format!("\"-u\", \"{name}\"")), "Trunk.toml does not unset {name}");
        }
        Ok(())
    }
}
