//! The members of the House of Commons by region, for those who cannot or will not run Wasm.

use std::rc::Rc;

use yew::prelude::*;

use places::assembly::Assembly;
use places::commons::{self, REGIONS, UK_FINDER};
use places::legislature::{LegislatureId, Person, Seat};
use visit::catalogue::Message;
use visit::channel::mail_to;
use visit::letter::Recipient;

use crate::Context;
use crate::link::outside;
use crate::site;
use crate::static_letter::letter_text;
use crate::sub_page::sub_page;

/// What a directory page lists.
#[derive(Clone)]
pub enum UkListed {
    /// Every region and nation, as links.
    Regions,
    /// Who sits for the constituencies of one, by its GSS code.
    Members(&'static str, Rc<Assembly>),
}

impl PartialEq for UkListed {
    fn eq(&self, other: &UkListed) -> bool {
        match (self, other) {
            (UkListed::Regions, UkListed::Regions) => true,
            (UkListed::Members(one, commons), UkListed::Members(other, others)) => {
                one == other && Rc::ptr_eq(commons, others)
            }
            _ => false,
        }
    }
}

/// As the records call members without a party.
const INDEPENDENT: &str = commons::INDEPENDENTS.1;

/// See [`UkDirectory`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// What it lists.
    pub listed: UkListed,
    /// Where the tables come from.
    pub credits: AttrValue,
}

/// The index of regions, or the members of one.
#[component]
pub fn UkDirectory(props: &Props) -> Html {
    let Props { context, listed, credits } = props;
    let facts = &context.campaign.facts;
    let (title, list) = match listed {
        UkListed::Regions => (context.text(Message::UkDirectoryIndexTitle), regions(context)),
        UkListed::Members(region, commons) => {
            let name = context.places.uk_region(region);
            (context.fill(Message::UkDirectoryTitle, &[("region", name)]), members(context, region, commons))
        }
    };
    let (id, of) = (facts.id.clone(), listed.clone());
    let path = Callback::from(move |language| match &of {
        UkListed::Members(region, _) => site::uk_directory_of(&id, language, region),
        UkListed::Regions => site::uk_directory(&id, language),
    });
    // No telephone numbers of members are published in what the tables come from, so no call script.
    let letter = context.words.action.as_ref().map(|action| {
        html! { <section class="section" key="letter">{ letter_text(context, action, &Recipient::anyone(Some(&LegislatureId::UK_COMMONS), &commons::manner("", "".into()).anyone)) }</section> }
    });
    let terms = match listed {
        UkListed::Members(_, commons) => {
            let date = context.catalogue.language.date(commons.validity().valid_to);
            Some(html! { <p class="hint">{ context.fill(Message::UkDirectoryTerms, &[("date", &date)]) }</p> })
        }
        UkListed::Regions => None,
    };
    let content = html! {
        <>
            <p class="hint">{ context.text(Message::DirectoryAsked) }</p>
            { for terms }
            <p class="hint">{ context.text(Message::UkDirectoryHint) }{ context.language().space() }{ outside(UK_FINDER, context.text(Message::UkFinder)) }</p>
            { list }
            { for letter }
        </>
    };
    sub_page(context, title, path, credits.clone(), content)
}

/// The way to the directory where the action cannot run, if the campaign writes to the Commons.
pub fn choice(context: &Context, framed: bool) -> Option<Html> {
    let mut legislatures = context.campaign.facts.legislatures();
    legislatures.any(|legislature| legislature == LegislatureId::UK_COMMONS).then(|| {
        let href = context.site.path(&site::uk_directory(&context.campaign.facts.id, context.language()));
        let (target, rel) = (framed.then_some("_blank"), framed.then_some("noopener"));
        // One link, not a dozen: every byte of these pages counts.
        html! { <p key="uk"><a {href} {target} {rel}>{ context.text(Message::UkDirectoryIndexTitle) }</a></p> }
    })
}

/// Links to the pages of all regions.
fn regions(context: &Context) -> Html {
    let id = &context.campaign.facts.id;
    let links = REGIONS.iter().map(|code| {
        let href = context.site.path(&site::uk_directory_of(id, context.language(), code));
        html! { <li key={*code}><a {href}>{ context.places.uk_region(code).to_owned() }</a></li> }
    });
    html! { <ul class="state-list">{ for links }</ul> }
}

fn members(context: &Context, region: &str, commons: &Assembly) -> Html {
    let mut seats: Vec<Seat> = commons.seats_of(region);
    seats.sort_by_key(|seat| commons.name_in_letter(*seat));
    let entries = seats.into_iter().filter_map(|seat| commons.represent(seat)).map(|found| {
        let name = commons.name_in_letter(found.seat);
        let code = commons.seat_code(found.seat);
        match found.people.first() {
            Some(person) => entry(context, code, name, person),
            None => html! {
                <li key={code}><h2 class="name" lang="en" dir="ltr" translate="no">{ name }</h2><span class="role">{ context.text(Message::SeatVacant) }</span></li>
            },
        }
    });
    html! { <ul class="directory house">{ for entries }</ul> }
}

fn entry(context: &Context, code: String, constituency: String, person: &Person) -> Html {
    let party = match person.party.as_deref() {
        None | Some(INDEPENDENT) => context.text(Message::PartyIndependent),
        Some(name) => name.to_owned().into(),
    };
    let email = match &person.email {
        Some(email) => outside(mail_to(email), AttrValue::from(Rc::clone(email))),
        None => context.text(Message::UkNoEmail).into(),
    };
    let page = person.site.as_ref().map(|url| {
        html! { <span key="page">{ outside(url.as_str().to_owned(), url.host().to_owned()) }</span> }
    });
    html! {
        <li key={code}>
            <h2 class="name" lang="en" dir="ltr" translate="no">{ constituency }</h2>
            <span class="role"><span lang="en" dir="ltr" translate="no">{ AttrValue::from(Rc::clone(&person.name)) }</span>{ " · " }<span lang="en" dir="ltr" translate="no">{ party }</span></span>
            <span class="ways"><span>{ email }</span>{ for page }</span>
        </li>
    }
}
