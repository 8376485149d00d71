//! The words that tell people from organisations: posts, courtesies, endings, letters.

/// Posts, longest first where one ends in another: what stands behind a name, or before it.
const POSTS: [&str; 88] = [
    "前衆議院議員",
    "元衆議院議員",
    "前参議院議員",
    "元参議院議員",
    "衆議院議員",
    "参議院議員",
    "都議会議員",
    "県議会議員",
    "府議会議員",
    "道議会議員",
    "市議会議員",
    "区議会議員",
    "町議会議員",
    "村議会議員",
    "衆院議員",
    "参院議員",
    "国会議員",
    "都議",
    "県議",
    "府議",
    "道議",
    "市議",
    "区議",
    "町議",
    "村議",
    "議員",
    "事務局長代行",
    "事務局次長",
    "事務局長",
    "事務局員",
    "事務局",
    "共同代表",
    "副代表",
    "代表委員",
    "代表理事",
    "代表世話人",
    "代表幹事",
    "代表",
    "副理事長",
    "理事長",
    "専務理事",
    "常務理事",
    "常任理事",
    "理事",
    "監事",
    "副会長",
    "名誉会長",
    "会長",
    "世話人",
    "副委員長",
    "執行委員長",
    "執行委員",
    "委員長",
    "書記次長",
    "書記長",
    "書記局長",
    "書記",
    "幹事長",
    "幹事",
    "副議長",
    "議長",
    "弁護団長",
    "副団長",
    "弁護士",
    "歯科医師",
    "医師",
    "看護師",
    "薬剤師",
    "保健師",
    "助産師",
    "介護福祉士",
    "司法書士",
    "行政書士",
    "社会保険労務士",
    "名誉教授",
    "准教授",
    "教授",
    "講師",
    "研究員",
    "支部長",
    "編集長",
    "記者",
    "組合長",
    "顧問",
    "相談役",
    "主任",
    "所長",
    "院長",
];
/// The same in English, in lower case.
const ENGLISH_POSTS: [&str; 22] = [
    "chair",
    "chairperson",
    "chairman",
    "president",
    "vice-president",
    "vice president",
    "secretary",
    "secretary general",
    "secretary-general",
    "director",
    "lawyer",
    "attorney",
    "doctor",
    "nurse",
    "professor",
    "representative",
    "spokesperson",
    "coordinator",
    "treasurer",
    "convenor",
    "organiser",
    "organizer",
];
/// What is said behind a name out of courtesy.
const HONORIFICS: [&str; 4] = ["さん", "先生", "氏", "様"];
/// How organisations end.
const ORGANISATIONS: [&str; 24] = [
    "会",
    "組合",
    "連合",
    "連盟",
    "同盟",
    "団",
    "党",
    "労組",
    "協議会",
    "ネット",
    "ネットワーク",
    "センター",
    "機構",
    "法人",
    "支部",
    "本部",
    "大学",
    "病院",
    "医院",
    "事務所",
    "新聞",
    "社",
    "の声",
    "局",
];

/// The post at the end of a text, and what stands before it.
pub(super) fn strip_post(text: &str) -> (Option<String>, &str) {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let japanese = POSTS.iter().filter(|post| text.ends_with(**post));
    let english = ENGLISH_POSTS.iter().filter(|post| {
        lower
            .strip_suffix(**post)
            .is_some_and(|before| before.is_empty() || before.ends_with([' ', ',']))
    });
    let Some(post) = japanese.chain(english).max_by_key(|post| post.len()) else {
        return (None, text);
    };
    let cut = text.len() - post.len();
    (Some(text[cut..].to_owned()), text[..cut].trim_end())
}

pub(super) fn strip_honorific(text: &str) -> (&str, bool) {
    let text = text.trim();
    for courtesy in HONORIFICS {
        if let Some(bare) = text.strip_suffix(courtesy)
            && !bare.is_empty()
        {
            return (bare.trim_end(), true);
        }
    }
    (text, false)
}

/// Whether a text is plainly a name: two to six characters in Japanese letters that do not end
/// like an organisation, katakana with middle dots, or two to four words in Latin letters.
pub(super) fn is_name(text: &str) -> bool {
    let length = text.chars().count();
    let japanese = (2..=6).contains(&length) && text.chars().all(is_japanese);
    let foreign =
        text.contains('・') && length <= 24 && text.chars().all(|c| is_katakana(c) || c == '・');
    let words: Vec<&str> = text.split(' ').collect();
    let latin = (2..=4).contains(&words.len())
        && words
            .iter()
            .all(|word| word.starts_with(|c: char| c.is_uppercase()))
        && text.chars().all(|c| {
            c.is_alphabetic() && u32::from(c) < 0x250 || matches!(c, ' ' | '.' | '-' | '\'')
        });
    (japanese && !is_organisation(text)) || foreign || latin
}

/// Whether a text may be a family name or a given name.
pub(super) fn is_half(text: &str) -> bool {
    (1..=3).contains(&text.chars().count()) && text.chars().all(is_japanese)
}

pub(super) fn is_organisation(text: &str) -> bool {
    ORGANISATIONS.iter().any(|end| text.ends_with(end))
}

pub(super) fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー')
}

pub(super) fn is_japanese(c: char) -> bool {
    is_katakana(c)
        || matches!(c, '\u{3041}'..='\u{3096}' | '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
        || matches!(c, '々' | 'ヶ' | 'ヵ' | '〆' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}')
}
