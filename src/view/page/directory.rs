//! The members of Congress by state, for those who cannot or will not run Wasm.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::congress::{Congress, Delegation, HouseSeat, Official, State};
use crate::domain::letter::{self, Recipient};
use crate::domain::site;
use crate::view::link::outside;
use crate::view::page::Context;
use crate::view::page::footer::Footer;
use crate::view::page::masthead::Masthead;
use crate::view::page::static_action::texts;
use crate::view::person_lines;

/// What a directory page lists.
#[derive(Clone, PartialEq)]
pub enum Listed {
    /// Every state and territory, as links.
    States,
    /// Who represents each division of one of them.
    Members(State, Rc<[Delegation]>),
}

/// See [`Directory`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// What it lists.
    pub listed: Listed,
    /// Where the tables come from.
    pub credits: AttrValue,
}

/// Who represents each division of a state.
pub fn delegations(congress: &Congress, state: State) -> Rc<[Delegation]> {
    congress.divisions_of(state).into_iter().filter_map(|division| congress.delegation(division)).collect()
}

/// The index of states, or the members of one.
#[component]
pub fn Directory(props: &Props) -> Html {
    match &props.listed {
        Listed::States => states(props),
        Listed::Members(state, delegations) => members(props, *state, delegations),
    }
}

fn states(props: &Props) -> Html {
    let context = &props.context;
    let (id, language) = (&context.campaign.facts.id, context.language());
    let states = context.places.states_in_order().into_iter().map(|(state, name)| {
        let href = context.site.path(&site::directory_of(id, language, state));
        html! { <li key={state.code()}><a {href}>{ name.to_owned() }</a></li> }
    });
    let states = html! { <ul class="state-list">{ for states }</ul> };
    frame(props, context.text(Message::DirectoryIndexTitle), states)
}

/// Senators, then every member of the House by district, then the letter with the state filled in.
fn members(props: &Props, state: State, delegations: &[Delegation]) -> Html {
    let context = &props.context;
    let name = context.places.state(state).to_owned();
    let senators = delegations.first().map(|first| first.senators.as_slice()).unwrap_or_default();
    let senators = senators.iter().map(|official| person(context, official));
    let house = delegations.iter().map(|delegation| match &delegation.house {
        HouseSeat::Held(official) => person(context, official),
        HouseSeat::Vacant => {
            let division = delegation.division;
            let title = person_lines::division_name(&context.catalogue, &name.clone().into(), division);
            html! { <li key={division.district.to_string()}><span class="name">{ title }</span><span class="role">{ context.text(Message::SeatVacant) }</span></li> }
        }
    });
    let senate_title = delegations.first().filter(|first| !first.senators.is_empty()).map(|_| {
        html! { <h2 key="senate">{ context.text(Message::DirectorySenators) }</h2> }
    });
    let recipient = Recipient::unknown(title_of_all(delegations), &letter::state_place(state));
    let texts = context.words.action.as_ref().map(|action| texts(context, action, &recipient));
    let content = html! {
        <>
            { for senate_title }
            <ul class="directory">{ for senators }</ul>
            <h2>{ context.text(Message::DirectoryHouse) }</h2>
            <ul class="directory">{ for house }</ul>
            { for texts }
        </>
    };
    frame(props, context.fill(Message::DirectoryTitle, &[("state", &name)]), content)
}

/// The title that fits whoever is listed.
fn title_of_all(delegations: &[Delegation]) -> &'static str {
    match delegations.first() {
        Some(Delegation { senators, house: HouseSeat::Held(official), .. }) if senators.is_empty() => {
            letter::role(official.role)
        }
        _ => letter::EITHER,
    }
}

fn frame(props: &Props, title: AttrValue, content: Html) -> Html {
    let context = &props.context;
    let id = context.campaign.facts.id.clone();
    let listed = props.listed.clone();
    let path = Callback::from(move |language| match &listed {
        Listed::Members(state, _) => site::directory_of(&id, language, *state),
        Listed::States => site::directory(&id, language),
    });
    let back = context.site.path(&site::landing(&context.campaign.facts.id, context.language()));
    html! {
        <div class="page narrow">
            <Masthead {context} {path} />
            <main>
                <p class="kicker"><a href={back}>{ context.text(Message::DirectoryBack) }</a>{ " · " }{ context.words.title.clone() }</p>
                <h1 class="headline">{ title }</h1>
                { content }
            </main>
            <Footer {context} credits={&props.credits} framed=false />
        </div>
    }
}

fn person(context: &Context, official: &Official) -> Html {
    let state = context.places.state(official.division.state).to_owned().into();
    let seat = match official.division.district {
        0 => person_lines::party(&context.catalogue, official),
        _ => {
            let division = person_lines::division_name(&context.catalogue, &state, official.division);
            [division.as_str(), " · ", &person_lines::party(&context.catalogue, official)].concat().into()
        }
    };
    let phone = official.phone.as_ref().map(|phone| {
        html! { <span key="phone">{ outside(person_lines::telephone(phone), AttrValue::from(phone.clone())) }</span> }
    });
    let page = official.contact_form.as_ref().or(official.site.as_ref()).map(|url| {
        html! { <span key="page">{ outside(url.as_str().to_owned(), url.host().to_owned()) }</span> }
    });
    let address = official
        .address
        .as_ref()
        .map(|address| html! { <span key="address" lang="en">{ AttrValue::from(address.clone()) }</span> });
    let none = (official.phone.is_none() && official.site.is_none())
        .then(|| html! { <span key="none">{ context.text(Message::NoContact) }</span> });
    html! {
        <li key={official.bioguide.to_string()}>
            <span class="name">{ context.text(person_lines::role(official.role)) }{ " " }{ AttrValue::from(official.name.clone()) }</span>
            <span class="role">{ seat }</span>
            <span class="ways">{ for phone }{ for page }{ for address }{ for none }</span>
        </li>
    }
}
