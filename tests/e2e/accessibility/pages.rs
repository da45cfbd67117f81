//! The pages and states that are looked at.

use anyhow::Result;
use testbench::server::Fault;
use testbench::visit::{CANADA, EUROPE, Stage, Visitor};

/// One page of every kind, in every language that it has.
pub fn every_path(stage: &Stage) -> Result<Vec<String>> {
    let mut paths = vec!["/".to_owned(), "/no/such/page/".to_owned()];
    for campaign in &stage.campaigns {
        paths.push(format!("/partners/{}/", campaign.id));
        for language in &campaign.languages {
            paths.extend([campaign.landing(language), campaign.embed(language)]);
        }
    }
    let open = stage.open_campaign()?;
    for language in &open.languages {
        let landing = open.landing(language);
        // All states; few members; the second part of many; a place without senators.
        paths.extend(["us/", "us/vt/", "us/ca/2/", "us/pr/"].map(|page| [&landing, page].concat()));
    }
    Ok(paths)
}

/// A state of the action: its name, and how a visitor gets there from the embed.
pub type State = (&'static str, fn(&Visitor<'_>) -> Result<()>);

/// Every state that has a screen of its own.
pub const STATES: [State; 24] = [
    // First: afterwards, the browser has the tables.
    ("unavailable", |visitor| {
        visitor.stage.site.fail("/data/us/*", Fault::Missing);
        visitor.submit_zip("05401")?;
        visitor.wait_for_state("unavailable")
    }),
    ("find", |_| Ok(())),
    ("refused", |visitor| {
        visitor.submit_zip("12")?;
        visitor.browser.wait_for_visible("[data-problem]")
    }),
    ("choose", |visitor| {
        visitor.submit_zip("49348")?;
        visitor.wait_for_state("choose")
    }),
    ("choose on a map", |visitor| {
        visitor.submit_zip("49348")?;
        visitor.wait_for_state("choose")?;
        visitor.browser.click("[data-action=map]")?;
        visitor.browser.wait_for_visible(".map-picture")
    }),
    ("choose-state", |visitor| {
        visitor.press("by-state")?;
        visitor.wait_for_state("choose-state")
    }),
    ("military", |visitor| {
        visitor.submit_zip("09001")?;
        visitor.wait_for_state("choose-state")
    }),
    ("people", |visitor| visitor.find("05401")),
    ("people, one with offices", |visitor| {
        visitor.find("05401")?;
        visitor.call_first()
    }),
    ("a long list of seats", |visitor| {
        visitor.choose_state("CA")?;
        visitor.wait_for_state("choose")
    }),
    ("write", |visitor| {
        visitor.find("05401")?;
        visitor.write()
    }),
    ("edit", |visitor| {
        visitor.find("05401")?;
        visitor.write()?;
        visitor.browser.type_into("#answer-0", "My own words.")?;
        visitor.edit()
    }),
    ("asked", |visitor| {
        visitor.find("05401")?;
        visitor.write()?;
        visitor.edit()?;
        visitor.browser.type_into("#letter-body", "Mine.")?;
        visitor.press("reset")?;
        visitor.browser.wait_for_visible(".asking")
    }),
    ("own", |visitor| {
        visitor.find("05401")?;
        visitor.write()?;
        visitor.browser.click(".alone summary")?;
        visitor.press("own")?;
        visitor.wait_for_state("own")
    }),
    ("send", |visitor| {
        visitor.find("05401")?;
        visitor.write()?;
        visitor.send()
    }),
    ("copied", |visitor| {
        visitor.find("05401")?;
        visitor.write()?;
        visitor.send()?;
        visitor.copy_letter()?;
        visitor.browser.close_other_windows()
    }),
    ("thanks", |visitor| {
        visitor.find("05401")?;
        visitor.write()?;
        visitor.send()?;
        visitor.send_letter()?;
        visitor.browser.close_other_windows()?;
        visitor.finish()
    }),
    ("refused in the Kingdom", |visitor| {
        visitor.live_in(1)?;
        visitor.browser.wait_for_visible("#action-1 #zip")?;
        visitor.submit_zip("SW1A")?;
        visitor.browser.wait_for_visible("[data-problem]")
    }),
    ("people in the Kingdom", |visitor| visitor.find_in_the_kingdom("SW1A 1AA")),
    ("send in the Kingdom", |visitor| {
        visitor.find_in_the_kingdom("SW1A 1AA")?;
        visitor.write()?;
        visitor.send()
    }),
    ("a long list of seats in Canada", |visitor| {
        visitor.choose_region_abroad(CANADA, "CA-ON")?;
        visitor.wait_for_state("choose")
    }),
    ("send in Canada", |visitor| {
        visitor.choose_region_abroad(CANADA, "CA-PE")?;
        visitor.wait_for_state("choose")?;
        visitor.browser.click("[data-choice='11001']")?;
        visitor.wait_for_state("people")?;
        visitor.write()?;
        visitor.send()
    }),
    ("many people in Europe", |visitor| {
        visitor.choose_region_abroad(EUROPE, "DE")?;
        visitor.wait_for_state("people")?;
        visitor.browser.click("[data-action='tick']")?;
        visitor.browser.wait_for_visible("[data-action='write']")
    }),
    ("elsewhere", |visitor| {
        visitor.live_in(4)?;
        visitor.browser.wait_for_visible("#action-4 .pass-on a")
    }),
];
