//! One letter for everybody: its parts, and what a supporter changed in them by hand.
//!
//! Every character of a letter belongs to one part. An edit changes the parts that it touches and no other, so that it holds
//! for every reader, and so that points and answers can come and go around it.

use std::ops::Range;

use super::template::{filled, replaced, template};
use super::{Guide, Recipient};
use crate::letter::words::{Letter, Variant};

/// A part of a letter. Those of the body begin with the empty line that parts them from what is before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The subject, which is not in the body.
    Subject,
    /// The supporter's answer to a prompt, by its place.
    Answer(usize),
    /// Who writes, and why.
    Opening,
    /// What the supporter put behind the opening.
    BehindOpening,
    /// The sentence before the points.
    Lead,
    /// A point, by its place in the campaign's list.
    Point(usize),
    /// What the supporter put behind the points.
    BehindPoints,
    /// What the official should do.
    Ask,
    /// The last line above the name.
    Closing,
}

/// Which of the campaign's variants of a part is meant, by its place; `None` for the letter's own text.
pub(crate) type VariantAt = Option<usize>;

/// What was changed by hand: parts as templates. Empty while the letter is as the campaign and the guide make it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    changed: Vec<(Part, VariantAt, String)>,
}

/// What a letter is made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The campaign's texts.
    pub letter: &'a Letter,
    /// The campaign's headline.
    pub title: &'a str,
    /// The supporter's choices.
    pub guide: &'a Guide,
    /// The supporter's changes.
    pub sheet: &'a Sheet,
}

impl Sheet {
    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty()
    }

    /// What was typed into a part, for any reader, is still there.
    pub fn holds(&self, part: Part) -> bool {
        self.changed.iter().any(|(changed, _, text)| *changed == part && !text.trim().is_empty())
    }

    /// Makes a part what the campaign says again.
    pub fn forget(&mut self, part: Part) {
        self.changed.retain(|(changed, ..)| *changed != part);
    }

    fn find(&self, part: Part, variant: VariantAt) -> Option<&str> {
        let found = self.changed.iter().find(|(changed, at, _)| (*changed, *at) == (part, variant));
        found.map(|(.., text)| text.as_str())
    }

    fn put(&mut self, part: Part, variant: VariantAt, text: Option<String>) {
        self.changed.retain(|(changed, at, _)| (*changed, *at) != (part, variant));
        self.changed.extend(text.map(|text| (part, variant, text)));
    }
}

impl Source<'_> {
    /// The parts of the body, in order.
    fn parts(&self) -> Vec<Part> {
        let guide = self.guide;
        let points: Vec<usize> = guide.points.iter().copied().filter(|at| *at < self.letter.points.len()).collect();
        let leads = self.letter.lead.is_some() && !points.is_empty() || self.sheet.holds(Part::Lead);
        let mut parts: Vec<Part> = (0..guide.answers.len()).map(Part::Answer).collect();
        parts.extend([Part::Opening, Part::BehindOpening]);
        parts.extend(leads.then_some(Part::Lead));
        parts.extend(points.into_iter().map(Part::Point));
        parts.extend([Part::BehindPoints, Part::Ask, Part::Closing]);
        parts
    }

    fn varied(part: Part) -> Option<fn(&Variant) -> &Option<String>> {
        match part {
            Part::Subject => Some(|variant| &variant.subject),
            Part::Opening => Some(|variant| &variant.opening),
            Part::Ask => Some(|variant| &variant.ask),
            _ => None,
        }
    }

    /// Which variant of a part this reader gets: the last that is written for them.
    pub fn variant(&self, part: Part, recipient: &Recipient) -> VariantAt {
        let of = Source::varied(part)?;
        let fits = |variant: &Variant| of(variant).is_some() && recipient.is_addressed_by(variant);
        self.letter.variants.iter().rposition(fits)
    }

    /// Every variant of a part that there is, the letter's own text first.
    fn variants(&self, part: Part) -> Vec<VariantAt> {
        let mut all = vec![None];
        if let Some(of) = Source::varied(part) {
            let variants = self.letter.variants.iter().enumerate();
            all.extend(variants.filter(|(_, variant)| of(variant).is_some()).map(|(at, _)| Some(at)));
        }
        all
    }

    /// A part as the campaign and the guide have it.
    fn made(&self, part: Part, variant: VariantAt) -> String {
        let letter = self.letter;
        let of_variant =
            || Source::varied(part).zip(letter.variants.get(variant?)).and_then(|(of, one)| of(one).as_deref());
        let text = match part {
            Part::Answer(at) => {
                let answer = self.guide.answers.get(at).map(String::as_str).unwrap_or_default();
                return if answer.trim().is_empty() { String::new() } else { ["\n\n", answer].concat() };
            }
            Part::BehindOpening | Part::BehindPoints => return String::new(),
            Part::Subject => return template(of_variant().unwrap_or(&letter.subject), self.title),
            Part::Opening => of_variant().unwrap_or(&letter.opening),
            Part::Lead => match &letter.lead {
                Some(lead) if self.guide.points.len() == 1 => &lead.one,
                Some(lead) => &lead.several,
                None => return String::new(),
            },
            Part::Point(at) => letter.points.get(at).map(|point| point.text.as_str()).unwrap_or_default(),
            Part::Ask => of_variant().unwrap_or(&letter.ask),
            Part::Closing => &letter.closing,
        };
        ["\n\n", &template(text, self.title)].concat()
    }

    /// Whether a part, as this reader gets it, was changed by hand.
    pub fn is_changed(&self, part: Part, recipient: &Recipient) -> bool {
        self.sheet.find(part, self.variant(part, recipient)).is_some()
    }

    fn template(&self, part: Part, variant: VariantAt) -> String {
        self.sheet.find(part, variant).map_or_else(|| self.made(part, variant), str::to_owned)
    }

    /// A part as this reader gets it.
    pub fn part(&self, part: Part, recipient: &Recipient) -> String {
        filled(&self.template(part, self.variant(part, recipient)), recipient)
    }

    /// The parts of the body as this reader gets them, without those that are empty.
    pub fn shown(&self, recipient: &Recipient) -> Vec<(Part, String)> {
        let parts = self.parts().into_iter().map(|part| (part, self.part(part, recipient)));
        parts.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// The body as this reader gets it, without salutation and signature.
    pub fn body(&self, recipient: &Recipient) -> String {
        let body: String = self.shown(recipient).into_iter().map(|(_, text)| text).collect();
        body.strip_prefix("\n\n").map(str::to_owned).unwrap_or(body)
    }

    /// Guide and sheet after the body that `recipient` gets was changed to `body`.
    ///
    /// An answer that is changed in the letter is changed in the guide, and a paragraph with variants is changed for those
    /// who get the same one. Everything else holds for all readers.
    pub fn edited(&self, recipient: &Recipient, body: &str) -> (Guide, Sheet) {
        let (mut guide, mut sheet) = (self.guide.clone(), self.sheet.clone());
        let mut end = 0;
        let spans: Vec<(Part, Range<usize>)> = self
            .parts()
            .into_iter()
            .map(|part| {
                let start = end;
                end += self.part(part, recipient).len();
                (part, start..end)
            })
            .collect();
        let before = self.body(recipient);
        let hidden = end - before.len();
        let starts = spans.iter().map(|(_, span)| span.start.saturating_sub(hidden));
        let (gone, new) = difference(&before, body, starts);
        let gone = gone.start + hidden..gone.end + hidden;
        let target = self.target(&spans, gone.start, new);
        for (part, span) in &spans {
            let local =
                gone.start.clamp(span.start, span.end) - span.start..gone.end.clamp(span.start, span.end) - span.start;
            let new = if target == Some(*part) { new } else { "" };
            if local.is_empty() && new.is_empty() {
                continue;
            }
            let variant = self.variant(*part, recipient);
            let text = replaced(&self.template(*part, variant), recipient, local, new);
            if let Part::Answer(at) = part {
                guide.answer(*at, text.strip_prefix("\n\n").unwrap_or(text.trim_start()).to_owned());
                continue;
            }
            if text.trim().is_empty() {
                // Whoever takes out a whole paragraph takes out its variants, but for those that they wrote themselves.
                for other in self.variants(*part).into_iter().filter(|other| self.sheet.find(*part, *other).is_none()) {
                    sheet.put(*part, other, Some(String::new()));
                }
            }
            let is_made = text == self.made(*part, variant);
            sheet.put(*part, variant, (!is_made).then_some(text));
        }
        (guide, sheet)
    }

    /// The part to which something belongs that is typed at this place. Beside a part with variants it is the next one, so
    /// that it holds for all; a new paragraph behind a point is no part of the point.
    fn target(&self, spans: &[(Part, Range<usize>)], at: usize, new: &str) -> Option<Part> {
        let touching = spans.iter().filter(|(_, span)| span.start <= at && at <= span.end).map(|(part, _)| *part);
        let rank = |part: &Part| match part {
            Part::BehindOpening | Part::BehindPoints if new.starts_with('\n') => 0,
            part if self.variants(*part).len() > 1 => 2,
            _ => 1,
        };
        touching.min_by_key(rank)
    }

    /// The sheet after the subject that `recipient` gets was changed to `subject`.
    pub(crate) fn with_subject(&self, recipient: &Recipient, subject: &str) -> Sheet {
        let mut sheet = self.sheet.clone();
        let variant = self.variant(Part::Subject, recipient);
        let (gone, new) = difference(&self.part(Part::Subject, recipient), subject, [].into_iter());
        let text = replaced(&self.template(Part::Subject, variant), recipient, gone, new);
        sheet.put(Part::Subject, variant, (text != self.made(Part::Subject, variant)).then_some(text));
        sheet
    }
}

/// What of `before` was replaced, and by what of `after`; at the start of a part rather than beside it, where both would make
/// the same text.
fn difference<'t>(before: &str, after: &'t str, starts: impl Iterator<Item = usize>) -> (Range<usize>, &'t str) {
    let same = |(one, other): &(char, char)| one == other;
    let length = |(one, _): (char, char)| one.len_utf8();
    let front: usize = before.chars().zip(after.chars()).take_while(same).map(length).sum();
    let rest = |text: &'_ str| text.len() - front;
    let back = before.chars().rev().zip(after.chars().rev()).take_while(same).map(length);
    let most = rest(before).min(rest(after));
    let back: usize = back
        .scan(0, |sum, length| {
            *sum += length;
            (*sum <= most).then_some(length)
        })
        .sum();
    let gone = front..before.len() - back;
    let new = after.get(front..after.len() - back).unwrap_or_default();
    // Only put in, or only taken out: the same may come of doing so at the start of a part.
    let length = gone.len() + new.len();
    if gone.is_empty() || new.is_empty() {
        let (long, short) = if gone.is_empty() { (after, before) } else { (before, after) };
        for start in starts.filter(|start| *start < front && front <= start + length) {
            if long.get(start + length..).is_some_and(|rest| short.get(start..) == Some(rest)) {
                return match gone.is_empty() {
                    true => (start..start, after.get(start..start + length).unwrap_or_default()),
                    false => (start..start + length, new),
                };
            }
        }
    }
    (gone, new)
}

#[cfg(test)]
mod tests;
