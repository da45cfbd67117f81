//! Where a line of Chinese may end without splitting a word. Titles are set large and in few lines; there, 問 at the end of one
//! line and 題 at the beginning of the next are hard to read.

use icu_segmenter::WordSegmenter;

/// Longer words are rare, and each of them has a shorter one at its beginning.
const LONGEST: usize = 4;

/// The text in pieces, between which a line may end. Scripts that part their words by spaces come in one piece.
pub fn phrases(text: &str) -> Vec<&str> {
    if !text.chars().any(is_han) {
        return vec![text];
    }
    // By the dictionary of ICU, as browsers find the word that is double-clicked.
    let words = WordSegmenter::new_dictionary();
    let is_word = |piece: &str| words.segment_str(piece).nth(1) == Some(piece.len());
    // Read from left to right, the dictionary takes 向北京 for 向北 and 京: no line ends within what is a word in any reading.
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let splits_a_word = |at: usize| {
        (2..=LONGEST).flat_map(|length| (1..length).map(move |before| (before, length))).any(|(before, length)| {
            let begin = at.checked_sub(before);
            let ends = begin.and_then(|begin| Some((*places.get(begin)?, *places.get(begin + length)?)));
            ends.and_then(|(begin, end)| text.get(begin..end))
                .is_some_and(|piece| piece.chars().all(is_han) && is_word(piece))
        })
    };
    let (mut pieces, mut begin) = (Vec::new(), 0);
    for (at, end) in places.iter().enumerate() {
        let (Some(piece), Some(rest)) = (text.get(begin..*end), text.get(*end..)) else { continue };
        if may_end(piece, rest) && !splits_a_word(at) {
            pieces.push(piece);
            begin = *end;
        }
    }
    pieces.extend(text.get(begin..).filter(|rest| !rest.is_empty()));
    pieces
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Between two words of Chinese, or one and a word of another script. Browsers know where a line may end beside marks and spaces. A
/// number stays with what is counted, and 的 with what is described.
fn may_end(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else { return false };
    (is_han(last) && first.is_alphanumeric() || last.is_alphabetic() && is_han(first)) && first != '的'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words() {
        for (text, pieces) in [
            ("請就政治犯問題向北京發聲", "請|就|政治犯|問題|向北京|發聲"),
            ("在華盛頓會談上就人權向中國施壓", "在|華盛頓|會談|上|就|人權|向中國|施壓"),
            ("香港的47人", "香港的|47人"),
            ("2023年1月31日，CFHK基金會", "2023年|1月|31日，CFHK|基金會"),
            ("Raise political prisoners with Beijing", "Raise political prisoners with Beijing"),
            ("", ""),
            ("「香港」", "「香港」"),
            ("致電 Example Person", "致電 Example Person"),
        ] {
            assert_eq!(phrases(text).join("|"), pieces);
            assert_eq!(phrases(text).concat(), text, "nothing is lost");
        }
    }
}
