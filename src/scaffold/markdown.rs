//! The text tree back into Markdown, for somebody to translate it piece by piece.

use std::collections::BTreeMap;

use crate::model::text::{Block, Inline, Section, Written, WrittenBody, visit_notes as visit};

/// What stands before every piece that is to be translated.
pub(super) struct TranslationMarkdown<'m>(pub(super) &'m str);

impl TranslationMarkdown<'_> {
    /// A body with the same sections; their topics and `.strong` are inherited and left out.
    pub(super) fn body(&self, body: &WrittenBody) -> String {
        let mut parts = self.blocks(&body.intro);
        for section in &body.sections {
            parts.push(self.heading(section));
            parts.extend(self.blocks(&section.blocks));
        }
        let mut notes = BTreeMap::new();
        let all = body.sections.iter().map(|section| &section.blocks);
        for blocks in all.chain([&body.intro]) {
            visit(blocks, &mut |label, content| {
                let note = format!("[^{label}]: {}{}", self.0, line(content));
                notes.entry(label.to_owned()).or_insert(note);
            });
        }
        parts.extend(notes.into_values());
        parts
            .iter()
            .map(|part| part.clone() + "\n")
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn heading<T>(&self, section: &Section<Written, T>) -> String {
        let mark = mark(&section.id, section.unmarked);
        format!("## {}{}{mark}", self.0, line(&section.heading))
    }

    fn blocks(&self, blocks: &[Block<Written>]) -> Vec<String> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block<Written>) -> String {
        match block {
            Block::Paragraph(content) => format!("{}{}", self.0, line(content)),
            Block::Heading {
                level,
                id,
                unmarked,
                content,
            } => {
                let marks = "#".repeat(usize::from(*level));
                let mark = mark(id, unmarked.is_some());
                format!("{marks} {}{}{mark}", self.0, line(content))
            }
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(inner) => {
                let text = self.blocks(inner).join("\n\n");
                let lines = text.lines().map(|line| format!("> {line}"));
                lines
                    .map(|line| line.trim_end().to_owned())
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            Block::Code { lang, text } => {
                let fence = fence(text);
                format!("{fence}{lang}\n{}\n{fence}", text.trim_end_matches('\n'))
            }
            Block::Table { head, rows } => self.table(head, rows),
            Block::Rule => "---".into(),
        }
    }

    fn list(&self, start: Option<u64>, items: &[Vec<Block<Written>>]) -> String {
        let items = items.iter().enumerate().map(|(at, item)| {
            let bullet = match start {
                Some(first) => format!("{}. ", first.saturating_add(at as u64)),
                None => "- ".to_owned(),
            };
            let text = self.blocks(item).join("\n\n");
            let indent = " ".repeat(bullet.len());
            let lines = text.lines().enumerate().map(|(n, line)| match (n, line) {
                (0, line) => format!("{bullet}{line}"),
                (_, "") => String::new(),
                (_, line) => format!("{indent}{line}"),
            });
            lines.collect::<Vec<_>>().join("\n")
        });
        items.collect::<Vec<_>>().join("\n")
    }

    fn table(&self, head: &[Vec<Inline<Written>>], rows: &[Vec<Vec<Inline<Written>>>]) -> String {
        let row = |cells: &[Vec<Inline<Written>>]| {
            let cells = cells
                .iter()
                .map(|cell| format!("{}{}", self.0, line(cell).replace('|', "\\|")));
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let rule = format!("|{}", " --- |".repeat(head.len()));
        let mut lines = vec![row(head), rule];
        lines.extend(rows.iter().map(|cells| row(cells)));
        lines.join("\n")
    }
}

/// A fence that is longer than any in the code.
fn fence(code: &str) -> String {
    let longest = code
        .lines()
        .map(|line| line.chars().take_while(|c| *c == '`').count())
        .max();
    "`".repeat(longest.unwrap_or(0).max(2) + 1)
}

/// Running text on one line; furigana, which no other language needs, are left out.
fn line(content: &[Inline<Written>]) -> String {
    content.iter().map(inline).collect()
}

fn inline(content: &Inline<Written>) -> String {
    match content {
        Inline::Text(text) => escaped(text),
        Inline::Emphasis(inner) => format!("*{}*", line(inner)),
        Inline::Strong(inner) => format!("**{}**", line(inner)),
        Inline::Strike(inner) => format!("~~{}~~", line(inner)),
        Inline::Code(code) => {
            let fence = fence(code).trim_start_matches("``").to_owned();
            format!("{fence}{code}{fence}")
        }
        Inline::Link { to, content } if is_plain(&to.address) => {
            format!("[{}]({})", line(content), to.address)
        }
        Inline::Link { to, content } => format!("[{}](<{}>)", line(content), to.address),
        Inline::Image { src, alt } => format!("![{}]({})", escaped(alt), src.address),
        Inline::Ruby { base, .. } => escaped(base),
        Inline::Note { label, .. } => format!("[^{label}]"),
        Inline::Break => "\\\n".into(),
    }
}

/// Whether an address can stand between parentheses as it is.
fn is_plain(address: &str) -> bool {
    !address.is_empty()
        && !address.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>'))
}

/// Text with a backslash before whatever Markdown would take for a mark.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '{' | '}'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
/// The mark behind a heading; where the original has none, its translation needs none either.
fn mark(id: &str, unmarked: bool) -> String {
    if unmarked {
        String::new()
    } else {
        format!(" {{#{id}}}")
    }
}
