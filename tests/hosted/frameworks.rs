//! Campaigns in React 18, React 19 and Vue 3, built by Vite, as docs/embedding.md tells it and as people try it. The projects are
//! in `frameworks`, their packages pinned by its lock file.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context as _, Result, anyhow, ensure};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use testbench::process;
use testbench::server::{Content, Port, Server};
use testbench::tools;
use testbench::webdriver::{Browser, Engine, Tier};
use testbench::workspace;

use crate::built;
use crate::live::live;

/// The projects, as `package.json` names them.
const PROJECTS: [&str; 3] = ["react-18", "react-19", "vue-3"];
const FRAME: &str = "iframe[src*='/e/']";

/// The built projects. What npm brings is kept with the other tools; building takes seconds.
fn projects() -> Result<&'static Path> {
    static BUILT: OnceLock<Result<PathBuf>> = OnceLock::new();
    let built = BUILT.get_or_init(build).as_ref();
    built.map(PathBuf::as_path).map_err(|error| anyhow!("{error:#}"))
}

fn build() -> Result<PathBuf> {
    let source = workspace::root().join("tests/hosted/frameworks");
    let lock = std::fs::read(source.join("package-lock.json"))?;
    let hash: String = Sha256::digest(&lock).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let kept = tools::cache_folder()?.join(format!("frameworks-{hash}"));
    if !kept.join("node_modules/.package-lock.json").is_file() {
        // Beside it, then renamed: what is interrupted is not taken for done.
        let aside = kept.with_extension(std::process::id().to_string());
        copy(&source, &aside)?;
        process::run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(&aside))?;
        let _ = std::fs::remove_dir_all(&kept);
        std::fs::rename(&aside, &kept)?;
    }
    copy(&source, &kept)?;
    process::run(Command::new("npm").args(["run", "build", "--silent"]).current_dir(&kept))?;
    Ok(kept)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    process::run(Command::new("cp").arg("-r").arg(from.join(".")).arg(to))
}

/// A way that a page's address asks for.
fn address(page: &str, way: &str, asked: &[(&str, &str)]) -> Result<String> {
    let site = &live()?.site;
    let hashes: Value = serde_json::from_str(&std::fs::read_to_string(built().join("embed/integrity.json"))?)?;
    let hash = hashes["v1.1.1.js"].as_str().context("no hash")?;
    let (embed, loader) = (live()?.embed(), site.url("/embed/v1.1.1.js"));
    let all = [("way", way), ("embed", &embed), ("loader", &loader), ("integrity", hash)];
    Ok(url::Url::parse_with_params(page, all.iter().chain(asked))?.into())
}

fn wait_until_fitted(browser: &Browser) -> Result<()> {
    let mut seen = String::new();
    let fitted = browser.wait_for("the frame to fit", |browser| {
        let given: u32 = browser.attribute(FRAME, "height")?.context("no height")?.parse()?;
        let look = "return [document.body.getBoundingClientRect().height, innerHeight, 'fitted' in document.documentElement.dataset]";
        let needs = browser.within(FRAME, || browser.script(look, &[]))?;
        seen = format!("{needs}, given {given}");
        let (height, shown, told): (f64, f64, bool) = serde_json::from_value(needs)?;
        Ok(told && shown + 4.0 >= height && (f64::from(given) - height).abs() <= 66.0 && given > 300)
    });
    fitted.context(seen)
}

fn every_way_fits(engine: Engine) -> Result<()> {
    let folder = projects()?;
    let browser = Browser::start(engine, Tier::Wasm)?;
    // As somebody pastes it who looks away from the script: React and Vue do not run it.
    let code = live()?.code("newest")?;
    for project in PROJECTS {
        let server = Server::start(Content::Site(folder.join(project).join("dist")), Port::free_from(0)?)?;
        let page = server.origin_by_number();
        for way in ["documented", "pasted", "imported"] {
            for asked in [&[][..], &[("strict", "")], &[("late", "")], &[("late", ""), ("strict", "")]] {
                let place = || format!("{project}, {way}, {asked:?}, {engine:?}");
                browser.open(&page)?;
                browser.script("sessionStorage.setItem('code', arguments[0])", &[code.into()])?;
                browser.open(&address(&page, way, asked)?)?;
                if asked.contains(&("late", "")) {
                    // There, gone, and there again.
                    for times in [1, 0, 1] {
                        browser.click("button")?;
                        browser.wait_for("the frame to come or go", |browser| Ok(browser.count(FRAME)? == times))?;
                    }
                }
                wait_until_fitted(&browser).with_context(place)?;
            }
        }
    }
    Ok(())
}

#[test]
fn a_campaign_fits_in_react_and_vue_in_chromium() -> Result<()> {
    every_way_fits(Engine::Chromium)
}

#[test]
fn a_campaign_fits_in_react_and_vue_in_firefox() -> Result<()> {
    every_way_fits(Engine::Firefox)
}

/// What is documented is what is driven: the lines of the guide stand in the projects.
#[test]
fn the_guide_says_what_is_tried_here() -> Result<()> {
    let root = workspace::root();
    let guide = std::fs::read_to_string(root.join("docs/embedding.md"))?;
    for (file, lines) in [
        (
            "react-19/main.jsx",
            [
                "document.createElement(\"script\")",
                "document.head.append(Object.assign(script,",
                "crossOrigin: \"anonymous\" }",
            ],
        ),
        (
            "vue-3/Campaign.vue",
            [
                "onMounted(() => document.head.append(Object.assign(",
                "document.createElement(\"script\"), {",
                "crossOrigin: \"anonymous\" }",
            ],
        ),
    ] {
        let project = std::fs::read_to_string(root.join("tests/hosted/frameworks").join(file))?;
        for line in lines {
            ensure!(guide.contains(line) && project.contains(line), "{file}: {line}");
        }
    }
    Ok(())
}

/// What docs/testing.md says was driven is what the lock file pins.
#[test]
fn the_table_has_the_pinned_versions() -> Result<()> {
    let root = workspace::root();
    let table = std::fs::read_to_string(root.join("docs/testing.md"))?;
    let row = table.lines().find(|line| line.starts_with("| React, Vue")).context("no row for React and Vue")?;
    let lock: Value = serde_json::from_slice(&std::fs::read(root.join("tests/hosted/frameworks/package-lock.json"))?)?;
    for package in ["node_modules/react", "react-19/node_modules/react", "node_modules/vue", "node_modules/vite"] {
        let version = lock["packages"][package]["version"].as_str().with_context(|| format!("no {package}"))?;
        ensure!(row.contains(version), "{package} is {version}: {row}");
    }
    Ok(())
}
