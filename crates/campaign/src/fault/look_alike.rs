//! Names that look like others.

/// A signer whose name is not what it looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookAlike {
    /// The name looks like another signer's, and is written with other letters.
    Signer {
        /// The name.
        name: String,
        /// The other one.
        other: String,
        /// Where that is.
        first: String,
    },
    /// A word of the name mixes letters of scripts that look alike.
    Mixed {
        /// The word.
        word: String,
        /// The first letter that is of another script than the first letter of the word.
        letter: char,
    },
    /// A word between Latin ones looks Latin, and is written with the letters of another script.
    Foreign(String),
}
