//! Layouts of real releases, with made-up words: what each is taken for. Each kind has its kin.

use super::{Part, parse};

const TITLE: &str = "Example Groups Ask for Answers";

/// The day, and the parts as `text` or `speaker / role: text`.
pub fn told(text: &str) -> (String, String, Vec<String>) {
    let release = parse(text);
    let parts = release.parts.iter().map(|part| match part {
        Part::Paragraph(text) => text.clone(),
        Part::Quotation(quote) => format!(
            "{} / {}: {}",
            quote.speaker.as_deref().unwrap_or("?"),
            quote.role.as_deref().unwrap_or_default(),
            quote.text
        ),
    });
    (release.title, release.issued.map(|date| date.to_string()).unwrap_or_default(), parts.collect())
}

/// Each text is written with its lines ended in every way that there is.
pub fn assert_all(cases: &[(&str, &str, &[&str])]) {
    for (text, issued, parts) in cases {
        let text = text.trim_matches('\n');
        for ends in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"] {
            let found = told(&text.replace('\n', ends));
            let parts = parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>();
            assert_eq!(found, (TITLE.to_owned(), (*issued).to_owned(), parts), "{ends:?}:\n{text}");
        }
    }
}

const WROTE: &[&str] = &["Example Organisation 01 wrote a letter."];
pub const DAY: &str = "2023-01-31";

#[test]
fn contacts_are_no_title_wherever_they_stand() {
    assert_all(&[
        (
            "For Immediate Release\n31 January 2023\nContact: Jane Doe\npress@example.org\n202.000.0000\n\nExample Groups Ask for Answers\n\nLONDON (31 January 2023) – Example Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "FOR IMMEDIATE RELEASE\n\nMedia contact:\nJane Doe, Press Officer\n+44 20 7946 0000\n\nExample Groups Ask for Answers\n\n31 January 2023 – Example Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "Contacts:\n\nJane Doe\n\npress@example.org\n\nJohn Roe\n\n+44 20 7946 0000\n\nJanuary 31, 2023\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "PRESS RELEASE\n\nFor more information, contact: Jane Doe, press@example.org, (202) 555-0100\n\nExample Groups Ask for Answers\n\nJan. 31, 2023 – Example Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023\n\nExample Organisation 01 wrote a letter.\n\nPress enquiries: Jane Doe, press@example.org\n\nTel: 020 7946 0000",
            DAY,
            WROTE,
        ),
        (
            "Example Groups Ask for Answers\n\nTuesday, 31 January 2023\n\nExample Organisation 01 wrote a letter.\n\nFor further information please contact Jane Doe on 020 7946 0000 or at press@example.org.",
            DAY,
            WROTE,
        ),
        (
            "Press Contact: Jane Doe | press@example.org\nRelease date: 31.01.2023\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.\n\nwww.example.org",
            DAY,
            WROTE,
        ),
        (
            "Contact\nJane Doe\npress@example.org\n+44 20 7946 0000\n\nExample Groups Ask for Answers\n\n31 January 2023\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023\n\nExample Organisation 01 wrote a letter.\n\nMedia enquiries\nJane Doe, Press Officer\nMob: +44 7700 900000\nE: press@example.org",
            DAY,
            WROTE,
        ),
        (
            "Media Contacts\n\nJane Doe, Example Organisation 01, press@example.org\n\nJohn Roe, Example Organisation 02, +1 202-555-0100\n\nFOR RELEASE: January 31, 2023\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
    ]);
}

#[test]
fn embargoes_and_ends_are_told_from_the_text() {
    assert_all(&[
        (
            "EMBARGOED UNTIL 00:01 GMT, TUESDAY 31 JANUARY 2023\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.\n\n- ENDS -",
            DAY,
            WROTE,
        ),
        (
            "STRICTLY EMBARGOED: not for publication before 00.01 hrs on 31 January 2023\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.\n\nENDS\n\nNotes to editors:\n\n1. The letter is public.\n\nSpokespeople are available.",
            DAY,
            WROTE,
        ),
        (
            "Under embargo until 31st January 2023, 6am\n\nPress release\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.\n\n###\n\nAbout Example Organisation 01\n\nIt was founded in 2001.",
            DAY,
            WROTE,
        ),
        (
            "Example Groups Ask for Answers\n\nEmbargo: 31/01/2023\n\nExample Organisation 01 wrote a letter.\n\n-30-\n\nExample Organisation 01 is a charity.",
            DAY,
            WROTE,
        ),
        (
            "UNDER STRICT EMBARGO UNTIL 00:01 ON TUESDAY 31ST JANUARY 2023\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.\n\nEND OF STATEMENT\n\nIt was founded in 2001.",
            DAY,
            WROTE,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023\n\nExample Organisation 01 wrote a letter.\n\nNOTE TO NEWSDESKS:\nSpokespeople are available.",
            DAY,
            WROTE,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023\n\nExample Organisation 01 wrote a letter.\n\nBackground information for editors:\n\n1. The letter has 53 signatories.",
            DAY,
            WROTE,
        ),
        (
            "HOLD FOR RELEASE UNTIL JANUARY 31, 2023\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.\n\n# # #\n\n“Nobody reads this,” said Jane Doe.",
            DAY,
            WROTE,
        ),
        (
            "Example Groups Ask for Answers\nEMBARGOED UNTIL 31 JANUARY 2023\n\nExample Organisation 01 wrote a letter.\n\nNotes to Editors\n\nThe letter has 53 signatories.\n\nFor interviews: press@example.org",
            DAY,
            WROTE,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023\n\nExample Organisation 01 wrote a letter.\n\nEditor’s notes: the letter is attached.\n\nAn image is available.",
            DAY,
            WROTE,
        ),
    ]);
}

#[test]
fn menus_and_letterheads_are_no_title() {
    assert_all(&[
        ("Skip Navigation\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.", "", WROTE),
        (
            "Skip to main content\n\nHome > News > Statements\n\nExample Groups Ask for Answers\n\nJan 31, 2023 · 2 min read\n\nExample Organisation 01 wrote a letter.\n\nShare on Facebook\n\nBack to top",
            DAY,
            WROTE,
        ),
        (
            "Toggle navigation\n\nAbout us\n\nNews\n\nDonate\n\nEnglish | 中文\n\nPress release\n\nExample Groups Ask for Answers\n\n31 January 2023\n\nExample Organisation 01 wrote a letter.\n\nFacebook\n\nTwitter",
            DAY,
            WROTE,
        ),
        (
            "We use cookies to make this site better. Read more.\n\nAccept all cookies\n\nMenu\n\nExample Groups Ask for Answers\n\nBy Jane Doe\n\nPosted in News\n\n31 January 2023 – Example Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "EXAMPLE ORGANISATION 01\n\nNEWS RELEASE\n\nJanuary 31, 2023\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "Press release: Example Groups Ask for Answers\n\n31 January 2023: Example Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "Title: Example Groups Ask for Answers\n\nDate: 31 January 2023\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "Example Groups Ask for Answers\n\nPRESS RELEASE\n\nLondon, 31 January 2023\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        ("Example Groups Ask for Answers | 31 January 2023\n\nExample Organisation 01 wrote a letter.", DAY, WROTE),
        (
            "MEDIA RELEASE\nImmediate\n31 January 2023\n\n**Example Groups Ask for Answers**\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "Home\nAbout\nNews\n\nShare this article\nTweet\nPrint\n\nExample Groups Ask for Answers\n\nPosted on January 31, 2023 by admin\n\nExample Organisation 01 wrote a letter.\n\nLeave a comment\n\nRelated articles\n\n© 2023 Example Organisation 01. All rights reserved.",
            DAY,
            WROTE,
        ),
        (
            "This website uses cookies to ensure you get the best experience.\nGot it!\n\nExample Groups Ask for Answers\n\n31 Jan 23\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "You are here: Home / News / Example Groups Ask for Answers\n\nExample Groups Ask for Answers\n\nBy Jane Roe, Press Officer | 31 January 2023\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "Example Organisation 01\n1 Example Street, London SW1A 1AA\nTel 020 7946 0000\nwww.example.org\n\nPRESS RELEASE – 31 January 2023\n\nExample Groups Ask for Answers\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "NEWS: Example Groups Ask for Answers\n\n2023-01-31T09:00:00Z\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "[Press release] Example Groups Ask for Answers\n\n31st day of January, 2023\n\nExample Organisation 01 wrote a letter.",
            DAY,
            WROTE,
        ),
        (
            "* Press Release *\n\nExample Groups Ask for Answers\n\n********\n\nExample Organisation 01 wrote a letter.",
            "",
            WROTE,
        ),
    ]);
}

#[test]
fn lists_are_told_apart() {
    let asked: &[&str] = &["They ask to:", "publish the answer;", "hold a hearing; and", "write back."];
    assert_all(&[
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – They ask to:\n\n• publish the answer;\n• hold a hearing; and\n• write back.",
            DAY,
            asked,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – They ask to:\n- publish the answer;\n- hold a hearing; and\n- write back.\n\nENDS",
            DAY,
            asked,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023: They ask to:\n\n* publish the answer;\n\n* hold a hearing; and\n\n* write back.",
            DAY,
            asked,
        ),
        (
            "Example Groups Ask for Answers\n\nLONDON, Jan. 31, 2023 — They ask to:\n\n▪ publish the answer;\n▪ hold a\n  hearing; and\n▪ write back.",
            DAY,
            asked,
        ),
        (
            "Example Groups Ask for Answers\n\n[31 January 2023] They ask to:\n\n·\tpublish the answer;\n·\thold a hearing; and\n·\twrite back.",
            DAY,
            asked,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – They ask to:\n\n– publish the answer;\n– hold a hearing; and\n– write back.",
            DAY,
            asked,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – They ask to:\n\no\tpublish the answer;\no\thold a hearing; and\no\twrite back.",
            DAY,
            asked,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – They ask to:\n\n► publish the answer;\n► hold a hearing; and\n► write back.",
            DAY,
            asked,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – They ask to:\n\n1. publish the answer;\n2. hold a\nhearing; and\n3. write back.",
            DAY,
            &["They ask to:", "1. publish the answer;", "2. hold a hearing; and", "3. write back."],
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – They ask to:\n(a) publish the answer;\n(b) hold a hearing; and\n(c) write back.",
            DAY,
            &["They ask to:", "(a) publish the answer;", "(b) hold a hearing; and", "(c) write back."],
        ),
        (
            "Example Groups Ask for Answers\n\n2023-01-31 – They ask to:\n\n‣publish the answer;\n‣hold a hearing; and\n‣write back.",
            DAY,
            asked,
        ),
    ]);
}
