//! What sites and press offices put around a release.

use places::date::Date;

use crate::release::{dates, marks, speakers};

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Of the site.
    Chrome,
    /// "PRESS RELEASE", "FOR IMMEDIATE RELEASE".
    Marker,
    /// For journalists who want to ask.
    Contact,
    /// "Notes to editors", after which the text is over.
    Notes,
    /// "ENDS", after which the text is over.
    End,
    /// Part of the text, as far as can be seen.
    Text,
}

const MARKERS: &str = "for immediate release|for release|for immediate use|immediate|immediate release|press release|news release|\
    media release|press statement|media statement|joint press release|joint statement|statement|press notice|\
    media advisory|press advisory|for publication|embargoed|under embargo|strictly embargoed|新聞稿|新闻稿|請即發放|\
    即時發布|即時發佈|即时发布|聯合聲明|供即時發佈|供即時發布|供即时发布|新聞公報|新闻公报|記者會新聞稿|\
    记者会新闻稿|傳媒新聞稿|新聞發布|新聞發佈|聲明|声明|公開聲明|採訪通知|采访通知|for information|news";

const CHROME: &str = "top of page|bottom of page|share|share this post|share this|print|print this page|log in|login|sign up|\
    menu|home|search|recent posts|related posts|see all|read more|post not marked as liked|\
    write a comment...|copy link|tweet|main menu|close menu|open menu|download pdf|back to top|share this article|share this story|share this page|leave a comment|leave a reply|\
    related articles|related news|related stories|you may also like|got it|accept|accept all|i agree|close|tweet this|\
    email this|print this article|see all updates|listen to this article|subscribe now|主頁|首頁|分享|列印|\
    主页|首页|打印";

/// Only above the headline and below the text; inside it, they could be a heading.
const NAVIGATION: &str = "about|about us|news|newsroom|press|press room|press releases|media|media centre|media center|contact|\
    contact us|donate|donate now|support us|events|blog|resources|publications|our work|what we do|\
    who we are|get involved|take action|subscribe|newsletter|careers|english|français|español|deutsch|中文|\
    繁體中文|简体中文|facebook|twitter|x|instagram|youtube|linkedin|email|whatsapp|latest news|all news|\
    news & events|statements|archive|聯絡我們|關於我們";

const CHROME_BEGINNINGS: &str = "skip to|skip navigation|skip nav|jump to|go to content|toggle|back to|share on|share via|follow us|\
    sign up for our|subscribe to our|accept all|manage cookies|cookie settings|you are here|posted in|\
    posted by|filed under|published by|photo:|photo by|image:|picture:|credit:|copyright|©|tags:|category:|categories:|photo credit|image credit|跳至|跳到";

const CONTACTS: &str = "contact|contacts|press contact|press contacts|media contact|media contacts|contact for media|\
    contact information|contact details|for further information|for more information|for media enquiries|\
    for media inquiries|for press enquiries|for press inquiries|for interviews|for interview|for enquiries|\
    for inquiries|media enquiries|media inquiries|press enquiries|press inquiries|press office|media office|\
    enquiries|inquiries|tel|telephone|phone|mobile|email|e-mail|fax|to arrange an interview|for comment";

const CHINESE_CONTACTS: &str =
    "聯絡|聯絡人|联系|联系人|查詢|查询|傳媒查詢|媒體查詢|傳媒聯絡|媒體聯絡|新聞聯絡|電郵|電話";

const NOTES: &str = "notes to editors|note to editors|notes to editor|note to editor|notes for editors|note for editors|\
    notes to the editor|note to the editor|editors' notes|editor's notes|editor's note|notes to journalists|\
    note to newsdesk|notes to newsdesk|note to newsdesks|notes to newsdesks|notes for broadcasters|for editors|\
    background for editors|background notes|background information for editors|background information for journalists|\
    information for editors|編者按|編輯備註|编者按|編輯垂注|編輯垂註|编辑垂注|給編輯|给编辑|附註|附注|備註|备注";

/// What a paragraph is. `above` says how many paragraphs of text were found above it.
pub fn kind(text: &str, above: usize) -> Kind {
    let lower = lower(text);
    match () {
        () if is_end(text) && above > 1 => Kind::End,
        () if is_end(text) => Kind::Chrome,
        () if is_marker(text) => Kind::Marker,
        () if above > 0 && is_notes(&lower) => Kind::Notes,
        () if above > 1 && is_boilerplate(text) => Kind::Notes,
        () if is_chrome(text) => Kind::Chrome,
        () if above == 0 && (is_navigation(text) || is_menu(text)) => Kind::Chrome,
        () if above <= 1 && is_byline(text) => Kind::Chrome,
        () if is_contact(text) => Kind::Contact,
        () => Kind::Text,
    }
}

/// Whether a text is one of a list.
fn is_one(list: &str, text: &str) -> bool {
    list.split('|').any(|one| one == text)
}

fn lower(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// Letters and digits, and one space between the words.
fn plain(text: &str) -> String {
    lower(text)
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// "FOR IMMEDIATE RELEASE", "** Press Release **".
pub fn is_marker(text: &str) -> bool {
    is_one(MARKERS, &plain(text))
}

/// "ENDS", "###", "- 30 -", （完）.
pub fn is_end(text: &str) -> bool {
    let trimmed = text.trim();
    let signs: String = trimmed.chars().filter(|c| !c.is_whitespace()).collect();
    let hashes = signs.len() >= 3 && signs.chars().all(|c| c == '#');
    let thirty = plain(trimmed) == "30" && signs.starts_with(['-', '–', '—']);
    let word = [
        "ends",
        "end",
        "ends all",
        "end of release",
        "end of statement",
        "end of press release",
        "end of text",
        "end of document",
        "end of message",
        "完",
        "全文完",
        "完畢",
        "完毕",
        "結束",
        "结束",
        "稿末",
    ]
    .contains(&plain(trimmed).as_str());
    hashes || thirty || word
}

fn is_notes(lower: &str) -> bool {
    NOTES.split('|').any(|notes| lower.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(notes))
        || ["notes", "notes:"].contains(&lower.trim())
}

/// "About Example Organisation 01": the paragraph that a press office puts below each of its releases.
fn is_boilerplate(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("About ").or_else(|| text.strip_prefix("ABOUT ")) else { return false };
    let heading = rest.split(':').next().unwrap_or(rest);
    let mut words = heading.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let named = first.starts_with(char::is_uppercase) || first == "the" && second.starts_with(char::is_uppercase);
    named && heading.split_whitespace().count() <= 8 && !heading.ends_with(['.', '?'])
}

/// Whether a line is what site builders and press offices put around a release.
pub fn is_chrome(line: &str) -> bool {
    let lower = lower(line);
    let trimmed = lower.trim_end_matches([':', '!']);
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let counts = |word: &str| {
        let word = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
        ["", "view", "views", "comment", "comments", "like", "likes", "min", "read"].contains(&word)
    };
    let counter = lower.starts_with(|c: char| c.is_ascii_digit())
        && words.iter().any(|word| word.chars().any(char::is_alphabetic))
        && words.iter().all(|word| counts(word));
    let short = words.len() <= 8 && !lower.ends_with('.');
    let cookies = lower.contains("cookies")
        && ["we use", "this site", "this website", "by using", "our site"].iter().any(|start| lower.starts_with(start));
    let rule = !line.is_empty() && !line.chars().any(char::is_alphanumeric) && marks::cut(line).inside.is_empty();
    let rights = words.len() <= 16 && lower.contains("all rights reserved");
    counter
        || cookies
        || rights
        || rule
        || is_one(CHROME, trimmed)
        || is_marker(line)
        || short && CHROME_BEGINNINGS.split('|').any(|start| lower.starts_with(start))
}

/// One word of a site's menu.
pub fn is_navigation(text: &str) -> bool {
    is_one(NAVIGATION, lower(text).trim())
}

/// A trail ("Home > News") or a choice of languages.
fn is_menu(text: &str) -> bool {
    let parts: Vec<&str> =
        text.split(['>', '›', '»', '|', '/', '·']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let trail = lower(text).starts_with("you are here");
    trail
        || parts.len() >= 2
            && parts.iter().all(|part| part.split_whitespace().count() <= 3 && part.chars().count() <= 20)
            && (parts.len() >= 4 || parts.iter().any(|part| is_navigation(part) || is_chrome(part) || is_marker(part)))
}

/// "By Jane Doe".
fn is_byline(text: &str) -> bool {
    let lower = lower(text);
    lower.strip_prefix("by ").or_else(|| lower.strip_prefix("written by ")).is_some_and(|who| {
        let name = text.get(text.len() - who.len()..).unwrap_or_default();
        speakers::name_and_role(name).0.is_some() && who.split_whitespace().count() <= 6
    })
}

/// Whether a line is about whom to ask, also inside a block of lines.
pub fn is_contact_line(line: &str) -> bool {
    let detail = has_detail(line) && line.split_whitespace().count() <= 4;
    detail || begins_contact(line).is_some_and(|rest| rest.trim_start().starts_with([':', '：']))
}

/// Whether a line is nothing but "Media enquiries", "Contact".
pub fn is_contact_heading(line: &str) -> bool {
    begins_contact(line).is_some_and(|rest| !rest.chars().any(char::is_alphanumeric))
}

/// Whether a paragraph is about whom to ask.
fn is_contact(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let quoted = !marks::cut(text).inside.is_empty();
    match begins_contact(text) {
        Some(rest) if rest.trim_start().starts_with([':', '：']) || !rest.chars().any(char::is_alphanumeric) => {
            count <= 60
        }
        Some(_) => has_detail(text) && count <= 60 || lower(text).contains("please contact") && count <= 40,
        None => has_detail(text) && count <= 14 && !quoted,
    }
}

/// What follows "Contact", "For more information", 傳媒查詢.
fn begins_contact(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = lower(text);
    let words = |text: &str| text.chars().next().is_none_or(|c| !c.is_alphanumeric());
    let english = CONTACTS
        .split('|')
        .filter(|start| lower.strip_prefix(*start).is_some_and(words))
        .max_by_key(|start| start.len());
    let chinese = CHINESE_CONTACTS
        .split('|')
        .filter(|start| text.starts_with(*start) && text.chars().count() < 60)
        .max_by_key(|start| start.len());
    text.get(english.or(chinese)?.len()..)
}

/// An e-mail address, a telephone number, or nothing but the address of a site.
fn has_detail(text: &str) -> bool {
    let mail = text
        .split_whitespace()
        .any(|word| word.split_once('@').is_some_and(|(one, other)| !one.is_empty() && other.contains('.')));
    let site = !text.trim().contains(' ') && (text.contains("://") || lower(text).starts_with("www."));
    let numbers = text.split(|c: char| !(c.is_ascii_digit() || " ()+.-–/".contains(c)));
    let phone = numbers
        .filter(|part| (7..=15).contains(&part.chars().filter(char::is_ascii_digit).count()))
        .any(|part| dates::find(part).is_none());
    mail || site || phone && dates::find(text).is_none()
}

/// How many of the paragraphs after one about whom to ask belong to it: a name, an office, more addresses.
pub fn contact_goes_on(after: &[String], contact: &str) -> usize {
    let short = |text: &String| {
        text.split_whitespace().count() <= 8
            && !text.ends_with(['.', '。', ':', '：'])
            && dates::line(text).is_none()
            && !is_marker(text)
    };
    let details = after
        .iter()
        .take(5)
        .take_while(|text| short(text))
        .enumerate()
        .filter(|(_, text)| has_detail(text))
        .map(|(at, _)| at + 1);
    match details.last() {
        Some(count) => count,
        // "Contact:" alone, and who it is on the next line.
        None if begins_contact(contact).is_some_and(|rest| !rest.chars().any(char::is_alphanumeric)) => {
            usize::from(after.first().is_some_and(|text| speakers::name_and_role(text).0.is_some() && short(text)))
        }
        None => 0,
    }
}

/// Whether "PRESS RELEASE" opens a line, before a date.
pub fn begins_with_marker(text: &str) -> bool {
    let end = text.find([':', '：', '–', '—', '|', ',', '-']).unwrap_or(text.len());
    text.get(..end).is_some_and(is_marker)
}

/// A headline's label, "Press release: " or 【新聞稿】, and the headline.
pub fn without_label(text: &str) -> (&str, &str) {
    for (open, close) in [('【', '】'), ('[', ']'), ('［', '］'), ('〔', '〕'), ('（', '）'), ('(', ')')] {
        match text.strip_prefix(open).and_then(|rest| rest.split_once(close)) {
            Some((label, rest)) if is_marker(label) && rest.chars().any(char::is_alphanumeric) => {
                return (label.trim(), rest.trim());
            }
            _ => {}
        }
    }
    let Some((at, mark)) = text.char_indices().find(|(_, c)| matches!(c, ':' | '：' | '–' | '—' | '|')) else {
        return ("", text);
    };
    let (label, rest) =
        (text.get(..at).unwrap_or_default(), text.get(at + mark.len_utf8()..).unwrap_or_default().trim());
    let titled =
        ["title", "headline", "subject", "re", "標題", "標 題", "題目", "breaking", "breaking news", "announcement"]
            .contains(&plain(label).as_str());
    if (is_marker(label) || titled) && rest.chars().any(char::is_alphanumeric) {
        (label.trim(), rest)
    } else {
        ("", text)
    }
}

/// A headline, and the date behind it.
pub fn without_date(text: &str) -> (&str, Option<(&str, Date)>) {
    let parted = text.char_indices().rev().find(|(_, c)| matches!(c, '–' | '—' | '|' | '('));
    let Some((at, mark)) = parted else { return (text, None) };
    let (bare, tail) =
        (text.get(..at).unwrap_or_default().trim(), text.get(at + mark.len_utf8()..).unwrap_or_default().trim());
    match dates::line(tail.trim_end_matches(')')) {
        Some((_, date)) if bare.chars().any(char::is_alphanumeric) => (bare, Some((tail, date))),
        _ => (text, None),
    }
}
