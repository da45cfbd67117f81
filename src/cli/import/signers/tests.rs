use campaign::Signer;
use campaign::facts::PersonSigner;

use super::report::Report;
use super::*;

fn nobody(order: SignerOrder) -> Signers {
    Signers { stated: Stated { count: 1, besides: 0, people: None }, order, listed: Vec::new(), people: Vec::new() }
}

fn added_to(mut signers: Signers, list: &str, people: bool) -> (Signers, Report) {
    let list = entries::read(list.as_bytes(), people).unwrap();
    let source = HttpsUrl::try_from("https://example.org/letter".to_owned()).unwrap();
    let report = gather::add(&mut signers, list, &source, &countries().unwrap());
    (signers, report)
}

fn added(list: &str) -> (Signers, Report) {
    added_to(nobody(SignerOrder::Alphabetical), list, false)
}

/// Organisations as "name (country) address".
fn organisations(signers: &Signers) -> Vec<String> {
    let shown = |signer: &Signer| {
        let country = signer.country.as_ref().map(|code| format!(" ({code})")).unwrap_or_default();
        let site = signer.site_url.as_ref().map(|url| format!(" {}", url.as_str())).unwrap_or_default();
        format!("{}{country}{site}", signer.organization)
    };
    signers.listed.iter().map(shown).collect()
}

fn people(signers: &Signers) -> Vec<String> {
    let shown = |person: &PersonSigner| format!("{} / {}", person.name, person.role.as_deref().unwrap_or_default());
    signers.people.iter().map(shown).collect()
}

#[test]
fn a_list_becomes_signers_and_every_row_that_changes_is_told() {
    let (signers, report) = added(
        "organisation,country,website,e-mail\n\
         Example Group,GB,https://example.org,a@example.org\n\
         Example Group,Germany,http://example.de,\n\
         \"Example Church, Example Town \",UK,,\n\
         Example Women’s Institute,England,example.org,\n\
         Example Womens Institute,GB,,\n\
         Eco7,GB,,\n\
         Eco-Chi,GB,,\n\
         Example Kosovo,XK,,\n\
         EXAMPLE  GROUP,GB,,\n\
         Example Atlantis,Atlantis,not an address,\n\
         ,GB,,\n\
         \"two\nlines\",FR,,\n",
    );
    assert_eq!(
        organisations(&signers),
        [
            "Eco-Chi (GB)",
            "Eco7 (GB)",
            "Example Atlantis",
            "Example Church, Example Town (GB)",
            "Example Group (DE) https://example.de",
            "Example Group (GB) https://example.org",
            "Example Kosovo (XK)",
            "Example Women’s Institute (GB) https://example.org",
            "two lines (FR)",
        ]
    );
    let report = report.to_string();
    for line in [
        "12 rows read: 9 organisations and 0 people taken, 1 listed already, 2 left out",
        "Columns not read: e-mail",
        "row 3: `http://example.de` → `https://example.de`",
        "row 4: `Example Church, Example Town`: removed spaces at the ends of the name",
        "row 5: `example.org` → `https://example.org`",
        "row 6: `Example Womens Institute` looks like `Example Women’s Institute` in row 5",
        "row 10: `EXAMPLE GROUP` is in row 2 too",
        "row 11: `Example Atlantis`: unknown country `Atlantis`",
        "row 11: `Example Atlantis`: `not an address` isn't a site's address",
        "row 12: has no name",
        "row 13: `two lines`: removed spaces or line breaks",
    ] {
        assert!(report.contains(line), "{line}\nin\n{report}");
    }
    assert!(!report.contains("a@example.org"));
}

#[test]
fn columns_may_have_any_order_and_many_names() {
    let expected = ["Example Group (FR) https://example.org"];
    for list in [
        "Country,Organization Name,Website URL\nFrance,Example Group,example.org\n",
        "Country / Territory,Name of your organisation (as it should appear),Your website\nFrance,Example Group,example.org\n",
        "Webseite;Land;Organisation\nexample.org;Frankreich;Example Group\n",
        "Site web;Pays;Nom de l'organisation\nexample.org;France;Example Group\n",
        "Sitio web\tPaís\tOrganización\nexample.org\tFrancia\tExample Group\n",
        "網址,國家,組織名稱\nexample.org,法國,Example Group\n",
        "网站,国家/地区,机构名称\nexample.org,法国,Example Group\n",
        "url|country code|name\nexample.org|FRA|Example Group\n",
        "notes,NAME,COUNTRY,URL\nx,Example Group,fr,https://example.org\n",
        "- [Example Group](https://example.org) (France)\n- Second (FR)\n",
        "# Organisations\n\n1. [Example Group](https://example.org) (France)\n2. Second (FR)\n",
    ] {
        let (signers, _) = added(list);
        assert_eq!(organisations(&signers)[..1], expected, "{list}");
    }
    let no_name = entries::read(b"country,website\nFrance,example.org\n", false).unwrap_err();
    assert!(no_name.to_string().starts_with("row 1: no column is called"), "{no_name}");
}

#[test]
fn people_who_signed_are_people() {
    for (list, all, expected) in [
        ("first name,last name,role\nJane,Doe,Director\n", false, vec!["Jane Doe / Director"]),
        ("name,affiliation\nJane Doe,Example Organisation 01\n", true, vec!["Jane Doe / Example Organisation 01"]),
        (
            "type,name,role\nIndividual,Jane Doe,Teacher\nOrganisation,Example Group,\n",
            false,
            vec!["Jane Doe / Teacher"],
        ),
        (
            "organisation,name,role\n,Jane Doe,Teacher\nExample Group,John Doe,Director\n",
            false,
            vec!["Jane Doe / Teacher"],
        ),
        ("organisation,name,role\nExample Group,John Doe,Director\n", true, vec!["John Doe / Director, Example Group"]),
        ("姓,名\nDoe,Jane\n", false, vec!["Jane Doe / "]),
        (
            "## Organisations\n- Example Group\n## Individuals\n- Jane Doe (Teacher)\n- John Doe, Nurse\n",
            false,
            vec!["Jane Doe / Teacher", "John Doe / Nurse"],
        ),
        // Two people may have one name; the same one twice is one.
        (
            "name,role\nJane Doe,Teacher\nJane Doe,Nurse\nJANE DOE,Nurse\n",
            true,
            vec!["Jane Doe / Nurse", "Jane Doe / Teacher"],
        ),
    ] {
        let (signers, report) = added_to(nobody(SignerOrder::Alphabetical), list, all);
        assert_eq!(people(&signers), expected, "{list}\n{report}");
        // Who signed for an organisation is nobody's business.
        assert!(
            !write::text(&signers, "").unwrap().contains("John Doe")
                || expected.iter().any(|one| one.contains("John Doe"))
        );
    }
}

#[test]
fn a_campaign_keeps_its_signers_its_order_and_every_other_byte() {
    let facts = "\u{feff}{\n  \"id\": \"x\",   \"theme\": {\"a\": 1},\n  \"signers\": {\n    \"stated\": { \"count\": 3, \"besides\": 1 },\n    \
                 \"order\": \"alphabetical\",\n    \"listed\": [\n      { \"organization\": \"Zeta Lead\", \"country\": \"GB\", \
                 \"source\": \"https://example.org/old\" },\n      { \"organization\": \"FILL IN: the organisation\", \
                 \"source\": \"https://fill-in.example/x\" }\n    ]\n  },\n  \"targets\": []\n}\n";
    let value: serde_json::Value = serde_json::from_str(facts.trim_start_matches('\u{feff}')).unwrap();
    let signers: Signers = serde_json::from_value(value["signers"].clone()).unwrap();
    let (signers, report) = added_to(signers, "name\nBeta\nalpha\nÁlpha Two\nZETA lead\n", false);
    assert_eq!(organisations(&signers), ["Zeta Lead (GB)", "alpha", "Álpha Two", "Beta"]);
    assert!(report.to_string().contains("row 5: `ZETA lead` is in the campaign too"), "{report}");
    let written = write::into_facts(facts, &signers).unwrap();
    let (before, after) = (facts.find("{\n    \"stated\"").unwrap(), facts.find(",\n  \"targets\"").unwrap());
    assert!(written.starts_with(&facts[..before]) && written.ends_with(&facts[after..]), "{written}");
    assert!(
        written.contains("\n      { \"organization\": \"Beta\", \"source\": \"https://example.org/letter\" }\n    ]"),
        "{written}"
    );
    assert!(written.contains("\"source\": \"https://example.org/old\""));

    let (signers, _) = added_to(nobody(SignerOrder::AsPublished), "name\nBeta\nalpha\n", false);
    assert_eq!(organisations(&signers), ["Beta", "alpha"]);
}

#[test]
fn what_would_break_a_campaign_is_left_out_and_told() {
    let long = "x".repeat(201);
    for (row, part) in [
        (long.as_str(), "the name is 201 characters long"),
        ("-", "is no name"),
        ("Total: 61,", "is a total"),
        ("Example, Group,GB", "has 3 fields, but the header has 2"),
        ("\u{200b},GB", "has no name"),
    ] {
        let (signers, report) = added(&format!("name,country\n{row}\nGood,GB\n"));
        assert_eq!(organisations(&signers), ["Good (GB)"], "{row}");
        assert!(report.to_string().contains(part), "{report}");
    }
    let (_, report) = added("name,signed\nA,2023-01-31\nB,03/04/2023\nC,ZoÃ©\nD,2023-01-31T10:00:00Z\n");
    assert_eq!(report.doubtful.iter().map(|note| note.row).collect::<Vec<_>>(), [3, 4]);
}

#[test]
fn countries_are_known_by_flags_parts_and_names_of_their_own() {
    for (country, code) in [
        ("🇬🇧", "GB"),
        ("GB-SCT", "GB"),
        ("us-vt", "US"),
        ("England & Wales", "GB"),
        ("HKSAR", "HK"),
        ("Hong Kong S.A.R.", "HK"),
        ("Ísland", "IS"),
        ("Ελλάδα", "GR"),
        ("България", "BG"),
        ("مصر", "EG"),
        ("ישראל", "IL"),
        ("ประเทศไทย", "TH"),
        ("भारत", "IN"),
        ("საქართველო", "GE"),
        ("Korea, Republic of", "KR"),
        ("Côte d’Ivoire", "CI"),
    ] {
        let (signers, report) = added(&format!("name,country\nExample Group,\"{country}\"\n"));
        assert_eq!(organisations(&signers), [format!("Example Group ({code})")], "{country}\n{report}");
    }
    for country in ["EU", "International", "USA/UK", "🌍", "GB-SCOTLAND"] {
        let (signers, report) = added(&format!("name,country\nExample Group,{country}\n"));
        assert_eq!(organisations(&signers), ["Example Group"], "{country}");
        assert_eq!(report.doubtful.len(), 1, "{country}: {report}");
    }
}

#[test]
fn items_of_lists_may_end_with_a_country_or_an_address() {
    for (list, expected) in [
        ("- Example One – UK\n- Example Two, France\n", vec!["Example One (GB)", "Example Two (FR)"]),
        ("• Example One\n• Example Two | US\n", vec!["Example One", "Example Two (US)"]),
        (
            "1) Example One (www.example.org)\n2) Example Two – the second\n",
            vec!["Example One https://www.example.org", "Example Two – the second"],
        ),
        ("* Example One, Inc\n* Example Two - Deutschland\n", vec!["Example One, Inc", "Example Two (DE)"]),
    ] {
        assert_eq!(organisations(&added(list).0), expected, "{list}");
    }
}

#[test]
fn what_is_no_name_and_no_list_is_told() {
    for row in ["https://example.org", "www.example.org", "hello@example.org"] {
        let (signers, report) = added(&format!("name\n{row}\nGood\n"));
        assert_eq!(organisations(&signers), ["Good"]);
        assert!(report.to_string().contains(&format!("row 2: `{row}` is an address, not a name")), "{report}");
    }
    for row in ["<b>Example</b>", "[Example](https://example.org/a)", "Example<br>Group"] {
        assert_eq!(added(&format!("name\n\"{row}\"\n")).1.doubtful.len(), 1, "{row}");
    }
    for text in
        ["signers:\n  - name: A\n    country: GB\n  - name: B\n", "- name: A\n  site: https://example.org\n- name: B\n"]
    {
        let said = entries::read(text.as_bytes(), false).unwrap_err().to_string();
        assert!(said.starts_with("is YAML") && said.contains("CSV UTF-8"), "{said}");
    }
    // A title above the names of the columns is said.
    let (signers, report) = added("Signers of the letter\n\nOrganisation,Country\nExample Group,UK\n");
    assert_eq!(organisations(&signers), ["Example Group (GB)"]);
    assert!(report.to_string().contains("Row 1 above the column names: not read."), "{report}");
}
