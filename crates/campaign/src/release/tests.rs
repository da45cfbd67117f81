mod layouts;
mod quoted;

use proptest::prelude::*;

use super::*;

/// A text of which nothing more is known.
fn parse(text: &str) -> Release {
    super::parse(&Source { text: text.to_owned(), ..Source::default() })
}

fn quote(text: &str, speaker: &str, role: &str) -> Part {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Part::Quotation(Quote { text: text.to_owned(), speaker: some(speaker), role: some(role), attribution: None })
}

fn plain(parts: Vec<Part>) -> Vec<Part> {
    let without = |part| match part {
        Part::Quotation(quote) => Part::Quotation(Quote { attribution: None, ..quote }),
        part => part,
    };
    parts.into_iter().map(without).collect()
}

#[test]
fn quotations_are_found_with_their_speakers() {
    let paragraph = |text: &str| Part::Paragraph(text.to_owned());
    let cases: Vec<(&[&str], Vec<Part>)> = vec![
        (
            &["The Example Organisation 01’s Director, Jane Doe, said:", "“One. ‘Two’ three.\""],
            vec![quote("One. ‘Two’ three.", "Jane Doe", "The Example Organisation 01’s Director")],
        ),
        (
            &["“We ask,” said Jane Doe, Director of Example Organisation 01."],
            vec![quote("We ask.", "Jane Doe", "Director of Example Organisation 01")],
        ),
        (
            &["\"We ask,\" Jane Doe, the head of X, said. \"We wait.\"", "“And so,” she added, “we write.”"],
            vec![
                quote("We ask. We wait.", "Jane Doe", "the head of X"),
                quote("And so, we write.", "Jane Doe", "the head of X"),
            ],
        ),
        (&["Jane van der Doe said: “We ask.”"], vec![quote("We ask.", "Jane van der Doe", "")]),
        (
            &["Jane Doe, Director, said:", "“One.", "“Two.”", "After."],
            vec![quote("One.", "Jane Doe", "Director"), quote("Two.", "Jane Doe", "Director"), paragraph("After.")],
        ),
        (&["“We ask.”", "— Jane Doe, Director"], vec![quote("We ask.", "Jane Doe", "Director")]),
        (&["“We ask.”"], vec![quote("We ask.", "", "")]),
        (&["Their “Open Letter” was sent."], vec![paragraph("Their “Open Letter” was sent.")]),
        (&["“Open Letter” is its name."], vec![paragraph("“Open Letter” is its name.")]),
        (&["They ask three things:", "One."], vec![paragraph("They ask three things:"), paragraph("One.")]),
    ];
    for (paragraphs, expected) in cases {
        let text = format!("Title\n\n{}", paragraphs.join("\n\n"));
        assert_eq!(plain(parse(&text).parts), expected, "{paragraphs:?}");
    }
}

#[test]
fn a_release_with_its_site_around_it_is_taken_apart() {
    let release = parse(
        "top of page\r\n\r\nExample Organisations Ask for Answers\r\n\r\nUpdated: Jul 31, 2023\r\n\r\n\
         31 January 2023 – Example Organisation 01\r\nwrote a letter.\r\n\r\n12 views0 comments\r\n\r\n\r\nbottom of page",
    );
    assert_eq!(release.title, "Example Organisations Ask for Answers");
    assert_eq!(release.issued.map(|date| date.to_string()).as_deref(), Some("2023-01-31"));
    assert_eq!(release.updated.map(|date| date.to_string()).as_deref(), Some("2023-07-31"));
    assert_eq!(release.parts, [Part::Paragraph("Example Organisation 01 wrote a letter.".to_owned())]);
    assert_eq!(release.chrome, ["top of page", "12 views0 comments", "bottom of page"]);
    assert_eq!(release.date_lines, ["Updated: Jul 31, 2023", "31 January 2023"]);
}

#[test]
fn lines_of_a_site_are_told_from_text() {
    for (line, chrome) in [
        ("76 views0 comments", true),
        ("3 likes", true),
        ("2 min read", true),
        ("For immediate release:", true),
        ("Skip Navigation", true),
        ("Skip to main content", true),
        ("We use cookies to improve this site. Accept.", true),
        ("53 organisations", false),
        ("2023", false),
        ("Share the letter with your representative", false),
        ("Comments", false),
    ] {
        assert_eq!(layout::is_chrome(line), chrome, "{line}");
    }
}

/// The words of texts, sorted. Each Chinese sign is one: lines of them are joined without a space.
fn words<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let wide = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ff60}').contains(&c);
    let spaced =
        |text: &str| text.chars().flat_map(|c| if wide(c) { vec![' ', c, ' '] } else { vec![c] }).collect::<String>();
    let mut words: Vec<String> = texts
        .into_iter()
        .flat_map(|text| {
            let text = spaced(text);
            text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>()
        })
        // Word's hollow circle is a letter, as a mark of a list.
        .filter(|word| !word.is_empty() && word != "o")
        .collect();
    words.sort_unstable();
    words
}

fn texts(release: &Release) -> Vec<&str> {
    let parts = release.parts.iter().flat_map(|part| match part {
        Part::Paragraph(text) => vec![text.as_str()],
        Part::Quotation(quote) => vec![quote.text.as_str(), quote.attribution.as_deref().unwrap_or_default()],
    });
    let lines = release.date_lines.iter().chain(&release.chrome).chain(&release.aside).map(String::as_str);
    parts.chain(lines).chain([release.title.as_str()]).collect()
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "\n",
            "\n\n",
            "\r\n\r\n",
            " ",
            "“",
            "”",
            "\"",
            ",",
            ".",
            ":",
            " – ",
            "—",
            "-",
            "said",
            " said ",
            " she added",
            "Jane Doe",
            "Director of X",
            "31 January 2023",
            "Jan 31, 2023",
            "2023-01-31",
            "Updated:",
            "top of page",
            "12 views0 comments",
            "the",
            "一二三",
            "’s",
            "\u{feff}",
            "ENDS",
            "Contact: Jane Doe",
            "press@example.org",
            "PRESS RELEASE",
            "Notes to editors",
            "\n• ",
            "\n1. ",
            "\n– ",
            "\n一、",
            "【新聞稿】",
            "——陳大文，示例組織01總監",
            "‘",
            "’",
            "「",
            "」",
            "陳大文說：",
            "2023年1月31日",
            "(LONDON, 31.01.2023)",
            "\r",
            "\u{2028}",
        ])
        .prop_map(str::to_owned),
        ".{0,8}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn no_word_is_ever_lost_or_added(text in pieces()) {
        let release = parse(&text);
        prop_assert_eq!(words(texts(&release)), words([text.as_str()]));
    }
}
