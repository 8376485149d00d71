//! What may not have been meant: marks that stand on the page as they are, and columns of a table
//! that was pasted.

use crate::base::{Lang, Span, is_unspaced};
use crate::model::fault::ModelFault;
use crate::model::ruby;
use crate::model::text::{Inline, Written, plain};

/// Marks that no reader is meant to see.
const MARKS: [&str; 8] = ["**", "~~", "__", "![", "](", "{#", "```", "{|"];

/// Longer labels of footnotes, in bytes, are none.
const LONGEST_LABEL: usize = 100;
/// So much is told of a block, and no more.
const MOST: usize = 20;

/// What is doubtful about a block of text, at places in the block as written.
pub(super) fn of(content: &[Inline<Written>], written: &str) -> Vec<(Span, ModelFault)> {
    let mut found = Vec::new();
    if let Some(table) = pasted_table(written) {
        found.push((first_line(written), ModelFault::PastedTable { table }));
    }
    let mut texts = Vec::new();
    gather(content, &mut texts);
    for mark in MARKS {
        let is_shown = texts.iter().any(|text| text.contains(mark));
        if let Some(at) = is_shown.then(|| meant(mark, written)).flatten() {
            let place = Span::new(at, at + mark.len());
            found.push((place, ModelFault::LeftoverMark { mark }));
            break;
        }
    }
    if let Some(at) = texts
        .iter()
        .find_map(|text| written.find(ruby::unclosed(text)?))
    {
        let fault = ModelFault::LeftoverMark { mark: "{" };
        found.push((Span::new(at, at + 1), fault));
    }
    if let Some((place, title)) = hash_in_text(written) {
        found.push((place, ModelFault::HashInText { title }));
    }
    for text in texts {
        let empty = ruby::without_reading(text).map(|(inside, base)| {
            let base = base.trim().to_owned();
            (inside, ModelFault::EmptyReading { base })
        });
        let uneven = ruby::uneven(text).map(|(inside, base, readings)| {
            (inside, ModelFault::UnevenReadings { base, readings })
        });
        for (inside, fault) in empty.take(MOST).chain(uneven.take(MOST)) {
            if found.len() > MOST {
                break;
            }
            let mark = format!("{{{inside}}}");
            let in_cell = mark.replace('|', "\\|");
            let place = [mark, in_cell]
                .iter()
                .find_map(|mark| Some((written.find(mark)?, mark.len())));
            if let Some((at, long)) = place {
                found.push((Span::new(at, at + long), fault));
            }
        }
        for (at, _) in text.match_indices("[^") {
            let label = text[at + 2..][..text[at + 2..].floor_char_boundary(2 * LONGEST_LABEL)]
                .split(']')
                .next()
                .unwrap_or_default();
            let is_told = found.iter().any(|(_, fault)| {
                matches!(fault, ModelFault::MissingNote { label: told } if told == label)
            });
            if is_told || label.is_empty() || label.len() > LONGEST_LABEL || found.len() > MOST {
                continue;
            }
            let mark = format!("[^{label}]");
            if let Some(at) = written
                .find(&mark)
                .filter(|_| text[at..].starts_with(&mark))
            {
                let label = label.to_owned();
                let place = Span::new(at, at + mark.len());
                found.push((place, ModelFault::MissingNote { label }));
            }
        }
    }
    found
}

/// The first line within a paragraph that begins with a single `#`, which makes no heading there, and
/// what stands behind it. Several such words are hashtags.
fn hash_in_text(written: &str) -> Option<(Span, String)> {
    let mut at = 0;
    for (number, line) in written.split_inclusive('\n').enumerate() {
        let title = line.trim().strip_prefix(['#', '＃']);
        let is_title = |title: &&str| {
            !title.contains(['#', '＃', ' ', '\u{3000}'])
                && title.starts_with(char::is_alphanumeric)
        };
        let is_first = number == 0;
        if let Some(title) = title.filter(|_| !is_first).filter(is_title) {
            let begin = at + (line.len() - line.trim_start().len());
            let place = Span::new(begin, begin + line.trim().len());
            return Some((place, title.to_owned()));
        }
        at += line.len();
    }
    None
}

/// Where a mark was meant as one: not where it is spoken of in quotation marks, and that of a heading
/// only at the end of a line.
fn meant(mark: &str, written: &str) -> Option<usize> {
    let mut places = written.match_indices(mark).map(|(at, _)| at);
    places.find(|at| {
        let before = written[..*at].chars().next_back();
        let line = written[*at..].lines().next().unwrap_or_default();
        let is_code = written[..*at].matches('`').count() % 2 == 1;
        let after = line[mark.len()..].chars().next();
        // `file__name` is a word.
        let beside = [before, after];
        let is_word = mark == "__"
            && (beside.contains(&Some('_')) || !beside.iter().flatten().any(|c| is_unspaced(*c)));
        let is_quoted = is_code || is_word || matches!(before, Some('「' | '『' | '“' | '"'));
        !is_quoted && (mark != "{#" || line.trim_end().ends_with('}'))
    })
}

/// The characters that stand on the page as they were written: not code.
fn gather<'c>(content: &'c [Inline<Written>], out: &mut Vec<&'c str>) {
    for inline in content {
        match inline {
            Inline::Text(text) => out.push(text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Link { content: inner, .. } => gather(inner, out),
            _ => {}
        }
    }
}

fn first_line(written: &str) -> Span {
    Span::new(0, written.find('\n').unwrap_or(written.len()))
}

/// Lines of as many columns, parted by tabs or wide gaps, as Markdown writes a table.
fn pasted_table(written: &str) -> Option<String> {
    if let Some(table) = unruled_table(written) {
        return Some(table);
    }
    if let Some(rows) = quoted_cells(written).or_else(|| drawn_cells(written)) {
        return as_table(&rows);
    }
    if !written.contains(['\t', '\u{3000}', ',']) && !written.contains("  ") {
        return None;
    }
    let by_blank = |line: &str| -> Vec<String> {
        let cells = line
            .split(['\u{3000}', ' ', '\t'])
            .filter(|cell| !cell.is_empty());
        cells.map(str::to_owned).collect()
    };
    // Behind a comma of a sentence stands a blank.
    let by_comma = |line: &str| -> Vec<String> {
        let is_cell = |cell: &str| cell.trim() == cell && cell.chars().count() <= 20;
        let cells = line.split(',');
        cells
            .take_while(|cell| is_cell(cell))
            .map(str::to_owned)
            .collect()
    };
    let is_listed = !written.contains('。') && written.lines().count() > 1;
    // Numbers have commas of their own.
    let has_words = written.contains(char::is_alphabetic);
    let by_sign = |cells: &dyn Fn(&str) -> Vec<String>| {
        let rows: Vec<Vec<String>> = written.lines().map(cells).collect();
        let wide = rows.first().map_or(0, Vec::len);
        (is_listed && wide > 2 && rows.iter().all(|row| row.len() == wide)).then_some(rows)
    };
    let has_gap = written.contains('\u{3000}') || written.contains("  ");
    let loose = || {
        let has_figure = |row: &Vec<String>| row.iter().any(|cell| cell.contains(char::is_numeric));
        let by_gaps = has_gap.then(|| by_sign(&by_blank)).flatten();
        let by_gaps = by_gaps.filter(|rows| rows[1..].iter().all(has_figure));
        by_gaps.or_else(|| by_sign(&by_comma).filter(|_| has_words))
    };
    by_columns(written).or_else(|| as_table(&loose()?))
}

/// Rows as Markdown writes a table.
fn as_table<T: AsRef<str>>(rows: &[Vec<T>]) -> Option<String> {
    let wide = rows.first()?.len();
    let fits = rows.len() > 1 && wide > 1 && rows.iter().all(|row| row.len() == wide);
    fits.then(|| {
        let row = |cells: &Vec<T>| {
            let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
            format!("  | {} |", cells.join(" | "))
        };
        let rule = format!("  |{}", " --- |".repeat(wide));
        let mut lines: Vec<String> = rows.iter().map(row).collect();
        lines.insert(1, rule);
        lines.join("\n")
    })
}

/// Cells parted by tabs of which some stand between quotation marks, as spreadsheets copy cells of
/// several lines.
fn quoted_cells(written: &str) -> Option<Vec<Vec<String>>> {
    if !written.contains("\t\"") && !written.starts_with('"') || !written.contains('\t') {
        return None;
    }
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    for c in written.trim_end().chars() {
        let row = rows.last_mut()?;
        let cell = row.last_mut()?;
        match c {
            '"' if is_quoted || cell.is_empty() => is_quoted = !is_quoted,
            '\n' if is_quoted => cell.push(' '),
            '\t' if !is_quoted => row.push(String::new()),
            '\n' => rows.push(vec![String::new()]),
            c => cell.push(c),
        }
    }
    (!is_quoted && rows.len() > 1).then_some(rows)
}

/// Cells between lines that are drawn: `│ 項目 │ 2020年 │`, `+---+---+`.
fn drawn_cells(written: &str) -> Option<Vec<Vec<String>>> {
    let is_line = |c: char| matches!(c, '│' | '┃' | '║' | '|' | '｜');
    let is_drawn = |line: &str| {
        line.chars().all(|c| {
            matches!(
                c,
                '\u{2500}'..='\u{257f}' | '+' | '-' | '=' | ' ' | '\u{3000}'
            )
        })
    };
    let begins = written.trim_start();
    if !begins.starts_with(['┌', '┏', '╔', '├', '│', '┃']) && !begins.starts_with("+-")
    {
        return None;
    }
    let rows = written
        .lines()
        .map(str::trim)
        .filter(|line| !is_drawn(line));
    let cells = |line: &str| -> Vec<String> {
        let inner = line.trim_matches(is_line);
        inner
            .split(is_line)
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    Some(rows.map(cells).collect())
}

/// Lines of as many columns, parted by tabs or by wide gaps.
fn by_columns(written: &str) -> Option<String> {
    let mut rows: Vec<Vec<&str>> = written.lines().map(columns).collect();
    if written.lines().all(|line| line.contains('\t')) {
        // Empty cells at the end of a row may have gone on the way.
        let wide = rows.iter().map(Vec::len).max()?;
        let whole = rows.iter().filter(|row| row.len() == wide).count();
        if 2 * whole >= rows.len() {
            for row in &mut rows {
                row.resize(wide, "");
            }
        }
    }
    as_table(&rows)
}

/// Lines between bars, as Markdown writes a table, without the rule below the first.
fn unruled_table(written: &str) -> Option<String> {
    let rows: Vec<&str> = written
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let is_row = |row: &&str| row.starts_with('|') && row.len() > 1 && row.ends_with('|');
    let first = rows
        .first()
        .filter(|_| rows.len() > 1 && rows.iter().all(is_row))?;
    let wide = first.matches('|').count() - 1;
    let rule = format!("  |{}", " --- |".repeat(wide));
    // A rule of another number of columns is none.
    let is_said = |row: &&&str| !row.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    let rows = rows.iter().filter(is_said);
    let mut lines: Vec<String> = rows.map(|row| format!("  {row}")).collect();
    (wide > 0 && !lines.is_empty()).then(|| {
        lines.insert(1, rule);
        lines.join("\n")
    })
}

fn columns(line: &str) -> Vec<&str> {
    if line.contains('\t') {
        return line.split('\t').map(str::trim).collect();
    }
    let line = line.trim();
    let gap = |c: char| matches!(c, ' ' | '\u{3000}');
    let mut cells = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(gap) {
        let behind = rest[at..].trim_start_matches(gap);
        let blank = &rest[at..rest.len() - behind.len()];
        if blank.chars().count() > 1 {
            cells.push(&rest[..at]);
            rest = behind;
        } else {
            // One blank stands between words of a cell.
            let Some(next) = behind
                .find(gap)
                .map(|next| rest.len() - behind.len() + next)
            else {
                break;
            };
            let after = rest[next..].trim_start_matches(gap);
            if rest[next..rest.len() - after.len()].chars().count() < 2 {
                break;
            }
            cells.push(&rest[..next]);
            rest = after;
        }
    }
    cells.push(rest);
    cells
}

/// What is to be told of a row with more cells than the table has columns, unless they are empty.
pub(super) fn extra_cells(row: &str, columns: usize, lang: Lang) -> Option<ModelFault> {
    let bars = bars(row);
    let has_edge = |at: Option<&usize>, edge: usize| at.is_some_and(|at| *at == edge);
    let begin = usize::from(has_edge(bars.first(), 0));
    let end = usize::from(bars.len() > begin && has_edge(bars.last(), row.len() - 1));
    let inner = &bars[begin..bars.len() - end];
    let starts = std::iter::once(begin).chain(inner.iter().map(|bar| bar + 1));
    let ends = inner.iter().copied().chain([row.len() - end]);
    let cells: Vec<&str> = starts.zip(ends).map(|(a, b)| row[a..b].trim()).collect();
    let extra = cells.get(columns..)?;
    if columns == 0 || extra.iter().all(|cell| cell.is_empty()) {
        return None;
    }
    let between = lang.locale().list;
    let filled = cells[columns - 1..].iter().filter(|cell| !cell.is_empty());
    let last: Vec<&str> = filled.copied().collect();
    let mut kept = cells[..columns - 1].to_vec();
    let last = last.join(between);
    kept.push(&last);
    Some(ModelFault::ExtraCells {
        columns,
        cells: cells.len(),
        right: format!("| {} |", kept.join(" | ")),
    })
}

/// The bytes of a row at which bars part cells.
fn bars(row: &str) -> Vec<usize> {
    let mut is_escaped = false;
    let bars = row.char_indices().filter(|(_, c)| {
        let parts = *c == '|' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        parts
    });
    bars.map(|(at, _)| at).collect()
}

/// How a text begins, for people to find it.
pub(super) fn beginning(content: &[Inline<Written>]) -> String {
    let text = plain(content);
    let line = text.lines().next().unwrap_or_default();
    line.chars().take(24).collect()
}
