use super::*;
use crate::letter::words::{Lead, Point, Variant};

/// A made-up member with a title, who belongs to these groups.
fn person(title: &str, groups: &[&str]) -> Person {
    Person {
        id: "E000001".into(),
        name: "Example Member 01".into(),
        family_name: "Member".into(),
        title: title.into(),
        groups: groups.iter().map(|group| (*group).into()).collect(),
        addressed: [title, " Example Member 01"].concat().into(),
        address: Some("1 Example Building, Washington, DC 20515".into()),
        ..Person::default()
    }
}

fn letter() -> Letter {
    let point = |label: &str, text: &str| Point { label: label.into(), text: text.into() };
    Letter {
        language: Language::English,
        subject: "About {{campaign.title}}".into(),
        prompts: vec!["Why?".into(), "Where?".into()],
        opening: "I live in {{place}}.".into(),
        lead: Some(Lead { one: "One matter:".into(), several: "Some matters:".into() }),
        points: vec![
            point("1", "First, {{target.salutation}}."),
            point("2", "Second, {{target.name}}."),
            point("3", "Third."),
        ],
        ask: "Please act, {{target.role}}.".into(),
        closing: "Sincerely,".into(),
        variants: vec![],
        translation: None,
    }
}

fn senator() -> Recipient {
    Recipient::unknown("Senator", "Example")
}

const END: &str = "Please act, Senator.\n\nSincerely,\n[your name]\n[your postal address]\n";

#[test]
fn a_letter_has_its_parts_in_order_and_no_token_left() {
    for (what, points, middle) in [
        ("no point", vec![], ""),
        ("one point", vec![1], "One matter:\n\nSecond, [name].\n\n"),
        ("several in the supporter's order", vec![2, 0], "Some matters:\n\nThird.\n\nFirst, Senator [name].\n\n"),
        ("a point that does not exist", vec![7], ""),
    ] {
        let guide = Guide { points, ..Guide::default() };
        let draft = assemble(&letter(), &guide, &senator(), "A {{place}} title");
        assert_eq!(draft.subject, "About A {{place}} title");
        let expected = ["Dear Senator [name],\n\nI live in Example.\n\n", middle, END].concat();
        assert_eq!(draft.body, expected, "{what}");
    }
}

#[test]
fn the_supporters_own_words_come_first_and_stay_as_they_are() {
    let guide = Guide {
        answers: vec!["{{place}} is home.\n\nSince 2012.".into(), " ".into()],
        points: vec![],
        name: "A. Supporter ".into(),
        address: " 1 Example Street".into(),
    };
    let draft = assemble(&letter(), &guide, &senator(), "");
    assert_eq!(
        draft.body,
        "Dear Senator [name],\n\n{{place}} is home.\n\nSince 2012.\n\nI live in Example.\n\nPlease act, Senator.\n\n\
         Sincerely,\nA. Supporter\n1 Example Street\n"
    );
}

#[test]
fn the_last_variant_that_fits_counts_part_by_part() {
    let variant = |audience: &[&str], opening: Option<&str>, ask: Option<&str>| Variant {
        audience: audience.iter().map(|one| (*one).to_owned()).collect(),
        subject: None,
        opening: opening.map(str::to_owned),
        ask: ask.map(str::to_owned),
    };
    let mut letter = letter();
    letter.variants = vec![
        variant(&["us-senate"], Some("To the Senate."), Some("Senators, act.")),
        variant(&["E000001", "E000002"], Some("Thank you, {{target.name}}."), None),
        variant(&["us-republicans"], None, Some("Republicans, act.")),
    ];
    for (title, groups, opening, ask) in [
        ("Senator", ["us-senate", "us-democrats"], "Thank you, Example Member 01.", "Senators, act."),
        ("Senator", ["us-senate", "us-republicans"], "Thank you, Example Member 01.", "Republicans, act."),
        (
            "Representative",
            ["us-house", "us-democrats"],
            "Thank you, Example Member 01.",
            "Please act, Representative.",
        ),
    ] {
        let recipient = Recipient::person(&person(title, &groups), "Vermont".into());
        let body = assemble(&letter, &Guide::default(), &recipient, "").body;
        assert!(body.contains(opening) && body.contains(ask), "{body}");
    }
}

#[test]
fn a_letter_in_chinese_opens_and_ends_as_chinese_does() {
    let letter = Letter { language: Language::TraditionalChinese, ..letter() };
    let body = assemble(&letter, &Guide::default(), &senator(), "").body;
    assert!(body.starts_with("Senator [name]：\n\n"), "{body}");
    assert!(body.ends_with("\n[你的姓名]\n[你的郵寄地址]\n"), "{body}");
}

#[test]
fn what_is_missing_below_the_letter_is_asked_for() {
    for (name, address, signature) in [
        ("", "", "[your name]\n[your postal address]"),
        ("A. Supporter", "", "A. Supporter"),
        ("", "1 Example Street", "[your name]\n1 Example Street"),
        ("A. Supporter", "1 Example Street", "A. Supporter\n1 Example Street"),
    ] {
        let guide = Guide { name: name.into(), address: address.into(), ..Guide::default() };
        let body = assemble(&letter(), &guide, &senator(), "").body;
        assert!(body.ends_with(&["Sincerely,\n", signature, "\n"].concat()), "{body}");
    }
}

#[test]
fn what_is_still_to_be_filled_in_is_seen() {
    for (body, gaps) in [("[your name]", true), ("name", false), ("a [ b", false), ("] [", false)] {
        assert_eq!(Draft { subject: String::new(), body: body.into() }.has_gaps(), gaps, "{body}");
    }
}

#[test]
fn an_unclosed_token_is_left_as_it_stands() {
    assert_eq!(merge("a {{place", &senator(), ""), "a {{place");
}

#[test]
fn a_letter_goes_to_the_form_else_by_mail_else_to_the_site() {
    let url = |text: &str| HttpsUrl::try_from(text.to_owned()).unwrap();
    let (form, site) = (url("https://example.house.gov/contact"), url("https://example.house.gov"));
    let somebody = |contact_form: Option<&HttpsUrl>, email: Option<&str>, site: Option<&HttpsUrl>| Person {
        contact_form: contact_form.cloned(),
        email: email.map(Into::into),
        site: site.cloned(),
        ..person("Representative", &[])
    };
    let address = Some("mp@parliament.example");
    for (contact_form, email, page, goal) in [
        (Some(&form), address, Some(&site), Destination::ContactForm(&form)),
        (None, address, Some(&site), Destination::Mail("mp@parliament.example")),
        (None, None, Some(&site), Destination::Site(&site)),
        (None, None, None, Destination::Unknown),
    ] {
        assert_eq!(destination(&somebody(contact_form, email, page)), goal);
    }
}

#[test]
fn a_letter_on_paper_says_to_whom_and_where() {
    let senator = person("Senator", &[]);
    assert_eq!(address_block(&senator), "Senator Example Member 01\n1 Example Building\nWashington, DC 20515");
    for (address, block) in [
        ("Room 1,200, Example Street", "Room 1,200\nExample Street"),
        ("1 Example Street, Burlington, VT 05401", "1 Example Street\nBurlington, VT 05401"),
        ("1 Example Street, St Albans, AL1 1AA", "1 Example Street\nSt Albans\nAL1 1AA"),
        ("1 Example Street, London, W1 1AA", "1 Example Street\nLondon\nW1 1AA"),
        ("House of Commons, London SW1A 0AA", "House of Commons\nLondon SW1A 0AA"),
        ("1 Example Street, A", "1 Example Street\nA"),
    ] {
        assert_eq!(lines(address), block);
    }
}

#[test]
fn people_are_addressed_by_their_title_or_by_name() {
    use places::people::named;
    for (title, shown, salutation) in
        [("", "Example Person", "Example Person"), ("Ambassador", "Ambassador Example Person", "Ambassador Person")]
    {
        let person = named("a.csv:2".into(), "Example Person".into(), "Person".into(), title.into());
        assert_eq!((&*person.shown, &*person.addressed), (shown, shown));
        let recipient = Recipient::person(&person, "Vermont".into());
        assert_eq!(recipient.salutation, salutation);
        let addressed = |audience: &str| {
            recipient.is_addressed_by(&Variant { audience: vec!["none".into(), audience.into()], ..Variant::default() })
        };
        assert!(addressed("people") && addressed("a.csv:2") && !addressed("us-congress"));
    }
}
