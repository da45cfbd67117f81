//! Whole numbers in digits. The standard library's formatting also aligns, pads and signs them, which every visitor would
//! download.

/// `0`, `53`, `5000`
pub fn decimal(number: usize) -> String {
    let mut text = if number < 10 { String::new() } else { decimal(number / 10) };
    text.push(char::from(b'0' + (number % 10) as u8));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_does() {
        for number in [0, 1, 9, 10, 11, 99, 100, 101, 5000, 65_535, 4_294_967_295] {
            assert_eq!(decimal(number), number.to_string());
        }
    }
}
