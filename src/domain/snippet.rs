//! What partners paste into their pages. Pasted code is never edited again: change it only so that old code still works.

/// Everything that the snippet of one campaign in one language says. Texts are raw; the code escapes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Address of the page that is made for a frame.
    pub embed: String,
    /// Address of the campaign's own page.
    pub landing: String,
    /// What a screen reader says of the frame.
    pub frame_title: String,
    /// The text of the link below the frame.
    pub link_text: String,
    /// The frame's height before the loader knows better, in CSS pixels.
    pub height: u32,
    /// Address of the newest loader.
    pub loader: String,
    /// Address of the loader that never changes.
    pub pinned_loader: String,
    /// Its hash, `sha384-…`.
    pub pinned_integrity: String,
}

/// What a frame must be allowed so that everything in it works: contact forms and dialling open as on the page itself.
pub const SANDBOX: &str = "allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups \
                           allow-popups-to-escape-sandbox allow-top-navigation-to-custom-protocols";

/// What a frame is given of the browser's powers.
pub const ALLOW: &str = "clipboard-write; web-share";

/// What the host learns of the visitor's page: its origin, and nothing more.
pub const REFERRER_POLICY: &str = "strict-origin-when-cross-origin";

impl Snippet {
    /// The frame, and a link for those who do not see it.
    pub fn frame(&self) -> String {
        [
            &format!(
                "<iframe data-undersigned src=\"{}\" title=\"{}\"\n  width=\"100%\" height=\"{}\" frameborder=\"0\" \
                 loading=\"lazy\" referrerpolicy=\"{REFERRER_POLICY}\"\n  allow=\"{ALLOW}\"\n  sandbox=\"{SANDBOX}\"></iframe>\n",
                escaped(&self.embed),
                escaped(&self.frame_title),
                self.height,
            ),
            self.link().as_str(),
        ]
        .concat()
    }

    /// The frame with the script that gives it the height of what is in it.
    pub fn frame_with_loader(&self) -> String {
        format!("{}\n<script async src=\"{}\"></script>", self.frame(), escaped(&self.loader))
    }

    /// The frame with a script that never changes, and that browsers refuse if it did.
    pub fn frame_with_pinned_loader(&self) -> String {
        let (address, hash) = (escaped(&self.pinned_loader), escaped(&self.pinned_integrity));
        format!(
            "{}\n<script async src=\"{address}\"\n  integrity=\"{hash}\" crossorigin=\"anonymous\"></script>",
            self.frame()
        )
    }

    /// The frame inside a card that is closed: nothing is asked of us before somebody opens it, and no script is needed.
    pub fn card(&self) -> String {
        format!("<details>\n<summary>{}</summary>\n{}\n</details>", escaped(&self.frame_title), self.frame())
    }

    fn link(&self) -> String {
        format!(
            "<p><a href=\"{}\" target=\"_blank\" rel=\"noopener\">{}</a></p>",
            escaped(&self.landing),
            escaped(&self.link_text)
        )
    }
}

/// Text that can stand in an attribute or between tags.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Snippet {
        Snippet {
            embed: "https://act.example.org/e/x/en/".into(),
            landing: "https://act.example.org/c/x/en/".into(),
            frame_title: "Say \"free\" & <now> – take action".into(),
            link_text: "Say: open on its own page".into(),
            height: 771,
            loader: "https://act.example.org/embed/v1.js".into(),
            pinned_loader: "https://act.example.org/embed/v1.0.0.js".into(),
            pinned_integrity: "sha384-x".into(),
        }
    }

    #[test]
    fn the_recommended_snippet_is_the_published_one() {
        assert_eq!(
            example().frame_with_loader(),
            r#"<iframe data-undersigned src="https://act.example.org/e/x/en/" title="Say &quot;free&quot; &amp; &lt;now&gt; – take action"
  width="100%" height="771" frameborder="0" loading="lazy" referrerpolicy="strict-origin-when-cross-origin"
  allow="clipboard-write; web-share"
  sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox allow-top-navigation-to-custom-protocols"></iframe>
<p><a href="https://act.example.org/c/x/en/" target="_blank" rel="noopener">Say: open on its own page</a></p>
<script async src="https://act.example.org/embed/v1.js"></script>"#
        );
    }

    #[test]
    fn every_form_holds_the_frame_and_only_two_hold_a_script() {
        let snippet = example();
        for (code, script) in [
            (snippet.frame(), None),
            (snippet.card(), None),
            (snippet.frame_with_loader(), Some("embed/v1.js\"></script>")),
            (snippet.frame_with_pinned_loader(), Some("integrity=\"sha384-x\" crossorigin=\"anonymous\"></script>")),
        ] {
            assert!(code.contains(&snippet.frame()), "{code}");
            assert_eq!(code.contains("<script"), script.is_some(), "{code}");
            assert!(script.is_none_or(|script| code.ends_with(script)), "{code}");
        }
    }
}
