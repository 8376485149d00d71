//! Numbers as they are written in Japanese and English, in digits, kanji and words.

use super::letters::Letters;

/// A number in millionths, so that decimals are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Amount(u128);

const ONE: u128 = 1_000_000;
/// More digits than these count nothing that a statement speaks of.
const MOST_DIGITS: usize = 18;

impl Amount {
    pub(super) const fn whole(number: u64) -> Self {
        Self(number as u128 * ONE)
    }

    /// The number, if it is a whole one.
    pub(super) fn as_whole(self) -> Option<u64> {
        let whole = (self.0 / ONE).try_into().ok()?;
        self.0.is_multiple_of(ONE).then_some(whole)
    }

    pub(super) fn times(self, by: u128) -> Option<Self> {
        self.0.checked_mul(by).map(Self)
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// How many per cent this is of another number, when that comes out even.
    pub(super) fn per_cent_of(self, whole: Self) -> Option<Self> {
        let share = self.0.checked_mul(100 * ONE)?;
        let even = whole.0 > 0 && self.0 <= whole.0 && share.is_multiple_of(whole.0);
        even.then(|| Self(share / whole.0))
    }
}

/// A number that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ReadAmount {
    pub(super) amount: Amount,
    /// The letter behind it.
    pub(super) end: usize,
    /// Whether digits say it, not only kanji.
    pub(super) digits: bool,
    /// How many kanji numerals stand in it.
    pub(super) kanji: usize,
}

/// The value of a kanji numeral from 〇 to 九.
fn numeral(c: char) -> Option<u128> {
    let at = "〇一二三四五六七八九".chars().position(|n| n == c)?;
    u128::try_from(at).ok()
}

/// 十, 百 and 千.
fn small_scale(c: char) -> Option<u128> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        _ => None,
    }
}

/// 万, 億 and 兆.
fn large_scale(c: char) -> Option<u128> {
    match c {
        '万' => Some(10_000),
        '億' => Some(100_000_000),
        '兆' => Some(1_000_000_000_000),
        _ => None,
    }
}

/// What has been said of a number so far.
#[derive(Default)]
struct Counted {
    total: Option<Amount>,
    section: Option<Amount>,
    current: Option<Amount>,
    /// Whether kanji said what is current.
    in_kanji: bool,
}

impl Counted {
    /// Takes a 十, 百 or 千.
    fn scale(&mut self, by: u128) -> Option<()> {
        let one = Amount(ONE);
        let more = self.current.take().unwrap_or(one).times(by)?;
        self.section = Some(sum(self.section, Some(more))?);
        Some(())
    }

    /// Takes a 万, 億 or 兆.
    fn close(&mut self, by: u128) -> Option<()> {
        let section = sum(self.section.take(), self.current.take())?;
        self.total = Some(sum(self.total, Some(section.times(by)?))?);
        Some(())
    }

    fn all(&self) -> Option<Amount> {
        let section = sum(self.section, self.current);
        match (self.total, section) {
            (total @ Some(_), section @ Some(_)) => sum(total, section),
            (one, other) => one.or(other),
        }
    }
}

/// The sum of what is there; `None` when nothing is, or when it is too large.
fn sum(one: Option<Amount>, other: Option<Amount>) -> Option<Amount> {
    match (one, other) {
        (Some(one), Some(other)) => one.plus(other),
        (one, other) => one.or(other),
    }
}

/// The number that begins at a letter: `13万`, `1,234.5`, `十三万`, `二〇二二`, `1.5億`.
pub(super) fn read(letters: &Letters, start: usize) -> Option<ReadAmount> {
    let mut counted = Counted::default();
    let (mut at, mut digits, mut kanji) = (start, false, 0);
    while let Some(c) = letters.get(at) {
        let more = if c.is_ascii_digit() {
            if counted.current.is_some() {
                break;
            }
            let (amount, end) = literal(letters, at)?;
            (counted.current, counted.in_kanji) = (Some(amount), false);
            (digits, at) = (true, end);
            continue;
        } else if let Some(value) = numeral(c) {
            match counted.current {
                Some(_) if !counted.in_kanji => break,
                Some(before) => {
                    let next = Amount(value * ONE);
                    counted.current = Some(before.times(10)?.plus(next)?);
                }
                None => counted.current = Some(Amount(value * ONE)),
            }
            counted.in_kanji = true;
            Some(())
        } else if let Some(by) = small_scale(c) {
            counted.scale(by)
        } else if let Some(by) = large_scale(c) {
            // A 万 without a number before it counts nothing.
            if counted.section.is_none() && counted.current.is_none() {
                break;
            }
            counted.close(by)
        } else {
            break;
        };
        more?;
        kanji += 1;
        at += 1;
        if kanji > MOST_DIGITS {
            return None;
        }
    }
    Some(ReadAmount {
        amount: counted.all()?,
        end: at,
        digits,
        kanji,
    })
}

/// A number in digits, with separators of thousands and decimals; the letter behind it.
fn literal(letters: &Letters, start: usize) -> Option<(Amount, usize)> {
    let digit = |at: usize| letters.get(at)?.to_digit(10).map(u128::from);
    let three = |at: usize| (at..at + 3).all(|at| digit(at).is_some()) && digit(at + 3).is_none();
    let (mut value, mut at, mut count) = (0_u128, start, 0);
    loop {
        if let Some(next) = digit(at) {
            value = value * 10 + next;
            at += 1;
            count += 1;
        } else if letters.get(at) == Some(',') && three(at + 1) && count > 0 {
            at += 1;
        } else {
            break;
        }
        if count > MOST_DIGITS {
            return None;
        }
    }
    let mut amount = value * ONE;
    if letters.get(at) == Some('.') && digit(at + 1).is_some() {
        let mut part = ONE / 10;
        at += 1;
        while let Some(next) = digit(at) {
            amount += next * part;
            part /= 10;
            at += 1;
        }
    }
    Some((Amount(amount), at))
}

/// The English words below twenty, each at its number.
pub(super) const UNITS: [&str; 20] = [
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
/// Those of the tens from twenty.
pub(super) const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// What an English word below a hundred counts.
fn unit(word: &str) -> Option<u64> {
    let small = UNITS.iter().position(|unit| *unit == word);
    let tens = || Some((TENS.iter().position(|ten| *ten == word)? + 2) * 10);
    u64::try_from(small.or_else(tens)?).ok()
}

/// What an English word multiplies by.
pub(super) fn english_scale(word: &str) -> Option<u128> {
    match word {
        "thousand" => Some(1_000),
        "million" => Some(1_000_000),
        "billion" => Some(1_000_000_000),
        "trillion" => Some(1_000_000_000_000),
        _ => None,
    }
}

/// The number in English words that begins at a letter: `seventy-five`, `one hundred and thirty
/// thousand`; with the letter behind it.
pub(super) fn in_words(letters: &Letters, start: usize) -> Option<(Amount, usize)> {
    let (first, mut end) = letters.latin(start)?;
    let (mut total, mut section) = (0_u64, unit(&first)?);
    let mut last = section;
    while let Some((word, behind)) = letters.next_latin(end) {
        if word == "hundred" && (1..100).contains(&section) {
            section *= 100;
            last = 100;
        } else if let Some(by) = english_scale(&word).and_then(|by| u64::try_from(by).ok()) {
            total = total.checked_add(section.checked_mul(by)?)?;
            (section, last) = (0, by);
        } else if word == "and" && last >= 100 {
            let next = letters.next_latin(behind);
            let Some((value, behind)) = next.and_then(|(word, at)| Some((unit(&word)?, at))) else {
                break;
            };
            (section, last, end) = (section.checked_add(value)?, value, behind);
            continue;
        } else if let Some(value) = unit(&word).filter(|value| fits_behind(*value, last)) {
            section = section.checked_add(value)?;
            last = value;
        } else {
            break;
        }
        end = behind;
    }
    Some((Amount::whole(total.checked_add(section)?), end))
}

/// Whether a number goes on with a value: `seventy` with `five`, `hundred` with `twelve`.
const fn fits_behind(value: u64, last: u64) -> bool {
    let tens = last >= 20 && last < 100;
    tens && value >= 1 && value < 10 || last >= 100 && value >= 1
}

/// What an English ordinal counts.
pub(super) fn ordinal(word: &str) -> Option<u64> {
    const ALL: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth",
    ];
    let at = ALL.iter().position(|ordinal| *ordinal == word)?;
    u64::try_from(at + 1).ok()
}
