//! The addresses of a published site. Embed and landing addresses are for ever: pages that pasted them are never edited.

use campaign::facts::{Facts, Slug};
use layout::{EMBEDS, LOGOS, OEMBED, PAGES, PARTNERS, PICTURES};
use places::congress::State;
use places::language::Language;

/// Where a site is published, from `site.toml` or the address it is served from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    // Private: no trailing slash, so that paths can be put behind it.
    public_url: String,
    /// Who publishes it; the name in previews and oEmbed.
    pub provider: String,
}

impl Site {
    /// A site at `public_url`, such as `https://act.example.org` or `https://example.org/act/`.
    pub fn new(public_url: &str, provider: &str) -> Site {
        Site { public_url: public_url.trim_end_matches('/').to_owned(), provider: provider.to_owned() }
    }

    /// The path under which the site lies: empty, or `/act`.
    pub fn base_path(&self) -> &str {
        let rest = self.public_url.split_once("://").map_or(self.public_url.as_str(), |(_, rest)| rest);
        rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default()
    }

    /// Scheme, host and port: what policies of hosts name.
    pub fn origin(&self) -> &str {
        self.public_url.strip_suffix(self.base_path()).unwrap_or(&self.public_url)
    }

    /// Host and port, as people name the site.
    pub fn host(&self) -> &str {
        self.origin().split_once("://").map_or(self.origin(), |(_, host)| host)
    }

    /// A path of this site as the browser is given it: `/act` + `/c/…`.
    pub fn path(&self, path: &str) -> String {
        [self.base_path(), path].concat()
    }

    /// The whole address of a path of this site.
    pub fn address(&self, path: &str) -> String {
        [self.public_url.as_str(), path].concat()
    }
}

/// `/c/<campaign>/`: leads on to one of the campaign's languages.
pub fn languages(campaign: &Slug) -> String {
    [PAGES, campaign.as_str(), "/"].concat()
}

/// `/c/<campaign>/<lang>/`
pub fn landing(campaign: &Slug, language: Language) -> String {
    [PAGES, campaign.as_str(), "/", language.tag(), "/"].concat()
}

/// `/e/<campaign>/<lang>/`
pub fn embed(campaign: &Slug, language: Language) -> String {
    [EMBEDS, campaign.as_str(), "/", language.tag(), "/"].concat()
}

/// `/partners/<campaign>/` in the campaign's first language, `/partners/<campaign>/<lang>/` in another: how to put it on
/// a site.
pub fn partners(facts: &Facts, language: Language) -> String {
    let first = [PARTNERS, facts.id.as_str(), "/"].concat();
    if facts.languages.first() == Some(&language) { first } else { [&first, language.tag(), "/"].concat() }
}

/// `/oembed/<campaign>.<lang>.json`
pub fn oembed(campaign: &Slug, language: Language) -> String {
    [OEMBED, campaign.as_str(), ".", language.tag(), ".json"].concat()
}

/// `/pictures/<campaign>.<lang>.png`: what other sites show beside a link.
pub fn picture(campaign: &Slug, language: Language) -> String {
    [PICTURES, campaign.as_str(), ".", language.tag(), ".png"].concat()
}

/// `/logos/<campaign>/<file>`: a picture of a signer.
pub fn logo(campaign: &Slug, file: &str) -> String {
    [LOGOS, campaign.as_str(), "/", file].concat()
}

/// `/c/<campaign>/<lang>/us/`
pub fn directory(campaign: &Slug, language: Language) -> String {
    [&landing(campaign, language), "us/"].concat()
}

/// `/c/<campaign>/<lang>/us/<state>/`; the further parts of a large state's list are `…/2/`, `…/3/`. `part` counts from 0.
pub fn directory_of(campaign: &Slug, language: Language, state: State, part: usize) -> String {
    let first = [&directory(campaign, language), &state.code().to_ascii_lowercase(), "/"].concat();
    if part == 0 { first } else { [&first, &(part + 1).to_string(), "/"].concat() }
}

/// `/c/<campaign>/<lang>/<legislature>/`
pub fn listed(campaign: &Slug, language: Language, legislature: &str) -> String {
    [&landing(campaign, language), legislature, "/"].concat()
}

/// `/c/<campaign>/<lang>/<legislature>/<region>/`, the region by its code in small letters; further parts are `…/2/`, `…/3/`.
/// `part` counts from 0.
pub(crate) fn listed_of(campaign: &Slug, language: Language, legislature: &str, region: &str, part: usize) -> String {
    let first = [&listed(campaign, language, legislature), &region.to_ascii_lowercase(), "/"].concat();
    if part == 0 { first } else { [&first, &(part + 1).to_string(), "/"].concat() }
}

/// `/c/<campaign>/<lang>/signers/`: all names of a long list; its further parts are `…/2/`, `…/3/`. `part` counts from 0.
pub fn signers(campaign: &Slug, language: Language, part: usize) -> String {
    let first = [&landing(campaign, language), "signers/"].concat();
    if part == 0 { first } else { [&first, &(part + 1).to_string(), "/"].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_may_lie_under_a_path() {
        for (url, base, address) in [
            ("https://act.example.org", "", "https://act.example.org/c/"),
            ("https://act.example.org/", "", "https://act.example.org/c/"),
            ("https://example.org/a/b/", "/a/b", "https://example.org/a/b/c/"),
            ("http://localhost:8080", "", "http://localhost:8080/c/"),
        ] {
            let site = Site::new(url, "Example");
            assert_eq!((site.base_path(), site.address("/c/").as_str()), (base, address));
            assert_eq!([site.origin(), base, "/c/"].concat(), address);
        }
    }
}
