//! What the columns of a list hold, by names that people give them in several languages.

use std::collections::BTreeMap;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// An organisation's name.
    Organisation,
    /// A name, of an organisation unless the list says otherwise.
    Name,
    /// A person's given names.
    FirstName,
    /// A person's family name.
    LastName,
    /// What a person is, or where they work.
    Role,
    /// Whether the row is an organisation or a person.
    Kind,
    /// A country's name or code.
    Country,
    /// The address of a site.
    Site,
    /// The day of the signature.
    Signed,
}

/// Names in lower case, without spaces and punctuation.
const NAMES: [(Column, &str); 9] = [
    (
        Column::Organisation,
        "organisation organization organisationname organizationname nameoforganisation nameoforganization \
        organisations organizations org orgname ngo group groupname nameofgroup association institution \
        charity company signatoryorganisation signatoryorganization signingorganisation signingorganization \
        organisationen einrichtung verein verband gruppe nomdelorganisation organisme groupe \
        nomdelassociation organización organizacion entidad asociación asociacion grupo organizzazione \
        associazione ente organização organizacao organizacja organisatie organisaatio organisationsnamn \
        организация організація منظمة المنظمة سازمان 組織 組織名稱 機構 機構名稱 團體 團體名稱 组织 组织名称 机构 机构名称 团体 团体名称 団体 団体名 \
        組織名 단체 단체명 기관",
    ),
    (
        Column::Name,
        "name names signer signers signername signatory signatories signatoryname signedby fullname nom \
        nomcomplet nombre nombrecompleto nome naam nazwa namn navn nimi имя название назва اسم الاسم نام 名稱 \
        名称 名字 姓名 簽署者 签署者 聯署者 联署者 署名 氏名 이름",
    ),
    (
        Column::FirstName,
        "firstname givenname givennames forename forenames vorname prénom prenom nombres voornaam imię имя1 名",
    ),
    (
        Column::LastName,
        "lastname familyname surname nachname familienname nomdefamille apellido apellidos cognome sobrenome \
        achternaam nazwisko фамилия 姓 姓氏",
    ),
    (
        Column::Role,
        "role title position jobtitle job profession occupation affiliation affiliations function funktion \
        beruf fonction titre cargo puesto afiliación ruolo должность 職銜 職位 職業 职务 职业 所屬機構 所属",
    ),
    (Column::Kind, "type kind category signertype signatorytype art typ tipo 類別 類型 类别 类型"),
    (
        Column::Country,
        "country countries countrycode countryname countryregion countryorregion nation iso isocode basedin \
        land pays país pais paese kraj maa страна країна البلد الدولة کشور 國家 國家地區 國家或地區 地區 国家 国家地区 国家或地区 地区 \
        国 국가 나라",
    ),
    (
        Column::Site,
        "website site siteurl websiteurl url web webpage homepage link webaddress webseite internetseite \
        siteweb siteinternet sitioweb páginaweb paginaweb sito sitoweb stronainternetowa strona сайт الموقع \
        وبسایت 網站 網址 網頁 网站 网址 网页 ウェブサイト 웹사이트 홈페이지",
    ),
    (
        Column::Signed,
        "signed signedon signedat datesigned date dateofsignature datum fecha data дата timestamp submittedon \
        submittedat التاريخ 日期 簽署日期 签署日期 聯署日期 날짜",
    ),
];

/// What a column of this name holds.
pub fn named(name: &str) -> Option<Column> {
    let plain: String = name.to_lowercase().chars().filter(|character| character.is_alphanumeric()).collect();
    let exact =
        NAMES.into_iter().find(|(_, names)| names.split(' ').any(|name| name == plain)).map(|(column, _)| column);
    exact.or_else(|| about(&plain))
}

/// What a longer name is about: "Name of your organisation (as it should appear)", "Country / territory".
fn about(plain: &str) -> Option<Column> {
    const OTHER: [&str; 11] =
        ["mail", "phone", "contact", "size", "type", "descri", "mission", "number", "logo", "member", "why"];
    let holds = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    match () {
        () if holds(&OTHER) => None,
        () if holds(&["country", "countries"]) => Some(Column::Country),
        () if holds(&["website", "homepage", "webpage"]) => Some(Column::Site),
        () if holds(&["organisation", "organization"]) => Some(Column::Organisation),
        () => None,
    }
}

/// Which field of each row holds what, and the names of the columns that are not read.
pub fn of_header(header: &[String]) -> (BTreeMap<Column, usize>, Vec<String>) {
    let (mut columns, mut unread) = (BTreeMap::new(), Vec::new());
    for (at, name) in header.iter().enumerate() {
        match named(name) {
            Some(column) if !columns.contains_key(&column) => {
                columns.insert(column, at);
            }
            _ if name.is_empty() => {}
            _ => unread.push(name.clone()),
        }
    }
    (columns, unread)
}
