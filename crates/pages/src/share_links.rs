//! Plain links to pass a campaign on.

use yew::prelude::*;

use visit::share::Network;

use crate::link::outside;

/// Plain links to pass a campaign on by these networks; they work without scripts. `email` is what the page's language
/// calls e-mail.
pub fn share_links(networks: &[Network], title: &str, text: &str, address: &str, email: &AttrValue) -> Html {
    let links = networks.iter().map(|network| {
        let name = network.name().map_or_else(|| email.clone(), AttrValue::Static);
        html! { <li key={*network as u8}>{ outside(spelled_out(&network.link(title, text, address)), name) }</li> }
    });
    html! { <ul class="pass-on">{ for links }</ul> }
}

/// The same address with letters beyond ASCII as they are, which a browser encodes when it follows the link (URL Standard, "URL code
/// points"). A Chinese text then compresses together with the page that says the same.
fn spelled_out(link: &str) -> String {
    let half = |digit: u8| char::from(digit).to_digit(16).and_then(|half| u8::try_from(half).ok());
    let mut bytes = Vec::with_capacity(link.len());
    let mut rest = link.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, left) = match rest {
            [b'%', high, low, left @ ..] => (half(*high).zip(half(*low)).map(|(high, low)| high << 4 | low), left),
            _ => (None, after),
        };
        let beyond = byte.filter(|byte| !byte.is_ascii());
        bytes.push(beyond.unwrap_or(*first));
        rest = if beyond.is_some() { left } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| link.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_beyond_ascii_are_spelled_out() {
        for (link, spelled) in [
            ("mailto:?body=%E4%BA%BA%0D%0A%26cc%3D", "mailto:?body=\u{4eba}%0D%0A%26cc%3D"),
            ("https://wa.me/?text=a%25E4%23", "https://wa.me/?text=a%25E4%23"),
            ("https://wa.me/?text=%E4%BA", "https://wa.me/?text=%E4%BA"),
            ("sgnl://send?text=%", "sgnl://send?text=%"),
            ("", ""),
        ] {
            assert_eq!(spelled_out(link), spelled);
        }
    }

    #[test]
    fn what_a_network_gets_is_the_same() {
        for network in Network::ALL {
            let link = network.link("\u{8072}&t", "\u{2026}\u{4eba}%E4&x=", "https://example.org/c/a/en/?b=\u{e9}");
            let decode = |link: &str| percent_encoding::percent_decode_str(link).decode_utf8().unwrap().into_owned();
            assert_eq!(decode(&spelled_out(&link)), decode(&link));
        }
    }
}
