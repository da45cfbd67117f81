//! Pages of made-up partners, which embed a campaign as the README tells them to, and in ways that it does not foresee.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};

use crate::published::Campaign;
use crate::server::Page;
use crate::workspace;

/// One page in `tests/hosts` for each way to embed.
pub const USAGES: [&str; 13] = [
    "plain",
    "strict-csp",
    "strict-csp-bare",
    "two-embeds",
    "forger",
    "stranger",
    "opaque",
    "late",
    "stripped",
    "twice",
    "zoom-rtl",
    "wordpress",
    "dark",
];

/// What is put into the pages.
#[derive(Clone, Copy, Debug)]
pub struct Values<'a> {
    /// Where the campaigns are.
    pub embed_origin: &'a str,
    /// Where a stranger's page is: neither there nor where the partner is.
    pub stranger_origin: &'a str,
    /// The campaigns; pages embed the first open one, and another one where two are embedded.
    pub campaigns: &'a [Campaign],
    /// The frame's height before the loader knows better, where it is not that of the snippet.
    pub height: Option<u32>,
}

/// A partner's site: every usage by its name, such as `/plain/`, and every campaign by its own, such as `/my-campaign/`,
/// the plain way. The front page is the plain one.
pub fn site(values: &Values<'_>) -> Result<BTreeMap<String, Page>> {
    let mut pages = BTreeMap::new();
    for campaign in values.campaigns {
        pages.insert(format!("/{}/", campaign.id), render("plain", values, campaign)?);
    }
    if let Some(campaign) = values.campaigns.iter().find(|campaign| campaign.is_open()) {
        for usage in USAGES {
            pages.insert(format!("/{usage}/"), render(usage, values, campaign)?);
        }
        pages.insert("/".to_owned(), render("plain", values, campaign)?);
    }
    Ok(pages)
}

/// A page from `tests/hosts/<usage>.html`, with its security policy if it has one.
fn render(usage: &str, values: &Values<'_>, campaign: &Campaign) -> Result<Page> {
    let mut others = values.campaigns.iter().filter(|other| other.id != campaign.id);
    let other = others.clone().find(|other| !other.is_open()).or(others.next()).unwrap_or(campaign);
    let file = workspace::root().join("tests/hosts").join(format!("{usage}.html"));
    let template = std::fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
    let html = fill(
        &template,
        &[
            ("EMBED_ORIGIN", values.embed_origin),
            ("STRANGER_ORIGIN", values.stranger_origin),
            ("CAMPAIGN", &campaign.id),
            ("TITLE", &campaign.title),
            ("OTHER_CAMPAIGN", &other.id),
            ("OTHER_TITLE", &other.title),
            ("HEIGHT", &values.height.unwrap_or_else(|| campaign.height("en")).to_string()),
        ],
    );
    let policy = policy(usage, values.embed_origin);
    let headers = policy.map(|policy| ("Content-Security-Policy".to_owned(), policy)).into_iter().collect();
    Ok(Page { html, headers })
}

/// As strict as a policy can be that allows the embed, with and without the loader.
fn policy(usage: &str, embed_origin: &str) -> Option<String> {
    let frame_only = format!("default-src 'none'; img-src data:; frame-src {embed_origin}");
    match usage {
        "strict-csp" => Some(format!("{frame_only}; script-src {embed_origin}")),
        "strict-csp-bare" => Some(frame_only),
        _ => None,
    }
}

/// Replaces each `{{NAME}}` with its value, as text.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), &escape(value)))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_as_text() {
        let values = [("TITLE", "Say \"free\" <now>"), ("CAMPAIGN", "x")];
        assert_eq!(
            fill(r#"<i title="{{TITLE}}">{{CAMPAIGN}}</i>"#, &values),
            r#"<i title="Say &quot;free&quot; &lt;now&gt;">x</i>"#
        );
    }

    #[test]
    fn every_page_is_listed_and_every_place_is_filled() -> Result<()> {
        let campaign = Campaign {
            id: "x".to_owned(),
            title: "X".to_owned(),
            languages: vec!["en".to_owned()],
            status: "open".to_owned(),
            heights: BTreeMap::new(),
        };
        let values = Values {
            embed_origin: "http://localhost:1",
            stranger_origin: "http://localhost:2",
            campaigns: &[campaign],
            height: None,
        };
        for (path, page) in site(&values)? {
            assert!(!page.html.contains("{{"), "{path}");
        }
        assert_eq!(std::fs::read_dir(workspace::root().join("tests/hosts"))?.count(), USAGES.len());
        Ok(())
    }
}
