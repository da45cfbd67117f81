//! Offers every seat that a place may belong to. Never guesses.

use places::legislature::Seat;
use visit::catalogue::Message;
use visit::{Event, Field, WhySeats};

use crate::action::close_up::close_up;
use crate::action::controls::outside;
use crate::action::locate::locate;
use crate::draw;
use crate::draw::Pen;

/// The id of the field that narrows a list.
pub const FILTER: &str = "seat-filter";

/// From so many seats on, a field narrows the list.
const FILTER_FROM: usize = 8;

/// The question which seat is the visitor's, with one button for each and the name of who sits in it.
pub fn seat_choice(pen: &mut Pen<'_>, seats: &[Seat], why: &WhySeats) {
    let of_region = |code| pen.live.fill(Message::ChooseStateTitle, &[("state", pen.live.region_name(code))]);
    let mut is_located = false;
    let (title, because) = match why {
        WhySeats::Region(code) if code.starts_with(' ') => {
            is_located = true;
            (pen.live.text(Message::ChooseTitle).to_owned(), Message::LocatedNear)
        }
        WhySeats::Region(code) => (of_region(code), Message::ChooseStateHint),
        WhySeats::OnlyRegion(code) => (of_region(code), Message::ChooseOnlyRegion),
        WhySeats::Postcode => {
            let title = if across_regions(pen, seats) { Message::ChooseTitleStates } else { Message::ChooseTitle };
            (pen.live.text(title).to_owned(), Message::ChooseHint)
        }
    };
    let is_mapped = pen.live.page().is_mapped();
    let is_split = *why == WhySeats::Postcode;
    let filter = &pen.visit().filter;
    let mut has_none = true;
    draw!(pen;
        div(class="split") {
            h3 { (title) }
            p(class="hint") { ~{because} }
            [if is_split { locate(pen) }]
            [if is_mapped && (is_split || is_located) { close_up(pen, if is_split { pen.visit().typed.clone() } else { String::new() }) }]
            [if seats.len() >= FILTER_FROM {
                draw!(pen;
                    div {
                        label(for={FILTER}) { ~ChooseFilter }
                        input(class="field" id={FILTER} type="text" value={filter} typed={Some(Field::Seats)})
                    }
                );
            }]
            ul(class="choices") { [for seat in seats { has_none &= !choice(pen, *seat, filter) }] }
            p(class="hint" role="status") { [if has_none { pen.say(Message::ChooseNone) }] }
            p(class="hint") { [outside(pen, &pen.live.finder(), pen.live.text(Message::ChooseUnsure))] }
        }
    );
}

fn across_regions(pen: &Pen<'_>, seats: &[Seat]) -> bool {
    let Some(legislature) = pen.visit().legislature() else { return false };
    let mut regions = seats.iter().map(|seat| legislature.region(*seat).map(|region| &region.code));
    let first = regions.next();
    regions.any(|region| Some(region) != first)
}

/// The seat, if its name, that of who sits in it, or a town in which they have an office holds what the list was narrowed to;
/// whether it does.
fn choice(pen: &mut Pen<'_>, seat: Seat, filter: &str) -> bool {
    let Some(legislature) = pen.visit().legislature() else { return false };
    let found = legislature.represent(seat);
    let member = found.iter().flat_map(|found| &found.people).find(|person| person.seat == Some(seat));
    let who = match (&found, member) {
        (Some(found), _) if found.vacant => pen.live.text(Message::SeatVacant),
        (_, member) => member.map_or("", |one| &one.name),
    };
    let key = legislature.seat_code(seat);
    let name = pen.live.seat_name(Some(legislature), seat);
    let mut text = [&*name, " ", who, " ", &key].concat();
    if let (Some(member), Some(offices)) = (member, &pen.visit().offices) {
        for office in offices.0.of(&member.id) {
            text.push(' ');
            text.push_str(&office.city);
        }
    }
    let is_shown = matches(&text, filter);
    if is_shown {
        draw!(pen;
            li(key={key}) {
                button(class="choice" type="button" data-choice={key} on={Event::SeatChosen(seat)}) {
                    span(class="choice-name" lang={pen.live.seat_language(Some(legislature), Some(seat))}) { (name) }
                    span(class="role") { (who) }
                }
            }
        );
    }
    is_shown
}

/// Whether a text holds every word of a filter, whatever the case, the accents and the hyphens of either.
pub fn matches(text: &str, filter: &str) -> bool {
    let text = plain(text);
    plain(filter).split_ascii_whitespace().all(|word| holds(&text, word))
}

/// What people type in many ways, in one: small Latin letters without accents; no apostrophes, dots, commas and hyphens.
/// A table of all letters of the world would be downloaded by every visitor.
fn plain(text: &str) -> String {
    // U+00C0 to U+017F.
    const LETTERS: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    let mut plain = String::new();
    for letter in text.chars() {
        plain.push(match letter {
            '\'' | ','..='.' | '\u{300}'..='\u{36f}' | '\u{2010}'..='\u{201f}' => continue,
            'Ș' | 'ș' => 's',
            'Ț' | 'ț' => 't',
            _ => match LETTERS.get((letter as usize).wrapping_sub(0xc0)) {
                Some(plain) => char::from(*plain),
                None => letter.to_ascii_lowercase(),
            },
        });
        match letter {
            'ß' => plain.push('s'),
            'Æ' | 'æ' | 'Œ' | 'œ' => plain.push('e'),
            _ => {}
        }
    }
    plain
}

/// Without the standard library's search, which every visitor would download.
fn holds(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len().max(1)).any(|part| part == word.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_narrowed_by_whatever_keys_people_have() {
        let found = [
            (
                "Linda T. Sánchez",
                &["sanchez", "SÁNCHEZ", "Sa\u{301}nchez", "Sanchez, Linda", "linda t sanchez", "sànch"][..],
            ),
            ("Alexandria Ocasio-Cortez", &["ocasio cortez", "Ocasio–Cortez", "ocasiocortez", "OCASIO"]),
            ("Beto O’Rourke", &["o'rourke", "O’ROURKE", "orourke", "o‘rourke"]),
            ("Montgomeryshire and Glyndŵr", &["glyndwr", "GLYNDŴR"]),
            ("Ynys Môn", &["ynys mon"]),
            ("St Albans", &["st. albans", "St albans"]),
            ("Łukasz Żółć", &["lukasz zolc", "ŁUKASZ"]),
            ("Șerban Ţăran", &["serban taran", "şerban țaran"]),
            ("Michal Šimečka Ďurišin", &["simecka durisin", "ŠIMEČKA"]),
            ("Søren Bæk", &["soren baek", "BÆK"]),
            ("Gerda Weiß", &["weiss", "weiß", "WEISS"]),
            ("François Œuvray", &["francois oeuvray", "oeuv"]),
            ("Bjørn Þór İpek Ħal", &["bjorn tor ipek hal"]),
            ("California, district 12 CA-12", &["ca12", "CA 12", "ca-12", "district 12", "12 "]),
            ("加利福尼亞州第12選區 CA-12", &["加利福尼亞州", "第12選區"]),
        ];
        for (text, filters) in found {
            for filter in filters {
                assert!(matches(text, filter), "{filter} in {text}");
            }
            for filter in ["zzz", "???", "ééé", "紐約", "🙂", "sanchez pelosi"] {
                assert!(!matches(text, filter), "{filter} in {text}");
            }
            for nothing in ["", "  ", "..."] {
                assert!(matches(text, nothing), "{text}");
            }
        }
    }
}
