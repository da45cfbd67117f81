//! The members of a legislature from a folder by region, for those who cannot or will not run Wasm.

use std::rc::Rc;

use yew::prelude::*;

use campaign::facts::Slug;
use places::assembly::Assembly;
use places::date::Date;
use places::language::Language;
use places::legislature::{LegislatureId, Person, Seat};
use screens::person_lines;
use visit::catalogue::{Catalogue, Message};
use visit::channel::mail_to;
use visit::letter::Recipient;

use crate::Context;
use crate::link::outside;
use crate::site;
use crate::static_letter::letter_text;
use crate::sub_page::sub_page;

/// So many people go on one page: they come in the first packets of a connection.
const PEOPLE_ON_A_PAGE: usize = 36;

/// A legislature from a folder, in the language of a page.
#[derive(Debug, PartialEq)]
pub struct Listed {
    /// Its name in campaigns.
    pub id: LegislatureId,
    /// Its name in addresses.
    pub path: String,
    /// What it is called among the answers to "Where do you live?".
    pub label: String,
    /// The official finder of members.
    pub finder: String,
    /// The last day on which members hold their seats.
    pub valid_to: Date,
    /// Code and name of every region, in order.
    pub regions: Vec<(Rc<str>, Rc<str>)>,
    /// Everybody in it.
    pub members: Assembly,
    /// Whom a letter addresses that is to nobody in particular.
    pub anyone: Vec<String>,
    /// The language of the names of seats.
    pub names_in: String,
    /// What else is to be said about the records.
    pub note: String,
    /// The words of the interface as they read for it.
    pub words: Catalogue,
}

/// Somebody with the seats of one region for which they sit.
type Entry = (Vec<Seat>, Option<Rc<Person>>);

/// A page of the directory.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// Every region, as links.
    Regions,
    /// Who sits for one, by its place among the regions; the part counts from 0.
    Members(usize, usize),
}

impl Page {
    /// Every page of a legislature.
    pub fn all(listed: &Listed) -> Vec<Page> {
        let parts = |region: usize| {
            let count = listed.entries(region).len().div_ceil(PEOPLE_ON_A_PAGE).max(1);
            (0..count).map(move |part| Page::Members(region, part))
        };
        std::iter::once(Page::Regions).chain((0..listed.regions.len()).flat_map(parts)).collect()
    }

    /// Its path in a language.
    pub fn path(&self, campaign: &Slug, language: Language, listed: &Listed) -> String {
        match self {
            Page::Regions => site::listed(campaign, language, &listed.path),
            Page::Members(region, part) => {
                let code = listed.regions.get(*region).map_or("", |(code, _)| code);
                site::listed_of(campaign, language, &listed.path, code, *part)
            }
        }
    }

    /// Its heading.
    pub fn title(&self, listed: &Listed) -> String {
        match self {
            Page::Regions => listed.index_title(),
            Page::Members(region, _) => {
                let name = listed.regions.get(*region).map_or("", |(_, name)| name);
                listed.words.fill(Message::DirectoryTitle, &[("state", name)])
            }
        }
    }
}

impl Listed {
    fn index_title(&self) -> String {
        [&*self.label, " – ", &*self.words.text(Message::DirectoryIndexTitle)].concat()
    }

    /// Everybody who sits for a region by its place, with their seats; vacant seats in their place.
    fn entries(&self, region: usize) -> Vec<Entry> {
        let code = self.regions.get(region).map_or("", |(code, _)| code);
        let mut entries: Vec<Entry> = Vec::new();
        let of_region = self.members.seats_of(code);
        let all = of_region.len();
        for seat in of_region {
            let Some(found) = self.members.represent(seat) else { continue };
            if found.vacant {
                entries.push((vec![seat], None));
            }
            for person in found.people {
                let same = |(_, other): &&mut Entry| other.as_ref().is_some_and(|other| other.id == person.id);
                match entries.iter_mut().find(same) {
                    Some((seats, _)) => seats.push(seat),
                    None => entries.push((vec![seat], Some(person))),
                }
            }
        }
        // Whoever sits for all of it first, as senators do; they were met between the seats.
        entries.sort_by_key(|(seats, person)| person.is_none() || all == 1 || seats.len() < all);
        entries
    }

    /// By what an entry has its place in the list: the seat's name, or the family name where all sit for one seat. `all` is how many
    /// seats the region has, here and below.
    fn sorted_by(&self, (seats, person): &Entry, all: usize) -> String {
        match (person, seats.first()) {
            (Some(person), _) if all == 1 => person.family_name.to_string(),
            (_, Some(seat)) => self.members.name_in_letter(*seat),
            _ => String::new(),
        }
    }

    /// The seats of somebody: their names, or nothing for whoever sits for the whole region.
    fn seats(&self, seats: &[Seat], code: &str, all: usize) -> String {
        if seats.len() == all && (all > 1 || seats.iter().all(|seat| self.members.seat_code(*seat) == *code)) {
            return String::new();
        }
        let names = seats.iter().map(|seat| self.members.name_in_letter(*seat));
        names.collect::<Vec<_>>().join(self.words.language.comma())
    }
}

/// See [`ListedDirectory`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// Whose members.
    pub listed: Rc<Listed>,
    /// Which page.
    pub page: Page,
    /// Where the tables come from.
    pub credits: AttrValue,
}

/// The index of regions, or the members of one.
#[component]
pub fn ListedDirectory(props: &Props) -> Html {
    let Props { context, listed, page, credits } = props;
    let list = match page {
        Page::Regions => regions(context, listed),
        Page::Members(region, part) => members(context, listed, *region, *part),
    };
    let (campaign, of, shown) = (context.campaign.facts.id.clone(), Rc::clone(listed), page.clone());
    let path = Callback::from(move |language| shown.path(&campaign, language, &of));
    let letter = context.words.action.as_ref().map(|action| {
        let reader = Recipient::anyone(Some(&listed.id), &listed.anyone);
        html! { <section class="section" key="letter">{ letter_text(context, action, &reader) }</section> }
    });
    let date = listed.words.language.date(listed.valid_to);
    let content = html! {
        <>
            <p class="hint">{ context.text(Message::DirectoryAsked) }</p>
            <p class="hint">{ listed.words.fill(Message::DirectoryTerms, &[("date", &date)]) }{ context.language().space() }{ listed.note.clone() }</p>
            <p class="hint">{ listed.words.text(Message::DirectoryHint) }{ context.language().space() }{ outside(listed.finder.clone(), listed.words.text(Message::FinderHouse)) }</p>
            { list }
            { for letter }
        </>
    };
    sub_page(context, page.title(listed).into(), path, credits.clone(), content)
}

/// The ways to the directories where the action cannot run.
pub fn choices(context: &Context, framed: bool) -> Html {
    let links = context.listed.iter().map(|listed| {
        let href = context.site.path(&site::listed(&context.campaign.facts.id, context.language(), &listed.path));
        let (target, rel) = (framed.then_some("_blank"), framed.then_some("noopener"));
        html! { <p key={listed.id.name().to_owned()}><a {href} {target} {rel}>{ listed.index_title() }</a></p> }
    });
    html! { <>{ for links }</> }
}

/// Links to the pages of all regions.
fn regions(context: &Context, listed: &Listed) -> Html {
    let links = listed.regions.iter().map(|(code, name)| {
        let path = site::listed_of(&context.campaign.facts.id, context.language(), &listed.path, code, 0);
        html! { <li key={code.to_string()}><a href={context.site.path(&path)}>{ name.to_string() }</a></li> }
    });
    html! { <ul class="state-list">{ for links }</ul> }
}

fn members(context: &Context, listed: &Listed, region: usize, part: usize) -> Html {
    let all = listed.entries(region);
    let code = listed.regions.get(region).map_or("", |(code, _)| code);
    let seats_of_region = listed.members.seats_of(code).len();
    let count = all.len().div_ceil(PEOPLE_ON_A_PAGE);
    let entries = all.chunks(PEOPLE_ON_A_PAGE).nth(part).unwrap_or_default().iter();
    let entries = entries
        .enumerate()
        .map(|(at, (seats, person))| entry(listed, at, &listed.seats(seats, code, seats_of_region), person.as_deref()));
    let others = (0..count).filter(|_| count > 1).map(|other| {
        let path = site::listed_of(&context.campaign.facts.id, context.language(), &listed.path, code, other);
        let chunk = all.chunks(PEOPLE_ON_A_PAGE).nth(other).unwrap_or_default();
        let ends =
            [chunk.first(), chunk.last()].into_iter().flatten().map(|entry| listed.sorted_by(entry, seats_of_region));
        let label = ends.collect::<Vec<_>>().join(" – ");
        let current = (other == part).then_some("page");
        html! { <li key={other}><a href={context.site.path(&path)} aria-current={current}>{ label }</a></li> }
    });
    let links = (count > 1).then(|| html! { <ul key="parts" class="parts">{ for others }</ul> });
    html! { <>{ for links }<ul class="directory house">{ for entries }</ul></> }
}

fn entry(listed: &Listed, at: usize, seats: &str, person: Option<&Person>) -> Html {
    let words = &listed.words;
    // Whoever sits for the whole region or legislature has no seat to name.
    let has_seat = !seats.is_empty();
    let seats =
        has_seat.then(|| html! { <span lang={listed.names_in.clone()} translate="no">{ seats.to_owned() }</span> });
    let Some(person) = person else {
        return html! { <li key={at}><h2 class="name">{ for seats }</h2><span class="role">{ words.text(Message::SeatVacant) }</span></li> };
    };
    let party = person.party.as_deref().unwrap_or_default().to_owned();
    let comma = if party.is_empty() || !has_seat { "" } else { words.language.comma() };
    let ways = [
        person.email.as_ref().map(|email| outside(mail_to(email), AttrValue::from(Rc::clone(email)))),
        person.phone.as_ref().map(|phone| outside(person_lines::telephone(phone), AttrValue::from(Rc::clone(phone)))),
        person.contact_form.as_ref().map(|url| outside(url.as_str().to_owned(), words.text(Message::ContactPage))),
        person.site.as_ref().map(|url| outside(url.as_str().to_owned(), url.host().to_owned())),
    ];
    let ways: Vec<Html> =
        ways.into_iter().flatten().enumerate().map(|(at, way)| html! { <span key={at}>{ way }</span> }).collect();
    let by_post = person.address.as_deref().filter(|_| ways.is_empty());
    let by_post = by_post
        .map(|address| html! { <span key="address" class="address" translate="no">{ address.to_owned() }</span> });
    let nothing = (ways.is_empty() && by_post.is_none()).then(|| words.text(Message::NoContact));
    html! {
        <li key={at}>
            <h2 class="name" dir="auto">{ person.shown.to_string() }</h2>
            <span class="role">{ party }{ comma }{ for seats }</span>
            <span class="ways">{ ways }{ for by_post }{ for nothing }</span>
        </li>
    }
}
