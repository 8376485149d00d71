//! Takes typed values out of front matter, reporting everything that does not fit.

use super::fault::{Expected, SourceFault};
use super::key::{KeySpec, ValueType, find, meant};
use super::local::LocalText;
use super::yaml::{YamlEntry, YamlNode};
use crate::base::{
    BaseUrl, Colour, Date, FileId, Lang, Slug, Span, Spanned, narrowed, no_day, web_address,
};
use crate::diagnostic::{Bilingual, Diagnostic, Diagnostics, Fault};

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
    sink: &'s mut Diagnostics,
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
        sink: &'s mut Diagnostics,
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
            sink,
        }
    }

    /// From here on, maps by language may only name these.
    pub(crate) fn know_languages(&mut self, languages: &'s [Lang]) {
        self.languages = languages;
    }

    /// Reports a problem at a place in this file.
    pub(crate) fn report(&mut self, span: Span, fault: impl Fault) {
        self.sink.report(Diagnostic::at(span.of(self.file), fault));
    }

    /// Reports `key` as missing when `value` is `None`, and hands the value on.
    pub(crate) fn required<T>(&mut self, value: Option<T>, key: &'static str) -> Option<T> {
        let written = self.entries.iter().any(|e| e.key.value == key);
        if value.is_none() && !self.damaged && !written {
            let example = example(self.table, key);
            self.report(self.whole, SourceFault::MissingKey { key, example });
        }
        value
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
            self.report(
                at,
                SourceFault::EmptyValue {
                    key: self.name(key),
                },
            );
            return None;
        }
        Some(value)
    }

    fn name(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    fn wrong<T>(&mut self, value: Spanned<YamlNode>, key: &str, expected: Expected) -> Option<T> {
        let meant = match (expected, value.value) {
            (Expected::List, YamlNode::Scalar { text }) => Some(as_list(&text)),
            (Expected::Number, YamlNode::Scalar { text }) => first_number(&text),
            _ => None,
        };
        let kind = SourceFault::WrongType {
            example: example(self.table, key),
            key: self.name(key),
            expected,
            meant,
        };
        self.report(value.span, kind);
        None
    }

    /// A line of text.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.take(key)?;
        match value.value {
            YamlNode::Scalar { text } => Some(Spanned::new(text.trim().to_owned(), value.span)),
            _ => self.wrong(value, key, Expected::Text),
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
                        let (key, value) = (self.name(key), entry.key.value);
                        self.report(
                            entry.key.span,
                            SourceFault::BadChoice {
                                key,
                                value,
                                allowed,
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
                        (_, other) => {
                            let value = Spanned::new(other, entry.key.span);
                            return self.wrong(value, key, Expected::TextByLang);
                        }
                    }
                }
                Some(LocalText::ByLang(texts))
            }
            YamlNode::List(_) | YamlNode::Null => self.wrong(value, key, Expected::TextByLang),
        }
    }

    /// The entries of a map whose keys nobody knows beforehand.
    pub(crate) fn entries(&mut self, key: &'static str) -> Option<Vec<YamlEntry>> {
        let value = self.take(key)?;
        match value.value {
            YamlNode::Map(entries) => Some(entries),
            _ => self.wrong(value, key, Expected::Map),
        }
    }

    /// A list of texts, with the place of the whole list.
    pub(crate) fn list(&mut self, key: &'static str) -> Option<Spanned<Vec<Spanned<String>>>> {
        let value = self.take(key)?;
        let YamlNode::List(items) = value.value else {
            return self.wrong(value, key, Expected::List);
        };
        let mut texts = Vec::new();
        for item in items {
            match item.value {
                YamlNode::Scalar { text } => {
                    texts.push(Spanned::new(text.trim().to_owned(), item.span));
                }
                _ => return self.wrong(item, key, Expected::List),
            }
        }
        Some(Spanned::new(texts, value.span))
    }

    /// A slug.
    pub(crate) fn slug(&mut self, key: &'static str) -> Option<Spanned<Slug>> {
        let text = self.text(key)?;
        self.as_slug(key, text)
    }

    /// A colour such as `"#005aff"`.
    pub(crate) fn colour(&mut self, key: &'static str) -> Option<Spanned<Colour>> {
        let text = self.text(key)?;
        let colour = Colour::parse(&text.value);
        if colour.is_none() {
            let kind = SourceFault::BadChoice {
                key: key.into(),
                value: text.value,
                allowed: vec!["\"#005aff\"".into()],
            };
            self.report(text.span, kind);
        }
        Some(Spanned::new(colour?, text.span))
    }

    /// A list of slugs; those that are none are reported and left out.
    pub(crate) fn slugs(&mut self, key: &'static str) -> Option<Spanned<Vec<Spanned<Slug>>>> {
        let list = self.list(key)?;
        let span = list.span;
        let slugs = list
            .value
            .into_iter()
            .filter_map(|text| self.as_slug(key, text))
            .collect();
        Some(Spanned::new(slugs, span))
    }

    fn as_slug(&mut self, key: &str, text: Spanned<String>) -> Option<Spanned<Slug>> {
        let slug = Slug::parse(&text.value);
        if slug.is_none() {
            let value = text.value;
            // `event/speaker`, as everywhere else where a statement is named.
            let names_statement = (value.split_once('/'))
                .is_some_and(|(event, who)| [event, who].iter().all(|s| Slug::parse(s).is_some()));
            let fault = if key == "speakers" && names_statement {
                SourceFault::StatementAmongSpeakers { value }
            } else {
                SourceFault::BadSlug { value }
            };
            self.report(text.span, fault);
        }
        Some(Spanned::new(slug?, text.span))
    }

    /// A date in one of the four forms.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        let text = self.text(key)?;
        let date = Date::parse(&text.value);
        if date.is_none() {
            let why = no_day(&text.value);
            let value = text.value;
            self.report(text.span, SourceFault::BadDate { value, why });
        }
        Some(Spanned::new(date?, text.span))
    }

    /// A whole number.
    pub(crate) fn number(&mut self, key: &'static str) -> Option<Spanned<i64>> {
        let text = self.text(key)?;
        match text.value.parse() {
            Ok(number) => Some(Spanned::new(number, text.span)),
            Err(_) => self.wrong(as_node(text), key, Expected::Number),
        }
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self, key: &'static str) -> Option<Spanned<bool>> {
        let text = self.text(key)?;
        match text.value.as_str() {
            "true" => Some(Spanned::new(true, text.span)),
            "false" => Some(Spanned::new(false, text.span)),
            _ => self.wrong(as_node(text), key, Expected::YesNo),
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
        let allowed = choices.iter().map(|(word, _)| (*word).to_owned()).collect();
        let key = self.name(key);
        self.report(
            text.span,
            SourceFault::BadChoice {
                key,
                value: text.value,
                allowed,
            },
        );
        None
    }

    /// An `http` or `https` address.
    pub(crate) fn url(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let text = self.text(key)?;
        if web_address(&text.value).is_some() {
            return Some(text);
        }
        self.report(text.span, SourceFault::BadUrl { value: text.value });
        None
    }

    /// The address under which the site is published.
    pub(crate) fn base_url(&mut self, key: &'static str) -> Option<Spanned<BaseUrl>> {
        let text = self.text(key)?;
        let folder = BaseUrl::of_folder(&text.value);
        let Some(url) = folder.clone().or_else(|| BaseUrl::parse(&text.value)) else {
            self.report(text.span, SourceFault::BadUrl { value: text.value });
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
            return self.wrong(value, key, Expected::Map);
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
        let mut inner = Fields::new(self.file, whole, self.damaged, entries, table, self.sink);
        inner.languages = self.languages;
        inner.prefix = format!("{}{key}.", self.prefix);
        let result = read(&mut inner);
        inner.finish();
        Some(Spanned::new(result, value.span))
    }

    /// Reports every key that nobody asked for.
    pub(crate) fn finish(mut self) {
        let known: Vec<String> = self.known.iter().map(|k| (*k).to_owned()).collect();
        for entry in std::mem::take(&mut self.entries) {
            let key = entry.key.value;
            if !self.known.contains(&key.as_str()) {
                let nearest = nearest(&key, self.known.iter().copied())
                    .or_else(|| Some(meant(self.table, &key)?.name.to_owned()));
                let key = self.name(&key);
                self.report(
                    entry.key.span,
                    SourceFault::UnknownKey {
                        key,
                        nearest,
                        known: known.clone(),
                    },
                );
            }
        }
    }
}

fn as_node(text: Spanned<String>) -> Spanned<YamlNode> {
    text.map(|text| YamlNode::Scalar { text })
}

/// The value that stands in the table as an example of a key.
fn example(table: &[KeySpec], key: &str) -> Bilingual {
    let found = find(table, key);
    found.map_or(Bilingual::new("…", "…"), |key| key.example)
}

/// A text as the list that it may have been meant to be.
fn as_list(text: &str) -> String {
    let items = text.split([',', '、', '，', '・', '\n']).map(str::trim);
    let items: Vec<&str> = items.filter(|item| !item.is_empty()).collect();
    format!("[{}]", items.join(", "))
}

/// The number that stands in a text.
fn first_number(text: &str) -> Option<String> {
    let narrow = narrowed(text);
    let digits = narrow.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    (end > 0).then(|| digits[..end].to_owned())
}

/// The candidate most like `word`, if one is alike enough to be meant.
#[must_use]
pub(crate) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<String> {
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count().max(3) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}
