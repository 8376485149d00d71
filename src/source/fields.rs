//! Takes typed values out of front matter, reporting everything that does not fit.

mod marks;
mod names;
mod texts;
mod values;

use super::example::Example;
use super::examples::{in_line, is_torn, lines_of, value_of};
use super::fault::{Expected, MissingPlace, SourceFault};
use super::key::{KeySpec, ValueType, called, find, meant};
use super::keys::{self, is_of_settings};
use super::nearest::nearest;
use super::site_names::{NOTHING, SiteNames};
use super::yaml::{YamlEntry, YamlNode};
use crate::base::{DocKind, FileId, Lang, Span, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics, Fault};

/// The keys of one map, each taken once; what is left at the end is unknown.
pub(crate) struct Fields<'s> {
    file: FileId,
    prefix: String,
    whole: Span,
    damaged: bool,
    entries: Vec<YamlEntry>,
    /// The keys that it may have.
    table: &'static [KeySpec],
    known: Vec<&'static str>,
    languages: &'s [Lang],
    /// What the site has.
    names: &'s SiteNames,
    /// The list that these keys stand in, and its key.
    around: Option<(&'s KeySpec, &'s YamlNode)>,
    diagnostics: &'s mut Diagnostics,
}

impl<'s> Fields<'s> {
    /// Prepares to take from `entries`, which may have the keys of `table`. Problems of the map as a whole point at `whole`; when
    /// the map is `damaged`, missing keys are not reported a second time.
    pub(crate) fn new(
        file: FileId,
        whole: Span,
        damaged: bool,
        entries: Vec<YamlEntry>,
        table: &'static [KeySpec],
        diagnostics: &'s mut Diagnostics,
    ) -> Self {
        Self {
            file,
            prefix: String::new(),
            whole,
            damaged,
            entries,
            table,
            known: Vec::new(),
            languages: &[],
            names: &NOTHING,
            around: None,
            diagnostics,
        }
    }

    /// From here on, maps by language may only name these.
    pub(crate) fn know_languages(&mut self, languages: &'s [Lang]) {
        self.languages = languages;
    }

    /// From here on, examples are taken from what the site has.
    pub(crate) fn know_names(&mut self, names: &'s SiteNames) {
        self.names = names;
    }

    /// Reports a problem at a place in this file.
    pub(crate) fn report(&mut self, span: Span, fault: impl Fault) {
        self.diagnostics
            .report(Diagnostic::at(span.of(self.file), fault));
    }

    /// Reports `key` as missing when `value` is `None`, and hands the value on.
    pub(crate) fn required<T>(&mut self, value: Option<T>, key: &'static str) -> Option<T> {
        if value.is_none() && !self.damaged && !self.writes(key) {
            let kind = self.missing(key);
            self.report(self.whole, kind);
        }
        value
    }

    /// Where what stands here begins.
    pub(crate) const fn place(&self) -> Span {
        self.whole
    }

    /// Whether a key stands here, well or badly written.
    pub(crate) fn writes(&self, key: &str) -> bool {
        let names = || self.table.iter().map(|key| key.name);
        self.entries.iter().any(|entry| {
            let own = entry.key.value.as_str();
            let is_called =
                || find(self.table, own).is_none() && called(own, self.table) == Some(key);
            own == key || nearest(own, names()).as_deref() == Some(key) || is_called()
        })
    }

    /// Whether nothing stands here at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && !self.damaged
    }

    /// What to tell of a key that is missing: the line to add, or the map that it belongs into.
    fn missing(&self, key: &'static str) -> SourceFault {
        let value = |name: &str| {
            let spec = find(self.table, name);
            spec.map_or_else(|| Example::same("…"), |spec| value_of(spec, self.names))
        };
        let Some(parent) = self.prefix.strip_suffix('.') else {
            let place = if is_of_settings(self.table) {
                MissingPlace::Settings
            } else {
                MissingPlace::Page
            };
            let lines = value(key).behind(&format!("{key}: "));
            return SourceFault::MissingKey { key, lines, place };
        };
        let parent = parent.rsplit('.').next().unwrap_or(parent);
        if let Some((spec, written)) = self.around {
            let lines = lines_of(spec, written, self.names);
            let place = MissingPlace::Inside(parent.to_owned());
            return SourceFault::MissingKey { key, lines, place };
        }
        let mut lines = Example::same(format!("{parent}:"));
        for entry in &self.entries {
            let line = format!("\n    {}: {}", entry.key.value, in_line(&entry.value.value));
            lines.ja.push_str(&line);
            lines.en.push_str(&line);
        }
        let added = value(key).behind(&format!("\n    {key}: "));
        lines.ja.push_str(&added.ja);
        lines.en.push_str(&added.en);
        let place = MissingPlace::Inside(parent.to_owned());
        SourceFault::MissingKey { key, lines, place }
    }

    /// The value of a key, whatever it is; an empty one is reported.
    fn take(&mut self, key: &'static str) -> Option<Spanned<YamlNode>> {
        self.known.push(key);
        let entry = self.entries.iter().find(|e| e.key.value == key)?;
        let (value, at) = (entry.value.clone(), entry.key.span);
        let empty = match &value.value {
            YamlNode::Null => true,
            YamlNode::Scalar { text } => text.trim().is_empty(),
            YamlNode::List(_) | YamlNode::Map(_) => false,
        };
        if empty {
            let fault = self.empty(key);
            self.report(at, fault);
            return None;
        }
        Some(value)
    }

    /// What to tell of a key without a value: the line with one, where nothing is whole without it.
    fn empty(&self, key: &str) -> SourceFault {
        let spec = find(self.table, key);
        // What a statement has to have is optional in the file of a person.
        let is_required = |key: &KeySpec| key.required || matches!(key.name, "title" | "topics");
        let line = spec.filter(|key| is_required(key)).map(|spec| {
            let value = value_of(spec, self.names);
            value.behind(&format!("{key}: "))
        });
        let key = self.name(key);
        SourceFault::EmptyValue { key, line }
    }

    fn name(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    fn wrong<T>(&mut self, value: &Spanned<YamlNode>, key: &str, expected: Expected) -> Option<T> {
        self.wrong_at(value.span, value, key, expected)
    }

    /// The same where the part of the value that is wrong stands.
    fn wrong_at<T>(
        &mut self,
        at: Span,
        value: &Spanned<YamlNode>,
        key: &str,
        expected: Expected,
    ) -> Option<T> {
        let lines = find(self.table, key).map_or_else(
            || Example::same(format!("{key}: …")),
            |spec| lines_of(spec, &value.value, self.names),
        );
        let kind = SourceFault::WrongType {
            key: self.name(key),
            expected,
            lines,
        };
        self.report(at, kind);
        None
    }

    /// A map of keys, read by `read`; its own unknown keys are reported too.
    pub(crate) fn map<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<Spanned<T>> {
        let value = self.take(key)?;
        let YamlNode::Map(entries) = value.value else {
            return self.wrong(&value, key, Expected::Map);
        };
        let table = match find(self.table, key).map(|key| key.holds) {
            Some(ValueType::Map(table)) => table,
            _ => &[],
        };
        let whole = self
            .entries
            .iter()
            .find(|e| e.key.value == key)
            .map_or(value.span, |e| e.key.span);
        let mut inner = Fields::new(
            self.file,
            whole,
            self.damaged,
            entries,
            table,
            self.diagnostics,
        );
        inner.languages = self.languages;
        inner.names = self.names;
        inner.prefix = format!("{}{key}.", self.prefix);
        let result = read(&mut inner);
        inner.finish();
        Some(Spanned::new(result, whole))
    }

    /// A list of maps, each read by `read`; a map alone is a list of one.
    pub(crate) fn maps<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Fields<'_>) -> Option<T>,
    ) -> Option<Vec<Spanned<T>>> {
        let value = self.take(key)?;
        let items = match &value.value {
            YamlNode::List(items) => items.clone(),
            _ => vec![value.clone()],
        };
        let nodes: Vec<YamlNode> = items.iter().map(|item| item.value.clone()).collect();
        let is_map = |node: &YamlNode| matches!(node, YamlNode::Map(own) if !own.is_empty());
        let wrong = nodes.iter().position(|node| !is_map(node));
        if let Some(at) = wrong.or_else(|| is_torn(&nodes).then_some(0)) {
            let at = items.get(at).map_or(value.span, |item| item.span);
            return self.wrong_at(at, &value, key, Expected::Maps);
        }
        let spec = find(self.table, key)?;
        let ValueType::Maps(table) = spec.holds else {
            return None;
        };
        let mut all = Vec::new();
        for item in items {
            let YamlNode::Map(entries) = item.value else {
                continue;
            };
            let whole = entries.first().map_or(item.span, |entry| entry.key.span);
            let damaged = self.damaged;
            let mut inner =
                Fields::new(self.file, whole, damaged, entries, table, self.diagnostics);
            inner.languages = self.languages;
            inner.names = self.names;
            inner.prefix = format!("{}{key}.", self.prefix);
            inner.around = Some((spec, &value.value));
            let read = read(&mut inner);
            inner.finish();
            all.extend(read.map(|read| Spanned::new(read, whole)));
        }
        Some(all)
    }

    /// Reports every key that nobody asked for.
    pub(crate) fn finish(mut self) {
        let known: Vec<String> = self.known.iter().map(|k| (*k).to_owned()).collect();
        let written: Vec<String> = self
            .entries
            .iter()
            .map(|own| own.key.value.clone())
            .collect();
        let entries = std::mem::take(&mut self.entries).into_iter();
        let unknown = entries.filter(|entry| !self.known.contains(&entry.key.value.as_str()));
        let is_foreign = |entry: &YamlEntry| {
            let key = entry.key.value.as_str();
            let is_near = || {
                let name =
                    called(key, self.table).filter(|name| !written.iter().any(|own| own == name));
                nearest(key, self.known.iter().copied()).is_some() || name.is_some()
            };
            let mut kinds = DocKind::ALL.into_iter();
            self.prefix.is_empty() && kinds.any(|kind| has_key(kind, key)) && !is_near()
        };
        let (mut foreign, rest): (Vec<YamlEntry>, Vec<YamlEntry>) = unknown.partition(is_foreign);
        // Several keys of a person, say, came with a copy of the person's file.
        while let Some(kind) = kind_with(&foreign) {
            let of_kind = |entry: &YamlEntry| has_key(kind, &entry.key.value);
            let (these, others): (Vec<_>, Vec<_>) = foreign.into_iter().partition(of_kind);
            foreign = others;
            let Some(span) = these.first().map(|entry| entry.key.span) else {
                break;
            };
            let keys = these.into_iter().map(|entry| entry.key.value).collect();
            let folder = kind.folder();
            self.report(span, SourceFault::ForeignKeys { keys, folder });
        }
        for entry in rest {
            let key = entry.key.value;
            let nearest = nearest(&key, self.known.iter().copied())
                .or_else(|| Some(meant(self.table, &key)?.name.to_owned()))
                .or_else(|| called(&key, self.table).map(str::to_owned));
            // What stands there already is not to stand there twice.
            let nearest = nearest.filter(|name| !written.contains(name));
            let right = nearest.map(|name| format!("{name}: {}", in_line(&entry.value.value)));
            let kind = SourceFault::UnknownKey {
                key: self.name(&key),
                right,
                known: known.clone(),
            };
            self.report(entry.key.span, kind);
        }
    }
}

/// The kind whose files have most of some keys; of several, the first.
fn kind_with(entries: &[YamlEntry]) -> Option<DocKind> {
    let keys = || entries.iter().map(|entry| entry.key.value.as_str());
    let count = |kind: &DocKind| keys().filter(|key| has_key(*kind, key)).count();
    let most = DocKind::ALL.into_iter().rev().max_by_key(count);
    most.filter(|kind| count(kind) > 0)
}

/// Whether files of a kind may have a key.
fn has_key(kind: DocKind, key: &str) -> bool {
    find(keys::of(kind), key).is_some()
}
