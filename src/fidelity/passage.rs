//! What a source says of one speaker: from the heading with the name to the next speaker's.

use unicode_normalization::UnicodeNormalization;

use super::figures::{Figure, figures};
use crate::report::{self, RallyReport};

/// Headings are shorter than this many letters.
const LONGEST_HEADING: usize = 60;

/// A source as it was read once for all statements that are held to it.
pub(super) struct KeptSource<'s> {
    text: &'s str,
    report: RallyReport,
    /// All of it, in paragraphs.
    pub(super) whole: SourcePart,
}

/// A part of a source, and its figures.
pub(super) struct SourcePart {
    /// Its letters, as names are looked for in them.
    pub(super) bare: String,
    /// The text that the figures stand in.
    pub(super) text: String,
    pub(super) figures: Vec<Figure>,
}

impl SourcePart {
    fn of(text: String) -> Self {
        Self {
            bare: bare(&text),
            figures: figures(&text),
            text,
        }
    }
}

impl<'s> KeptSource<'s> {
    pub(super) fn read(text: &'s str) -> Self {
        let report = report::read(text);
        let whole = SourcePart::of(all(&report));
        Self {
            text,
            report,
            whole,
        }
    }

    /// What it says of the speaker of these names; `others` are those of other speakers, all bare.
    pub(super) fn passage(&self, names: &[String], others: &[&str]) -> Option<SourcePart> {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let found = self.under_headings(&names, others);
        let text = found.or_else(|| self.under_lines(&names, others))?;
        Some(SourcePart::of(text))
    }

    /// What stands under headings that the reader of reports knows: those of the full name, else
    /// those of the family name.
    fn under_headings(&self, names: &[&str], others: &[&str]) -> Option<String> {
        let statements = || self.report.statements.iter();
        let own = |heading: &str| names.iter().any(|name| heading.contains(name));
        let family = |called: &str| {
            let begins = |name: &&str| !called.is_empty() && name.starts_with(called);
            names.iter().any(begins) && !others.iter().any(begins)
        };
        let mut found: Vec<_> = statements()
            .filter(|said| own(&bare(&said.heading)))
            .collect();
        if found.is_empty() {
            found = statements()
                .filter(|said| family(&bare(said.person.name.text())))
                .collect();
        }
        let parts = found.iter().map(|said| {
            let paragraphs = said.paragraphs.iter().map(String::as_str);
            let all: Vec<&str> = std::iter::once(said.heading.as_str())
                .chain(paragraphs)
                .collect();
            all.join("\n")
        });
        let parts: Vec<String> = parts.collect();
        (!parts.is_empty()).then(|| parts.join("\n"))
    }

    /// What stands under a short line with the name, up to such a line with another's.
    fn under_lines(&self, names: &[&str], others: &[&str]) -> Option<String> {
        let heads = |line: &str, names: &[&str]| {
            let line = bare(line);
            let short = line.chars().count() <= LONGEST_HEADING && !line.contains(['。', '.']);
            short && names.iter().any(|name| line.contains(name))
        };
        let headings: Vec<String> = self
            .report
            .statements
            .iter()
            .map(|said| bare(&said.heading))
            .collect();
        let is_heading = |line: &str| {
            let line = bare(line);
            !line.is_empty() && headings.iter().any(|heading| heading.starts_with(&line))
        };
        let mut inside = false;
        let mut found = String::new();
        for line in self.text.lines() {
            if heads(line, names) {
                inside = true;
            } else if heads(line, others) || is_heading(line) {
                inside = false;
            }
            if inside {
                found.push_str(line);
                found.push('\n');
            }
        }
        (!found.is_empty()).then(|| all(&report::read(&found)))
    }
}

/// All that was read, in paragraphs.
fn all(report: &RallyReport) -> String {
    let said = report.statements.iter();
    let said = said.flat_map(|said| std::iter::once(&said.heading).chain(&said.paragraphs));
    let event = report.event.title.iter().chain(&report.event.body);
    let all = event.chain(said).chain(&report.rest);
    all.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// Letters as names are compared: of one width, without spaces.
pub(super) fn bare(text: &str) -> String {
    let letters = text.nfkc().filter(|c| !c.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}
