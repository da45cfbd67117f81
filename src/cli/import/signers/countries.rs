//! Countries as people write them: codes of two or three letters, and names in English, Chinese and a few other languages.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use campaign::country;
use places::names::Places;

/// ISO 3166-1 alpha-3 codes, each with its alpha-2 code.
const ALPHA_3: &str = "AND:AD ARE:AE AFG:AF ATG:AG AIA:AI ALB:AL ARM:AM AGO:AO ATA:AQ ARG:AR ASM:AS AUT:AT AUS:AU ABW:AW ALA:AX AZE:AZ \
BIH:BA BRB:BB BGD:BD BEL:BE BFA:BF BGR:BG BHR:BH BDI:BI BEN:BJ BLM:BL BMU:BM BRN:BN BOL:BO BES:BQ BRA:BR BHS:BS \
BTN:BT BVT:BV BWA:BW BLR:BY BLZ:BZ CAN:CA CCK:CC COD:CD CAF:CF COG:CG CHE:CH CIV:CI COK:CK CHL:CL CMR:CM CHN:CN \
COL:CO CRI:CR CUB:CU CPV:CV CUW:CW CXR:CX CYP:CY CZE:CZ DEU:DE DJI:DJ DNK:DK DMA:DM DOM:DO DZA:DZ ECU:EC EST:EE \
EGY:EG ESH:EH ERI:ER ESP:ES ETH:ET FIN:FI FJI:FJ FLK:FK FSM:FM FRO:FO FRA:FR GAB:GA GBR:GB GRD:GD GEO:GE GUF:GF \
GGY:GG GHA:GH GIB:GI GRL:GL GMB:GM GIN:GN GLP:GP GNQ:GQ GRC:GR SGS:GS GTM:GT GUM:GU GNB:GW GUY:GY HKG:HK HMD:HM \
HND:HN HRV:HR HTI:HT HUN:HU IDN:ID IRL:IE ISR:IL IMN:IM IND:IN IOT:IO IRQ:IQ IRN:IR ISL:IS ITA:IT JEY:JE JAM:JM \
JOR:JO JPN:JP KEN:KE KGZ:KG KHM:KH KIR:KI COM:KM KNA:KN PRK:KP KOR:KR KWT:KW CYM:KY KAZ:KZ LAO:LA LBN:LB LCA:LC \
LIE:LI LKA:LK LBR:LR LSO:LS LTU:LT LUX:LU LVA:LV LBY:LY MAR:MA MCO:MC MDA:MD MNE:ME MAF:MF MDG:MG MHL:MH MKD:MK \
MLI:ML MMR:MM MNG:MN MAC:MO MNP:MP MTQ:MQ MRT:MR MSR:MS MLT:MT MUS:MU MDV:MV MWI:MW MEX:MX MYS:MY MOZ:MZ NAM:NA \
NCL:NC NER:NE NFK:NF NGA:NG NIC:NI NLD:NL NOR:NO NPL:NP NRU:NR NIU:NU NZL:NZ OMN:OM PAN:PA PER:PE PYF:PF PNG:PG \
PHL:PH PAK:PK POL:PL SPM:PM PCN:PN PRI:PR PSE:PS PRT:PT PLW:PW PRY:PY QAT:QA REU:RE ROU:RO SRB:RS RUS:RU RWA:RW \
SAU:SA SLB:SB SYC:SC SDN:SD SWE:SE SGP:SG SHN:SH SVN:SI SJM:SJ SVK:SK SLE:SL SMR:SM SEN:SN SOM:SO SUR:SR SSD:SS \
STP:ST SLV:SV SXM:SX SYR:SY SWZ:SZ TCA:TC TCD:TD ATF:TF TGO:TG THA:TH TJK:TJ TKL:TK TLS:TL TKM:TM TUN:TN TON:TO \
TUR:TR TTO:TT TUV:TV TWN:TW TZA:TZ UKR:UA UGA:UG UMI:UM USA:US URY:UY UZB:UZ VAT:VA VCT:VC VEN:VE VGB:VG VIR:VI \
VNM:VN VUT:VU WLF:WF WSM:WS YEM:YE MYT:YT ZAF:ZA ZMB:ZM ZWE:ZW";

/// What countries are also called. Parts of a country count as the country.
const ALSO: [(&str, &[&str]); 80] = [
    (
        "GB",
        &[
            "uk",
            "united kingdom",
            "great britain",
            "britain",
            "england",
            "scotland",
            "wales",
            "northern ireland",
            "england and wales",
            "cymru",
            "royaume uni",
            "vereinigtes konigreich",
            "grossbritannien",
            "reino unido",
            "regno unito",
            "united kingdom of great britain and northern ireland",
            "英國",
            "英国",
        ],
    ),
    (
        "US",
        &[
            "usa",
            "united states",
            "united states of america",
            "america",
            "etats unis",
            "vereinigte staaten",
            "estados unidos",
            "stati uniti",
            "ee uu",
            "eeuu",
            "美國",
            "美国",
        ],
    ),
    ("DE", &["deutschland", "allemagne", "alemania", "germania", "alemanha", "duitsland", "niemcy", "德国"]),
    ("FR", &["frankreich", "francia", "franca", "frankrijk", "法国"]),
    ("ES", &["espana", "espagne", "spanien", "spagna", "espanha", "西班牙"]),
    ("IT", &["italia", "italie", "italien", "意大利", "義大利"]),
    ("NL", &["the netherlands", "holland", "nederland", "pays bas", "niederlande", "paises bajos", "荷兰"]),
    ("BE", &["belgique", "belgie", "belgien", "belgica", "belgio"]),
    ("CH", &["schweiz", "suisse", "svizzera", "suiza"]),
    ("AT", &["osterreich", "autriche", "oesterreich"]),
    ("SE", &["sverige", "suede", "schweden", "suecia"]),
    ("NO", &["norge", "norvege", "norwegen", "noruega"]),
    ("DK", &["danmark", "danemark", "danemark", "dinamarca"]),
    ("FI", &["suomi", "finlande", "finnland", "finlandia"]),
    ("PL", &["polska", "pologne", "polen", "polonia"]),
    ("PT", &["portogallo"]),
    ("IE", &["republic of ireland", "eire", "irlande", "irland", "irlanda"]),
    ("GR", &["el", "ελλαδα", "hellas", "ellada", "grece", "griechenland", "grecia"]),
    ("CZ", &["czech republic", "ceska republika", "cesko", "tschechien"]),
    ("HU", &["magyarorszag", "ungarn", "hongrie", "hungria"]),
    ("RO", &["roumanie", "rumanien", "rumania"]),
    ("HR", &["hrvatska", "kroatien"]),
    ("SK", &["slovak republic", "slovensko", "slowakei"]),
    ("SI", &["slovenija", "slowenien"]),
    ("LT", &["lietuva", "litauen"]),
    ("LV", &["latvija", "lettland"]),
    ("EE", &["eesti", "estland"]),
    ("UA", &["ukraina", "ukrajina", "україна", "украина"]),
    ("RU", &["russian federation", "rossiya", "россия", "russie", "russland", "rusia"]),
    ("BY", &["беларусь"]),
    ("TR", &["turkey", "turkiye", "turquie", "turkei", "turquia"]),
    ("BA", &["bosnia and herzegovina", "bosnia herzegovina", "bosna i hercegovina"]),
    ("MK", &["macedonia"]),
    ("MD", &["republic of moldova"]),
    ("XK", &["kosova", "republic of kosovo"]),
    ("VA", &["holy see"]),
    ("CA", &["kanada", "加拿大"]),
    ("MX", &["mexique", "mexiko"]),
    ("BR", &["brasil", "bresil", "brasilien"]),
    ("AR", &["argentine", "argentinien"]),
    ("VE", &["bolivarian republic of venezuela"]),
    ("BO", &["plurinational state of bolivia"]),
    ("CN", &["peoples republic of china", "prc", "mainland china", "chine", "中国", "中國"]),
    (
        "HK",
        &["hong kong sar", "hongkong", "hk sar", "hong kong china", "hksar", "hk china", "hong kong sar china", "香港"],
    ),
    ("MO", &["macau", "macao sar", "澳門", "澳门"]),
    ("TW", &["taiwan roc", "republic of china", "taiwan republic of china", "台灣", "台湾", "臺灣"]),
    ("JP", &["japon", "nippon", "日本"]),
    (
        "KR",
        &[
            "korea",
            "republic of korea",
            "rok",
            "coree du sud",
            "sudkorea",
            "corea del sur",
            "韓國",
            "韩国",
            "대한민국",
            "한국",
        ],
    ),
    ("KP", &["dprk", "democratic peoples republic of korea", "北韓", "朝鮮"]),
    ("VN", &["viet nam"]),
    ("LA", &["lao pdr", "lao peoples democratic republic"]),
    ("MM", &["burma", "myanmar", "myanmar burma"]),
    ("TH", &["ไทย", "ประเทศไทย", "thailande"]),
    ("IN", &["भारत", "inde", "indien", "bharat"]),
    ("IR", &["ایران", "iran", "islamic republic of iran"]),
    ("SY", &["سوريا", "سورية", "syrian arab republic"]),
    ("PS", &["فلسطين", "palestinian territories", "state of palestine", "occupied palestinian territory"]),
    ("AE", &["الإمارات", "uae"]),
    (
        "CD",
        &[
            "democratic republic of the congo",
            "democratic republic of congo",
            "drc",
            "dr congo",
            "congo kinshasa",
            "rdc",
        ],
    ),
    ("CG", &["republic of the congo", "congo brazzaville"]),
    ("CI", &["ivory coast"]),
    ("TZ", &["united republic of tanzania"]),
    ("CV", &["cabo verde"]),
    ("IS", &["island", "islande", "islandia"]),
    ("CY", &["κυπρος", "kypros", "zypern", "chypre", "chipre"]),
    ("BG", &["българия", "bulgarien", "bulgarie"]),
    ("RS", &["србија", "srbija", "serbien", "serbie"]),
    ("IL", &["ישראל"]),
    ("EG", &["مصر", "agypten", "egypte", "egipto"]),
    ("SA", &["السعودية", "المملكة العربية السعودية"]),
    ("MA", &["المغرب", "maroc", "marokko", "marruecos"]),
    ("TN", &["تونس", "tunisie", "tunesien"]),
    ("JO", &["الأردن"]),
    ("LB", &["لبنان", "liban"]),
    ("IQ", &["العراق"]),
    ("AF", &["افغانستان", "afghanistan"]),
    ("KZ", &["казахстан", "қазақстан"]),
    ("GE", &["საქართველო", "georgien"]),
    ("NP", &["नेपाल"]),
    ("SZ", &["swaziland"]),
];

/// The countries by everything that they are called.
#[derive(Debug)]
pub struct Countries(HashMap<String, String>);

impl Countries {
    /// Takes the names of the interface's languages, and what else we know.
    pub fn new<'a>(languages: impl IntoIterator<Item = &'a Places>) -> Countries {
        let mut names = HashMap::new();
        for (name, code) in languages.into_iter().flat_map(|places| &places.regions).map(|(code, name)| (name, code)) {
            names.entry(folded(name)).or_insert_with(|| code.clone());
        }
        for (code, also) in ALSO {
            names.extend(also.iter().map(|name| (folded(name), code.to_owned())));
        }
        let threes = ALPHA_3.split_whitespace().filter_map(|pair| pair.split_once(':'));
        names.extend(threes.map(|(three, two)| (three.to_lowercase(), two.to_owned())));
        names.retain(|_, code| country::is_code(code));
        Countries(names)
    }

    /// The code of a country, however it is called. `None` for nothing that we know for certain.
    pub fn code(&self, text: &str) -> Option<String> {
        let upper = text.trim().to_uppercase();
        if country::is_code(&upper) {
            return Some(upper);
        }
        self.0
            .get(&folded(text))
            .cloned()
            .or_else(|| flag(text))
            .or_else(|| subdivision(&upper))
            .or_else(|| self.in_parts(text))
    }

    /// The one country in "Scotland (UK)", "Paris, France"; none where there are two.
    fn in_parts(&self, text: &str) -> Option<String> {
        let parts = text.split(['/', '(', ')', ',', ';', '|']).map(str::trim).filter(|part| part.chars().count() > 1);
        let known = parts.filter_map(|part| {
            let upper = part.to_uppercase();
            if country::is_code(&upper) { Some(upper) } else { self.0.get(&folded(part)).cloned() }
        });
        let mut codes: Vec<String> = known.collect();
        codes.dedup();
        codes.pop().filter(|_| codes.is_empty())
    }
}

/// The country of a flag: 🇬🇧 is two letters of their own.
fn flag(text: &str) -> Option<String> {
    let letter =
        |c: char| u32::from(c).checked_sub(0x1f1e6).filter(|at| *at < 26).map(|at| char::from(b'A' + at as u8));
    let code: Option<String> = text.chars().filter(|c| !c.is_whitespace()).map(letter).collect();
    code.filter(|code| country::is_code(code))
}

/// The country of a part of one (ISO 3166-2): `GB-SCT`.
fn subdivision(upper: &str) -> Option<String> {
    let (code, part) = upper.split_once('-')?;
    let is_part = (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_part && country::is_code(code)).then(|| code.to_owned())
}

/// A name without what typing may change: case, accents, punctuation, a leading "the".
fn folded(name: &str) -> String {
    let plain: String = name.nfkd().filter(|character| !is_combining_mark(*character)).collect();
    let plain = plain.to_lowercase().replace('ß', "ss").replace('&', " and ").replace(['.', '’', '\''], "");
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let words = words.strip_prefix(&["the"]).unwrap_or(&words);
    words.iter().map(|word| if *word == "saint" { "st" } else { word }).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_code_and_by_name() {
        let places = |text: &str| -> Places { serde_json::from_str(text).unwrap() };
        let places = [
            places(include_str!("../../../../assets/languages/places.en.json")),
            places(include_str!("../../../../assets/languages/places.zh-Hant.json")),
        ];
        let countries = Countries::new(&places);
        assert_eq!(ALPHA_3.split_whitespace().count(), 249);
        for (text, code) in [
            ("GB", "GB"),
            ("gb", "GB"),
            (" Gb ", "GB"),
            ("UK", "GB"),
            ("U.K.", "GB"),
            ("GBR", "GB"),
            ("United Kingdom", "GB"),
            ("the United Kingdom", "GB"),
            ("Scotland", "GB"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("United States of America", "US"),
            ("Deutschland", "DE"),
            ("germany", "DE"),
            ("Österreich", "AT"),
            ("España", "ES"),
            ("Côte d'Ivoire", "CI"),
            ("Cote d’Ivoire", "CI"),
            ("Ivory Coast", "CI"),
            ("XK", "XK"),
            ("Kosovo", "XK"),
            ("香港", "HK"),
            ("台灣", "TW"),
            ("Hong Kong SAR", "HK"),
            ("Saint Lucia", "LC"),
            ("St. Lucia", "LC"),
            ("Trinidad and Tobago", "TT"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
            ("Viet Nam", "VN"),
            ("Czech Republic", "CZ"),
            ("Bosnia & Herzegovina", "BA"),
            ("日本", "JP"),
            ("EL", "GR"),
            ("DRC", "CD"),
            ("EE. UU.", "US"),
            ("Scotland (UK)", "GB"),
            ("United States / USA", "US"),
            ("Paris, France", "FR"),
            ("Hong Kong, China", "HK"),
        ] {
            assert_eq!(countries.code(text).as_deref(), Some(code), "{text}");
        }
        for text in ["", "EU", "Europe", "Atlantis", "GB, DE", "Georgia, USA", "International", "Congo", "ZZ", "44"] {
            assert_eq!(countries.code(text), None, "{text}");
        }
    }
}
