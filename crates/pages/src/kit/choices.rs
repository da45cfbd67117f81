//! Language, colours and credit: what a partner may choose. Needs the script; without it, the page says how by hand.

use yew::prelude::*;

use visit::catalogue::Message;

use crate::Context;
use crate::field::field;

/// See [`Choices`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
}

/// One list to choose from for each thing that can be chosen.
#[component]
pub fn Choices(props: &Props) -> Html {
    let context = &props.context;
    let text = |message| context.text(message);
    let languages = context.campaign.facts.languages.iter().map(|language| {
        let here = *language == context.language();
        html! { <option key={language.tag()} value={language.tag()} selected={here} lang={language.lang_attribute()}>{ language.own_name() }</option> }
    });
    html! {
        <section class="section" aria-labelledby="kit-choose">
            <h2 id="kit-choose">{ text(Message::KitChoose) }</h2>
            <div class="kit-choices scripted">
                <p>
                    <label for="kit-language">{ text(Message::KitLanguage) }</label>
                    { field! { <select class="field" id="kit-language">{ for languages }</select> } }
                </p>
                <p>
                    <label for="kit-theme">{ text(Message::KitTheme) }</label>
                    { field! {
                        <select class="field" id="kit-theme">
                            <option value="">{ text(Message::KitThemeAuto) }</option>
                            <option value="light">{ text(Message::KitThemeLight) }</option>
                            <option value="dark">{ text(Message::KitThemeDark) }</option>
                        </select>
                    } }
                </p>
                { partner_choice(context) }
            </div>
            <p class="hint unscripted">{ text(Message::KitByHand) }</p>
            { partner_note(context) }
        </section>
    }
}

/// The list of partners; nothing where there are none.
fn partner_choice(context: &Context) -> Html {
    let partners = &context.campaign.facts.partners;
    let options = partners.iter().map(|partner| {
        let slug = partner.slug.as_str().to_owned();
        html! { <option key={slug.clone()} value={slug}>{ partner.name.clone() }</option> }
    });
    let choice = (!partners.is_empty()).then(|| {
        html! {
            <p key="partner">
                <label for="kit-partner">{ context.text(Message::KitPartner) }</label>
                { field! {
                    <select class="field" id="kit-partner" aria-describedby="kit-partner-note">
                        <option value="">{ context.text(Message::KitPartnerNone) }</option>
                        { for options }
                    </select>
                } }
            </p>
        }
    });
    html! { <>{ for choice }</> }
}

/// When a partner is named, and how to become one.
fn partner_note(context: &Context) -> Html {
    let partners = &context.campaign.facts.partners;
    let by_hand = partners.iter().map(|partner| {
        let part = ["?p=", partner.slug.as_str()].concat();
        html! { <li key={part.clone()}>{ partner.name.clone() }{ " " }<code dir="ltr">{ part.clone() }</code></li> }
    });
    let hint = (!partners.is_empty())
        .then(|| html! { <p key="hint" class="hint">{ context.text(Message::KitPartnerHint) }</p> });
    html! {
        <div class="kit-note" id="kit-partner-note">
            { for hint }
            <ul class="plain-list hint unscripted">{ for by_hand }</ul>
            <p class="hint">{ context.fill(Message::KitPartnerUnlisted, &[("provider", &context.site.provider)]) }</p>
        </div>
    }
}
