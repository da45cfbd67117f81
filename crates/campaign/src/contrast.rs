//! How well a colour can be told from the paper behind it (WCAG 2.2, "contrast ratio").

use crate::facts::Colour;

/// The page's background in the light theme.
pub(crate) const LIGHT_PAPER: &str = "#fffdf9";
/// The page's background in the dark theme.
pub(crate) const DARK_PAPER: &str = "#161514";
/// The least ratio for text (WCAG 2.2, success criterion 1.4.3, level AA).
pub const LEAST: f64 = 4.5;

/// The contrast ratio of two colours, 1 to 21. `None` when the paper is not written `#rrggbb`.
pub fn ratio(colour: &Colour, paper: &str) -> Option<f64> {
    let (one, other) = (luminance(colour.as_str())?, luminance(paper)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

/// Relative luminance of an sRGB colour, 0 to 1.
fn luminance(hex: &str) -> Option<f64> {
    let channel = |at: usize| {
        let level = f64::from(u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * channel(1)? + 0.7152 * channel(3)? + 0.0722 * channel(5)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_those_of_the_standard() {
        for (colour, paper, expected) in [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            ("#767676", "#ffffff", 4.54),
            ("#777777", "#ffffff", 4.48),
            ("#0000ff", "#ffffff", 8.59),
        ] {
            let measured = ratio(&Colour::try_from(colour.to_owned()).unwrap(), paper).unwrap();
            assert!((measured - expected).abs() < 0.005, "{colour} on {paper}: {measured}");
        }
    }
}
