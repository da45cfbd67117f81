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
    let words: Vec<&str> = query.split_whitespace().collect();
    let fits = |row: &Row| {
        (country.is_empty() || row.country == country) && words.iter().all(|word| row.folded.contains(word))
    };
    rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(at, _)| at).collect()
}

/// Lower case, without the accents of Latin letters, so that "Reporter ohne" and "reporteré" are found as typed.
fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

fn plain(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ś' | 'š' | 'ş' => 's',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ž' | 'ż' => 'z',
        'ł' => 'l',
        'ğ' => 'g',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_case_and_accent() {
        let row = |name: &str, country: &str| Row::new(name.to_owned(), country.to_owned());
        let rows = [row("Example Réseau 01", "FR"), row("Example Network 02", "GB"), row("例子組織", "")];
        for (query, country, found) in [
            ("", "", vec![0, 1, 2]),
            ("reseau", "", vec![0]),
            ("NETWORK example", "", vec![1]),
            ("example", "GB", vec![1]),
            ("example", "DE", vec![]),
            ("組織", "", vec![2]),
            ("nothing", "", vec![]),
        ] {
            assert_eq!(search(&rows, query, country), found, "{query} {country}");
        }
    }
}
