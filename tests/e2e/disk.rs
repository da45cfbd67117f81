//! What is typed is on no disk: not while it is typed, not after a crash, a normal end, a restored session, or "Leave
//! quickly". The whole profile is searched, in every packing that browsers use.
//!
//! A field of the test's own, which may be kept, is typed into last: once that is on the disk, the browser has saved.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::{Browser, Engine, Profile};

use crate::profile::{self, Trace};
use crate::republished;
use crate::watched::Watched;

/// What no file may hold begins so, and what may be kept.
const TYPED: &str = "Zq7Marker";
const KEPT: &str = "Zq7Sentinel";

/// A ZIP code in one district. Digits alone may be anywhere by chance, so it is looked for in what keeps sessions.
const ZIP: &str = "05401";

/// What a saved session says of a list, a box or a radio button that somebody chose from: the kinds of fields in Chromium,
/// and how Firefox writes down lists and fields without an id.
const CHOSEN: [&str; 5] = ["select-one", "checkbox", "radio", "selectedIndex", "xpath"];

/// Makes everything visible that is folded, and gives the ids of the fields that take text.
const FIELDS: &str = "document.querySelectorAll('details').forEach(details => details.open = true);
    return [...document.querySelectorAll('input:not([type=radio],[type=checkbox]),textarea')]
        .filter(field => !field.readOnly && field.checkVisibility() && !('kept' in field.dataset)).map(field => field.id)";

/// Ticks every box.
const TICK: &str = "document.querySelectorAll('[type=checkbox]').forEach(box => box.checked || box.click())";

/// Puts a field into the page that the browser may keep.
const PLANT: &str = "document.querySelector('#kept')?.remove();
    const field = document.createElement('textarea');
    field.id = 'kept';
    field.dataset.kept = '';
    document.body.append(field);";

/// Everything that is typed in one profile.
struct Typist<'a> {
    visitor: Visitor<'a>,
    folder: PathBuf,
    /// Counts texts, so that each is its own.
    count: usize,
    /// The fields by their ids.
    fields: Vec<String>,
}

/// Where somebody acts.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// On the landing page, by ZIP code; in a partner's frame; on the landing page, by a list of states.
    Landing,
    Frame,
    States,
    /// For somebody in the United Kingdom; for people whom the campaign names.
    Kingdom,
    Named,
}

const WAYS: [Way; 5] = [Way::Landing, Way::States, Way::Kingdom, Way::Named, Way::Frame];

#[test]
fn what_is_typed_is_on_no_disk_in_chromium() -> Result<()> {
    nothing_is_on_the_disk(Engine::Chromium)
}

#[test]
fn what_is_typed_is_on_no_disk_in_firefox() -> Result<()> {
    nothing_is_on_the_disk(Engine::Firefox)
}

/// Its driver keeps no session, so this shows that nothing else of WebKit's writes what is typed: no cache, no form data, no
/// history.
#[test]
fn what_is_typed_is_on_no_disk_in_webkit() -> Result<()> {
    let name = "everything-WebKit";
    let (stage, profile) = (stage(name)?, profile(name)?);
    let empty = |when: &'static str| -> Result<()> {
        let found = profile::traces(&profile.folder, &[TYPED])?;
        ensure!(found.is_empty(), "{when}: {found:#?}");
        Ok(())
    };
    let mut typist = Typist::new(&stage, Engine::WebKit, &profile)?;
    for way in [Way::Landing, Way::States, Way::Kingdom, Way::Named] {
        typist.act(way).with_context(|| format!("{way:?}"))?;
        empty("while it is open")?;
    }
    let fields: std::collections::BTreeSet<_> = typist.fields.iter().collect();
    ensure!(fields.len() >= 6, "only these were typed into: {fields:?}");
    typist.visitor.browser.end_hard()?;
    empty("after a crash")?;
    let mut typist = Typist::new(&stage, Engine::WebKit, &profile)?;
    typist.act(Way::Landing)?;
    drop(typist);
    empty("after a normal end")?;
    // That a trace would be found.
    std::fs::write(
        profile.folder.join("planted"),
        format!("{TYPED}1").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
    )?;
    ensure!(empty("planted").is_err(), "nothing would be found");
    std::fs::remove_dir_all(&profile.folder).context("could not remove the profile")
}

#[test]
fn what_was_typed_before_leaving_quickly_is_on_no_disk_in_chromium() -> Result<()> {
    nothing_is_left_after_leaving(Engine::Chromium)
}

#[test]
fn what_was_typed_before_leaving_quickly_is_on_no_disk_in_firefox() -> Result<()> {
    nothing_is_left_after_leaving(Engine::Firefox)
}

fn nothing_is_on_the_disk(engine: Engine) -> Result<()> {
    let name = format!("everything-{engine:?}");
    let (stage, fresh) = (stage(&name)?, profile(&name)?);
    let mut typist = Typist::new(&stage, engine, &fresh)?;
    for way in WAYS {
        typist.act(way).with_context(|| format!("{way:?}"))?;
        clean(&fresh, engine).with_context(|| format!("{way:?}, while it is open"))?;
    }
    // So many different fields, or the screens have changed and something is left out.
    let fields: std::collections::BTreeSet<_> = typist.fields.iter().collect();
    ensure!(fields.len() >= 6, "only these were typed into: {fields:?}");
    typist.visitor.browser.end_hard()?;
    clean(&fresh, engine).context("after a crash")?;
    let restored = Profile { restores: true, ..fresh.clone() };
    let again = Typist::new(&stage, engine, &restored)?;
    again.saved(KEPT)?;
    drop(again);
    clean(&fresh, engine).context("after a restored session and a normal end")?;
    // A normal end of what was just typed.
    let soft = profile(&[&name, "-soft"].concat())?;
    let mut typist = Typist::new(&stage, engine, &soft)?;
    typist.act(Way::Landing)?;
    drop(typist);
    clean(&soft, engine).context("after a normal end")?;
    for profile in [fresh, soft] {
        std::fs::remove_dir_all(&profile.folder).context("could not remove a profile")?;
    }
    Ok(())
}

fn nothing_is_left_after_leaving(engine: Engine) -> Result<()> {
    let name = format!("leaving-{engine:?}");
    let (stage, profile) = (stage(&name)?, profile(&name)?);
    let mut typist = Typist::new(&stage, engine, &profile)?;
    typist.act(Way::Landing)?;
    let browser = &typist.visitor.browser;
    let neutral = stage.partner.origin_by_number() + "/stranger/";
    browser.script("document.querySelector('[data-leave]').href = arguments[0]", &[json!(neutral)])?;
    browser.script("document.querySelector('[data-leave]').click()", &[])?;
    browser.wait_for("another page", |browser| Ok(browser.script("return location.pathname", &[])? == "/stranger/"))?;
    typist.settle()?;
    clean(&profile, engine).context("while the other page is open")?;
    typist.visitor.browser.end_hard()?;
    clean(&profile, engine).context("after a crash")?;
    std::fs::remove_dir_all(&profile.folder).context("could not remove the profile")
}

/// A campaign with every field that there is: for two countries and for people whom it names, with a searched list.
fn stage(name: &str) -> Result<Watched> {
    let targets =
        json!([{ "legislature": "us-congress" }, { "legislature": "uk-commons" }, { "people": "ministers.csv" }]);
    let people = "title,first_name,last_name,email\nMinister,Ada,Example,minister@example.org\n";
    let listed: Vec<_> = (1..=20)
        .map(|number| json!({ "organization": format!("Example Organisation {number:02}"), "source": "https://example.org/" }))
        .collect();
    let signers = json!({ "stated": { "count": 53, "besides": 1 }, "order": "as_published", "listed": listed });
    republished::stage(
        &["disk-", name].concat(),
        &[("targets", targets), ("signers", signers)],
        &[("ministers.csv", people)],
    )
}

/// A folder for a profile.
fn profile(name: &str) -> Result<Profile> {
    let folder = testbench::workspace::scratch().join("profiles").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    Ok(Profile { folder, restores: false })
}

/// Nothing of what was typed or chosen is in the profile, and something else is.
fn clean(profile: &Profile, engine: Engine) -> Result<()> {
    let in_session = |trace: &Trace| trace.file.contains("ession");
    let kept = profile::traces(&profile.folder, &[KEPT])?;
    ensure!(kept.iter().any(in_session), "{engine:?} has saved nothing, so this shows nothing: {kept:?}");
    let typed = profile::traces(&profile.folder, &[TYPED])?;
    ensure!(typed.is_empty(), "typed texts are on the disk: {typed:#?}");
    let mut chosen = profile::traces(&profile.folder, &[&[ZIP][..], &CHOSEN].concat())?;
    chosen.retain(in_session);
    ensure!(chosen.is_empty(), "what was chosen is on the disk: {chosen:#?}");
    Ok(())
}

impl<'a> Typist<'a> {
    fn new(stage: &'a Stage, engine: Engine, profile: &Profile) -> Result<Typist<'a>> {
        let visitor = Visitor { browser: Browser::start_in(engine, profile)?, stage };
        Ok(Typist { visitor, folder: profile.folder.clone(), count: 0, fields: Vec::new() })
    }

    /// Goes from the first question to the ways to send a letter, types into every field on the way, and waits until the
    /// browser has saved.
    fn act(&mut self, way: Way) -> Result<()> {
        match way {
            Way::Frame => self.visitor.open_partner()?,
            _ => self.visitor.open_landing("en")?,
        }
        let visitor = &self.visitor;
        match way {
            Way::Landing | Way::Frame | Way::States => self.fill()?,
            Way::Kingdom => {
                visitor.live_in(1)?;
                visitor.browser.wait_for_visible("#action-1 #zip")?;
                self.fill()?;
            }
            Way::Named => {
                visitor.live_in(2)?;
                visitor.browser.wait_for_visible(".part:not([hidden]) [data-person]")?;
            }
        }
        self.settle()?;
        let browser = &self.visitor.browser;
        match way {
            Way::Landing | Way::Frame => self.look_up(ZIP)?,
            Way::Kingdom => self.look_up("SW1A 0AA")?,
            Way::States => {
                self.press("[data-action='by-state']")?;
                browser.choose("#state", "MI")?;
                self.press("[data-action='choose-state']")?;
                self.press("[data-choice='MI-3']")?;
            }
            Way::Named => {}
        }
        self.press("[data-action='write']")?;
        // Screen by screen, whatever they are.
        let step = "return { ...document.querySelector('[data-step]').dataset }";
        for _ in 0..8 {
            let browser = &self.visitor.browser;
            browser.wait_for_visible("[data-step]:not([data-step='find'])")?;
            let before = browser.script(step, &[])?;
            browser.script(TICK, &[])?;
            self.fill()?;
            // The letter itself, where it is only shown at first.
            if self.visitor.browser.count("[data-step] [data-action='edit']")? > 0 {
                self.press("[data-action='edit']")?;
                self.visitor.browser.wait_for_visible("#letter-body")?;
                self.fill()?;
            }
            let browser = &self.visitor.browser;
            if browser.count("[data-step] [data-action='next']")? == 0 {
                break;
            }
            self.press("[data-action='next']")?;
            browser.wait_for("the next screen", |browser| Ok(browser.script(step, &[])? != before))?;
        }
        self.settle()
    }

    fn look_up(&self, postcode: &str) -> Result<()> {
        self.visitor.browser.type_into("#zip", postcode)?;
        self.press("[data-action='find']")
    }

    /// Presses what may lie below the way out, which stays at the top of the window.
    fn press(&self, css: &str) -> Result<()> {
        let css = format!("[data-step] {css}");
        self.visitor.browser.wait_for(&css, |browser| Ok(browser.count(&css)? > 0))?;
        self.visitor.browser.script("document.querySelector(arguments[0]).click()", &[css.into()]).map(drop)
    }

    /// Types a text of its own into every field that there is.
    fn fill(&mut self) -> Result<()> {
        let fields: Vec<String> = serde_json::from_value(self.visitor.browser.script(FIELDS, &[])?)?;
        for field in fields {
            ensure!(!field.is_empty(), "a field without an id");
            self.count += 1;
            let text = format!("{TYPED}{}", self.count);
            let css = format!("#{field}");
            self.visitor.browser.type_into(&css, &text)?;
            let value = self.visitor.browser.value(&css)?;
            ensure!(value == text, "`{css}` holds {value}");
            self.fields.push(field);
        }
        Ok(())
    }

    /// Types into the field that may be kept, in the same document, and waits until that is on the disk.
    fn settle(&mut self) -> Result<()> {
        self.count += 1;
        let text = format!("{KEPT}{}End", self.count);
        self.visitor.browser.script(PLANT, &[])?;
        self.visitor.browser.type_into("#kept", &text)?;
        self.saved(&text)
    }

    /// Waits until a text is where Chromium or Firefox keep what is open; WebKit keeps nothing of the kind.
    fn saved(&self, text: &str) -> Result<()> {
        if self.visitor.browser.engine() == Engine::WebKit {
            return Ok(());
        }
        let folders = ["Default/Sessions", "sessionstore-backups"].map(|name| self.folder.join(name));
        let looks = || {
            let what = format!("{text} to be saved");
            self.visitor.browser.wait_for(&what, |_| {
                let mut found = false;
                for folder in folders.iter().filter(|folder| folder.is_dir()) {
                    found |= !profile::traces(folder, &[text])?.is_empty();
                }
                Ok(found)
            })
        };
        // A busy machine saves late.
        looks().or_else(|_| looks()).or_else(|_| looks())
    }
}
