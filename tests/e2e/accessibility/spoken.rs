//! What is read out: names of every state, as Chromium's own accessibility tree has them.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use testbench::visit::Visitor;
use testbench::webdriver::{Browser, Engine};

use super::pages::STATES;
use super::situation;
use crate::stage;

/// Drawn for the eye: read out, each is a word that nobody wrote.
const SIGNS: [char; 9] = ['←', '→', '✓', '▶', '▸', '▼', '▾', '•', '×'];

/// Role and name of everything that is read out, in order.
fn read_out(browser: &Browser) -> Result<Vec<(String, String)>> {
    let tree = browser.devtools("Accessibility.getFullAXTree", json!({}))?;
    let nodes = tree.get("nodes").and_then(Value::as_array).context("a tree")?;
    let text = |node: &Value, part: &str| {
        node.pointer(&format!("/{part}/value")).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let heard = nodes.iter().filter(|node| node.get("ignored") != Some(&Value::Bool(true)));
    Ok(heard.map(|node| (text(node, "role"), text(node, "name"))).collect())
}

#[test]
fn what_is_drawn_for_the_eye_is_not_read_out_and_everything_has_a_name() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    browser.set_size(700, situation::HEIGHT)?;
    for (state, reach) in STATES {
        stage.site.heal();
        visitor.open_embed("en")?;
        reach(&visitor)?;
        browser.script("for (const fold of document.querySelectorAll('#act details')) fold.open = true", &[])?;
        let heard = read_out(browser)?;
        for (role, name) in &heard {
            // The markers that browsers draw themselves are not texts of the page.
            ensure!(
                role == "ListMarker" || !name.contains(SIGNS) || role == "DisclosureTriangleMarker",
                "{state}: {role} is read out as {name:?}"
            );
            let needs_name = ["button", "link", "heading", "textbox", "checkbox", "radio", "DisclosureTriangle"];
            ensure!(
                !needs_name.contains(&role.as_str()) || !name.trim().is_empty(),
                "{state}: a {role} without a name"
            );
        }
        let titles: Vec<&str> = heard
            .iter()
            .filter(|(role, name)| role == "heading" && name.starts_with("Step "))
            .map(|(_, name)| name.as_str())
            .collect();
        // Nobody who lives elsewhere has steps to go.
        if state != "elsewhere" {
            ensure!(titles.len() == 1 && titles[0].contains(" of 3: "), "{state}: {titles:?}");
        }
        let step = browser.script(
            "return document.querySelector('[data-step] [aria-current], .steps [aria-current]')?.textContent",
            &[],
        )?;
        ensure!(state == "elsewhere" || step.is_string(), "{state}: no step is the current one");
        let names = |role: &str| -> Vec<&str> {
            heard.iter().filter(|(other, _)| other == role).map(|(_, name)| name.as_str()).collect()
        };
        if state.starts_with("send") {
            ensure!(
                names("heading").iter().any(|name| name.contains("Sanders") || name.ends_with(" MP")),
                "{state}: {:?}",
                names("heading")
            );
        }
        // Of several people, each fold says whose it is.
        let folds = names("DisclosureTriangle");
        let contacts: Vec<_> =
            folds.iter().filter(|name| name.contains("Call or visit") || name.contains("Phone and")).collect();
        let different: std::collections::BTreeSet<_> = contacts.iter().collect();
        ensure!(different.len() == contacts.len(), "{state}: {contacts:?}");
    }
    Ok(())
}
