//! One letter for everybody: the supporter's own words, the points, their name, and the letter as it will be read.

use places::decimal::decimal;
use places::language::Language;
use visit::catalogue::Message;
use visit::{Editing, Event, Field, Loss, Step};

use crate::action::asking::asking;
use crate::action::controls::{area, back, press, step_heading};
use crate::action::own_letter::own_letter;
use crate::action::paper::paper;
use crate::draw;
use crate::draw::Pen;

/// Everything on one sheet; or the letter to one person alone, while that is edited.
pub fn write_screen(pen: &mut Pen<'_>) {
    if let Editing::Own(id) = &pen.visit().editing {
        return own_letter(pen, id);
    }
    let ticked = pen.visit().ticked();
    let title = match &*ticked {
        [one] => pen.live.fill(Message::LetterTitle, &[("name", &one.shown)]),
        [_, _] => pen.live.text(Message::WriteTitleBoth).to_owned(),
        all => pen.live.count(Message::WriteTitle, all.len(), &[]),
    };
    draw!(pen;
        div {
            [back(pen, Event::WentTo(Step::Find))]
            [step_heading(pen, &title)]
            [language_note(pen)]
            [own_words(pen)]
            [points(pen)]
            [name_and_address(pen)]
            p(class="assurance") { ~WordsAssurance }
            [paper(pen)]
            [press(pen, Event::WentTo(Step::Send), "button wide", "next", Message::Next)]
        }
    );
}

/// Before anybody writes: which language the offices read.
fn language_note(pen: &mut Pen<'_>) {
    let language = pen.live.letter().language;
    if language == pen.live.page().language {
        return;
    }
    let name = pen.live.text(match language {
        Language::English => Message::LanguageEnglish,
        Language::TraditionalChinese => Message::LanguageChinese,
    });
    draw!(pen; p(class="note") { (pen.live.fill(Message::WriteLanguage, &[("language", name)])) });
}

/// The first question is open, the others are folded.
fn own_words(pen: &mut Pen<'_>) {
    const IDS: [&str; 3] = ["answer-0", "answer-1", "answer-2"];
    let prompts = &pen.live.letter().prompts;
    if prompts.is_empty() {
        return;
    }
    let guide = &pen.visit().guide;
    let hint = if guide.has_words() { Message::GaugeShare } else { Message::WordsHint };
    let ask = |pen: &mut Pen<'_>, range: std::ops::Range<usize>| {
        for (at, (prompt, id)) in prompts.iter().zip(IDS).enumerate().filter(|(at, _)| range.contains(at)) {
            let answer = guide.answers.get(at).map(String::as_str).unwrap_or_default();
            area(pen, id, prompt, None, answer, Some(Field::Answer(at)));
        }
    };
    draw!(pen;
        div {
            [ask(pen, 0..1)]
            p(class="hint" role="status") { ~{hint} }
            [if prompts.len() > 1 {
                draw!(pen; details(class="more-words") { summary { ~WordsMore } [ask(pen, 1..IDS.len())] });
            }]
        }
    );
}

/// A box to tick for each point.
fn points(pen: &mut Pen<'_>) {
    let chosen = &pen.visit().guide.points;
    draw!(pen;
        fieldset(class="points") {
            legend { ~PointsTitle }
            ul(class="chips") {
                [for (at, point) in pen.live.letter().points.iter().enumerate() {
                    draw!(pen;
                        li {
                            label {
                                input(type="checkbox" data-point={decimal(at)} checked={chosen.contains(&at)} on={Event::PointToggled(at)})
                                span { (point.label) }
                            }
                        }
                    );
                }]
            }
            [asking(pen, |loss| matches!(loss, Loss::Point(_)))]
        }
    );
}

fn name_and_address(pen: &mut Pen<'_>) {
    let guide = &pen.visit().guide;
    draw!(pen;
        div(class="two") {
            [for (id, label, value, field) in [
                ("name", Message::WordsName, &guide.name, Field::Name),
                ("address", Message::WordsAddress, &guide.address, Field::Address),
            ] {
                draw!(pen;
                    div {
                        label(for={id}) { ~{label} }
                        input(class="field" id={id} type="text" dir="auto" value={value} typed={Some(field)})
                    }
                );
            }]
            p(class="hint") { ~WordsNameHint }
        }
    );
}
