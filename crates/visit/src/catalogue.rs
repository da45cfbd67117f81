//! The words of the interface in one language, looked up by [`Message`].
//!
//! A page carries only its own language, and only the messages of its live parts, as a list in the order of the enum:
//! no names are shipped. The native program reads `assets/languages/<tag>.json` by name and reports what is missing.

mod messages;

use std::rc::Rc;

use places::language::{Language, Plural};

pub use messages::{MESSAGES, Message};

/// Parts the plural forms of one packed text: U+001F, the unit separator.
pub const FORM_SEPARATOR: char = '\u{1f}';

/// The last message that a live part uses.
pub const LAST_LIVE: Message = Message::SaveMail;

/// The words of the interface in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// Whose words these are.
    pub language: Language,
    texts: Vec<Rc<str>>,
}

impl Catalogue {
    /// Takes texts in the order of [`MESSAGES`]; a short list leaves the rest empty.
    pub fn new(language: Language, texts: Vec<Rc<str>>) -> Catalogue {
        Catalogue { language, texts }
    }

    /// The texts that a part carries whose last message is `last`, in order.
    pub fn live_texts(&self, last: Message) -> &[Rc<str>] {
        self.texts.get(..=last as usize).unwrap_or(&self.texts)
    }

    /// The same words, but for those that read otherwise in one part: "Postcode" in place of "ZIP code".
    pub fn with(&self, others: &[(Message, Rc<str>)]) -> Catalogue {
        let mut words = self.clone();
        for (message, other) in others {
            if let Some(text) = words.texts.get_mut(*message as usize) {
                *text = Rc::clone(other);
            }
        }
        words
    }

    /// The text of a message that takes nothing.
    pub fn text(&self, message: Message) -> Rc<str> {
        self.texts.get(message as usize).cloned().unwrap_or_default()
    }

    /// The same for whoever only looks at it.
    pub fn get(&self, message: Message) -> &str {
        self.texts.get(message as usize).map_or("", |text| text)
    }

    /// The text with each `{name}` replaced by its value.
    pub fn fill(&self, message: Message, values: &[(&str, &str)]) -> String {
        fill(self.get(message), values)
    }

    /// The form of the text that goes with `count`, with `{count}` and each `{name}` replaced.
    pub fn count(&self, message: Message, count: usize, values: &[(&str, &str)]) -> String {
        let mut forms = self.get(message).split(FORM_SEPARATOR);
        let first = forms.next().unwrap_or_default();
        let form = match self.language.plural(count) {
            Plural::One => first,
            Plural::Other => forms.next().unwrap_or(first),
        };
        let number = self.language.number(count);
        fill(form, &[&[("count", &*number)], values].concat())
    }
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        match after.split_once('}') {
            Some((name, behind)) => {
                filled.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests;
