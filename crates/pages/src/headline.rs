//! The title of a page.

use yew::prelude::*;

use places::language::Language;

use crate::phrases::phrases;

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
