//! What can be wrong with a campaign's folder. Says where and what; how it reads is for the program that prints it.

mod count;
mod limit;
mod logo;
mod look_alike;
mod nearest;

use places::date::{Date, DateFault};
use places::language::Language;
use places::web_address::NotHttps;

use crate::facts::{Slug, Status};
use crate::sheet::SheetFault;

pub use count::CountFault;
pub use limit::{LimitFault, count, limited};
pub(crate) use limit::{MOST_OF_A_KIND, Tally};
pub use logo::LogoFault;
pub use look_alike::LookAlike;
pub use nearest::nearest;

/// One fault of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The file, as seen from where the folder was read: `en.json`, or `campaigns/x/en.json` once a folder is known.
    pub file: String,
    /// Where in it: a JSON pointer (RFC 6901), empty for the file as a whole.
    pub place: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong. Each carries the value that offends.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// The file or folder cannot be read; what the system says.
    CannotRead(String),
    /// The file must exist.
    FileMissing,
    /// A words file for a language that `languages` does not name; its tag.
    WordsUndeclared(String),
    /// A JSON file whose name is no language of the interface; the languages.
    NotALanguage(Vec<String>),

    /// Not UTF-8 from this byte on.
    NotUtf8(usize),
    /// Not JSON.
    Syntax {
        /// From 1.
        line: usize,
        /// In characters, from 1.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// The same field appears twice in one object.
    FieldTwice,

    /// No field has this name; the nearest that exists.
    FieldUnknown(Option<String>),
    /// A required field is not there.
    FieldMissing,
    /// Another type of value is needed.
    WrongType {
        /// "a text", "a list", …
        expected: &'static str,
        /// The same for what is there.
        found: &'static str,
    },
    /// None of the words allowed here.
    NotAChoice {
        /// What is there.
        found: String,
        /// What may.
        choices: Vec<String>,
        /// The nearest of them.
        nearest: Option<String>,
    },
    /// An object that must have exactly one of these fields.
    NotOneOf(Vec<String>),
    /// A list with too few items.
    ListTooShort {
        /// How few may be in it.
        least: u64,
    },
    /// A list with too many items.
    ListTooLong {
        /// How many may be in it.
        most: u64,
        /// How many are.
        found: usize,
    },
    /// A number outside its range.
    NumberOutside {
        /// What is there.
        found: String,
        /// The least.
        least: u64,
        /// The greatest.
        most: u64,
    },
    /// Fits the schema, and still cannot be read; what the reader says.
    Unreadable(String),

    /// Nothing, or nothing but spaces.
    TextEmpty,
    /// Spaces at the beginning or the end.
    TextUntrimmed,
    /// More characters than fit.
    TextTooLong {
        /// How many fit.
        most: u64,
        /// How many there are.
        found: usize,
    },
    /// A control character, or one that hides or reorders what is read.
    HiddenCharacter(char),
    /// Still the instruction of the example: `FILL IN: …`.
    StillToFillIn(String),
    /// A text was read in the wrong encoding before it came here; the text.
    Damaged(String),
    /// Not a date.
    Date(DateFault),
    /// Not a full `https` address.
    Address(NotHttps),
    /// Not a name for a folder and an address.
    Slug(String),
    /// Not a partner's name in an address.
    PartnerSlug(String),
    /// Not a colour.
    Colour(String),
    /// Not a country code.
    Country(String),

    /// A text in another language than it should be.
    ForeignText {
        /// Which it should be.
        language: Language,
        /// Where it begins.
        found: String,
    },
    /// A merge token in one brace, or in wide ones; as it stands.
    TokenSingle(String),
    /// No merge token has this name; the nearest that exists.
    TokenUnknown {
        /// What is between the braces.
        name: String,
        /// The nearest that exists.
        nearest: Option<String>,
    },
    /// `{{` without `}}`, or the reverse; which stands alone.
    TokenUnpaired(String),
    /// A merge token in a text where none is filled in; its name.
    TokenMisplaced(String),

    /// The folder has another name than the campaign.
    IdNotFolder {
        /// The campaign's.
        id: String,
        /// The folder's.
        folder: String,
    },
    /// A language that is listed twice; its tag.
    LanguageTwice(String),
    /// Changed before it was issued.
    UpdatedBeforeIssued {
        /// The day of the statement.
        issued: Date,
        /// The earlier day.
        updated: Date,
    },
    /// Signed after the statement was last changed.
    SignedAfterText {
        /// The day of the signature.
        signed: Date,
        /// The last day on which the statement changed.
        text: Date,
    },
    /// The organisation is already listed above; at which place.
    SignerTwice {
        /// Its name.
        name: String,
        /// The place of the first.
        first: String,
    },
    /// Not where the alphabet puts it.
    SignerOutOfOrder {
        /// Its name.
        name: String,
        /// The name before it, which should come later.
        before: String,
    },
    /// Numbers of signers that do not agree.
    Count(CountFault),
    /// A signer whose name looks like another.
    LookAlike(LookAlike),
    /// Too much, or a link.
    Limit(LimitFault),
    /// The partner's slug is already listed above; at which place.
    PartnerTwice {
        /// The slug.
        slug: String,
        /// The place of the first.
        first: String,
    },
    /// Not a file name of a list of people.
    PeopleForm(String),
    /// The list is not in the folder.
    PeopleMissing(String),
    /// Two targets name the same list.
    PeopleTwice(String),
    /// A list that no target names.
    PeopleUndeclared,
    /// A list that cannot be read as one; the one cause.
    Sheet(SheetFault),
    /// The first row of a list names none of the columns.
    HeaderMissing,
    /// A list has no such column; the nearest that it may have.
    ColumnUnknown(Option<String>),
    /// A row of a list with more or fewer fields than its header.
    RowWidth {
        /// How many the header has.
        expected: usize,
        /// How many the row has.
        found: usize,
    },
    /// Not an e-mail address.
    Email(String),
    /// Not a telephone number.
    Phone(String),
    /// Somebody who can be reached by neither e-mail nor telephone.
    PersonWithoutChannel,
    /// The person is already listed above; in which row.
    PersonTwice {
        /// The row of the first.
        first: u64,
    },
    /// A signer's picture.
    Logo(LogoFault),
    /// Too little contrast to be read.
    Contrast {
        /// The colour.
        colour: String,
        /// What it is on.
        paper: &'static str,
        /// The measured ratio.
        ratio: f64,
    },
    /// An open campaign without anyone to write to.
    OpenWithoutTargets,
    /// An open campaign without words for the action.
    OpenWithoutAction,
    /// A closed or won campaign that does not tell what came after.
    EndedWithoutAftermath(Status),
    /// An open campaign that points to another.
    NextOfOpen,
    /// A campaign that points to itself.
    NextIsItself,
    /// A campaign that is not there.
    NextUnknown(Slug),
    /// A campaign that is not open, or whose status cannot be read.
    NextNotOpen(Slug),
    /// One language has this part, this one does not; the file that has it.
    PartMissing(String),
    /// Not as many of something as in another language.
    PartsDiffer {
        /// Points, prompts or variants.
        parts: &'static str,
        /// How many here.
        here: usize,
        /// How many there.
        there: usize,
        /// The other file.
        file: String,
    },
    /// A variant for a group that does not exist, and is no identifier either.
    AudienceUnknown {
        /// What is there.
        found: String,
        /// The groups that exist.
        groups: Vec<String>,
        /// The nearest of them.
        nearest: Option<String>,
    },
    /// A variant that changes nothing.
    VariantEmpty,
}

impl Fault {
    /// A fault of a file as a whole.
    pub fn of_file(file: &str, kind: FaultKind) -> Fault {
        Fault::at(file, "", kind)
    }

    /// A fault at a place in a file.
    pub fn at(file: &str, place: &str, kind: FaultKind) -> Fault {
        Fault { file: file.to_owned(), place: place.to_owned(), kind }
    }
}
