//! `undersigned import eu`.

use super::Records;

const LIST: &str = "\
name,country,party,national_party,mep_id,profile_url
Example van Person,Belgium,Greens (G),Example Party,1001,https://example.org/1001
Example Öther,Belgium,,,1002,https://example.org/1002/EXAMPLE_OTHER/home
Example NEW-COMER,Czech Republic,Left (L),,1003,
";

const ADDRESSES: &str = r#"[
{"fullName":"Example VAN PERSON","country":"Belgium","politicalGroup":"Left Group","id":"1001","nationalPoliticalGroup":"x","contactInformation":{"emails":["example.person@europarl.europa.eu"]}},
{"fullName":"Example ÖTHER","country":"Belgium","politicalGroup":"Greens Group","id":"1002","nationalPoliticalGroup":"x","contactInformation":{"emails":["example.oether@europarl.europa.eu"]}},
{"fullName":"Example GONE","country":"Czechia","politicalGroup":"Greens Group","id":"1009","nationalPoliticalGroup":"x","contactInformation":{"emails":["example.gone@europarl.europa.eu"]}}
]"#;

fn records() -> Records {
    Records {
        country: "eu",
        files: vec![
            ("list.csv", "eu-mep-list", LIST.as_bytes().to_vec()),
            ("addresses.json", "eu-mep-addresses", ADDRESSES.as_bytes().to_vec()),
        ],
        reviewed: r#"
[legislature]
role = "mep"
mail_host = "europarl.europa.eu"
page = "https://example.org/meps/{id}"
no_email_up_to = 1

[parties]
"Left Group" = "eu-left"
"Left (L)" = "eu-left"
"Greens Group" = "eu-greens"
"Greens (G)" = "eu-greens"

[[region]]
code = "BE"
upstream = ["Belgium"]
seats = 2

[[region]]
code = "CZ"
upstream = ["Czechia", "Czech Republic"]
seats = 1
"#
        .to_owned(),
        replaced: Vec::new(),
    }
}

#[test]
fn a_country_is_one_seat_with_several_people() {
    let tables = records().passes("good");
    assert_eq!(
        tables["people.csv"],
        "id,seat,role,name,family_name,party,email,site\n\
         1001,BE,mep,Example van Person,van Person,eu-left,example.person@europarl.europa.eu,https://example.org/meps/1001\n\
         1002,BE,mep,Example Öther,Öther,eu-greens,example.oether@europarl.europa.eu,https://example.org/meps/1002\n\
         1003,CZ,mep,Example New-Comer,New-Comer,eu-left,,https://example.org/meps/1003\n",
        "groups are those of the list of addresses; who is newer has none"
    );
    assert_eq!(tables["seats.csv"], "code,region,name\nBE,BE,Belgium\nCZ,CZ,Czechia\n");
    assert_eq!(tables["regions.csv"], "code,name\nBE,\nCZ,\n");
    let sources: toml::Table = tables["sources.toml"].parse().unwrap();
    assert_eq!((sources["as_of"].as_str(), sources["emails_as_of"].as_str()), (Some("2026-02-03"), Some("2026-01-01")));
}

#[test]
fn every_fault_of_the_list_is_told_with_its_line() {
    for (what, from, to, said) in [
        ("a column that is gone", "mep_id", "id", "list.csv: line 1: no column `mep_id`"),
        ("a column of another case", "name,country", "Name,country", "list.csv: line 1: no column `name`"),
        (
            "an unknown country",
            "Czech Republic",
            "Atlantis",
            "list.csv: line 4 (Example NEW-COMER): `Atlantis` is not a member state",
        ),
        (
            "another country",
            "Öther,Belgium",
            "Öther,Czechia",
            "line 3 (Example Öther): from `Czechia` here, from `Belgium` in addresses.json",
        ),
        ("no id", "1003", "", "line 4 (Example NEW-COMER): no mep_id"),
        ("an id that is none", "1003", "https://x", "`https://x` is not an id"),
        ("one id for two", "1003", "1001", "line 4"),
        ("three for two", "Czech Republic", "Belgium", "BE (Belgium): 3 people for 2"),
        (
            "a group that is none",
            "Left (L)",
            "Example Alliance",
            "line 4 (Example NEW-COMER): `Example Alliance` is not listed under [parties]",
        ),
        (
            "another family name",
            "Example Öther",
            "Example Person",
            "`Example Person`, with the family name ``, is not a name",
        ),
        (
            "a short row",
            "Example NEW-COMER,Czech Republic,Left (L),,1003,",
            "Example NEW-COMER,Czech Republic",
            "list.csv: line 4",
        ),
        ("nobody", LIST, "name,country,party,mep_id\n", "BE (Belgium): 0 of 2 in the records"),
        ("nothing", LIST, "", "list.csv: line 1: no column `name`"),
        ("an error page", LIST, "<!doctype html>", "list.csv: line 1: no column `name`"),
    ] {
        records().with("list.csv", from, to).fails(what, said);
    }
}

#[test]
fn every_fault_of_the_addresses_is_told_with_its_entry() {
    for (what, from, to, said) in [
        (
            "one id twice",
            "\"1002\"",
            "\"1001\"",
            "addresses.json: entry 2 (Example ÖTHER): id `1001` also belongs to Example VAN PERSON",
        ),
        (
            "two addresses",
            "[\"example.person@europarl.europa.eu\"]",
            "[\"a@europarl.europa.eu\",\"b@europarl.europa.eu\"]",
            "addresses.json: entry 1 (Example VAN PERSON): several addresses",
        ),
        (
            "a field that is gone",
            "\"politicalGroup\":\"Left Group\",",
            "",
            "addresses.json: entry 1: missing field `politicalGroup`",
        ),
        (
            "another host",
            "person@europarl.europa.eu",
            "person@example.org",
            "list.csv: line 2: `example.person@example.org` is not at europarl.europa.eu",
        ),
        (
            "half an address",
            "example.person@europarl.europa.eu",
            "example.person",
            "`example.person` is not an e-mail address",
        ),
        ("one address for two", "example.oether@", "Example.Person@", "also belongs to line 2"),
        ("a group of another name", "Left Group", "The Left Group", "`The Left Group` is not listed under [parties]"),
        (
            "too many newer members",
            "\"1001\"",
            "\"1008\"",
            "addresses.json: no_email_up_to: 2 people without an address; reviewed.toml allows 1",
        ),
        ("no list", ADDRESSES, "{\"members\":[]}", "addresses.json: whole file: invalid type"),
    ] {
        records().with("addresses.json", from, to).fails(what, said);
    }
}

#[test]
fn rows_of_nobody_are_left_out_by_name() {
    let row = "Example Commissioner,Belgium,Left (L),,,\n";
    let more = records().with_file("list.csv", format!("{LIST}{row}").as_bytes());
    more.fails("no number", "line 5 (Example Commissioner): no mep_id; if that person isn't a member, list the name");
    let left_out = "\n[[leave_out]]\nname = \"Example Commissioner\"\nwhy = \"made up\"\n";
    assert_eq!(more.reviewing(left_out).passes("left out")["people.csv"].lines().count(), 4);
    records()
        .reviewing(left_out)
        .fails("in vain", "reviewed.toml: Example Commissioner: left out, but not in the records");
}

#[test]
fn a_missing_member_is_listed_by_country() {
    let fewer =
        || records().with("list.csv", "Example Öther,Belgium,,,1002,https://example.org/1002/EXAMPLE_OTHER/home\n", "");
    fewer().fails("one of two", "list.csv: BE (Belgium): 1 of 2 in the records; list who is missing");
    fewer().reviewing("\n[[vacant]]\nseat = \"BE\"\nwhy = \"made up\"\n").passes("listed");
}
