//! The folder of a legislature that a new campaign brings itself: files whose texts say what to write there.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use campaign::Campaign;
use campaign::check::FACTS_FILE;
use campaign::facts::{Slug, Target};
use campaign::malformed::Malformed;
use places::legislature::LegislatureId;
use records::legislature;

use crate::cli::exit::Exit;
use crate::cli::terminal;

/// The files, with what they say at first.
const FILES: [(&str, &str); 6] = [
    (legislature::SETTINGS, include_str!("legislature/legislature.toml")),
    ("regions.csv", include_str!("legislature/regions.csv")),
    ("seats.csv", include_str!("legislature/seats.csv")),
    ("people.csv", include_str!("legislature/people.csv")),
    ("postcodes.csv", include_str!("legislature/postcodes.csv")),
    ("sources.toml", include_str!("legislature/sources.toml")),
];

/// What the campaign's README says of the folder.
pub const README: &str = "
`legislature/` holds the council or parliament that this campaign writes to: who sits there and for whom. Fill it in as
`docs/legislatures.md` explains; `undersigned check` on this folder lists what is left there too.
";

/// Reads a legislature's name from an argument.
pub fn name(text: &str) -> Result<LegislatureId, Malformed> {
    let slug = Slug::try_from(text.to_owned())?;
    if legislature::is_taken(slug.as_str()) {
        return Err(Malformed {
            text: text.to_owned(),
            rule: "is the name of something else in addresses; choose another",
        });
    }
    Ok(LegislatureId::new(slug.as_str().to_owned()))
}

/// The folder of a legislature that every campaign may write to already.
pub fn of_everybody(legislature: &LegislatureId) -> Option<PathBuf> {
    let folder = Path::new("data").join(legislature.name());
    folder.join(legislature::SETTINGS).is_file().then_some(folder)
}

/// Lets a draft write to a legislature of its own.
pub fn aim(draft: &mut Campaign, legislature: &LegislatureId) {
    draft.facts.targets = vec![Target::Legislature(legislature.clone())];
    for words in draft.words.values_mut() {
        if let Some(action) = &mut words.action {
            action.contact_note = action.contact_note.replace("members of Congress", "representatives");
        }
    }
}

/// Writes the folder into that of a campaign.
pub fn write(campaign: &Path, legislature: &LegislatureId) -> io::Result<()> {
    let folder = campaign.join(legislature::OWN);
    fs::create_dir(&folder)?;
    for (name, text) in FILES {
        let text = text.replace("{id}", legislature.name());
        fs::File::create_new(folder.join(name))?.write_all(text.as_bytes())?;
    }
    Ok(())
}

/// Writes the folder into that of a campaign which exists, and says what to do next.
pub fn add(campaign: &Path, legislature: &LegislatureId) -> Exit {
    let (name, id) = (campaign.display(), legislature.name());
    match write(campaign, legislature) {
        Ok(()) => {
            terminal::say(format_args!(
                "{name}/{}: started. Add {{ \"legislature\": \"{id}\" }} to the targets in {FACTS_FILE}. What is still to be \
                 written: undersigned check {name}",
                legislature::OWN
            ));
            Exit::Good
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            terminal::complain(format_args!("{name}/{}: already exists and was left as it is", legislature::OWN));
            Exit::CouldNotRun
        }
        Err(error) => {
            terminal::complain(format_args!("{name}/{}: cannot be written: {error}", legislature::OWN));
            Exit::CouldNotRun
        }
    }
}
