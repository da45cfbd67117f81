//! What a long list of signers needs beside the landing page and the embed: pages that list every name, for those without
//! scripts, search engines and the browser's own search; and a file of all names, for ours.

use yew::prelude::*;

use super::live_parts::LiveParts;
use super::pages::{File, Workshop, file};
use crate::cli::tables::sha256_hex;
use crate::domain::catalogue::Message;
use crate::domain::direction::isolated;
use crate::domain::site;
use crate::view::page::Context;
use crate::view::page::signers::{SEARCH_FROM, Search, is_long, list_pages, names_file};
use crate::view::page::signers_page::SignersPage;

/// What searches among the signers of a campaign; `None` where there are too few to search.
pub fn search(workshop: &Workshop, context: &Context) -> Option<Search> {
    let listed = context.campaign.facts.signers.listed.len();
    let path = |name: &str| AttrValue::from(workshop.site.path(&["/", name].concat()));
    (listed >= SEARCH_FROM)
        .then(|| Search { script: path(&workshop.scripts.search.name), names: path(&names(context).0) })
}

/// The file of all names and the pages that list them, of a campaign in one language; none where its pages hold all names.
pub fn files(workshop: &Workshop, context: &Context) -> Result<Vec<File>, String> {
    let listed = context.campaign.facts.signers.listed.len();
    if !is_long(listed) {
        return Ok(Vec::new());
    }
    let (id, language) = (&context.campaign.facts.id, context.language());
    let mut files = vec![names(context)];
    for number in 0..list_pages(listed) {
        let path = |language| site::signers(id, language, number);
        let mut head = workshop.head(context, &LiveParts::default(), &path(language), path);
        let title = context.text(Message::SignersTitle);
        head.title = [&*title, " – ", &*isolated(&context.words.title)].concat().into();
        head.further.extend(workshop.leave());
        files.push(file(&path(language), head, "directory-page", html! { <SignersPage {context} {number} /> })?);
    }
    Ok(files)
}

/// The file of all names, called by what is in it, so that it may be kept for ever.
fn names(context: &Context) -> File {
    let text = names_file(context).to_string();
    let hash = sha256_hex(text.as_bytes());
    let hash = hash.get(..8).unwrap_or(&hash);
    (format!("data/signers/{}.{}-{hash}.json", context.campaign.facts.id.as_str(), context.language().tag()), text)
}
