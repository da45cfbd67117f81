//! What is said where a postcode was asked for and something else was typed, and the way on.

use places::decimal::decimal;
use places::legislature::{Country, PostcodeFault};
use visit::catalogue::Message;

use crate::context::Live;

/// What is wrong, and what to type instead. It never asks to remove anything: what was pasted may not show it.
pub fn problem(live: &Live, fault: PostcodeFault) -> String {
    match fault {
        PostcodeFault::Empty => live.text(Message::ZipEmpty).to_owned(),
        PostcodeFault::TooShort(digits) => live.fill(Message::ZipTooShort, &[("digits", &decimal(digits))]),
        PostcodeFault::TooLong(digits) => live.fill(Message::ZipTooLong, &[("digits", &decimal(digits))]),
        PostcodeFault::Absent => live.text(Message::ZipAbsent).to_owned(),
        PostcodeFault::Of(country) => {
            let known = live.text(match country {
                Country::UnitedStates => Message::ZipOfUs,
                Country::UnitedKingdom => Message::ZipOfUk,
                Country::Canada => Message::ZipOfCanada,
            });
            if other_part(live, country).is_some() {
                known.to_owned()
            } else {
                [known, live.catalogue().language.space(), live.text(Message::ZipEmpty)].concat()
            }
        }
    }
}

/// The way to the part of the action for the country whose postcode it is, where there is one: its code, and what the button
/// says. `assets/where.js` carries the postcode over.
pub(crate) fn way_on(live: &Live, fault: PostcodeFault) -> Option<(&'static str, Message)> {
    let PostcodeFault::Of(country) = fault else { return None };
    let code = other_part(live, country)?;
    let label = match code {
        "US" => Message::ZipToUs,
        "GB" => Message::ZipToUk,
        "" => Message::ZipToElsewhere,
        _ => Message::ZipToOther,
    };
    Some((code, label))
}

/// The part for people of a country, else the one for everybody elsewhere, which has no code.
fn other_part(live: &Live, country: Country) -> Option<&'static str> {
    let others = &live.page().others;
    [country.code(), ""].into_iter().find(|code| others.iter().any(|other| other == code))
}
