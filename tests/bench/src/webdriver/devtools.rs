//! What only the browser's own tools can do: sizes, scripts off, the clipboard, pictures of whole pages.

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use serde_json::{Value, json};

use super::command::Command;
use super::{Browser, Engine};

/// What a screenshot shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// The whole page, however long.
    Page,
    /// What a visitor sees without scrolling.
    Window,
}

impl Browser {
    /// Calls a method of Chromium's DevTools protocol.
    pub fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        if self.engine != Engine::Chromium {
            bail!("{:?} has no DevTools protocol; `{method}` needs Chromium", self.engine);
        }
        self.send(Command::devtools(method, parameters)).with_context(|| format!("`{method}` failed"))
    }

    /// Sets the size of the page's window in CSS pixels. In Chromium, where a real window cannot be narrow, the
    /// page's metrics are set instead.
    pub fn set_size(&self, width: u32, height: u32) -> Result<()> {
        if self.engine == Engine::Chromium {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", metrics)?;
            // As on a phone: they take no width away.
            return self.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).map(drop);
        }
        self.runtime.block_on(self.client()?.set_window_size(width, height)).context("could not size the window")
    }

    /// Switches scripts off, or on again, for pages opened from now on.
    pub fn allow_scripts(&self, allowed: bool) -> Result<()> {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !allowed })).map(drop)
    }

    /// Lets a page read and write the clipboard, as a visitor who says yes.
    pub fn allow_clipboard(&self) -> Result<()> {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.devtools("Browser.grantPermissions", permissions).map(drop)
    }

    /// What is on the clipboard. Needs [`Browser::allow_clipboard`], and that no frame is entered.
    pub fn clipboard(&self) -> Result<String> {
        // A tab that the page has opened since may be in front; only the foremost may read.
        self.devtools("Page.bringToFront", json!({}))?;
        self.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }))?;
        let read = "const done = arguments[arguments.length - 1];
            navigator.clipboard.readText().then(text => done({ text }), error => done({ error: String(error) }));";
        let answer = self.script_later(read, &[])?;
        match answer.get("text").and_then(Value::as_str) {
            Some(text) => Ok(text.to_owned()),
            None => bail!("the clipboard cannot be read: {answer}"),
        }
    }

    /// A picture, as PNG.
    pub fn screenshot(&self, area: Area) -> Result<Vec<u8>> {
        if area == Area::Window || self.engine != Engine::Chromium {
            return self.runtime.block_on(self.client()?.screenshot()).context("could not take a picture");
        }
        // As wide as the window: by itself, Chromium leaves out the room that a page keeps for scroll bars.
        let size = "[innerWidth, document.documentElement.scrollHeight]";
        let size = self.devtools("Runtime.evaluate", json!({ "expression": size, "returnByValue": true }))?;
        let side = |at: &str| size.pointer(at).and_then(Value::as_f64).context("the page has no size");
        let (width, height) = (side("/result/value/0")?, side("/result/value/1")?);
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        let picture = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        // What lies beyond the window is drawn for the first picture, and whole in the second.
        self.devtools("Page.captureScreenshot", picture.clone())?;
        let answer = self.devtools("Page.captureScreenshot", picture)?;
        let data = answer.get("data").and_then(Value::as_str).context("the picture is empty")?;
        base64::engine::general_purpose::STANDARD.decode(data).context("the picture is not base64")
    }
}
