//! The title of a page.

use yew::prelude::*;

use crate::domain::language::Language;
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::phrases::phrases;

/// A heading of the first level. In Chinese, no line of it ends within a word.
pub fn headline(language: Language, title: &str) -> Html {
    let pieces = match language {
        Language::English => vec![title],
        Language::TraditionalChinese => phrases(title),
    };
    let pieces = pieces.into_iter().enumerate().map(|(at, piece)| {
        let parting = (at > 0).then(|| html! { <wbr /> });
        html! { <>{ for parting }{ piece.to_owned() }</> }
    });
    html! { <h1 class="headline">{ for pieces }</h1> }
}

/// Pages are drawn at build time only; no visitor downloads the dictionary.
#[cfg(target_arch = "wasm32")]
fn phrases(text: &str) -> Vec<&str> {
    vec![text]
}
