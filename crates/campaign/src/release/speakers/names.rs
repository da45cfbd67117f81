//! What looks like a person's name in English words, and what is beside it.

/// A name in a stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The name.
    pub name: String,
    /// What is before it: "Example Organisation 01 policy officer".
    pub before: Option<String>,
    /// What is after it: "of Example Organisation 01".
    pub after: Option<String>,
    /// Whether another name is joined to it.
    pub joint: bool,
}

/// Offices, after which a name may come: "Campaign Director Jane Doe".
const OFFICES: &str = "president vice-president director chair chairman chairwoman chairperson co-chair secretary officer head \
    manager spokesperson spokesman spokeswoman chief executive ceo founder co-founder coordinator \
    co-ordinator adviser advisor analyst researcher fellow lead leader organiser organizer representative \
    minister ambassador counsel lawyer barrister solicitor activist campaigner advocate convenor convener \
    trustee member treasurer author editor professor general scholar journalist";

/// Words of organisations and places, which no person is called.
const ORGANISATIONS: &str = "organisation organization organisations organizations foundation group groups council network committee \
    campaign union church coalition alliance institute centre center society association trust watch \
    international federation movement project university college party government ministry department office \
    parliament congress house senate commission agency fund initiative forum assembly court bureau board \
    team statement letter report ngo ngos charity company club press";

/// Places and times that are written like names.
const NEVER: &str = "hong kong new york united kingdom states nations washington london beijing china north south east west \
    street city monday tuesday wednesday thursday friday saturday sunday january february april june july \
    august september october november";

/// Small words, and words that begin a clause.
const SMALL: &str = "the a an in on at of for to from by with after before following responding commenting reacting speaking \
    welcoming announcing writing asked today yesterday earlier later last this that these it its he she they \
    we our their his her as but also ahead during and or not is are was were has have had will would who \
    which however meanwhile";

const TITLES: &str = "dr mr mrs ms mx prof professor sir dame lord lady baroness rev reverend rabbi imam bishop";

const PARTICLES: &str = "de da van von der den bin ibn al el la di du dos le ter y";

/// The name in a stretch between commas, if it is certain.
pub fn first_name(segment: &str) -> Option<Found> {
    let words: Vec<&str> = segment.split_whitespace().collect();
    let nobody = |name: &[&str]| Found { name: name.join(" "), before: None, after: None, joint: false };
    if is_name(&words) {
        return Some(nobody(&words));
    }
    // "Example Organisation 01 policy officer Jane Doe", "Example Organisation 01’s Jane Doe", "Director Jane Doe of X".
    let possessive = |word: &str| word.ends_with("’s") || word.ends_with("'s") || word.ends_with("s’");
    let starts =
        (1..=words.len()).filter(|at| words.get(at - 1).is_some_and(|before| is_office(before) || possessive(before)));
    let mut starts: Vec<usize> = starts.collect();
    starts.push(0);
    for start in starts {
        let rest = words.get(start..).unwrap_or_default();
        // The longest stretch that is a name, up to a small word that ties it to an organisation.
        let end = rest
            .iter()
            .position(|word| matches!(*word, "of" | "from" | "at" | "for" | "and" | "&" | "with" | "on" | "in" | "who"))
            .unwrap_or(rest.len());
        let (name, after) = (rest.get(..end).unwrap_or_default(), rest.get(end..).unwrap_or_default());
        if !is_name(name) {
            continue;
        }
        // A peer's or bishop's name holds the place.
        let seat = ["lord", "lady", "baroness", "bishop"]
            .iter()
            .any(|title| name.first().is_some_and(|first| plain(first) == *title));
        if seat && after.first() == Some(&"of") && after.len() <= 4 {
            return Some(nobody(rest));
        }
        let joint = matches!(after.first(), Some(&"and" | &"&" | &"with"));
        let mut before = words.get(..start).unwrap_or_default().join(" ");
        if let Some(stem) = ["’s", "'s"].iter().find_map(|ending| before.strip_suffix(ending)) {
            before = stem.to_owned();
        }
        let before = Some(before).filter(|before| !before.is_empty());
        // "of Example Organisation 01" belongs to the role; "on Tuesday" does not.
        let after = match after.first() {
            Some(&"of") if before.is_some() => Some(after.join(" ")),
            Some(&("of" | "from" | "at" | "for")) if after.len() > 1 => {
                Some(after.get(1..).unwrap_or_default().join(" "))
            }
            _ => None,
        };
        let (before, after) = match (before, after) {
            (Some(before), Some(after)) => (Some(format!("{before} {after}")), None),
            other => other,
        };
        return Some(Found { name: name.join(" "), before, after, joint });
    }
    None
}

/// A name and the office behind it: "Jane Doe Director, Example Organisation 01".
pub fn name_and_office(text: &str) -> Option<(Option<String>, Option<String>)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let office = words.iter().position(|word| is_office(word))?;
    let (name, role) = words.split_at_checked(office)?;
    // Words before the office may belong to it: "Jane Doe Policy Director".
    let plain = name.len() == 2 && is_name(name) && !name.iter().any(|word| word.ends_with([',', ';', ':']));
    plain.then(|| (Some(name.join(" ")), Some(role.join(" "))))
}

/// Whether a text ends with a title: "Responding, Rev".
pub fn is_title(text: &str) -> bool {
    text.split_whitespace().last().is_some_and(|word| {
        is_one(TITLES, &plain(word))
            || ["Rep", "Sen", "Gov", "Hon", "Fr", "Sr", "Jr", "St"].contains(&word)
            || word.len() == 1
    })
}

/// The last segments before a name that tell an office: "The Example Organisation 01’s Director".
pub fn roles_before<'a>(segments: &[&'a str]) -> Option<&'a str> {
    let last = segments.last()?;
    let office = last.split_whitespace().any(is_office);
    let clause = last.split_whitespace().next().is_some_and(|word| word.ends_with("ing"));
    (office && !clause).then_some(*last)
}

/// Whether a stretch holds the word of an organisation.
pub fn is_org(segment: &str) -> bool {
    segment.split_whitespace().any(|word| is_one(ORGANISATIONS, &plain(word)))
        || segment.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase))
}

/// Two to five words with capitals, none of them an office, an organisation, a place or a small word.
fn is_name(words: &[&str]) -> bool {
    let bare: Vec<&&str> = words.iter().filter(|word| !is_one(TITLES, &plain(word))).collect();
    let titled = bare.len() < words.len();
    let enough = if titled { 1 } else { 2 };
    (enough..=5).contains(&bare.len())
        && bare.first().is_some_and(|word| word.starts_with(char::is_uppercase))
        && bare.iter().all(|word| {
            let lower = plain(word);
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            is_one(PARTICLES, &lower)
                || (word.starts_with(char::is_uppercase)
                    && !is_office(word)
                    && !is_one(ORGANISATIONS, &lower)
                    && !is_one(NEVER, &lower)
                    && !is_one(SMALL, &lower)
                    && !word.chars().any(|c| c.is_ascii_digit())
                    && !word.contains(['/', '@', ':', '!', '?', '…'])
                    && (letters > 1 || word.ends_with('.') || word.len() == 1)
                    && !lower.ends_with("’s")
                    && !lower.ends_with("'s")
                    && !lower.ends_with("ing") | (bare.len() > 1 && bare.first() != Some(word)))
        })
        && bare.iter().filter(|word| plain(word).chars().count() > 1).count() >= enough
        // "EXAMPLE GROUPS ASK" is a headline, not a name; "JANE DOE" may be one.
        && (bare.len() <= 3 || !bare.iter().all(|word| word.chars().all(|c| !c.is_lowercase())))
}

/// Whether a word is one of a list.
fn is_one(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

fn is_office(word: &str) -> bool {
    let plain = plain(word);
    let whole = is_one(OFFICES, &plain);
    whole || plain.rsplit('-').next().is_some_and(|last| last != plain && is_one(OFFICES, last))
}

fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
