//! Numbers of signers in a headline or byline, against the number that the facts state.
//!
//! "61 organisations", and "a lead and 60 others", say the same; "60 organisations" beside a stated 61 does not.

use std::collections::BTreeMap;

use serde_json::Value;

use places::language::Language;

use super::text::FILL_IN;
use super::{text_at, words_file};
use crate::fault::{CountFault, Fault, FaultKind};
use crate::release::chinese_number;

const ORGANISATIONS: [&str; 22] = [
    "organisations",
    "organizations",
    "organisation",
    "organization",
    "orgs",
    "groups",
    "ngos",
    "signatories",
    "signers",
    "charities",
    "unions",
    "churches",
    "associations",
    "coalitions",
    "networks",
    "institutions",
    "bodies",
    "societies",
    "foundations",
    "cosigners",
    "co-signers",
    "partners",
];
const PEOPLE: [&str; 12] = [
    "people",
    "persons",
    "individuals",
    "experts",
    "academics",
    "scholars",
    "lawyers",
    "parliamentarians",
    "politicians",
    "citizens",
    "residents",
    "signatories",
];
const CHINESE_ORGANISATIONS: [&str; 10] =
    ["組織", "團體", "機構", "组织", "团体", "机构", "NGO", "公會", "協會", "教會"];

/// A number of signers that a text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Claim {
    number: u64,
    /// "60 other organisations": all but those who lead.
    other: bool,
    /// "the Foundation and 60 organisations": perhaps all but those who lead.
    joined: bool,
    /// "more than 50".
    at_least: bool,
    people: bool,
}

pub(super) fn check(facts: Option<&Value>, words: &BTreeMap<Language, Value>, faults: &mut Vec<Fault>) {
    let number = |place: &str| facts.and_then(|facts| facts.pointer(place)).and_then(Value::as_u64);
    let Some(count) = number("/signers/stated/count") else { return };
    let besides = number("/signers/stated/besides").unwrap_or(0);
    let people = number("/signers/stated/people");
    for (language, value) in words {
        for place in ["/title", "/byline"] {
            let text = text_at(value, place).filter(|text| !text.starts_with(FILL_IN)).unwrap_or_default();
            let claims: Vec<Claim> = match language {
                Language::English => english(text),
                Language::TraditionalChinese => chinese(text),
            }
            .into_iter()
            .filter(|claim| !claim.people || people.is_some())
            .collect();
            // Another number of groups may be told beside the right one.
            if let Some(first) = claims.first()
                && !claims.iter().any(|claim| fits(*claim, count, besides, people))
            {
                let kind = FaultKind::Count(CountFault::Told { found: first.number, stated: count, besides });
                faults.push(Fault::at(&words_file(*language), place, kind));
            }
        }
    }
}

fn fits(claim: Claim, count: u64, besides: u64, people: Option<u64>) -> bool {
    let total = count.saturating_add(besides);
    if let Some(people) = people.filter(|_| claim.people) {
        return claim.number == people || claim.at_least && claim.number <= people;
    }
    let all = [count, total].contains(&claim.number);
    let others = claim.number == total.saturating_sub(1) || besides > 0 && claim.number == count;
    match claim {
        Claim { at_least: true, .. } if claim.number <= total => true,
        Claim { other: true, .. } => others,
        // With a lead that is counted apart, "the Foundation and 54 groups" are one too many.
        Claim { joined: true, .. } if besides > 0 => others,
        Claim { joined: true, .. } => others || all,
        _ => all,
    }
}

fn english(text: &str) -> Vec<Claim> {
    // Full-width digits and signs are in the order of ASCII.
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from((u32::from(c) - 0xfee0) as u8),
        _ => c,
    };
    let text: String = text.chars().map(narrow).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let mut claims = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(number) = english_number(word) else { continue };
        let before: Vec<String> =
            words.get(at.saturating_sub(2)..at).unwrap_or_default().iter().map(|word| plain(word)).collect();
        let last = before.last().map(String::as_str).unwrap_or_default();
        if ["nearly", "almost", "about", "around", "some", "approximately", "to", "roughly"].contains(&last) {
            continue;
        }
        // Up to four words further, such as "other civil society", is what is counted.
        let after: Vec<String> =
            words.get(at + 1..).unwrap_or_default().iter().take(5).map(|word| plain(word)).collect();
        let counted =
            after.iter().position(|word| ORGANISATIONS.contains(&word.as_str()) || PEOPLE.contains(&word.as_str()));
        // "The Foundation + 60".
        let added = after.is_empty() && at > 0 && matches!(words.get(at - 1), Some(&("+" | "&")));
        let others = added || matches!(after.first().map(String::as_str), Some("others" | "more"));
        let Some(counted) = counted.or(others.then_some(0)) else { continue };
        if after.iter().take(counted).any(|after| {
            english_number(after).is_some()
                || !word.ends_with("strong") && ["of", "in", "to", "for", "from"].contains(&after.as_str())
        }) {
            continue;
        }
        let noun = after.get(counted).map(String::as_str).unwrap_or_default();
        let other = after
            .iter()
            .take(counted + 1)
            .any(|word| matches!(word.as_str(), "other" | "others" | "more" | "further" | "fellow"));
        let other = other || added;
        claims.push(Claim {
            number,
            other,
            joined: matches!(last, "and" | "with" | "plus"),
            at_least: matches!(last, "over" | "than" | "least") || word.ends_with('+') || word.ends_with("plus"),
            people: PEOPLE.contains(&noun) && !ORGANISATIONS.contains(&noun),
        });
    }
    claims
}

/// `53`, `3,003`, `fifty-three`.
fn english_number(word: &str) -> Option<u64> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let plain = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let plain = plain.strip_suffix("-strong").unwrap_or(&plain);
    if plain.starts_with(|c: char| c.is_ascii_digit()) {
        let digits: String = plain.chars().filter(|c| !matches!(c, ',' | '\u{202f}' | '\u{a0}')).collect();
        return digits.parse().ok();
    }
    let one = |word: &str| {
        (0..).zip(ONES).find(|(_, name)| *name == word).map(|(number, _)| number).filter(|number| *number > 1)
    };
    let ten = |word: &str| (2..).zip(TENS).find(|(_, name)| *name == word).map(|(number, _)| number * 10);
    match plain.split_once('-') {
        Some((tens, ones)) => Some(ten(tens)? + one(ones).or((ones == "one").then_some(1))?),
        None => one(plain).or_else(|| ten(plain)),
    }
}

fn chinese(text: &str) -> Vec<Claim> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let numeral =
        |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇零一二三四五六七八九十廿卅百兩两,".contains(c);
    let mut claims = Vec::new();
    let mut at = 0;
    while let Some((start, first)) = signs.get(at).copied() {
        if !numeral(first) || first == ',' {
            at += 1;
            continue;
        }
        let length = signs.iter().skip(at).take_while(|(_, c)| numeral(*c)).count();
        at += length;
        let end = signs.get(at).map_or(text.len(), |(end, _)| *end);
        let digits = text.get(start..end).unwrap_or_default().replace(',', "");
        let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
        let vague = after.starts_with(['多', '餘', '余', '幾']) || before.ends_with(['近', '約', '约']);
        let after = after.trim_start().trim_start_matches(['多', '餘', '余']);
        let Some(counted) = after.strip_prefix(['個', '个', '間', '间', '家']) else { continue };
        let window: String = counted.chars().take(10).collect();
        if !CHINESE_ORGANISATIONS.iter().any(|noun| window.contains(noun)) || before.ends_with(['近', '約', '约']) {
            continue;
        }
        let Some(number) = chinese_number(&digits).map(u64::from) else { continue };
        let words = ["與", "及", "和", "同", "与", "連同"];
        claims.push(Claim {
            number,
            other: ["其他", "其餘", "另", "另外"].iter().any(|word| before.trim_end().ends_with(word))
                || window.starts_with("其他"),
            joined: words.iter().any(|word| before.trim_end().ends_with(word)),
            at_least: vague || ["逾", "超過", "超过", "至少"].iter().any(|word| before.ends_with(word)),
            people: false,
        });
    }
    claims
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_count_in_title_or_byline_agrees_with_the_facts() {
        use Language::{English, TraditionalChinese};
        for (text, language, count, besides, good) in [
            ("61 organisations ask for answers", English, 61, 0, true),
            ("61 organisations ask for answers", English, 60, 1, true),
            ("61 organisations ask for answers", English, 60, 0, false),
            ("61 organisations ask for answers", English, 53, 1, false),
            ("Example Group and 60 other organisations", English, 60, 1, true),
            ("Example Group and 60 other organisations", English, 61, 0, true),
            ("Example Group and 60 others", English, 61, 0, true),
            ("Example Group and 60 other organisations", English, 59, 1, false),
            ("60 other organisations", English, 62, 0, false),
            ("CFHK Foundation and 53 NGOs", English, 53, 1, true),
            ("CFHK Foundation and 54 NGOs", English, 53, 1, false),
            ("Nine organisations", English, 9, 0, true),
            ("Ten organisations", English, 9, 0, false),
            ("Fifty-three civil society groups ask", English, 53, 0, true),
            ("Fifty-four civil society groups ask", English, 53, 0, false),
            ("More than 50 groups ask", English, 53, 0, true),
            ("50+ groups ask", English, 53, 0, true),
            ("Over 60 groups ask", English, 53, 0, false),
            ("Nearly 60 groups ask", English, 53, 0, true),
            ("1,200 organisations", English, 1200, 0, true),
            ("Example Group + 60", English, 61, 0, true),
            ("Example Group + 61", English, 61, 0, false),
            ("A 61-strong coalition of NGOs", English, 61, 0, true),
            ("A 61-strong coalition of NGOs", English, 60, 0, false),
            ("Example and ６１ NGOs", English, 53, 1, false),
            ("Ｅｘａｍｐｌｅ and ５３ NGOs", English, 53, 1, true),
            ("61 human rights and faith groups", English, 53, 1, false),
            ("53 groups ask 12 organisations for answers", English, 53, 0, true),
            ("Free the 47", English, 9, 0, true),
            ("Example Group asks for answers on 31 January 2023", English, 9, 0, true),
            ("One group asks", English, 9, 0, true),
            ("CFHK基金會與53個非政府組織", TraditionalChinese, 53, 1, true),
            ("CFHK基金會與54個非政府組織", TraditionalChinese, 53, 1, false),
            ("九個組織", TraditionalChinese, 9, 0, true),
            ("十個組織", TraditionalChinese, 9, 0, false),
            ("五十三個團體要求答覆", TraditionalChinese, 53, 0, true),
            ("五十四個團體要求答覆", TraditionalChinese, 53, 0, false),
            ("逾五十個團體", TraditionalChinese, 53, 0, true),
            ("50多個團體", TraditionalChinese, 53, 0, true),
            ("示例組織與其他60個組織", TraditionalChinese, 61, 0, true),
            ("2023年1月31日的47人", TraditionalChinese, 9, 0, true),
        ] {
            let facts = json!({ "signers": { "stated": { "count": count, "besides": besides } } });
            for place in ["title", "byline"] {
                let mut faults = Vec::new();
                check(Some(&facts), &[(language, json!({ place: text }))].into(), &mut faults);
                assert_eq!(faults.is_empty(), good, "{text} of {count} + {besides}: {faults:?}");
            }
        }
        let facts = json!({ "signers": { "stated": { "count": 61, "people": 3003 } } });
        for (text, good) in
            [("61 organisations and 3,003 people", true), ("3,004 people ask", false), ("2 people ask 61 groups", true)]
        {
            let mut faults = Vec::new();
            check(Some(&facts), &[(English, json!({ "title": text }))].into(), &mut faults);
            assert_eq!(faults.is_empty(), good, "{text}");
        }
    }
}
