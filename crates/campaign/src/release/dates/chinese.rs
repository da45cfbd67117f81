//! Dates as Chinese texts write them: 2023年1月31日, 二零二三年一月三十一日, 民國112年1月31日.

use places::date::Date;

/// The first such date, with the bytes where it begins and ends.
pub fn find(text: &str) -> Option<(usize, usize, Date)> {
    text.match_indices('年').find_map(|(at, sign)| {
        let before = text.get(..at)?.trim_end();
        let start = before.char_indices().rev().take_while(|(_, c)| is_numeral(*c)).last()?.0;
        let mut year = number(before.get(start..)?)?;
        let era =
            ["民國", "民国"].iter().find_map(|era| Some(before.get(..start)?.trim_end().strip_suffix(era)?.len()));
        // The years of the Republic are counted from 1912, and often not called so.
        if era.is_some() || (100..200).contains(&year) {
            year += 1911;
        }
        let (month, rest) = leading(text.get(at + sign.len()..)?, &['月'])?;
        let (day, rest) = leading(rest, &['日', '號', '号'])?;
        let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        Some((era.unwrap_or(start), text.len() - rest.len(), date))
    })
}

/// A number and the sign after it, and what follows.
fn leading<'a>(text: &'a str, signs: &[char]) -> Option<(u16, &'a str)> {
    let text = text.trim_start();
    let end = text.find(|c: char| !is_numeral(c))?;
    let value = number(text.get(..end)?)?;
    Some((value, text.get(end..)?.trim_start().strip_prefix(signs)?))
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇零○一二三四五六七八九十廿卅元".contains(c)
}

/// 31, ３１, 三十一, 卅一, 二零二三.
pub fn number(text: &str) -> Option<u16> {
    let digit = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        '〇' | '零' | '○' => Some(0),
        '元' => Some(1),
        _ => (1..).zip("一二三四五六七八九".chars()).find(|(_, sign)| *sign == c).map(|(value, _)| value),
    };
    if text.is_empty() || text.chars().count() > 4 {
        return None;
    }
    if text.chars().all(|c| digit(c).is_some()) {
        return text.chars().try_fold(0u16, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)? as u16));
    }
    // Below a hundred, with a sign for ten.
    let (tens, ones) = match text.char_indices().find(|(_, c)| "十廿卅".contains(*c))? {
        (at, '十') => {
            (text.get(..at).filter(|tens| !tens.is_empty()).map_or(Some(1), |tens| digit(tens.chars().next()?))?, at)
        }
        (at, '廿') => (2, at),
        (at, _) => (3, at),
    };
    let rest = text.get(ones..)?.chars().nth(1);
    let ones = rest.map_or(Some(0), digit)?;
    u16::try_from(tens * 10 + ones).ok()
}

/// Whether what is before a date is a label or a place: 日期：, 香港，.
pub fn is_label(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let han = !plain.is_empty() && plain.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    han && (["日期", "發布", "發佈", "发布", "更新", "發放", "刊登", "禁發", "新聞稿", "新闻稿"]
        .iter()
        .any(|word| plain.contains(word))
        && plain.chars().count() <= 10
        || plain.chars().count() <= 4 && text.trim_end().ends_with(['，', ',', '、', '：', ':', '|', '（', '(', '【']))
}

/// Whether what is after a date tells the time: 星期二, 上午十時.
pub fn is_time(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    ["星期", "週", "周", "上午", "下午", "凌晨", "中午"].iter().any(|word| plain.starts_with(word))
        && plain.chars().count() <= 12
        // （二）.
        || plain.chars().count() == 1 && "一二三四五六日".contains(&plain) && text.contains(['（', '('])
}
