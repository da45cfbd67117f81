//! One seat in a directory: who holds it, and every way to reach them.

use yew::prelude::*;

use places::congress::{DistrictOffice, Division, Official, Role};
use screens::person_lines;
use visit::catalogue::Message;

use crate::Context;
use crate::link::outside;

/// A member with telephone, page, address and district offices.
pub fn member(context: &Context, official: &Official, offices: &[DistrictOffice]) -> Html {
    let state = context.places.state(official.division.state);
    let seat = match official.division.district {
        0 => AttrValue::from(person_lines::party(&context.catalogue, official.party, official.caucus)),
        _ => {
            let division = person_lines::division_name(&context.catalogue, state, official.division);
            [division.as_str(), " · ", &person_lines::party(&context.catalogue, official.party, official.caucus)]
                .concat()
                .into()
        }
    };
    let until = (official.role == Role::Senator).then(|| {
        let date = context.catalogue.language.date(official.term_end);
        [" · ", &context.fill(Message::DirectoryUntil, &[("date", &date)])].concat()
    });
    let phone = official.phone.as_ref().map(|phone| {
        html! { <span key="phone">{ outside(person_lines::telephone(phone), AttrValue::from(phone.to_string())) }</span> }
    });
    let page = official.contact_form.as_ref().or(official.site.as_ref()).map(|url| {
        html! { <span key="page">{ outside(url.as_str().to_owned(), url.host().to_owned()) }</span> }
    });
    let email = official.email.as_ref().map(|email| {
        html! { <span key="email" translate="no">{ outside(["mailto:", email].concat(), AttrValue::from(email.to_string())) }</span> }
    });
    let address = official
        .address
        .as_ref()
        .map(|address| html! { <span key="address" lang="en" dir="ltr" translate="no">{ AttrValue::from(address.to_string()) }</span> });
    let none = (official.phone.is_none() && official.site.is_none())
        .then(|| html! { <span key="none">{ context.text(Message::NoContact) }</span> });
    html! {
        <li key={official.bioguide.to_string()}>
            <h3 class="name">{ context.text(person_lines::role(official.role)) }{ context.language().space() }{ AttrValue::from(official.name.to_string()) }</h3>
            <span class="role">{ seat }{ until.unwrap_or_default() }</span>
            <span class="ways">{ for phone }{ for page }{ for email }{ for address }{ for none }</span>
            { district_offices(context, official, offices) }
        </li>
    }
}

/// A seat that nobody holds.
pub fn vacant(context: &Context, division: Division) -> Html {
    let state = context.places.state(division.state);
    let title = person_lines::division_name(&context.catalogue, state, division);
    html! {
        <li key={division.district.to_string()}>
            <h3 class="name">{ title }</h3>
            <span class="role">{ context.text(Message::SeatVacant) }</span>
        </li>
    }
}

/// Folded: most readers want one number. Empty for a member without any.
fn district_offices(context: &Context, official: &Official, offices: &[DistrictOffice]) -> Html {
    if offices.is_empty() {
        return html! { <div /> };
    }
    let lines = offices.iter().enumerate().map(|(at, office)| {
        let place = [&*office.street, &*office.city, &*office.state_and_zip];
        let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let phone = office.phone.as_ref().map(|phone| outside(person_lines::telephone(phone), phone.to_string()));
        html! { <li key={at}><span lang="en" dir="ltr" translate="no">{ place }</span>{ " " }{ for phone }</li> }
    });
    let name = ("name", &*official.name);
    let label = context.count(Message::DirectoryOfficesOf, offices.len(), &[name]);
    html! {
        <details>
            <summary aria-label={label}>{ context.count(Message::DirectoryOffices, offices.len(), &[]) }</summary>
            <ul class="offices">{ for lines }</ul>
        </details>
    }
}
