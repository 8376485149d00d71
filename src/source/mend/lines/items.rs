//! Lines of lists, of values and of maps.

use super::scope::{Scope, resolve, split_key};
use super::{Above, Scan};
use crate::source::fault::Typo;
use crate::source::key::{KeySpec, ValueType};
use crate::source::mend::bullets::{BLANK, is_bullet, parted};
use crate::source::mend::values;

impl Scan<'_> {
    /// A key that somebody wrote as an item, though it stands below nothing.
    pub(super) fn key_as_item<'c>(&self, content: &'c str) -> Option<&'c str> {
        let root = Scope::Keys(self.root);
        let own = |content: &'c str| {
            let content = content
                .strip_prefix('-')
                .filter(|rest| rest.starts_with(BLANK))?;
            let content = content.trim_start_matches(BLANK);
            Some((content, resolve(split_key(content, root)?.key, root)))
        };
        let (bare, (key, _, holds)) = own(content).filter(|_| self.above.is_empty())?;
        holds?;
        let others = self.all[..self.at].iter().chain(&self.all[self.at + 1..]);
        let is_same = |line: &str| {
            let (indent, content) = parted(line);
            if indent > self.outer {
                return false;
            }
            let content = content.trim_start_matches(['-', ' ', '\t', '\u{3000}']);
            split_key(content, root).is_some_and(|parts| resolve(parts.key, root).0 == key)
        };
        // Of several it would be a list.
        (!others.map(|(_, line)| *line).any(is_same)).then_some(bare)
    }

    /// A line of a list.
    pub(super) fn item(
        &self,
        content: &str,
        indent: usize,
        holds: ValueType,
        typos: &mut Vec<Typo>,
    ) -> Option<String> {
        let (mark, gap, value) = item_parts(content, typos)?;
        let value = self.value(value, Some(holds.item()), indent, typos);
        let narrow = gap.filter(|_| typos.is_empty());
        let gap = narrow.unwrap_or(if value.is_empty() { "" } else { " " });
        Some(format!("{mark}{gap}{value}"))
    }

    /// A line that begins an item of a list of maps, with the first key of the map or all of it.
    pub(super) fn map_item(
        &mut self,
        content: &str,
        indent: usize,
        keys: &'static [KeySpec],
        typos: &mut Vec<Typo>,
    ) -> Option<String> {
        let (mark, gap, rest) = item_parts(content, typos)?;
        let gap = gap.unwrap_or(if rest.is_empty() { "" } else { " " });
        let deep = indent + mark.len() + gap.len();
        self.above.push(Above {
            indent,
            scope: Scope::Keys(keys),
            inner: (!rest.is_empty()).then_some(deep),
            item: Some(self.item_at(indent)),
        });
        let told = if rest.starts_with(['{', '｛']) {
            Some(values::mended(rest, Some(ValueType::Maps(keys)), typos))
        } else {
            self.pair(rest, deep, Scope::Keys(keys), typos)
        };
        Some(format!("{mark}{gap}{}", told.as_deref().unwrap_or(rest)))
    }

    /// Which lines are those of the item that begins on the line, which has this indentation.
    pub(super) fn item_at(&self, indent: usize) -> (usize, usize) {
        let ends = |line: &str| {
            let (own, content) = parted(line);
            let is_out = own < indent || own == indent && (indent == 0 || is_bullet(content));
            !content.is_empty() && is_out
        };
        let mut below = self.all[self.at + 1..].iter();
        let end = below.position(|(_, line)| ends(line));
        (self.at, end.map_or(self.all.len(), |end| self.at + 1 + end))
    }
}

/// The mark of an item, what stands behind it where that can stay, and what the item says.
fn item_parts<'c>(
    content: &'c str,
    typos: &mut Vec<Typo>,
) -> Option<(&'static str, Option<&'c str>, &'c str)> {
    let mark = content.chars().next().filter(|_| is_bullet(content))?;
    let rest = &content[mark.len_utf8()..];
    let value = rest.trim_start_matches(BLANK);
    if mark != '-' || !rest.is_empty() && rest == value {
        typos.push(Typo::Bullet(mark));
    } else if rest.starts_with(['\u{3000}', '\t']) {
        typos.push(Typo::WideSpace);
    }
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    let narrow = typos.is_empty() && rest.starts_with(' ');
    Some(("-", narrow.then(|| &rest[..blanks]), value))
}
