//! What other sites show of a page: Open Graph properties and JSON-LD.

use serde_json::{Value, json};
use yew::AttrValue;

use pages::Context;
use pages::site;
use visit::catalogue::Message;

use super::pictures;

/// Open Graph properties of a landing page (<https://ogp.me>). `picture` is the address of the picture, if there is one.
pub fn open_graph(context: &Context, picture: Option<String>) -> Vec<(&'static str, AttrValue)> {
    let facts = &context.campaign.facts;
    let address = context.site.address(&site::landing(&facts.id, context.language()));
    let mut properties: Vec<(&'static str, AttrValue)> = vec![
        ("og:type", "article".into()),
        ("og:title", context.words.title.clone().into()),
        ("og:description", context.words.summary.clone().into()),
        ("og:url", address.into()),
        ("og:site_name", context.site.provider.clone().into()),
        ("og:locale", context.language().open_graph_locale().into()),
        ("article:published_time", facts.issued.to_string().into()),
    ];
    if let Some(updated) = facts.updated {
        properties.push(("article:modified_time", updated.to_string().into()));
    }
    if let Some(picture) = picture {
        let (width, height) = pictures::SIZE;
        properties.extend([
            ("og:image", AttrValue::from(picture)),
            ("og:image:type", "image/png".into()),
            ("og:image:width", width.to_string().into()),
            ("og:image:height", height.to_string().into()),
            ("og:image:alt", context.fill(Message::PictureText, &[("title", &context.words.title)])),
            ("twitter:card", "summary_large_image".into()),
        ]);
    }
    properties
}

/// So many signers are authors for search engines: a landing page holds no more names than these.
const AUTHORS: usize = 20;

/// The statement as a schema.org `Article`, with its first signers as authors.
pub fn json_ld(context: &Context) -> String {
    let facts = &context.campaign.facts;
    let organisation = |signer: &campaign::Signer| {
        let mut organisation = json!({"@type": "Organization", "name": signer.organization});
        if let (Some(url), Some(fields)) = (&signer.site_url, organisation.as_object_mut()) {
            fields.insert("url".to_owned(), Value::from(url.as_str()));
        }
        organisation
    };
    let article = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": context.words.title,
        "description": context.words.summary,
        "inLanguage": context.language().lang_attribute(),
        "datePublished": facts.issued.to_string(),
        "dateModified": facts.updated.unwrap_or(facts.issued).to_string(),
        "url": context.site.address(&site::landing(&facts.id, context.language())),
        "author": facts.signers.listed.iter().take(AUTHORS).map(organisation).collect::<Vec<_>>(),
        "publisher": {"@type": "Organization", "name": context.site.provider},
        "isBasedOn": facts.full_text.as_ref().map(|url| url.as_str()),
    });
    script_safe(&article.to_string())
}

/// JSON that is safe in a script element: nothing in it can end the element or open a comment.
pub fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}
