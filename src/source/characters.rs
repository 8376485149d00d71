//! Characters as people mean them: composed, without those that nobody sees and those that only
//! copying out of other programs makes.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::fault::Typo;
use crate::base::{Span, is_unspaced};

/// What becomes of the line and page breaks that Word and PDF leave in what is copied out of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    /// They stay, for whoever reads a report page by page.
    Kept,
    /// They are ends of lines; in front matter, whose values have none, nothing between Japanese characters,
    /// else a space.
    Soft,
}

/// A text in ordinary characters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ordinary<'t> {
    /// The text.
    pub(super) text: Cow<'t, str>,
    /// What was unusual and hints at a fault, each kind once, at its first place.
    pub(super) typos: Vec<(Typo, Span)>,
}

/// A text without characters that look like others or like nothing. Lines stay lines.
pub(super) fn ordinary(text: Cow<'_, str>, breaks: Breaks) -> Ordinary<'_> {
    if text.chars().all(is_ordinary) {
        let typos = Vec::new();
        return Ordinary { text, typos };
    }
    let mut reader = CharacterReader {
        out: String::with_capacity(text.len()),
        breaks,
        in_body: false,
        found: Vec::new(),
    };
    let text = composed(&text);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        reader.take(c, chars.peek().copied());
    }
    // What stood between a letter and its mark may be gone now.
    let text = composed(&reader.out).into_owned();
    let within = |at: usize| text.floor_char_boundary(at);
    let typos = reader.found.into_iter().map(FoundOddity::told);
    let typos = typos
        .map(|(typo, span)| (typo, Span::new(within(span.start), within(span.end))))
        .collect();
    Ordinary {
        text: Cow::Owned(text),
        typos,
    }
}

/// The text in NFC, but for the forms of kanji that people choose (U+FA0E and up, such as 﨑 and
/// 神 in names), which NFC would replace by others.
fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) {
        return Cow::Borrowed(text);
    }
    let is_chosen = |c: char| matches!(c, '\u{fa0e}'..='\u{fad9}' | '\u{2f800}'..='\u{2fa1f}');
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_chosen) {
        let chosen = piece.chars().next_back().filter(|c| is_chosen(*c));
        let rest = chosen.map_or(piece, |c| &piece[..piece.len() - c.len_utf8()]);
        out.extend(rest.nfc());
        out.extend(chosen);
    }
    Cow::Owned(out)
}

/// Whether a character is one of the many that need no second look.
const fn is_ordinary(c: char) -> bool {
    matches!(c,
        '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205f}' | '\u{2190}'..='\u{2328}'
        | '\u{2460}'..='\u{27bf}' | '\u{3000}'..='\u{3098}' | '\u{309b}'..='\u{3163}'
        | '\u{3165}'..='\u{9fff}' | '\u{ff01}'..='\u{ff9f}' | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{2f7ff}')
}

/// What kinds of unusual characters are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Oddity {
    LookAlike,
    Control,
    Damage,
    Private,
}

/// The characters of a kind: the first of them, where it stood, and how many there are.
struct FoundOddity {
    oddity: Oddity,
    first: char,
    at: usize,
    count: usize,
}

impl FoundOddity {
    fn told(self) -> (Typo, Span) {
        let Self {
            first, count, at, ..
        } = self;
        match self.oddity {
            Oddity::LookAlike => {
                let right = look_alike(first).unwrap_or_default();
                let span = Span::new(at, at + right.len());
                (
                    Typo::LookAlike {
                        first,
                        right,
                        count,
                    },
                    span,
                )
            }
            Oddity::Control => (Typo::Control { first, count }, Span::new(at, at)),
            Oddity::Damage => (Typo::Damage { count }, Span::new(at, at + first.len_utf8())),
            Oddity::Private => (
                Typo::Private { first, count },
                Span::new(at, at + first.len_utf8()),
            ),
        }
    }
}

struct CharacterReader {
    out: String,
    breaks: Breaks,
    /// Whether front matter has ended.
    in_body: bool,
    found: Vec<FoundOddity>,
}

impl CharacterReader {
    fn take(&mut self, c: char, next: Option<char>) {
        match c {
            _ if is_ordinary(c) => {
                self.out.push(c);
                let ends =
                    |own: &Self| own.out.ends_with("\n---\n") || own.out.ends_with("\n---\r\n");
                if c == '\n' && !self.in_body {
                    self.in_body = self.out.starts_with("---") && ends(self);
                }
            }
            '\u{b}' | '\u{c}' if self.breaks == Breaks::Kept => self.out.push(c),
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if matches!(c, '\u{b}' | '\u{c}') {
                    self.note(Oddity::Control, c);
                }
                if self.in_body {
                    self.out.push('\n');
                    return;
                }
                let before = self.out.chars().next_back();
                let joins = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_unspaced(c));
                if !joins(before) && !joins(next) {
                    self.out.push(' ');
                }
            }
            '\u{fffd}' => {
                self.note(Oddity::Damage, c);
                self.out.push(c);
            }
            // The mark of a list from Word, which is read as one.
            '\u{f020}'..='\u{f0ff}'
                if next.is_some_and(char::is_whitespace)
                    && self
                        .out
                        .trim_end_matches([' ', '\t', '\u{3000}'])
                        .ends_with('\n') =>
            {
                self.out.push(c);
            }
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' => {
                self.note(Oddity::Private, c);
                self.out.push(c);
            }
            _ if c.is_control() => self.note(Oddity::Control, c),
            '\u{200c}' | '\u{200d}' => {
                let before = self.out.chars().next_back();
                let joins = |c: char| takes_joiners(c) || is_selector(c);
                if before.is_some_and(joins) && next.is_some_and(takes_joiners) {
                    self.out.push(c);
                }
            }
            _ if is_selector(c) => {
                if self.out.chars().next_back().is_some_and(has_variants) {
                    self.out.push(c);
                }
            }
            _ if is_invisible(c) => {}
            _ => match look_alike(c) {
                Some(right) => {
                    self.note(Oddity::LookAlike, c);
                    self.out.push_str(&right);
                }
                None => self.out.push(c),
            },
        }
    }

    fn note(&mut self, oddity: Oddity, first: char) {
        match self.found.iter_mut().find(|found| found.oddity == oddity) {
            Some(found) => found.count += 1,
            None => self.found.push(FoundOddity {
                oddity,
                first,
                at: self.out.len(),
                count: 1,
            }),
        }
    }
}

const fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a selector behind the character can choose one of its forms.
const fn has_variants(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3fffd}' | '#' | '*' | '0'..='9')
        || is_pictorial(c)
}

/// Whether a character is drawn as a picture where systems have one.
const fn is_pictorial(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{24c2}' | '\u{25a0}'..='\u{27bf}'
        | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}'
        | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether a joiner beside the character changes what is seen: pictures, and the scripts that
/// join their letters.
const fn takes_joiners(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{dff}' | '\u{e0100}'..='\u{e01ef}') || is_pictorial(c)
}

/// Whether nobody sees the character, and nothing depends on it.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffc}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}')
}

/// The ordinary character that a look-alike stands for: radicals, ligatures, and the doubles that
/// Korean standards brought into Unicode, all of which only copying makes.
fn look_alike(c: char) -> Option<String> {
    match c {
        '\u{2e80}'..='\u{2ef3}' => {
            let at = RADICALS
                .binary_search_by_key(&c, |(radical, _)| *radical)
                .ok()?;
            Some(RADICALS[at].1.to_string())
        }
        '\u{2f00}'..='\u{2fd5}' | '\u{fb00}'..='\u{fb06}' => {
            Some(std::iter::once(c).nfkc().collect())
        }
        _ => None,
    }
}

/// Radicals as characters of their own (Unicode's `EquivalentUnifiedIdeograph.txt`), in order.
const RADICALS: [(char, char); 107] = [
    ('\u{2e81}', '厂'),
    ('\u{2e82}', '乛'),
    ('\u{2e83}', '乚'),
    ('\u{2e84}', '乙'),
    ('\u{2e85}', '亻'),
    ('\u{2e86}', '冂'),
    ('\u{2e88}', '刀'),
    ('\u{2e89}', '刂'),
    ('\u{2e8a}', '卜'),
    ('\u{2e8c}', '小'),
    ('\u{2e8d}', '小'),
    ('\u{2e8e}', '兀'),
    ('\u{2e8f}', '尣'),
    ('\u{2e90}', '尢'),
    ('\u{2e91}', '尣'),
    ('\u{2e92}', '巳'),
    ('\u{2e93}', '幺'),
    ('\u{2e94}', '彑'),
    ('\u{2e95}', '彐'),
    ('\u{2e96}', '忄'),
    ('\u{2e97}', '心'),
    ('\u{2e98}', '扌'),
    ('\u{2e99}', '攵'),
    ('\u{2e9b}', '旡'),
    ('\u{2e9c}', '日'),
    ('\u{2e9d}', '月'),
    ('\u{2e9e}', '歺'),
    ('\u{2e9f}', '母'),
    ('\u{2ea0}', '民'),
    ('\u{2ea1}', '氵'),
    ('\u{2ea2}', '氺'),
    ('\u{2ea3}', '灬'),
    ('\u{2ea4}', '爫'),
    ('\u{2ea5}', '爫'),
    ('\u{2ea6}', '丬'),
    ('\u{2ea7}', '牛'),
    ('\u{2ea8}', '犭'),
    ('\u{2ea9}', '王'),
    ('\u{2eaa}', '疋'),
    ('\u{2eab}', '目'),
    ('\u{2eac}', '示'),
    ('\u{2ead}', '礻'),
    ('\u{2eae}', '竹'),
    ('\u{2eaf}', '糹'),
    ('\u{2eb0}', '纟'),
    ('\u{2eb1}', '罓'),
    ('\u{2eb2}', '罒'),
    ('\u{2eb5}', '网'),
    ('\u{2eb6}', '羊'),
    ('\u{2eb7}', '羊'),
    ('\u{2eb8}', '羊'),
    ('\u{2eb9}', '耂'),
    ('\u{2eba}', '肀'),
    ('\u{2ebb}', '聿'),
    ('\u{2ebc}', '肉'),
    ('\u{2ebd}', '臼'),
    ('\u{2ebe}', '艹'),
    ('\u{2ebf}', '艹'),
    ('\u{2ec0}', '艹'),
    ('\u{2ec1}', '虎'),
    ('\u{2ec2}', '衤'),
    ('\u{2ec3}', '覀'),
    ('\u{2ec4}', '西'),
    ('\u{2ec5}', '见'),
    ('\u{2ec6}', '角'),
    ('\u{2ec8}', '讠'),
    ('\u{2ec9}', '贝'),
    ('\u{2eca}', '足'),
    ('\u{2ecb}', '车'),
    ('\u{2ecc}', '辶'),
    ('\u{2ecd}', '辶'),
    ('\u{2ece}', '辶'),
    ('\u{2ecf}', '阝'),
    ('\u{2ed0}', '钅'),
    ('\u{2ed1}', '長'),
    ('\u{2ed2}', '镸'),
    ('\u{2ed3}', '长'),
    ('\u{2ed4}', '门'),
    ('\u{2ed6}', '阝'),
    ('\u{2ed7}', '雨'),
    ('\u{2ed8}', '青'),
    ('\u{2ed9}', '韦'),
    ('\u{2eda}', '页'),
    ('\u{2edb}', '风'),
    ('\u{2edc}', '飞'),
    ('\u{2edd}', '食'),
    ('\u{2edf}', '飠'),
    ('\u{2ee0}', '饣'),
    ('\u{2ee1}', '首'),
    ('\u{2ee2}', '马'),
    ('\u{2ee3}', '骨'),
    ('\u{2ee4}', '鬼'),
    ('\u{2ee5}', '鱼'),
    ('\u{2ee6}', '鸟'),
    ('\u{2ee7}', '卤'),
    ('\u{2ee8}', '麦'),
    ('\u{2ee9}', '黄'),
    ('\u{2eea}', '黾'),
    ('\u{2eeb}', '斉'),
    ('\u{2eec}', '齐'),
    ('\u{2eed}', '歯'),
    ('\u{2eee}', '齿'),
    ('\u{2eef}', '竜'),
    ('\u{2ef0}', '龙'),
    ('\u{2ef1}', '龜'),
    ('\u{2ef2}', '亀'),
    ('\u{2ef3}', '龟'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<Typo>) {
        let read = ordinary(Cow::Borrowed(text), Breaks::Soft);
        for (_, span) in &read.typos {
            assert!(read.text.get(span.start..span.end).is_some());
        }
        let typos = read.typos.into_iter().map(|(typo, _)| typo).collect();
        (read.text.into_owned(), typos)
    }

    #[test]
    fn look_alikes_are_read_as_what_they_look_like() {
        let (text, typos) = read("⽇本の⾼齢者は⽣活に窓⼝を⻑く使う。");
        assert_eq!(text, "日本の高齢者は生活に窓口を長く使う。");
        let first = Typo::LookAlike {
            first: '⽇',
            right: "日".into(),
            count: 5,
        };
        assert_eq!(typos, [first]);
        assert_eq!(read("か\u{3099}ﬁ金\u{2060}行").0, "がfi金行");
        assert!(RADICALS.is_sorted());
    }

    #[test]
    fn forms_that_people_choose_stay() {
        for text in [
            "宮﨑",
            "神\u{fe00}",
            "辻󠄀",
            "福\u{fa1b}",
            "👩‍⚕️",
            "☎️",
            "क्‍ष",
            "ｶﾞｯﾂ",
            "㍻",
            "A\u{2011}B",
        ] {
            assert_eq!(read(text), (text.to_owned(), vec![]), "{text}");
        }
    }

    #[test]
    fn what_nobody_sees_is_dropped() {
        for c in [
            '\u{200b}', '\u{feff}', '\u{2060}', '\u{ad}', '\u{200e}', '\u{202e}', '\u{200d}',
            '\u{2028}', '\u{85}',
        ] {
            assert_eq!(
                read(&format!("毎日{c}順番")),
                ("毎日順番".into(), vec![]),
                "{c:?}"
            );
        }
        assert_eq!(read("※\u{fe0f}注").0, "※注");
        assert_eq!(read("one\u{2028}two").0, "one two");
        let control = |first| vec![Typo::Control { first, count: 1 }];
        for c in ['\u{b}', '\u{8}', '\u{7f}', '\u{c}', '\0'] {
            assert_eq!(
                read(&format!("窓口を{c}守る")),
                ("窓口を守る".into(), control(c))
            );
        }
        assert_eq!(read("one\u{b}two").0, "one two");
        assert_eq!(read("文字\u{fffd}化け").1, [Typo::Damage { count: 1 }]);
        assert_eq!(
            read("印\u{f0b7}印").1,
            [Typo::Private {
                first: '\u{f0b7}',
                count: 1
            }]
        );
    }

    proptest::proptest! {
        #[test]
        fn reading_twice_is_reading_once(text in "(\\PC|[\u{0}-\u{20}]|か|\u{3099}|\u{200b}|\u{200d}|⽇|\u{fe0f}|👩|ﬁ|\u{2028}|\u{fa10}){0,30}") {
            let (once, _) = read(&text);
            proptest::prop_assert_eq!(&read(&once).0, &once);
            proptest::prop_assert_eq!(once.matches('\n').count(), text.matches('\n').count());
        }
    }
}
