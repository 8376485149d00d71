//! Marks within a line, in full width or with a blank where none may stand: links, pictures,
//! furigana, notes, bold.

use std::fmt::Write;

use super::emphasis::marks_words;
use super::lines::BLANK;
use crate::base::{DocKind, is_unspaced};
use crate::source::fault::TextSlip;

/// The line with its marks as Markdown reads them. Code stays as it is.
pub(super) fn mended(line: &str, typos: &mut Vec<TextSlip>) -> String {
    outside_code(line, &mut |piece| text(piece, &RULES, typos))
}

/// The same of a row of a table, whose bars part its cells.
pub(super) fn mended_row(line: &str, typos: &mut Vec<TextSlip>) -> String {
    outside_code(line, &mut |piece| text(piece, &RULES[1..], typos))
}

fn outside_code(line: &str, mend: &mut dyn FnMut(&str) -> String) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(open) = rest.find('`') {
        let run = rest[open..].len() - rest[open..].trim_start_matches('`').len();
        let inner = open + run;
        let close = rest[inner..]
            .match_indices(&rest[open..inner])
            .map(|(at, _)| inner + at)
            .find(|at| {
                let behind = &rest[at + run..];
                !behind.starts_with('`') && !rest[..*at].ends_with('`')
            });
        let Some(close) = close else { break };
        out.push_str(&mend(&rest[..open]));
        out.push_str(&rest[open..close + run]);
        rest = &rest[close + run..];
    }
    out.push_str(&mend(rest));
    out
}

type MarkRule = (fn(&str) -> String, TextSlip);

const RULES: [MarkRule; 8] = [
    (bar_and_brackets, TextSlip::Furigana),
    (links, TextSlip::FullWidth),
    (wide_addresses, TextSlip::FullWidth),
    (paths, TextSlip::Link),
    (furigana, TextSlip::FullWidth),
    (stars, TextSlip::FullWidth),
    (tight_bold, TextSlip::Emphasis),
    (underscores, TextSlip::Emphasis),
];

fn text(written: &str, rules: &[MarkRule], typos: &mut Vec<TextSlip>) -> String {
    let mut out = written.to_owned();
    for (rule, typo) in rules {
        let right = rule(&out);
        if right != out {
            typos.push(*typo);
            out = right;
        }
    }
    out
}

/// Longer words or addresses, in bytes, are not looked for: time would grow with the square of a line.
const LONGEST_WORDS: usize = 2000;
/// The same for furigana and the labels of notes.
const LONGEST_RUBY: usize = 400;

/// The beginning of a text.
fn window(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// A link or picture in a line: where it begins, its words, its address and where it ends.
struct FoundLink<'t> {
    start: usize,
    is_picture: bool,
    /// Whether a blank parts its words from its address.
    is_parted: bool,
    words: &'t str,
    address: &'t str,
    end: usize,
}

/// The next of two signs behind a place that only moves on, so that no text is searched twice.
struct NextSign {
    signs: [char; 2],
    /// Where the text was searched from, and what was found.
    found: Option<(usize, Option<usize>)>,
}

impl NextSign {
    const fn new(signs: [char; 2]) -> Self {
        let found = None;
        Self { signs, found }
    }

    /// The next of the signs from a byte on, unless it is too far away.
    fn from(&mut self, text: &str, from: usize) -> Option<usize> {
        let known = self
            .found
            .filter(|(begin, at)| *begin <= from && at.is_none_or(|at| at >= from));
        let (begin, at) = known.unwrap_or_else(|| {
            let at = text[from..].find(self.signs).map(|at| from + at);
            (from, at)
        });
        self.found = Some((begin, at));
        at.filter(|at| at - from <= LONGEST_WORDS)
    }
}

/// The next link or picture from a byte on, in whichever brackets.
fn next_link(text: &str, from: usize) -> Option<FoundLink<'_>> {
    let (mut closes, mut parens) = (NextSign::new([']', '］']), NextSign::new([')', '）']));
    for (at, c) in text[from..]
        .char_indices()
        .filter(|(_, c)| matches!(c, '[' | '［'))
    {
        let open = from + at;
        let inner = open + c.len_utf8();
        let Some(close) = closes.from(text, inner) else {
            continue;
        };
        let behind = close + text[close..].chars().next().map_or(0, char::len_utf8);
        let blank = text[behind..].chars().next().filter(|c| BLANK.contains(c));
        let behind = behind + blank.map_or(0, char::len_utf8);
        let Some(paren) = text[behind..]
            .chars()
            .next()
            .filter(|c| matches!(c, '(' | '（'))
        else {
            continue;
        };
        let address_at = behind + paren.len_utf8();
        if parens.from(text, address_at).is_none() {
            continue;
        }
        let Some((address, end)) = to_the_paren(text, address_at, paren) else {
            continue;
        };
        // What stands in brackets behind a blank may be a remark.
        if blank.is_some() && !has_scheme(address) {
            continue;
        }
        let signs = ['!', '！'];
        let (lead, above) = (&text[..open], text[..open].trim_end_matches(BLANK));
        let is_parted = lead != above;
        // `! [図](zu.png)`; behind a word, the sign ends a sentence.
        let is_picture = lead.ends_with(signs)
            || is_parted && is_file_of_picture(address) && matches!(above, "!" | "！");
        let start = match above.chars().next_back().filter(|_| is_picture) {
            Some(sign) => above.len() - sign.len_utf8(),
            None => open,
        };
        return Some(FoundLink {
            start,
            is_picture,
            is_parted: blank.is_some() || is_picture && is_parted,
            words: &text[inner..close],
            address,
            end,
        });
    }
    None
}

/// Whether an address is a picture's by its ending.
fn is_file_of_picture(address: &str) -> bool {
    const ENDINGS: [&str; 6] = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"];
    let address = address.to_ascii_lowercase();
    ENDINGS.iter().any(|ending| address.ends_with(ending))
}

/// The address from a byte on, and the byte behind the bracket that closes it: the fitting one, of
/// the same width if there is one.
fn to_the_paren(text: &str, from: usize, open: char) -> Option<(&str, usize)> {
    let close = if open == '(' { ')' } else { '）' };
    let other = if open == '(' { '）' } else { ')' };
    let mut depth = 0;
    let near = window(&text[from..], LONGEST_WORDS);
    for (at, c) in near.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close && depth == 0 {
            return Some((&text[from..from + at], from + at + c.len_utf8()));
        } else if c == close {
            depth -= 1;
        }
    }
    let at = from + near.find(other)?;
    Some((&text[from..at], at + other.len_utf8()))
}

const SCHEMES: [&str; 11] = [
    "https",
    "http",
    "mailto",
    "tel",
    "topic",
    "speaker",
    "statement",
    "event",
    "leaflet",
    "page",
    "ftp",
];

const ENDINGS: [&str; 13] = [
    ".md", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".heic", ".html", ".htm", ".pdf",
    ".tif", ".bmp",
];

/// Whether an address is certainly one: of the web or of mail, or the name of a thing of the site.
fn has_scheme(written: &str) -> bool {
    let narrow = crate::base::narrowed(window(written, LONGEST_WORDS)).to_ascii_lowercase();
    let narrow = narrow.trim();
    let is_address = ["https:", "http:", "mailto:"]
        .iter()
        .any(|own| narrow.starts_with(own));
    let name = own_name(narrow);
    let begins = |own: String| {
        let name = own.split_once(':').map_or("", |(_, name)| name);
        name.starts_with(|c: char| c.is_ascii_alphabetic())
    };
    is_address || name.is_some_and(begins)
}

/// `https：//` as `https://`, and what follows it up to its end.
fn wide_addresses(text: &str) -> String {
    // Letters beyond ASCII in an address stay as they are, and so do the sentence's own signs.
    let is_part = |c: char| matches!(c, '!'..='~' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '／' | '．' | '－' | '＿' | '＝' | '＃');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('：') {
        let (before, behind) = (&rest[..at], &rest[at + '：'.len_utf8()..]);
        let begin = before
            .char_indices()
            .rev()
            .take(5)
            .map(|(at, _)| at)
            .find(|at| {
                let scheme = crate::base::narrowed(&before[*at..]).to_ascii_lowercase();
                let is_begun = before[..*at]
                    .chars()
                    .next_back()
                    .is_none_or(|c| !c.is_ascii_alphanumeric());
                matches!(scheme.as_str(), "http" | "https") && is_begun
            });
        let slashes = ["//", "／／"];
        let Some(begin) = begin.filter(|_| slashes.iter().any(|own| behind.starts_with(own)))
        else {
            out.push_str(&rest[..at + '：'.len_utf8()]);
            rest = behind;
            continue;
        };
        let end = behind.find(|c| !is_part(c));
        let (address, after) = behind.split_at(end.unwrap_or(behind.len()));
        out.push_str(&before[..begin]);
        out.push_str(&crate::base::narrowed(&before[begin..]).to_ascii_lowercase());
        out.push(':');
        out.push_str(&crate::base::narrowed(address));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// An address in half width, when the text is certainly one.
fn address(written: &str) -> Option<String> {
    let text = written.trim_matches(BLANK);
    if text.is_empty() || text.contains(['。', '、', '「', '\n']) {
        return None;
    }
    let narrow = crate::base::narrowed(text);
    if let Some((scheme, rest)) = narrow.split_once(':')
        && SCHEMES.contains(&scheme.to_ascii_lowercase().as_str())
    {
        // Letters beyond ASCII in an address of the web stay as they are.
        let is_web = scheme.to_ascii_lowercase().starts_with("http") && !text.contains('：');
        let kept = if is_web {
            text.to_owned()
        } else {
            format!("{scheme}:{rest}")
        };
        return Some(kept);
    }
    let slashed = text.replace('／', "/").replace('＃', "#");
    let lower = slashed.to_lowercase();
    let path = lower
        .split(['#', '"'])
        .next()
        .unwrap_or_default()
        .trim_end();
    let is_path = slashed.starts_with("./")
        || slashed.starts_with("../")
        || ENDINGS.iter().any(|end| path.ends_with(end));
    let is_fragment = slashed
        .strip_prefix('#')
        .is_some_and(|f| f.starts_with(|c: char| c.is_ascii_alphabetic()));
    (is_path || is_fragment).then_some(slashed)
}

/// Links, pictures and notes in full-width brackets.
fn links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = next_link(text, at) {
        out.push_str(&text[at..found.start]);
        let written = &text[found.start..found.end];
        let mark = if found.is_picture { "!" } else { "" };
        match address(found.address) {
            Some(right) => {
                let kept = || found.address.to_owned();
                let is_wide = found.is_parted || is_wide(written) || is_wide_address(found.address);
                let address = if is_wide { right } else { kept() };
                let _ = write!(out, "{mark}[{}]({address})", found.words);
            }
            None => out.push_str(written),
        }
        at = found.end;
    }
    out.push_str(&text[at..]);
    notes(&out)
}

/// Whether an address is certainly one and has signs in full width that no address has.
fn is_wide_address(written: &str) -> bool {
    let narrow = crate::base::narrowed(written);
    if narrow != written && own_name(written).is_some() {
        return true;
    }
    let is_mail = narrow.starts_with("mailto:") && narrow.contains('@') && !written.contains('@');
    let is_web = |text: &str| text.starts_with("https://") || text.starts_with("http://");
    is_mail || is_web(&narrow) && !is_web(written)
}

/// Whether a link as written has a mark in full width outside its words.
fn is_wide(written: &str) -> bool {
    written.starts_with(['［', '！'])
        || written.contains("］(")
        || written.contains("］（")
        || written.contains("](（")
        || written.contains("]（")
        || written.ends_with('）')
}

/// `［＾１］` as `[^1]`, and the colon behind it where the note itself begins.
fn notes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['[', '［']) {
        let inner = open + rest[open..].chars().next().map_or(0, char::len_utf8);
        let label = rest[inner..].strip_prefix(['^', '＾']).and_then(|behind| {
            let close = window(behind, LONGEST_RUBY).find([']', '］'])?;
            let label = crate::base::narrowed(&behind[..close]).into_owned();
            let fits =
                !label.is_empty() && label.len() <= 20 && !label.contains(char::is_whitespace);
            let tail = &behind[close + behind[close..].chars().next().map_or(0, char::len_utf8)..];
            fits.then_some((label, tail))
        });
        match label {
            Some((label, tail)) => {
                out.push_str(&rest[..open]);
                let _ = write!(out, "[^{label}]");
                rest = tail;
                if let (true, Some(note)) = (
                    out.trim_start().len() == label.len() + 3,
                    tail.strip_prefix('：'),
                ) {
                    out.push_str(": ");
                    rest = note.trim_start_matches(BLANK);
                }
            }
            None => {
                out.push_str(&rest[..inner]);
                rest = &rest[inner..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// `topic:privacy` and its like, as it is read.
fn own_name(written: &str) -> Option<String> {
    let narrow = crate::base::narrowed(written);
    let (scheme, name) = narrow.split_once(':')?;
    let (scheme, name) = (scheme.trim().to_ascii_lowercase(), name.trim());
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '#' | '.' | '_');
    let is_own =
        DocKind::of_scheme(&scheme).is_some() && !name.is_empty() && name.chars().all(is_name);
    is_own.then(|| format!("{scheme}:{name}"))
}

/// Paths with spaces in angle brackets, without which the address would end at the space; names of the
/// site's own things without spaces, and with a colon in half width.
fn paths(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = next_link(text, at) {
        out.push_str(&text[at..found.start]);
        let path = found.address.trim();
        let is_bare = path.contains(' ')
            && !path.starts_with('<')
            && !path.contains(['"', '\'', '<', '>', '(']);
        if let Some(own) = own_name(path).filter(|own| !own.eq_ignore_ascii_case(found.address)) {
            let mark = if found.is_picture { "!" } else { "" };
            let _ = write!(out, "{mark}[{}]({own})", found.words);
        } else if is_bare && address(path).is_some() {
            let mark = if found.is_picture { "!" } else { "" };
            let _ = write!(out, "{mark}[{}](<{path}>)", found.words);
        } else {
            out.push_str(&text[found.start..found.end]);
        }
        at = found.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Furigana with a mark in full width.
pub(in crate::source::mend) fn furigana(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['{', '｛']) {
        let inner = open + rest[open..].chars().next().map_or(0, char::len_utf8);
        let near = window(&rest[inner..], LONGEST_RUBY);
        let ruby = near.find(['}', '｝']).and_then(|close| {
            let close = inner + close;
            let right = ruby(&rest[inner..close])?;
            Some((
                right,
                close + rest[close..].chars().next().map_or(0, char::len_utf8),
            ))
        });
        let Some((right, end)) = ruby else {
            out.push_str(&rest[..inner]);
            rest = &rest[inner..];
            continue;
        };
        out.push_str(&rest[..open]);
        out.push_str(&right);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// `漢字｜かんじ` between braces, in half width; `None` when it is something else.
fn ruby(inside: &str) -> Option<String> {
    if inside.chars().count() > 80 || inside.contains("\\|") {
        return None;
    }
    let mut parts = inside
        .split(['|', '｜'])
        .map(|part| part.trim_matches(BLANK));
    let base = parts
        .next()
        .filter(|base| !base.is_empty() && !base.contains(['{', '｛']))?;
    let readings: Vec<&str> = parts.collect();
    let is_kana = |c: char| {
        matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3000}' | ' ' | '-' | '\'')
            || c.is_ascii_alphabetic()
    };
    let fits = |reading: &&str| !reading.is_empty() && reading.chars().all(is_kana);
    (!readings.is_empty() && readings.iter().all(fits)).then(|| {
        if inside.contains('｜') {
            format!("{{{base}|{}}}", readings.join("|"))
        } else {
            format!("{{{inside}}}")
        }
    })
}

/// `｜漢字《かんじ》`, as books are typed, as `{漢字|かんじ}`.
fn bar_and_brackets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, bar)) = rest.char_indices().find(|(_, c)| matches!(c, '｜' | '|')) {
        let inner = &rest[at + bar.len_utf8()..];
        let ruby = window(inner, LONGEST_RUBY).find('》').and_then(|close| {
            let (base, reading) = inner[..close].split_once('《')?;
            let is_base = !base.is_empty() && base.chars().all(char::is_alphanumeric);
            ruby(&format!("{base}|{reading}")).filter(|_| is_base)
        });
        out.push_str(&rest[..at]);
        match ruby {
            Some(ruby) => {
                out.push_str(&ruby);
                rest = inner.split_once('》').map_or("", |(_, behind)| behind);
            }
            None => {
                out.push(bar);
                rest = inner;
            }
        }
    }
    out.push_str(rest);
    out
}

/// `＊＊太字＊＊` as `**太字**`; a right mark is of such a pair where each kind has one too many.
fn stars(text: &str) -> String {
    const RIGHT: &str = "**";
    const WIDE: &str = "＊＊";
    let is_odd = |mark: &str| text.matches(mark).count() % 2 == 1;
    let mixes = is_odd(RIGHT) && is_odd(WIDE);
    let is_sign = |c: char| matches!(c, '*' | '＊');
    let next = |text: &str| {
        let mut signs = text.char_indices().filter(|(_, c)| is_sign(*c));
        signs.find_map(|(at, _)| {
            let mark = [WIDE, RIGHT]
                .into_iter()
                .find(|mark| text[at..].starts_with(mark))?;
            Some((at, mark.len()))
        })
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((open, long)) = next(rest) {
        let inner = open + long;
        let close = next(&rest[inner..]).map(|(at, long)| (inner + at, long));
        let Some((at, its)) = close else { break };
        let (words, end) = (&rest[inner..at], at + its);
        let wide = [&rest[open..inner], &rest[at..end]].map(|mark| mark == WIDE);
        let is_wide = wide.contains(&true);
        let before = &text[..text.len() - rest.len() + open];
        let is_pair = !words.trim_matches(BLANK).is_empty()
            && !words.contains(is_sign)
            && !before.ends_with(is_sign)
            && !rest[end..].starts_with(is_sign)
            && !marks_words(before, words, &rest[end..], RIGHT)
            && (mixes || !wide.contains(&false));
        if is_wide && is_pair {
            out.push_str(&rest[..open]);
            let _ = write!(out, "{RIGHT}{}{RIGHT}", words.trim_matches(BLANK));
            rest = &rest[end..];
        } else {
            let kept = if is_wide { inner } else { end };
            out.push_str(&rest[..kept]);
            rest = &rest[kept..];
        }
    }
    out.push_str(rest);
    out
}

/// `** 太字 **` without the blanks inside, with which it would not be bold.
fn tight_bold(text: &str) -> String {
    let pieces: Vec<&str> = text.split("**").collect();
    let is_paired = pieces.len() % 2 == 1 && !text.contains("***");
    let is_loose = |inside: &str| {
        inside.trim_matches(BLANK).len() < inside.len() && !inside.trim_matches(BLANK).is_empty()
    };
    if !is_paired
        || !pieces
            .iter()
            .skip(1)
            .step_by(2)
            .any(|inside| is_loose(inside))
    {
        return text.to_owned();
    }
    let tight: Vec<&str> = pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| {
            if at % 2 == 1 && is_loose(piece) {
                piece.trim_matches(BLANK)
            } else {
                piece
            }
        })
        .collect();
    tight.join("**")
}

/// `は__大事__です` as `は**大事**です`: between letters, lines below are no marks. Two of them may also be
/// left to be filled in, `第__回`, which nothing but a particle or a mark tells apart.
fn underscores(text: &str) -> String {
    const MARK: &str = "__";
    const JOINED: [char; 14] = [
        'は', 'が', 'を', 'に', 'の', 'も', 'と', 'で', 'へ', 'な', 'だ', '、', '。', '」',
    ];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(MARK) {
        let near = window(behind, LONGEST_RUBY);
        let found = near.split_once(MARK).filter(|(inside, _)| {
            let after = &behind[inside.len() + MARK.len()..];
            let is_tight = inside.trim_matches(BLANK) == *inside && !inside.contains('_');
            let begins = before.chars().next_back();
            let is_lone = !before.ends_with('_') && !after.starts_with('_');
            let is_words = inside.contains(is_unspaced) && inside.contains(char::is_alphabetic);
            let is_beside = after.starts_with(JOINED)
                || after.is_empty() && begins.is_some_and(|c| JOINED.contains(&c));
            is_tight && is_lone && is_words && is_beside
        });
        out.push_str(before);
        match found {
            Some((inside, _)) => {
                let _ = write!(out, "**{inside}**");
                rest = &behind[inside.len() + MARK.len()..];
            }
            None => {
                out.push_str(MARK);
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out
}
