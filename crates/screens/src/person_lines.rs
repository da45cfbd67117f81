//! How people are named on pages. Shared by the live cards and the directory.

use yew::AttrValue;

use places::congress::{Division, Party, Role, StateKind};
use places::decimal::decimal;
use visit::Channel;
use visit::catalogue::{Catalogue, Message};

/// The title before a name: "Senator".
pub fn role(role: Role) -> Message {
    match role {
        Role::Senator => Message::RoleSenator,
        Role::Representative => Message::RoleRepresentative,
        Role::Delegate => Message::RoleDelegate,
        Role::ResidentCommissioner => Message::RoleResidentCommissioner,
    }
}

fn party_name(party: Party) -> Message {
    match party {
        Party::Democrat => Message::PartyDemocrat,
        Party::Republican => Message::PartyRepublican,
        Party::Independent => Message::PartyIndependent,
    }
}

/// What a visitor says they did, in a line.
pub fn done(catalogue: &Catalogue, channels: impl Iterator<Item = Channel>) -> String {
    let mut done = String::new();
    for channel in channels {
        if !done.is_empty() {
            done.push_str(catalogue.language.comma());
        }
        done.push_str(&catalogue.text(match channel {
            Channel::Letter => Message::DoneWritten,
            Channel::Reached => Message::DoneCalled,
            Channel::Voicemail => Message::DoneVoicemail,
            Channel::Busy => Message::DoneBusy,
        }));
    }
    done
}

/// The party line of a member of Congress; an independent's says with whom they sit.
pub fn party(catalogue: &Catalogue, party: Party, caucus: Option<Party>) -> String {
    match caucus {
        None => catalogue.text(party_name(party)).to_string(),
        Some(other) => catalogue.fill(Message::PartyCaucus, &[("party", &catalogue.text(party_name(other)))]),
    }
}

/// "Vermont, at large", "New York, district 12"; a territory's own name.
pub fn division_name(catalogue: &Catalogue, state_name: &str, division: Division) -> String {
    let state = ("state", state_name);
    match (division.district, division.state.kind()) {
        (0, StateKind::State) => catalogue.fill(Message::DistrictAtLarge, &[state]),
        (0, StateKind::District | StateKind::Territory) | (Division::WHOLE, _) => state_name.to_owned(),
        (number, _) => catalogue.fill(Message::District, &[state, ("number", &decimal(usize::from(number)))]),
    }
}

/// The two letters of a monogram: first and last initial of a name as it is written, without an article and marks.
pub fn monogram(name: &str) -> AttrValue {
    let is_mark =
        |letter: &char| letter.is_ascii_punctuation() || matches!(letter, '“' | '”' | '‘' | '’' | '（' | '「');
    let words = name.split_ascii_whitespace().filter(|word| *word != "The");
    let mut initials = words.filter_map(|word| word.chars().find(|letter| !is_mark(letter)));
    let first = initials.next();
    let last = initials.next_back();
    first.into_iter().chain(last).collect::<String>().into()
}

/// `202-224-4242` of the United States, or a number with the code of its country, as a link for a telephone.
pub fn telephone(number: &str) -> AttrValue {
    let country = if number.starts_with('+') { "tel:" } else { "tel:+1-" };
    [country, &number.replace([' ', '(', ')'], "-")].concat().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn monograms_take_the_first_and_the_last_name() {
        for (name, letters) in [
            ("Bernard Sanders", "BS"),
            ("Example", "E"),
            ("The Example Foundation", "EF"),
            ("A. B. Example", "AE"),
            ("“Ex” Ample", "EA"),
            ("", ""),
        ] {
            assert_eq!(monogram(name), letters);
        }
    }
}
