//! `undersigned import uk`.

use std::fs;

use records::tables::sha256_hex;

use super::{Records, run, tables};

const MEMBERS: &str = "\
pcon_name,pcon_code,member_id,full_title,display_as,party_text,member_email,region_name,region_code
Example South,E14000002,12,Example Two MP,Example Two,Independent,two@example.org,London,E12000007
Example North,E14000001,11,Rt Hon Example One MP,Rt Hon Example One,Example Party,one.mp@parliament.uk,London,E12000007
Example Isles,S14000002,13,Example Three MP,Example Three,Other Party,No email found,Scotland,S92000003
";

const RUNS: &str = "\
outward,first_inward,gss_code
ZZ1,1AA,E14000001
ZZ1,2AB,E14000002
ZZ1,3AA,E14000001
ZZ2,1AA,S14000002
";

fn records() -> Records {
    Records {
        country: "uk",
        files: vec![
            ("members.csv", "mp-lookup", MEMBERS.as_bytes().to_vec()),
            ("runs.csv", "postcode-runs", RUNS.as_bytes().to_vec()),
        ],
        reviewed: r#"
[legislature]
role = "mp"
mail_host = "parliament.uk"
page = "https://example.org/member/{id}"
vacant_up_to = 1

[parties]
Independent = "uk-independents"

[[region]]
code = "E12000007"
upstream = []
seats = 2
name = "London"

[[region]]
code = "S92000003"
upstream = []
seats = 1
name = "Scotland"
names = { zh-Hant = "蘇格蘭" }

[[own_host]]
id = "12"
why = "made up"

[[no_email]]
id = "13"
why = "made up"
"#
        .to_owned(),
        replaced: Vec::new(),
    }
}

#[test]
fn members_keep_the_names_of_their_parties_and_postcodes_become_rows() {
    let tables = records().passes("good");
    assert_eq!(
        tables["people.csv"],
        "id,seat,role,name,family_name,party,email,site\n\
         11,E14000001,mp,Rt Hon Example One,One,Example Party,one.mp@parliament.uk,https://example.org/member/11\n\
         12,E14000002,mp,Example Two,Two,uk-independents,two@example.org,https://example.org/member/12\n\
         13,S14000002,mp,Example Three,Three,Other Party,,https://example.org/member/13\n"
    );
    assert_eq!(
        tables["seats.csv"],
        "code,region,name\nE14000001,E12000007,Example North\nE14000002,E12000007,Example South\nS14000002,S92000003,Example Isles\n"
    );
    assert_eq!(tables["regions.csv"], "code,name,name.zh-Hant\nE12000007,London,\nS92000003,Scotland,蘇格蘭\n");
    assert_eq!(
        tables["postcodes.csv"],
        "outward,seat,from\nZZ1,E14000001,1AA 3AA\nZZ1,E14000002,2AB\nZZ2,S14000002,1AA\n"
    );
    let sources: toml::Table = tables["sources.toml"].parse().unwrap();
    assert_eq!(sources["as_of"].as_str(), Some("2026-02-03"));
    assert_eq!(sources["postcodes_as_of"].as_str(), Some("2026-01-01"));
}

#[test]
fn every_fault_of_members_and_runs_is_told_with_its_line() {
    for (file, what, from, to, said) in [
        ("members.csv", "no column", "party_text", "party", "members.csv: line 1: no column `party_text`"),
        (
            "members.csv",
            "no constituency",
            "E14000002",
            "E1400002",
            "members.csv: line 2: `E1400002` is not the GSS code of a constituency",
        ),
        (
            "members.csv",
            "another nation",
            "London,E12000007\nExample Isles",
            "Scotland,S92000003\nExample Isles",
            "members.csv: line 3: `S92000003` is not a region of the nation of `E14000001`",
        ),
        ("members.csv", "no party", "Other Party", "", "members.csv: line 4: no party of Example Three"),
        (
            "members.csv",
            "a host of their own",
            "one.mp@parliament.uk",
            "one@example.org",
            "line 3: `one@example.org` is not at parliament.uk; if it is theirs, list 11 under own_host in reviewed.toml",
        ),
        (
            "members.csv",
            "an address that is gone",
            "one.mp@parliament.uk",
            "No email found",
            "1 people without an address; reviewed.toml allows 0: Rt Hon Example One (11). If that is so, list them under no_email",
        ),
        (
            "members.csv",
            "an address that is there now",
            "No email found",
            "three.mp@parliament.uk",
            "reviewed.toml: 13: listed under no_email, but has one now or is gone; delete it",
        ),
        (
            "members.csv",
            "a host listed in vain",
            "two@example.org",
            "two.mp@parliament.uk",
            "reviewed.toml: 12: listed under own_host, but has no such address; delete it",
        ),
        (
            "members.csv",
            "no mailbox",
            "two@example.org",
            "two.example.org",
            "`two.example.org` is not an e-mail address",
        ),
        (
            "members.csv",
            "two in one seat",
            "S14000002,13",
            "E14000002,13",
            "2 people for 1: Example Two, Example Three",
        ),
        ("runs.csv", "no postcode", "1AA,E", "1CA,E", "runs.csv: line 2: `ZZ1 1CA` is not a postcode"),
        ("runs.csv", "out of order", "3AA,E", "1AB,E", "runs.csv: line 4: ZZ1 1AB is out of order or listed twice"),
        (
            "runs.csv",
            "no seat",
            "1AA,S14000002",
            "1AA,S14000009",
            "runs.csv: line 5: `S14000009` is not a constituency in the members' file",
        ),
        (
            "runs.csv",
            "one run in two",
            "2AB,E14000002",
            "2AB,E14000001",
            "runs.csv: line 3: the previous run is in the same constituency",
        ),
    ] {
        records().with(file, from, to).fails(what, said);
    }
}

/// The records name no constituency whose seat is vacant: its name comes from the tables that are there.
#[test]
fn a_vacant_seat_keeps_its_name_once_a_person_has_listed_it() {
    let (ran, to) = records().import("vacant");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let before = tables(&to);
    let folder = to.parent().unwrap();
    let members: String =
        MEMBERS.lines().filter(|line| !line.contains("Isles")).map(|line| format!("{line}\n")).collect();
    fs::write(folder.join("from/members.csv"), &members).unwrap();
    let reviewed = before["reviewed.toml"].replace(&sha256_hex(MEMBERS.as_bytes()), &sha256_hex(members.as_bytes()));
    let reviewed = reviewed.replace("[[no_email]]\nid = \"13\"\nwhy = \"made up\"\n", "");
    fs::write(to.join("reviewed.toml"), &reviewed).unwrap();
    let import = || run(folder, &["import", "uk", "--from", "from", "--to", "to"]);
    let ran = import();
    let said = "S14000002 (Example Isles): 0 of 1 in the records; list who is missing in reviewed.toml as vacant";
    assert!(ran.code == 1 && ran.err.contains(said), "{}", ran.err);
    let vacant = "\n[[vacant]]\nseat = \"S14000002\"\nwhy = \"made up\"\n";
    fs::write(to.join("reviewed.toml"), [&reviewed, vacant].concat()).unwrap();
    let ran = import();
    assert_eq!(ran.code, 0, "{}", ran.err);
    let after = tables(&to);
    assert_eq!((&after["seats.csv"], &after["postcodes.csv"]), (&before["seats.csv"], &before["postcodes.csv"]));
    assert!(!after["people.csv"].contains("Three"));
}
