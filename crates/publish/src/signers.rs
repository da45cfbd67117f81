//! What a long list of signers needs beside the landing page and the embed: pages that list every name, for those without
//! scripts, search engines and the browser's own search; and a file of all names, for ours.

use anyhow::Result;
use yew::prelude::*;

use layout::DATA;
use pages::Context;
use pages::direction::isolated;
use pages::signers::{SEARCH_FROM, Search, is_long, list_pages, names_file};
use pages::signers_page::SignersPage;
use pages::site;
use records::tables::sha256_hex;
use visit::catalogue::Message;

use super::renderer::{Renderer, file};
use crate::file::File;

/// What a campaign's list of signers needs besides, in one language: what searches among them, if they are many, and the file of
/// all names with the pages that list them, if its own pages do not hold all.
pub fn besides(renderer: &Renderer<'_>, context: &Context) -> Result<(Option<Search>, Vec<File>)> {
    let listed = context.campaign.facts.signers.listed.len();
    if listed < SEARCH_FROM {
        return Ok((None, Vec::new()));
    }
    let address = |name: &str| AttrValue::from(renderer.materials.site.path(&["/", name].concat()));
    let names = is_long(listed).then(|| names(context));
    let search = Search {
        script: address(&renderer.materials.scripts.search.name),
        names: names.as_ref().map(|file| address(&file.path)),
    };
    let mut files: Vec<File> = names.into_iter().collect();
    let (id, language) = (&context.campaign.facts.id, context.language());
    for number in 0..list_pages(listed) {
        let path = |language| site::signers(id, language, number);
        let mut head = renderer.head(context, None, &path(language), path);
        let title = context.text(Message::SignersTitle);
        head.title = [&*title, " – ", &*isolated(&context.words.title)].concat().into();
        head.further.extend(renderer.leave());
        files.push(file(&path(language), head, "directory-page", html! { <SignersPage {context} {number} /> })?);
    }
    Ok((Some(search), files))
}

/// The file of all names, called by what is in it, so that it may be kept for ever.
fn names(context: &Context) -> File {
    let text = names_file(context).to_string();
    let hash = sha256_hex(text.as_bytes());
    let hash = hash.get(..8).unwrap_or(&hash);
    let path = format!("{DATA}signers/{}.{}-{hash}.json", context.campaign.facts.id.as_str(), context.language().tag());
    File::new(&path, text)
}
