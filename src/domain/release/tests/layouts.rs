//! Layouts of real releases, with made-up words: what each is taken for. Each kind has its kin.

use super::super::{Part, parse};

const TITLE: &str = "Example Groups Ask for Answers";

/// The day, and the parts as `text` or `speaker / role: text`.
fn told(text: &str) -> (String, String, Vec<String>) {
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
fn assert_all(cases: &[(&str, &str, &[&str])]) {
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
const DAY: &str = "2023-01-31";

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
            "Example Groups Ask for Answers\n\n2023-01-31 – They ask to:\n\n‣publish the answer;\n‣hold a hearing; and\n‣write back.",
            DAY,
            asked,
        ),
    ]);
}

#[test]
fn announced_statements_keep_their_speaker_and_what_is_told_before() {
    let statement: &[&str] = &["Example Organisation 01 wrote today.", "Jane Doe / Director: We ask for answers."];
    assert_all(&[
        (
            "Example Groups Ask for Answers\n\n(Example City, NY January 31, 2023) Example Organisation 01 wrote today. Jane Doe, its Director, issued the following statement:\n\n“We ask for answers.”",
            DAY,
            statement,
        ),
        (
            "Example Groups Ask for Answers\n\nEXAMPLE CITY, Jan. 31, 2023 /PRNewswire/ -- Example Organisation 01 wrote today. Its Director, Jane Doe, released the following statement:\n\n\"We ask for answers.\"",
            DAY,
            &["Example Organisation 01 wrote today.", "Jane Doe / Director: We ask for answers."],
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – Example Organisation 01 wrote today. Jane Doe, Director, said: “We ask for answers.”",
            DAY,
            statement,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – Example Organisation 01 wrote today.\n\nIn a statement, Jane Doe, Director, said:\n\n“We ask for answers.”",
            DAY,
            statement,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – Example Organisation 01 wrote today.\n\n“We ask for answers.”\n\n— Jane Doe, Director",
            DAY,
            statement,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – Example Organisation 01 wrote today.\n\n“We ask for answers.” — Jane Doe, Director",
            DAY,
            statement,
        ),
        (
            "Example Groups Ask for Answers\n\n31 January 2023 – Example Organisation 01 wrote today.\n\n“We ask,” said Jane Doe, Director. “We wait.”\n\n“And so,” she added, “we write.”",
            DAY,
            &[
                "Example Organisation 01 wrote today.",
                "Jane Doe / Director: We ask. We wait.",
                "Jane Doe / Director: And so, we write.",
            ],
        ),
    ]);
}

#[test]
fn lead_ins_are_no_speakers() {
    let waiting: &[&str] = &["Jane Doe / Director of Example Organisation 01: We are still waiting."];
    assert_all(&[
        (
            "Example Groups Ask for Answers\n\nResponding to the answer, Jane Doe, Director of Example Organisation 01, said:\n\n“We are still waiting.”",
            "",
            waiting,
        ),
        (
            "Example Groups Ask for Answers\n\nCommenting on the answer, Example Organisation 01 policy officer Jane Doe said:\n\n“We are still waiting.”",
            "",
            &["Jane Doe / Example Organisation 01 policy officer: We are still waiting."],
        ),
        (
            "Example Groups Ask for Answers\n\nReacting to the answer on Tuesday, Jane Doe, Director of Example Organisation 01, told reporters:\n\n“We are still waiting.”",
            "",
            waiting,
        ),
        (
            "Example Groups Ask for Answers\n\nFollowing the answer, Jane Doe, Director of Example Organisation 01, commented:\n\n“We are still waiting.”",
            "",
            waiting,
        ),
        (
            "Example Groups Ask for Answers\n\nOn the answer of the Example Committee, Jane Doe, Director of Example Organisation 01, says:\n\n“We are still waiting.”",
            "",
            waiting,
        ),
        (
            "Example Groups Ask for Answers\n\nSpeaking after the hearing in Example Town, Dr Jane Doe said:\n\n“We are still waiting.”",
            "",
            &["Dr Jane Doe / : We are still waiting."],
        ),
        (
            "Example Groups Ask for Answers\n\nWelcoming the answer, a spokesperson for Example Organisation 01 said:\n\n“We are still waiting.”",
            "",
            &["? / : We are still waiting."],
        ),
        (
            "Example Groups Ask for Answers\n\nResponding, Example Organisation 01 said:\n\n“We are still waiting.”",
            "",
            &["? / : We are still waiting."],
        ),
        (
            "Example Groups Ask for Answers\n\n“This is the third letter, and it asks for answers,” the joint statement notes.",
            "",
            &["? / : This is the third letter, and it asks for answers."],
        ),
        (
            "Example Groups Ask for Answers\n\n“We are still waiting,” the letter reads.",
            "",
            &["? / : We are still waiting."],
        ),
    ]);
}

#[test]
fn quotation_marks_of_every_kind_are_seen() {
    let ask: &[&str] = &["Jane Doe / Director: We ask for answers."];
    assert_all(&[
        ("Example Groups Ask for Answers\n\nJane Doe, Director, said:\n\n‘We ask for answers.’", "", ask),
        ("Example Groups Ask for Answers\n\n'We ask for answers,' said Jane Doe, Director.", "", ask),
        (
            "Example Groups Ask for Answers\n\n«We ask for answers», said Jane Doe, Director.",
            "",
            &["Jane Doe / Director: We ask for answers"],
        ),
        ("Example Groups Ask for Answers\n\n« We ask for answers. » said Jane Doe, Director.", "", ask),
        ("Example Groups Ask for Answers\n\n„We ask for answers.“ – Jane Doe, Director", "", ask),
        (
            "Example Groups Ask for Answers\n\nJane Doe, Director, said: ‘It’s the workers’ letter: they said “no” to it.’",
            "",
            &["Jane Doe / Director: It’s the workers’ letter: they said “no” to it."],
        ),
        (
            "Example Groups Ask for Answers\n\nJane Doe, Director, said: “They said ‘no’ to it, and “never” too.”",
            "",
            &["Jane Doe / Director: They said ‘no’ to it, and “never” too."],
        ),
        (
            "Example Groups Ask for Answers\n\nThe workers’ letter and the women’s letter are one.",
            "",
            &["The workers’ letter and the women’s letter are one."],
        ),
    ]);
}

#[test]
fn chinese_releases_are_read() {
    let both: &[&str] =
        &["五十個團體發信。", "陳大文 / 示例組織01總監: 我們要求答覆。", "陳大文 / 示例組織01總監: 我們等待。"];
    let said = "示例組織01總監陳大文表示：\n\n「我們要求答覆。」\n\n「我們等待。」陳大文說。";
    for (text, parts) in [
        (format!("示例團體要求答覆\n\n2023年1月31日 — 五十個團體發信。\n\n{said}"), both),
        (format!("新聞稿\n\n示例團體要求答覆\n\n二零二三年一月三十一日\n\n五十個團體發信。\n\n{said}\n\n（完）\n\n聯絡人：李小明\n電話：2345 6789"), both),
        (format!("即時發布\n\n傳媒聯絡：李小明，電郵 press@example.org\n\n示例團體要求答覆\n\n（香港，2023年1月31日）五十個團體發信。\n\n{said}"), both),
        (format!("跳至主要內容\n\n示例團體要求答覆\n\n發布日期：2023-01-31\n\n五十個團體\n發信。\n\n{said}\n\n分享"), both),
        ("示例團體要求答覆\n\n【示例社香港2023年1月31日訊】五十個團體發信。\n\n示例組織01總監陳大文說：「我們要求答覆。」\n\n「我們等待。」他補充。".to_owned(), both),
        ("示例團體要求答覆\n\n2023年1月31日\n\n五十個團體發信。\n\n「我們要求答覆，」示例組織01總監陳大文說，「我們等待。」".to_owned(), &["五十個團體發信。", "陳大文 / 示例組織01總監: 我們要求答覆，我們等待。"]),
        ("示例團體要求答覆\n\n民國112年1月31日\n\n《公開信》已寄出，並附「聯署名單」。\n\n聯合聲明指出：「我們要求答覆。」".to_owned(), &["《公開信》已寄出，並附「聯署名單」。", "? / : 我們要求答覆。"]),
    ] {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>();
        assert_eq!(told(&text), ("示例團體要求答覆".to_owned(), DAY.to_owned(), parts), "{text}");
    }
}
