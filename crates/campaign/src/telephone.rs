//! Telephone numbers of people whom a campaign names, as E.164 has them: with the code of their country.

/// Countries of the North American Numbering Plan that campaigns name; their numbers are often told without a code.
const NORTH_AMERICA: [&str; 2] = ["US", "CA"];

/// A number as it is shown and called: with `+` and its country's code. A number without one is taken for one of the
/// person's country where its form is known (the United States, Canada, the United Kingdom); nothing is guessed elsewhere.
///
/// `None` for what is no number: between 8 and 15 digits, single marks (`-`, `.`, space) or one pair of brackets between them,
/// and no `(0)`, which is dialled at home only.
pub fn international(text: &str, country: &str) -> Option<String> {
    if let Some(number) = text.strip_prefix('+') {
        let digits = digits(number)?;
        return (digits.len() >= 8 && !digits.starts_with('0') && !is_home_prefix(number)).then(|| text.to_owned());
    }
    let found = digits(text)?;
    // From abroad, the nought in front of British numbers is left out.
    if let (Some(rest), "GB", 10..=11) = (text.strip_prefix('0'), country, found.len()) {
        return (!rest.starts_with('0')).then(|| ["+44 ", rest].concat());
    }
    let local = found.strip_prefix('1').filter(|_| found.len() == 11).unwrap_or(&found);
    let is_american = NORTH_AMERICA.contains(&country) && is_north_american(local);
    is_american.then(|| match found.len() {
        11 => ["+", text].concat(),
        _ => ["+1 ", text].concat(),
    })
}

/// Whether ten digits can be a number of the North American Numbering Plan: area and exchange begin with 2 to 9.
pub fn is_north_american(digits: &str) -> bool {
    let begins_well = |at: usize| digits.as_bytes().get(at).is_some_and(|digit| (b'2'..=b'9').contains(digit));
    digits.len() == 10 && digits.bytes().all(|byte| byte.is_ascii_digit()) && begins_well(0) && begins_well(3)
}

/// The digits of a number whose marks make sense.
fn digits(number: &str) -> Option<String> {
    let mut digits = String::new();
    let (mut open, mut pairs, mut before) = (false, 0, ' ');
    for character in number.chars() {
        match character {
            '0'..='9' => digits.push(character),
            '(' if !open && pairs == 0 && matches!(before, ' ' | '0'..='9') => (open, pairs) = (true, 1),
            ')' if open && before.is_ascii_digit() => open = false,
            '-' | '.' | ' ' if before.is_ascii_digit() || (before == ')' && !open) => {}
            _ => return None,
        }
        before = character;
    }
    let ends_well = before.is_ascii_digit() && !open;
    let is_one_digit = digits.bytes().all(|digit| digits.as_bytes().first() == Some(&digit));
    (ends_well && digits.len() <= 15 && !is_one_digit).then_some(digits)
}

fn is_home_prefix(number: &str) -> bool {
    number.split_once('(').is_some_and(|(_, rest)| rest.starts_with("0)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_called_as_they_are_meant_or_not_at_all() {
        for (text, country, shown) in [
            ("+44 20 7946 0000", "", Some("+44 20 7946 0000")),
            ("+44 (20) 7946-0000", "GB", Some("+44 (20) 7946-0000")),
            ("+1 202 224 3121", "US", Some("+1 202 224 3121")),
            ("+852.2810.2900", "HK", Some("+852.2810.2900")),
            ("202-224-3121", "US", Some("+1 202-224-3121")),
            ("(613) 992-4793", "CA", Some("+1 (613) 992-4793")),
            ("1-202-224-3121", "US", Some("+1-202-224-3121")),
            // Somebody else's country, or nobody's.
            ("020 7946 0000", "GB", Some("+44 20 7946 0000")),
            ("020 7946 0000", "", None),
            ("0020 7946 000", "GB", None),
            ("7946 0000", "GB", None),
            ("2810 2900", "HK", None),
            ("202-224-3121", "", None),
            ("202-224-3121", "GB", None),
            ("102-224-3121", "US", None),
            ("202-024-3121", "US", None),
            ("911", "US", None),
            // Nonsense.
            ("(((((00000", "", None),
            ("+(((((00000", "", None),
            ("+44 (0)20 7946 0000", "GB", None),
            ("+44 20 7946 0000)", "", None),
            ("+44 () 20 7946 0000", "", None),
            ("+44 20--7946 0000", "", None),
            ("+44 20  7946 0000", "", None),
            ("+44 20 7946 0000-", "", None),
            ("+-44 20 7946 0000", "", None),
            ("++44 20 7946 0000", "", None),
            ("+0044 20 7946 0000", "", None),
            ("+0000000000", "", None),
            ("+1111111111", "", None),
            ("+44 20 7946", "", Some("+44 20 7946")),
            ("+44 20 79", "", None),
            ("+44 20 7946 0000 7946 0000", "", None),
            ("+44 20 7946 0000 ext. 3", "", None),
            ("+44 20 7946 0000;ext=3", "", None),
            ("+44,,,207946", "", None),
            ("+44 20 7946 000\u{660}", "", None),
            ("*31#+44 20 7946 0000", "", None),
            ("tel:+442079460000", "", None),
            ("+44\u{a0}20 7946 0000", "", None),
            ("", "US", None),
            ("+", "US", None),
        ] {
            assert_eq!(international(text, country).as_deref(), shown, "{text} ({country})");
        }
    }
}
