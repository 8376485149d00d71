//! `chirashi translations`: what is still to be translated, and what has changed since.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;

use super::args::OutputFormat;
use super::{Status, report, say};
use crate::base::{Lang, is_unspaced, line_column, web_address};
use crate::diagnostic::UiLang;
use crate::model::unfilled;
use crate::site::{self, Original, TranslationState};
use crate::{model, project, source};

/// Lists what is missing or stale, language by language.
pub(super) fn run(matches: &ArgMatches, lang: UiLang) -> Status {
    let content = matches.get_one::<PathBuf>("content").cloned();
    let content = content.unwrap_or_else(|| "content".into());
    let format = OutputFormat::read(matches);
    let Some(docs) = project::survey(&content) else {
        return report::refuse(vec![project::why_no_site(&content)], lang);
    };
    let languages = docs.site.languages.clone();
    let originals = site::translations(docs);
    let mut text = String::new();
    for to in languages {
        let work: Vec<PendingTranslation<'_>> = originals
            .iter()
            .filter_map(|o| PendingTranslation::of(o, to, &content))
            .collect();
        match format {
            OutputFormat::Json => text.extend(work.iter().map(|work| work.json(&content) + "\n")),
            OutputFormat::Text if work.is_empty() => {}
            OutputFormat::Text => {
                let left: usize = work.iter().map(PendingTranslation::untranslated).sum();
                text += &lang.pick(
                    format!(
                        "{}への翻訳（まだ訳していない段落：{left}）\n\n",
                        called(to, lang)
                    ),
                    format!(
                        "Into {} (paragraphs not translated yet: {left})\n\n",
                        called(to, lang)
                    ),
                );
                text.extend(work.iter().map(|work| work.words(&content, lang) + "\n"));
            }
        }
    }
    if format == OutputFormat::Text && text.is_empty() {
        text += lang.pick(
            "すべて訳されていて、もとの文が変わったものもありません。\n",
            "Everything is translated, and no original has changed since.\n",
        );
    }
    say(&text);
    Status::Done
}

/// What a language is called, with its code.
fn called(language: Lang, lang: UiLang) -> String {
    match language.locale().called {
        ("", _) => language.to_string(),
        (ja, en) => lang.pick(format!("{ja}（{language}）"), format!("{en} ({language})")),
    }
}

/// A translation that somebody has to see to.
struct PendingTranslation<'o> {
    original: &'o Original,
    to: Lang,
    state: &'o TranslationState,
    /// The lines on which somebody has yet to write or translate something.
    marked: Vec<usize>,
}

/// The lines of a translation on which a paragraph begins that stands there as in the original.
fn copied(text: &str, original: &Original, to: Lang) -> Vec<usize> {
    // So many characters are no name that is the same in both.
    const ENOUGH: usize = 8;
    let is_foreign = |words: &str| {
        let is_spaced = to.locale().is_spaced();
        let letters = words.chars().filter(|c| c.is_alphabetic());
        let (own, foreign): (Vec<char>, Vec<char>) =
            letters.partition(|c| is_unspaced(*c) != is_spaced);
        foreign.len() >= ENOUGH && foreign.len() > own.len() && web_address(words).is_none()
    };
    let is_original = |words: &str| {
        let mut all = original.paragraphs.iter();
        all.any(|own| own.text.starts_with(words))
    };
    let all: Vec<&str> = text.lines().collect();
    let lines = model::lines(text).into_iter();
    let lines = lines.filter(|line| {
        let written = all.get(line - 1).copied().unwrap_or_default();
        let words = written.trim_start_matches(['#', '>', '-', '*', '+', ' ']);
        let words = words
            .split(['{', '*', '[', '`', '|'])
            .next()
            .unwrap_or_default()
            .trim();
        is_foreign(words) && is_original(words)
    });
    lines.collect()
}

impl<'o> PendingTranslation<'o> {
    fn of(original: &'o Original, to: Lang, content: &Path) -> Option<Self> {
        let (_, state) = original.translations.iter().find(|(lang, _)| *lang == to)?;
        let mut pending = Self {
            original,
            to,
            state,
            marked: Vec::new(),
        };
        let text = source::load(Path::new(&pending.file(content)));
        if let Ok((bytes, _)) = text {
            let text = String::from_utf8_lossy(&bytes);
            let marks = unfilled::in_file(&text).into_iter();
            let marks = marks.filter(|(mark, _)| mark.is_unwritten());
            pending.marked = marks
                .map(|(_, span)| line_column(&text, span.start).0)
                .collect();
            let mut copied = copied(&text, original, to);
            copied.retain(|line| !pending.marked.contains(line));
            pending.marked.extend(copied);
            pending.marked.sort_unstable();
        }
        let is_whole = *state == TranslationState::Current && pending.marked.is_empty();
        (!is_whole).then_some(pending)
    }

    /// How many paragraphs are not translated.
    fn untranslated(&self) -> usize {
        match self.state {
            TranslationState::Missing => self.original.paragraphs.len(),
            _ => self.marked.len(),
        }
    }

    /// The file of the translation, as people know it.
    fn file(&self, content: &Path) -> String {
        let Original { path, lang, .. } = self.original;
        let own = format!(".{lang}.md");
        let stem = path.as_str().strip_suffix(&own).unwrap_or_default();
        let path = format!("{stem}.{}.md", self.to);
        content.join(path).display().to_string()
    }

    /// The paragraphs that are new or changed, each with its line.
    fn changed(&self, content: &Path) -> Vec<(Option<usize>, &'o site::Paragraph)> {
        let TranslationState::Stale { changed, .. } = self.state else {
            return Vec::new();
        };
        let at = content.join(self.original.path.as_str());
        let text = source::load(&at)
            .map(|(bytes, _)| bytes)
            .unwrap_or_default();
        let lines = model::lines(&String::from_utf8_lossy(&text));
        let all = &self.original.paragraphs;
        // The texts of the front matter come first, and have no line of their own here.
        let before = all.len().saturating_sub(lines.len());
        let line = |at: usize| lines.get(at.checked_sub(before)?).copied();
        changed
            .iter()
            .filter_map(|at| Some((line(*at), all.get(*at)?)))
            .collect()
    }

    fn json(&self, content: &Path) -> String {
        let (state, gone) = match self.state {
            TranslationState::Missing => ("missing", 0),
            TranslationState::Unrecorded => ("unrecorded", 0),
            TranslationState::Stale { gone, .. } => ("stale", *gone),
            TranslationState::Current => ("untranslated", 0),
        };
        let changed = self.changed(content).into_iter().map(|(line, paragraph)| {
            json!({"line": line, "section": paragraph.section, "text": paragraph.text})
        });
        json!({
            "state": state,
            "untranslated": self.untranslated(),
            "language": self.to.as_str(),
            "file": self.file(content),
            "original": content.join(self.original.path.as_str()).display().to_string(),
            "fingerprint": self.original.fingerprint,
            "changed": changed.collect::<Vec<_>>(),
            "gone": gone,
        })
        .to_string()
    }

    fn words(&self, content: &Path, lang: UiLang) -> String {
        let Original {
            kind,
            name: slug,
            lang: from,
            path,
            fingerprint,
            ..
        } = self.original;
        // `<event>/<speaker>` are two words on the command line.
        let slug = slug.replace('/', " ");
        let file = self.file(content);
        let there = content.join(path.as_str()).display().to_string();
        let left = self.untranslated();
        let marked = match self.marked.as_slice() {
            [] => String::new(),
            [first, .., last] => lang.pick(
                format!("    まだ訳していないところが{}か所あります（{first}行目から{last}行目まで）。\n", self.marked.len()),
                format!("    {} paragraphs are not translated yet (lines {first} to {last}).\n", self.marked.len()),
            ),
            [line] => lang.pick(
                format!("    まだ訳していないところが1か所あります（{line}行目）。\n"),
                format!("    1 paragraph is not translated yet (line {line}).\n"),
            ),
        };
        match self.state {
            TranslationState::Missing => lang.pick(
                format!("  {file}\n    まだ訳されていません（もと：{there}、{left}段落）。訳すには：\n    chirashi new {} {slug} --translate-from {from}\n", kind.scheme()),
                format!("  {file}\n    is not translated yet (original: {there}, {left} paragraphs). To begin:\n    chirashi new {} {slug} --translate-from {from}\n", kind.scheme()),
            ),
            TranslationState::Unrecorded => lang.pick(
                format!("  {file}\n    どの状態の文を訳したのかが記録されていません（もと：{there}）。\n{marked}    いまの文と合っていれば、translation の of に次の値を書きます：\n    of: {fingerprint}\n"),
                format!("  {file}\n    does not record which state of the original it translates (original: {there}).\n{marked}    If it agrees with the original as it stands, write below `translation`:\n    of: {fingerprint}\n"),
            ),
            TranslationState::Stale { gone, .. } => {
                let changed = self.changed(content);
                let mut text = lang.pick(
                    format!("  {file}\n    もとの文（{there}）が、訳したあとで変わりました。\n"),
                    format!("  {file}\n    The original ({there}) has changed since it was translated.\n"),
                );
                for (line, paragraph) in &changed {
                    let place = match (line, &paragraph.section) {
                        (Some(line), Some(id)) => lang.pick(format!("{line}行目 #{id}"), format!("line {line}, #{id}")),
                        (Some(line), None) => lang.pick(format!("{line}行目"), format!("line {line}")),
                        (None, _) => lang.pick("はじめの欄", "front matter").to_owned(),
                    };
                    let says = paragraph.text.trim_end().replace('\n', "\n      ");
                    text += &lang.pick(
                        format!("    ＋ {place}：{says}\n"),
                        format!("    + {place}: {says}\n"),
                    );
                }
                if *gone > 0 {
                    text += &lang.pick(
                        format!("    − 消えた段落：{gone}\n"),
                        format!("    - paragraphs that are gone: {gone}\n"),
                    );
                }
                if changed.is_empty() && *gone == 0 {
                    text += lang.pick("    ↕ 段落の順番が変わりました。\n", "    ↕ the paragraphs stand in another order.\n");
                }
                text += &marked;
                text + &lang.pick(
                    format!("    訳を直したら、of をいまの値に書き換えます：\n    of: {fingerprint}\n"),
                    format!("    When the translation agrees again, record it:\n    of: {fingerprint}\n"),
                )
            }
            TranslationState::Current => format!("  {file}\n{marked}"),
        }
    }
}
