//! Names fold in the browser as they do where campaigns are checked.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use undersigned::domain::folding::folded;
use xtask::visit::Visitor;
use xtask::webdriver::Engine;
use xtask::workspace;

use crate::stage;

#[test]
fn the_search_folds_every_character_as_the_check_does() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    visitor.open("/")?;
    let script = std::fs::read_to_string(workspace::root().join("assets/search.js"))?;
    let (_, fold) = script.split_once("  var letters").context("where the folding begins")?;
    let (fold, _) = fold.split_once("  var fill").context("where the folding ends")?;
    let fold = format!(
        "var letters{fold} return arguments[0].map(name => fold(name).split(/\\s+/).filter(Boolean).join(' '))"
    );
    // What is older than both the browser and the compiler. No name holds a control character.
    let old = regex::Regex::new(r"^\p{Age=13.0}$")?;
    let known = |character: &char| !character.is_control() && old.is_match(character.encode_utf8(&mut [0; 4]));
    let characters: Vec<char> = ('\u{20}'..='\u{1ffff}').filter(known).collect();
    ensure!(characters.len() > 80_000, "{} characters", characters.len());
    for some in characters.chunks(8_000) {
        let names: Vec<String> = some.iter().map(|character| format!("A{character}b {character}Σ")).collect();
        let found = visitor.browser.script(&fold, &[json!(names)])?;
        for (name, found) in names.iter().zip(found.as_array().context("folded names")?) {
            ensure!(
                found == &folded(name),
                "{name:?} ({:x?}): {found} in the browser, {:?} in the check",
                name.chars().nth(1),
                folded(name)
            );
        }
    }
    Ok(())
}
