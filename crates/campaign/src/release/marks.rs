//! Where quotations begin and end: double and single marks of several languages, also one kind inside another.

/// A paragraph, cut at its outermost quotation marks. The first piece is outside, the second inside, and so on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pieces<'a> {
    /// What is told.
    pub outside: Vec<&'a str>,
    /// What is said.
    pub inside: Vec<&'a str>,
    /// Whether the last mark is closed.
    pub closed: bool,
}

/// Cuts a paragraph. Nothing but the marks is missing from the pieces.
pub fn cut(text: &str) -> Pieces<'_> {
    let mut pieces = Pieces { outside: Vec::new(), inside: Vec::new(), closed: true };
    let mut rest = text;
    while let Some((before, mark, after)) = first_opening(rest) {
        pieces.outside.push(before);
        match closing(after, mark) {
            Some((inside, behind)) => {
                pieces.inside.push(inside);
                rest = behind;
            }
            None => {
                pieces.inside.push(after);
                pieces.closed = false;
                return pieces;
            }
        }
    }
    pieces.outside.push(rest);
    pieces
}

/// Whether a paragraph begins with an opening mark.
pub fn begins_quoted(text: &str) -> bool {
    first_opening(text).is_some_and(|(before, _, _)| before.trim().is_empty())
}

/// The first opening mark, what is before it, and what is after it.
fn first_opening(text: &str) -> Option<(&str, char, &str)> {
    text.char_indices().find_map(|(at, mark)| {
        let (before, after) = (text.get(..at)?, text.get(at + mark.len_utf8()..)?);
        let last = before.chars().next_back();
        let next = after.chars().next()?;
        let free = last.is_none_or(|last| !last.is_alphanumeric());
        let opens = match mark {
            '“' | '„' | '‟' | '«' | '「' | '『' | '"' | '＂' | '〝' => true,
            // A closing mark that opens, as some type it, and German and Danish »so«.
            '”' | '»' => free,
            // Not an apostrophe: ’tis, the ’90s, workers’.
            '‘' | '‹' => free,
            '\'' => free && next.is_alphanumeric() && has_closing(after),
            _ => false,
        };
        opens.then_some((before, mark, after))
    })
}

/// A straight single mark opens only where one closes, too: after punctuation.
fn has_closing(after: &str) -> bool {
    after.match_indices('\'').any(|(at, _)| ends_sentence(after.get(..at).unwrap_or_default()))
}

fn ends_sentence(text: &str) -> bool {
    text.chars()
        .next_back()
        .is_some_and(|last| matches!(last, '.' | ',' | '!' | '?' | '…' | ';' | ':' | '”' | '"' | '—' | '–'))
}

/// What is inside, and what follows the mark that closes what `mark` has opened.
fn closing(text: &str, mark: char) -> Option<(&str, &str)> {
    let at = match mark {
        '‘' | '\'' => single(text, mark)?,
        _ => double(text, mark)?,
    };
    let closer = text.get(at..)?.chars().next()?;
    Some((text.get(..at)?, text.get(at + closer.len_utf8()..)?))
}

/// Marks that may nest: the one that closes is as deep as the one that opened.
fn double(text: &str, mark: char) -> Option<usize> {
    let mut depth = 0;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let next = text.get(at + character.len_utf8()..).and_then(|after| after.chars().next());
        let opens = match mark {
            '“' | '‟' | '"' | '＂' | '”' => character == '“',
            '„' => character == '„',
            '«' => character == '«',
            '»' => false,
            '‹' => character == '‹',
            _ => character == mark,
        };
        let closes = match mark {
            '“' | '‟' | '"' | '＂' | '”' => {
                // A straight mark before a word, after a space, is one that opens.
                let straight = matches!(character, '"' | '＂');
                let inner = straight
                    && depth == 0
                    && mark == '“'
                    && before.is_whitespace()
                    && next.is_some_and(char::is_alphanumeric);
                if inner {
                    depth += 1;
                }
                character == '”' || straight && !inner
            }
            '„' => matches!(character, '“' | '”' | '"'),
            '«' => character == '»',
            '»' => character == '«',
            '‹' => character == '›',
            '「' => character == '」',
            '『' => character == '』',
            '〝' => matches!(character, '〞' | '〟'),
            _ => false,
        };
        if closes && depth == 0 {
            return Some(at);
        }
        if closes {
            depth -= 1;
        } else if opens {
            depth += 1;
        }
        before = character;
    }
    None
}

/// Single marks look like apostrophes: the one that closes stands after punctuation, else it is the last that no letter follows.
fn single(text: &str, mark: char) -> Option<usize> {
    let closers: &[char] = if mark == '‘' { &['’', '\''] } else { &['\'', '’'] };
    let mut last = None;
    for (at, character) in text.char_indices().filter(|(_, character)| closers.contains(character)) {
        let (before, after) = (text.get(..at)?, text.get(at + character.len_utf8()..)?);
        if after.starts_with(char::is_alphanumeric) {
            continue;
        }
        if ends_sentence(before) {
            return Some(at);
        }
        last = Some(at);
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outermost_marks_cut_a_paragraph() {
        for (text, outside, inside, closed) in [
            ("“One.”", vec!["", ""], vec!["One."], true),
            ("\"One,\" she said. \"Two.\"", vec!["", " she said. ", ""], vec!["One,", "Two."], true),
            ("“One. ‘Two’ three.\"", vec!["", ""], vec!["One. ‘Two’ three."], true),
            ("“He said “no” to us.”", vec!["", ""], vec!["He said “no” to us."], true),
            ("“He said \"no\" to us.”", vec!["", ""], vec!["He said \"no\" to us."], true),
            ("‘We ask for answers.’", vec!["", ""], vec!["We ask for answers."], true),
            (
                "‘The workers’ rights matter, and it’s late,’ she said.",
                vec!["", " she said."],
                vec!["The workers’ rights matter, and it’s late,"],
                true,
            ),
            ("‘We say “no”.’ said X", vec!["", " said X"], vec!["We say “no”."], true),
            ("'We ask, don't we?' she said.", vec!["", " she said."], vec!["We ask, don't we?"], true),
            (
                "The workers’ letter and the women's letter",
                vec!["The workers’ letter and the women's letter"],
                vec![],
                true,
            ),
            ("In the ’90s ’tis so", vec!["In the ’90s ’tis so"], vec![], true),
            ("«We ask.»", vec!["", ""], vec!["We ask."], true),
            ("« Nous demandons “oui”. » a dit X", vec!["", " a dit X"], vec![" Nous demandons “oui”. "], true),
            ("»Wir fragen«, sagte X", vec!["", ", sagte X"], vec!["Wir fragen"], true),
            ("„Wir fragen.“", vec!["", ""], vec!["Wir fragen."], true),
            ("„Pytamy.” X", vec!["", " X"], vec!["Pytamy."], true),
            ("他說：「我們要『答覆』。」", vec!["他說：", ""], vec!["我們要『答覆』。"], true),
            ("『我們要「答覆」。』", vec!["", ""], vec!["我們要「答覆」。"], true),
            ("“One (goes on)", vec![""], vec!["One (goes on)"], false),
            ("No marks.", vec!["No marks."], vec![], true),
        ] {
            assert_eq!(cut(text), Pieces { outside, inside, closed }, "{text}");
        }
    }
}
