//! Names written from right to left, beside text that is not.

/// Begins an isolate whose direction is that of its first letter (Unicode, UAX 9).
const BEGIN: &str = "\u{2068}";
/// Ends it.
const END: &str = "\u{2069}";

/// A name as it can appear beside other text: one with letters that run from right to left is isolated, so that it does
/// not reorder what is around it. Texts of campaigns never hold such marks themselves: `undersigned check` refuses
/// them.
pub fn isolated(name: &str) -> String {
    if name.chars().any(is_right_to_left) { [BEGIN, name, END].concat() } else { name.to_owned() }
}

/// Whether a letter is of a script that runs from right to left: Hebrew to Arabic, their presentation forms, and the
/// blocks that Unicode keeps for others.
fn is_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_run_the_other_way_are_isolated() {
        for (name, shown) in [
            ("Example Organisation", "Example Organisation"),
            ("香港 – É (2)", "香港 – É (2)"),
            ("منظمة", "\u{2068}منظمة\u{2069}"),
            ("Example ארגון 2", "\u{2068}Example ארגון 2\u{2069}"),
            ("", ""),
        ] {
            assert_eq!(isolated(name), shown);
        }
    }
}
