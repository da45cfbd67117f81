//! The three browser engines and how each is started without a screen.

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

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

/// Whether a browser runs WebAssembly. Tor Browser's "Safer" and Lockdown Mode do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wasm {
    /// It does.
    On,
    /// It does not.
    Off,
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

/// Debian's place of the small browser that WebKit's driver drives.
const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

impl Engine {
    /// The program that drives it, with what stands before the port's number.
    pub(super) fn driver(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Engine::Chromium => ("chromedriver", &["--port="]),
            Engine::Firefox => ("geckodriver", &["--port="]),
            Engine::WebKit => ("xvfb-run", &["--auto-servernum", "WebKitWebDriver", "--port="]),
        }
    }

    /// Variables that the driver's browser needs.
    pub(super) fn environment(self, wasm: Wasm) -> &'static [(&'static str, &'static str)] {
        match (self, wasm) {
            (Engine::WebKit, Wasm::Off) => &[("JSC_useWasm", "0"), ("JSC_useWebAssembly", "0")],
            _ => &[],
        }
    }

    /// What is asked of the driver for a new session.
    pub(super) fn capabilities(self, wasm: Wasm) -> Capabilities {
        let all = match self {
            Engine::Chromium => {
                let mut arguments = CHROMIUM.to_vec();
                if wasm == Wasm::Off {
                    arguments.push("--js-flags=--jitless");
                }
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": { "args": arguments },
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                })
            }
            Engine::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless"],
                    "prefs": { "javascript.options.wasm": wasm == Wasm::On, "intl.accept_languages": "en-US" },
                },
            }),
            Engine::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": MINI_BROWSER, "args": ["--automation"] },
            }),
        };
        match all {
            Value::Object(map) => map,
            _ => Capabilities::new(),
        }
    }
}
