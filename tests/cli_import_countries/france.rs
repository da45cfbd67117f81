//! `undersigned import fr`.

use super::Records;

const DEPUTIES: &str = "\
id,civ,nom,prenom,naissance,groupe,groupeAbrev,departementNom,departementCode,circo
PA1,Mme,Exemple,Une,1970-01-01,Groupe Exemple,EX,Ain,1,1
PA2,M.,Exemple (Ain),Deux,1970-01-01,Groupe Exemple,EX,Ain,01,02
PA3,Mme,D'Exemple,Trois,1970-01-01,Non inscrit,NI,Corse-du-sud,2a,1
";

const ADDRESSES: &str = "\
id,legislature,nom,mail
PA1,17,Exemple,Une.Exemple@assemblee-nationale.fr
PA2,17,Exemple,deux.exemple@assemblee-nationale.fr
PA9,17,Parti,parti@assemblee-nationale.fr
";

pub fn records() -> Records {
    Records {
        country: "fr",
        files: vec![
            ("deputies.csv", "fr-deputies", DEPUTIES.as_bytes().to_vec()),
            ("addresses.csv", "fr-deputy-addresses", ADDRESSES.as_bytes().to_vec()),
        ],
        reviewed: r#"
[legislature]
role = "depute"
mail_host = "assemblee-nationale.fr"
page = "https://example.org/deputes/{id}"
no_email_up_to = 1

[parties]
EX = "fr-ex"
NI = "fr-ni"

[[region]]
code = "FR-01"
upstream = ["01"]
seats = 2
name = "Ain"

[[region]]
code = "FR-2A"
upstream = ["2A"]
seats = 1
name = "Corse-du-Sud"
"#
        .to_owned(),
        replaced: Vec::new(),
    }
}

#[test]
fn deputies_have_a_circonscription_a_gender_and_an_address_if_they_are_not_newer() {
    let tables = records().passes("good");
    assert_eq!(
        tables["people.csv"],
        "id,seat,role,name,family_name,gender,party,email,site\n\
         PA1,01-1,depute,Une Exemple,Exemple,f,fr-ex,Une.Exemple@assemblee-nationale.fr,https://example.org/deputes/PA1\n\
         PA2,01-2,depute,Deux Exemple,Exemple,m,fr-ex,deux.exemple@assemblee-nationale.fr,https://example.org/deputes/PA2\n\
         PA3,2A-1,depute,Trois D'Exemple,D'Exemple,f,fr-ni,,https://example.org/deputes/PA3\n"
    );
    assert_eq!(
        tables["seats.csv"],
        "code,region,name\n01-1,FR-01,Ain (1re circonscription)\n01-2,FR-01,Ain (2e circonscription)\n2A-1,FR-2A,Corse-du-Sud (1re circonscription)\n"
    );
    let sources: toml::Table = tables["sources.toml"].parse().unwrap();
    assert_eq!(sources["emails_as_of"].as_str(), Some("2026-01-01"));
}

#[test]
fn every_fault_of_deputies_is_told_with_its_line() {
    for (file, what, from, to, said) in [
        ("deputies.csv", "no column", "circo", "circonscription", "deputies.csv: line 1: no column `circo`"),
        (
            "deputies.csv",
            "no gender",
            "PA2,M.",
            "PA2,Mr",
            "deputies.csv: line 3 (Deux Exemple (Ain)): `Mr` is neither M. nor Mme",
        ),
        (
            "deputies.csv",
            "no such circonscription",
            "Ain,01,02",
            "Ain,01,3",
            "line 3: Deux Exemple has no seat: `01-3` is unknown",
        ),
        (
            "deputies.csv",
            "circonscription 0",
            "Ain,01,02",
            "Ain,01,0",
            "line 3: Deux Exemple has no seat: `01-` is unknown",
        ),
        ("deputies.csv", "no such département", "2a", "20", "line 4: Trois D'Exemple has no seat: `20-1` is unknown"),
        (
            "deputies.csv",
            "two in one seat",
            "Ain,01,02",
            "Ain,01,1",
            "01-1 (Ain (1re circonscription)): 2 people for 1",
        ),
        ("deputies.csv", "one id for two", "PA2", "PA1", "line 3: id `PA1` also belongs to line 2"),
        (
            "deputies.csv",
            "an unknown group",
            "NI",
            "NEW",
            "line 4 (Trois D'Exemple): `NEW` is not listed under [parties]",
        ),
        ("deputies.csv", "no family name", "Exemple (Ain)", "", "is not a name"),
        (
            "deputies.csv",
            "a seat that nobody holds",
            "PA3,Mme,D'Exemple,Trois,1970-01-01,Non inscrit,NI,Corse-du-sud,2a,1\n",
            "",
            "2A-1 (Corse-du-Sud (1re circonscription)): 0 of 1 in the records",
        ),
        ("deputies.csv", "not UTF-8", "Exemple (Ain)", "\u{fffd}\u{0}", "is not a name"),
        ("addresses.csv", "no column of addresses", "mail", "email", "addresses.csv: line 1: no column `mail`"),
        ("addresses.csv", "one id twice", "PA2", "PA1", "addresses.csv: line 3: id `PA1` is listed twice"),
        (
            "addresses.csv",
            "another host",
            "deux.exemple@assemblee-nationale.fr",
            "deux@example.org",
            "deputies.csv: line 3: `deux@example.org` is not at assemblee-nationale.fr",
        ),
        (
            "addresses.csv",
            "half an address",
            "deux.exemple@assemblee-nationale.fr",
            "deux.exemple",
            "`deux.exemple` is not an e-mail address",
        ),
        (
            "addresses.csv",
            "too few addresses",
            "PA2",
            "PA8",
            "addresses.csv: no_email_up_to: 2 people without an address",
        ),
    ] {
        records().with(file, from, to).fails(what, said);
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_column() {
    records().with_file("deputies.csv", format!("\u{feff}{DEPUTIES}").as_bytes()).passes("byte order mark");
}

#[test]
fn who_has_left_is_left_out_by_the_name_that_upstream_gives() {
    let left = "\n[[leave_out]]\nname = \"Deux Exemple (Ain)\"\nwhy = \"made up\"\n";
    let vacant = "\n[[vacant]]\nseat = \"01-2\"\nwhy = \"made up\"\n";
    assert_eq!(records().reviewing(left).reviewing(vacant).passes("left out")["people.csv"].lines().count(), 3);
}
