//! The texts that problems can point into.

use std::sync::Arc;

use crate::base::{FileId, Loc, Span};

/// Every text read in a run, with the path that staff know it by.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    files: Vec<SourceText>,
}

/// A text that was read.
#[derive(Debug, Clone)]
struct SourceText {
    path: Arc<str>,
    text: Arc<str>,
    /// Where its lines begin.
    lines: Arc<[usize]>,
}

impl SourceText {
    fn new(path: Arc<str>, text: Arc<str>) -> Self {
        let behind = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(behind).collect();
        Self { path, text, lines }
    }
}

impl Sources {
    /// Keeps a text and numbers it.
    pub fn add(&mut self, path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> FileId {
        self.files.push(SourceText::new(path.into(), text.into()));
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// Gives a file that has changed its new text; a number that was never given out has none.
    pub fn set(&mut self, file: FileId, text: impl Into<Arc<str>>) {
        if let Some(old) = self.files.get_mut(file.0 as usize) {
            *old = SourceText::new(old.path.clone(), text.into());
        }
    }

    /// The path of a file as shown to people; empty for a number that was never given out.
    #[must_use]
    pub fn path(&self, file: FileId) -> &str {
        self.get(file).map_or("", |own| &own.path)
    }

    /// The text of a file; empty for a number that was never given out.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        self.get(file).map_or("", |own| &own.text)
    }

    fn get(&self, file: FileId) -> Option<&SourceText> {
        self.files.get(file.0 as usize)
    }

    /// Line and column where a place begins, both from one; the column counts characters.
    #[must_use]
    pub(crate) fn line_column(&self, at: Loc) -> (usize, usize) {
        let Some(SourceText { text, lines, .. }) = self.get(at.file) else {
            return (1, 1);
        };
        let byte = text.floor_char_boundary(at.span.start.min(text.len()));
        let line = lines.partition_point(|start| *start <= byte);
        let start = lines[line.saturating_sub(1)];
        (line, text[start..byte].chars().count() + 1)
    }

    /// The first line, without the blanks around it, in which some words stand one after the other;
    /// the files are looked through in their order.
    #[must_use]
    pub(crate) fn find_line(&self, files: &[FileId], words: &[&str]) -> Option<Loc> {
        let holds = |line: &str| {
            let mut rest = Some(line);
            for word in words {
                rest = rest
                    .and_then(|rest| rest.split_once(word))
                    .map(|(_, rest)| rest);
            }
            rest.is_some()
        };
        files.iter().find_map(|file| {
            let text = self.text(*file);
            let line = text.lines().find(|line| holds(line))?.trim();
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            Some(Span::new(start, start + line.len()).of(*file))
        })
    }

    /// The first place of a character; the files are looked through in their order.
    #[must_use]
    pub(crate) fn find_char(&self, files: &[FileId], wanted: char) -> Option<Loc> {
        files.iter().find_map(|file| {
            let start = self.text(*file).find(wanted)?;
            Some(Span::new(start, start + wanted.len_utf8()).of(*file))
        })
    }

    /// Every text with its number.
    pub fn all(&self) -> impl Iterator<Item = (FileId, &str)> {
        let number = |at: usize| FileId(u32::try_from(at).unwrap_or(u32::MAX));
        let texts = self.files.iter().enumerate();
        texts.map(move |(at, own)| (number(at), &*own.text))
    }
}
