//! The browsers that tests and pictures need, and the program that reads what they print.

use anyhow::Result;

use super::{Tool, Toolbox, packages};
use crate::process;
use crate::webdriver::Engine;

/// Makes sure that a browser, its driver and fonts for Chinese are there.
pub fn ready(engine: Engine) -> Result<()> {
    let (programs, names): (&[&str], &[&str]) = match engine {
        Engine::Chromium => {
            (&["chromium", "chromedriver", "pdftotext"], &["chromium", "chromium-driver", "poppler-utils"])
        }
        // Debian has no driver for it.
        Engine::Firefox => (&["firefox-esr"], &["firefox-esr"]),
        Engine::WebKit => (&["WebKitWebDriver", "Xvfb"], &["webkit2gtk-driver", "xvfb"]),
    };
    let mut wanted = Vec::new();
    if programs.iter().any(|program| process::find(program).is_none()) {
        wanted.extend(names);
    }
    if engine == Engine::Chromium && !has_chinese_fonts() {
        wanted.push(&"fonts-noto-cjk");
    }
    if !wanted.is_empty() {
        packages::install(&wanted.into_iter().copied().collect::<Vec<_>>())?;
    }
    if engine == Engine::Firefox { Toolbox::with(&[Tool::Geckodriver]).map(drop) } else { Ok(()) }
}

/// Whether text in Traditional Chinese has glyphs. A machine without fontconfig is assumed to have them.
fn has_chinese_fonts() -> bool {
    let Some(list) = process::find("fc-list") else { return true };
    process::glance(std::process::Command::new(list).arg(":lang=zh-hk")).is_none_or(|fonts| !fonts.is_empty())
}
