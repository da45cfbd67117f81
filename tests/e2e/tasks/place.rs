//! Where somebody meets a campaign.

use anyhow::{Result, ensure};
use testbench::visit::Visitor;
use testbench::webdriver::{Engine, Tier};

/// A page of the campaign, or a frame on somebody else's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The campaign's own page.
    Landing,
    /// A partner's page, on another origin.
    Embed,
}

/// The frame on the partner's page.
const FRAME: &str = "iframe[data-undersigned]";

impl Place {
    /// Both.
    pub const ALL: [Place; 2] = [Place::Landing, Place::Embed];

    /// Goes there, and waits until everything works that works in the visitor's tier.
    pub fn open(self, visitor: &Visitor<'_>) -> Result<()> {
        let (browser, stage) = (&visitor.browser, visitor.stage);
        browser.close_other_windows()?;
        browser.leave_frames()?;
        match self {
            Place::Landing => browser.open(&stage.site.url(&stage.open_campaign()?.landing("en")))?,
            Place::Embed => {
                visitor.open_host("plain")?;
                self.return_to(visitor)?;
            }
        }
        match browser.tier() {
            Tier::Wasm => visitor.wait_until_ready(),
            Tier::Scripts | Tier::Html => browser.wait_for_visible(".below-tier-3"),
        }
    }

    /// Goes back into the frame, if there is one, after a look elsewhere.
    pub fn return_to(self, visitor: &Visitor<'_>) -> Result<()> {
        match self {
            Place::Landing => Ok(()),
            Place::Embed => {
                visitor.browser.leave_frames()?;
                // The frame is lazy: it loads when it comes near.
                visitor.browser.script("document.querySelector(arguments[0]).scrollIntoView()", &[FRAME.into()])?;
                visitor.browser.enter_frame(FRAME)
            }
        }
    }

    /// Follows a link to another page of the site and looks at that: in the same tab, or from a frame in a new one.
    ///
    /// WebKit's driver does not show windows that a frame opens: there, the link must ask for one, and its address is
    /// opened by hand.
    pub fn follow(self, visitor: &Visitor<'_>, link: &str, look: impl FnOnce() -> Result<()>) -> Result<()> {
        let browser = &visitor.browser;
        match (self, browser.engine()) {
            (Place::Landing, _) => {
                browser.click(link)?;
                look()
            }
            (Place::Embed, Engine::WebKit) => {
                browser.wait_for_visible(link)?;
                let attribute = |name| Ok::<_, anyhow::Error>(browser.attribute(link, name)?.unwrap_or_default());
                ensure!(attribute("target")? == "_blank", "{link} would replace the frame");
                // This driver gives the whole address.
                let href = attribute("href")?;
                browser.leave_frames()?;
                browser.open(&href)?;
                look()
            }
            (Place::Embed, _) => browser.in_new_window(|| browser.click(link), look),
        }
    }
}
