//! The three browser engines and how each is started without a screen.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use super::{Profile, Tier};
use crate::process;
use crate::tools::{self, Tool};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chrome, Edge and most phones.
    Chromium,
    /// Firefox and Tor Browser.
    Firefox,
    /// Safari and all of iOS.
    WebKit,
}

/// Chromium without a screen, as root, silent: whatever is not this machine does not resolve.
const CHROMIUM: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=en-US",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

/// The part of Chromium's settings that says "no scripts", for every tab and frame. The driver's own still run, without
/// timers.
const NO_SCRIPTS: &str = "profile.managed_default_content_settings.javascript";

impl Engine {
    /// All of them.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The program that drives it; takes `--port=`.
    pub(super) fn driver(self) -> Result<PathBuf> {
        let (name, found) = match self {
            Engine::Chromium => ("chromedriver", process::find("chromedriver")),
            Engine::Firefox => ("geckodriver", tools::program(Tool::Geckodriver, "geckodriver")),
            Engine::WebKit => ("WebKitWebDriver", process::find("WebKitWebDriver")),
        };
        found.with_context(|| format!("`{name}` is missing; `cargo xtask test` installs it"))
    }

    /// Variables that the driver's browser needs.
    pub(super) fn environment(self, tier: Tier, profile: Option<&Profile>) -> Vec<(&'static str, OsString)> {
        if self != Engine::WebKit {
            return Vec::new();
        }
        let wasm = ["JSC_useWasm", "JSC_useWebAssembly"].map(|name| (name, "0".into()));
        let wasm = wasm.into_iter().filter(|_| tier == Tier::Scripts);
        let folders = ["XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"];
        let folders =
            profile.into_iter().flat_map(|profile| folders.map(|name| (name, profile.folder.join(name).into())));
        wasm.chain(folders).collect()
    }

    /// What is asked of the driver for a new session.
    pub(super) fn capabilities(self, tier: Tier, profile: Option<&Profile>) -> Capabilities {
        let all = match self {
            Engine::Chromium => chromium(tier, profile),
            Engine::Firefox => firefox(tier, profile),
            Engine::WebKit => webkit(tier),
        };
        match all {
            Value::Object(map) => map,
            _ => Capabilities::new(),
        }
    }
}

fn chromium(tier: Tier, profile: Option<&Profile>) -> Value {
    let mut arguments: Vec<String> = CHROMIUM.map(str::to_owned).to_vec();
    if tier == Tier::Scripts {
        arguments.push("--js-flags=--jitless".to_owned());
    }
    if let Some(profile) = profile {
        arguments.push(format!("--user-data-dir={}", profile.folder.display()));
        arguments.extend(profile.restores.then(|| "--restore-last-session".to_owned()));
    }
    // 1 allows, 2 forbids.
    let scripts = if tier == Tier::Html { 2 } else { 1 };
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": arguments, "prefs": { NO_SCRIPTS: scripts } },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(tier: Tier, profile: Option<&Profile>) -> Value {
    let binary = process::find("firefox-esr").or_else(|| process::find("firefox"));
    let mut arguments = vec!["-headless".to_owned()];
    let mut preferences = json!({
        "javascript.enabled": tier != Tier::Html,
        "javascript.options.wasm": tier == Tier::Wasm,
        "intl.accept_languages": "en-US",
    });
    if let (Some(profile), Some(preferences)) = (profile, preferences.as_object_mut()) {
        arguments.extend(["-profile".to_owned(), profile.folder.display().to_string()]);
        // Every second instead of every fifteenth.
        preferences.insert("browser.sessionstore.interval".to_owned(), 1_000.into());
        preferences.insert("browser.sessionstore.resume_from_crash".to_owned(), profile.restores.into());
        // 3 restores the windows of the last time.
        preferences.insert("browser.startup.page".to_owned(), if profile.restores { 3 } else { 0 }.into());
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "binary": binary, "args": arguments, "prefs": preferences },
    })
}

/// The small browser that WebKit's driver drives, where Debian puts it.
fn webkit(tier: Tier) -> Value {
    let binary = format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser", std::env::consts::ARCH);
    let scripts = format!("--enable-javascript={}", tier != Tier::Html);
    json!({ "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation", scripts] } })
}
