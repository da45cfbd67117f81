//! What goes wrong between a host and a visitor, in three engines: the page stays usable, alarms nobody, and keeps what
//! was typed.

use anyhow::{Context as _, Result, ensure};
use testbench::server::Fault;
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::Engine;

use crate::stage;

/// The program that comes after the page.
const WASM: &str = "*.wasm";

/// Its glue.
const GLUE: &str = "*.js";

/// The texts of the first part: what the campaign says.
const TEXTS: &str = "/data/parts/cfhk-blinken-2023.en.us-congress-*";

/// And the words of the interface.
const WORDS: &str = "/data/words/en.us-congress-*";

/// In Vermont, which has one district.
const ZIP: &str = "05401";

/// What may go wrong with the glue: a name, what fails, and how.
const OF_THE_GLUE: [(&str, &str, Fault); 3] = [
    ("the glue is missing", GLUE, Fault::Missing),
    ("the glue is cut off", GLUE, Fault::Truncated),
    ("the glue is of the wrong type", GLUE, Fault::WrongType),
];

/// What may go wrong with the Wasm or with what allows it; in a browser that never had a good one.
const OF_THE_WASM: [(&str, &str, Fault); 5] = [
    ("the Wasm is missing", WASM, Fault::Missing),
    ("the Wasm is cut off", WASM, Fault::Truncated),
    ("the Wasm is damaged", WASM, Fault::Corrupt),
    ("a policy forbids Wasm", "*/en/", Fault::Policy("script-src 'self' 'unsafe-inline'")),
    ("a policy forbids to fetch it", "*/en/", Fault::Policy("connect-src 'none'")),
];

#[test]
fn faults_of_the_program_leave_a_page_that_needs_none_in_chromium() -> Result<()> {
    of_the_program(Engine::Chromium)
}

#[test]
fn faults_of_the_program_leave_a_page_that_needs_none_in_firefox() -> Result<()> {
    of_the_program(Engine::Firefox)
}

#[test]
fn faults_of_the_program_leave_a_page_that_needs_none_in_webkit() -> Result<()> {
    of_the_program(Engine::WebKit)
}

#[test]
fn faults_of_the_tables_leave_a_letter_and_the_directory_in_chromium() -> Result<()> {
    of_the_tables(Engine::Chromium)
}

#[test]
fn faults_of_the_tables_leave_a_letter_and_the_directory_in_firefox() -> Result<()> {
    of_the_tables(Engine::Firefox)
}

#[test]
fn faults_of_the_tables_leave_a_letter_and_the_directory_in_webkit() -> Result<()> {
    of_the_tables(Engine::WebKit)
}

fn of_the_program(engine: Engine) -> Result<()> {
    let stage = stage()?;
    // Where a good Wasm comes, or came before, a browser keeps it for ever: each of these has a visitor of its own.
    let panics = Fault::Changed(".createElement(", ".createNothing(");
    for page in pages(&stage)? {
        fails_early(&Visitor::new(&stage, engine)?, &page, GLUE, panics)
            .with_context(|| format!("the Wasm panics while it draws: {engine:?}, {page}"))?;
        comes_late(&Visitor::new(&stage, engine)?, &page)
            .with_context(|| format!("the Wasm is late: {engine:?}, {page}"))?;
    }
    let [_, embed] = pages(&stage)?;
    for fault in [Fault::Missing, Fault::Truncated, Fault::Corrupt] {
        for path in [TEXTS, WORDS] {
            fails_early(&Visitor::new(&stage, engine)?, &embed, path, fault)
                .with_context(|| format!("the texts of the part are bad: {engine:?}, {path}, {fault:?}"))?;
        }
    }
    for cases in [&OF_THE_GLUE[..], &OF_THE_WASM[..]] {
        let visitor = Visitor::new(&stage, engine)?;
        for (at, (name, path, fault)) in cases.iter().enumerate() {
            for page in pages(&stage)? {
                // Pages are kept for a while, too: each case has an address of its own.
                fails_early(&visitor, &format!("{page}?case={at}"), path, *fault)
                    .with_context(|| format!("{name}: {engine:?}, {page}"))?;
            }
        }
    }
    let visitor = Visitor::new(&stage, engine)?;
    for page in pages(&stage)? {
        comes_as_text(&visitor, &page).with_context(|| format!("the Wasm is text: {engine:?}, {page}"))?;
    }
    Ok(())
}

fn pages(stage: &Stage) -> Result<[String; 2]> {
    let campaign = stage.open_campaign()?;
    Ok([campaign.landing("en"), campaign.embed("en")])
}

/// The fault shows after somebody has typed and sent their ZIP code.
fn fails_early(visitor: &Visitor<'_>, page: &str, path: &str, fault: Fault) -> Result<()> {
    let (browser, site) = (&visitor.browser, &visitor.stage.site);
    site.heal();
    // WebKit's driver takes a page for loaded only when the glue has come or failed.
    let held = if path == GLUE && browser.engine() != Engine::WebKit { GLUE } else { WASM };
    site.fail(held, Fault::Held);
    if path != held {
        site.fail(path, fault);
    }
    visitor.open(page)?;
    browser.wait_for("the page to start", |_| Ok(told_tier(visitor)? != "null"))?;
    // What fails as soon as the page has loaded leaves nobody the time to type.
    let at_once = path != held && (matches!(path, GLUE | TEXTS | WORDS) || matches!(fault, Fault::Policy(_)));
    if !at_once && told_tier(visitor)? == "3" {
        visitor.submit_zip(ZIP)?;
        if told_tier(visitor)? == "3" {
            ensure!(browser.is_visible(".pending-line")?, "nobody says that it will be done");
        }
    }
    if path == held {
        site.fail(path, fault);
    } else {
        site.mend(held);
    }
    browser.wait_for("the second tier", |_| Ok(told_tier(visitor)? == "2"))?;
    // Not sooner: a host is asked twice.
    site.heal();
    is_usable(visitor)?;
    ensure!(browser.count("#zip")? == 0 || !browser.is_visible("#zip")?, "a field that does nothing");
    Ok(())
}

/// A host that does not know what Wasm is delivers it all the same.
fn comes_as_text(visitor: &Visitor<'_>, page: &str) -> Result<()> {
    visitor.stage.site.heal();
    visitor.stage.site.fail(WASM, Fault::WrongType);
    visitor.open(page)?;
    visitor.wait_until_ready()?;
    visitor.find(ZIP)
}

/// The program takes longer than anybody waits, and comes after all.
fn comes_late(visitor: &Visitor<'_>, page: &str) -> Result<()> {
    let (browser, site) = (&visitor.browser, &visitor.stage.site);
    site.heal();
    site.fail(WASM, Fault::Held);
    visitor.open(page)?;
    visitor.submit_zip(ZIP)?;
    ensure!(browser.is_visible(".pending-line")?, "nobody says that it will be done");
    browser.wait_for("both ways to be offered", |browser| browser.is_visible(".below-tier-3"))?;
    is_usable(visitor)?;
    ensure!(browser.is_visible("#zip")?, "the field is gone");
    ensure!(browser.value("#zip")? == ZIP, "what was typed is gone");
    site.heal();
    visitor.wait_for_state("people")?;
    ensure!(visitor.people()?.len() == 3, "{:?}", visitor.people()?);
    Ok(())
}

/// Without the tables there is a letter, the directory, and another try. In a browser of its own, because browsers keep
/// good tables for ever.
fn of_the_tables(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, engine)?;
    let browser = &visitor.browser;
    for fault in [Fault::Missing, Fault::Truncated, Fault::Corrupt] {
        stage.site.fail("/data/us/*", fault);
        visitor.open_landing("en")?;
        visitor.submit_zip(ZIP)?;
        visitor.wait_for_state("unavailable").with_context(|| format!("{fault:?}"))?;
        ensure!(browser.value("#letter-body")?.len() > 500, "{fault:?}: the letter is gone");
        ensure!(browser.is_visible("[data-action='directory']")?, "{fault:?}: no way to the directory");
    }
    stage.site.heal();
    visitor.press("retry")?;
    visitor.wait_for_state("people").context("healed")
}

/// One can act without the program, and nothing alarms.
fn is_usable(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    ensure!(browser.is_visible(".below-tier-3")?, "no way to act");
    ensure!(!browser.is_visible("[data-problem]")? && !browser.is_visible(".problem")?, "an alarm");
    // Where the program fails while it draws, the field is gone, and nothing asks for what was in it.
    if browser.count("#zip")? > 0 {
        let kept = browser.value("#zip")?;
        ensure!(kept.is_empty() || kept == ZIP, "typed was {ZIP}, kept is {kept}");
    }
    // A press before opened the list already.
    let list = ".below-tier-3 > details:first-of-type";
    if browser.attribute(list, "open")?.is_none() {
        browser.click(&format!("{list} > summary"))?;
    }
    browser.wait_for_visible(".state-list a[href$='/us/vt/']")
}

fn told_tier(visitor: &Visitor<'_>) -> Result<String> {
    let tier = visitor.browser.script("return String(document.documentElement.dataset.tier ?? null)", &[])?;
    Ok(tier.as_str().unwrap_or_default().to_owned())
}
