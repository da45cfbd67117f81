//! A site that changes while somebody visits it: nobody is left with files that are gone, missing or half there, and a part
//! that fails takes only itself away.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result, ensure};
use testbench::server::Fault;
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::Engine;
use testbench::{measure, workspace};

use crate::{built, stage};

/// In Vermont, which has one district.
const ZIP: &str = "05401";

/// The answers to "Where do you live?", by their place.
const STATES: usize = 0;
const KINGDOM: usize = 1;

/// What a host may do to a file that is being uploaded, where its rules for caching go by paths alone.
const UPLOADS: [Fault; 2] = [Fault::MissingForEver, Fault::TruncatedForEver];

#[test]
fn what_was_uploaded_too_late_comes_with_another_try_in_chromium() -> Result<()> {
    uploaded_too_late(Engine::Chromium)
}

#[test]
fn what_was_uploaded_too_late_comes_with_another_try_in_firefox() -> Result<()> {
    uploaded_too_late(Engine::Firefox)
}

#[test]
fn what_was_uploaded_too_late_comes_with_another_try_in_webkit() -> Result<()> {
    uploaded_too_late(Engine::WebKit)
}

fn uploaded_too_late(engine: Engine) -> Result<()> {
    let stage = stage()?;
    for fault in UPLOADS {
        for path in ["/undersigned-*", "*.wasm", "/data/parts/*", "/data/words/*", "/action-*"] {
            let visitor = Visitor::new(&stage, engine)?;
            program_comes_late(&visitor, path, fault).with_context(|| format!("{engine:?}: {path}, {fault:?}"))?;
        }
        let visitor = Visitor::new(&stage, engine)?;
        table_comes_late(&visitor, fault).with_context(|| format!("{engine:?}: the table, {fault:?}"))?;
    }
    Ok(())
}

/// Somebody comes before a file is there, and again when it is.
fn program_comes_late(visitor: &Visitor<'_>, path: &str, fault: Fault) -> Result<()> {
    let (browser, site) = (&visitor.browser, &visitor.stage.site);
    site.fail(path, fault);
    let page = visitor.stage.open_campaign()?.landing("en");
    visitor.open(&page)?;
    if path == "/action-*" {
        // Only the question about the country needs it.
        visitor.wait_until_ready()?;
        site.heal();
        return visitor.find_in_the_kingdom("SW1A 1AA");
    }
    browser.wait_for_visible("[data-retry]")?;
    ensure!(browser.is_visible(".below-tier-3")?, "no way to act");
    // Another try while it is still missing ends as the first one did.
    browser.click("[data-retry]")?;
    browser.wait_for_visible("[data-retry]")?;
    site.heal();
    visitor.open(&page)?;
    visitor.wait_until_ready().context("opened again")?;
    visitor.find(ZIP)
}

fn table_comes_late(visitor: &Visitor<'_>, fault: Fault) -> Result<()> {
    visitor.stage.site.fail("/data/us/*", fault);
    visitor.open_landing("en")?;
    visitor.submit_zip(ZIP)?;
    visitor.wait_for_state("unavailable")?;
    visitor.stage.site.heal();
    visitor.press("retry")?;
    visitor.wait_for_state("people")
}

#[test]
fn offices_that_cannot_be_had_are_told_and_come_with_another_try_in_chromium() -> Result<()> {
    offices_are_told(Engine::Chromium)
}

#[test]
fn offices_that_cannot_be_had_are_told_and_come_with_another_try_in_firefox() -> Result<()> {
    offices_are_told(Engine::Firefox)
}

fn offices_are_told(engine: Engine) -> Result<()> {
    let stage = stage()?;
    for fault in [Fault::Missing, Fault::LastByte, Fault::Corrupt, Fault::TruncatedForEver] {
        let visitor = Visitor::new(&stage, engine)?;
        stage.site.fail("/data/us/offices-*", fault);
        visitor.open_landing("en")?;
        visitor.find(ZIP)?;
        visitor.browser.wait_for_visible("[data-action='retry-offices']").with_context(|| format!("{fault:?}"))?;
        let offices = visitor.browser.count(".offices li")?;
        stage.site.heal();
        visitor.press("retry-offices")?;
        visitor.browser.wait_for("the offices", |browser| {
            Ok(browser.count("[data-action='retry-offices']")? == 0 && browser.count(".offices li")? > offices)
        })?;
    }
    Ok(())
}

#[test]
fn a_program_that_failed_comes_with_another_try() -> Result<()> {
    let stage = stage()?;
    for path in ["/undersigned-*", "/data/parts/*", "/data/words/*"] {
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        stage.site.fail(path, Fault::Missing);
        visitor.open(&stage.open_campaign()?.embed("en"))?;
        visitor.browser.wait_for_visible("[data-retry]")?;
        let said = visitor.browser.text("[data-note]")?;
        ensure!(said.contains("didn’t load"), "{said}");
        stage.site.heal();
        visitor.browser.click("[data-retry]")?;
        visitor.wait_until_ready()?;
        visitor.find(ZIP)?;
        ensure!(!visitor.browser.is_visible("[data-retry]")? && visitor.browser.text("[data-note]")?.is_empty());
    }
    Ok(())
}

#[test]
fn a_country_that_cannot_be_had_takes_only_itself_away_in_chromium() -> Result<()> {
    takes_only_itself_away(Engine::Chromium)
}

#[test]
fn a_country_that_cannot_be_had_takes_only_itself_away_in_firefox() -> Result<()> {
    takes_only_itself_away(Engine::Firefox)
}

#[test]
fn a_country_that_cannot_be_had_takes_only_itself_away_in_webkit() -> Result<()> {
    takes_only_itself_away(Engine::WebKit)
}

/// Half a letter to Congress, then a country whose files do not come, for each file and each way of not coming.
fn takes_only_itself_away(engine: Engine) -> Result<()> {
    let stage = stage()?;
    let (texts, words) = ("/data/parts/cfhk-blinken-2023.en.uk-commons-*", "/data/words/en.uk-commons-*");
    for (path, fault) in [(texts, Fault::Missing), (texts, Fault::Truncated), (words, Fault::Missing)] {
        let visitor = Visitor::new(&stage, engine)?;
        half_a_letter(&visitor)?;
        only_the_kingdom_fails(&visitor, path, fault).with_context(|| format!("{engine:?}: {path}, {fault:?}"))?;
    }
    Ok(())
}

#[test]
fn a_network_that_is_lost_for_a_moment_loses_no_letter() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    half_a_letter(&visitor)?;
    let offline = |offline: bool| {
        let conditions =
            serde_json::json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        visitor.browser.devtools("Network.emulateNetworkConditions", conditions)
    };
    visitor.browser.devtools("Network.enable", serde_json::json!({}))?;
    offline(true)?;
    visitor.live_in(KINGDOM)?;
    the_rest_stays(&visitor)?;
    visitor.live_in(KINGDOM)?;
    visitor.browser.wait_for_visible("[data-retry]")?;
    offline(false)?;
    visitor.browser.click("[data-retry]")?;
    visitor.browser.wait_for_visible("#action-1 #zip")?;
    visitor.find("SW1A 1AA")?;
    Ok(())
}

const WORDS: &str = "Half a letter, in my own words.";

/// A letter to Congress that is begun, and back to the question about the place.
fn half_a_letter(visitor: &Visitor<'_>) -> Result<()> {
    visitor.open_landing("en")?;
    visitor.find(ZIP)?;
    visitor.write()?;
    visitor.edit()?;
    visitor.browser.type_into("#letter-body", WORDS)?;
    visitor.press("back")?;
    visitor.wait_for_state("people")?;
    visitor.press("change")?;
    visitor.wait_for_state("place")
}

fn only_the_kingdom_fails(visitor: &Visitor<'_>, path: &str, fault: Fault) -> Result<()> {
    visitor.stage.site.fail(path, fault);
    visitor.live_in(KINGDOM)?;
    the_rest_stays(visitor)?;
    visitor.stage.site.heal();
    if !matches!(fault, Fault::Changed(..)) {
        visitor.live_in(KINGDOM)?;
        visitor.browser.wait_for_visible("#action-1 #zip")?;
        visitor.find("SW1A 1AA")?;
    }
    Ok(())
}

/// The question is there, another try, and what works without a program; and the letter, once its country is chosen again.
fn the_rest_stays(visitor: &Visitor<'_>) -> Result<()> {
    let browser = &visitor.browser;
    browser.wait_for_visible("[data-retry]")?;
    for shown in [".where", ".below-tier-3 a[href$='/en/uk/']"] {
        browser.wait_for_visible(shown)?;
    }
    visitor.live_in(STATES)?;
    browser.wait_for_visible("#action #zip")?;
    ensure!(!browser.is_visible("[data-retry]")? && !browser.is_visible(".below-tier-3")?, "the failure stays");
    visitor.find(ZIP)?;
    visitor.press("write")?;
    visitor.wait_for_state("write")?;
    ensure!(visitor.letter()?.contains(WORDS), "the letter is {:?}", visitor.letter()?);
    visitor.press("back")?;
    visitor.wait_for_state("people")?;
    visitor.press("change")?;
    visitor.wait_for_state("place")
}

#[test]
fn a_visit_goes_on_when_the_site_is_published_again_in_chromium() -> Result<()> {
    goes_on_when_published_again(Engine::Chromium)
}

#[test]
fn a_visit_goes_on_when_the_site_is_published_again_in_firefox() -> Result<()> {
    goes_on_when_published_again(Engine::Firefox)
}

fn goes_on_when_published_again(engine: Engine) -> Result<()> {
    let scratch = testbench::workspace::scratch().join("deployments").join(format!("{engine:?}"));
    let _ = std::fs::remove_dir_all(&scratch);
    let (served, next) = (scratch.join("served"), scratch.join("next"));
    publish(&built(), &served)?;
    build_another(&scratch, &next)?;
    let outcome = Stage::build(&served).and_then(|stage| {
        let visitor = Visitor::new(&stage, engine)?;
        let browser = &visitor.browser;
        visitor.open_landing("en")?;
        let before = programs(&served)?;
        publish(&next, &served)?;
        let after = programs(&served)?;
        ensure!(
            before.iter().all(|name| after.contains(name)) && after.len() == 2 * before.len(),
            "{before:?}: {after:?}"
        );
        visitor.find(ZIP).context("the table of before")?;
        visitor.press("change")?;
        visitor.find_in_the_kingdom("SW1A 1AA").context("the other country of before")?;
        // To the new page, in another language.
        browser.script("document.querySelector(\"a[hreflang='zh-Hant-HK']\").click()", &[])?;
        browser.wait_for("the other language", |browser| Ok(browser.address()?.contains("/zh-Hant/")))?;
        visitor.wait_until_ready().context("the language of now")?;
        visitor.find(ZIP).context("the table of now")?;
        visitor.press("change")?;
        visitor.find_in_the_kingdom("SW1A 1AA").context("the other country of now")
    });
    std::fs::remove_dir_all(&scratch)?;
    outcome
}

/// Runs `undersigned` in the project's folder.
fn undersigned(arguments: &[&dyn AsRef<std::ffi::OsStr>]) -> Result<()> {
    let mut program = testbench::workspace::undersigned();
    testbench::workspace::ship_scripts(&mut program)
        .current_dir(workspace::root())
        .env_remove("UNDERSIGNED_FONTS")
        .args(arguments.iter().map(|text| text.as_ref()));
    let output = program.output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// One at a time: a folder is locked while something is published from it.
fn publish(site: &Path, folder: &Path) -> Result<()> {
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    undersigned(&[&"publish", &site, &folder])
}

/// The same site built later: every file with a fingerprint has another.
fn build_another(scratch: &Path, next: &Path) -> Result<()> {
    let dist = built();
    std::fs::create_dir_all(next)?;
    // Not those of former builds, which may be there too.
    let fresh = measure::site_files(&dist)?;
    for name in programs(&dist)?.into_iter().filter(|name| fresh.contains(&dist.join(name))) {
        let (stem, rest) = name.split_once('-').context("a program without a fingerprint")?;
        let ending = rest.trim_start_matches(|letter: char| letter.is_ascii_hexdigit());
        std::fs::copy(dist.join(&name), next.join(format!("{stem}-00000000ffffffff{ending}")))?;
    }
    let (campaigns, data) = (scratch.join("campaigns"), scratch.join("data"));
    copy(&workspace::root().join("campaigns"), &campaigns)?;
    copy(&workspace::root().join("data"), &data)?;
    // Made-up changes: a number of an office, a share text.
    change(&data.join("us/officials.csv"), "202-224-", "202-225-")?;
    change(&data.join("uk-commons/people.csv"), "@parliament.uk", "@parliament.example")?;
    for language in ["en.json", "zh-Hant.json"] {
        change(&campaigns.join("cfhk-blinken-2023").join(language), "\"share_text\": \"", "\"share_text\": \"(2) ")?;
    }
    let url = "http://localhost:8080";
    undersigned(&[&"prerender", &"--public-url", &url, &"--out", &next, &"--campaigns", &campaigns, &"--data", &data])
}

/// The names of programs and glue in a site.
fn programs(site: &Path) -> Result<Vec<String>> {
    let names = measure::files(site)?.into_iter().filter(|file| file.parent() == Some(site));
    let names = names.filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned()));
    let is_program = |name: &String| name.starts_with("undersigned-");
    Ok(names.filter(|name| is_program(name) && (name.ends_with(".js") || name.ends_with(".wasm"))).collect())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in measure::files(from)? {
        let target = to.join(file.strip_prefix(from)?);
        std::fs::create_dir_all(target.parent().context("no folder")?)?;
        std::fs::copy(file, target)?;
    }
    Ok(())
}

fn change(file: &Path, from: &str, to: &str) -> Result<()> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    ensure!(text.contains(from), "{} has no {from}", file.display());
    Ok(std::fs::write(file, text.replace(from, to))?)
}
