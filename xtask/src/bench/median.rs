//! The middle of several measures, because one alone is luck.

/// The middle value; the upper one of two. Nothing of nothing.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_the_middle_value() {
        for (values, middle) in [(&[30.0, 10.0, 20.0][..], 20.0), (&[1.0, 2.0], 2.0), (&[5.0], 5.0), (&[], 0.0)] {
            assert_eq!(median(values.iter().copied()), middle, "{values:?}");
        }
    }
}
