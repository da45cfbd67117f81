//! A person's telephones and offices: the number first, what one could say, what came of a call, and every address.

use std::rc::Rc;

use places::congress::DistrictOffice;
use places::legislature::Person;
use visit::catalogue::Message;
use visit::channel::mail_to;
use visit::{Channel, Event};

use crate::action::controls::{letter_text, outside, press};
use crate::draw;
use crate::draw::Pen;
use crate::hooks::clock;
use crate::hooks::visitor_acts::Act;
use crate::person_lines;

/// Folded under the person's name. Opening it asks what time it is.
pub fn reach(pen: &mut Pen<'_>, person: &Rc<Person>) {
    let offices = pen.visit().offices.as_ref().map_or(&[][..], |offices| offices.0.of(&person.id));
    let label = pen.live.fill(Message::ContactDetails, &[("name", &person.shown)]);
    draw!(pen;
        details(class="contact" data-action="call") {
            summary(act={Act::AskTime}) { (label) }
            [if let Some(phone) = &person.phone { call(pen, person, phone, offices) }]
            [addresses(pen, person, offices)]
        }
    );
}

fn call(pen: &mut Pen<'_>, person: &Person, phone: &str, offices: &[DistrictOffice]) {
    let script = pen.live.script(&pen.visit().recipient(person));
    let number = pen.live.fill(Message::CallNumber, &[("number", phone)]);
    let main = match &*pen.live.page().manner.capital {
        [city, zone] => Some((&**zone, city.as_str())),
        _ => None,
    };
    // Offices on one clock share the line that says what time it is there.
    let mut clocks: Vec<(Option<&str>, Vec<&DistrictOffice>)> = Vec::new();
    for office in offices.iter().filter(|office| office.phone.is_some()) {
        let zone = office.zone.as_deref();
        match clocks.iter_mut().find(|(other, _)| *other == zone) {
            Some((_, items)) => items.push(office),
            None => clocks.push((zone, vec![office])),
        }
    }
    draw!(pen;
        div(class="call") {
            a(class="button quiet wide" data-action="telephone" href={person_lines::telephone(phone)} target="_blank" rel="noopener noreferrer") { (number) }
            [hours(pen, main)]
            [for (zone, items) in clocks {
                let city = items.first().map_or("", |office| &office.city);
                let place = zone.filter(|zone| main.is_none_or(|(main, _)| main != *zone)).map(|zone| (zone, city));
                draw!(pen;
                    div {
                        [hours(pen, place)]
                        ul(class="numbers") {
                            [for office in items {
                                let phone = office.phone.as_deref().unwrap_or_default();
                                draw!(pen;
                                    li {
                                        span(lang="en" dir="ltr" translate="no") { (office.city) }
                                        [outside(pen, &person_lines::telephone(phone), phone)]
                                    }
                                );
                            }]
                        }
                    }
                );
            }]
            h3 { ~CallScript }
            div(class="script") { [for text in &script.paragraphs { letter_text(pen, "", text) }] }
            h3 { ~CallVoicemail }
            [letter_text(pen, "script", &script.voicemail)]
            h3 { ~CallOutcome }
            div(class="actions") {
                [for (channel, action, label) in [
                    (Channel::Reached, "reached", Message::CallReached),
                    (Channel::Voicemail, "voicemail", Message::CallLeft),
                    (Channel::Busy, "busy", Message::CallBusy),
                ] {
                    press(pen, Event::Contacted(Rc::clone(&person.id), channel), "button quiet", action, label);
                }]
            }
        }
    );
}

/// The time on the office's wall, and whether somebody is likely to answer.
fn hours(pen: &mut Pen<'_>, place: Option<(&str, &str)>) {
    let (Some(now), Some((zone, city))) = (pen.visit().browser.now, place) else { return };
    let Some(clock) = clock(zone, now) else { return };
    let message = if clock.is_weekend {
        Message::CallWeekend
    } else if clock.is_office_hour() {
        Message::CallOpen
    } else {
        Message::CallClosed
    };
    draw!(pen; p(class="hint") { (pen.live.fill(message, &[("time", &clock.time), ("place", city)])) });
}

fn addresses(pen: &mut Pen<'_>, person: &Person, offices: &[DistrictOffice]) {
    let live = pen.live;
    let is_reachable = person.phone.is_some()
        || person.email.is_some()
        || person.site.is_some()
        || person.contact_form.is_some()
        || person.address.is_some()
        || !offices.is_empty();
    draw!(pen;
        ul(class="offices") {
            [if let Some(email) = &person.email { draw!(pen; li { [outside(pen, &mail_to(email), email)] }) }]
            [for (label, url) in [(Message::OfficialPage, &person.site), (Message::ContactPage, &person.contact_form)] {
                if let Some(url) = url {
                    let label = live.fill(Message::PageAt, &[("page", live.text(label)), ("host", url.host())]);
                    draw!(pen; li { [outside(pen, url.as_str(), &label)] });
                }
            }]
            [if let Some(address) = &person.address { office(pen, live.text(Message::WashingtonOffice), address) }]
            [for place in offices {
                let mut address = String::new();
                for part in [&place.street, &place.city, &place.state_and_zip].into_iter().filter(|part| !part.is_empty()) {
                    address.push_str(if address.is_empty() { "" } else { ", " });
                    address.push_str(part);
                }
                office(pen, &place.city, &address);
            }]
            [if !is_reachable { draw!(pen; li { ~NoContact }) }]
        }
    );
}

fn office(pen: &mut Pen<'_>, name: &str, address: &str) {
    draw!(pen; li { strong { (name) } span(lang="en" dir="ltr" translate="no") { (address) } });
}
