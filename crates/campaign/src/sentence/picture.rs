//! How it reads that something is wrong with a picture.

use crate::check::logos::svg::{Danger, What};
use crate::fault::LogoFault;

use super::quoted::quoted;

/// What is wrong with a picture, and what to do.
pub fn sentence(fault: &LogoFault) -> String {
    use LogoFault as F;
    match fault {
        F::Form(name) => format!(
            "{} is not a file name that ends in .svg, .png or .webp, made of letters, digits, `-`, `_` and `.`; \
             `undersigned logo FILE` makes a .png of other pictures",
            quoted(name)
        ),
        F::Unsafe(danger) => dangers(danger),
        F::Damaged => "its header can't be read; export the picture again".to_owned(),
        F::TooLarge { found: (width, height), fitting } => format!(
            "is {width} × {height} pixels; {} × {} is enough, and `undersigned logo FILE` makes it that size",
            fitting.0, fitting.1
        ),
        F::TooHeavy { most, found } => {
            format!(
                "has {found} bytes, but {most} are plenty; simplify it, or export it as PNG and run `undersigned logo FILE`"
            )
        }
        F::NotSquare { found: (width, height) } => format!(
            "is {width} × {height}: the page shows logos in a circle, which cuts off the ends of such a picture; use the symbol \
             without the name, or let `undersigned logo FILE` fit a PNG, JPEG or WebP whole into a square"
        ),
        F::Missing(name) => format!("{} is not in the folder; add the picture, or remove the field", quoted(name)),
        F::NotWhatItSays { name, is } => match is {
            Some(kind) => {
                format!(
                    "the content of {} is {kind}; `undersigned logo FILE` makes a .png or .webp from it",
                    quoted(name)
                )
            }
            None => format!("the content of {} is not of that kind; export the picture again", quoted(name)),
        },
    }
}

/// What a picture would do besides drawing.
fn dangers(danger: &Danger) -> String {
    let inside = danger.element.as_ref().map(|element| format!("<{element}>: ")).unwrap_or_default();
    let what = match &danger.what {
        What::NotXml(reason) => format!("isn't XML ({reason}); export the picture again"),
        What::Encoding => {
            "isn't in UTF-8; save the picture as UTF-8, and name no other encoding in its first line".to_owned()
        }
        What::Doctype => "has a <!DOCTYPE>, in which entities can hide; remove it, no browser needs it".to_owned(),
        What::Instruction(name) => format!("browsers carry out <?{name}?>; remove it"),
        What::NoSvg => {
            "must begin with <svg xmlns=\"http://www.w3.org/2000/svg\">; without it, pages show nothing".to_owned()
        }
        What::Element => "an element that runs, embeds or loads something; remove it".to_owned(),
        What::Handler(name) => format!("`{name}` runs a script; remove it"),
        What::Address(name, value) => {
            format!(
                "`{name}` points outside the picture, to `{value}`; put what it needs into the picture, or remove it"
            )
        }
        What::Animation(name) => format!("an animation that changes `{name}`; remove it"),
        What::Style(what) => format!("style that loads something, `{what}`; put it into the picture, or remove it"),
        What::Bomb => "holds a picture that is too large to be drawn; make it smaller".to_owned(),
        What::Repeated => {
            "draws parts of itself so often that browsers would hang; export the picture again".to_owned()
        }
    };
    format!("{inside}{what}")
}
