//! One official: who they are, and the ways to reach them.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::channel::mail_to;
use crate::domain::congress::DistrictOffice;
use crate::domain::legislature::{Person, Role, Seat};
use crate::domain::visit::Event;
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::outside;
use crate::view::live::Live;
use crate::view::person_lines;
use crate::view::piece::labelled_button;

/// Name, role, the two ways to act, and every address, folded.
pub fn person_card(live: &Live, visitor: &Visitor, official: &Rc<Person>, primary: bool) -> Html {
    let full_name = person_lines::full_name(live.catalogue(), official);
    // A seat whose holder is not known has its title only.
    let name = ("name", if official.name.is_empty() { &*full_name } else { &*official.name });
    let write = visitor.on(Event::LetterOpened(Rc::clone(official)));
    let call = visitor.on(Event::CallOpened(Rc::clone(official)));
    let write_class = if primary { "button" } else { "button quiet" };
    let done = AttrValue::from(person_lines::done(live.catalogue(), visitor.visit.channels(official)));
    let has_number = official.phone.is_some();
    html! {
        <li key={official.id.to_string()} data-person={AttrValue::from(Rc::clone(&official.id))}>
            <div class="person">
                <span class="monogram" aria-hidden="true">{ person_lines::monogram(&official.name) }</span>
                <span>
                    <span class="name">{ full_name.clone() }</span>
                    <span class="role">{ person_lines::party(live.catalogue(), &official.party) }{ " · " }<span lang={official.seat.and_then(Seat::language)}>{ seat(live, visitor, official) }</span></span>
                </span>
                <span class="tag">{ done }</span>
            </div>
            <div class="actions">
                { labelled_button(true, write_class, "write", write, Some(live.fill(Message::WriteTo, &[name])), live.text(Message::Write)) }
                { labelled_button(has_number, "button quiet", "call", call, Some(live.fill(Message::CallTo, &[name])), live.text(Message::Call)) }
            </div>
            <details class="contact">
                <summary>{ live.text(Message::ContactDetails) }</summary>
                { contact(live, official, offices(visitor, official)) }
            </details>
        </li>
    }
}

fn seat(live: &Live, visitor: &Visitor, person: &Person) -> AttrValue {
    match person.seat {
        Some(Seat::Congress(division)) if person.role == Role::Senator => live.region_name(division.state.code()),
        Some(seat) => live.seat_name(visitor.visit.legislature(), seat),
        None => person.place.clone().map(AttrValue::from).unwrap_or_default(),
    }
}

fn offices<'v>(visitor: &'v Visitor, official: &Person) -> &'v [DistrictOffice] {
    visitor.visit.offices.as_ref().map_or(&[], |offices| offices.0.of(&official.id))
}

fn contact(live: &Live, official: &Person, offices: &[DistrictOffice]) -> Html {
    let pages = [(Message::OfficialPage, &official.site), (Message::ContactPage, &official.contact_form)];
    let pages = pages.into_iter().filter_map(|(label, url)| Some((label, url.as_ref()?))).map(|(label, url)| {
        html! {
            <li key={label as u16}>
                { outside(url.as_str().to_owned(), live.fill(Message::PageAt, &[("page", &live.text(label)), ("host", url.host())])) }
            </li>
        }
    });
    let washington = official
        .address
        .as_ref()
        .map(|address| office("washington", live.text(Message::WashingtonOffice), address, official.phone.as_deref()));
    let district = offices.iter().enumerate().map(|(at, place)| {
        let parts = [&*place.street, &*place.city, &*place.state_and_zip];
        let address = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        office(&at.to_string(), AttrValue::from(Rc::clone(&place.city)), &address, place.phone.as_deref())
    });
    let email = official.email.as_ref().map(|email| {
        html! { <li key="email">{ outside(mail_to(email), AttrValue::from(Rc::clone(email))) }</li> }
    });
    let nothing =
        official.site.is_none() && official.address.is_none() && official.phone.is_none() && official.email.is_none();
    let nothing = nothing.then(|| html! { <li key="none">{ live.text(Message::NoContact) }</li> });
    html! { <ul class="offices">{ for email }{ for pages }{ for washington }{ for district }{ for nothing }</ul> }
}

fn office(key: &str, name: AttrValue, address: &str, phone: Option<&str>) -> Html {
    let phone = phone.map(|phone| outside(person_lines::telephone(phone), phone.to_owned()));
    html! {
        <li key={key.to_owned()}>
            <strong>{ name }</strong>
            <span lang="en" dir="ltr" translate="no">{ address.to_owned() }</span>
            <span>{ phone.unwrap_or_default() }</span>
        </li>
    }
}
