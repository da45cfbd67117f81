//! Texts that a browser's translator may take away.
//!
//! Chrome's puts each text into elements of its own, and removes the text that was there. What a program writes into that text
//! afterwards is seen by nobody, and what it puts before it is refused by the browser. Elements stay where they are.

use std::mem::take;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VNode;

/// The same markup with each text in an element of its own, which is replaced whole when the text changes. A button or a
/// message around it stays, with its focus. The root of everything that a program draws goes through this, so that no screen
/// has to think of it.
pub fn replaceable(drawn: Html) -> Html {
    match drawn {
        VNode::VText(text) if !text.text.trim().is_empty() => {
            let text = text.text;
            // In a list of its own, so that two equal texts beside each other do not share a key.
            html! { <><span key={text.as_str()}>{ &text }</span></> }
        }
        // Nobody else has what was just drawn.
        VNode::VTag(tag) if tag.tag() != "option" => match Rc::try_unwrap(tag) {
            Ok(mut tag) => {
                if let Some(children) = tag.children_mut() {
                    *children = replaceable(take(children));
                }
                tag.into()
            }
            Err(shared) => VNode::VTag(shared),
        },
        VNode::VList(mut list) => {
            for child in Rc::make_mut(&mut list).iter_mut() {
                *child = replaceable(take(child));
            }
            VNode::VList(list)
        }
        other => other,
    }
}
