//! Layouts with quotations, in English and Chinese: who is said to speak, and as what.

use super::layouts::{DAY, assert_all, told};

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
        (format!("新聞稿\n供即時發佈\n\n示例團體要求答覆\n\n日期：2023 年 01 月 31 日（二）\n\n五十個團體發信。\n\n{said}\n\n附註：\n聯署名單見附件。"), both),
        (format!("【新聞稿】示例團體要求答覆\n\n發稿日期：112年1月31日\n\n五十個團體發信。\n\n{said}\n\n— 完 —\n\n示例組織01成立於2001年。"), both),
        (format!("記者會新聞稿\n\n示例團體要求答覆\n\n時間：2023年1月31日 上午10時\n\n五十個團體發信。\n\n{said}\n\n編輯垂注：\n聯署名單見附件。"), both),
        ("示例團體要求答覆\n\n2023年1月31日\n\n五十個團體發信。\n\n陳大文（示例組織01總監）：「我們要求答覆。」\n\n「我們等待。」\n——陳大文，示例組織01總監".to_owned(), both),
        ("示例團體要求答覆\n\n2023年1月31日\n\n我們要求：\n一、公開答覆；\n二、回信。".to_owned(), &["我們要求：", "一、公開答覆；", "二、回信。"]),
        ("示例團體要求答覆\n\n民國112年1月31日\n\n《公開信》已寄出，並附「聯署名單」。\n\n聯合聲明指出：「我們要求答覆。」".to_owned(), &["《公開信》已寄出，並附「聯署名單」。", "? / : 我們要求答覆。"]),
    ] {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>();
        assert_eq!(told(&text), ("示例團體要求答覆".to_owned(), DAY.to_owned(), parts), "{text}");
    }
}
