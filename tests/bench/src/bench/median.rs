//! The middle of several measures, because one alone is luck.

/// The middle value; the upper one of two. Nothing of nothing.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// The middle of the ratios of measures that were taken in turn, each to the other's next to it: what else the machine does meets
/// both of a pair. Pairs without a second measure are left out; nothing of nothing.
pub fn median_ratio(these: &[f64], others: &[f64]) -> f64 {
    median(these.iter().zip(others).filter(|pair| *pair.1 > 0.0).map(|(this, other)| this / other))
}

#[cfg(test)]
mod tests {
    use super::{median, median_ratio};

    #[test]
    fn the_median_is_the_middle_value() {
        for (values, middle) in [(&[30.0, 10.0, 20.0][..], 20.0), (&[1.0, 2.0], 2.0), (&[5.0], 5.0), (&[], 0.0)] {
            assert_eq!(median(values.iter().copied()), middle, "{values:?}");
        }
    }

    #[test]
    fn a_ratio_is_that_of_measures_next_to_each_other() {
        for (these, others, middle) in [
            (&[10.0, 200.0, 33.0][..], &[10.0, 100.0, 30.0][..], 1.1),
            (&[5.0, 6.0], &[0.0, 3.0], 2.0),
            (&[5.0], &[], 0.0),
        ] {
            assert_eq!(median_ratio(these, others), middle, "{these:?} {others:?}");
        }
    }
}
