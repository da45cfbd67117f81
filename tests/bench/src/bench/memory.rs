//! What a visit keeps in memory, from the first touch to a letter.

use anyhow::{Context as _, Result};

use super::phone;
use crate::measure::{Bar, Unit};
use crate::visit::{Stage, Visitor};
use crate::webdriver::Engine;

/// How much memory the Wasm has. The glue hands out what the program exports, once it runs.
const WASM: &str = "const done = arguments[arguments.length - 1];
    import(document.querySelector('script[data-glue]').dataset.glue)
        .then(glue => glue.default())
        .then(exports => Object.values(exports).find(value => value instanceof WebAssembly.Memory).buffer.byteLength)
        .then(done, error => done(String(error)));";

/// The rows of the table.
pub fn bars(stage: &Stage) -> Result<Vec<Bar>> {
    let visitor = Visitor::new(stage, Engine::Chromium)?;
    visitor.open_embed("en")?;
    visitor.find("05401")?;
    visitor.write()?;
    let wasm = visitor.browser.script_later(WASM, &[])?;
    let wasm = wasm.as_f64().with_context(|| format!("the Wasm has no memory: {wasm}"))?;
    let heap = phone::heap(&visitor.browser)?;
    Ok(vec![
        Bar::measured("Wasm memory, at the letter", wasm, 2_500_000, 5_000_000, Unit::Bytes),
        Bar::measured("JavaScript heap, at the letter", heap, 2_000_000, 5_000_000, Unit::Bytes),
    ])
}
