//! The texts that problems can point into.

use std::sync::Arc;

use crate::base::{FileId, Loc, Span};

/// Every text read in a run, with the path that staff know it by.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    files: Vec<(Arc<str>, Arc<str>)>,
}

impl Sources {
    /// Keeps a text and numbers it.
    pub fn add(&mut self, path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> FileId {
        self.files.push((path.into(), text.into()));
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// Gives a file that has changed its new text; a number that was never given out has none.
    pub fn set(&mut self, file: FileId, text: impl Into<Arc<str>>) {
        if let Some((_, old)) = self.files.get_mut(file.0 as usize) {
            *old = text.into();
        }
    }

    /// The path of a file as shown to people; empty for a number that was never given out.
    #[must_use]
    pub fn path(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |(path, _)| path)
    }

    /// The text of a file; empty for a number that was never given out.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |(_, text)| text)
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
        texts.map(move |(at, (_, text))| (number(at), &**text))
    }
}
