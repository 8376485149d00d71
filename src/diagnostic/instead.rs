//! The lines of a text as they would be right: a change at a place, shown as whole lines once the
//! text is at hand.

use serde::{Deserialize, Serialize};

use super::UiLang;
use crate::base::{FileId, Loc, Span, start_of_line};

/// Longer lines, in characters, are not shown: nobody copies them out of a message.
const LONGEST: usize = 600;

/// What would be right at a place of a text that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    at: Loc,
    change: Amendment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Amendment {
    /// Another text in its place, in both languages.
    Put(String, String),
    /// Other words in the place of the last of these.
    Swap(String, String),
    /// A link's words without the link.
    Unlink,
    /// An item of a list taken out, or the part of it that says this.
    Unlist(Option<String>),
    /// An item of a list, and these behind it.
    Enlist(Vec<String>),
    /// A value in quotation marks.
    Quote(String),
    /// A heading with a mark, in the place of its own if it has one.
    Mark(String),
    /// More at the end of the first line.
    Close(String),
    /// The lines of a key of front matter taken out, or an item of a list.
    RemoveKey(String),
    /// The lines taken out, and all that follow up to such a line.
    RemoveTo(Option<String>),
}

impl Instead {
    /// Another text in the place of what stands there.
    pub(crate) fn put(at: Loc, text: impl Into<String>) -> Self {
        let text = text.into();
        Self::put_in_both(at, text.clone(), text)
    }

    /// The same with words for people to fill in, in both languages.
    pub(crate) fn put_in_both(at: Loc, ja: impl Into<String>, en: impl Into<String>) -> Self {
        let change = Amendment::Put(ja.into(), en.into());
        Self { at, change }
    }

    /// Other words in the place of the last that stand there and read so.
    pub(crate) fn swap(at: Loc, old: impl Into<String>, new: impl Into<String>) -> Self {
        let change = Amendment::Swap(old.into(), new.into());
        Self { at, change }
    }

    /// The words of the link that stands there.
    pub(crate) fn unlink(at: Loc) -> Self {
        let change = Amendment::Unlink;
        Self { at, change }
    }

    /// A list without the item that stands there.
    pub(crate) fn unlist(at: Loc) -> Self {
        let change = Amendment::Unlist(None);
        Self { at, change }
    }

    /// A list without the item that stands there, or without this part of it.
    pub(crate) fn unlist_part(at: Loc, part: impl Into<String>) -> Self {
        let change = Amendment::Unlist(Some(part.into()));
        Self { at, change }
    }

    /// A list with more items behind the one that stands there.
    pub(crate) fn enlist(at: Loc, items: Vec<String>) -> Self {
        let change = Amendment::Enlist(items);
        Self { at, change }
    }

    /// A value in quotation marks in the place of what stands there, in such marks or not.
    pub(crate) fn quote(at: Loc, value: impl Into<String>) -> Self {
        let change = Amendment::Quote(value.into());
        Self { at, change }
    }

    /// A heading with this mark.
    pub(crate) fn mark(at: Loc, id: impl Into<String>) -> Self {
        let change = Amendment::Mark(id.into());
        Self { at, change }
    }

    /// More at the end of the line that begins there.
    pub(crate) fn close(at: Loc, end: impl Into<String>) -> Self {
        let change = Amendment::Close(end.into());
        Self { at, change }
    }

    /// Nothing in the place of the lines that stand there.
    pub(crate) fn remove(at: Loc) -> Self {
        let change = Amendment::RemoveTo(None);
        Self { at, change }
    }

    /// Nothing in the place of the lines from there to one that says this.
    pub(crate) fn remove_to(at: Loc, line: impl Into<String>) -> Self {
        let change = Amendment::RemoveTo(Some(line.into()));
        Self { at, change }
    }

    /// Nothing in the place of a key of front matter, whose value or name stands there.
    pub(crate) fn remove_key(at: Loc, key: &str) -> Self {
        let key = key.rsplit('.').next().unwrap_or(key).to_owned();
        let change = Amendment::RemoveKey(key);
        Self { at, change }
    }

    /// The file in which it stands.
    pub(super) fn file(&self) -> FileId {
        self.at.file
    }

    /// What to write, as a help says it; `None` where the text is not what it was taken for.
    pub(super) fn told(&self, text: &str, lang: UiLang) -> Option<String> {
        let (span, new) = self.change.edit(text, self.at.span, lang)?;
        let mut from = start_of_line(text, span.start);
        let mut to = end_of_line(text, span.end);
        let is_item = text[from..].trim_start().starts_with("- ");
        if is_item && matches!(self.change, Amendment::Quote(_) | Amendment::Enlist(_)) {
            (from, to) = whole_list(text, from, to);
        }
        let right = format!("{}{new}{}", &text[from..span.start], &text[span.end..to]);
        let (lead, lines) = if right.trim().is_empty() {
            (
                lang.pick("次の行を消します。", "Remove this."),
                &text[from..to],
            )
        } else {
            (
                lang.pick("次のように書きます。", "Write it like this."),
                right.as_str(),
            )
        };
        (lines.chars().count() <= LONGEST).then(|| {
            let lines = lines.lines().map(|line| format!("\n  {}", line.trim_end()));
            lines.fold(lead.to_owned(), |told, line| told + &line)
        })
    }
}

impl Amendment {
    /// The bytes that are replaced, and by what.
    fn edit(&self, text: &str, span: Span, lang: UiLang) -> Option<(Span, String)> {
        let there = text.get(span.start..span.end)?;
        Some(match self {
            Self::Put(ja, en) => (span, lang.pick(ja, en).clone()),
            Self::Swap(old, new) => {
                let at = last_whole(there, old)?;
                let behind = &there[at + old.len()..];
                // A link to nowhere is none.
                if new.is_empty() && there[..at].ends_with("](") && behind.starts_with(')') {
                    return Self::Unlink.edit(text, span, lang);
                }
                let start = span.start + at;
                (Span::new(start, start + old.len()), new.clone())
            }
            Self::Unlink => {
                let words = there.strip_prefix('[')?.rsplit_once("](")?.0;
                (span, words.to_owned())
            }
            Self::Unlist(part) => match part {
                Some(part) if there != part => {
                    // The marks around a value stay.
                    let inner = there.trim_start_matches(['"', '\'']);
                    let start = span.end - inner.len();
                    let there = inner.trim_end_matches(['"', '\'']);
                    let span = Span::new(start, start + there.len());
                    let parts: Vec<&str> = there.split([',', '、']).map(str::trim).collect();
                    let has_name = |own: &&str| own.split([':', '#', ' ']).any(|name| name == part);
                    let kept: Vec<&str> = parts.iter().copied().filter(|p| !has_name(p)).collect();
                    // Braces are those of a heading, which holds more than a list.
                    if there.contains('{') || kept.len() == parts.len() {
                        return None;
                    }
                    if kept.is_empty() {
                        unlisted(text, span)?
                    } else {
                        (span, kept.join(", "))
                    }
                }
                _ => unlisted(text, span)?,
            },
            Self::Enlist(items) => {
                let line = start_of_line(text, span.start);
                let before = &text[line..span.start];
                let is_block = before.trim_matches([' ', '"', '\'']) == "-";
                let lead = if is_block {
                    let indent = &before[..before.len() - before.trim_start().len()];
                    format!("\n{indent}- ")
                } else {
                    ", ".to_owned()
                };
                let behind = items
                    .iter()
                    .flat_map(|item| [lead.as_str(), item])
                    .collect();
                let quote = text[span.end..].starts_with(['"', '\'']);
                let end = span.end + usize::from(quote);
                (Span::new(end, end), behind)
            }
            Self::Quote(value) => {
                let marks = |c: char| matches!(c, '"' | '\'');
                let start = text[..span.start].trim_end_matches(marks).len();
                let end = text.len() - text[span.end..].trim_start_matches(marks).len();
                (Span::new(start, end), format!("\"{value}\""))
            }
            Self::Mark(id) => marked(there, span.start, id),
            Self::Close(more) => {
                let line = there.lines().next().unwrap_or_default();
                let rest = text[span.start + line.len()..].lines().next();
                let end = span.start + line.len() + rest.unwrap_or_default().trim_end().len();
                (Span::new(end, end), more.clone())
            }
            Self::RemoveKey(key) => match line_of_key(text, span.start, key) {
                Some(start) => {
                    let end = end_of_line(text, span.start + there.trim_end().len());
                    (Span::new(start, below(text, start, end)), String::new())
                }
                None => unlisted(text, span)?,
            },
            Self::RemoveTo(line) => {
                let start = start_of_line(text, span.start);
                let mut end = end_of_line(text, span.start + there.trim_end().len());
                if let Some(last) = line {
                    end = text[end..]
                        .find(&format!("\n{last}"))
                        .map_or(end, |at| end + at);
                }
                (Span::new(start, end), String::new())
            }
        })
    }
}

/// Where the last of some words begin that are no part of a longer name, or else the last at all.
fn last_whole(text: &str, words: &str) -> Option<usize> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let is_whole = |at: &usize| {
        let (before, behind) = (&text[..*at], &text[at + words.len()..]);
        let goes_on_before = words.starts_with(is_name) && before.ends_with(is_name);
        let goes_on_behind = words.ends_with(is_name) && behind.starts_with(is_name);
        !goes_on_before && !goes_on_behind
    };
    let mut places = text.rmatch_indices(words).map(|(at, _)| at);
    places.find(is_whole).or_else(|| text.rfind(words))
}

/// An item of a list, with what parts it from the others; the whole key where nothing else is left.
fn unlisted(text: &str, item: Span) -> Option<(Span, String)> {
    let quote = |c: char| matches!(c, '"' | '\'');
    let before = text[..item.start].trim_end_matches(quote);
    let behind = text[item.end..].trim_start_matches(quote);
    let (start, end) = (before.len(), text.len() - behind.len());
    let (opens, closes) = (before.trim_end(), behind.trim_start_matches(' '));
    let line = start_of_line(before, before.len());
    if let Some(closes) = closes.strip_prefix([',', '、']) {
        let rest = text.len() - closes.trim_start_matches(' ').len();
        return Some((Span::new(start, rest), String::new()));
    }
    if opens.ends_with([',', '、']) {
        return Some((
            Span::new(opens.trim_end_matches([',', '、']).len(), end),
            String::new(),
        ));
    }
    if opens.ends_with('[') && closes.starts_with(']') {
        let to = behind.find('\n').map_or(text.len(), |at| end + at);
        return Some((Span::new(line, to), String::new()));
    }
    (text[line..].trim_start().starts_with("- ")).then(|| (Span::new(line, end), String::new()))
}

/// The lines from the key of a list to its last item, around some of them.
fn whole_list(text: &str, from: usize, to: usize) -> (usize, usize) {
    let is_item = |line: &str| line.trim_start().starts_with("- ");
    let (mut from, mut to) = (from, to);
    while from > 0 && is_item(&text[from..]) {
        from = start_of_line(text, from - 1);
    }
    while text[to..].len() > 1 && is_item(&text[to + 1..]) {
        to = end_of_line(text, to + 1);
    }
    (from, to)
}

/// Where a line ends.
fn end_of_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// The mark of a heading at a place put in, or changed.
fn marked(heading: &str, at: usize, id: &str) -> (Span, String) {
    let line = heading.lines().next().unwrap_or_default().trim_end();
    let end = at + line.len();
    let braces = line.rfind('{').filter(|_| line.ends_with('}'));
    let Some(open) = braces.filter(|open| !line[*open..].contains('|')) else {
        return (Span::new(end, end), format!(" {{#{id}}}"));
    };
    let old = line[open..].find('#').map(|mark| {
        let rest = &line[open + mark..];
        let long = rest.find([' ', '}']).unwrap_or(rest.len());
        Span::new(at + open + mark, at + open + mark + long)
    });
    let inside = Span::new(at + open + 1, at + open + 1);
    old.map_or_else(
        || (inside, format!("#{id} ")),
        |old| (old, format!("#{id}")),
    )
}

/// Where the line of a key begins that stands at a place, or above it.
fn line_of_key(text: &str, at: usize, key: &str) -> Option<usize> {
    let mut end = end_of_line(text, at);
    let mut least = usize::MAX;
    loop {
        let start = start_of_line(text, end);
        let line = text[start..end].trim_start();
        let depth = end - start - line.len();
        let is_above = least == usize::MAX || depth < least;
        let behind = line.strip_prefix(key).filter(|_| is_above);
        if behind.is_some_and(|rest| rest.trim_start().starts_with([':', '：'])) {
            return Some(start);
        }
        // An item may stand as far out as its key.
        least = least.min(depth + usize::from(line.starts_with("- ")));
        if line.starts_with("---") || start == 0 {
            return None;
        }
        end = start - 1;
    }
}

/// The end of what stands below a key: lines that are further in, and items.
fn below(text: &str, start: usize, end: usize) -> usize {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let own = depth(text[start..].lines().next().unwrap_or_default());
    let mut end = end;
    for line in text[end..].split_inclusive('\n').skip(1) {
        let is_below =
            depth(line) > own || line.trim_start().starts_with("- ") && depth(line) == own;
        if line.trim().is_empty() || !is_below {
            break;
        }
        end += 1 + line.trim_end_matches('\n').len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::FileId;

    /// What is told of the place between ‹ and ›.
    fn told(text: &str, make: impl Fn(Loc) -> Instead) -> String {
        let start = text.find('‹').unwrap();
        let end = text.find('›').unwrap() - '‹'.len_utf8();
        let text = text.replace(['‹', '›'], "");
        let made = make(Span::new(start, end).of(FileId(0)));
        made.told(&text, UiLang::En).unwrap_or_default()
    }

    #[test]
    fn whole_lines_are_shown() {
        let write = |text: &str, make: fn(Loc) -> Instead, right: &str| {
            assert_eq!(told(text, make), format!("Write it like this.\n  {right}"));
        };
        let remove = |text: &str, make: fn(Loc) -> Instead, gone: &str| {
            assert_eq!(told(text, make), format!("Remove this.\n  {gone}"));
        };
        let list = "k: 1\ntopics: [‹a›, \"b\"]\n";
        write(list, Instead::unlist, "topics: [\"b\"]");
        let list = "k: 1\ntopics: [a, \"‹b›\"]\n";
        write(list, Instead::unlist, "topics: [a]");
        write(
            list,
            |at| Instead::enlist(at, vec!["c".into(), "d".into()]),
            "topics: [a, \"b\", c, d]",
        );
        remove("topics: [‹a›]\n", Instead::unlist, "topics: [a]");
        let block = "terms:\n  - ‹x›\n  - y\norder: 1\n";
        remove(block, Instead::unlist, "  - x");
        write(
            block,
            |at| Instead::enlist(at, vec!["z".into()]),
            "terms:\n    - x\n    - z\n    - y",
        );
        let part = |at| Instead::unlist_part(at, "b");
        write(
            "panels: [\"‹hook, speaker:b#c, call›\"]\n",
            part,
            "panels: [\"hook, call\"]",
        );
        remove(
            "panels: [\"‹speaker:b›\"]\n",
            part,
            "panels: [\"speaker:b\"]",
        );
        assert_eq!(told("## ‹Heading {topic=a,b}›\n", part), "");
        write("panels: [‹\"a, speaker:b\"›]\n", part, "panels: [\"a\"]");
        let key = |at| Instead::remove_key(at, "terms");
        remove(block, key, "terms:\n    - x\n    - y");
        remove("‹terms›: [a]\nterms: b\n", key, "terms: [a]");
        assert_eq!(told("---\nother: ‹x›\n---\n", key), "");
        let link = "See ‹[this](topic:c)› there.\n";
        write(link, Instead::unlink, "See this there.");
        let near = |at| Instead::swap(at, "topic:c", "topic:d");
        write(link, near, "See [this](topic:d) there.");
        assert_eq!(told("See ‹this›.", near), "");
        let part = |at| Instead::swap(at, "elder", "elderly");
        let names = "## ‹Heading {topic=elder,elder-access}›\n";
        write(names, part, "## Heading {topic=elderly,elder-access}");
    }
}
