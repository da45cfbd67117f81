//! The Congress of the United States: who represents which division, and which divisions a ZIP code may belong to.
//!
//! The tables are made by `undersigned import us` from public records. Visitors get them in the form of [`crate::assembly`].

mod offices_table;
mod records;
mod state;
mod table;
mod term;
mod zip;

use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use crate::date::Date;
use crate::web_address::HttpsUrl;

pub use self::offices_table::Offices;
pub use self::records::{english, manner};
pub use self::state::StateKind;
pub use self::table::Congress;
pub use self::term::held_until;
pub use self::zip::Zip;
pub use crate::legislature::{TableFault, Validity};

/// The title for whoever represents a state, while nobody is named.
pub const EITHER: &str = "Senator or Representative";

/// The official finder of the House, by full address.
pub const HOUSE_FINDER: &str = "https://www.house.gov/representatives/find-your-representative";
/// The Senate's list of its members.
pub const SENATE_LIST: &str = "https://www.senate.gov/senators/senators-contact.htm";

/// Two-letter postal code of a state, the District of Columbia or a territory: one of the 56 that elect someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State([u8; 2]);

/// A congressional district (or the whole of a state or territory that has one seat).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Division {
    /// Where it lies.
    pub state: State,
    /// 1 to 99; 0 for at large and delegate seats.
    pub district: u8,
}

impl fmt::Display for Division {
    /// [`Division::text`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// As what a member of Congress sits.
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
}

impl Role {
    /// The title by which an official is addressed in English.
    pub fn title(self) -> &'static str {
        match self {
            Role::Senator => "Senator",
            Role::Representative => "Representative",
            Role::Delegate => "Delegate",
            Role::ResidentCommissioner => "Resident Commissioner",
        }
    }

    /// What members of the House for a place are.
    pub fn in_the_house(state: State) -> Role {
        match (state.kind(), &state.0) {
            (StateKind::State, _) => Role::Representative,
            (StateKind::Territory, b"PR") => Role::ResidentCommissioner,
            (StateKind::District | StateKind::Territory, _) => Role::Delegate,
        }
    }
}

/// The party under which an official sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// Democrat.
    Democrat,
    /// Republican.
    Republican,
    /// Independent.
    Independent,
}

/// A sitting member of Congress (Popolo `person` with its `membership`).
#[derive(Clone, Debug, PartialEq)]
pub struct Official {
    /// Bioguide identifier, `[A-Z][0-9]{6}`.
    pub bioguide: Arc<str>,
    /// As the member writes it.
    pub name: Arc<str>,
    /// For the salutation.
    pub family_name: Arc<str>,
    /// As what they sit.
    pub role: Role,
    /// Their seat; for a senator the district is 0.
    pub division: Division,
    /// Under which party.
    pub party: Party,
    /// With which party an independent sits.
    pub caucus: Option<Party>,
    /// Washington office, `202-225-0000`.
    pub phone: Option<Arc<str>>,
    /// Their official site.
    pub site: Option<HttpsUrl>,
    /// The page on which constituents write to them.
    pub contact_form: Option<HttpsUrl>,
    /// Their address for mail from constituents, if they publish one.
    pub email: Option<Arc<str>>,
    /// Washington office, one line: "135 Hart Senate Office Building, Washington, DC 20510".
    pub address: Option<Arc<str>>,
    /// The first day on which they hold their seat no longer: [`held_until`] the day on which their term ends by the records.
    pub term_end: Date,
}

impl Official {
    /// Somebody with a seat and no party, of whom nothing else is known.
    pub fn new(bioguide: &str, name: &str, family_name: &str, role: Role, division: Division) -> Official {
        Official {
            bioguide: bioguide.into(),
            name: name.into(),
            family_name: family_name.into(),
            role,
            division,
            party: Party::Independent,
            caucus: None,
            phone: None,
            site: None,
            contact_form: None,
            email: None,
            address: None,
            term_end: Date::LAST,
        }
    }
}

/// A district office of a member.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictOffice {
    /// Whose it is.
    pub bioguide: Rc<str>,
    /// Street address on one line, without city; empty where visitors come by appointment only, then there is a phone.
    pub street: Rc<str>,
    /// City.
    pub city: Rc<str>,
    /// State and ZIP code: "VT 05401", "VT 05401-1234"; only the state where the ZIP code is not known.
    pub state_and_zip: Rc<str>,
    /// `802-555-0100`.
    pub phone: Option<Rc<str>>,
    /// What the clock on its wall follows, if all of its state has one time.
    pub zone: Option<Rc<str>>,
}

/// What a ZIP code says about where someone votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// One division, or every one that the ZIP may belong to, those of one state together. Where more of its people live
    /// comes first. Never empty.
    Divisions(Vec<Division>),
    /// An armed-forces address (APO, FPO, DPO): vote where you are legally resident.
    Military,
    /// Of a state in the Pacific that elects nobody to Congress.
    Outside,
    /// No ZCTA has this number: a PO box, a single building, or no ZIP code at all.
    Unknown,
}

/// Somebody who held a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// As they write it.
    pub name: Arc<str>,
    /// As what they sat.
    pub role: Role,
    /// The first day on which they held it no longer.
    pub until: Date,
}

/// Everyone who represents the people of one division.
#[derive(Clone, Debug, PartialEq)]
pub struct Delegation {
    /// The division.
    pub division: Division,
    /// Two, fewer while a seat is vacant, none for DC and the territories.
    pub senators: Vec<Arc<Official>>,
    /// How many more senators there are, whoever they may be.
    pub unknown_senators: usize,
    /// The member of the House.
    pub house: HouseSeat,
    /// Whose term has ended. Who holds their seats now is not in the records.
    pub ended: Vec<Ended>,
    /// Whether the state has new districts, which the records do not know.
    pub redrawn: bool,
}

/// A seat in the House.
#[derive(Clone, Debug, PartialEq)]
pub enum HouseSeat {
    /// Somebody sits in it.
    Held(Arc<Official>),
    /// Nobody does until a special election.
    Vacant,
    /// Somebody does who is not in the records: a term has ended, or the lines have changed.
    Unknown,
}
