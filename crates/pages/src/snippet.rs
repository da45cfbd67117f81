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
pub(crate) const SANDBOX: &str = "allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups \
                           allow-popups-to-escape-sandbox allow-top-navigation-to-custom-protocols";

/// What a frame is given of the browser's powers.
pub(crate) const ALLOW: &str = "clipboard-write; web-share; geolocation";

/// What the host learns of the visitor's page: its origin, and nothing more.
pub(crate) const REFERRER_POLICY: &str = "strict-origin-when-cross-origin";

/// As wide as its column. Valid, but a policy without `'unsafe-inline'` refuses it; there, the loader sets the same.
const STYLED: &str = "style=\"width: 100%; border: 0\"";

/// The same for pages on which neither a style nor a script may help. It works everywhere, and no validator accepts it.
const PLAIN: &str = "width=\"100%\" frameborder=\"0\"";

impl Snippet {
    /// The frame, and a link for those who do not see it. It needs neither a script nor a style.
    pub fn frame(&self) -> String {
        self.framed(PLAIN)
    }

    /// The frame with a script that never changes: browsers refuse it if it did. The script gives the frame the height of
    /// what is in it. This form is valid HTML.
    pub fn frame_with_pinned_loader(&self) -> String {
        let (address, hash) = (attribute(&self.pinned_loader), attribute(&self.pinned_integrity));
        let script =
            format!("<script async src=\"{address}\"\n  integrity=\"{hash}\" crossorigin=\"anonymous\"></script>");
        [&self.framed(STYLED), "\n", &script].concat()
    }

    /// The frame with the newest script. Whoever publishes the campaign can change it.
    pub fn frame_with_newest_loader(&self) -> String {
        format!("{}\n<script async src=\"{}\"></script>", self.framed(STYLED), attribute(&self.loader))
    }

    /// The frame inside a card that is closed: nothing is asked of us before somebody opens it, and no script is needed.
    pub fn card(&self) -> String {
        format!("<details>\n<summary>{}</summary>\n{}\n</details>", inert(&self.frame_title), self.frame())
    }

    /// Block themes of WordPress put only blocks into the column of the text, hence the `div`.
    fn framed(&self, width: &str) -> String {
        [
            &format!(
                "<div><iframe data-undersigned src=\"{}\" title=\"{}\"\n  {width} height=\"{}\" \
                 loading=\"lazy\" referrerpolicy=\"{REFERRER_POLICY}\"\n  allow=\"{ALLOW}\"\n  sandbox=\"{SANDBOX}\"></iframe></div>\n",
                attribute(&self.embed),
                inert(&self.frame_title),
                self.height,
            ),
            self.link().as_str(),
        ]
        .concat()
    }

    fn link(&self) -> String {
        format!(
            "<p><a href=\"{}\" target=\"_blank\" rel=\"noopener\">{}</a></p>",
            attribute(&self.landing),
            inert(&self.link_text)
        )
    }
}

/// An address or another text that people do not write, as the value of an attribute.
pub fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Text for an attribute or between tags of a page that others put together: content systems and templates look for code
/// of their own in what is pasted (`[shortcode]`, `{{ name }}`, `{% tag %}`, `@directive`, `${name}`). Everything in ASCII
/// that is no letter, figure, space or common sign of a sentence becomes a character reference, which only browsers read. But
/// editors read it too, and write the sign itself when a post is saved; so an opening bracket or brace is followed by a word
/// joiner, which nobody sees or hears, and behind which no name of a shortcode or tag is found.
pub fn inert(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut safe, sign| {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            ' ' | '.' | ',' | ':' | ';' | '!' | '?' | '\'' | '(' | ')' | '-' | '/' => safe.push(sign),
            '[' | '{' => safe.push_str(&format!("&#{};&#8288;", u32::from(sign))),
            _ if sign.is_ascii_alphanumeric() || !sign.is_ascii() => safe.push(sign),
            _ => safe.push_str(&format!("&#{};", u32::from(sign))),
        }
        safe
    })
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;

    fn example() -> Snippet {
        Snippet {
            embed: "https://act.example.org/e/x/en/".into(),
            landing: "https://act.example.org/c/x/en/".into(),
            frame_title: "Say \"free\" & <now> – take action".into(),
            link_text: "Say: open on its own page".into(),
            height: 771,
            loader: "https://act.example.org/embed/v1.js".into(),
            pinned_loader: "https://act.example.org/embed/v1.1.1.js".into(),
            pinned_integrity: "sha384-x".into(),
        }
    }

    #[test]
    fn the_recommended_snippet_is_the_published_one() {
        assert_eq!(
            example().frame_with_pinned_loader(),
            r#"<div><iframe data-undersigned src="https://act.example.org/e/x/en/" title="Say &quot;free&quot; &amp; &lt;now&gt; – take action"
  style="width: 100%; border: 0" height="771" loading="lazy" referrerpolicy="strict-origin-when-cross-origin"
  allow="clipboard-write; web-share; geolocation"
  sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox allow-top-navigation-to-custom-protocols"></iframe></div>
<p><a href="https://act.example.org/c/x/en/" target="_blank" rel="noopener">Say: open on its own page</a></p>
<script async src="https://act.example.org/embed/v1.1.1.js"
  integrity="sha384-x" crossorigin="anonymous"></script>"#
        );
    }

    #[test]
    fn every_form_holds_the_frame_and_only_two_hold_a_script() {
        let snippet = example();
        for (code, width, script) in [
            (snippet.frame(), PLAIN, None),
            (snippet.card(), PLAIN, None),
            (snippet.frame_with_newest_loader(), STYLED, Some("embed/v1.js\"></script>")),
            (
                snippet.frame_with_pinned_loader(),
                STYLED,
                Some("integrity=\"sha384-x\" crossorigin=\"anonymous\"></script>"),
            ),
        ] {
            assert!(code.contains(&snippet.framed(width)), "{code}");
            assert_eq!(code.contains("<script"), script.is_some(), "{code}");
            assert!(script.is_none_or(|script| code.ends_with(script)), "{code}");
        }
    }

    #[test]
    fn no_template_finds_code_in_a_title() {
        for title in [
            "Free them [evil a=2]",
            "[[evil]] [/evil]",
            "{{ evil }}",
            "{{< evil >}}",
            "{{% evil %}}",
            "{% evil %}",
            "{# evil #}",
            "{!! evil !!}",
            "${evil}",
            "#{evil}",
            "<?php evil(); ?>",
            "<% evil %>",
            "<!--#evil -->",
            "@evil",
            "%evil%",
            "`evil`",
            "*evil* _evil_ ~evil~",
            "\\evil",
            "a | evil",
            "[node:evil]",
        ] {
            let snippet = Snippet { frame_title: title.into(), link_text: title.into(), ..example() };
            for code in [snippet.frame_with_pinned_loader(), snippet.card()] {
                let texts = code.replace("<script", "").replace("<details", "");
                // What an editor makes of it.
                let decoded = Html::parse_fragment(&code).root_element().text().collect::<String>();
                for tag in ["[evil", "[[", "[/", "{{", "{%", "{<", "{#", "{!", "${evil", "#{evil", "[node"] {
                    assert!(!decoded.contains(tag), "{title}: {tag} in {decoded}");
                }
                for opener in
                    ["[", "]", "{", "}", "<?", "<%", "<!", "@", "%e", "`", "*", "_evil", "~", "\\", "|", "${", "#{"]
                {
                    assert!(!texts.contains(opener), "{title}: {opener} in {code}");
                }
            }
        }
        assert_eq!(inert("It's 5 p.m. (now): go! Why? a/b-c; 自由"), "It's 5 p.m. (now): go! Why? a/b-c; 自由");
    }
}
