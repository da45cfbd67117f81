//! What a page may do, as a host says it in a header and as the page says it itself.
//!
//! A page holds both where the host sends the header: then only what both allow is allowed, and the page's own is the
//! stricter one, because it knows which scripts are in it. A page cannot say who may show it in a frame.

use pages::document::Head;

use crate::style::csp_hash;

/// For a picture. As an image in a page it keeps its own styles all the same, in every browser.
pub const PICTURE: &str = "default-src 'none'; sandbox";

/// What a page says in its head: the scripts and styles in it count, and no others.
pub fn of_page(head: &Head) -> String {
    let program = head.program.iter().map(|program| &program.script);
    let pick = head.pick.iter().map(|pick| &pick.script);
    let scripts = [&head.script].into_iter().chain(program).chain(pick).chain(&head.further).chain(&head.preview);
    let scripts = scripts.map(|script| csp_hash(script)).collect::<Vec<_>>().join(" ");
    let styles = [&head.style].into_iter().chain(&head.second_style);
    let styles = styles.map(|style| csp_hash(style)).collect::<Vec<_>>().join(" ");
    Policy { origin: &head.origin, scripts: &scripts, styles: &styles, frames: head.preview.is_some() }.in_page()
}

/// What is allowed. Everything that is not named is forbidden.
#[derive(Clone, Copy, Debug)]
pub struct Policy<'a> {
    /// Scheme, host and port of the site: a sandboxed frame without its own origin has no `'self'`.
    pub origin: &'a str,
    /// The hashes of the scripts.
    pub scripts: &'a str,
    /// The hashes of the style sheets.
    pub styles: &'a str,
    /// Whether a campaign is shown in a frame.
    pub frames: bool,
}

/// Which pages may show a page in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ancestors {
    /// None, ours included.
    Nobody,
    /// All of them, those without an origin as well: a sandbox, `data:`, `file:`. `frame-ancestors *` would refuse these.
    Anybody,
}

impl Policy<'_> {
    /// All that a page can say itself.
    fn in_page(&self) -> String {
        let Policy { origin, scripts, styles, .. } = self;
        let mut parts = vec![
            "default-src 'none'".to_owned(),
            format!("script-src {scripts} 'self' {origin} 'wasm-unsafe-eval'"),
            format!("style-src {styles}"),
            format!("connect-src 'self' {origin}"),
            format!("img-src 'self' {origin} data:"),
            "base-uri 'none'".to_owned(),
            "form-action 'none'".to_owned(),
            "require-trusted-types-for 'script'".to_owned(),
            "trusted-types 'none'".to_owned(),
        ];
        if self.frames {
            parts.push(format!("frame-src 'self' {origin}"));
        }
        parts.join("; ")
    }

    /// What a host says in a header: the same, and which pages may show this one in a frame.
    pub fn of_host(&self, ancestors: Ancestors) -> String {
        match ancestors {
            Ancestors::Nobody => [&self.in_page(), "; frame-ancestors 'none'"].concat(),
            Ancestors::Anybody => self.in_page(),
        }
    }
}
