//! Merge tokens: the places in a letter or a call script that the page fills in for each official.

/// What a merge token stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// `{{target.name}}`: "Jane Doe".
    TargetName,
    /// `{{target.salutation}}`: "Senator Doe", as after "Dear".
    TargetSalutation,
    /// `{{target.role}}`: "Senator".
    TargetRole,
    /// `{{place}}`: where the supporter votes, as after "I live in".
    Place,
    /// `{{campaign.title}}`: the headline.
    CampaignTitle,
}

impl Token {
    /// Every token that exists.
    pub const ALL: [Token; 5] =
        [Token::TargetName, Token::TargetSalutation, Token::TargetRole, Token::Place, Token::CampaignTitle];

    /// What is between the braces.
    pub fn name(self) -> &'static str {
        match self {
            Token::TargetName => "target.name",
            Token::TargetSalutation => "target.salutation",
            Token::TargetRole => "target.role",
            Token::Place => "place",
            Token::CampaignTitle => "campaign.title",
        }
    }

    /// The token of that name.
    pub fn named(name: &str) -> Option<Token> {
        Token::ALL.into_iter().find(|token| token.name() == name)
    }
}

/// A stretch of a text with merge tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Stands as it is.
    Text(&'a str),
    /// Is filled in.
    Token(Token),
    /// `{{…}}` with a name that does not exist; the name.
    Unknown(&'a str),
    /// `{{` that is never closed, or `}}` that was never opened; what is there.
    Unpaired(&'a str),
}

/// Cuts a text at its merge tokens. The pieces in their order make up the whole text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = split_at_pair(rest, '{') {
        push_text(&mut pieces, before);
        // A name ends before the next one begins; nothing beyond is looked at, or many braces would take for ever.
        let until_next = split_at_pair(after, '{').map_or(after, |(until_next, _)| until_next);
        match split_at_pair(until_next, '}') {
            Some((name, _)) => {
                pieces.push(Token::named(name).map_or(Piece::Unknown(name), Piece::Token));
                rest = after.get(name.len() + "}}".len()..).unwrap_or_default();
            }
            None => {
                pieces.push(Piece::Unpaired("{{"));
                rest = after;
            }
        }
    }
    push_text(&mut pieces, rest);
    pieces
}

/// Parts a text at the first two of a brace. By the character: a search for words would cost every visitor a kilobyte.
fn split_at_pair(text: &str, brace: char) -> Option<(&str, &str)> {
    text.match_indices(brace).find_map(|(at, _)| {
        let (before, pair) = text.split_at_checked(at)?;
        Some((before, pair.strip_prefix(brace)?.strip_prefix(brace)?))
    })
}

/// Adds what lies between two tokens.
fn push_text<'a>(pieces: &mut Vec<Piece<'a>>, mut text: &'a str) {
    while let Some((before, after)) = split_at_pair(text, '}') {
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(Piece::Unpaired("}}"));
        text = after;
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_tokens() {
        use Piece::{Text, Unknown, Unpaired};
        let cases: [(&str, &[Piece<'_>]); 8] = [
            ("", &[]),
            ("plain { } text", &[Text("plain { } text")]),
            ("in {{place}}.", &[Text("in "), Piece::Token(Token::Place), Text(".")]),
            ("{{targt.name}}", &[Unknown("targt.name")]),
            ("{{ place }}", &[Unknown(" place ")]),
            ("a {{place", &[Text("a "), Unpaired("{{"), Text("place")]),
            ("a }} b", &[Text("a "), Unpaired("}}"), Text(" b")]),
            ("{{a {{place}}", &[Unpaired("{{"), Text("a "), Piece::Token(Token::Place)]),
        ];
        for (text, expected) in cases {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }
}
