//! Finding signers by name and country among any number of them.

/// A signer as the search sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name as signed.
    pub name: String,
    /// ISO 3166-1 alpha-2 code of its seat; empty if unknown.
    pub country: String,
    // Private: always the folded name.
    folded: String,
}

impl Row {
    /// A signer.
    pub fn new(name: String, country: String) -> Row {
        let folded = fold(&name);
        Row { name, country, folded }
    }
}

/// Positions of the rows whose name holds every word of `query` (in any order and case) and whose country is `country`
/// (any, if empty), in their own order.
pub fn search(rows: &[Row], query: &str, country: &str) -> Vec<usize> {
    let query = fold(query);
    let words: Vec<&str> = query.split_ascii_whitespace().collect();
    let fits = |row: &Row| {
        (country.is_empty() || row.country == country) && words.iter().all(|word| row.folded.contains(word))
    };
    rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(at, _)| at).collect()
}

/// Lower case without the accents of Latin letters, so that "reseau" finds "Réseau". Greek and Cyrillic letters lose their
/// case only. The standard library's tables of every script would cost each visitor 10 kB.
fn fold(text: &str) -> String {
    text.chars().map(plain).collect()
}

fn plain(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        'Α'..='Ω' | 'А'..='Я' => shifted(letter, 32),
        'Ѐ'..='Џ' => shifted(letter, 80),
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ď'..='đ' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' => 'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => 'i',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ň' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' => 's',
        'Ţ'..='ŧ' => 't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => 'y',
        'Ź'..='ž' => 'z',
        other => other,
    }
}

fn shifted(letter: char, by: u32) -> char {
    char::from_u32(letter as u32 + by).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_case_and_accent() {
        let row = |name: &str, country: &str| Row::new(name.to_owned(), country.to_owned());
        let rows =
            [row("Example Réseau 01", "FR"), row("Example Network 02", "GB"), row("例子組織", ""), row("ПРИМЕР Ž", "")];
        for (query, country, found) in [
            ("", "", vec![0, 1, 2, 3]),
            ("reseau", "", vec![0]),
            ("NETWORK example", "", vec![1]),
            ("example", "GB", vec![1]),
            ("example", "DE", vec![]),
            ("組織", "", vec![2]),
            ("пример z", "", vec![3]),
            ("nothing", "", vec![]),
        ] {
            assert_eq!(search(&rows, query, country), found, "{query} {country}");
        }
    }
}
