//! A whole HTML document around a page.

use yew::prelude::*;

use places::language::Language;

/// What goes in the head of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The page's language.
    pub language: Language,
    /// The page's title.
    pub title: AttrValue,
    /// One or two sentences for search results and previews.
    pub description: AttrValue,
    /// The one address of this page; none for pages that should not be found.
    pub canonical: Option<AttrValue>,
    /// The same page in every language: `hreflang` and address.
    pub alternates: Vec<(&'static str, AttrValue)>,
    /// Open Graph properties.
    pub open_graph: Vec<(&'static str, AttrValue)>,
    /// Address of the oEmbed answer for this page.
    pub oembed: Option<AttrValue>,
    /// JSON-LD, already safe to stand in a script element.
    pub json_ld: Option<AttrValue>,
    /// Scheme, host and port of the site.
    pub origin: AttrValue,
    /// The style sheet.
    pub style: AttrValue,
    /// A style sheet that comes after the first one, on pages that need more than it has.
    pub second_style: Option<AttrValue>,
    /// Path of the picture in a browser's tab.
    pub icon: AttrValue,
    /// The script of every page.
    pub script: AttrValue,
    /// The live parts' program, if the page has live parts.
    pub program: Option<Program>,
    /// For a page that only leads on to one in the browser's language.
    pub pick: Option<Pick>,
    /// Scripts that only some pages need: leaving quickly, what a host is told, crediting a partner.
    pub further: Vec<AttrValue>,
    /// The script at the end of the page for partners, which shows the campaign in a frame.
    pub preview: Option<AttrValue>,
}

/// What starts a program.
#[derive(Clone, Debug, PartialEq)]
pub struct Program {
    /// Where it is.
    pub files: ProgramFiles,
    /// Path of the texts of the first part, which are asked for before that part is parsed.
    pub island: AttrValue,
    /// The script that starts it.
    pub script: AttrValue,
    /// Path of the script around the action, which the first one fetches besides.
    pub action: AttrValue,
}

/// Where the Wasm and its glue are.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramFiles {
    /// Path of the JavaScript module.
    pub glue: AttrValue,
    /// Path of the Wasm.
    pub wasm: AttrValue,
    /// `sha384-…` of the Wasm, which the browser checks before compiling it.
    pub integrity: AttrValue,
}

/// A choice of languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Pick {
    /// Their tags, separated by spaces.
    pub languages: AttrValue,
    /// Path of the page, with the last slash: the languages are below it, however the page was asked for.
    pub path: AttrValue,
    /// The script that picks one.
    pub script: AttrValue,
}

/// See [`Document`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What goes in the head.
    pub head: Head,
    /// What the page may do, for hosts that send no header.
    pub policy: AttrValue,
    /// Style class of the body: which kind of page it is.
    pub kind: AttrValue,
    /// The body.
    pub children: Html,
}

/// Everything between `<html>` and `</html>`.
#[component]
pub fn Document(props: &Props) -> Html {
    let Props { head, policy, kind, children } = props;
    let alternates = head.alternates.iter().map(|(language, address)| {
        html! { <link key={*language} rel="alternate" hreflang={*language} href={address} /> }
    });
    let open_graph = head.open_graph.iter().map(|(property, content)| match property.starts_with("twitter:") {
        true => html! { <meta key={*property} name={*property} content={content} /> },
        false => html! { <meta key={*property} property={*property} content={content} /> },
    });
    let canonical =
        head.canonical.iter().map(|address| html! { <link key="canonical" rel="canonical" href={address} /> });
    let robots = head.canonical.is_none().then(|| html! { <meta key="robots" name="robots" content="noindex" /> });
    let oembed = head.oembed.iter().map(|address| {
        html! { <link key="oembed" rel="alternate" type="application/json+oembed" href={address} /> }
    });
    let json_ld = head.json_ld.iter().map(|json| data_block("json-ld", "application/ld+json", json));
    let program = head.program.iter().map(|program| {
        let Program { files: ProgramFiles { glue, wasm, integrity }, island, script, action } = program;
        html! {
            <script key="program" data-glue={glue} data-wasm={wasm} data-integrity={integrity} data-island={island}
                data-action={action}>{ raw(script) }</script>
        }
    });
    let pick = head.pick.iter().map(|pick| {
        html! { <script key="pick" data-languages={&pick.languages} data-path={&pick.path}>{ raw(&pick.script) }</script> }
    });
    let second_style = head.second_style.iter().map(|style| html! { <style key="second">{ raw(style) }</style> });
    let further =
        head.further.iter().enumerate().map(|(at, script)| html! { <script key={at}>{ raw(script) }</script> });
    // On the root element, so that the first script finds it.
    let framed = (kind == "embedded").then_some("framed");
    html! {
        <html lang={head.language.lang_attribute()} dir={head.language.direction()} class={framed}>
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content={policy} />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                // As early as the policy allows: the second one asks for the program.
                <script>{ raw(&head.script) }</script>
                { for program }
                <title>{ &head.title }</title>
                <meta name="description" content={&head.description} />
                <meta name="color-scheme" content="light dark" />
                <meta name="referrer" content="no-referrer" />
                { for canonical }
                { for robots }
                { for alternates }
                { for oembed }
                { for open_graph }
                <link rel="icon" href={&head.icon} />
                <style>{ raw(&head.style) }</style>
                { for second_style }
                { for pick }
                { for further }
                { for json_ld }
            </head>
            <body class={kind}>{ children.clone() }</body>
        </html>
    }
}

/// A script element that is data and never runs. In `json`, `<` is escaped.
pub(crate) fn data_block(id: &'static str, kind: &'static str, json: &AttrValue) -> Html {
    html! { <script key={id} {id} type={kind}>{ raw(json) }</script> }
}

/// Markup that this program made itself: style, script, and live parts rendered before.
pub fn raw(markup: &AttrValue) -> Html {
    Html::from_html_unchecked(markup.clone())
}
