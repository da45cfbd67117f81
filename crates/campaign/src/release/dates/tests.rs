use super::*;

#[test]
fn lines_with_a_date_are_told_from_sentences() {
    for (text, expected) in [
        ("Updated: Jul 31, 2023", Some((Label::Updated, "2023-07-31"))),
        ("January 31, 2023", Some((Label::Issued, "2023-01-31"))),
        ("Tuesday, 31 January 2023", Some((Label::Issued, "2023-01-31"))),
        ("Published on 1st Sept. 2021", Some((Label::Issued, "2021-09-01"))),
        ("Jan 31, 2023 · 2 min read", Some((Label::Issued, "2023-01-31"))),
        ("2023-01-31", Some((Label::Issued, "2023-01-31"))),
        ("Last updated: 2 February 2023, 10:30", Some((Label::Updated, "2023-02-02"))),
        ("31.01.2023", Some((Label::Issued, "2023-01-31"))),
        ("Date: 31/01/2023", Some((Label::Issued, "2023-01-31"))),
        ("2023/1/31", Some((Label::Issued, "2023-01-31"))),
        ("31-Jan-2023", Some((Label::Issued, "2023-01-31"))),
        ("Tuesday the 31st of January 2023", Some((Label::Issued, "2023-01-31"))),
        ("EMBARGOED UNTIL 00:01 GMT, TUESDAY 31 JANUARY 2023", Some((Label::Issued, "2023-01-31"))),
        ("STRICTLY EMBARGOED UNTIL 31 January 2023 at 00:01 GMT", Some((Label::Issued, "2023-01-31"))),
        ("Embargo: 31 January 2023, 00.01 hrs", Some((Label::Issued, "2023-01-31"))),
        ("Under embargo until 10am on Tuesday 31 January 2023", Some((Label::Issued, "2023-01-31"))),
        ("Not for publication before 31 January 2023", Some((Label::Issued, "2023-01-31"))),
        ("FOR RELEASE: January 31, 2023", Some((Label::Issued, "2023-01-31"))),
        ("FOR IMMEDIATE RELEASE – Jan. 31, 2023", Some((Label::Issued, "2023-01-31"))),
        ("Press release, 31 January 2023", Some((Label::Issued, "2023-01-31"))),
        ("London, 31 January 2023", Some((Label::Issued, "2023-01-31"))),
        ("January 31, 2023 | London", Some((Label::Issued, "2023-01-31"))),
        ("31 January 2023, Example City", Some((Label::Issued, "2023-01-31"))),
        ("WASHINGTON, D.C. | January 31, 2023", Some((Label::Issued, "2023-01-31"))),
        ("2023年1月31日", Some((Label::Issued, "2023-01-31"))),
        ("２０２３年１月３１日（星期二）", Some((Label::Issued, "2023-01-31"))),
        ("二零二三年一月三十一日", Some((Label::Issued, "2023-01-31"))),
        ("二〇二三年一月卅一日", Some((Label::Issued, "2023-01-31"))),
        ("民國112年1月31日", Some((Label::Issued, "2023-01-31"))),
        ("發布日期：2023 年 1 月 31 日", Some((Label::Issued, "2023-01-31"))),
        ("最後更新：2023年1月31日 上午10時", Some((Label::Updated, "2023-01-31"))),
        ("香港，2023年1月31日", Some((Label::Issued, "2023-01-31"))),
        ("UNDER STRICT EMBARGO UNTIL 00:01 ON TUESDAY 31ST JANUARY 2023", Some((Label::Issued, "2023-01-31"))),
        ("EMBARGO for broadcasters and papers: 31 January 2023, 6am", Some((Label::Issued, "2023-01-31"))),
        ("Embargoed copy, please hold until January 31, 2023", Some((Label::Issued, "2023-01-31"))),
        ("2023-01-31T09:00:00Z", Some((Label::Issued, "2023-01-31"))),
        ("31 Jan 23", Some((Label::Issued, "2023-01-31"))),
        ("31st day of January, 2023", Some((Label::Issued, "2023-01-31"))),
        ("Posted on January 31, 2023 by admin", Some((Label::Issued, "2023-01-31"))),
        ("By Jane Roe, Press Officer | 31 January 2023", Some((Label::Issued, "2023-01-31"))),
        ("Last updated 31 January 2023 — See all updates", Some((Label::Updated, "2023-01-31"))),
        ("日期：2023 年 01 月 31 日（二）", Some((Label::Issued, "2023-01-31"))),
        ("發稿日期：112年1月31日", Some((Label::Issued, "2023-01-31"))),
        ("The embargo of 31 January 2023 was broken by two papers.", None),
        ("On 3 May 20 people wrote", None),
        ("31 February 2023", None),
        ("03/04/2023", None),
        ("2023年2月31日", None),
        ("2023年1月", None),
        ("31 January 2023 – They ask to:", None),
        ("31 January 2023: answers", None),
        ("On 31 January 2023 the group wrote a letter.", None),
        ("The group met on 31 January 2023", None),
        ("Open Letter, 31 January 2023", None),
        ("五十個團體於2023年1月31日發信", None),
        ("May 2023", None),
        ("", None),
    ] {
        let found = line(text).map(|(label, date)| (label, date.to_string()));
        assert_eq!(found, expected.map(|(label, date)| (label, date.to_owned())), "{text}");
    }
}

#[test]
fn datelines_are_cut_from_the_first_sentence() {
    for (text, expected) in [
        ("31 January 2023 – The group", Some(("31 January 2023", "The group"))),
        ("31 January 2023 – They ask to:", Some(("31 January 2023", "They ask to:"))),
        ("LONDON, January 31st, 2023 — The group", Some(("LONDON, January 31st, 2023", "The group"))),
        ("(Example City) – January 31, 2023 – The group", Some(("(Example City) – January 31, 2023", "The group"))),
        ("Example City (31 Jan. 2023) - The group", Some(("Example City (31 Jan. 2023)", "The group"))),
        ("LONDON (31 January 2023) – The group", Some(("LONDON (31 January 2023)", "The group"))),
        ("LONDON (31 January 2023) The group", Some(("LONDON (31 January 2023)", "The group"))),
        ("2023-01-31: The group", Some(("2023-01-31", "The group"))),
        ("London, 31.01.2023 – The group", Some(("London, 31.01.2023", "The group"))),
        ("31 January 2023, London – The group", Some(("31 January 2023, London", "The group"))),
        ("(Example City, NY January 31, 2023) The group", Some(("(Example City, NY January 31, 2023)", "The group"))),
        ("[London, 31 January 2023] The group", Some(("[London, 31 January 2023]", "The group"))),
        (
            "EXAMPLE CITY, Jan. 31, 2023 /PRNewswire/ -- The group",
            Some(("EXAMPLE CITY, Jan. 31, 2023 /PRNewswire/", "The group")),
        ),
        (
            "EXAMPLE CITY, NY / ACCESSWIRE / January 31, 2023 / The group",
            Some(("EXAMPLE CITY, NY / ACCESSWIRE / January 31, 2023", "The group")),
        ),
        ("London | 31 January 2023 | The group", Some(("London | 31 January 2023", "The group"))),
        ("2023年1月31日 — 五十個團體發信。", Some(("2023年1月31日", "五十個團體發信。"))),
        ("（香港，2023年1月31日）五十個團體發信。", Some(("（香港，2023年1月31日）", "五十個團體發信。"))),
        ("【示例社香港2023年1月31日訊】五十個團體發信。", Some(("【示例社香港2023年1月31日訊】", "五十個團體發信。"))),
        ("香港，二零二三年一月三十一日－五十個團體", Some(("香港，二零二三年一月三十一日", "五十個團體"))),
        ("The group wrote on 31 January 2023 to ministers – twice", None),
        ("They wrote on 31 January 2023 – and again", None),
        ("(They met on 31 January 2023 in London) The group", None),
        ("The well-known group – and others", None),
    ] {
        let found = dateline(text).map(|(dateline, _, rest)| (dateline, rest));
        assert_eq!(found, expected, "{text}");
    }
}
