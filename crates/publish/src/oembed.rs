//! The oEmbed answer of a campaign in one language, as a static file (<https://oembed.com>).
//!
//! WordPress keeps of its code only a `blockquote` in front, links with nothing but `href`, and a frame with the
//! attributes used here. It then shows the frame without an origin, where the page becomes a card.

use anyhow::Result;
use serde_json::json;

use campaign::Status;
use pages::Context;
use pages::signers::stated;
use pages::site;
use pages::snippet::{Snippet, attribute, inert};
use visit::catalogue::Message;

use super::kit;
use super::pictures;
use super::renderer::Renderer;
use crate::file::File;

/// How long others may keep the answer, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// The answer for the landing page.
pub fn file(renderer: &Renderer<'_>, context: &Context) -> Result<File> {
    let snippet = kit::snippet(renderer, context);
    let column = context.campaign.heights.column;
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": context.words.title,
        "author_name": context.words.byline,
        "provider_name": context.site.provider,
        "provider_url": context.site.address("/"),
        "cache_age": CACHE_AGE,
        "width": column,
        "height": snippet.height,
        "html": html(&snippet, context),
    });
    if let (Some(picture), Some(fields)) = (renderer.picture(context), answer.as_object_mut()) {
        let (width, height) = pictures::SIZE;
        fields.insert("thumbnail_url".to_owned(), picture.into());
        fields.insert("thumbnail_width".to_owned(), width.into());
        fields.insert("thumbnail_height".to_owned(), height.into());
    }
    let path = site::oembed(&context.campaign.facts.id, context.language());
    let text = serde_json::to_string_pretty(&answer)?;
    Ok(File::new(&path, text + "\n"))
}

/// The quotation is all there is until the frame has said its height, in feeds and mail, and without scripts. WordPress then
/// shows the frame in its place, at least 200 pixels high: three or four lines move the text below it least. The frame is as
/// wide as its column: WordPress drops styles, and a number of pixels is wider than a phone.
fn html(snippet: &Snippet, context: &Context) -> String {
    let act = if context.campaign.facts.status == Status::Open {
        let href = attribute(&[&snippet.landing, "#act"].concat());
        format!("<a href=\"{href}\">{}</a> · ", inert(&context.text(Message::ActionLabel)))
    } else {
        String::new()
    };
    format!(
        "<blockquote><a href=\"{landing}\">{}</a> – {} · {} · {} {act}<a href=\"{landing}\">{}</a></blockquote><iframe src=\"{}\" width=\"100%\" height=\"{}\" frameborder=\"0\" \
         marginwidth=\"0\" marginheight=\"0\" title=\"{}\"></iframe>",
        inert(&context.words.title),
        inert(&context.text(Message::Statement)),
        inert(&context.language().date(context.campaign.facts.issued)),
        inert(&stated(context)),
        inert(&context.text(Message::ReadStatement)),
        attribute(&snippet.embed),
        snippet.height,
        inert(&snippet.frame_title),
        landing = attribute(&snippet.landing),
    )
}
