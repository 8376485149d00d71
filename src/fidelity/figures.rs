//! The figures of a text: numbers, shares, dates and articles of law, each with its place, in
//! whatever way it is written.

use std::ops::Range;

use super::amount::{self, Amount, ReadAmount};
use super::days::{self, DayParts};
use super::letters::Letters;

/// What a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FigureValue {
    /// A number, whatever it counts.
    Number(Amount),
    /// So many per cent.
    Share(Amount),
    /// A date, whole or in part.
    Day(DayParts),
    /// An article of a law.
    Article(u64),
}

/// A figure of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// What it says; several where it can be read in several ways.
    pub(super) values: Vec<FigureValue>,
    /// Where it stands.
    pub(super) span: Range<usize>,
    /// Whether it plainly is one. What is not, such as "one" or "5G", is never missed anywhere.
    pub(super) firm: bool,
}

/// What people count in Japanese: a kanji numeral before one of these is a number.
const COUNTERS: [&str; 66] = [
    "人",
    "名",
    "円",
    "年",
    "月",
    "日",
    "時",
    "歳",
    "才",
    "条",
    "項",
    "号",
    "桁",
    "割",
    "回",
    "件",
    "筆",
    "通",
    "冊",
    "館",
    "校",
    "社",
    "団体",
    "か所",
    "ヶ所",
    "カ所",
    "箇所",
    "か国",
    "カ国",
    "週",
    "分",
    "秒",
    "か月",
    "ヶ月",
    "カ月",
    "ヵ月",
    "箇月",
    "ケ月",
    "パーセント",
    "%",
    "倍",
    "世帯",
    "軒",
    "台",
    "枚",
    "点",
    "票",
    "席",
    "床",
    "店",
    "種類",
    "番",
    "階",
    "代",
    "キロ",
    "メートル",
    "トン",
    "坪",
    "ドル",
    "つ",
    "議席",
    "自治体",
    "都道府県",
    "市町村",
    "カ条",
    "か条",
];
/// What English counts: a small number before one of these is a figure.
const ENGLISH_COUNTERS: [&str; 24] = [
    "year",
    "years",
    "month",
    "months",
    "week",
    "weeks",
    "day",
    "days",
    "hour",
    "hours",
    "minute",
    "minutes",
    "yen",
    "dollars",
    "digit",
    "digits",
    "people",
    "persons",
    "signatures",
    "members",
    "residents",
    "branches",
    "libraries",
    "percentage",
];

/// All figures of a text, in order.
pub(super) fn figures(text: &str) -> Vec<Figure> {
    let letters = Letters::of(text);
    let mut found: Vec<(Range<usize>, FoundFigure)> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let next = address(&letters, at)
            .or_else(|| figure(&letters, at).map(|figure| (Some(figure.0), figure.1)));
        let Some((figure, end)) = next.filter(|(_, end)| *end > at) else {
            at += 1;
            continue;
        };
        if let Some(figure) = figure {
            found.push((at..end, figure));
        }
        at = end;
    }
    mark_articles(&letters, &mut found);
    let figures = found.into_iter().map(|(place, figure)| Figure {
        values: figure.values,
        span: letters.span(place.start, place.end),
        firm: figure.firm,
    });
    figures.filter(|figure| !figure.values.is_empty()).collect()
}

/// What a number counts: the beginning of the text behind it, if that says so.
pub(super) fn counter(behind: &str) -> &str {
    let japanese = COUNTERS.iter().filter(|word| behind.starts_with(**word));
    let end = japanese.map(|word| word.len()).max();
    let english = || {
        let rest = behind.strip_prefix([' ', '-'])?;
        let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next()?;
        ENGLISH_COUNTERS.contains(&word).then(|| word.len() + 1)
    };
    &behind[..end.or_else(english).unwrap_or(0)]
}

/// What was found, before its place in the text is known.
struct FoundFigure {
    values: Vec<FigureValue>,
    firm: bool,
}

impl FoundFigure {
    fn firm(value: FigureValue) -> Self {
        Self {
            values: vec![value],
            firm: true,
        }
    }

    fn soft(value: FigureValue) -> Self {
        Self {
            values: vec![value],
            firm: false,
        }
    }
}

/// An address on the web or of a mail box, in which no figure is looked for; the letter behind it.
fn address(letters: &Letters, at: usize) -> Option<(Option<FoundFigure>, usize)> {
    let end = letters.any(at, &["http://", "https://", "www."])?;
    let inside = |at: &usize| letters.get(*at).is_some_and(|c| c.is_ascii_graphic());
    Some((None, end + (end..letters.len()).take_while(inside).count()))
}

/// The figure that begins at a letter, and the letter behind it.
fn figure(letters: &Letters, at: usize) -> Option<(FoundFigure, usize)> {
    let vague = letters.follows(at, &["数", "何", "幾"]);
    if !vague
        && let Some(read) = days::read(letters, at).filter(|read| is_free(letters, at, read.end))
    {
        let number = read.or_number.map(FigureValue::Number);
        let values = std::iter::once(FigureValue::Day(read.day)).chain(number);
        let figure = FoundFigure {
            values: values.collect(),
            firm: true,
        };
        return Some((figure, read.end));
    }
    if let Some(read) = article(letters, at) {
        return Some(read);
    }
    if let Some(read) = amount::read(letters, at) {
        let is_one = read.digits || !vague && is_counted(letters, at, read);
        let (figure, end) = numbered(letters, at, read);
        // What is no number is passed over as a whole: 十 in 二十 is none either.
        let figure = if is_one {
            figure
        } else {
            FoundFigure {
                values: Vec::new(),
                firm: false,
            }
        };
        let firm = figure.firm && !vague && letters.get(read.end) != Some('数');
        return Some((FoundFigure { firm, ..figure }, end));
    }
    words(letters, at)
}

/// Whether a date is not the middle of something else.
fn is_free(letters: &Letters, at: usize, end: usize) -> bool {
    let latin = letters.get(at).is_some_and(|c| c.is_ascii_alphabetic());
    let before = letters.before(at);
    let joined = before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        && letters.get(at).is_some_and(|c| c.is_ascii_digit());
    let goes_on = latin && letters.get(end).is_some_and(|c| c.is_ascii_alphanumeric());
    !joined && !goes_on
}

/// Whether kanji numerals count something and are no part of a word: 十三万筆, not 千葉 or 一本化.
fn is_counted(letters: &Letters, at: usize, read: ReadAmount) -> bool {
    let before = letters
        .before(at)
        .is_some_and(|c| "五十嵐唯統単同万".contains(c));
    let behind = letters.get(read.end);
    let kanji_behind = behind.is_some_and(is_kanji);
    let counter = letters.any(read.end, &COUNTERS).is_some();
    let one = read.amount == Amount::whole(1);
    // 十分 is enough, 三分 seldom time, and 千代 a name.
    let enough = read.kanji == 1 && matches!(behind, Some('分' | '代'));
    let counted = counter && !enough && !one;
    let law = one && matches!(behind, Some('条' | '割')) && !letters.follows(at, &["第"]);
    let long = read.kanji >= 2 && !kanji_behind && !letters.before(at).is_some_and(is_name_kanji);
    !before && (counted || law || long)
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '々')
}

/// A kanji that does not stand before numbers.
fn is_name_kanji(c: char) -> bool {
    is_kanji(c) && !"約計第満全各毎延総前後月年日時万億千百十".contains(c)
}

/// What a number is, by what stands around it; the letter behind all of it.
fn numbered(letters: &Letters, at: usize, read: ReadAmount) -> (FoundFigure, usize) {
    let ReadAmount { amount, end, .. } = read;
    if let Some((share, end)) = share(letters, amount, end) {
        return (FoundFigure::firm(FigureValue::Share(share)), end);
    }
    if let (Some(end), Some(article)) = (letters.word(end, "条"), amount.as_whole()) {
        return (FoundFigure::firm(FigureValue::Article(article)), end);
    }
    if let Some(behind) = letters.word(end, "分の")
        && let Some(part) = amount::read(letters, behind)
    {
        let of = part.amount.per_cent_of(amount).map(FigureValue::Share);
        let figure = FoundFigure {
            values: of.into_iter().collect(),
            firm: false,
        };
        return (figure, part.end);
    }
    if let Some(behind) = letters.word(end, "人に")
        && let Some(part) = amount::read(letters, behind)
        && let Some(share) = part.amount.per_cent_of(amount)
        && let Some(end) = letters.word(part.end, "人")
    {
        return (FoundFigure::firm(FigureValue::Share(share)), end);
    }
    let (amount, end) = scaled(letters, amount, end);
    if let Some((share, end)) = share(letters, amount, end) {
        return (FoundFigure::firm(FigureValue::Share(share)), end);
    }
    if let Some((share, end)) = out_of(letters, amount, end) {
        return (FoundFigure::firm(FigureValue::Share(share)), end);
    }
    let mut values = vec![FigureValue::Number(amount)];
    values.extend(hour(letters, at, amount, end).map(FigureValue::Number));
    let year = amount.as_whole().filter(|year| (1800..2200).contains(year));
    let plain = end - at == 4 && read.kanji == 0;
    values.extend(
        year.filter(|_| plain)
            .map(|year| FigureValue::Day(DayParts::of_year(year))),
    );
    let firm = amount != Amount::whole(1) && !is_part_of_word(letters, at, end);
    (FoundFigure { values, firm }, end)
}

/// `130 thousand`, `1.3 million`: the number and the letter behind it.
fn scaled(letters: &Letters, amount: Amount, end: usize) -> (Amount, usize) {
    let scale = letters.next_latin(end);
    let scale = scale.and_then(|(word, end)| Some((amount::english_scale(&word)?, end)));
    let more = scale.and_then(|(by, end)| Some((amount.times(by)?, end)));
    more.unwrap_or((amount, end))
}

/// A share in per cent or in 割, when its sign stands behind a number; the letter behind the sign.
fn share(letters: &Letters, amount: Amount, end: usize) -> Option<(Amount, usize)> {
    const SIGNS: [&str; 9] = [
        "%",
        " %",
        "パーセント",
        "ﾊﾟｰｾﾝﾄ",
        " per cent",
        " percent",
        "-per-cent",
        "-percent",
        " percentage",
    ];
    if let Some(end) = letters.any(end, &SIGNS) {
        return Some((amount, end));
    }
    let end = letters.word(end, "割")?;
    let tens = amount.times(10)?;
    let part = amount::read(letters, end);
    let part = part.and_then(|part| Some((part.amount, letters.word(part.end, "分")?)));
    Some(match part {
        Some((part, end)) => (tens.plus(part)?, end),
        None => (tens, end),
    })
}

/// `two in ten`, `3 out of 10`: the share, and the letter behind it.
fn out_of(letters: &Letters, part: Amount, end: usize) -> Option<(Amount, usize)> {
    let at = letters.any(end, &[" in ", " in every ", " out of ", " out of every "])?;
    let digits = amount::read(letters, at).filter(|read| read.digits);
    let digits = digits.map(|read| (read.amount, read.end));
    let (whole, end) = digits.or_else(|| amount::in_words(letters, at))?;
    let fits = part < whole && whole <= Amount::whole(1000);
    fits.then(|| Some((part.per_cent_of(whole)?, end)))?
}

/// The hour on the other dial, when a number tells the time of day.
fn hour(letters: &Letters, at: usize, amount: Amount, end: usize) -> Option<Amount> {
    const LATE: [&str; 6] = ["午後", "夜", "夕方", "晩", "夜の", "午後の"];
    let hour = amount.as_whole()?;
    let japanese = letters.word(end, "時").is_some();
    let english = letters.any(end, &[" p.m.", " pm", "pm", "p.m.", ":00 p", ":30 p"]);
    match hour {
        1..=11 if japanese && letters.follows(at, &LATE) || english.is_some() => {
            Some(Amount::whole(hour + 12))
        }
        13..=24 if japanese || letters.word(end, ":").is_some() => Some(Amount::whole(hour - 12)),
        _ => None,
    }
}

/// Whether digits are a part of a word, an ordinal or a longer code: `Covid-19`, `5G`, `3rd`,
/// `03-1234-5678`.
fn is_part_of_word(letters: &Letters, at: usize, end: usize) -> bool {
    const UNITS: [&str; 17] = [
        "s", "m", "km", "cm", "mm", "g", "kg", "l", "ml", "h", "k", "bn", "am", "pm", "yen", "a",
        "p",
    ];
    const PREFIXES: [&str; 6] = ["mid", "pre", "post", "early", "late", "over"];
    let before = letters.before(at);
    let behind = letters.get(end);
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let after_word = match before {
        Some(c) if c.is_ascii_alphabetic() => true,
        Some('-' | '.' | '/') => {
            let joined = at.checked_sub(2).and_then(|at| letters.get(at));
            let word = letters.latin_before(at - 1);
            digit(joined)
                || joined.is_some_and(|c| c.is_ascii_alphabetic())
                    && !PREFIXES.contains(&word.as_str())
        }
        _ => false,
    };
    let before_word = match behind {
        Some(c) if c.is_ascii_alphabetic() => {
            let all = (end..).map_while(|at| letters.get(at));
            let word: String = all.take_while(char::is_ascii_alphabetic).collect();
            !UNITS.contains(&word.as_str())
        }
        Some('-' | '/') => digit(letters.get(end + 1)),
        _ => false,
    };
    after_word || before_word
}

/// `第13条` is read as a number; this reads `Article 13`.
fn article(letters: &Letters, at: usize) -> Option<(FoundFigure, usize)> {
    let (word, end) = letters.latin(at)?;
    let gap = match word.as_str() {
        "article" | "articles" => letters.word(end, " ")?,
        "art" | "arts" => letters.word(end, ". ")?,
        _ => return None,
    };
    let read = amount::read(letters, gap).filter(|read| read.digits)?;
    let article = FigureValue::Article(read.amount.as_whole()?);
    Some((FoundFigure::firm(article), read.end))
}

/// Numbers in a list with an article are articles, too: `13、25条`, `Articles 13 and 25`.
fn mark_articles(letters: &Letters, found: &mut [(Range<usize>, FoundFigure)]) {
    const BETWEEN: [&str; 14] = [
        "、",
        "・",
        ",",
        ", ",
        " and ",
        ", and ",
        " or ",
        "と",
        "や",
        "及び",
        "および",
        "条、",
        "条と",
        "~",
    ];
    let article = |figure: &FoundFigure| {
        let mut values = figure.values.iter();
        values.any(|value| matches!(value, FigureValue::Article(_)))
    };
    let number = |figure: &FoundFigure| match figure.values.as_slice() {
        [FigureValue::Number(amount), ..] => amount.as_whole(),
        _ => None,
    };
    let joined = |one: &Range<usize>, next: &Range<usize>| {
        BETWEEN.contains(&letters.between(one.end, next.start).as_str())
    };
    for at in (1..found.len()).rev() {
        if article(&found[at].1) && joined(&found[at - 1].0, &found[at].0) {
            let also = number(&found[at - 1].1).map(FigureValue::Article);
            found[at - 1].1.values.extend(also);
        }
    }
    for at in 1..found.len() {
        if article(&found[at - 1].1) && joined(&found[at - 1].0, &found[at].0) {
            let also = number(&found[at].1).map(FigureValue::Article);
            found[at].1.values.extend(also);
        }
    }
}

/// A number in English words.
fn words(letters: &Letters, at: usize) -> Option<(FoundFigure, usize)> {
    let (word, end) = letters.latin(at)?;
    if let Some(number) = amount::ordinal(&word) {
        let number = FigureValue::Number(Amount::whole(number));
        return Some((FoundFigure::soft(number), end));
    }
    let (amount, end) = amount::in_words(letters, at)?;
    if let Some((share, end)) = share(letters, amount, end) {
        return Some((FoundFigure::firm(FigureValue::Share(share)), end));
    }
    if let Some((share, end)) = out_of(letters, amount, end) {
        return Some((FoundFigure::firm(FigureValue::Share(share)), end));
    }
    let counted = letters.next_latin(end).map(|(word, _)| word);
    let counted = counted.is_some_and(|word| ENGLISH_COUNTERS.contains(&word.as_str()));
    let firm = amount > Amount::whole(10) || counted && amount > Amount::whole(1);
    let mut values = vec![FigureValue::Number(amount)];
    values.extend(hour(letters, at, amount, end).map(FigureValue::Number));
    Some((FoundFigure { values, firm }, end))
}
