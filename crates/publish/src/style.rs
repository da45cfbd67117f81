//! The style sheet, as each page contains it.

use std::path::Path;

use anyhow::{Context as _, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use campaign::contrast;
use campaign::facts::{Accent, Colour};
use files::Files;

/// Reads a style sheet without its comments, and without the spaces that mean nothing.
///
/// Comments must stand on lines of their own: `/* … */` over one or several lines, `// …` on one.
pub fn read(files: &Files, path: &Path) -> Result<String> {
    let text = files.text(path).with_context(|| path.display().to_string())?;
    Ok(squeezed(&without_comments(text)))
}

fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.lines().map(str::trim) {
        inside |= line.starts_with("/*");
        if !inside && !line.starts_with("//") && !line.is_empty() {
            kept.push_str(line);
            kept.push('\n');
        }
        inside &= !line.ends_with("*/");
    }
    kept
}

/// Leaves out spaces and line ends beside braces and marks, and behind colons, but in texts. A space before a colon means something,
/// and so do those around `+` and `-`.
fn squeezed(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let (mut is_quoted, mut is_parted) = (false, false);
    for letter in text.trim().chars() {
        if letter.is_ascii_whitespace() && !is_quoted {
            is_parted = true;
            continue;
        }
        let is_needed =
            !kept.ends_with(['{', '}', ';', ',', '>', ':']) && !matches!(letter, '{' | '}' | ';' | ',' | '>' | '!');
        if is_parted && is_needed {
            kept.push(' ');
        }
        // The last mark of a block separates nothing.
        if letter == '}' && kept.ends_with(';') {
            kept.pop();
        }
        is_parted = false;
        is_quoted ^= letter == '"';
        kept.push(letter);
    }
    kept
}

/// The campaign's accent, to follow the style sheet.
pub fn accent(accent: &Accent) -> String {
    let tokens = |colour: &Colour| format!("{{--accent:{};--on-accent:{}}}", colour.as_str(), ink_on(colour));
    let (light, dark) = (tokens(&accent.light), tokens(&accent.dark));
    [
        ":root",
        &light,
        "\n@media (prefers-color-scheme:dark){:root:not([data-theme=light])",
        &dark,
        "}\n:root[data-theme=dark]",
        &dark,
        "\n",
    ]
    .concat()
}

/// Whichever of white and near-black reads better on a colour.
fn ink_on(colour: &Colour) -> &'static str {
    let ratio = |ink| contrast::ratio(colour, ink).unwrap_or_default();
    if ratio("#ffffff") >= ratio("#1b1a18") { "#ffffff" } else { "#1b1a18" }
}

/// `'sha256-…'` of an inline style or script, as a Content Security Policy names it.
pub fn csp_hash(content: &str) -> String {
    ["'sha256-", &STANDARD.encode(Sha256::digest(content.as_bytes())), "'"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_are_left_out() {
        let css = "/* one */\n:root {\n  --a: 1;\n}\n/* two\n   lines */\na { b: url(x//y) }\n";
        assert_eq!(without_comments(css), ":root {\n--a: 1;\n}\na { b: url(x//y) }\n");
    }

    #[test]
    fn spaces_that_mean_something_stay() {
        for (css, squeezed_css) in [
            (":root {\n--a: 1;\n--b: 2px 3px;\n}\n", ":root{--a:1;--b:2px 3px}"),
            ("a :is(b, c) > d { e: f }", "a :is(b,c)>d{e:f}"),
            ("a:hover b + c { margin: calc(1px + 2px) -3px }", "a:hover b + c{margin:calc(1px + 2px) -3px}"),
            (".tag::before { content: \"✓ \" / \"\" }", ".tag::before{content:\"✓ \" / \"\"}"),
            (".a { content: \" : { ; , } > \" }", ".a{content:\" : { ; , } > \"}"),
            ("@media (min-width: 60rem) and (hover) {\na { b: c }\n}", "@media (min-width:60rem) and (hover){a{b:c}}"),
            ("a,\nb c {\nd: e\nf;\n}", "a,b c{d:e f}"),
            ("a { b: c !important }", "a{b:c!important}"),
            ("", ""),
        ] {
            assert_eq!(squeezed(css), squeezed_css);
        }
    }

    #[test]
    fn ink_on_an_accent_is_the_readable_one() {
        let colour = |text: &str| Colour::try_from(text.to_owned()).unwrap();
        assert_eq!(ink_on(&colour("#8f1d2c")), "#ffffff");
        assert_eq!(ink_on(&colour("#f2a7ab")), "#1b1a18");
    }
}
