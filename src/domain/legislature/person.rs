//! Somebody to write to: a member of a legislature, or whom the campaign names.

use std::rc::Rc;

use super::Seat;
use crate::domain::congress::Party;
use crate::domain::web_address::HttpsUrl;

/// What somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// One of two for a state.
    Senator,
    /// A voting member of the House of Representatives.
    Representative,
    /// Speaks and sits in committees for DC, GU, VI, AS or MP; does not vote on final passage.
    Delegate,
    /// The same for Puerto Rico.
    ResidentCommissioner,
    /// A member of the House of Commons.
    MemberOfParliament,
    /// A member of a legislature from a folder; [`Person::shown`] and its neighbours say what they are.
    Listed,
    /// Somebody whom the campaign names; [`Person::title`] says what they are.
    Named,
}

/// Under which party somebody sits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Affiliation {
    /// Not told: somebody whom the campaign names.
    Untold,
    /// Under this party of the United States, or as an independent anywhere.
    Member(Party),
    /// An independent who sits with this party.
    SitsWith(Party),
    /// Under a party with a name that is not translated: "Plaid Cymru".
    Called(Rc<str>),
}

/// Somebody to write to (Popolo `person` with its `membership`, or a row of a campaign's list).
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Unlike every other on the page: Bioguide identifier `[A-Z][0-9]{6}`, member number of the UK Parliament, or
    /// `file.csv:3` for the third row of a campaign's list.
    pub id: Rc<str>,
    /// As they write it.
    pub name: Rc<str>,
    /// For the salutation.
    pub family_name: Rc<str>,
    /// As what they sit.
    pub role: Role,
    /// What stands before the name of somebody whom the campaign names: "Ambassador". Others have it from their role.
    pub title: Option<Rc<str>>,
    /// Name and title in the page's language, for members of legislatures from a folder.
    pub shown: Option<Rc<str>>,
    /// How a letter greets them, where that doesn't follow from their role.
    pub salutation: Option<Rc<str>>,
    /// Audiences that they belong to besides those of their role.
    pub groups: Vec<Rc<str>>,
    /// The place among those whom the campaign wants to be written to first, from 0; [`u8::MAX`] for everybody else.
    pub rank: u8,
    /// Their seat; for a senator the district is 0. `None` for somebody whom the campaign names.
    pub seat: Option<Seat>,
    /// What stands in place of a seat for somebody whom the campaign names: the country, in the page's language.
    pub place: Option<Rc<str>>,
    /// Under which party.
    pub party: Affiliation,
    /// Main office: `202-225-0000` in Washington, elsewhere with `+` and the country's code.
    pub phone: Option<Rc<str>>,
    /// For constituents. Members of Congress publish none.
    pub email: Option<Rc<str>>,
    /// Their official site.
    pub site: Option<HttpsUrl>,
    /// The page on which constituents write to them.
    pub contact_form: Option<HttpsUrl>,
    /// Main office, one line: "135 Hart Senate Office Building, Washington, DC 20510".
    pub address: Option<Rc<str>>,
}

impl Person {
    /// Somebody with a name and a role, of whom nothing else is known.
    pub fn new(id: Rc<str>, name: Rc<str>, family_name: Rc<str>, role: Role) -> Person {
        Person {
            id,
            name,
            family_name,
            role,
            title: None,
            shown: None,
            salutation: None,
            groups: Vec::new(),
            rank: u8::MAX,
            seat: None,
            place: None,
            party: Affiliation::Untold,
            phone: None,
            email: None,
            site: None,
            contact_form: None,
            address: None,
        }
    }
}
