//! Somebody to write to: a member of a legislature, or whom the campaign names.

use std::rc::Rc;

use super::Seat;
use crate::web_address::HttpsUrl;

/// Somebody to write to (Popolo `person` with its `membership`, or a row of a campaign's list), in the words of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Unlike every other on the page: Bioguide identifier `[A-Z][0-9]{6}`, member number of a parliament, or `file.csv:3` for
    /// the third row of a campaign's list.
    pub id: Rc<str>,
    /// As they write it; empty for whoever holds a seat, where the records do not know.
    pub name: Rc<str>,
    /// For the salutation.
    pub family_name: Rc<str>,
    /// Name and title in the page's language: "Senator Jane Doe".
    pub shown: Rc<str>,
    /// In the letter's language: "Senator"; empty for none.
    pub title: Rc<str>,
    /// How a letter greets them, behind "Dear".
    pub salutation: Rc<str>,
    /// Above the address of a letter on paper.
    pub addressed: Rc<str>,
    /// Audiences that they belong to: legislature, chamber, party, groups.
    pub groups: Vec<Rc<str>>,
    /// The place among those whom the campaign wants to be written to first, from 0; [`u8::MAX`] for everybody else.
    pub rank: u8,
    /// Their seat; `None` for whoever has none of their own.
    pub seat: Option<Seat>,
    /// The region for all of which they sit, by its code.
    pub region: Option<Rc<str>>,
    /// What stands in place of a seat for somebody whom the campaign names: the country, in the page's language.
    pub place: Option<Rc<str>>,
    /// Under which party they sit, as the page names it.
    pub party: Option<Rc<str>>,
    /// Main office: `202-225-0000` in Washington, elsewhere with `+` and the country's code.
    pub phone: Option<Rc<str>>,
    /// For constituents.
    pub email: Option<Rc<str>>,
    /// Their official site.
    pub site: Option<HttpsUrl>,
    /// The page on which constituents write to them.
    pub contact_form: Option<HttpsUrl>,
    /// Main office, one line: "135 Hart Senate Office Building, Washington, DC 20510".
    pub address: Option<Rc<str>>,
}

impl Default for Person {
    fn default() -> Person {
        let nothing = || Rc::from("");
        Person {
            id: nothing(),
            name: nothing(),
            family_name: nothing(),
            shown: nothing(),
            title: nothing(),
            salutation: nothing(),
            addressed: nothing(),
            groups: Vec::new(),
            rank: u8::MAX,
            seat: None,
            region: None,
            place: None,
            party: None,
            phone: None,
            email: None,
            site: None,
            contact_form: None,
            address: None,
        }
    }
}
