//! The three browser engines and how each is started without a screen.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use super::Tier;
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
    pub(super) fn environment(self, tier: Tier) -> &'static [(&'static str, &'static str)] {
        match (self, tier) {
            (Engine::WebKit, Tier::Scripts) => &[("JSC_useWasm", "0"), ("JSC_useWebAssembly", "0")],
            _ => &[],
        }
    }

    /// What is asked of the driver for a new session.
    pub(super) fn capabilities(self, tier: Tier) -> Capabilities {
        let all = match self {
            Engine::Chromium => chromium(tier),
            Engine::Firefox => firefox(tier),
            Engine::WebKit => webkit(tier),
        };
        match all {
            Value::Object(map) => map,
            _ => Capabilities::new(),
        }
    }
}

fn chromium(tier: Tier) -> Value {
    let mut arguments = CHROMIUM.to_vec();
    if tier == Tier::Scripts {
        arguments.push("--js-flags=--jitless");
    }
    // 1 allows, 2 forbids.
    let scripts = if tier == Tier::Html { 2 } else { 1 };
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": arguments, "prefs": { NO_SCRIPTS: scripts } },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(tier: Tier) -> Value {
    let binary = process::find("firefox-esr").or_else(|| process::find("firefox"));
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": binary,
            "args": ["-headless"],
            "prefs": {
                "javascript.enabled": tier != Tier::Html,
                "javascript.options.wasm": tier == Tier::Wasm,
                "intl.accept_languages": "en-US",
            },
        },
    })
}

/// The small browser that WebKit's driver drives, where Debian puts it.
fn webkit(tier: Tier) -> Value {
    let binary = format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser", std::env::consts::ARCH);
    let scripts = format!("--enable-javascript={}", tier != Tier::Html);
    json!({ "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation", scripts] } })
}
