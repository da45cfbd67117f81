//! Plain links by which a supporter passes a campaign on. Nothing is loaded from these networks.

use crate::channel::encode;

/// Where a campaign can be passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// The visitor's own mail program.
    Email,
    /// Signal's own scheme; answers only where the app is installed.
    Signal,
    /// `wa.me`.
    WhatsApp,
    /// `t.me`.
    Telegram,
    /// `bsky.app`.
    Bluesky,
    /// Mastodon's own share page, which takes the text behind `#`, so it never reaches its server.
    Mastodon,
    /// `x.com`.
    X,
}

impl Network {
    /// All of them, private channels first.
    pub const ALL: [Network; 7] = [
        Network::Email,
        Network::Signal,
        Network::WhatsApp,
        Network::Telegram,
        Network::Bluesky,
        Network::Mastodon,
        Network::X,
    ];

    /// Those on which a post is public.
    pub const PUBLIC: [Network; 3] = [Network::Bluesky, Network::Mastodon, Network::X];

    /// The network's own name; e-mail has one per language and gives `None`.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Network::Email => None,
            Network::Signal => Some("Signal"),
            Network::WhatsApp => Some("WhatsApp"),
            Network::Telegram => Some("Telegram"),
            Network::Bluesky => Some("Bluesky"),
            Network::Mastodon => Some("Mastodon"),
            Network::X => Some("X"),
        }
    }

    /// The link that opens the network with `text` and `address` filled in.
    pub fn link(self, title: &str, text: &str, address: &str) -> String {
        let both = encode(&[text, " ", address].concat());
        match self {
            Network::Email => {
                let body = encode(&[text, "\r\n\r\n", address].concat());
                ["mailto:?subject=", &encode(title), "&body=", &body].concat()
            }
            Network::Signal => ["sgnl://send?text=", &both].concat(),
            Network::WhatsApp => ["https://wa.me/?text=", &both].concat(),
            Network::Telegram => ["https://t.me/share/url?url=", &encode(address), "&text=", &encode(text)].concat(),
            Network::Bluesky => ["https://bsky.app/intent/compose?text=", &both].concat(),
            Network::Mastodon => ["https://share.joinmastodon.org/#text=", &both].concat(),
            Network::X => ["https://x.com/intent/post?text=", &encode(text), "&url=", &encode(address)].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_field() {
        for network in Network::ALL {
            let link = network.link("t&cc=a@example.org", "x&bcc=b#c\u{4eba}", "https://example.org/c/a/en/?b=1&c=2");
            assert!(!link.contains("&cc=") && !link.contains("&bcc="), "{link}");
            assert!(link.contains("%26bcc%3Db%23c%E4%BA%BA"), "{link}");
            assert_eq!(link.matches('#').count(), usize::from(network == Network::Mastodon), "{link}");
        }
    }

    #[test]
    fn lines_in_mail_end_as_rfc_6068_says() {
        assert_eq!(
            Network::Email.link("T", "Text", "https://example.org/"),
            "mailto:?subject=T&body=Text%0D%0A%0D%0Ahttps%3A%2F%2Fexample.org%2F"
        );
    }
}
