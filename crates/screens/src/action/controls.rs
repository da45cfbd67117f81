//! The buttons and fields of which every screen of the action is made.

use places::decimal::decimal;
use places::language::Language;
use visit::catalogue::Message;
use visit::{Event, Field};

use crate::draw;
use crate::draw::Pen;

/// The id of each screen's heading, where the focus goes.
pub const TITLE: &str = "action-title";

/// A button that says that something happened. `action` is what tests know it by.
pub fn press(pen: &mut Pen<'_>, event: Event, class: &'static str, action: &'static str, label: Message) {
    press_named(pen, event, class, action, pen.live.text(label));
}

/// The same with a text that is put together.
pub fn press_named(pen: &mut Pen<'_>, event: Event, class: &'static str, action: &'static str, label: &str) {
    draw!(pen; button(class={class} type="button" data-action={action} on={event}) { (label) });
}

/// The way back, at the top of a screen.
pub fn back(pen: &mut Pen<'_>, event: Event) {
    press(pen, event, "link back", "back", Message::Back);
}

/// The heading of a screen. Who does not see the bar of steps hears which one this is.
pub fn step_heading(pen: &mut Pen<'_>, content: &str) {
    let number = pen.visit().step as usize + 1;
    let at = pen.live.fill(Message::StepAt, &[("number", &decimal(number))]);
    draw!(pen; h2(id={TITLE} tabindex="-1" aria-label={[&*at, " ", content].concat()}) { (content) });
}

/// A labelled field of several lines; for reading only where there is no `field`. What has a language of its own is a letter,
/// which translators leave alone.
pub fn area(
    pen: &mut Pen<'_>,
    id: &'static str,
    label: &str,
    language: Option<Language>,
    value: &str,
    field: Option<Field>,
) {
    let tag = language.map(Language::lang_attribute);
    let direction = language.map_or("auto", Language::direction);
    let readonly = field.is_none().then_some("");
    draw!(pen;
        div {
            label(for={id}) { (label) }
            textarea(class="field" id={id} rows="3" lang=?{tag} dir={direction} translate=?{tag.map(|_| "no")} readonly=?{readonly} value={value} typed={field})
        }
    );
}

/// A line that explains, quieter than text.
pub fn hint(pen: &mut Pen<'_>, text: &str) {
    draw!(pen; p(class="hint") { (text) });
}

/// A text of the letter's language, which translators leave alone.
pub fn letter_text(pen: &mut Pen<'_>, class: &'static str, text: &str) {
    let language = pen.live.letter().language;
    draw!(pen; p(class={class} lang={language.lang_attribute()} dir={language.direction()} translate="no") { (text) });
}

/// A link in running text that leaves this site: see `crates/pages/src/link.rs`.
pub fn outside(pen: &mut Pen<'_>, href: &str, content: &str) {
    draw!(pen; a(href={href} target="_blank" rel="noopener noreferrer") { (content) });
}
