//! What became of each row of a list: nothing is lost, and nothing changes unsaid.

use std::fmt;

/// What is said of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The row or line.
    pub row: u64,
    /// What.
    pub text: String,
}

/// What is said of a list, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What its numbers count: "row" or "line".
    pub counted: &'static str,
    /// How many rows were read.
    pub read: usize,
    /// How many organisations of the list are new to the campaign, and how many people.
    pub taken: (usize, usize),
    /// Columns that are not read.
    pub unread: Vec<String>,
    /// What was repaired.
    pub mended: Vec<Note>,
    /// What a person should look at.
    pub doubtful: Vec<Note>,
    /// Rows that are listed already.
    pub again: Vec<Note>,
    /// Rows that were left out, and why.
    pub refused: Vec<Note>,
    /// What is said of the campaign as a whole.
    pub also: Vec<String>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (organisations, people) = self.taken;
        write!(
            f,
            "{} {}{} read: {organisations} organisation{} and {people} {} taken, {} listed already, {} left out",
            self.read,
            self.counted,
            if self.read == 1 { "" } else { "s" },
            if organisations == 1 { "" } else { "s" },
            if people == 1 { "person" } else { "people" },
            self.again.len(),
            self.refused.len()
        )?;
        if !self.unread.is_empty() {
            write!(f, "\nColumns not read: {}", self.unread.join(", "))?;
        }
        for (title, notes) in [
            ("Left out", &self.refused),
            ("Listed already", &self.again),
            ("Mended", &self.mended),
            ("Please look at", &self.doubtful),
        ] {
            if !notes.is_empty() {
                write!(f, "\n{title}:")?;
            }
            let mut notes: Vec<&Note> = notes.iter().collect();
            notes.sort_by_key(|note| note.row);
            for Note { row, text } in notes {
                write!(f, "\n  {} {row}: {text}", self.counted)?;
            }
        }
        self.also.iter().try_for_each(|line| write!(f, "\n{line}"))
    }
}
