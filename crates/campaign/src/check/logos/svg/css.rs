//! What a stretch of CSS would fetch. Comments and escapes are taken away first, as browsers do.

/// What it names that is not in the picture itself: `@import`, `url(https://…)`.
pub fn fetched(css: &str) -> Option<String> {
    let plain = plain(css);
    let lower = plain.to_lowercase();
    let words = [
        "@import",
        "@namespace",
        "@font-face",
        "expression(",
        "-moz-binding",
        "behavior:",
        "javascript:",
        "image-set(",
        "cross-fade(",
    ];
    if let Some(word) = words.into_iter().find(|word| lower.contains(word)) {
        return Some(word.trim_end_matches(['(', ':']).to_owned());
    }
    lower
        .match_indices("url(")
        .map(|(at, word)| at + word.len())
        .chain(lower.match_indices("src(").map(|(at, word)| at + word.len()))
        .find_map(|at| {
            let inside = plain.get(at..)?.trim_start().trim_start_matches(['"', '\'']).trim_start();
            let inside = inside.split([')', '"', '\'']).next().unwrap_or_default();
            (!inside.starts_with('#')).then(|| format!("url({})", inside.chars().take(60).collect::<String>()))
        })
}

/// The text without comments, and with escaped letters as they are: `u\72 l(` is `url(`.
fn plain(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(character) = rest.chars().next() {
        let after = rest.get(character.len_utf8()..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        if character != '\\' {
            plain.push(character);
            rest = after;
            continue;
        }
        let digits = after.chars().take(6).take_while(char::is_ascii_hexdigit).count();
        let code = after.get(..digits).and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match code {
            Some(letter) => {
                plain.push(letter);
                let behind = after.get(digits..).unwrap_or_default();
                rest = behind.strip_prefix([' ', '\n', '\t', '\r', '\u{c}']).unwrap_or(behind);
            }
            // A single escaped letter, or a line that goes on.
            None => {
                let next = after.chars().next();
                plain.extend(next.filter(|next| *next != '\n'));
                rest = next.and_then(|next| after.get(next.len_utf8()..)).unwrap_or_default();
            }
        }
    }
    // Some lower-case letters have upper-case ones of another length; those are not in names that we look for.
    plain.chars().map(|character| if character.is_ascii() { character } else { '?' }).collect()
}
