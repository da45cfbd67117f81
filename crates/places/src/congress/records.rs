//! Congress as the records of one of the legislatures, from which the table of visitors is made.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use super::{Congress, Division, EITHER, Official, Party, Role, State, StateKind};
use crate::assembly::{
    Forms, Home, Manner, Naming, PersonRecord, Postcodes, Records, RegionRecord, RoleWords, SeatRecord, Shared, Special,
};
use crate::office_hours::WASHINGTON;
use crate::web_address::HttpsUrl;

/// The roles in the order of the table.
const ROLES: [Role; 4] = [Role::Senator, Role::Representative, Role::Delegate, Role::ResidentCommissioner];

/// The ids of the groups for which the table has no other name: parties, and independents who sit with Democrats or Republicans.
const PARTIES: [(Party, Option<Party>, &str); 5] = [
    (Party::Democrat, None, "us-democrats"),
    (Party::Republican, None, "us-republicans"),
    (Party::Independent, None, "us-independents"),
    (Party::Independent, Some(Party::Democrat), "us-independents-with-democrats"),
    (Party::Independent, Some(Party::Republican), "us-independents-with-republicans"),
];

fn place(role: Role) -> u8 {
    ROLES.iter().position(|known| *known == role).unwrap_or_default() as u8
}

fn party(official: &Official) -> &'static str {
    let same =
        |(party, caucus, _): &&(Party, Option<Party>, &str)| *party == official.party && *caucus == official.caucus;
    // Whoever caucuses with their own party.
    let own = |(party, caucus, _): &&(Party, Option<Party>, &str)| *party == official.party && caucus.is_none();
    PARTIES.iter().find(same).or_else(|| PARTIES.iter().find(own)).map_or("", |(_, _, id)| id)
}

impl Congress {
    /// The records, for [`crate::assembly::Assembly::bytes`].
    pub fn records(&self) -> Records {
        let seat = |division: &Division| self.divisions.binary_search(division).map(|place| place as u16);
        let seats = self.divisions.iter().map(|division| SeatRecord {
            naming: match (division.district, division.state.kind()) {
                (0, StateKind::State) => Naming::AtLarge,
                (0, _) => Naming::Region,
                (number, _) => Naming::Numbered(u16::from(number)),
            },
            region: division.state.index() as u16,
            post: Some(place(Role::in_the_house(division.state))),
            ..SeatRecord::default()
        });
        let people = self.officials.iter().map(|official| {
            let home = match official.role {
                Role::Senator => Home::Region(official.division.state.index() as u16),
                _ => Home::Seat(seat(&official.division).unwrap_or_default()),
            };
            let text = |text: &Option<Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
            let url = |url: &Option<HttpsUrl>| url.as_ref().map(HttpsUrl::as_str).unwrap_or_default().to_owned();
            let caucus =
                official.caucus.and_then(|party| PARTIES.iter().find(|(one, with, _)| *one == party && with.is_none()));
            PersonRecord {
                id: official.bioguide.to_string(),
                homes: vec![home],
                role: place(official.role),
                name: official.name.to_string(),
                family_name: official.family_name.to_string(),
                party: party(official).to_owned(),
                groups: caucus.map(|(_, _, id)| (*id).to_owned()).into_iter().collect(),
                until: Some(official.term_end),
                ways: [
                    text(&official.email),
                    text(&official.phone),
                    url(&official.site),
                    url(&official.contact_form),
                    text(&official.address),
                ],
                ..PersonRecord::default()
            }
        });
        let places = |divisions: &Vec<Division>| divisions.iter().filter_map(|division| seat(division).ok()).collect();
        let zips: BTreeMap<_, _> = self.zips.iter().map(|(zip, divisions)| (*zip, places(divisions))).collect();
        Records {
            validity: self.validity.clone(),
            over_from: self.validity.valid_to,
            address: String::new(),
            regions: State::ALL.map(region).into(),
            seats: seats.collect(),
            people: people.collect(),
            postcodes: Postcodes::Zips(zips),
            special: self.special(),
            redrawn: (self.redrawn.0.iter().map(|state| state.index() as u16).collect(), self.redrawn.1),
        }
    }

    /// What ZIP codes mean that no table of areas has. Source: USPS Domestic Mail Manual, labeling list L002.
    fn special(&self) -> Vec<(Rc<str>, Special)> {
        const TERRITORIES: [(&str, &str); 10] = [
            ("PR", "006*"),
            ("PR", "007*"),
            ("PR", "009*"),
            ("VI", "008*"),
            ("AS", "96799"),
            ("GU", "9691*"),
            ("GU", "9692*"),
            ("GU", "96930"),
            ("GU", "96931"),
            ("GU", "96932"),
        ];
        const MARIANAS: [(&str, &str); 3] = [("MP", "96950"), ("MP", "96951"), ("MP", "96952")];
        const OUTSIDE: [&str; 8] = ["96939", "96940", "96941", "96942", "96943", "96944", "96960", "96970"];
        let military =
            (90..=98).chain([340]).chain(962..=966).map(|prefix| (format!("{prefix:03}*").into(), Special::Military));
        let outside = OUTSIDE.map(|code| (code.into(), Special::Outside));
        let seat = |(state, code): (&str, &str)| {
            let division = Division { state: State::from_code(state)?, district: 0 };
            let place = self.divisions.binary_search(&division).ok()?;
            Some((code.into(), Special::Seat(place as u16)))
        };
        let territories = TERRITORIES.into_iter().chain(MARIANAS).filter_map(seat);
        military.chain(outside).chain(territories).collect()
    }
}

fn region(state: State) -> RegionRecord {
    let is_state = state.kind() == StateKind::State;
    RegionRecord {
        code: state.code().into(),
        name: state.in_a_sentence().into(),
        shared: Shared { role: place(Role::Senator), posts: if is_state { 2 } else { 0 } },
    }
}

/// What a page says of Congress: `shown` gives a role its title in the page's language, with what is between it and a name, and
/// `named` a party its name. `notes` are those of [`Manner::notes`].
pub fn manner(
    shown: impl Fn(Role) -> String,
    named: impl Fn(Party, Option<Party>) -> String,
    notes: Vec<(Rc<str>, Rc<str>)>,
) -> Manner {
    let roles = ROLES.into_iter().flat_map(|role| {
        let title = role.title();
        let forms = || Forms {
            shown: [&shown(role), "{name}"].concat(),
            title: title.to_owned(),
            salutation: [title, " {family}"].concat(),
            addressed: [title, " {name}"].concat(),
        };
        let audiences = if role == Role::Senator { "us-congress us-senate" } else { "us-congress us-house" };
        let vacant = shown(role).trim().to_owned();
        RoleWords { audiences: audiences.to_owned(), vacant, forms: [forms(), forms(), forms()] }.to_texts()
    });
    let groups = PARTIES.map(|(party, caucus, id)| (id.into(), named(party, caucus).into()));
    let anyone = [EITHER.to_owned(), [EITHER, " [name]"].concat(), "[your state]".to_owned()];
    Manner {
        names_in: "en".to_owned(),
        postcodes: vec![Manner::ZIP.to_owned()],
        roles: roles.collect(),
        groups: groups.into(),
        notes,
        anyone: anyone.into(),
        capital: vec!["Washington".to_owned(), WASHINGTON.to_owned()],
        ..Manner::default()
    }
}

/// The manner of a page in plain English, without notes: for the command line and for tests.
pub fn english() -> Manner {
    let party = |party, caucus| match (party, caucus) {
        (Party::Democrat, _) => "Democrat",
        (Party::Republican, _) => "Republican",
        (Party::Independent, None | Some(Party::Independent)) => "Independent",
        (Party::Independent, Some(Party::Democrat)) => "Independent, caucuses with the Democrats",
        (Party::Independent, Some(Party::Republican)) => "Independent, caucuses with the Republicans",
    };
    manner(|role| [role.title(), " "].concat(), |own, caucus| party(own, caucus).to_owned(), Vec::new())
}
