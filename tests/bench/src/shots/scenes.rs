//! What there is to see, as a list.

use anyhow::Result;

use crate::server::Fault;
use crate::visit::{CANADA, EUROPE, Visitor};

/// A picture to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scene {
    /// Which page.
    pub kind: Kind,
    /// In which language.
    pub language: &'static str,
    /// How wide, in CSS pixels.
    pub width: u32,
    /// In which colours.
    pub scheme: Scheme,
    /// On a screen or on paper.
    pub paper: Paper,
    /// What the visitor has done.
    pub act: Act,
}

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The list of campaigns.
    List,
    /// The open campaign's own page.
    Landing,
    /// The open campaign, for a frame.
    Embed,
    /// The closed campaign's own page.
    Closed,
    /// The closed campaign, for a frame.
    ClosedEmbed,
    /// A partner's page with the embed.
    Partner,
    /// The open campaign's directory of a legislature, by region.
    Regions,
    /// A page of it that lists the members of a large region.
    Members,
}

/// The visitor's choice of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// As style sheets call it.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

/// What the page is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A screen.
    Screen,
    /// A screen of a page that reads from right to left.
    Turned,
    /// A printer.
    Print,
}

/// What a visitor has done before the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Opened the page.
    Open,
    /// Opened the page with scripts switched off.
    NoScript,
    /// Typed what is no ZIP code.
    Refused,
    /// Typed a ZIP code that covers several districts.
    Choose,
    /// Asked for the map of it.
    Map,
    /// Asked for the list of states.
    States,
    /// Chosen a state with many districts.
    Seats,
    /// Narrowed their list to nothing.
    NoSeat,
    /// Found the officials.
    People,
    /// Begun a letter.
    Write,
    /// Opened it for editing.
    Edit,
    /// Opened the letter to one person alone.
    Own,
    /// Come to the cards.
    Send,
    /// Copied the first letter.
    Copied,
    /// Opened a call script.
    Call,
    /// Sent one letter, two are left.
    Progress,
    /// Finished.
    Thanks,
    /// Found a member of the House of Commons.
    Kingdom,
    /// Come to the ways in which a letter to them can go.
    Mail,
    /// Said that they live in Canada, where nobody is found by a postcode.
    Provinces,
    /// Chosen a province with many ridings.
    Ridings,
    /// Chosen a country that sends many members to one parliament, and the first three of them.
    Many,
    /// Come to the letter to them.
    ManyWrite,
    /// Come to the cards.
    ManySend,
    /// Said that they live elsewhere.
    Elsewhere,
    /// Touched the ZIP field while the table is missing.
    NoTable,
}

impl Act {
    /// Every step of the action, after the page is open.
    pub(crate) const STEPS: [Act; 24] = [
        Act::Refused,
        Act::Choose,
        Act::Map,
        Act::States,
        Act::Seats,
        Act::NoSeat,
        Act::People,
        Act::Write,
        Act::Edit,
        Act::Own,
        Act::Send,
        Act::Copied,
        Act::Call,
        Act::Progress,
        Act::Thanks,
        Act::Kingdom,
        Act::Mail,
        Act::Provinces,
        Act::Ridings,
        Act::Many,
        Act::ManyWrite,
        Act::ManySend,
        Act::Elsewhere,
        Act::NoTable,
    ];

    /// Does it.
    pub(super) fn perform(self, visitor: &Visitor<'_>, scene: &Scene) -> Result<()> {
        if self == Act::NoTable {
            visitor.stage.site.fail("/data/us/*", Fault::Missing);
        }
        let done = scene.open(visitor).and_then(|()| self.act(visitor));
        visitor.stage.site.heal();
        done
    }

    fn act(self, visitor: &Visitor<'_>) -> Result<()> {
        match self {
            Act::Open | Act::NoScript => Ok(()),
            Act::Refused => {
                visitor.submit_zip("123")?;
                visitor.browser.wait_for_visible("[data-problem]")
            }
            Act::Choose => {
                visitor.submit_zip("49348")?;
                visitor.wait_for_state("choose")
            }
            Act::Map => {
                Act::Choose.act(visitor)?;
                visitor.browser.click("[data-action=map]")?;
                visitor.browser.wait_for_visible(".map-picture")
            }
            Act::States => {
                visitor.press("by-state")?;
                visitor.wait_for_state("choose-state")
            }
            Act::Seats => {
                visitor.choose_state("CA")?;
                visitor.wait_for_state("choose")
            }
            Act::NoSeat => {
                Act::Seats.act(visitor)?;
                visitor.browser.type_into("#seat-filter", "zzz")?;
                visitor.browser.wait_for("an empty list", |browser| Ok(browser.count("[data-choice]")? == 0))
            }
            Act::People => visitor.find("05401"),
            Act::Kingdom => visitor.find_in_the_kingdom("SW1A 1AA"),
            Act::Mail => {
                Act::Kingdom.act(visitor)?;
                visitor.write()?;
                visitor.send()
            }
            Act::Provinces => {
                visitor.live_in(CANADA)?;
                visitor.browser.wait_for_visible(&format!("#action-{CANADA} #state"))
            }
            Act::Ridings => {
                visitor.choose_region_abroad(CANADA, "CA-ON")?;
                visitor.wait_for_state("choose")
            }
            Act::Many => {
                visitor.choose_region_abroad(EUROPE, "DE")?;
                visitor.wait_for_state("people")?;
                (0..3).try_for_each(|_| visitor.browser.click("[data-action='tick']:not(:checked)"))
            }
            Act::ManyWrite => {
                Act::Many.act(visitor)?;
                visitor.write()
            }
            Act::ManySend => {
                Act::ManyWrite.act(visitor)?;
                visitor.send()
            }
            Act::Elsewhere => {
                visitor.live_in(4)?;
                visitor.browser.wait_for_visible("#action-4 .pass-on a")
            }
            Act::Write => {
                Act::People.act(visitor)?;
                visitor.write()?;
                visitor
                    .browser
                    .type_into("#answer-0", "My grandmother left Hong Kong in 1967, and I still have family there.")?;
                visitor.browser.type_into("#name", "Example Supporter")
            }
            Act::Edit => {
                Act::Write.act(visitor)?;
                visitor.edit()
            }
            Act::Own => {
                Act::Write.act(visitor)?;
                visitor.browser.click(".alone summary")?;
                visitor.press("own")?;
                visitor.wait_for_state("own")
            }
            Act::Send => {
                Act::Write.act(visitor)?;
                visitor.send()
            }
            Act::Copied => {
                Act::Send.act(visitor)?;
                visitor.copy_letter()
            }
            Act::Call => {
                Act::People.act(visitor)?;
                visitor.call_first()
            }
            Act::Progress => {
                Act::Send.act(visitor)?;
                visitor.send_letter()
            }
            Act::Thanks => {
                Act::Progress.act(visitor)?;
                visitor.finish()
            }
            Act::NoTable => {
                visitor.submit_zip("05401")?;
                visitor.wait_for_state("unavailable")
            }
        }
    }
}

impl Scene {
    fn open(&self, visitor: &Visitor<'_>) -> Result<()> {
        let closed = || visitor.stage.closed_campaign();
        let directory = |page: &str| -> Result<String> {
            Ok([&visitor.stage.open_campaign()?.landing(self.language), page].concat())
        };
        match (self.kind, self.act) {
            (Kind::List, _) => visitor.open("/"),
            (Kind::Closed, _) => visitor.open(&closed()?.landing(self.language)),
            (Kind::ClosedEmbed, _) => visitor.open(&closed()?.embed(self.language)),
            (Kind::Landing, Act::NoScript) => visitor.open(&visitor.stage.open_campaign()?.landing(self.language)),
            (Kind::Embed, Act::NoScript) => visitor.open(&visitor.stage.open_campaign()?.embed(self.language)),
            (Kind::Landing, _) => visitor.open_landing(self.language),
            (Kind::Embed, _) => visitor.open_embed(self.language),
            (Kind::Partner, _) => visitor.open_partner(),
            (Kind::Regions, _) => visitor.open(&directory("uk/")?),
            (Kind::Members, _) => visitor.open(&directory("eu-parliament/de/2/")?),
        }
    }

    /// What tells it from all others, such as `landing-en-360-dark-write`.
    pub fn name(&self) -> String {
        let paper = match self.paper {
            Paper::Screen => "",
            Paper::Turned => "-rtl",
            Paper::Print => "-print",
        };
        let name =
            format!("{:?}-{}-{}-{}{paper}-{:?}", self.kind, self.language, self.width, self.scheme.name(), self.act);
        name.to_lowercase()
    }

    /// The picture's file.
    pub fn file(&self) -> String {
        format!("{}.png", self.name())
    }
}

/// All pictures.
pub(crate) fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    let screen =
        |kind, language, width, scheme, act| Scene { kind, language, width, scheme, paper: Paper::Screen, act };
    let pages = [Kind::Landing, Kind::Embed];
    for scheme in [Scheme::Light, Scheme::Dark] {
        for width in [360, 700, 1200] {
            scenes.push(screen(Kind::List, "en", width, scheme, Act::Open));
            scenes.push(screen(Kind::Partner, "en", width, scheme, Act::Open));
            for language in ["en", "zh-Hant"] {
                use Kind::{Closed, ClosedEmbed, Embed, Landing, Members, Regions};
                for kind in [Landing, Embed, Closed, ClosedEmbed, Regions, Members] {
                    scenes.push(screen(kind, language, width, scheme, Act::Open));
                }
            }
        }
        for language in ["en", "zh-Hant"] {
            for width in [360, 700, 1200] {
                scenes.extend(Act::STEPS.map(|act| screen(Kind::Embed, language, width, scheme, act)));
            }
        }
    }
    scenes.extend(Act::STEPS.map(|act| screen(Kind::Landing, "en", 1200, Scheme::Light, act)));
    for width in [360, 700] {
        let turned = |act| Scene { paper: Paper::Turned, ..screen(Kind::Embed, "en", width, Scheme::Light, act) };
        scenes.extend(Act::STEPS.map(turned));
    }
    for language in ["en", "zh-Hant"] {
        for kind in pages {
            for width in [360, 1200] {
                scenes.push(screen(kind, language, width, Scheme::Light, Act::NoScript));
            }
            for act in [Act::Open, Act::Write] {
                let on_paper = screen(kind, language, 700, Scheme::Light, act);
                scenes.push(Scene { paper: Paper::Print, ..on_paper });
            }
        }
    }
    scenes
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_pictures_share_a_file() {
        let all = scenes();
        let names: BTreeSet<String> = all.iter().map(Scene::name).collect();
        assert_eq!(names.len(), all.len());
    }
}
