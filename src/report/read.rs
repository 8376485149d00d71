//! A report as a whole: the rally, the speakers in their order, and what could not be placed.

use super::event::DraftEvent;
use super::furniture;
use super::heading::{self, Heading};
use super::lines::{self, TextLine};
use super::paragraphs::{Print, join};
use super::person::NamedPerson;

/// What was found in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RallyReport {
    /// The rally.
    pub event: DraftEvent,
    /// What each speaker said, in the order of the report.
    pub statements: Vec<DraftStatement>,
    /// Paragraphs that belong to nobody: sections between speakers, editors' notes, page
    /// numbers and headers.
    pub rest: Vec<String>,
}

/// What one speaker said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DraftStatement {
    /// The heading as it stands in the report.
    pub heading: String,
    /// Who speaks.
    pub person: NamedPerson,
    /// What was said, in paragraphs.
    pub paragraphs: Vec<String>,
}

/// The first line, counted from 1, on which two headings stand side by side: its words would be taken for
/// those of one speaker.
#[must_use]
pub(crate) fn line_in_columns(text: &str) -> Option<usize> {
    let at = text
        .lines()
        .position(|line| heading::is_in_columns(line.trim()))?;
    Some(at + 1)
}

/// Reads a report from text.
#[must_use]
pub(crate) fn read(text: &str) -> RallyReport {
    let (lines, furniture) = furniture::part(lines::split(text));
    let print = Print::of(&lines);
    let headings = headings(&lines, print.full);
    let mut report = RallyReport {
        event: DraftEvent::default(),
        statements: Vec::new(),
        rest: Vec::new(),
    };
    let first = headings.first().map_or(lines.len(), |(at, _)| *at);
    let opening = join(&lines[..first], print);
    if headings.iter().any(|(_, heading)| heading.person.is_some()) {
        report.event = DraftEvent::read(opening);
    } else {
        // Without a single speaker nothing tells what this text is.
        report.rest = join(&lines, print);
    }
    for (number, (at, heading)) in headings.iter().enumerate() {
        let end = headings
            .get(number + 1)
            .map_or(lines.len(), |(next, _)| *next);
        let mut said: Vec<TextLine> = lines[(at + heading.lines).min(end)..end].to_vec();
        if !heading.after.is_empty()
            && let Some(line) = lines.get(at + heading.lines - 1)
        {
            let text = heading.after.clone();
            said.insert(
                0,
                TextLine {
                    text,
                    ..line.clone()
                },
            );
        }
        let mut paragraphs = join(&said, print);
        match &heading.person {
            Some(person) => {
                let notes = paragraphs
                    .iter()
                    .rev()
                    .take_while(|text| is_note(text))
                    .count();
                report
                    .rest
                    .extend(paragraphs.split_off(paragraphs.len() - notes));
                report.statements.push(DraftStatement {
                    heading: heading.raw.clone(),
                    person: person.clone(),
                    paragraphs,
                });
            }
            None => {
                report.rest.push(heading.raw.clone());
                report.rest.append(&mut paragraphs);
            }
        }
    }
    report
        .rest
        .extend(furniture.into_iter().map(|line| line.text));
    report
}

/// The headings that divide the report: those that name speakers, and others under the same
/// sign once the first speaker has been named.
fn headings(lines: &[TextLine], full: usize) -> Vec<(usize, Heading)> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let heading = heading::read(&lines[at..], full);
        let taken = heading.as_ref().map_or(1, |heading| heading.lines);
        all.extend(heading.map(|heading| (at, heading)));
        at += taken;
    }
    let names = |heading: &Heading| {
        heading
            .person
            .as_ref()
            .is_some_and(|person| person.is_titled() || person.name.is_sure())
    };
    let signs: Vec<Option<char>> = all
        .iter()
        .filter(|(_, heading)| names(heading))
        .map(|(_, heading)| heading.marker)
        .collect();
    let first = all.iter().position(|(_, heading)| names(heading));
    let dividing = |(at, (_, heading)): &(usize, (usize, Heading))| {
        names(heading)
            || first.is_some_and(|first| *at > first)
                && heading.marker.is_some()
                && signs.contains(&heading.marker)
    };
    let found = all.into_iter().enumerate().filter(dividing);
    found.map(|(_, heading)| heading).collect()
}

/// Whether a paragraph at the end is the editors' own: `（文責・編集部）`.
fn is_note(text: &str) -> bool {
    let bracketed = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
    bracketed
        && ["文責", "編集", "写真", "つづく", "次号"]
            .iter()
            .any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_that_name_nobody_are_kept_apart() {
        let report = read(
            "集会を開きました。\n◆市民の会・山田花子代表\n守ってほしい。\n◆質疑応答\n質問がありました。\n\
             ◆町の医師会・佐藤一郎医師\n困ります。\n（文責・編集部）\n",
        );
        assert_eq!(report.statements.len(), 2);
        assert_eq!(report.statements[1].paragraphs, ["困ります。"]);
        assert_eq!(
            report.rest,
            ["◆質疑応答", "質問がありました。", "（文責・編集部）"]
        );
    }

    #[test]
    fn a_text_without_speakers_is_all_rest() {
        let report = read("■お知らせ\nただの文章です。");
        assert!(report.statements.is_empty() && report.event.is_empty());
        assert_eq!(report.rest.concat(), "■お知らせただの文章です。");
    }

    proptest::proptest! {
        #[test]
        fn every_character_is_placed(text in "([◆■●【】（）()・：:。、 \u{3000}\n\u{c}\r0-9\\-]|市民の会|山田花子|代表|氏|[あ-んア-ンa-zA-Z亜-腕#*_<>&]){0,200}") {
            let report = read(&text);
            let mut placed: Vec<char> = Vec::new();
            let mut place = |text: &str| placed.extend(text.chars().filter(|c| !c.is_whitespace()));
            report.event.title.iter().chain(&report.event.body).for_each(|text| place(text));
            for statement in &report.statements {
                place(&statement.heading);
                statement.paragraphs.iter().for_each(|text| place(text));
            }
            report.rest.iter().for_each(|text| place(text));
            let mut written: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
            placed.sort_unstable();
            written.sort_unstable();
            proptest::prop_assert_eq!(placed, written);
        }
    }
}
