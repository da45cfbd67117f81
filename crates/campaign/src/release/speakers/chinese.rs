//! Who speaks in Chinese texts: 示例組織01總監陳大文表示：「……」, 「……」陳大文說。

use super::Speaker;

const VERBS: [&str; 64] = [
    "表示", "说道", "說道", "指出", "认为", "認為", "强调", "強調", "补充", "補充", "回应", "回應", "呼籲", "呼吁",
    "批评", "批評", "寫道", "写道", "直言", "坦言", "形容", "警告", "解釋", "解释", "續稱", "续称", "質疑", "质疑",
    "促請", "促请", "敦促", "重申", "透露", "反問", "反问", "續指", "续指", "直斥", "譴責", "谴责", "讚揚", "赞扬",
    "總結", "总结", "慨嘆", "感嘆", "分析", "感慨", "笑言", "回覆", "聲明", "声明", "說", "说", "稱", "称", "指", "道",
    "問", "问", "喊", "答", "曰", "云",
];

const OFFICES: [&str; 58] = [
    "秘書長",
    "秘书长",
    "理事長",
    "理事长",
    "執行長",
    "执行长",
    "董事長",
    "董事长",
    "總幹事",
    "总干事",
    "發言人",
    "发言人",
    "負責人",
    "负责人",
    "召集人",
    "創辦人",
    "创办人",
    "創始人",
    "创始人",
    "研究員",
    "研究员",
    "總監",
    "总监",
    "主席",
    "會長",
    "会长",
    "主任",
    "總裁",
    "总裁",
    "總理",
    "总理",
    "部長",
    "部长",
    "局長",
    "局长",
    "院長",
    "院长",
    "校長",
    "校长",
    "委員",
    "委员",
    "議員",
    "议员",
    "教授",
    "博士",
    "律師",
    "律师",
    "牧師",
    "牧师",
    "神父",
    "經理",
    "经理",
    "代表",
    "理事",
    "幹事",
    "干事",
    "顧問",
    "顾问",
];

const MORE_OFFICES: [&str; 14] =
    ["董事", "秘書", "秘书", "大使", "主教", "組長", "组长", "隊長", "队长", "作家", "記者", "记者", "成員", "成员"];

const COURTESIES: [&str; 6] = ["先生", "女士", "小姐", "太太", "博士", "教授"];

const SURNAMES: &str = "王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡林郭何高羅罗鄭郑梁謝谢宋唐許许鄧邓韓韩馮冯曹彭曾蕭萧肖田董潘袁蔡蔣蒋余\
余於于杜葉叶程魏蘇苏呂吕丁任盧卢姚沈鍾钟姜崔譚谭陸陆范範汪廖石金韋韦賈贾夏付傅方鄒邹熊白孟秦邱丘江尹薛閻阎段雷侯龍龙黎史陶賀贺毛郝顧顾龔龚邵萬万覃武錢钱戴嚴严\
莫孔向常湯汤康易喬乔賴赖文施洪辛柯莊庄歐欧鮑鲍關关甘利麥麦岑霍卓簡简鄺邝冼區区古翁伍甄詹連连游涂凌";

const DOUBLE_SURNAMES: [&str; 7] = ["歐陽", "欧阳", "司徒", "司馬", "司马", "諸葛", "上官"];

/// Who speaks, in words that end with a verb and a colon.
pub fn announcement(text: &str, last: Option<&Speaker>) -> Option<Speaker> {
    let stem = text.trim().strip_suffix(['：', ':', '，', ','])?;
    // What was told before is another sentence.
    let own = stem.rsplit(['。', '！', '？']).next()?;
    if let Some(subject) = before_verb(own) {
        return Some(speaker(subject, text, last));
    }
    // 陳大文（示例組織01總監）：, 示例組織01總監陳大文：; without a verb, only a name with what the person is.
    let found = (text.trim().ends_with(['：', ':']) && own.chars().any(is_han)).then(|| speaker(own, text, None))?;
    (found.name.is_some() && found.role.is_some()).then_some(found)
}

/// A name and a role below a quotation: 陳大文，示例組織01總監, 示例組織01總監 陳大文.
pub fn signature(text: &str) -> Option<(String, Option<String>)> {
    let parts: Vec<&str> =
        text.split(['，', ',', '、', '（', '）', '(', ')', ' ']).filter(|part| !part.is_empty()).collect();
    if !text.chars().any(is_han) || parts.len() > 3 {
        return None;
    }
    match parts.iter().position(|part| is_name(part)) {
        Some(at) => {
            let role: Vec<&str> =
                parts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, part)| *part).collect();
            Some(((*parts.get(at)?).to_owned(), Some(role.join(" ")).filter(|role| !role.is_empty())))
        }
        None => match name_and_role(text) {
            (Some(name), role) => Some((name, role)),
            _ => None,
        },
    }
}

/// Who speaks, in words behind a quotation or between two: 陳大文說。
pub fn attribution(text: &str, last: Option<&Speaker>) -> Option<Speaker> {
    let own = text.trim().trim_matches(|c: char| matches!(c, '，' | ',' | '。' | '：' | ':' | '；' | ' '));
    if own.is_empty() || own.contains(['。', '！', '？']) || own.chars().count() > 60 || !own.chars().any(is_han) {
        return None;
    }
    let subject = before_verb(own)?;
    Some(speaker(subject, text, last))
}

/// What is before the verb at the end of a clause.
fn before_verb(clause: &str) -> Option<&str> {
    let clause = clause.trim();
    let subject = VERBS.iter().find_map(|verb| clause.strip_suffix(verb))?;
    // 陳大文在聲明中表示, 陳大文今日說, 陳大文並說: when and how.
    let circumstances = [
        "在聲明中",
        "在声明中",
        "接受訪問時",
        "接受访问时",
        "接受採訪時",
        "接受采访时",
        "受訪時",
        "受访时",
        "出席時",
        "在會上",
        "在会上",
        "在社交平台",
        "在記者會上",
        "在记者会上",
        "今日",
        "今天",
        "昨日",
        "昨天",
        "隨後",
        "随后",
        "進一步",
        "进一步",
        "同時",
        "同时",
        "亦",
        "也",
        "還",
        "还",
        "並",
        "并",
        "則",
        "则",
        "又",
        "再",
        "對此",
        "对此",
    ];
    let mut subject = subject.trim();
    while let Some(shorter) = circumstances.iter().find_map(|word| subject.strip_suffix(word)) {
        subject = shorter.trim_end_matches(['，', ',', ' ']);
    }
    (!subject.is_empty()).then_some(subject)
}

fn speaker(subject: &str, words: &str, last: Option<&Speaker>) -> Speaker {
    let words = Some(words.trim().to_owned());
    // 就此事，陳大文: the last clause names who speaks, and may be followed by an office in brackets.
    let (subject, bracket) = match subject.trim_end_matches(['）', ')']).rsplit_once(['（', '(']) {
        Some((subject, inside)) if subject.len() + inside.len() + 6 >= subject.len() => {
            (subject, Some(inside.to_owned()))
        }
        _ => (subject, None),
    };
    let subject = subject.rsplit(['，', ',']).next().unwrap_or(subject).trim();
    if ["他", "她", "他們", "她們", "他们"].contains(&subject) {
        let (name, role) = last.map(|speaker| (speaker.name.clone(), speaker.role.clone())).unwrap_or_default();
        return Speaker { name, role, words };
    }
    let (name, role) = name_and_role(subject);
    let role = role.or(bracket);
    let known = last.filter(|last| name.is_some() && last.name == name && role.is_none());
    Speaker { role: known.and_then(|last| last.role.clone()).or(role), name, words }
}

/// 示例組織01總監 and 陳大文.
fn name_and_role(subject: &str) -> (Option<String>, Option<String>) {
    let courtesy = COURTESIES.iter().find(|word| subject.ends_with(**word) && subject.chars().count() > 3);
    let bare = courtesy.and_then(|word| subject.strip_suffix(word)).unwrap_or(subject).trim();
    let office_end =
        OFFICES.iter().chain(&MORE_OFFICES).filter_map(|office| bare.rfind(office).map(|at| at + office.len())).max();
    let after_office = office_end.and_then(|end| Some((bare.get(..end)?, bare.get(end..)?)));
    let (role, name) = match after_office {
        Some((role, name)) => (Some(role), name),
        // 示例組織01的陳大文.
        None => match bare.rsplit_once('的') {
            Some((role, name)) => (Some(role), name),
            None => (None, bare),
        },
    };
    let name = name.trim();
    match is_name(name) {
        true => (Some(name.to_owned()), role.map(|role| role.trim().to_owned()).filter(|role| !role.is_empty())),
        // 陳大文議員, 陳大文律師.
        false if name.is_empty() => {
            match OFFICES.iter().chain(&MORE_OFFICES).find_map(|office| Some((bare.strip_suffix(office)?, *office))) {
                Some((name, office)) if is_name(name) => (Some(name.to_owned()), Some(office.to_owned())),
                _ => (None, None),
            }
        }
        false => (None, None),
    }
}

/// Two to four signs, the first of them a surname; or a foreign name with a dot; or one in Latin letters.
fn is_name(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let all_han = signs.iter().all(|c| is_han(*c));
    let double = DOUBLE_SURNAMES.iter().any(|surname| text.starts_with(surname));
    let surname = signs.first().is_some_and(|first| SURNAMES.contains(*first));
    let dotted =
        text.contains(['·', '‧', '・', '•']) && signs.iter().all(|c| is_han(*c) || matches!(c, '·' | '‧' | '・' | '•'));
    let latin = text.is_ascii() && super::names::first_name(text).is_some_and(|found| found.name == text);
    (all_han && ((2..=3).contains(&signs.len()) && surname || (3..=4).contains(&signs.len()) && double))
        || dotted
        || latin
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}
