//! What visitors bring along: small windows, large text, colours and directions of their own.

use anyhow::Result;
use serde_json::{Value, json};
use testbench::webdriver::Browser;

/// How a page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Situation {
    /// As it comes, in a window as it is.
    AsIs,
    /// In the dark theme.
    Dark,
    /// In a window of 256 px, or a larger one zoomed in as far: WCAG asks for 320.
    Narrow,
    /// With text set to 200 % in the browser.
    LargeText,
    /// With the room between lines, words and letters that WCAG 1.4.12 names.
    Spaced,
    /// As if the page's language ran from right to left.
    Turned,
    /// With the visitor's own few colours.
    ForcedColours,
    /// By somebody who asks for less motion.
    LessMotion,
}

impl Situation {
    /// All of them.
    pub const ALL: [Situation; 8] = [
        Situation::AsIs,
        Situation::Dark,
        Situation::Narrow,
        Situation::LargeText,
        Situation::Spaced,
        Situation::Turned,
        Situation::ForcedColours,
        Situation::LessMotion,
    ];

    /// Does something while the page, in a window of this width, is in the situation.
    pub fn within<T>(self, browser: &Browser, width: u32, act: impl FnOnce() -> Result<T>) -> Result<T> {
        self.set(browser, width)?;
        // What is drawn by its size is drawn again with the next frame.
        let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        browser.script_later(frames, &[])?;
        let done = act();
        self.unset(browser, width)?;
        done
    }

    fn set(self, browser: &Browser, width: u32) -> Result<()> {
        match self {
            Situation::AsIs => Ok(()),
            Situation::Dark => emulate(browser, "prefers-color-scheme", "dark"),
            Situation::Narrow => browser.set_size(256, HEIGHT),
            // 200 % in a window of 640 px is as narrow as 320 px.
            Situation::LargeText => {
                browser.set_size(width.max(640), HEIGHT)?;
                browser.script("document.documentElement.style.fontSize = '200%'", &[]).map(drop)
            }
            // A sheet of the document's own model: the page's policy forbids style elements.
            Situation::Spaced => {
                let sheet = "const sheet = new CSSStyleSheet();
                    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
                    document.adoptedStyleSheets = [sheet];";
                browser.script(sheet, &[]).map(drop)
            }
            Situation::Turned => turn(browser, "rtl"),
            Situation::ForcedColours => emulate(browser, "forced-colors", "active"),
            Situation::LessMotion => emulate(browser, "prefers-reduced-motion", "reduce"),
        }
    }

    fn unset(self, browser: &Browser, width: u32) -> Result<()> {
        match self {
            Situation::AsIs => Ok(()),
            Situation::Dark | Situation::ForcedColours | Situation::LessMotion => calm(browser),
            Situation::Narrow => browser.set_size(width, HEIGHT),
            Situation::LargeText => {
                browser.script("document.documentElement.style.fontSize = ''", &[])?;
                browser.set_size(width, HEIGHT)
            }
            Situation::Spaced => browser.script("document.adoptedStyleSheets = []", &[]).map(drop),
            Situation::Turned => turn(browser, ""),
        }
    }
}

/// The windows' height.
pub const HEIGHT: u32 = 900;

/// A visitor in the light theme, without wishes.
pub fn calm(browser: &Browser) -> Result<()> {
    emulate(browser, "prefers-color-scheme", "light")
}

fn emulate(browser: &Browser, feature: &str, value: &str) -> Result<()> {
    let features = json!({ "media": "", "features": [{ "name": feature, "value": value }] });
    browser.devtools("Emulation.setEmulatedMedia", features).map(drop)
}

/// Turns the page around; an empty direction turns it back.
fn turn(browser: &Browser, direction: &str) -> Result<()> {
    let turn = "const root = document.documentElement;
        root.dataset.before ??= root.dir;
        root.dir = arguments[0] || root.dataset.before;
        if (arguments[0]) root.dataset.turned = '';
        else delete root.dataset.turned;";
    browser.script(turn, &[Value::from(direction)]).map(drop)
}
