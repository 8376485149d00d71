//! Front matter line by line: where each line stands among keys, lists and texts, and what it
//! would say without its typos.

use super::bullets::{BLANK, is_bullet, is_item};
use super::{Fix, lists, values};
use crate::base::{Lang, Span, narrowed};
use crate::source::fault::Typo;
use crate::source::front_matter;
use crate::source::key::{KeySpec, ValueType, find, meant};
use crate::source::keys::is_of_settings;

/// What the lines below a key are.
#[derive(Debug, Clone, Copy)]
enum Scope {
    /// Keys of a table.
    Keys(&'static [KeySpec]),
    /// Languages, each with a text.
    Languages,
    /// The items of a list.
    Items(ValueType),
    /// Keys that no table names.
    Loose,
    /// More of the value that the key has already.
    Value,
}

/// Lines that belong to a value and are left alone.
enum Inside {
    Block(usize),
    Brackets,
    Quotes(char),
}

/// A key that a line stands below.
#[derive(Clone, Copy)]
struct Above {
    /// Its indentation.
    indent: usize,
    /// What its lines are.
    scope: Scope,
    /// The indentation of the first of them.
    inner: Option<usize>,
    /// The lines of the item of a list of maps, where it is one.
    item: Option<Span>,
}

struct Scan<'t> {
    root: &'static [KeySpec],
    /// The indentation of what stands below no key.
    outer: usize,
    /// By how much lines below a key are indented, where none is there to see.
    step: usize,
    /// The keys that the line stands below.
    above: Vec<Above>,
    inside: Option<Inside>,
    /// All lines, with where each begins.
    all: &'t [(usize, &'t str)],
    /// Which of them the line is.
    at: usize,
    /// How many of those below it the line takes in.
    taken: usize,
    mends: Vec<Fix>,
}

/// What is to be mended in front matter that has these keys.
pub(in crate::source) fn lines(text: &str, keys: &'static [KeySpec]) -> Vec<Fix> {
    let mut indents: Vec<usize> = front_matter::lines(text)
        .filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
        .map(|(_, line)| &line[..line.len() - line.trim_start_matches(BLANK).len()])
        .filter(|lead| !lead.contains(['\t', '\u{3000}']))
        .map(str::len)
        .collect();
    indents.sort_unstable();
    let outer = indents.first().copied().unwrap_or(0);
    let deeper = indents.iter().map(|own| own - outer).find(|by| *by > 1);
    let all: Vec<(usize, &str)> = front_matter::lines(text).collect();
    let mut scan = Scan {
        root: keys,
        outer,
        step: deeper.unwrap_or(2),
        above: Vec::new(),
        inside: None,
        all: &all,
        at: 0,
        taken: 0,
        mends: Vec::new(),
    };
    let mut at = 0;
    while let Some((start, line)) = all.get(at).copied() {
        // `site.yaml` is nothing but keys, and needs no line around them.
        if is_of_settings(keys) && scan.inside.is_none() && front_matter::is_fence(line) {
            let end = all.get(at + 1).map_or(text.len(), |(next, _)| *next);
            let (span, typos) = (Span::new(start, end), vec![Typo::StrayFence]);
            scan.mends.push(Fix {
                span,
                with: String::new(),
                typos,
            });
            at += 1;
            continue;
        }
        (scan.at, scan.taken) = (at, 0);
        let mended = scan.line(line).filter(|(with, _)| with != line);
        // It would end the front matter, or be prose behind its end.
        let mended = mended.filter(|(with, _)| {
            let is_prose = front_matter::could_be_yaml(line) && !front_matter::could_be_yaml(with);
            !front_matter::is_fence(with) && !is_prose
        });
        let last = all
            .get(at + scan.taken)
            .map_or(start, |(start, line)| start + line.len());
        if let Some((with, typos)) = mended {
            let span = Span::new(start, last);
            match scan.mends.last_mut() {
                // The lines of one text are told together, and those of one list of keys.
                Some(before)
                    if (typos == [Typo::BlockIndent] && before.typos == typos
                        || before.typos == [Typo::KeyAsItem]
                            && (typos == [Typo::Indent] || typos == before.typos))
                        && text[before.span.end..start].trim().is_empty() =>
                {
                    before.with += &text[before.span.end..start];
                    before.with += &with;
                    before.span.end = last;
                }
                _ => scan.mends.push(Fix { span, with, typos }),
            }
        }
        at += scan.taken + 1;
    }
    scan.mends
}

fn width(lead: &str) -> usize {
    lead.chars().map(|c| if c == ' ' { 1 } else { 2 }).sum()
}

impl Scan<'_> {
    /// The line as it should be, and what was wrong with it.
    fn line(&mut self, line: &str) -> Option<(String, Vec<Typo>)> {
        let content = line.trim_start_matches(BLANK);
        let lead = &line[..line.len() - content.len()];
        let (content, tail) = content.split_at(content.trim_end().len());
        if let Some(indent) = self.begins_block(lead, content) {
            return Some((
                format!("{}{content}{tail}", " ".repeat(indent)),
                vec![Typo::BlockIndent],
            ));
        }
        if content.is_empty() || self.is_inside(lead, content) {
            return None;
        }
        let mut typos = Vec::new();
        if let Some(remark) = content.strip_prefix('＃') {
            typos.push(Typo::WideHash);
            return Some((
                format!("# {}{tail}", remark.trim_start_matches(BLANK)),
                typos,
            ));
        }
        if content.starts_with('#') {
            return None;
        }
        let mut indent = width(lead);
        let common = self.common(indent, content);
        let wide = lead.contains('\u{3000}');
        if wide || lead.contains('\t') {
            typos.push(if wide { Typo::WideSpace } else { Typo::Tab });
            let above = self.above.clone();
            indent = self.meant_indent(indent, content)?;
            // Where spaces would put it there, it would be moved below its key.
            let meant = std::mem::replace(&mut self.above, above);
            match self.fallen_out(indent, content) {
                Some(right) => indent = right,
                None => self.above = meant,
            }
        } else if let Some(common) = common.filter(|common| *common != indent) {
            typos.push(Typo::Indent);
            indent = common;
        } else if let Some(right) = self.aligned(indent, content) {
            typos.push(Typo::Indent);
            indent = right;
        }
        self.leave(indent, content);
        let content = match self.key_as_item(content) {
            Some(key) => {
                typos.push(Typo::KeyAsItem);
                key
            }
            None => content,
        };
        let lead = if typos.is_empty() {
            lead.to_owned()
        } else {
            " ".repeat(indent)
        };
        if let Some(above) = self.above.last_mut() {
            above.inner.get_or_insert(indent);
        }
        let mended = match self.scope() {
            Scope::Value => return None,
            Scope::Items(ValueType::Maps(keys)) => {
                self.map_item(content, indent, keys, &mut typos)?
            }
            Scope::Items(holds) => item(content, holds, &mut typos)?,
            Scope::Languages if split_key(content, Scope::Languages).is_none() => {
                self.without_colon(content, &mut typos)?
            }
            scope => self.pair(content, indent, scope, &mut typos)?,
        };
        Some((format!("{lead}{mended}{tail}"), typos))
    }

    fn scope(&self) -> Scope {
        self.above
            .last()
            .map_or(Scope::Keys(self.root), |above| above.scope)
    }

    /// The indentation that a line is meant to have which tabs or wide spaces indent; `None` when it
    /// goes on with a value.
    fn meant_indent(&mut self, indent: usize, content: &str) -> Option<usize> {
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
    fn aligned(&self, indent: usize, content: &str) -> Option<usize> {
        if let Some(inner) = self.fallen_out(indent, content) {
            return Some(inner);
        }
        let stays = |above: &&Above| above.indent < indent;
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
    fn common(&self, indent: usize, content: &str) -> Option<usize> {
        let above = self
            .above
            .iter()
            .rev()
            .find(|above| above.indent < indent)?;
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
    fn begins_block(&self, lead: &str, content: &str) -> Option<usize> {
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
    fn fallen_out(&self, indent: usize, content: &str) -> Option<usize> {
        let at = self
            .above
            .iter()
            .rposition(|above| above.indent == indent)?;
        let own = &self.above[at];
        let around = self.above[..at].iter().rev();
        let around = around.clone().find(|above| above.indent < indent);
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
        let belongs = fits_own && (!fits(content, around) || next.is_some() && is_alone());
        let inner = own.inner.or(next.map(|(inner, _)| inner));
        let inner = inner.unwrap_or(indent + self.step);
        let key = split_key(content, own.scope).map(|parts| resolve(parts.key, own.scope).0);
        let is_taken = || key.is_some_and(|key| self.has((Some(indent), own.item), inner, &key));
        (belongs && !is_taken()).then_some(inner)
    }

    /// The next line with its indentation, when it has more than `indent`.
    fn next_below(&self, indent: usize) -> Option<(usize, &str)> {
        let mut next = self.all[self.at + 1..].iter().map(|(_, line)| {
            let content = line.trim_start_matches(BLANK);
            (width(&line[..line.len() - content.len()]), content)
        });
        next.find(|(_, content)| !content.trim().is_empty() && !content.starts_with('#'))
            .filter(|(own, _)| *own > indent)
    }

    /// Leaves every key that a line with this indentation does not stand below.
    fn leave(&mut self, indent: usize, content: &str) {
        let bullet = is_bullet(content);
        self.above.retain(|above| {
            let is_list = bullet && matches!(above.scope, Scope::Items(_));
            above.indent < indent || above.indent == indent && is_list
        });
    }

    /// Whether a line belongs to a value that began above.
    fn is_inside(&mut self, lead: &str, content: &str) -> bool {
        let own_key = || lead.is_empty() && split_key(content, Scope::Keys(self.root)).is_some();
        let (stays, ends) = match self.inside {
            None => return false,
            Some(Inside::Block(indent)) => (width(lead) > indent, false),
            Some(Inside::Brackets) => (!own_key(), content.ends_with([']', '}'])),
            Some(Inside::Quotes(quote)) => (!own_key(), content.contains(quote)),
        };
        if !stays || ends {
            self.inside = None;
        }
        stays
    }

    /// A key that somebody wrote as an item, though it stands below nothing.
    fn key_as_item<'c>(&self, content: &'c str) -> Option<&'c str> {
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
            let content = line.trim_start_matches(BLANK);
            if width(&line[..line.len() - content.len()]) > self.outer {
                return false;
            }
            let content = content.trim_start_matches(['-', ' ', '\t', '\u{3000}']);
            split_key(content, root).is_some_and(|parts| resolve(parts.key, root).0 == key)
        };
        // Of several it would be a list.
        (!others.map(|(_, line)| *line).any(is_same)).then_some(bare)
    }

    /// The line of a language whose colon was forgotten.
    fn without_colon(&self, content: &str, typos: &mut Vec<Typo>) -> Option<String> {
        let code = |line: &str| {
            let line = line.trim_start_matches(BLANK);
            let (code, _) = line.split_at(line.find([' ', '\u{3000}', ':', '：'])?);
            Lang::parse(code).filter(Lang::is_named)
        };
        let own = code(content)?;
        let parent = self.above.last()?;
        let around = self.all[..self.at]
            .iter()
            .rev()
            .chain(&self.all[self.at + 1..]);
        let around = around.map(|(_, line)| *line).filter(|line| {
            let lead = &line[..line.len() - line.trim_start_matches(BLANK).len()];
            Some(width(lead)) == parent.inner
        });
        // Words of other languages begin texts, too.
        let is_certain = own == Lang::JA
            || around
                .take(64)
                .any(|line| code(line).is_some_and(|code| code != own));
        let text = content[own.as_str().len()..].trim_start_matches(BLANK);
        if !is_certain
            || text.is_empty()
            || self.has((Some(parent.indent), None), parent.inner?, own.as_str())
        {
            return None;
        }
        typos.push(Typo::ColonForgotten(own.to_string()));
        Some(format!(
            "{own}: {}",
            values::mended(text, Some(ValueType::Text), typos)
        ))
    }

    /// A line of a key and its value.
    fn pair(
        &mut self,
        content: &str,
        indent: usize,
        scope: Scope,
        typos: &mut Vec<Typo>,
    ) -> Option<String> {
        let parts = split_key(content, scope)?;
        let (key, typo, holds) = resolve(parts.key, scope);
        let above = self.above.last();
        let parent = (
            above.map(|above| above.indent),
            above.and_then(|above| above.item),
        );
        let taken = typo.is_some() && self.has(parent, indent, &key);
        let (key, typo) = if taken {
            (parts.key.to_owned(), None)
        } else {
            (key, typo)
        };
        typos.extend(typo);
        typos.extend(parts.typo);
        let is_beside = !parts.value.is_empty() && !parts.value.starts_with('#');
        let list = holds.filter(|holds| holds.is_list() && is_beside);
        let below = self.all[self.at + 1..].iter().map(|(_, line)| line.trim());
        let items: Vec<&str> = match list {
            Some(_) => below.take_while(|line| is_item(line)).collect(),
            None => Vec::new(),
        };
        let value = match list {
            // Half of the list stands beside the key, and half below it.
            Some(list) if !items.is_empty() => match lists::joined(parts.value, &items, list) {
                Some(joined) => {
                    self.taken = items.len();
                    typos.push(Typo::ListInTwo);
                    joined
                }
                None => parts.value.to_owned(),
            },
            _ => values::mended(parts.value, holds, typos),
        };
        let below = self.below(&value, holds, indent);
        self.above.push(Above {
            indent,
            scope: below,
            inner: None,
            item: None,
        });
        let between = match parts.between {
            "" if value.is_empty() => ":",
            "" => ": ",
            between => between,
        };
        Some(format!("{key}{between}{value}"))
    }

    /// Whether a key stands with this indentation among the lines that stand below the same key as
    /// the line, which has the indentation `parent`; of an item, in its first line, too.
    fn has(&self, (parent, item): (Option<usize>, Option<Span>), indent: usize, key: &str) -> bool {
        let is_there = |line: &str| {
            let rest = line.get(indent..).and_then(|rest| rest.strip_prefix(key));
            let lead = || line[..indent].trim();
            rest.is_some_and(|rest| rest.trim_start().starts_with([':', '：']))
                && (lead().is_empty() || item.is_some() && lead() == "-")
        };
        if let Some(item) = item {
            let own = |start: usize| (item.start..item.end).contains(&start);
            let mut lines = self.all.iter().filter(|(start, _)| own(*start));
            return lines.any(|(_, line)| is_there(line));
        }
        let is_below = |line: &&str| {
            let content = line.trim_start_matches(BLANK);
            let own = width(&line[..line.len() - content.len()]);
            content.trim().is_empty()
                || content.starts_with('#')
                || parent.is_none_or(|parent| own > parent)
        };
        let above = self.all[..self.at].iter().rev().map(|(_, line)| *line);
        let below = self.all[self.at + 1..].iter().map(|(_, line)| *line);
        above.take_while(is_below).any(is_there) || below.take_while(is_below).any(is_there)
    }

    /// A line that begins an item of a list of maps, with the first key of the map or all of it.
    fn map_item(
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

    /// The lines of the item that begins on the line, which has this indentation.
    fn item_at(&self, indent: usize) -> Span {
        let ends = |line: &str| {
            let content = line.trim_start_matches(BLANK);
            let own = width(&line[..line.len() - content.len()]);
            let is_out = own < indent || own == indent && (indent == 0 || is_bullet(content));
            !content.is_empty() && is_out
        };
        let (start, _) = self.all[self.at];
        let end = self.all[self.at + 1..].iter().find(|(_, line)| ends(line));
        Span::new(start, end.map_or(usize::MAX, |(end, _)| *end))
    }

    /// What stands below a key with this value.
    fn below(&mut self, value: &str, holds: Option<ValueType>, indent: usize) -> Scope {
        if value.is_empty() || value.starts_with('#') {
            return match holds {
                Some(ValueType::Map(keys)) => Scope::Keys(keys),
                Some(ValueType::Local) => Scope::Languages,
                Some(ValueType::Maps(keys)) => {
                    let below = self.all[self.at + 1..].iter();
                    let mut below = below.map(|(_, line)| line.trim_start());
                    let first = below.find(|line| !line.is_empty() && !line.starts_with('#'));
                    match first {
                        // One map needs no mark of a list.
                        Some(first) if !is_bullet(first) => Scope::Keys(keys),
                        _ => Scope::Items(ValueType::Maps(keys)),
                    }
                }
                Some(list) if list.is_list() => Scope::Items(list),
                Some(ValueType::Glossary) | None => Scope::Loose,
                Some(_) => Scope::Value,
            };
        }
        let open = |a: char, b: char| value.matches(a).count() > value.matches(b).count();
        self.inside = match value.chars().next() {
            Some('|' | '>') => Some(Inside::Block(indent)),
            Some('[') if open('[', ']') => Some(Inside::Brackets),
            Some('{') if open('{', '}') => Some(Inside::Brackets),
            Some(quote @ ('"' | '\'')) if !value[1..].contains(quote) => {
                Some(Inside::Quotes(quote))
            }
            _ => None,
        };
        Scope::Value
    }
}

struct LineParts<'l> {
    key: &'l str,
    /// What stands between key and value once it is right; empty for the usual `: `.
    between: &'l str,
    value: &'l str,
    typo: Option<Typo>,
}

/// Whether a line is certainly one of those that stand in a scope.
fn fits(content: &str, scope: Scope) -> bool {
    match scope {
        Scope::Keys(_) | Scope::Languages => {
            split_key(content, scope).is_some_and(|parts| resolve(parts.key, scope).2.is_some())
        }
        Scope::Items(_) => is_bullet(content),
        Scope::Loose | Scope::Value => false,
    }
}

/// Cuts a line at the colon of its key, if it has one.
fn split_key(content: &str, scope: Scope) -> Option<LineParts<'_>> {
    if content.starts_with([
        '"', '\'', '[', '{', '-', '?', '!', '&', '*', '@', '`', '|', '>', '%',
    ]) {
        return None;
    }
    let known = |key: &str| {
        let (_, typo, holds) = resolve(key, scope);
        holds.is_some() || typo.is_some()
    };
    for (at, colon) in content.match_indices([':', '：']) {
        let key = content[..at].trim_end_matches(BLANK);
        let rest = &content[at + colon.len()..];
        let value = rest.trim_start_matches(BLANK);
        let gap = &rest[..rest.len() - value.len()];
        if key.is_empty() {
            return None;
        }
        let second = value
            .strip_prefix([':', '：'])
            .filter(|more| gap.is_empty() || more.is_empty() || more.starts_with(BLANK));
        if let Some(more) = second.filter(|_| known(key)) {
            return Some(LineParts {
                key,
                between: "",
                value: more.trim_start_matches(|c| matches!(c, ':' | '：') || BLANK.contains(&c)),
                typo: Some(Typo::DoubledColon),
            });
        }
        if colon == "：" {
            if known(key) || is_word(key) {
                let typo = Some(Typo::WideColon);
                return Some(LineParts {
                    key,
                    between: "",
                    value,
                    typo,
                });
            }
        } else if rest.is_empty() || rest.starts_with(' ') && !gap.contains(['\t', '\u{3000}']) {
            let between = &content[key.len()..content.len() - value.len()];
            return Some(LineParts {
                key,
                between,
                value,
                typo: None,
            });
        } else if known(key) || is_name(key) && !value.starts_with("//") {
            let typo = Some(match gap {
                "" => Typo::NoSpace,
                gap if gap.contains('\u{3000}') => Typo::WideSpace,
                _ => Typo::Tab,
            });
            return Some(LineParts {
                key,
                between: "",
                value,
                typo,
            });
        } else {
            return None;
        }
    }
    None
}

/// Whether a text could be a key in any script: short, and one word.
fn is_word(text: &str) -> bool {
    text.chars().count() <= 12
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

/// Whether a text is a key as programs write them.
fn is_name(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// The key that is meant, how it was written, and what it holds if a table names it.
fn resolve(written: &str, scope: Scope) -> (String, Option<Typo>, Option<ValueType>) {
    let unknown = (written.to_owned(), None, None);
    match scope {
        Scope::Keys(keys) => {
            if let Some(key) = find(keys, written) {
                return (written.to_owned(), None, Some(key.holds));
            }
            let narrow = narrowed(written);
            let plain = narrow.to_ascii_lowercase().replace(['-', ' '], "_");
            let (key, typo) = if let Some(key) = find(keys, &narrow) {
                (key, Typo::WideLetters(written.to_owned()))
            } else if let Some(key) = find(keys, &plain) {
                (key, Typo::KeyForm(written.to_owned(), key.name))
            } else if let Some(key) = meant(keys, written).or_else(|| meant(keys, &narrow)) {
                (key, Typo::JapaneseKey(written.to_owned(), key.name))
            } else {
                return unknown;
            };
            (key.name.to_owned(), Some(typo), Some(key.holds))
        }
        Scope::Languages => {
            let japanese = [
                ("日本語", "ja"),
                ("和文", "ja"),
                ("英語", "en"),
                ("英文", "en"),
            ];
            let code = narrowed(written).to_ascii_lowercase();
            if let Some((_, code)) = japanese.iter().find(|(word, _)| *word == written) {
                let typo = Typo::JapaneseKey(written.to_owned(), code);
                ((*code).to_owned(), Some(typo), Some(ValueType::Text))
            } else if code != written && matches!(code.as_str(), "ja" | "en") {
                (
                    code,
                    Some(Typo::WideLetters(written.to_owned())),
                    Some(ValueType::Text),
                )
            } else {
                // Any few letters could be a code: `fax`, `mail`, `url`.
                let lang = Lang::parse(written).filter(Lang::is_named);
                let holds = lang.map(|_| ValueType::Text);
                (written.to_owned(), None, holds)
            }
        }
        Scope::Items(_) | Scope::Loose | Scope::Value => unknown,
    }
}

/// A line of a list.
fn item(content: &str, holds: ValueType, typos: &mut Vec<Typo>) -> Option<String> {
    let (mark, gap, value) = item_parts(content, typos)?;
    let value = values::mended(value, Some(holds.item()), typos);
    let narrow = gap.filter(|_| typos.is_empty());
    let gap = narrow.unwrap_or(if value.is_empty() { "" } else { " " });
    Some(format!("{mark}{gap}{value}"))
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
