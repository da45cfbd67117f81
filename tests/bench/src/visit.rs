//! A visitor at a built site, step by step, as tests and pictures need it. What a page must offer for that is here only.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::host_page;
use crate::host_page::Values;
use crate::published::{self, Campaign};
use crate::server::{Content, Port, Server};
use crate::webdriver::{Browser, Engine, Tier};

/// Where the action is, on the landing page and in the embed alike.
const READY: &str = "return document.documentElement.matches('[data-tier=\"3\"][data-ready]')";

/// The frame on a partner's page.
const FRAME: &str = "iframe[data-undersigned]";

/// A built site and its partner, each on an origin of its own, for one test.
#[derive(Debug)]
pub struct Stage {
    /// The built site.
    pub site: Server,
    /// The partner's site; browsers take it for another site.
    pub partner: Server,
    /// The campaigns of the built site.
    pub campaigns: Vec<Campaign>,
}

impl Stage {
    /// Serves a built site and, elsewhere, a partner's pages, which embed its campaigns.
    pub fn build(dist: &Path) -> Result<Stage> {
        Stage::with_height(dist, None)
    }

    /// The same with another height in the partner's snippet.
    pub fn with_height(dist: &Path, height: Option<u32>) -> Result<Stage> {
        published::require(dist)?;
        let campaigns = published::campaigns(dist)?;
        let site = Server::start(Content::Site(dist.to_path_buf()), Port::free_from(0)?)?;
        let port = Port::free_from(0)?;
        let pages = host_page::site(&Values {
            embed_origin: &site.origin(),
            // Visitors open the partner by number; by name, the same server is a stranger.
            stranger_origin: &format!("http://localhost:{}", port.number()?),
            campaigns: &campaigns,
            height,
        })?;
        let partner = Server::start(Content::Pages(pages), port)?;
        Ok(Stage { site, partner, campaigns })
    }

    /// The first campaign that one can act on.
    pub fn open_campaign(&self) -> Result<&Campaign> {
        self.campaigns.iter().find(|campaign| campaign.is_open()).context("the site has no open campaign")
    }

    /// The first campaign that is over.
    pub fn closed_campaign(&self) -> Result<&Campaign> {
        self.campaigns.iter().find(|campaign| !campaign.is_open()).context("the site has no closed campaign")
    }
}

/// Someone with a browser on a stage.
#[derive(Debug)]
pub struct Visitor<'a> {
    /// Their browser.
    pub browser: Browser,
    /// Where they are.
    pub stage: &'a Stage,
}

/// Canada among the open campaign's answers to "Where do you live?", by its place.
pub const CANADA: usize = 2;

/// The European Union, the same.
pub const EUROPE: usize = 3;

impl<'a> Visitor<'a> {
    /// Somebody whom the site has never seen.
    pub fn new(stage: &'a Stage, engine: Engine) -> Result<Visitor<'a>> {
        Visitor::in_tier(stage, engine, Tier::Wasm)
    }

    /// The same with a browser that does less.
    pub fn in_tier(stage: &'a Stage, engine: Engine, tier: Tier) -> Result<Visitor<'a>> {
        Ok(Visitor { browser: Browser::start(engine, tier)?, stage })
    }

    /// Opens a path of the site.
    pub fn open(&self, path: &str) -> Result<()> {
        self.browser.open(&self.stage.site.url(path))
    }

    /// Opens the landing page of the open campaign and waits until one can act.
    pub fn open_landing(&self, language: &str) -> Result<()> {
        self.open(&self.stage.open_campaign()?.landing(language))?;
        self.wait_until_ready()
    }

    /// Opens the embed document of the open campaign by itself and waits until one can act.
    pub fn open_embed(&self, language: &str) -> Result<()> {
        self.open(&self.stage.open_campaign()?.embed(language))?;
        self.wait_until_ready()
    }

    /// Opens the partner's page and goes into the frame, once one can act there.
    pub fn open_partner(&self) -> Result<()> {
        let id = &self.stage.open_campaign()?.id;
        self.browser.open(&format!("{}/{id}/", self.stage.partner.origin_by_number()))?;
        // The frame is lazy: it loads when it comes near.
        self.browser.script("document.querySelector(arguments[0]).scrollIntoView()", &[FRAME.into()])?;
        self.browser.enter_frame(FRAME)?;
        self.wait_until_ready()
    }

    /// Opens the partner's page for a usage: the name of a file in `tests/hosts`.
    pub fn open_host(&self, usage: &str) -> Result<()> {
        self.browser.open(&format!("{}/{usage}/", self.stage.partner.origin_by_number()))
    }

    /// Waits until the Wasm has taken over.
    pub fn wait_until_ready(&self) -> Result<()> {
        self.browser.wait_for("the action to be ready", |browser| Ok(browser.script(READY, &[])? == true))
    }

    /// Waits for a state of the action: `place`, `choose`, `choose-state`, `people`, `unavailable` of the first step, `write`
    /// and `own` of the second, `send` and `thanks` of the third.
    pub fn wait_for_state(&self, state: &str) -> Result<()> {
        self.browser.wait_for_visible(&format!("[data-state='{state}']"))
    }

    /// Says where somebody lives: the answer by its place, from 0. The first is chosen on every page.
    pub fn live_in(&self, answer: usize) -> Result<()> {
        let css = format!(".where label:nth-child({}) input", answer + 1);
        // Not below the way out, which stays at the top of the window.
        let scroll = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
        self.browser.script(scroll, &[css.as_str().into()])?;
        self.browser.click(&css)
    }

    /// Gives an answer to "Where do you live?" whose people are found by region, and chooses a region by its code.
    pub fn choose_region_abroad(&self, answer: usize, region: &str) -> Result<()> {
        self.live_in(answer)?;
        self.browser.wait_for_visible(&format!("#action-{answer} #state"))?;
        self.browser.choose("#state", region)?;
        self.press("choose-state")
    }

    /// Answers "United Kingdom", finds who represents a postcode there, and waits for the card.
    pub fn find_in_the_kingdom(&self, postcode: &str) -> Result<()> {
        self.live_in(1)?;
        self.browser.wait_for_visible("#action-1 #zip")?;
        self.find(postcode)
    }

    /// Types a ZIP code and sends it off.
    pub fn submit_zip(&self, zip: &str) -> Result<()> {
        self.browser.type_into("#zip", zip)?;
        self.press("find")
    }

    /// Presses a button or link of the action by what it does.
    pub fn press(&self, action: &str) -> Result<()> {
        self.browser.click(&format!("[data-step] [data-action='{action}']"))
    }

    /// Finds the officials of a ZIP code that lies in one district.
    pub fn find(&self, zip: &str) -> Result<()> {
        self.submit_zip(zip)?;
        self.wait_for_state("people")
    }

    /// Chooses a state from the list, without a ZIP code.
    pub fn choose_state(&self, code: &str) -> Result<()> {
        self.press("by-state")?;
        self.browser.choose("#state", code)?;
        self.press("choose-state")
    }

    /// The cards of the officials, each as it reads.
    pub fn people(&self) -> Result<Vec<String>> {
        self.browser.texts("[data-person]")
    }

    /// Goes on to the letter for everybody who was found, and ticks every point.
    pub fn write(&self) -> Result<()> {
        self.press("write")?;
        self.wait_for_state("write")?;
        for point in 0..self.browser.count("[data-point]")? {
            self.browser.click(&format!("[data-point='{point}']"))?;
        }
        Ok(())
    }

    /// The letter as it is shown on paper.
    pub fn letter(&self) -> Result<String> {
        self.browser.text("#letter")
    }

    /// Opens the letter for everybody for editing.
    pub fn edit(&self) -> Result<()> {
        self.press("edit")?;
        self.browser.wait_for_visible("#letter-body")
    }

    /// Goes on to the cards.
    pub fn send(&self) -> Result<()> {
        self.press("next")?;
        self.wait_for_state("send")
    }

    /// Unfolds telephone and offices of the first official.
    pub fn call_first(&self) -> Result<()> {
        self.browser.click("[data-person] .contact summary")?;
        self.browser.wait_for_visible("[data-person] .call")
    }

    /// Copies the letter on the open card and waits until the page says so. The page opens the office's own in a new tab.
    pub fn copy_letter(&self) -> Result<()> {
        self.press("copy")?;
        self.browser.wait_for_visible("[data-state='send'] .done-note:not(:empty)")
    }

    /// What is copied from the open card.
    pub fn letter_to_send(&self) -> Result<String> {
        self.browser.value("#letter-body")
    }

    /// Copies the letter on the open card, says that it is sent, and comes to the next one.
    pub fn send_letter(&self) -> Result<()> {
        self.copy_letter()?;
        self.press("done")?;
        self.browser.wait_for_visible(".sender.is-done")
    }

    /// Finishes after the first letter and arrives at the thanks.
    pub fn finish(&self) -> Result<()> {
        self.press("finish")?;
        self.wait_for_state("thanks")
    }
}
