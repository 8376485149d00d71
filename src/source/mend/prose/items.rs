//! The lines of lists: which marks begin them, and which lines of a run they make a list.

use super::lines::{BLANK, ProseLine};
use crate::base::{is_digit, narrowed};
use crate::source::mend::bullets::width;

/// The mark at the beginning of a line of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ItemMark {
    family: Family,
    pub(super) number: Option<u32>,
    /// Where the text behind it begins.
    pub(super) text_at: usize,
    /// Whether Markdown reads it as it is written.
    pub(super) is_markdown: bool,
}

impl ItemMark {
    /// The mark as Markdown writes it: a number with what closes it, or what begins the item.
    pub(super) fn written(self, delimiter: char) -> String {
        self.number.map_or_else(
            || format!("{delimiter} "),
            |number| format!("{number}{delimiter} "),
        )
    }

    /// Whether it is the next of those that count as the other does.
    pub(super) fn follows(self, other: Self) -> bool {
        let next = other.number.map(|number| number + 1);
        self.family == other.family && next.is_some() && self.number == next
    }

    /// How its number is written.
    pub(super) const fn style(self) -> NumberStyle {
        match self.family {
            Family::Digits(close) | Family::Markdown(close) => NumberStyle::Digits(close),
            Family::Circled => NumberStyle::Circled,
            _ => NumberStyle::Other,
        }
    }
}

/// How the number of an item is written; a list has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberStyle {
    /// Digits and what closes them, `(` where they stand in brackets.
    Digits(char),
    Circled,
    Other,
}

/// Marks that go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    /// With what closes a number, or `-`.
    Markdown(char),
    Bullet(char),
    /// A hyphen without its space.
    Tight,
    /// A letter of a face of signs.
    Word(char),
    Circled,
    /// Digits and what closes them.
    Digits(char),
    Kanji,
    /// （一） and ㈠.
    KanjiInside,
    /// ア、（ア）, （a）, Ⅰ．, `一　`: labels, which Markdown does not have and which therefore stay.
    Label(LabelScript, char),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LabelScript {
    Kana,
    /// `一　`, as by-laws count.
    Kanji,
    Latin,
    Roman,
    /// ㋐㋑㋒
    Circled,
    /// →, which counts nothing.
    Arrow,
}

/// The marks of those lines that are a list's: the first line of a run when it begins with a
/// bullet, and two lines and more whose marks go together, numbers one after the other.
pub(super) fn marks(lines: &[ProseLine<'_>]) -> Vec<Option<ItemMark>> {
    let mut marks: Vec<Option<ItemMark>> = lines.iter().map(|line| mark(line.text)).collect();
    let is_nothing_else = marks.iter().all(Option::is_some);
    if is_nothing_else {
        of_one_list(&mut marks);
    }
    let mut families: Vec<Family> = Vec::new();
    for mark in marks.iter().flatten() {
        if !families.contains(&mark.family) {
            families.push(mark.family);
        }
    }
    for family in families {
        let all: Vec<usize> = (0..marks.len())
            .filter(|at| marks[*at].is_some_and(|mark| mark.family == family))
            .collect();
        let numbers: Vec<u32> = all.iter().filter_map(|at| marks[*at]?.number).collect();
        let begins_again = |pair: &[u32]| Some(&pair[1]) == numbers.first() && pair[0] > pair[1];
        let mut pairs = numbers.windows(2);
        let counts_on = pairs.all(|pair| pair[1] == pair[0] + 1 || begins_again(pair));
        // ①③⑤, when there is nothing else.
        let skips = numbers.windows(2).all(|pair| pair[1] > pair[0]) && is_nothing_else;
        let is_list = match family {
            Family::Markdown(_) | Family::Bullet('\u{f020}'..='\u{f0ff}') => true,
            Family::Bullet('＊') | Family::Tight | Family::Word(_) => all.len() > 1,
            Family::Bullet(_) => all.len() > 1 || all.first() == Some(&0),
            Family::Label(LabelScript::Kana, _) if is_iroha(&numbers) => all.len() > 1,
            _ => all.len() > 1 && (counts_on || skips),
        };
        // 一、一、一、: as many points of equal weight.
        let is_even = family == Family::Kanji && all.len() > 1 && numbers.iter().all(|n| *n == 1);
        for at in all {
            if is_even || (is_list && matches!(family, Family::Label(..))) {
                marks[at] = marks[at].map(|mark| ItemMark {
                    number: None,
                    ..mark
                });
            } else if !is_list {
                marks[at] = None;
            }
        }
    }
    marks
}

/// Lines of nothing but items that count on from each other, or of nothing but bullets, are one list,
/// whatever signs somebody typed.
fn of_one_list(marks: &mut [Option<ItemMark>]) {
    let is_bullet = |mark: &ItemMark| {
        matches!(
            mark.family,
            Family::Bullet(_) | Family::Tight | Family::Markdown('-')
        )
    };
    let is_counted = |mark: &ItemMark| {
        matches!(
            mark.family,
            Family::Circled | Family::Digits(_) | Family::Markdown('.' | ')') | Family::Kanji
        )
    };
    let own =
        |mark: &Option<ItemMark>, is: &dyn Fn(&ItemMark) -> bool| mark.as_ref().is_some_and(is);
    let numbers: Vec<u32> = marks
        .iter()
        .flatten()
        .filter_map(|mark| mark.number)
        .collect();
    let counts_on = numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let family = if marks.iter().all(|mark| own(mark, &is_bullet)) {
        marks
            .iter()
            .flatten()
            .map(|mark| mark.family)
            .find(|family| *family != Family::Tight)
    } else if counts_on && marks.iter().all(|mark| own(mark, &is_counted)) {
        marks.first().copied().flatten().map(|mark| mark.family)
    } else {
        None
    };
    if let Some(family) = family {
        for mark in marks.iter_mut().flatten() {
            mark.family = family;
        }
    }
}

/// Whether a line begins as an item does.
pub(super) fn begins_item(line: &str) -> bool {
    mark(line).is_some()
}

fn mark(line: &str) -> Option<ItemMark> {
    let content = line.trim_start_matches(BLANK);
    let found = bullet(content)
        .or_else(|| circled(content))
        .or_else(|| digits(content))
        .or_else(|| kanji(content))
        .or_else(|| label(content))?;
    let behind = &content[found.text_at..];
    let has_text = !behind.trim_matches(BLANK).is_empty();
    (has_text && !is_spoken_of(found.family, behind)).then_some(found)
}

/// Whether the number is a word of the sentence: `①の案に反対し`, `②番は東`, `一、二度`.
fn is_spoken_of(family: Family, behind: &str) -> bool {
    const PARTICLES: [char; 11] = [
        'の', 'は', 'が', 'を', 'に', 'と', 'も', 'へ', 'や', 'で', 'か',
    ];
    const COUNTERS: [char; 7] = ['番', '目', 'つ', '号', '案', '条', '項'];
    const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    let mut chars = behind.chars();
    let (first, second) = (chars.next(), chars.next());
    let is = |all: &[char], c: Option<char>| c.is_some_and(|c| all.contains(&c));
    // はがき begins with no particle.
    let is_word = second.is_some_and(|c| !matches!(c, 'ぁ'..='ん' | 'ー'));
    match family {
        Family::Circled | Family::KanjiInside | Family::Digits('(' | ')') => {
            is(&PARTICLES, first) && is_word || is(&COUNTERS, first) && is(&PARTICLES, second)
        }
        Family::Kanji => is(&NUMERALS, first),
        _ => false,
    }
}

fn bullet(content: &str) -> Option<ItemMark> {
    let first = content.chars().next()?;
    let rest = &content[first.len_utf8()..];
    let (family, is_markdown) = match first {
        '-' | '*' | '+' if rest.starts_with([' ', '\t']) => (Family::Markdown('-'), true),
        '-' | '+'
            if rest.starts_with(|c: char| {
                c.is_alphabetic() || matches!(c, '「' | '『' | '（' | '\u{3000}')
            }) =>
        {
            (Family::Tight, false)
        }
        // ・賛成　・反対 is one line of choices.
        '・' | '･' if rest.contains("\u{3000}・") || rest.contains(" ・") => return None,
        '・' | '･' | '•' | '·' | '◦' | '‣' | '▪' | '∙' | '❖' | '➢' | '➤' | '✔' | '✓' | '⚫'
            if !rest.starts_with(first) =>
        {
            (Family::Bullet(first), false)
        }
        // The faces of signs that Word takes its marks from.
        '\u{f020}'..='\u{f0ff}'
            if rest.starts_with(BLANK) || matches!(first, '\u{f0b7}' | '\u{f06c}') =>
        {
            (Family::Bullet(first), false)
        }
        // ＊太字＊ is no item.
        '＊' if !rest.contains('＊') && !rest.starts_with(char::is_numeric) => {
            (Family::Bullet(first), false)
        }
        // − 5度 is less than nothing.
        '−' if rest.trim_start_matches(BLANK).starts_with(is_digit) => return None,
        '－' | '−' | '–' | '—' if rest.starts_with(BLANK) => (Family::Bullet(first), false),
        '＋' if !rest.starts_with(|c: char| c.is_numeric()) => (Family::Tight, false),
        // ー may be of a word that the line before began.
        '－' | '−' | '–' | '‐' if rest.starts_with(char::is_alphabetic) => {
            (Family::Tight, false)
        }
        // What the signs of Word's lists become without its face.
        'l' | 'n' | 'o' | 'u' | 'v' | 'ü' | 'Ø' | '²' if rest.starts_with(['\u{3000}', '\t']) => {
            (Family::Word(first), false)
        }
        _ => return None,
    };
    Some(ItemMark {
        family,
        number: None,
        text_at: first.len_utf8(),
        is_markdown,
    })
}

fn circled(content: &str) -> Option<ItemMark> {
    let c = content.chars().next()?;
    let starts = [
        ('\u{2460}', '\u{2473}', 1),
        ('\u{3251}', '\u{325f}', 21),
        ('\u{32b1}', '\u{32bf}', 36),
        ('\u{2776}', '\u{277f}', 1),
        ('\u{2474}', '\u{2487}', 1),
        ('\u{2488}', '\u{249b}', 1),
        ('\u{3220}', '\u{3229}', 1),
        ('\u{3280}', '\u{3289}', 1),
    ];
    let number = starts
        .iter()
        .find(|(first, last, _)| (*first..=*last).contains(&c))
        .map(|(first, _, from)| u32::from(c) - u32::from(*first) + from)?;
    Some(ItemMark {
        family: if matches!(c, '\u{3220}'..='\u{3289}') {
            Family::KanjiInside
        } else {
            Family::Circled
        },
        number: Some(number),
        text_at: c.len_utf8(),
        is_markdown: false,
    })
}

/// `１．`, `1）`, `（１）`, `1.` without its space, `#1 `.
fn digits(content: &str) -> Option<ItemMark> {
    let open = content.starts_with(['（', '(']);
    let is_hash = content.starts_with(['#', '＃']);
    let inner = content
        .strip_prefix(['（', '(', '#', '＃'])
        .unwrap_or(content);
    let rest = inner.trim_start_matches(is_digit);
    let written = &inner[..inner.len() - rest.len()];
    let number: u32 = narrowed(written).parse().ok().filter(|n| *n < 1000)?;
    let close = rest.chars().next()?;
    let behind = &rest[close.len_utf8()..];
    let is_wide = !written.is_ascii();
    let fits = match close {
        ')' | '）' if open => true,
        _ if open => false,
        _ if is_hash => BLANK.contains(&close),
        '.' | ')' if !is_wide && behind.starts_with([' ', '\t']) => {
            let at = content.len() - behind.len();
            return Some(ItemMark {
                family: Family::Markdown(close),
                number: Some(number),
                text_at: at,
                is_markdown: true,
            });
        }
        // Not a decimal fraction, nor an address.
        '.' => {
            behind.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii())
                || behind.starts_with(['「', '『', '\u{3000}'])
        }
        '．' | '）' | ')' | '、' => !behind.starts_with(is_digit),
        '\u{3000}' => true,
        ' ' => is_wide,
        _ => false,
    };
    let close = narrowed(close.encode_utf8(&mut [0; 4])).chars().next()?;
    let family = Family::Digits(match close {
        _ if open => '(',
        _ if is_hash => '#',
        close => close,
    });
    fits.then(|| ItemMark {
        family,
        number: Some(number),
        text_at: content.len() - behind.len(),
        is_markdown: false,
    })
}

/// `一、` and `二、`, `（一）` and `（二）`.
fn kanji(content: &str) -> Option<ItemMark> {
    let inner = content.strip_prefix(['（', '(']);
    let (content, before) = (inner.unwrap_or(content), content);
    let rest =
        content.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    let behind = match inner {
        Some(_) => rest.strip_prefix(['）', ')'])?,
        None => rest.strip_prefix(['、', '，', '．'])?,
    };
    let digit = |c: char| {
        "一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .and_then(|at| u32::try_from(at + 1).ok())
    };
    let written: Vec<char> = content[..content.len() - rest.len()].chars().collect();
    let number = match written.as_slice() {
        ['十'] => 10,
        [one] => digit(*one)?,
        ['十', one] => 10 + digit(*one)?,
        [ten, '十'] => 10 * digit(*ten)?,
        [ten, '十', one] => 10 * digit(*ten)? + digit(*one)?,
        _ => return None,
    };
    Some(ItemMark {
        family: if inner.is_some() {
            Family::KanjiInside
        } else {
            Family::Kanji
        },
        number: Some(number),
        text_at: before.len() - behind.len(),
        is_markdown: false,
    })
}

const KANJI: &str = "一二三四五六七八九十";
const KANA: &str =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const IROHA: &str = "イロハニホヘトチリヌルヲ";

/// `ア、`, `（ア）`, `ア　`, `（a）`, `Ⅰ．`, `一　`; the label is a part of the text.
fn label(content: &str) -> Option<ItemMark> {
    let open = content.starts_with(['（', '(']);
    let inner = content.strip_prefix(['（', '(']).unwrap_or(content);
    let sign = inner.chars().next()?;
    let behind = &inner[sign.len_utf8()..];
    let place = |all: &str| all.chars().position(|c| c == sign);
    let narrow = narrowed(sign.encode_utf8(&mut [0; 4])).chars().next()?;
    // `A. Smith` is a name.
    let is_dotted = behind.strip_prefix(['.', '．', '、']).is_some_and(|text| {
        text.trim_start_matches(BLANK)
            .starts_with(|c: char| !c.is_ascii())
    });
    let is_closed = behind.strip_prefix([')', '）']).is_some_and(|text| {
        let text = text.trim_start_matches(BLANK);
        text.starts_with(|c: char| !c.is_ascii())
    });
    let open_or_dotted = open || is_dotted || is_closed;
    let (script, at) = match sign {
        '→' | '⇒' => (LabelScript::Arrow, 0),
        '㋐'..='㋾' => (LabelScript::Circled, u32::from(sign) - u32::from('㋐')),
        'Ⅰ'..='Ⅻ' => (LabelScript::Roman, u32::from(sign) - u32::from('Ⅰ')),
        'ⅰ'..='ⅻ' => (LabelScript::Roman, u32::from(sign) - u32::from('ⅰ')),
        _ if open_or_dotted && narrow.is_ascii_alphabetic() => {
            let first = if narrow.is_ascii_uppercase() {
                'A'
            } else {
                'a'
            };
            (LabelScript::Latin, u32::from(narrow) - u32::from(first))
        }
        _ => match place(KANJI) {
            Some(at) => (LabelScript::Kanji, u32::try_from(at).ok()?),
            None => (LabelScript::Kana, u32::try_from(place(KANA)?).ok()?),
        },
    };
    let close = behind.chars().next()?;
    if matches!(script, LabelScript::Arrow | LabelScript::Circled) {
        return (!open).then_some(ItemMark {
            family: Family::Label(script, ' '),
            number: (script == LabelScript::Circled).then_some(at + 1),
            text_at: 0,
            is_markdown: false,
        });
    }
    let fits = match close {
        // ⅰ and ⅱ are signs of nothing else.
        _ if script == LabelScript::Roman && !open && close.is_alphabetic() => true,
        _ if script == LabelScript::Kanji => close == '\u{3000}' && !open,
        ')' | '）' if script == LabelScript::Latin && !open => behind[close.len_utf8()..]
            .trim_start_matches(BLANK)
            .starts_with(|c: char| !c.is_ascii()),
        ')' | '）' => true,
        _ if open => false,
        '、' | '．' | '\u{3000}' => true,
        ' ' => matches!(script, LabelScript::Roman | LabelScript::Kana),
        '.' => matches!(script, LabelScript::Roman | LabelScript::Latin),
        _ => false,
    };
    let (text, family) = match close {
        _ if open => (&behind[close.len_utf8()..], '('),
        close if close.is_alphabetic() => (behind, ' '),
        close => (&behind[close.len_utf8()..], close),
    };
    (fits && !text.trim_matches(BLANK).is_empty()).then_some(ItemMark {
        family: Family::Label(script, family),
        number: Some(at + 1),
        text_at: 0,
        is_markdown: false,
    })
}

/// Whether numbers in the order of ア, イ, ウ are those of イ, ロ, ハ.
fn is_iroha(numbers: &[u32]) -> bool {
    let order = IROHA
        .chars()
        .filter_map(|c| KANA.chars().position(|kana| kana == c));
    let mut order = order.filter_map(|at| u32::try_from(at + 1).ok());
    numbers.iter().all(|number| Some(*number) == order.next())
}

/// Lists in lists: how far each is indented, as written and as Markdown asks.
#[derive(Debug, Default)]
pub(super) struct Levels {
    /// The columns before the mark as written, before it as Markdown writes it, and before its text.
    open: Vec<(usize, usize, usize)>,
}

impl Levels {
    /// Enters an item that is led by these blanks; how far it is to be indented.
    pub(super) fn enter(&mut self, lead: &str, mark: usize) -> usize {
        let written = width(lead);
        self.leave(written);
        let indent = self.open.last().map_or(0, |(_, _, text)| *text);
        self.open.push((written, indent, indent + mark));
        indent
    }

    /// Enters an item that stands as it is written.
    pub(super) fn enter_as_written(&mut self, lead: &str, mark: &str) {
        let written = width(lead);
        self.leave(written);
        self.open
            .push((written, written, written + mark.chars().count()));
    }

    fn leave(&mut self, written: usize) {
        self.open.retain(|(at, ..)| *at < written);
    }

    /// How far the innermost item is indented as it was written.
    pub(super) fn written_at(&self) -> usize {
        self.open.last().map_or(0, |(written, ..)| *written)
    }

    /// How far the text of the innermost item is indented.
    pub(super) fn text_at(&self) -> usize {
        self.open.last().map_or(0, |(_, _, text)| *text)
    }
}
