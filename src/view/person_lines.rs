//! How an official and a division are named, in the page's language. Shared by the live cards and the directory.

use std::rc::Rc;

use yew::AttrValue;

use crate::domain::catalogue::{Catalogue, Message};
use crate::domain::congress::{Division, Party, Role, StateKind};
use crate::domain::decimal::decimal;
use crate::domain::legislature::{Affiliation, Person};
use crate::domain::visit::Channel;

/// The title before a name: "Senator".
pub fn role(role: Role) -> Message {
    match role {
        Role::Senator => Message::RoleSenator,
        Role::Representative => Message::RoleRepresentative,
        Role::Delegate => Message::RoleDelegate,
        Role::ResidentCommissioner => Message::RoleResidentCommissioner,
        Role::MemberOfParliament | Role::Listed | Role::Named => Message::RoleMemberOfParliament,
    }
}

fn party_name(party: Party) -> Message {
    match party {
        Party::Democrat => Message::PartyDemocrat,
        Party::Republican => Message::PartyRepublican,
        Party::Independent => Message::PartyIndependent,
    }
}

/// "Senator Jane Doe", "Jane Doe MP".
pub fn full_name(catalogue: &Catalogue, person: &Person) -> String {
    if let Some(shown) = &person.shown {
        return shown.as_ref().to_owned();
    }
    let title = match person.role {
        Role::Named => person.title.clone().unwrap_or_default(),
        known => catalogue.text(role(known)),
    };
    // Only letters of China and its neighbours stand beside others without a space.
    let space = if title.ends_with(|letter| letter < '\u{2e80}') { " " } else { "" };
    match person.role {
        Role::MemberOfParliament => [&person.name, space, &title].concat(),
        _ => [&title, space, &person.name].concat(),
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

/// The party line; an independent's says with whom they sit.
pub fn party(catalogue: &Catalogue, party: &Affiliation) -> AttrValue {
    match party {
        Affiliation::Untold => AttrValue::default(),
        Affiliation::Called(name) => Rc::clone(name).into(),
        Affiliation::Member(party) => catalogue.text(party_name(*party)).into(),
        Affiliation::SitsWith(party) => {
            catalogue.fill(Message::PartyCaucus, &[("party", &catalogue.text(party_name(*party)))]).into()
        }
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
    use crate::domain::catalogue::MESSAGES;
    use crate::domain::language::Language;

    #[test]
    fn a_title_is_parted_from_the_name_by_a_space_where_its_letters_need_one() {
        let texts = |senator: &str, member: &str| {
            let (role, other) =
                ((Message::RoleSenator, senator.into()), (Message::RoleMemberOfParliament, member.into()));
            Catalogue::new(Language::TraditionalChinese, vec!["".into(); MESSAGES.len()]).with(&[role, other])
        };
        let (english, chinese) = (texts("Senator", "MP"), texts("參議員", "下議院議員"));
        for (catalogue, role, title, name) in [
            (&english, Role::Senator, "", "Senator Example Alfa"),
            (&english, Role::MemberOfParliament, "", "Example Alfa MP"),
            (&chinese, Role::Senator, "", "參議員Example Alfa"),
            (&chinese, Role::MemberOfParliament, "", "Example Alfa下議院議員"),
            (&chinese, Role::Named, "Ambassador", "Ambassador Example Alfa"),
            (&chinese, Role::Named, "Député", "Député Example Alfa"),
            (&chinese, Role::Named, "Посол", "Посол Example Alfa"),
            (&english, Role::Named, "大使", "大使Example Alfa"),
            (&english, Role::Named, "", "Example Alfa"),
        ] {
            let title = Some(title.into()).filter(|_| role == Role::Named);
            let person = Person { title, ..Person::new("E000001".into(), "Example Alfa".into(), "Alfa".into(), role) };
            assert_eq!(full_name(catalogue, &person), name);
        }
    }

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
