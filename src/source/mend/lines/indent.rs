//! Where a line is meant to stand.

use super::scope::{Scope, fits, resolve, split_key};
use super::{Above, Inside, Scan};
use crate::source::front_matter;
use crate::source::key::ValueType;
use crate::source::mend::bullets::{parted, width};

impl Scan<'_> {
    /// The indentation that a line is meant to have which tabs or wide spaces indent; `None` when it
    /// goes on with a value.
    pub(super) fn meant_indent(&mut self, indent: usize, content: &str) -> Option<usize> {
        self.leave(indent, content);
        match self.above.last() {
            None => Some(self.outer),
            Some(above) if matches!(above.scope, Scope::Value) => {
                let right = self.aligned(indent, content);
                right.or_else(|| fits(content, Scope::Keys(self.root)).then_some(self.outer))
            }
            Some(above) => Some(above.inner.unwrap_or(above.indent + self.step)),
        }
    }

    /// The indentation of the lines that a line belongs with, when it has another: a key or an item as
    /// they have it, a little to the left or right of them.
    pub(super) fn aligned(&self, indent: usize, content: &str) -> Option<usize> {
        if let Some(inner) = self.fallen_out(indent, content) {
            return Some(inner);
        }
        let stays = |above: &&Above| above.indent < indent;
        // 日時：… below a text is a line of it, which YAML reads as one.
        let below = self.above.iter().rfind(stays).map(|above| above.scope);
        let is_text = content.starts_with(|c: char| !c.is_ascii()) && !content.contains(": ");
        if is_text && matches!(below, Some(Scope::Value)) {
            return None;
        }
        let parents = self.above.iter().filter(stays).rev();
        let parents =
            parents.map(|above| (Some(above.indent), above.scope, above.inner, above.item));
        let root = (None, Scope::Keys(self.root), Some(self.outer), None);
        for (parent, scope, inner, item) in parents.chain([root]) {
            if !fits(content, scope) {
                // Below a key of unknown meaning, or beside lines of its own, it stands rightly.
                let is_own = inner.is_none_or(|inner| inner == indent);
                match scope {
                    Scope::Value => continue,
                    Scope::Keys(_) | Scope::Languages if !is_own => continue,
                    // A key that is no language stands rightly among none.
                    Scope::Languages if inner.is_some() && split_key(content, scope).is_some() => {
                        continue;
                    }
                    _ => return None,
                }
            }
            let inner = inner?;
            let key = split_key(content, scope).map(|parts| resolve(parts.key, scope).0);
            let is_taken = key.is_some_and(|key| self.has((parent, item), inner, &key));
            let is_below = parent.is_none_or(|parent| inner >= parent);
            return (inner != indent && is_below && !is_taken).then_some(inner);
        }
        None
    }

    /// The indentation that most of the lines have that stand below the same key, before the first of
    /// them is read.
    pub(super) fn common(&self, indent: usize, content: &str) -> Option<usize> {
        let above = self.above.iter().rfind(|above| above.indent < indent)?;
        let is_first =
            above.inner.is_none() && matches!(above.scope, Scope::Keys(_) | Scope::Languages);
        if !is_first || !fits(content, above.scope) {
            return None;
        }
        let mut counts: Vec<(usize, usize)> = vec![(indent, 1)];
        for (_, line) in &self.all[self.at + 1..] {
            let content = line.trim_start_matches(' ');
            let own = line.len() - content.len();
            if content.trim().is_empty() || content.starts_with('#') {
                continue;
            }
            if own <= above.indent {
                break;
            }
            if fits(content, above.scope) {
                match counts.iter_mut().find(|(indent, _)| *indent == own) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((own, 1)),
                }
            }
        }
        // Of those that are as common, the first.
        let most = counts.iter().rev().max_by_key(|(_, count)| *count);
        most.map(|(indent, _)| *indent)
    }

    /// The indentation that a text in several lines has to have which begins at the margin.
    pub(super) fn begins_block(&self, lead: &str, content: &str) -> Option<usize> {
        let Some(Inside::Block(indent)) = self.inside else {
            return None;
        };
        let is_text = width(lead) <= indent
            && !content.is_empty()
            && !content.starts_with(['#', '＃'])
            && !front_matter::is_fence(content)
            && split_key(content, Scope::Keys(self.root)).is_none();
        is_text.then_some(indent + 2)
    }

    /// The indentation of a line that belongs below a key that is indented as it is: the languages of
    /// a text, or keys that stand nowhere else.
    pub(super) fn fallen_out(&self, indent: usize, content: &str) -> Option<usize> {
        let at = self
            .above
            .iter()
            .rposition(|above| above.indent == indent)?;
        let own = &self.above[at];
        let mut around = self.above[..at].iter();
        let around = around.rfind(|above| above.indent < indent);
        let around = around.map_or(Scope::Keys(self.root), |above| above.scope);
        let fits_own =
            matches!(own.scope, Scope::Keys(_) | Scope::Languages) && fits(content, own.scope);
        // It could stand beside the key, were it not that the next line stands below that.
        let next = self.next_below(indent).filter(|(_, next)| {
            at + 1 == self.above.len() && own.inner.is_none() && fits(next, own.scope)
        });
        let is_alone = || {
            split_key(content, around).is_some_and(|parts| {
                let holds = resolve(parts.key, around).2;
                !parts.value.is_empty() && !matches!(holds, Some(ValueType::Map(_)))
            })
        };
        // A key that stands beside the other one already is meant below it.
        let is_twice = || {
            let parent = self.above[..at].iter().rfind(|above| above.indent < indent);
            let key = split_key(content, around).map(|parts| resolve(parts.key, around).0);
            let is_first = at + 1 == self.above.len() && own.inner.is_none();
            let parent = parent.map(|parent| parent.indent);
            is_first && key.is_some_and(|key| self.has((parent, None), indent, &key))
        };
        let belongs =
            fits_own && (!fits(content, around) || next.is_some() && is_alone() || is_twice());
        let inner = own.inner.or(next.map(|(inner, _)| inner));
        let inner = inner.unwrap_or(indent + self.step);
        let key = split_key(content, own.scope).map(|parts| resolve(parts.key, own.scope).0);
        let is_taken = || key.is_some_and(|key| self.has((Some(indent), own.item), inner, &key));
        (belongs && !is_taken()).then_some(inner)
    }

    /// The next line with its indentation, when it has more than `indent`.
    pub(super) fn next_below(&self, indent: usize) -> Option<(usize, &str)> {
        let mut next = self.all[self.at + 1..].iter().map(|(_, line)| parted(line));
        next.find(|(_, content)| !content.trim().is_empty() && !content.starts_with('#'))
            .filter(|(own, _)| *own > indent)
    }
}
