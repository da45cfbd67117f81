//! Who speaks, and as what, from the words around a quotation. Where a name is not certain, there is none.

pub mod chinese;
mod names;

use names::{first_name, is_org, roles_before};

/// Who speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// The name.
    pub name: Option<String>,
    /// As what.
    pub role: Option<String>,
    /// The words that tell it.
    pub words: Option<String>,
}

const VERBS: [&str; 35] = [
    "said",
    "says",
    "stated",
    "states",
    "added",
    "adds",
    "commented",
    "comments",
    "explained",
    "explains",
    "noted",
    "notes",
    "warned",
    "warns",
    "wrote",
    "writes",
    "told",
    "tells",
    "continued",
    "continues",
    "concluded",
    "concludes",
    "declared",
    "declares",
    "remarked",
    "remarks",
    "argued",
    "argues",
    "insisted",
    "insists",
    "urged",
    "urges",
    "replied",
    "reads",
    "responded",
];

/// Ends of an announcement without such a verb: "issued the following statement:".
const PHRASES: [&str; 5] =
    ["following statement", "following comment", "had this to say", "in a statement", "the following"];

/// Who speaks, in words that end as an announcement does: "X, President of Y, said:".
pub fn announcement(text: &str, last: Option<&Speaker>) -> Option<Speaker> {
    let trimmed = text.trim_end();
    if let Some(speaker) = chinese::announcement(trimmed, last) {
        return Some(speaker);
    }
    let colon = trimmed.ends_with(':');
    let stem = trimmed.strip_suffix([':', ',', '–', '—'])?.trim_end();
    let verb = stem.rsplit(|c: char| !c.is_alphabetic()).next()?;
    if colon && !mentions_speech(stem) {
        // "Jane Doe, Director:"; not "They ask three things:".
        let who = [
            "Quote from ",
            "Quotes from ",
            "Quote by ",
            "Comment from ",
            "Comments from ",
            "Statement from ",
            "Statement by ",
        ];
        let who = who.iter().find_map(|start| stem.strip_prefix(start)).or_else(|| attributed_to(stem)).unwrap_or(stem);
        let (name, role) = name_and_role(who);
        return name.is_some().then(|| Speaker { name, role, words: Some(text.trim().to_owned()) });
    }
    (colon || is_verb(verb)).then(|| attribution(text, last)).flatten()
}

/// Who speaks, in words with a verb of speech; `None` if these are no such words.
pub fn attribution(text: &str, last: Option<&Speaker>) -> Option<Speaker> {
    if let Some(speaker) = chinese::attribution(text, last) {
        return Some(speaker);
    }
    if text.split_whitespace().count() > 40 {
        return None;
    }
    let words = Some(text.trim().to_owned());
    let (before, after) = around_verb(text)?;
    // Two sentences tell more than who speaks. "Rev. " and "Dr. " end none.
    if before.match_indices(". ").any(|(at, _)| !names::is_title(before.get(..at).unwrap_or_default()))
        && before.split_whitespace().count() > 8
    {
        return None;
    }
    let who = if has_words(before) { before } else { after };
    // "The following can be attributed to Jane Doe".
    let who = attributed_to(text).unwrap_or(who);
    let one = who.trim_matches(|c: char| !c.is_alphabetic());
    if ["he", "she", "they", "i"].contains(&one.to_lowercase().as_str()) {
        let (name, role) = last.map(|speaker| (speaker.name.clone(), speaker.role.clone())).unwrap_or_default();
        return Some(Speaker { name, role, words });
    }
    // "Ms Doe added", "Doe said": whom the text has named in full.
    if let Some(last) = last.filter(|last| is_surname_of(one, last)) {
        return Some(Speaker { name: last.name.clone(), role: last.role.clone(), words });
    }
    let (name, mut role) = name_and_role(who);
    // "Jane Doe said in London", "said Jane Doe": what is on the other side of the verb is no role.
    if let Some(last) = last.filter(|last| role.is_none() && name.is_some() && last.name == name) {
        role = last.role.clone();
    }
    Some(Speaker { name, role, words })
}

/// The line below a quotation: "— Jane Doe, Director", "Jane Doe, Director of X".
pub fn signature(text: &str) -> Option<Speaker> {
    let bare = text.trim().trim_start_matches(['–', '—', '-', '―', '~', ' ']);
    let dashed = bare.len() < text.trim().len();
    let bracketed = bare.starts_with(['(', '（']) && bare.ends_with([')', '）']);
    let bare = bare.trim_matches(['(', ')', '（', '）', '[', ']']);
    let short = bare.split_whitespace().count() <= 16 && !bare.trim_end().ends_with([':', '?', '!']);
    if !short || mentions_speech(bare) && !dashed {
        return None;
    }
    let (name, role) = match chinese::signature(bare) {
        Some((name, role)) if dashed || bracketed => (Some(name), role),
        // "Jane Doe Director, Example Organisation 01": two lines in one.
        _ => names::name_and_office(bare).unwrap_or_else(|| name_and_role(bare)),
    };
    // Without a dash, only a name with what the person is.
    let certain = name.is_some() && (dashed || bracketed || role.is_some() && !bare.trim_end().ends_with('.'));
    (certain || dashed && has_words(bare)).then(|| Speaker { name, role, words: Some(text.trim().to_owned()) })
}

/// The words before and after the verb of speech.
fn around_verb(text: &str) -> Option<(&str, &str)> {
    let verb = words(text)
        .find(|(_, word)| is_verb(word))
        .and_then(|(at, word)| Some((text.get(..at)?, text.get(at + word.len()..)?)));
    let lower = text.to_lowercase();
    let phrase = PHRASES.iter().find_map(|phrase| {
        let at = lower.find(phrase)?;
        // "issued the following statement": who did is before the verb.
        let before = text.get(..at)?;
        let verbs = ["issued", "released", "made", "gave", "published", "offered", "shared", "provided", "delivered"];
        let cut = words(before).filter(|(_, word)| verbs.contains(&word.to_lowercase().as_str())).last();
        Some((cut.and_then(|(at, _)| before.get(..at)).unwrap_or(before), text.get(at..)?))
    });
    match (verb, phrase) {
        (Some(verb), Some(phrase)) if has_words(phrase.0) && phrase.0.len() < verb.0.len() => Some(phrase),
        (Some(verb), _) => Some(verb),
        (verb, phrase) => verb.or(phrase).or_else(|| according_to(text)),
    }
}

/// "according to Jane Doe, Director of X".
fn according_to(text: &str) -> Option<(&str, &str)> {
    let at = text.to_lowercase().find("according to ")?;
    Some(("", text.get(at + "according to ".len()..)?))
}

/// "This can be attributed to Jane Doe, Director of X".
fn attributed_to(text: &str) -> Option<&str> {
    ["attributed to ", "attributable to "].iter().find_map(|to| text.get(text.find(to)? + to.len()..))
}

fn mentions_speech(text: &str) -> bool {
    around_verb(text).is_some()
}

/// The name and the role in "Jane Doe, Director of X", "The X’s Director, Jane Doe", "X policy officer Jane Doe".
pub fn name_and_role(text: &str) -> (Option<String>, Option<String>) {
    let outer = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';' | '–' | '—' | '(' | ')');
    let segments: Vec<&str> = text
        .split([',', ';', '(', ')', '–', '—'])
        .map(|segment| segment.trim().trim_matches(outer))
        .filter(|segment| has_words(segment))
        .collect();
    let Some((at, found)) = segments.iter().enumerate().find_map(|(at, segment)| Some((at, first_name(segment)?)))
    else {
        return (None, None);
    };
    let (before, after) = (segments.get(..at).unwrap_or_default(), segments.get(at + 1..).unwrap_or_default());
    // Two speakers: nobody said it alone.
    let joint = |segment: &&str| {
        segment
            .split_once(' ')
            .is_some_and(|(and, rest)| matches!(and, "and" | "with" | "&") && first_name(rest).is_some())
    };
    if after.iter().any(joint) || found.joint {
        return (None, None);
    }
    // "(she/her)" is no role.
    let pronouns = ["she/", "he/", "they/", "her/", "him/"];
    let role = |segment: &&&str| {
        !is_circumstance(segment) && !pronouns.iter().any(|own| segment.to_lowercase().starts_with(own))
    };
    let mut roles: Vec<String> = Vec::new();
    roles.extend(found.before.clone());
    roles.extend(found.after.clone());
    roles.extend(after.iter().filter(role).map(|segment| (*segment).to_owned()));
    if roles.is_empty() {
        roles.extend(roles_before(before).map(str::to_owned));
    }
    let role = roles.join(", ");
    let role = ["its ", "Its ", "his ", "His ", "her ", "Her ", "their ", "Their ", "our ", "Our ", "and ", "of "]
        .iter()
        .find_map(|own| role.strip_prefix(own))
        .unwrap_or(&role);
    let role = role.strip_prefix(|c: char| !c.is_alphanumeric()).unwrap_or(role).trim();
    (Some(found.name), (!role.is_empty()).then(|| role.to_owned()))
}

/// "on Tuesday", "in a statement", "speaking in London": when and where, not as what.
fn is_circumstance(segment: &str) -> bool {
    const FIRST: [&str; 25] = [
        "on",
        "in",
        "at",
        "during",
        "today",
        "yesterday",
        "after",
        "before",
        "following",
        "ahead",
        "while",
        "when",
        "as",
        "who",
        "whose",
        "which",
        "speaking",
        "commenting",
        "responding",
        "reacting",
        "adding",
        "also",
        "for",
        "to",
        "from",
    ];
    let first = segment.split_whitespace().next().unwrap_or_default().to_lowercase();
    FIRST.contains(&first.as_str()) && !(first == "for" || first == "from" || first == "at") || first.is_empty() || {
        matches!(first.as_str(), "for" | "from" | "at") && !is_org(segment)
    }
}

/// Whether "Ms Doe" is the one whom the text called "Jane Doe".
fn is_surname_of(text: &str, last: &Speaker) -> bool {
    let titles = ["mr", "mrs", "ms", "mx", "dr", "miss", "prof", "professor", "sir", "dame", "rev"];
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !titles.contains(&word.trim_matches('.').to_lowercase().as_str()))
        .collect();
    let name = last.name.as_deref().unwrap_or_default();
    matches!(words.as_slice(), [one] if one.starts_with(char::is_uppercase) && name.split_whitespace().any(|part| part == *one))
}

pub fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn is_verb(word: &str) -> bool {
    VERBS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests;
