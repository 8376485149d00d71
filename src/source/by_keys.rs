//! Mistakes in front matter that cannot be parsed which only the keys tell that there are.

use std::collections::BTreeSet;

use super::escapes::doubled;
use super::fault::YamlFault;
use super::front_matter::lines;
use super::key::{KeySpec, ValueType, find, meant};
use super::quoted::{quoted, safe};
use crate::base::{Lang, Slug, Span, narrowed};

/// A line that says something.
#[derive(Clone, Copy)]
struct WrittenLine<'t> {
    /// How many blanks lead it; a tab is none.
    indent: usize,
    /// Where it says something.
    start: usize,
    content: &'t str,
}

impl<'t> WrittenLine<'t> {
    fn lead(self) -> String {
        " ".repeat(self.indent)
    }

    fn span(self) -> Span {
        Span::new(self.start, self.start + self.content.len())
    }

    /// Key and value, parted as they have to be.
    fn pair(self) -> Option<(&'t str, &'t str)> {
        let bare = self.content.strip_suffix(':').map(|key| (key, ""));
        let (key, value) = self.content.split_once(": ").or(bare)?;
        Some((key, value.trim()))
    }
}

/// What a key of the table, with which a piece of front matter begins, makes of the lines below it.
struct KeyedPiece<'t> {
    lines: Vec<WrittenLine<'t>>,
    table: &'t [KeySpec],
    /// What the first line holds.
    holds: Option<ValueType>,
}

/// What stands before the first colon of each line that has one.
pub(super) fn written(text: &str) -> BTreeSet<&str> {
    let begins = text.lines().filter_map(|line| line.split_once(':'));
    begins.map(|(begin, _)| begin).collect()
}

/// What is wrong with a piece of front matter `text`, which begins at a line that is not indented;
/// the lines of all of it begin as is `written`.
pub(super) fn explain(
    text: &str,
    table: &[KeySpec],
    written: &BTreeSet<&str>,
) -> Option<(YamlFault, Span)> {
    let lines: Vec<WrittenLine<'_>> = lines(text)
        .map(|(at, line)| WrittenLine {
            start: at + line.len() - line.trim_start().len(),
            indent: line.len() - line.trim_start_matches(' ').len(),
            content: line.trim(),
        })
        .filter(|line| !line.content.is_empty() && !line.content.starts_with('#'))
        .collect();
    let first = lines.first()?;
    let holds = first
        .pair()
        .and_then(|(key, _)| Some(find(table, key)?.holds));
    let piece = KeyedPiece {
        lines,
        table,
        holds,
    };
    let indents = piece.uneven();
    (0..piece.lines.len()).find_map(|at| {
        let line = piece.lines[at];
        let uneven =
            |indent: usize| YamlFault::Uneven(format!("{}{}", " ".repeat(indent), line.content));
        let fault = piece
            .value_above_keys(at)
            .or_else(|| piece.without_colon(at, written))
            .or_else(|| piece.without_parent(at, written))
            .or_else(|| hash_in_list(line))
            .or_else(|| backslash(line))
            .or_else(|| indents[at].map(uneven))?;
        Some((fault, line.span()))
    })
}

impl KeyedPiece<'_> {
    /// What may stand on a line.
    fn keys(&self, line: WrittenLine<'_>) -> &[KeySpec] {
        match self.holds {
            _ if line.indent == 0 => self.table,
            Some(ValueType::Map(inner)) => inner,
            _ => &[],
        }
    }

    /// A key with a value, and its own keys or languages below it.
    fn value_above_keys(&self, at: usize) -> Option<YamlFault> {
        let (line, next) = (self.lines[at], *self.lines.get(at + 1)?);
        let (key, value) = line.pair()?;
        let opens = value.starts_with(['|', '>', '[', '{', '&', '*', '!']);
        let is_open = ['"', '\'']
            .iter()
            .any(|mark| value.starts_with(*mark) && (value.len() < 2 || !value.ends_with(*mark)));
        if value.is_empty()
            || value.starts_with('#')
            || opens
            || is_open
            || next.indent <= line.indent
        {
            return None;
        }
        let holds = find(self.keys(line), key)?.holds;
        let below = self.lines[at + 1..].iter();
        let below = below.take_while(|below| below.indent > line.indent);
        let keys: Vec<&str> = below.filter_map(|below| Some(below.pair()?.0)).collect();
        let is_free = |key: &&str| !keys.contains(key);
        let belongs = |key: &&str| match holds {
            ValueType::Map(inner) => find(inner, key).is_some(),
            ValueType::Local => Lang::parse(key).is_some_and(|lang| lang.is_named()),
            _ => false,
        };
        if !next.pair().is_some_and(|(key, _)| belongs(&key)) {
            return None;
        }
        let own = match holds {
            ValueType::Map(inner) => inner.first().map(|key| key.name),
            _ if value.is_ascii() => Some("en"),
            _ => Some("ja"),
        };
        let lead = next.lead();
        let inner = match own.filter(is_free) {
            Some(own) => format!("{lead}{own}: {value}"),
            None => format!("{lead}# {value}"),
        };
        Some(YamlFault::ValueAboveKeys {
            key: key.to_owned(),
            right: format!("{}{key}:\n{inner}", line.lead()),
        })
    }

    /// A line that begins with a key, and has no colon.
    fn without_colon(&self, at: usize, written: &BTreeSet<&str>) -> Option<YamlFault> {
        let line = self.lines[at];
        let level = self.lines.get(1).map_or(0, |line| line.indent);
        if line.content.contains([':', '：']) || at > 0 && line.indent != level {
            return None;
        }
        let (word, value) = at_sign_for_colon(line.content);
        let narrow = narrowed(word).to_ascii_lowercase();
        let keys = self.keys(line);
        let key = find(keys, &narrow).or_else(|| meant(keys, word))?.name;
        let begin = format!("{}{key}", line.lead());
        if written.contains(begin.as_str()) {
            return None;
        }
        let value = if value.is_empty() {
            String::new()
        } else {
            format!(" {}", safe(value))
        };
        // A line of English may begin with such a word, too.
        let more = narrow == word
            && value
                .trim_start()
                .starts_with(|c: char| c.is_ascii_lowercase());
        Some(YamlFault::ColonForgotten {
            key: word.to_owned(),
            right: format!("{begin}:{value}"),
            continued: more.then(|| format!("{}  {}", line.lead(), line.content)),
        })
    }

    /// Lines that are indented below a key that holds no keys, and are those of another.
    fn without_parent(&self, at: usize, written: &BTreeSet<&str>) -> Option<YamlFault> {
        let line = self.lines[at];
        let is_below = at > 0 && line.indent > 0 && self.lines[at - 1].indent < line.indent;
        let takes_keys = matches!(
            self.holds?,
            ValueType::Map(_) | ValueType::Maps(_) | ValueType::Local | ValueType::Glossary
        );
        if !is_below || takes_keys {
            return None;
        }
        let key = line.pair()?.0;
        if find(self.table, key).is_some() {
            return None;
        }
        let below = self.lines[at..].iter();
        let below = below.take_while(|own| own.indent >= line.indent);
        let beside = below.filter(|own| own.indent == line.indent);
        let keys: Vec<&str> = beside.filter_map(|own| Some(own.pair()?.0)).collect();
        let mut parents = self.table.iter().filter(|parent| match parent.holds {
            ValueType::Map(inner) => {
                keys.iter().all(|key| find(inner, key).is_some()) && !written.contains(parent.name)
            }
            _ => false,
        });
        let parent = parents.next().filter(|_| parents.next().is_none())?.name;
        Some(YamlFault::WithoutParent {
            parent: parent.to_owned(),
            right: format!("{parent}:\n{}{}", line.lead(), line.content),
        })
    }

    /// Of each line that is a key whose indentation is that of no line above it, the one it should have.
    fn uneven(&self) -> Vec<Option<usize>> {
        let mut open: Vec<usize> = Vec::new();
        let mut is_text = false;
        let lines = self.lines.iter().map(|line| {
            let pair = line.pair();
            let right = open.iter().rfind(|indent| **indent <= line.indent);
            let right = right.filter(|own| **own < line.indent && open.last() != Some(*own));
            let right = right.filter(|_| pair.is_some() && !is_text).copied();
            // What stands in a text in several lines has any indentation.
            let value = pair.map_or("", |(_, value)| value);
            let is_closed = value.len() > 1 && value.ends_with(['"', '\'', ']', '}']);
            is_text |= value.starts_with(['|', '>', '"', '\'', '[', '{']) && !is_closed;
            while open.last().is_some_and(|indent| *indent >= line.indent) {
                open.pop();
            }
            open.push(line.indent);
            right
        });
        lines.collect()
    }
}

/// A line parted at what somebody typed for the colon behind its first word: blanks, a dash or `=`.
fn at_sign_for_colon(content: &str) -> (&str, &str) {
    let blank = [' ', '\u{3000}', '\t', '=', '＝'];
    let dashes = ['-', '－', '–', '—', '―', '→', ';', '；'];
    // `well-known` is a word; what stands behind a dash that is a colon is apart from it or Japanese.
    let is_sign = |(at, c): &(usize, char)| {
        let behind = content[at + c.len_utf8()..].chars().next();
        let is_apart = behind.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '-');
        blank.contains(c) || dashes.contains(c) && is_apart
    };
    let end = content.char_indices().find(is_sign);
    let (word, rest) = content.split_at(end.map_or(content.len(), |(at, _)| at));
    let value = rest.trim_start_matches(blank);
    let value = match value.chars().next() {
        Some(c) if dashes.contains(&c) => {
            let behind = value[c.len_utf8()..].trim_start_matches(blank);
            let is_apart = behind.len() + c.len_utf8() < value.len();
            // `-5` is a number, `affiliation - 会` a colon.
            if is_apart || !behind.starts_with(|c: char| c.is_ascii_digit()) {
                behind
            } else {
                value
            }
        }
        _ => value,
    };
    (word, value)
}

/// A list in brackets that a remark cuts off.
fn hash_in_list(line: WrittenLine<'_>) -> Option<YamlFault> {
    let (key, value) = line.pair()?;
    let list = value.strip_prefix('[')?;
    let (list, _) = list.split_at(list.rfind(']')?);
    let is_cut = |item: &&str| item.contains(" #") || item.trim_start().starts_with('#');
    let items: Vec<&str> = list.split(',').map(str::trim).collect();
    if list.contains(['"', '\'', '[']) || !items.iter().any(is_cut) {
        return None;
    }
    let parts = |item: &str| {
        let at = item.find(" #").map_or(0, |at| at + 1);
        let (kept, remark) = item.split_at(at);
        (
            kept.trim_end().to_owned(),
            remark.trim_start_matches(['#', ' ']).to_owned(),
        )
    };
    let texts: Vec<String> = (items.iter())
        .map(|item| {
            if is_cut(item) {
                quoted(item)
            } else {
                (*item).to_owned()
            }
        })
        .collect();
    let (kept, remarks): (Vec<String>, Vec<String>) = (items.iter())
        .map(|item| {
            if is_cut(item) {
                parts(item)
            } else {
                ((*item).to_owned(), String::new())
            }
        })
        .unzip();
    let kept: Vec<String> = kept.into_iter().filter(|item| !item.is_empty()).collect();
    let remarks: Vec<String> = remarks.into_iter().filter(|own| !own.is_empty()).collect();
    let lead = line.lead();
    Some(YamlFault::HashInList {
        is_names: kept.iter().all(|item| Slug::parse(item).is_some()),
        as_text: format!("{lead}{key}: [{}]", texts.join(", ")),
        as_remark: format!(
            "{lead}# {}\n{lead}{key}: [{}]",
            remarks.join("、"),
            kept.join(", ")
        ),
    })
}

/// A text between double quotation marks with a backslash that begins no sign.
fn backslash(line: WrittenLine<'_>) -> Option<YamlFault> {
    let (key, value) = line.pair()?;
    let right = doubled(value.strip_prefix('"')?.strip_suffix('"')?)?;
    Some(YamlFault::Backslash(format!(
        "{}{key}: \"{right}\"",
        line.lead()
    )))
}
