//! Links to pass the campaign on.

use visit::catalogue::Message;
use visit::share::Network;

use crate::action::controls::outside;
use crate::draw;
use crate::draw::Pen;

/// Plain links to pass the campaign on by these networks, as `crates/pages/src/share_links.rs` draws them on pages.
pub fn pass_on(pen: &mut Pen<'_>, networks: &[Network], text: &str) {
    let page = pen.live.page();
    let email = pen.live.text(Message::ShareEmail);
    draw!(pen;
        ul(class="pass-on") {
            [for network in networks {
                let name = network.name().unwrap_or(email);
                draw!(pen; li { [outside(pen, &network.link(&page.title, text, &page.address), name)] });
            }]
        }
    );
}
