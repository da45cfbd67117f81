//! "Did you mean".

/// Longer than any name that exists, with room for what was typed wrong.
const LONGEST: usize = 80;

/// The nearest of the names that exist, if one is near enough to be what was meant.
pub fn nearest<'a>(name: &str, existing: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // Comparing takes time by the product of the lengths; nobody means a short name by a long one.
    if name.len() > LONGEST {
        return None;
    }
    existing
        .into_iter()
        .map(|other| {
            (strsim::normalized_damerau_levenshtein(&name.trim().to_lowercase(), &other.to_lowercase()), other)
        })
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, other)| other.to_owned())
}
