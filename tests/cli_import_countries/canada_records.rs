//! Made-up records of the House of Commons of Canada.

use std::io::Cursor;

use dbase::{FieldName, TableWriterBuilder, Unicode};

/// A riding's number, its name in English and in French.
pub type Riding<'a> = (f64, &'a str, &'a str);

pub const RIDINGS: [Riding; 3] = [
    (35001.0, "Example East—St. Example’s", "Exemple-Est—St. Example’s"),
    (35002.0, "Example West", "Exemple-Ouest"),
    (60001.0, "Exœmple", "Exœmple"),
];

pub fn dbf(ridings: &[Riding]) -> Vec<u8> {
    let mut file = Vec::new();
    let name = |name: &str| FieldName::try_from(name).unwrap();
    let mut writer = TableWriterBuilder::with_encoding(Unicode)
        .add_numeric_field(name("FED_NUM"), 5, 0)
        .add_character_field(name("ED_NAMEE"), 100)
        .add_character_field(name("ED_NAMEF"), 100)
        .build_with_dest(Cursor::new(&mut file));
    for (number, english, french) in ridings {
        let mut record = dbase::Record::default();
        record.insert("FED_NUM".to_owned(), dbase::FieldValue::Numeric(Some(*number)));
        record.insert("ED_NAMEE".to_owned(), dbase::FieldValue::Character(Some((*english).to_owned())));
        record.insert("ED_NAMEF".to_owned(), dbase::FieldValue::Character(Some((*french).to_owned())));
        writer.write_record(&record).unwrap();
    }
    drop(writer);
    file
}

pub const MEMBERS: &str = r#"[
{"id":"1","name":"Example Member One","firstName":"Example Member","lastName":"One","email":"Example.One@parl.gc.ca","party":"Red","ridingId":"60001","ridingName":"Example East—St. Example's","province":"Ontario"},
{"id":"2","name":"Example Two","firstName":"Example","lastName":"Two","email":"example.two@parl.gc.ca","party":"Blue","ridingId":"00007","ridingName":"Example West","province":""},
{"id":"3","name":"Example van Three","firstName":"Example","lastName":"van Three","email":"example.vanthree@parl.gc.ca","party":"Red","ridingId":"35001","ridingName":"Exoemple","province":"Yukon"}
]"#;

pub const REVIEWED: &str = r#"
[legislature]
role = "mp"
mail_host = "parl.gc.ca"
vacant_up_to = 1

[parties]
Red = "ca-red"
Blue = "ca-blue"

[[region]]
code = "CA-ON"
upstream = ["35", "Ontario"]
seats = 2
name = "Ontario"
names = { fr = "Ontario", zh-Hant = "安大略省" }

[[region]]
code = "CA-YT"
upstream = ["60", "Yukon"]
seats = 1
name = "Yukon"
names = { fr = "Yukon", zh-Hant = "育空地區" }
"#;
