//! How lines begin that people mean to stand by themselves: `日時：…`, `10:30 開会`, `第1条　…`, `佐藤「…」`,
//! the parts of an address.

use super::lines::BLANK;
use crate::base::{half_widths, is_digit};

/// What a line of its own begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// A word and a colon, such as `日時：` or the name of who speaks; how to reach somebody.
    Label,
    /// `【日時】`, `〈司会〉`
    Bracket,
    /// `（司会）…`, which may be a remark, too.
    Aside,
    /// `日時　10月5日`; how many gaps the line has.
    Gap(usize),
    /// `日時／10月5日`
    Slash,
    /// `10:30 開会`
    Time,
    /// `第1条　…`, `２　前項の…`
    Ordinal,
    /// `10/5（土）つどい`, `2015年10月　開始`
    Date,
    /// `[1] …`, `注1 …`, `*1 …`
    Note,
    /// `佐藤「…」`
    Spoken,
    /// `Q. …`
    Question,
    /// `A. …`
    Answer,
}

impl Opening {
    /// How a line begins, whatever quotes or stresses it.
    pub(super) fn of(line: &str) -> Option<Self> {
        let line = line
            .trim_matches(BLANK)
            .trim_start_matches(['>', '＞', ' ']);
        let plain;
        if stressed(line) {
            return Some(Self::Label);
        }
        let line = if line.starts_with("**") {
            plain = line.replacen("**", "", 2);
            plain.as_str()
        } else {
            line
        };
        if has_label(line) || is_contact(line) {
            return Some(Self::Label);
        }
        asked(line)
            .or_else(|| bracket(line))
            .or_else(|| ordinal(line))
            .or_else(|| time(line))
            .or_else(|| date(line))
            .or_else(|| note(line))
            .or_else(|| parted(line))
            .or_else(|| spoken(line))
            .or_else(|| aside(line))
    }

    /// Whether both are marks of lines in an order.
    pub(super) fn counts_on(self, before: Self) -> bool {
        self == before
            && matches!(
                self,
                Self::Date | Self::Time | Self::Ordinal | Self::Note | Self::Bracket
            )
    }

    /// Whether lines that begin so stand one below the other.
    pub(super) fn goes_with(self, before: Self) -> bool {
        match (before, self) {
            // Names begin with `A.`, too.
            (Self::Answer, Self::Answer) => false,
            (Self::Question | Self::Answer, Self::Question | Self::Answer) => true,
            // As many columns are a table's.
            (Self::Gap(before), Self::Gap(own)) => before == 1 || before != own,
            (before, own) => before == own,
        }
    }
}

/// Whether a line begins with a word and a colon.
pub(super) fn has_label(line: &str) -> bool {
    let line = line.trim_matches(BLANK);
    let Some(at) = line.find(['：', ':']) else {
        return false;
    };
    let (label, text) = line.split_at(at);
    let is_wide = text.starts_with('：');
    let text = text.trim_start_matches(['：', ':']);
    let is_parted = text.starts_with(BLANK) || text.starts_with(|c: char| !c.is_ascii());
    if text.trim_matches(BLANK).is_empty() || !is_wide && !is_parted {
        return false;
    }
    let (name, of) = label.split_once(['（', '(']).unwrap_or((label, ""));
    let of = of.trim_end_matches(['）', ')']);
    let is_word = |word: &str| {
        word.chars()
            .all(|c| c.is_alphabetic() || matches!(c, '・' | '\u{3000}' | ' '))
    };
    let long = name.chars().count();
    let fits = if label.is_ascii() {
        name.starts_with(|c: char| c.is_ascii_uppercase()) && long <= 20
    } else {
        long <= 8 && of.chars().count() <= 8
    };
    let word = name.trim_end_matches(is_digit);
    !word.is_empty() && fits && is_word(word) && is_word(of)
}

/// Whether a line begins with how to reach somebody.
pub(super) fn is_contact(line: &str) -> bool {
    const WAYS: [&str; 8] = ["電話", "TEL", "Tel", "FAX", "Fax", "ＴＥＬ", "ＦＡＸ", "℡"];
    let line = line.trim_matches(BLANK);
    let lower = line.to_ascii_lowercase();
    let address = [
        "mail",
        "e-mail",
        "email",
        "メール",
        "hp",
        "url",
        "ホームページ",
        "ウェブ",
    ]
    .iter()
    .find_map(|way| lower.strip_prefix(way));
    let is_sign = |c: char| BLANK.contains(&c) || matches!(c, ':' | '：');
    let is_address = |own: &str| {
        let is_apart = own.starts_with(is_sign);
        let own = own.trim_start_matches(is_sign);
        is_apart
            && own.is_ascii()
            && (own.contains('@') || own.starts_with("http") || own.starts_with("www"))
    };
    if address.is_some_and(is_address) {
        return true;
    }
    let behind = WAYS.iter().find_map(|way| line.strip_prefix(way));
    behind.is_some_and(|behind| {
        let number = behind.trim_start_matches([' ', '\u{3000}', ':', '：', '.', '．', '(', '（']);
        number.starts_with(['0', '０', '+', '＋'])
    })
}

/// Whether a line is nothing but an address of the web or of mail.
pub(super) fn is_link(line: &str) -> bool {
    let line = line.trim_matches(BLANK);
    let is_web = ["https://", "http://", "www."]
        .iter()
        .any(|own| line.starts_with(own));
    let is_mail = || {
        let parts = line.split_once('@');
        parts.is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.ends_with('.')
        })
    };
    line.bytes().all(|b| b.is_ascii_graphic()) && (is_web || is_mail())
}

/// Whether a line is a postal code, alone or with the place that it is of.
pub(super) fn is_address(line: &str) -> bool {
    let rest = line.trim_matches(BLANK).strip_prefix('〒');
    rest.is_some_and(|code| {
        code.trim_matches(BLANK)
            .starts_with(|c: char| c.is_numeric())
    }) && half_widths(line) <= 40
}

/// `Q. `, `Ｑ１．`, `問　`, `答　`.
fn asked(line: &str) -> Option<Opening> {
    let mut chars = line.chars();
    let opening = match chars.next()? {
        'Q' | 'Ｑ' | '問' => Opening::Question,
        'A' | 'Ａ' | '答' => Opening::Answer,
        _ => return None,
    };
    let rest = chars.as_str().trim_start_matches(is_digit);
    let text = rest.strip_prefix(['.', '．', '：', ':', '、', '\u{3000}', ' '])?;
    (!text.trim_matches(BLANK).is_empty()).then_some(opening)
}

/// `**日時** 10月5日`: a word in bold and what a blank parts from it.
fn stressed(line: &str) -> bool {
    let parts = line.strip_prefix("**").and_then(|own| own.split_once("**"));
    parts.is_some_and(|(label, text)| {
        let is_word = label
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '・' | '\u{3000}'));
        let fits = is_word && !label.is_ascii() && half_widths(label) <= 16;
        fits && text.starts_with(BLANK) && !text.trim_matches(BLANK).is_empty()
    })
}

/// `（司会）では、…`: who speaks, or what is meant, with no particle behind it.
fn aside(line: &str) -> Option<Opening> {
    let (label, text) = line.strip_prefix(['（', '('])?.split_once(['）', ')'])?;
    let is_word = |c: char| c.is_alphabetic() || matches!(c, '・' | '\u{3000}');
    let fits = (2..=16).contains(&half_widths(label)) && label.chars().all(is_word);
    (fits && !label.is_ascii() && !goes_on(text)).then_some(Opening::Aside)
}

/// Whether a particle or a mark joins what stands behind a bracket with the words inside.
fn goes_on(text: &str) -> bool {
    const PARTICLES: [char; 9] = ['の', 'は', 'が', 'を', 'に', 'と', 'も', 'へ', 'や'];
    let mut chars = text.trim_matches(BLANK).chars();
    let first = chars.next();
    let is_word = chars
        .next()
        .is_some_and(|c| matches!(c, 'ぁ'..='ん' | 'ー'));
    first.is_none_or(|c| {
        PARTICLES.contains(&c) && !is_word || matches!(c, '、' | '。' | '）' | '」' | '・')
    })
}

/// `【日時】10月5日`, `〈司会〉では、…`, `[日時]: 10月5日`.
fn bracket(line: &str) -> Option<Opening> {
    if let Some((label, text)) = line.strip_prefix('[').and_then(|own| own.split_once("]: ")) {
        let is_label = !label.is_empty() && half_widths(label) <= 20 && !text.is_empty();
        return (is_label && label.chars().all(char::is_alphabetic)).then_some(Opening::Bracket);
    }
    let pairs = [('【', '】'), ('〈', '〉'), ('《', '》'), ('＜', '＞')];
    let (label, text, open) = pairs.iter().find_map(|(open, close)| {
        let (label, text) = line.strip_prefix(*open)?.split_once(*close)?;
        Some((label, text, *open))
    })?;
    let is_label = !text.is_empty() && half_widths(label) <= 20;
    (is_label && (open == '【' || !goes_on(text))).then_some(Opening::Bracket)
}

/// `第1条　…`, `第二部 …`, `２　前項の…`.
fn ordinal(line: &str) -> Option<Opening> {
    let behind = line.trim_start_matches(is_digit);
    let long = line[..line.len() - behind.len()].chars().count();
    let is_counted = (1..=2).contains(&long)
        && behind
            .strip_prefix('\u{3000}')
            .is_some_and(|text| text.starts_with(char::is_alphabetic));
    if is_counted {
        return Some(Opening::Ordinal);
    }
    let inner = line.strip_prefix('第')?;
    let rest =
        inner.trim_start_matches(|c: char| is_digit(c) || "〇一二三四五六七八九十百".contains(c));
    let text = rest.strip_prefix(['条', '章', '部', '節', '項', '回', '号'])?;
    let is_apart = text.starts_with(BLANK) || text.starts_with(['（', '(']);
    (rest.len() < inner.len() && is_apart).then_some(Opening::Ordinal)
}

/// `10:30 開会`, `13：30〜　開場`.
fn time(line: &str) -> Option<Opening> {
    let (hour, rest) = line.split_once([':', '：'])?;
    let behind = rest.trim_start_matches(is_digit);
    let minutes = rest[..rest.len() - behind.len()].chars().count();
    let until = behind.trim_start_matches(|c: char| is_digit(c) || "〜～~-–－：:".contains(c));
    let fits = (1..=2).contains(&hour.chars().count()) && hour.chars().all(is_digit);
    // 8:15 には is a part of a sentence.
    let what = until.trim_start_matches(BLANK);
    let is_joined = what.starts_with(|c: char| matches!(c, 'ぁ'..='ん'));
    (fits && minutes == 2 && until.starts_with(BLANK) && !is_joined).then_some(Opening::Time)
}

/// `10/5（土）つどい`, `令和6年10月5日 つどい`, `午後1時30分 開会`: a date, and what is on it, which no particle
/// joins.
fn date(line: &str) -> Option<Opening> {
    const ERAS: [&str; 6] = ["令和", "平成", "昭和", "午前", "午後", "西暦"];
    if behind_dotted_date(line)
        .is_some_and(|what| what.starts_with(BLANK) || what.starts_with(['（', '(', '：', ':']))
    {
        return Some(Opening::Date);
    }
    let own = ERAS
        .iter()
        .find_map(|era| line.strip_prefix(era))
        .unwrap_or(line);
    let rest = own.trim_start_matches(|c: char| {
        is_digit(c)
            || matches!(
                c,
                '元' | '年' | '月' | '日' | '時' | '分' | '/' | '／' | '.'
            )
    });
    let written = &own[..own.len() - rest.len()];
    let has_unit = written.contains(['年', '月', '日', '時', '/', '／']);
    let what = rest.trim_start_matches(BLANK);
    // 20日現在で is a part of a sentence.
    let is_apart = rest.starts_with(BLANK) || rest.starts_with(['（', '(', '：', ':']);
    let is_joined = what.starts_with(|c: char| matches!(c, 'ぁ'..='ん'));
    let fits = own.starts_with(is_digit) && has_unit && is_apart && !what.is_empty() && !is_joined;
    fits.then_some(Opening::Date)
}

/// What stands behind `2024.10.5` or `2024. 10. 5`.
fn behind_dotted_date(line: &str) -> Option<&str> {
    let number = |text: &'_ str, most: usize| {
        let rest = text.trim_start_matches(is_digit);
        let long = text[..text.len() - rest.len()].chars().count();
        (1..=most)
            .contains(&long)
            .then_some(text.len() - rest.len())
    };
    let dot = |text: &'_ str| {
        let rest = text.strip_prefix(['.', '．'])?;
        Some(text.len() - rest.trim_start_matches(' ').len())
    };
    let year = number(line, 4).filter(|long| *long >= 4)?;
    let mut rest = &line[year..];
    for _ in 0..2 {
        rest = &rest[dot(rest)?..];
        rest = &rest[number(rest, 2)?..];
    }
    (!rest.trim_matches(BLANK).is_empty()).then_some(rest)
}

/// `[1] 新聞`, `注1）…`, `（注1）…`, `注1 …`, `*1 …`.
fn note(line: &str) -> Option<Opening> {
    let own = line
        .strip_prefix(['[', '（', '(', '*', '＊'])
        .unwrap_or(line);
    let is_marked = own.len() < line.len();
    let digits = own.strip_prefix('注').unwrap_or(own);
    let rest = digits.trim_start_matches(is_digit);
    let count = digits[..digits.len() - rest.len()].chars().count();
    let is_named = digits.len() < own.len();
    let closed = rest.trim_start_matches([']', '）', ')', '：', ':']);
    let text = closed.trim_matches(BLANK);
    let is_apart = closed.len() < rest.len() || rest.starts_with(BLANK);
    let begins = is_named || line.starts_with(['[', '*', '＊']) && is_marked;
    ((1..=2).contains(&count) && begins && is_apart && !text.is_empty()).then_some(Opening::Note)
}

/// `日時　10月5日`, `場所／公民館`.
fn parted(line: &str) -> Option<Opening> {
    let at = line.find(['\u{3000}', '／'])?;
    let (label, behind) = line.split_at(at);
    let is_spread = label.chars().count() == 1 && behind.chars().nth(2) == Some('\u{3000}');
    let opening = match behind.chars().next() {
        Some('／') => Opening::Slash,
        _ if line.contains("\u{3000}\u{3000}") => return None,
        // 日　時　…: the word itself is spread.
        _ if is_spread => Opening::Gap(1),
        _ => Opening::Gap(line.matches('\u{3000}').count()),
    };
    let text = behind.trim_start_matches(['／', '\u{3000}', ' ']);
    let long = label.chars().count();
    // 理由1, ステップ2.
    let word = label.trim_end_matches(is_digit);
    let is_word = word.chars().all(|c| c.is_alphabetic() || c == '・') && !word.is_ascii();
    ((1..=8).contains(&long) && is_word && !text.is_empty()).then_some(opening)
}

/// `佐藤「…」`: who speaks, and nothing else but the words.
fn spoken(line: &str) -> Option<Opening> {
    const PARTICLES: [char; 12] = [
        'は', 'が', 'も', 'に', 'を', 'と', 'で', 'の', 'や', 'へ', 'な', 'た',
    ];
    let (name, words) = line.split_once('「')?;
    let ends = words.trim_end_matches('。').ends_with('」');
    let is_name = (1..=10).contains(&name.chars().count())
        && name
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '・' | '\u{3000}'))
        && !name.ends_with(PARTICLES);
    (ends && is_name).then_some(Opening::Spoken)
}
