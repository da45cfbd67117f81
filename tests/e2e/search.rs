//! Names fold in the browser as they do where campaigns are checked; and long lists of them come when they are asked for.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use testbench::bench::fixture::{self, Campaigns};
use testbench::server::Fault;
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::Engine;
use testbench::workspace;

use campaign::folding::folded;

use crate::watched::Watched;
use crate::{built, stage};

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

#[test]
fn folded_names_are_read_out_found_and_shown_when_they_have_the_focus() -> Result<()> {
    let campaigns = Campaigns { signers: &[20], languages: &["en"], partners: 0, like: None, each_target: false };
    let folder = fixture::site(&built(), "names-folded", campaigns)?.folder;
    let stage = Watched::new(Stage::build(&folder)?);
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let path = "/c/example-001/en/";
    visitor.open(path)?;
    let names = browser.script(
        "return [...document.querySelectorAll('.signers li[data-name]')].map(item => item.dataset.name)",
        &[],
    )?;
    let names: Vec<String> = serde_json::from_value(names)?;
    ensure!(names.len() == 20, "{names:?}");
    let tree = browser.devtools("Accessibility.getFullAXTree", json!({}))?;
    let read: Vec<&str> =
        tree["nodes"].as_array().context("a tree")?.iter().filter_map(|node| node["name"]["value"].as_str()).collect();
    for name in &names {
        ensure!(read.contains(&name.as_str()), "{name} is not read out");
    }
    // On paper, every name stands on its page, without the words that unfold them.
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))?;
    let cut = browser.script(
        "const list = document.querySelector('.signer-rest').getBoundingClientRect();
         const last = [...document.querySelectorAll('.signer-rest li')].pop().getBoundingClientRect();
         return [last.height > 0 && last.bottom <= list.bottom + 1, document.querySelector('.signer-rest summary').checkVisibility()]",
        &[],
    )?;
    ensure!(cut == json!([true, false]), "on paper, the list is {cut}");
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }))?;
    // Whether the last name is in sight: in the window, and in the one row to which the list is folded.
    let shown = "const rest = document.querySelector('.signer-rest details'), fold = rest.getBoundingClientRect();
        const name = [...rest.querySelectorAll('li')].pop().querySelector('a').getBoundingClientRect();
        return [rest.open, name.top >= fold.top && name.bottom <= fold.bottom && name.top >= 0 && name.bottom <= innerHeight]";
    ensure!(browser.script(shown, &[])? == json!([false, false]), "the list is not folded");
    browser.script("document.querySelector('.signer-rest li:last-child a').focus()", &[])?;
    browser.wait_for("the focus in sight", |browser| Ok(browser.script(shown, &[])? == json!([false, true])))?;
    // As the browser's own search does, a link to a text brings it into sight.
    let last = names.last().context("a last name")?.replace(' ', "%20").replace('-', "%2D");
    visitor.open("/")?;
    visitor.open(&format!("{path}#:~:text={last}"))?;
    browser.wait_for("what was searched in sight", |browser| Ok(browser.script(shown, &[])?[1] == true))
}

/// What an element is, without what only scripts look for.
const AS_DRAWN: &str = "const drawn = node => node.nodeType === 3 ? node.data
        : [node.localName, [...node.attributes].filter(({ name }) => !/^data-|^tabindex/.test(name)).map(({ name, value }) => name + '=' + value).sort(),
            [...node.childNodes].map(drawn)];
    return [...document.querySelectorAll('.signers > li')].filter(item => !item.matches('.signer-rest, .unlisted')).map(drawn)";

#[test]
fn a_long_list_is_read_when_it_is_opened_or_searched_in_chromium() -> Result<()> {
    a_long_list_is_read(Engine::Chromium)
}

#[test]
fn a_long_list_is_read_when_it_is_opened_or_searched_in_firefox() -> Result<()> {
    a_long_list_is_read(Engine::Firefox)
}

#[test]
fn a_long_list_is_read_when_it_is_opened_or_searched_in_webkit() -> Result<()> {
    a_long_list_is_read(Engine::WebKit)
}

fn a_long_list_is_read(engine: Engine) -> Result<()> {
    let name = format!("names-{engine:?}");
    let campaigns = Campaigns { signers: &[500], languages: &["en"], partners: 0, like: None, each_target: false };
    let folder = fixture::site(&built(), &name, campaigns)?.folder;
    let stage = Watched::new(Stage::build(&folder)?);
    let visitor = Visitor::new(&stage, engine)?;
    let (browser, names) = (&visitor.browser, "/data/signers/*");
    let says = |text: &str| browser.wait_for(text, |browser| Ok(browser.text("#signer-status")?.contains(text)));

    visitor.open("/c/example-001/en/signers/")?;
    let listed = browser.script(AS_DRAWN, &[])?;
    visitor.open("/c/example-001/en/")?;
    let asked = |visitor: &Visitor<'_>| {
        visitor.stage.site.requests().iter().any(|request| request.path.contains("/signers/example"))
    };
    ensure!(!asked(&visitor), "nobody has opened the list");
    stage.site.fail(names, Fault::Missing);
    browser.click(".signer-rest summary")?;
    says("didn’t load")?;
    ensure!(browser.is_visible("a[href$='/en/signers/']")?, "no other way to the names");
    stage.site.heal();
    browser.type_into("#signer-query", "0499")?;
    says("1 organisation")?;
    ensure!(browser.texts("#signer-list > li")?.len() == 1, "{:?}", browser.texts("#signer-list > li")?);
    browser.type_into("#signer-query", "0")?;
    says("1 to 60 of")?;
    browser.script("const query = document.querySelector('#signer-query'); query.value = ''; query.dispatchEvent(new Event('input'))", &[])?;
    says("1 to 14 of 500")?;
    let first = browser.script(AS_DRAWN, &[])?;
    browser.click("#signer-more")?;
    says("15 to 74 of 500")?;
    let second = browser.script(AS_DRAWN, &[])?;
    browser.click("#signer-back")?;
    says("1 to 14 of 500")?;
    ensure!(browser.script(AS_DRAWN, &[])? == first, "the first names come back as they were");
    let drawn: Vec<_> = [&first, &second].into_iter().filter_map(Value::as_array).flatten().collect();
    let listed: Vec<_> = listed.as_array().into_iter().flatten().take(drawn.len()).collect();
    ensure!(drawn.len() == 74, "{} names", drawn.len());
    for (drawn, listed) in drawn.into_iter().zip(listed) {
        ensure!(drawn == listed, "the script draws {drawn}, the page {listed}");
    }

    visitor.open("/e/example-001/en/")?;
    browser.click(".folds details:last-child > summary")?;
    browser.type_into("#signer-query", "0123")?;
    says("1 organisation")
}
