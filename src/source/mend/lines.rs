//! Front matter line by line: where each line stands among keys, lists and texts, and what it
//! would say without its typos.

mod indent;
mod items;
mod scope;

use self::scope::{Scope, resolve, split_key};

use super::bullets::{BLANK, is_bullet, is_item, parted, width};
use super::remark::is_open;
use super::{Fix, lists, values};
use crate::base::{Lang, Span, lines_join};
use crate::source::fault::Typo;
use crate::source::front_matter;
use crate::source::key::{KeySpec, ValueType};
use crate::source::keys::is_of_settings;
use crate::source::quoted::quoted;

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
    /// Of an item of a list of maps, which lines are its own.
    item: Option<(usize, usize)>,
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

/// The line of a key without the bold around it: `**name**: …`, `**name:** …`.
fn without_bold(content: &str, keys: &'static [KeySpec]) -> Option<String> {
    let (key, behind) = content.strip_prefix("**")?.split_once("**")?;
    let line = format!("{key}{behind}");
    let name = split_key(&line, Scope::Keys(keys))?.key;
    let is_key = name == key.trim_end_matches([':', '：']).trim();
    let has_colon = key.ends_with([':', '：']) || behind.starts_with([':', '：']);
    (is_key && has_colon).then_some(line)
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
        let plain = without_bold(content, self.root);
        typos.extend(plain.as_ref().map(|_| Typo::BoldKey));
        let content = plain.as_deref().unwrap_or(content);
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
            Scope::Items(holds) => self.item(content, indent, holds, &mut typos)?,
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

    /// The line of a language whose colon was forgotten.
    fn without_colon(&self, content: &str, typos: &mut Vec<Typo>) -> Option<String> {
        let code = |line: &str| {
            let line = line.trim_start_matches(BLANK);
            let (code, _) = line.split_at(line.find([' ', '\u{3000}', ':', '：'])?);
            Lang::parse(code).filter(Lang::is_named)
        };
        let own = code(content)?;
        let parent = self.above.last()?;
        let (above, below) = self.beside(Some(parent.indent));
        let near = above.take(64).chain(below.take(64));
        let mut near = near.filter(|line| Some(parted(line).0) == parent.inner);
        // Words of other languages begin texts, too.
        let is_certain =
            own == Lang::JA || near.any(|line| code(line).is_some_and(|code| code != own));
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
            self.value(text, Some(ValueType::Text), parent.inner?, typos)
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
            _ => {
                if let Some((list, lines)) = self.bare_items(parts.value, holds, indent) {
                    typos.push(Typo::ListAsText);
                    self.taken = lines;
                    return Some(format!("{key}: {list}"));
                }
                if let Some((value, lines)) = self.torn_value(parts.value, holds, indent) {
                    typos.push(Typo::ColonInValue);
                    self.taken = lines;
                    return Some(format!("{key}: {value}"));
                }
                let below = self.value_below(parts.value, holds, indent, scope);
                typos.extend(below.map(|_| Typo::ValueBelow));
                let value = self.value(below.unwrap_or(parts.value), holds, indent, typos);
                self.taken = usize::from(below.is_some());
                value
            }
        };
        let below = self.below(&value, holds, indent);
        self.above.push(Above {
            indent,
            scope: below,
            inner: None,
            item: None,
        });
        let between = match parts.between {
            _ if value.is_empty() => ":",
            between if between.trim_end() == between => ": ",
            between => between,
        };
        Some(format!("{key}{between}{value}"))
    }

    /// A text that goes on in the lines below it and holds a colon, in quotation marks, and how many lines those
    /// are. None of them has a key that there is.
    fn torn_value(
        &self,
        value: &str,
        holds: Option<ValueType>,
        indent: usize,
    ) -> Option<(String, usize)> {
        let is_text = matches!(holds, Some(ValueType::Text | ValueType::Local));
        let is_plain = value.starts_with(char::is_alphanumeric)
            || value.starts_with(['「', '『', '（', '【', '〈']);
        if !is_text || !is_plain || value.contains(" #") {
            return None;
        }
        let below = self.all[self.at + 1..].iter().map(|(_, line)| *line);
        let below: Vec<&str> = below
            .take_while(|line| parted(line).0 > indent && !line.trim().is_empty())
            .map(str::trim)
            .collect();
        let is_key = |line: &&str| {
            let key = split_key(line, Scope::Keys(self.root)).map(|parts| parts.key);
            key.is_some_and(|key| {
                Lang::parse(key).is_some() || resolve(key, Scope::Keys(self.root)).2.is_some()
            })
        };
        let is_other = |line: &&str| line.contains(" #") || line.starts_with(['-', '#']);
        let has_colon = std::iter::once(&value)
            .chain(&below)
            .any(|line| line.contains(": ") || line.ends_with(':'));
        if below.is_empty() || !has_colon || below.iter().any(|line| is_key(line) || is_other(line))
        {
            return None;
        }
        let mut whole = value.to_owned();
        for line in &below {
            let ends = whole.chars().next_back().zip(line.chars().next());
            if !ends.is_some_and(|(before, after)| lines_join(before, after, false)) {
                whole.push(' ');
            }
            whole.push_str(line);
        }
        Some((quoted(&whole), below.len()))
    }

    /// The list that the lines below a key make which have no mark of an item, and how many they are.
    fn bare_items(
        &self,
        value: &str,
        holds: Option<ValueType>,
        indent: usize,
    ) -> Option<(String, usize)> {
        let holds = holds.filter(|holds| {
            let is_sure = matches!(
                holds,
                ValueType::Names(_) | ValueType::Words(_) | ValueType::Languages | ValueType::List
            );
            is_sure && value.is_empty()
        })?;
        let below = self.all[self.at + 1..].iter().map(|(_, line)| parted(line));
        let items: Vec<&str> = below
            .take_while(|(own, line)| *own > indent && !line.trim().is_empty())
            .map(|(_, line)| line.trim())
            .collect();
        if items
            .iter()
            .any(|line| line.starts_with(['-', '#', '[']) || line.contains(':') || is_item(line))
        {
            return None;
        }
        Some((lists::of_lines(&items, holds)?, items.len()))
    }

    /// What the line below a key without a value says, when that can only be the value.
    fn value_below(
        &self,
        value: &str,
        holds: Option<ValueType>,
        indent: usize,
        scope: Scope,
    ) -> Option<&str> {
        let takes_one = holds.is_some_and(|holds| {
            let takes_more = matches!(
                holds,
                ValueType::Map(_) | ValueType::Maps(_) | ValueType::Glossary
            );
            !takes_more && !holds.is_list()
        });
        // `name 山田` is a key without its colon.
        let is_key = |line: &str| {
            let word = line
                .split([' ', '\u{3000}', '\t'])
                .next()
                .unwrap_or_default();
            resolve(word, scope).2.is_some() || resolve(word, Scope::Keys(self.root)).2.is_some()
        };
        let mut below = self.all[self.at + 1..].iter().map(|(_, line)| parted(line));
        let (own, line) = below.next().filter(|_| value.is_empty() && takes_one)?;
        let line = line.trim_end();
        let is_text = own == indent
            && line.starts_with(|c: char| c.is_alphanumeric() || "「『（〔【".contains(c))
            && !is_bullet(line)
            && split_key(line, scope).is_none()
            && !is_key(line)
            && !front_matter::is_fence(line);
        // What goes on below it is a text of several lines, which may be any.
        let is_alone = below.next().is_none_or(|(_, next)| {
            let next = next.trim_end();
            let is_key = split_key(next, scope).is_some()
                || split_key(next, Scope::Keys(self.root)).is_some();
            next.is_empty() || next.starts_with('#') || is_key
        });
        (is_text && is_alone).then_some(line)
    }

    /// The value of a line with this indentation.
    fn value(
        &self,
        value: &str,
        holds: Option<ValueType>,
        indent: usize,
        typos: &mut Vec<Typo>,
    ) -> String {
        // A text in quotation marks may end on another line.
        if is_open(value) && self.next_below(indent).is_some() {
            return value.to_owned();
        }
        values::mended(value, holds, typos)
    }

    /// Whether a key stands with this indentation among the lines that stand below the same key as
    /// the line, which has the indentation `parent`; of an item, in its first line, too.
    fn has(
        &self,
        (parent, item): (Option<usize>, Option<(usize, usize)>),
        indent: usize,
        key: &str,
    ) -> bool {
        let is_there = |line: &str| {
            let rest = line.get(indent..).and_then(|rest| rest.strip_prefix(key));
            let lead = || line[..indent].trim();
            rest.is_some_and(|rest| rest.trim_start().starts_with([':', '：']))
                && (lead().is_empty() || item.is_some() && lead() == "-")
        };
        if let Some((first, end)) = item {
            let mut lines = self.all[first..end].iter();
            return lines.any(|(_, line)| is_there(line));
        }
        let (above, below) = self.beside(parent);
        above.chain(below).any(is_there)
    }

    /// The lines above and below the line, the nearest first, that stand below the same key as the line,
    /// which has the indentation `parent`.
    fn beside(
        &self,
        parent: Option<usize>,
    ) -> (impl Iterator<Item = &str>, impl Iterator<Item = &str>) {
        let is_below = move |line: &&str| {
            let (own, content) = parted(line);
            content.trim().is_empty()
                || content.starts_with('#')
                || parent.is_none_or(|parent| own > parent)
        };
        let above = self.all[..self.at].iter().rev().map(|(_, line)| *line);
        let below = self.all[self.at + 1..].iter().map(|(_, line)| *line);
        (above.take_while(is_below), below.take_while(is_below))
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
