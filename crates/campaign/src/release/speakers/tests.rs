use super::*;

fn who(text: &str) -> (String, String) {
    let speaker = announcement(text, None).or_else(|| attribution(text, None)).unwrap_or_default();
    (speaker.name.unwrap_or_default(), speaker.role.unwrap_or_default())
}

#[test]
fn names_and_roles_are_told_apart() {
    for (text, name, role) in [
        ("Jane Doe, Director of Example Organisation 01, said:", "Jane Doe", "Director of Example Organisation 01"),
        (
            "The Example Organisation 01’s Director, Jane Doe, said:",
            "Jane Doe",
            "The Example Organisation 01’s Director",
        ),
        ("said Jane Doe, Director of Example Organisation 01.", "Jane Doe", "Director of Example Organisation 01"),
        (
            "Responding to the answer, Jane Doe, Director of Example Organisation 01, said:",
            "Jane Doe",
            "Director of Example Organisation 01",
        ),
        (
            "Commenting on the answer, Example Organisation 01 policy officer Jane Doe said:",
            "Jane Doe",
            "Example Organisation 01 policy officer",
        ),
        (
            "Example Organisation 01 Campaign Director Jane Doe said:",
            "Jane Doe",
            "Example Organisation 01 Campaign Director",
        ),
        ("Reacting to the news in London, Jane Doe, its Director, said:", "Jane Doe", "Director"),
        ("Jane Doe, its Director, issued the following statement:", "Jane Doe", "Director"),
        ("In response to the answer, Dr Jane Doe, Chair, said today:", "Dr Jane Doe", "Chair"),
        ("said Jane Doe of Example Organisation 01.", "Jane Doe", "Example Organisation 01"),
        ("said Example Organisation 01’s Jane Doe.", "Jane Doe", "Example Organisation 01"),
        ("said Director Jane Doe of Example Organisation 01.", "Jane Doe", "Director of Example Organisation 01"),
        ("said Jane Doe (Director, Example Organisation 01).", "Jane Doe", "Director, Example Organisation 01"),
        ("said Jane Doe, Director, on Tuesday.", "Jane Doe", "Director"),
        ("Jane Doe said in a statement:", "Jane Doe", ""),
        ("Jane van der Doe said:", "Jane van der Doe", ""),
        ("Jane Q. Doe, Chair, told reporters:", "Jane Q. Doe", "Chair"),
        ("Jane O’Doe-Roe MP said:", "Jane O’Doe-Roe MP", ""),
        ("Jane Doe, Director:", "Jane Doe", "Director"),
        ("Speaking today, Baroness Doe of Example said:", "Baroness Doe of Example", ""),
        (
            "according to Jane Doe, Director of Example Organisation 01.",
            "Jane Doe",
            "Director of Example Organisation 01",
        ),
        (
            "Ahead of the hearing, Rev. Jane Doe, Chair of Example Organisation 01, said:",
            "Rev. Jane Doe",
            "Chair of Example Organisation 01",
        ),
        ("Speaking in Example Town on Tuesday, Dr. Jane Q. Doe, Chair, said:", "Dr. Jane Q. Doe", "Chair"),
        (
            "Jane Doe (she/her), Director of Example Organisation 01, said:",
            "Jane Doe",
            "Director of Example Organisation 01",
        ),
        ("Quote from Jane Doe, Director:", "Jane Doe", "Director"),
        ("Statement by Jane Doe, Director:", "Jane Doe", "Director"),
        ("The following can be attributed to Jane Doe, Director:", "Jane Doe", "Director"),
        ("This statement is attributable to Jane Doe, Director:", "Jane Doe", "Director"),
        ("陳大文（示例組織01總監）：", "陳大文", "示例組織01總監"),
        ("示例組織01總監陳大文：", "陳大文", "示例組織01總監"),
        ("示例組織01總監陳大文接受訪問時表示：", "陳大文", "示例組織01總監"),
        ("立法會議員陳大文質疑：", "陳大文", "立法會議員"),
        ("示例组织01总监陈大文重申：", "陈大文", "示例组织01总监"),
        ("地點：", "", ""),
        ("我們要求：", "", ""),
        ("示例組織01總監陳大文表示：", "陳大文", "示例組織01總監"),
        ("陳大文說。", "陳大文", ""),
        ("就此事，示例組織01主席歐陽小明在聲明中表示：", "歐陽小明", "示例組織01主席"),
        ("陳大文（示例組織01總監）表示：", "陳大文", "示例組織01總監"),
        ("示例組織01的陳大文說：", "陳大文", "示例組織01"),
        ("陳大文議員指出：", "陳大文", "議員"),
        ("示例组织01发言人陈大文说：", "陈大文", "示例组织01发言人"),
        ("示例組織01總監 Jane Doe 表示：", "Jane Doe", "示例組織01總監"),
        // Nobody, rather than somebody else.
        ("the joint statement notes.", "", ""),
        ("Example Organisation 01 said:", "", ""),
        ("The Example Group said in a statement:", "", ""),
        ("Commenting on the answer, a spokesperson said:", "", ""),
        ("Commenting on the answer, the group said:", "", ""),
        ("Jane Doe and John Roe said:", "", ""),
        ("Jane Doe, Director, and John Roe, Chair, said:", "", ""),
        ("In Hong Kong, the group said:", "", ""),
        ("Hong Kong Watch said:", "", ""),
        ("On Tuesday, New York officials said:", "", ""),
        ("EXAMPLE GROUPS ASK FOR ANSWERS said:", "", ""),
        ("示例組織01表示：", "", ""),
        ("聯合聲明指出：", "", ""),
        ("該會發言人表示：", "", ""),
    ] {
        assert_eq!(who(text), (name.to_owned(), role.to_owned()), "{text}");
    }
}

#[test]
fn whom_the_text_named_in_full_is_known_again() {
    let last = Speaker { name: Some("Jane Doe".to_owned()), role: Some("Director".to_owned()), words: None };
    for text in ["she added.", "Ms Doe added.", "Doe said.", "Jane Doe said."] {
        let speaker = attribution(text, Some(&last)).unwrap();
        assert_eq!((speaker.name.as_deref(), speaker.role.as_deref()), (Some("Jane Doe"), Some("Director")), "{text}");
    }
    assert_eq!(attribution("Roe said.", Some(&last)).unwrap().name, None);
    assert_eq!(attribution("她補充。", Some(&last)).unwrap().name.as_deref(), Some("Jane Doe"));
}

#[test]
fn lines_below_a_quotation_sign_it() {
    for (text, name) in [
        ("— Jane Doe, Director", Some("Jane Doe")),
        ("- Jane Doe", Some("Jane Doe")),
        ("Jane Doe, Director of Example Organisation 01", Some("Jane Doe")),
        ("(Jane Doe, Director)", Some("Jane Doe")),
        ("Jane Doe Director, Example Organisation 01", Some("Jane Doe")),
        ("——陳大文，示例組織01總監", Some("陳大文")),
        ("— 示例組織01總監陳大文", Some("陳大文")),
        ("（陳大文，示例組織01總監）", Some("陳大文")),
        ("– a spokesperson", None),
        ("——示例組織01", None),
    ] {
        assert_eq!(signature(text).unwrap().name.as_deref(), name, "{text}");
    }
    for text in ["Jane Doe", "The letter was sent.", "Example Organisation 01", "Notes to editors"] {
        assert_eq!(signature(text), None, "{text}");
    }
}
