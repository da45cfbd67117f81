//! The letter for everybody, and letters to one person alone.

use std::mem::take;
use std::rc::Rc;

use places::legislature::Person;

use super::{Editing, Field, Step, Visit};
use crate::letter::{Draft, Part, Source};

impl Visit {
    /// What the letter for everybody is made of.
    pub fn source(&self) -> Source<'_> {
        Source { letter: &self.letter.0, title: &self.title, guide: &self.guide, sheet: &self.sheet }
    }

    /// As whose the letter for everybody is shown: the first who gets it.
    pub fn reader(&self) -> Option<Rc<Person>> {
        let ticked = self.ticked();
        ticked.iter().find(|person| self.own(&person.id).is_none()).or(ticked.first()).cloned()
    }

    /// The letter to this person, as it is shown and as it is sent.
    pub fn draft(&self, person: &Person) -> Draft {
        self.own(&person.id).cloned().unwrap_or_else(|| self.source().draft(&self.recipient(person)))
    }

    /// The letter to this person alone, if there is one.
    pub fn own(&self, id: &str) -> Option<&Draft> {
        self.own.iter().find(|(whose, _)| **whose == *id).map(|(_, draft)| draft)
    }

    /// Whether something that was typed into this point's paragraph would go with it.
    pub(super) fn holds_words(&self, point: usize) -> bool {
        self.sheet.holds(Part::Point(point))
    }

    pub(super) fn forget_point(&mut self, point: usize) {
        self.guide.points.retain(|other| *other != point);
        self.sheet.forget(Part::Point(point));
    }

    pub(super) fn edit(&mut self, editing: Editing) {
        // A letter that was only looked at stays everybody's.
        if let Editing::Own(id) = take(&mut self.editing)
            && !self.differs(&id)
        {
            self.rejoin(&id);
        }
        if let Editing::Own(id) = &editing {
            let Some(person) = self.people().into_iter().find(|person| person.id == *id) else { return };
            // From its card, too: what was copied there is copied again.
            self.go_to(Step::Write);
            if self.own(id).is_none() {
                let draft = self.draft(&person);
                self.own.push((Rc::clone(id), draft));
            }
        }
        self.editing = editing;
    }

    /// Takes what is now in a field.
    pub(super) fn take(&mut self, field: Field, text: &str) {
        let line = || text.replace('\n', " ");
        match field {
            Field::Seats => self.filter = line(),
            Field::Answer(prompt) => self.guide.answer(prompt, text.to_owned()),
            Field::Name => self.guide.name = line(),
            Field::Address => self.guide.address = line(),
            Field::Subject | Field::Body => {
                let Some(reader) = self.reader() else { return };
                let recipient = self.recipient(&reader);
                if field == Field::Body {
                    (self.guide, self.sheet) = self.source().edited(&recipient, text);
                } else {
                    self.sheet = self.source().with_subject(&recipient, &line());
                }
            }
            Field::OwnSubject(id) => {
                if let Some(own) = self.own_mut(&id) {
                    own.subject = line();
                }
            }
            Field::OwnBody(id) => {
                if let Some(own) = self.own_mut(&id) {
                    own.body = text.to_owned();
                }
            }
        }
    }

    fn own_mut(&mut self, id: &str) -> Option<&mut Draft> {
        self.own.iter_mut().find(|(whose, _)| **whose == *id).map(|(_, draft)| draft)
    }

    /// Whether the letter to this person alone reads otherwise than that for everybody.
    pub(super) fn differs(&self, id: &str) -> bool {
        let Some(own) = self.own(id) else { return false };
        let person = self.people().into_iter().find(|person| *person.id == *id);
        person.is_none_or(|person| self.source().draft(&self.recipient(&person)) != *own)
    }

    pub(super) fn rejoin(&mut self, id: &str) {
        self.own.retain(|(whose, _)| **whose != *id);
        self.editing = Editing::Nothing;
    }
}
