//! Takes typed values out of front matter, reporting everything that does not fit.

use super::example::Example;
use super::examples::{
    in_line, is_torn, language, lines_of, named_parts, nearest_word, slugs, value_of,
};
use super::fault::{Expected, MissingPlace, SourceFault, UnknownNames};
use super::key::{KeySpec, ValueType, find, meant};
use super::keys::{self, is_of_settings};
use super::local::LocalText;
use super::nearest::nearest;
use super::site_names::{NOTHING, SiteNames};
use super::words::{FILL_IN, colour_meant};
use super::yaml::{YamlEntry, YamlNode};
use crate::base::{
    BaseUrl, Colour, Date, DocKind, FileId, Lang, Slug, Span, Spanned, address_meant, narrowed,
    no_day, web_address,
};
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

    /// Whether a key stands here, well or badly written.
    pub(crate) fn writes(&self, key: &str) -> bool {
        let names = || self.table.iter().map(|key| key.name);
        self.entries.iter().any(|entry| {
            let own = entry.key.value.as_str();
            own == key || nearest(own, names()).as_deref() == Some(key)
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

    /// A line of text.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.take(key)?;
        match value.value {
            YamlNode::Scalar { text } => Some(Spanned::new(text.trim().to_owned(), value.span)),
            _ => self.wrong(&value, key, Expected::Text),
        }
    }

    /// A line of text, or a map by language.
    pub(crate) fn local(&mut self, key: &'static str) -> Option<LocalText> {
        let value = self.take(key)?;
        match value.value {
            YamlNode::Scalar { text } => Some(LocalText::One(Spanned::new(
                text.trim().to_owned(),
                value.span,
            ))),
            YamlNode::Map(entries) => {
                let mut texts = Vec::new();
                let written: Vec<String> =
                    entries.iter().map(|own| own.key.value.clone()).collect();
                for entry in entries {
                    let lang = Lang::parse(&entry.key.value);
                    let is_strange = lang.is_none_or(|lang| {
                        !self.languages.is_empty() && !self.languages.contains(&lang)
                    });
                    // A site may be in fewer languages than its files.
                    if is_strange && lang.is_some_and(|lang| lang.is_named()) {
                        continue;
                    }
                    if is_strange {
                        let allowed = self.languages.iter().map(ToString::to_string).collect();
                        let meant = language(&entry.key.value)
                            .filter(|lang| self.languages.contains(lang))
                            .map(|lang| lang.to_string())
                            .filter(|lang| !written.contains(lang));
                        let right =
                            meant.map(|lang| format!("{lang}: {}", in_line(&entry.value.value)));
                        let (key, value) = (self.name(key), entry.key.value);
                        self.report(
                            entry.key.span,
                            SourceFault::BadChoice {
                                key,
                                value,
                                allowed,
                                right,
                            },
                        );
                        continue;
                    }
                    match (lang, entry.value.value) {
                        (Some(lang), YamlNode::Scalar { text }) => {
                            texts.push((
                                lang,
                                Spanned::new(text.trim().to_owned(), entry.value.span),
                            ));
                        }
                        // Of a language no text stands here yet.
                        (Some(lang), YamlNode::Null) => {
                            let key = format!("{}.{lang}", self.name(key));
                            let line = None;
                            self.report(entry.key.span, SourceFault::EmptyValue { key, line });
                        }
                        (_, other) => {
                            let value = Spanned::new(other, entry.key.span);
                            return self.wrong(&value, key, Expected::TextByLang);
                        }
                    }
                }
                Some(LocalText::ByLang(texts))
            }
            YamlNode::List(_) | YamlNode::Null => self.wrong(&value, key, Expected::TextByLang),
        }
    }

    /// The entries of a map whose keys nobody knows beforehand.
    pub(crate) fn entries(&mut self, key: &'static str) -> Option<Vec<YamlEntry>> {
        let value = self.take(key)?;
        match value.value {
            YamlNode::Map(entries) => Some(entries),
            _ => self.wrong(&value, key, Expected::Map),
        }
    }

    /// A list of texts, with the place of the whole list.
    pub(crate) fn list(&mut self, key: &'static str) -> Option<Spanned<Vec<Spanned<String>>>> {
        let value = self.take(key)?;
        let YamlNode::List(items) = value.value else {
            return self.wrong(&value, key, Expected::List);
        };
        let mut texts = Vec::new();
        for item in items {
            match item.value {
                YamlNode::Scalar { text } => {
                    texts.push(Spanned::new(text.trim().to_owned(), item.span));
                }
                _ => return self.wrong(&item, key, Expected::List),
            }
        }
        Some(Spanned::new(texts, value.span))
    }

    /// A slug.
    pub(crate) fn slug(&mut self, key: &'static str) -> Option<Spanned<Slug>> {
        let text = self.text(key)?;
        if let Some(slug) = Slug::parse(&text.value) {
            return Some(Spanned::new(slug, text.span));
        }
        let (mut right, mut unknown) = (None, None);
        if let Some(ValueType::Name(kind)) = find(self.table, key).map(|spec| spec.holds) {
            let written = std::slice::from_ref(&text.value);
            let (meant, words) = slugs(kind, written, self.names);
            let only = || {
                let mut all = self.names.all(kind);
                all.next()
                    .filter(|_| all.next().is_none())
                    .map(str::to_owned)
            };
            let name = meant.into_iter().next().or_else(only);
            right = name.map(|name| format!("{key}: {name}"));
            unknown = self.unknown(kind, words);
        }
        let meant = self.meant(key, &text.value);
        let written = vec![text.value];
        self.report(
            text.span,
            SourceFault::BadSlug {
                written,
                right,
                unknown,
            },
        );
        meant.map(|slug| Spanned::new(slug, text.span))
    }

    /// Words that nothing of a kind is called, with the names that there are.
    fn unknown(&self, kind: DocKind, words: Vec<String>) -> Option<Box<UnknownNames>> {
        let known = self.names.all(kind).map(str::to_owned).collect();
        (!words.is_empty()).then(|| Box::new(UnknownNames { kind, words, known }))
    }

    /// The name of a document that somebody means who writes it otherwise.
    fn meant(&self, key: &str, written: &str) -> Option<Slug> {
        match find(self.table, key)?.holds {
            ValueType::Name(kind) | ValueType::Names(kind) => {
                Slug::parse(self.names.meant(kind, written)?)
            }
            _ => None,
        }
    }

    /// A colour such as `"#005aff"`.
    pub(crate) fn colour(&mut self, key: &'static str) -> Option<Spanned<Colour>> {
        let text = self.text(key)?;
        let colour = Colour::parse(&text.value);
        if colour.is_none() {
            let example = find(self.table, key).map_or("\"#005aff\"", |spec| spec.example.en);
            let meant = colour_meant(&text.value).map(|hex| format!("\"{hex}\""));
            let right = format!("{key}: {}", meant.as_deref().unwrap_or(example));
            let (key, value) = (self.name(key), text.value);
            let kind = SourceFault::BadColour { key, value, right };
            self.report(text.span, kind);
        }
        Some(Spanned::new(colour?, text.span))
    }

    /// A list of slugs; those that are none are reported together and left out.
    pub(crate) fn slugs(&mut self, key: &'static str) -> Option<Spanned<Vec<Spanned<Slug>>>> {
        let value = self.take(key)?;
        let names = self.names;
        let kind = match find(self.table, key).map(|spec| spec.holds) {
            Some(ValueType::Names(kind)) => Some(kind),
            _ => None,
        };
        let mut written: Vec<Spanned<String>> = Vec::new();
        let mut add = |text: &str, span: Span| {
            // A title may have a comma.
            let is_title = kind.is_some_and(|kind| names.meant(kind, text).is_some());
            let mut parts = named_parts(text);
            if is_title || parts.is_empty() {
                parts = vec![text.to_owned()];
            }
            let parts = parts.into_iter();
            written.extend(parts.map(|part| Spanned::new(part, span)));
        };
        let is_list = matches!(value.value, YamlNode::List(_));
        match &value.value {
            YamlNode::Scalar { text } => add(text, value.span),
            YamlNode::List(items) => {
                for item in items {
                    match &item.value {
                        YamlNode::Scalar { text } => add(text, item.span),
                        _ => return self.wrong(item, key, Expected::List),
                    }
                }
            }
            YamlNode::Map(_) | YamlNode::Null => return self.wrong(&value, key, Expected::List),
        }
        let span = value.span;
        let is_name = |text: &Spanned<String>| Slug::parse(&text.value).is_some();
        if !is_list && written.iter().all(is_name) {
            return self.wrong(&value, key, Expected::List);
        }
        let mut found = Vec::new();
        let mut bad: Vec<Spanned<String>> = Vec::new();
        for text in &written {
            if let Some(slug) = Slug::parse(&text.value) {
                found.push(Spanned::new(slug, text.span));
                continue;
            }
            // `event/speaker`, as everywhere else where a statement is named.
            let names_statement = (text.value.split_once('/'))
                .is_some_and(|(event, who)| [event, who].iter().all(|s| Slug::parse(s).is_some()));
            if key == "speakers" && names_statement {
                let value = text.value.clone();
                self.report(text.span, SourceFault::StatementAmongSpeakers { value });
                continue;
            }
            // What follows from a name that is certain is no second mistake.
            let meant = self.meant(key, &text.value);
            found.extend(meant.map(|slug| Spanned::new(slug, text.span)));
            bad.push(text.clone());
        }
        if let Some(first) = bad.first().map(|text| text.span) {
            let (mut right, mut unknown) = (None, None);
            if let Some(kind) = kind {
                let all: Vec<String> = written.iter().map(|own| own.value.clone()).collect();
                let (meant, words) = slugs(kind, &all, self.names);
                let is_left = !meant.is_empty() || !words.is_empty();
                right = is_left.then(|| format!("{key}: [{}]", meant.join(", ")));
                unknown = self.unknown(kind, words);
            }
            let written = bad.into_iter().map(|text| text.value).collect();
            self.report(
                first,
                SourceFault::BadSlug {
                    written,
                    right,
                    unknown,
                },
            );
        }
        Some(Spanned::new(found, span))
    }

    /// A date in one of the four forms.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        let text = self.text(key)?;
        // That nobody has written it yet is told of the mark.
        if FILL_IN.iter().any(|mark| text.value.starts_with(mark)) {
            return None;
        }
        let date = Date::parse(&text.value);
        if date.is_none() {
            let why = no_day(&text.value);
            let (key, value) = (key.to_owned(), text.value);
            self.report(text.span, SourceFault::BadDate { key, value, why });
        }
        Some(Spanned::new(date?, text.span))
    }

    /// A whole number.
    pub(crate) fn number(&mut self, key: &'static str) -> Option<Spanned<i64>> {
        let text = self.text(key)?;
        match text.value.parse() {
            Ok(number) => Some(Spanned::new(number, text.span)),
            Err(_) => self.wrong(&as_node(text), key, Expected::Number),
        }
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self, key: &'static str) -> Option<Spanned<bool>> {
        let text = self.text(key)?;
        match text.value.as_str() {
            "true" => Some(Spanned::new(true, text.span)),
            "false" => Some(Spanned::new(false, text.span)),
            _ => self.wrong(&as_node(text), key, Expected::YesNo),
        }
    }

    /// One of a few words, each standing for a value.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&str, T)],
    ) -> Option<Spanned<T>> {
        let text = self.text(key)?;
        if let Some((_, value)) = choices.iter().find(|(word, _)| *word == text.value) {
            return Some(Spanned::new(*value, text.span));
        }
        let allowed: Vec<String> = choices.iter().map(|(word, _)| (*word).to_owned()).collect();
        let right = nearest_word(&text.value, &allowed).map(|word| format!("{key}: {word}"));
        let kind = SourceFault::BadChoice {
            key: self.name(key),
            value: text.value,
            allowed,
            right,
        };
        self.report(text.span, kind);
        None
    }

    /// An `http` or `https` address.
    pub(crate) fn url(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let text = self.text(key)?;
        if web_address(&text.value).is_some() {
            return Some(text);
        }
        let right = address_meant(&text.value).map(|url| format!("{key}: {url}"));
        let value = text.value;
        self.report(text.span, SourceFault::BadUrl { value, right });
        None
    }

    /// An e-mail address.
    pub(crate) fn email(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let text = self.text(key)?;
        if is_email(&text.value) {
            return Some(text);
        }
        let narrow: String = narrowed(&text.value)
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        let right = is_email(&narrow).then(|| format!("{key}: {narrow}"));
        let value = text.value;
        self.report(text.span, SourceFault::Email { value, right });
        None
    }

    /// A telephone number, or several with words between them.
    pub(crate) fn telephone(&mut self, key: &'static str) -> Option<LocalText> {
        let found = self.local(key)?;
        let texts: Vec<Spanned<String>> = match &found {
            LocalText::One(text) => vec![text.clone()],
            LocalText::ByLang(texts) => texts.iter().map(|(_, text)| text.clone()).collect(),
        };
        for text in texts {
            if let Some(value) = odd_number(&text.value) {
                self.report(text.span, SourceFault::Telephone { value });
            }
        }
        Some(found)
    }

    /// The address under which the site is published.
    pub(crate) fn base_url(&mut self, key: &'static str) -> Option<Spanned<BaseUrl>> {
        let text = self.text(key)?;
        let folder = BaseUrl::of_folder(&text.value);
        let Some(url) = folder.clone().or_else(|| BaseUrl::parse(&text.value)) else {
            let right = address_meant(&text.value).and_then(|url| BaseUrl::parse(&url));
            let right = right.map(|url| format!("{key}: {}", url.as_str()));
            let value = text.value;
            self.report(text.span, SourceFault::BadUrl { value, right });
            return None;
        };
        let insecure = url.is_insecure();
        if insecure || folder.is_some() {
            let right = url.as_str().replacen("http://", "https://", 1);
            self.report(text.span, SourceFault::BaseUrl { insecure, right });
        }
        Some(Spanned::new(url, text.span))
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
            let is_near = || nearest(key, self.known.iter().copied()).is_some();
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
                .or_else(|| Some(meant(self.table, &key)?.name.to_owned()));
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

/// Whether a text can be an e-mail address.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let is_of = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    !local.is_empty()
        && local
            .chars()
            .all(|c| is_of(c) || "!#$%&'*/=?^`{|}~".contains(c))
        && domain.contains('.')
        && domain.split('.').all(|part| !part.is_empty())
        && domain.chars().all(is_of)
}

/// The first number of Japan in a text that has more or fewer figures than such numbers have.
fn odd_number(text: &str) -> Option<String> {
    let narrow = narrowed(text);
    let is_part = |c: char| c.is_ascii_digit() || " -()‐‑–—−ー―.".contains(c);
    let runs = narrow.split(|c: char| !is_part(c) && c != '+');
    // What stands in brackets behind a whole number is a remark.
    let count = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let own = |run| match str::rfind(run, '(') {
        Some(at) if count(&run[..at]) >= 10 => &run[..at],
        _ => run,
    };
    let mut odd = runs.map(|run| own(run).trim()).filter(|run| {
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        // Others are extensions, or numbers of other countries.
        let is_own = run.trim_start_matches(['(', ' ']).starts_with('0') && digits.len() > 6;
        let is_long = ["050", "060", "070", "080", "090"]
            .iter()
            .any(|begin| digits.starts_with(begin))
            || digits.starts_with("0800");
        is_own && digits.len() != if is_long { 11 } else { 10 }
    });
    odd.next()
        .map(|run| run.trim_end_matches(['(', '-', ' ']).to_owned())
}

fn as_node(text: Spanned<String>) -> Spanned<YamlNode> {
    text.map(|text| YamlNode::Scalar { text })
}
