//! What can be wrong with a signer's picture.

use crate::check::logos::svg::Danger;

/// What is wrong with a signer's picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// Not a file name of a picture that pages can show.
    Form(String),
    /// The picture is not in the folder.
    Missing(String),
    /// The file's content is not what its name says.
    NotWhatItSays {
        /// The file.
        name: String,
        /// What it is, if that is known: "jpeg".
        is: Option<&'static str>,
    },
    /// The picture would do more than draw.
    Unsafe(Danger),
    /// The picture's header cannot be read.
    Damaged,
    /// The picture is larger than it need be.
    TooLarge {
        /// Its width and height in pixels.
        found: (u32, u32),
        /// Those that would do.
        fitting: (u32, u32),
    },
    /// The picture's file is larger than it need be.
    TooHeavy {
        /// How many bytes fit.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// The picture is so wide or high that the page's circle cuts off its ends.
    NotSquare {
        /// Its width and height.
        found: (u64, u64),
    },
}
