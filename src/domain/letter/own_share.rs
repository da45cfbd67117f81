//! How much of a letter is in the supporter's own words.

/// The share of `letter` that does not stand in `ours`, in hundredths, by characters. 0 for an empty letter.
///
/// Compared line by line: a line that was only touched counts with what was changed in it, and a line that is less than
/// half ours is the supporter's.
pub fn own_share(letter: &str, ours: &str) -> usize {
    let (mut own, mut all) = (0, 0);
    for line in letter.lines() {
        let length = line.chars().count();
        let kept = ours.lines().map(|other| alike(line, other)).max().unwrap_or(0).min(length);
        all += length;
        own += if kept * 2 < length { length } else { length - kept };
    }
    (own * 100).checked_div(all).unwrap_or(0)
}

/// How many characters two lines share at their beginning and, beyond that, at their end.
fn alike(one: &str, other: &str) -> usize {
    let front = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let back = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
    let most = other.chars().count();
    (front + back).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_supporter_wrote_is_theirs() {
        let ours = "Dear Senator Doe,\n\nI live in Vermont.\n\nPlease act.\n";
        for (letter, share) in [
            ("", 0),
            (ours, 0),
            ("Please act.\n\nI live in Vermont.", 0),
            ("My aunt is in prison.", 100),
            ("我的姨母在獄中。", 100),
            ("Please act. ", 8),
            ("Please do act.", 21),
            ("0123456789\nPlease act.", 47),
        ] {
            assert_eq!(own_share(letter, ours), share, "{letter}");
        }
    }
}
