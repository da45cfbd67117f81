//! The two joiners, U+200C and U+200D: hidden characters that the spelling of some scripts needs.
//!
//! Persian plurals, Sinhala and Malayalam conjuncts cannot be written without them. Elsewhere they only make a name that
//! looks like another, so they are refused there.

use unicode_normalization::char::canonical_combining_class;
use unicode_script::{Script, UnicodeScript as _};

/// Whether a character is a joiner.
pub fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Whether a joiner between these two is one that spelling needs.
///
/// Both sides must be letters, marks or digits of one script that uses joiners. After a virama, a joiner may also end a word:
/// so older Malayalam writes its final consonants, and Bengali its khanda ta.
pub fn is_needed(before: Option<char>, after: Option<char>) -> bool {
    let Some(before) = before.filter(|before| uses_joiners(*before)) else { return false };
    match after.filter(|after| is_in_word(*after)) {
        Some(after) => script(after) == script(before) && uses_joiners(after),
        None => is_virama(before) && !after.is_some_and(is_joiner),
    }
}

fn is_in_word(character: char) -> bool {
    character.is_alphanumeric() || !matches!(script(character), Script::Common | Script::Inherited | Script::Unknown)
}

/// A vowel killer (Unicode combining class 9), or the signs that do its work in Khmer, Myanmar and Malayalam.
fn is_virama(character: char) -> bool {
    canonical_combining_class(character) == 9
}

/// The script of a letter, digit or mark. Arabic shares some of both with its neighbours; between letters they are its own.
fn script(character: char) -> Script {
    match character {
        '\u{64b}'..='\u{655}' | '\u{660}'..='\u{669}' | '\u{670}' | '\u{640}' => Script::Arabic,
        '\u{964}' | '\u{965}' => Script::Common,
        _ => character.script(),
    }
}

/// Whether a letter, digit or mark is of a script whose letters join or stack.
fn uses_joiners(character: char) -> bool {
    use Script as S;
    let letter = character.is_alphanumeric() || canonical_combining_class(character) > 0 || is_spacing_mark(character);
    letter
        && matches!(
            script(character),
            S::Arabic
                | S::Syriac
                | S::Nko
                | S::Mongolian
                | S::Adlam
                | S::Hanifi_Rohingya
                | S::Devanagari
                | S::Bengali
                | S::Gurmukhi
                | S::Gujarati
                | S::Oriya
                | S::Tamil
                | S::Telugu
                | S::Kannada
                | S::Malayalam
                | S::Sinhala
                | S::Khmer
                | S::Myanmar
                | S::Tibetan
                | S::Balinese
                | S::Javanese
                | S::Sundanese
                | S::Meetei_Mayek
                | S::Chakma
                | S::Newa
                | S::Grantha
        )
}

/// Vowel signs have no combining class; they are marks of their script all the same.
fn is_spacing_mark(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use super::super::hidden;

    #[test]
    fn joiners_stand_where_spelling_needs_them() {
        for name in [
            "نهاده\u{200c}های ایرانی", // Persian, plural
            "می\u{200c}خواهیم",        // Persian, verb
            "کشور\u{200c}های جهان",    // after a letter that does not join, as people type it
            "دهه\u{200c}۶۰",           // with Persian digits
            "۲۰\u{200c}ساله",
            "مَ\u{200c}ن",              // after a vowel mark
            "تەشكىلاتى\u{200c}نىڭ",     // Uyghur
            "බෞද්ධ ශ්\u{200d}රී ලංකා",     // Sinhala, rakaaraansaya
            "වාක්\u{200d}ය",             // Sinhala, yansaya
            "ഉദാഹരണം അവൻ\u{200c}റെ",    // Malayalam, after a chillu
            "അവന\u{d4d}\u{200d}",      // Malayalam, old chillu at the end of a word
            "അവന\u{d4d}\u{200d} വന്നു.", // and inside a text
            "ক\u{9cd}\u{200c}ষ",       // Bengali, visible virama
            "র\u{200d}\u{9cd}যাব",      // Bengali, ra with ya-phala
            "সত\u{9cd}\u{200d}",       // Bengali, old khanda ta
            "क\u{94d}\u{200d}ष",       // Devanagari, half form
            "दऱ\u{94d}\u{200d}या",     // Marathi, eyelash ra
            "श्रीमान\u{94d}\u{200c}",   // Hindi, visible virama at the end
            "நக\u{bcd}\u{200c}ஷ",      // Tamil
            "రాజ\u{c4d}\u{200c}కుమార",   // Telugu
            "ರಾಜ\u{ccd}\u{200c}ಕುಮಾರ್", // Kannada
            "ਨ\u{a4d}\u{200d}ਹ",       // Gurmukhi
            "ខ\u{200c}ា",              // Khmer
        ] {
            assert_eq!(hidden(name), Vec::<char>::new(), "{name}");
        }
    }

    #[test]
    fn joiners_elsewhere_are_told() {
        for name in [
            "Exam\u{200c}ple",
            "Exam\u{200d}ple",
            "نهاد\u{200c}",            // at the end
            "\u{200c}نهاد",            // at the beginning
            "نهاد \u{200c}ها",         // after a space
            "نهاد\u{200c} ها",         // before one
            "ایران\u{200c}\u{200c}ها", // twice
            "ایران\u{200c}abc",        // before another script
            "abc\u{200c}ایران",
            "ک\u{200c}ක",               // between two that both use them
            "ശ\u{d4d}\u{200d}\u{200d}", // twice after a virama
            "👩\u{200d}🦽",             // emoji
            "香\u{200d}港",
            "ש\u{200d}ל",
            "Пример\u{200c}ный",
            "๑\u{200d}๒",
            "،\u{200c}ا", // after punctuation
            "1\u{200c}2",
            "ක\u{200d}", // without a virama, at the end
        ] {
            assert_eq!(hidden(name).len(), 1, "{name}");
        }
    }
}
