//! Names as people search for them: without what typing, keyboards and word processors change.
//!
//! `assets/search.js` folds in the same way, in the browser, and a test compares both. Here it decides who is listed already
//! and who comes before whom.

use unicode_normalization::UnicodeNormalization;

/// A name without case, accents, points and the width of its letters; with plain letters for those of other alphabets' spellings
/// (`ß`, `æ`, `ø`, `ł`, forms of Arabic letters); without apostrophes, quotation marks, dots and whatever takes no room; with
/// one space for each dash and other mark, and `and` for `&`. What nothing is left of stays as it is.
pub fn folded(name: &str) -> String {
    let decomposed = name.chars().filter(|letter| !"´΄᾽᾿".contains(*letter)).nfkd().filter(|letter| !is_gone(*letter));
    let mut plain = String::with_capacity(name.len());
    // Upper case first: `ı` is `I` there.
    for letter in decomposed.collect::<String>().to_uppercase().to_lowercase().chars() {
        match spelling(letter) {
            Some(letters) => plain.push_str(letters),
            None if is_mark(letter) => plain.push(' '),
            None => plain.push(digit(letter)),
        }
    }
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain.is_empty() { name.trim().to_owned() } else { plain }
}

/// Accents and points, apostrophes, quotation marks, dots, and what takes no room.
fn is_gone(letter: char) -> bool {
    matches!(letter,
        '\'' | '"' | '`' | '.' | '\u{ad}' | '·' | '\u{2b9}'..='\u{2df}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{55a}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{5f3}' | '\u{5f4}' | '\u{610}'..='\u{61a}' | '\u{61c}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{180b}'..='\u{180f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200f}'
        | '\u{2018}'..='\u{201f}' | '\u{2027}' | '\u{202a}'..='\u{202e}' | '\u{2032}'..='\u{2037}' | '\u{2060}'..='\u{206f}'
        | '\u{20d0}'..='\u{20ff}' | '\u{275b}'..='\u{275e}' | '\u{30fb}' | '\u{a78b}' | '\u{a78c}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{feff}')
}

/// Dashes and other marks, which part words.
fn is_mark(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(letter,
            '\u{a1}'..='\u{bf}' | '×' | '÷' | '\u{58a}' | '\u{5be}' | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{1806}'
            | '\u{2010}'..='\u{205e}' | '\u{2212}' | '\u{2500}' | '\u{2501}' | '\u{2e00}'..='\u{2e7f}' | '\u{3001}'..='\u{3020}' | '\u{3030}' | '\u{30a0}')
}

/// Letters that no decomposition of Unicode makes plain.
fn spelling(letter: char) -> Option<&'static str> {
    Some(match letter {
        '&' => " and ",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' | 'ɗ' | 'ɖ' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ŧ' => "t",
        'þ' => "th",
        'ŋ' => "n",
        'ɓ' => "b",
        'ƙ' => "k",
        'ƴ' => "y",
        'ə' | 'ɛ' => "e",
        'ɔ' => "o",
        'ς' => "σ",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ة' | 'ہ' | 'ە' | 'ھ' | 'ۃ' => "ه",
        'ک' | 'ڪ' => "ك",
        _ => return None,
    })
}

/// Arabic and Persian digits as European ones.
fn digit(letter: char) -> char {
    match letter {
        '٠'..='٩' | '۰'..='۹' => char::from(b'0' + (u32::from(letter) & 15) as u8),
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_typing_changes_makes_no_other_name() {
        for (names, plain) in [
            (
                &[
                    "People's",
                    "People’s",
                    "People‘s",
                    "Peopleʼs",
                    "People´s",
                    "People`s",
                    "People＇s",
                    "People′s",
                    "PEOPLE‛S",
                    "People΄s",
                    "People᾽s",
                    "People❜s",
                ][..],
                "peoples",
            ),
            (&["L’Exemple libre", "l'exemple  libre", "Lʼexemple\u{a0}libre"], "lexemple libre"),
            (
                &[
                    "Example-Group",
                    "Example‑Group",
                    "Example–Group",
                    "Example — Group",
                    "Example−Group",
                    "example group",
                    "Example－Group",
                    "Example/Group",
                    "Example──Group",
                    "Example⸺Group",
                    "Example\u{58a}Group",
                ],
                "example group",
            ),
            (&["Straße", "STRASSE", "strasse", "Stra\u{ad}ße", "STRAẞE"], "strasse"),
            (&["Ærø", "AERO", "ærø", "Aero"], "aero"),
            (&["Cœur", "COEUR", "Coeur"], "coeur"),
            (&["Łódź", "ŁÓDŹ", "Lodz", "Ło\u{301}dz\u{301}"], "lodz"),
            (&["Đà Nẵng", "da nang"], "da nang"),
            (&["Ɔsɛ", "ɔsɛ", "Ose"], "ose"),
            (&["ƙungiyar ɗalibai", "Kungiyar Dalibai"], "kungiyar dalibai"),
            (&["Þingvellir", "Thingvellir"], "thingvellir"),
            (&["Işık", "IŞIK", "İşik", "isik"], "isik"),
            (&["ＡＢＣ", "abc", "𝐀𝐁𝐂", "Ⓐⓑⓒ"], "abc"),
            (&["ﬁnance", "Finance"], "finance"),
            (&["Réseau", "Re\u{301}seau", "RESEAU", "reseau"], "reseau"),
            (&["U.S. Example", "US Example", "U․S․ Example"], "us example"),
            (&["Example & Co.", "Example and Co", "Example ＆ Co"], "example and co"),
            (
                &[
                    "“Example”",
                    "Example",
                    "„Example“",
                    "\"Example\"",
                    "« Example »",
                    "Exam\u{200b}ple",
                    "\u{202a}Example\u{202c}",
                ],
                "example",
            ),
            (&["Col·lectiu", "Collectiu", "Coŀlectiu"], "collectiu"),
            (&["ΟΔΟΣ", "οδός", "Οδος"], "οδοσ"),
            (&["ПРИМЕР", "пример", "Пример"], "пример"),
            (&["ԵՒ", "և"], "եւ"),
            (&["أحمد", "احمد", "ٱحمد", "إحمد", "آحمد", "أَحْمَد", "احـــمد", "ﺃﺣﻤﺪ"], "احمد"),
            (&["مؤسسة", "موسسه", "مؤسّسة"], "موسسه"),
            (&["على", "علي", "علی"], "علي"),
            (&["کتاب", "كتاب"], "كتاب"),
            (&["שָׁלוֹם", "שלום", "שׁלום"], "שלום"),
            (&["צה״ל", "צה\"ל", "צהל"], "צהל"),
            (&["カタカナ", "ｶﾀｶﾅ", "カタ・カナ"], "カタカナ"),
            (&["ﾊﾟﾘ", "パリ"], "ハ\u{309a}リ"),
            (&["Group ٢٠", "Group 20", "Group ۲۰", "Group ２０"], "group 20"),
            (&["Hawaiʻi", "Hawai'i", "Hawaii"], "hawaii"),
            (&["!", " ! "], "!"),
        ] {
            for name in names {
                assert_eq!(folded(name), plain, "{name}");
            }
        }
    }

    #[test]
    fn what_makes_another_name_is_kept() {
        for (one, other) in [
            ("Example 01", "Example 02"),
            ("カキ", "ガキ"),
            ("कि", "कु"),
            ("Example One", "Example Won"),
            ("例子", "例"),
            ("!", "?"),
            ("가", "각"),
        ] {
            assert_ne!(folded(one), folded(other));
        }
        assert!(folded("Écoles") < folded("Zoo") && folded("écoles") > folded("Ebb"));
    }
}
