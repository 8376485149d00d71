//! Tables that were pasted: columns parted by tabs, gaps, commas or lines that are drawn, as Markdown writes
//! a table.

/// Lines of as many columns, parted by tabs or wide gaps, as Markdown writes a table.
pub(super) fn table(written: &str) -> Option<String> {
    if let Some(table) = unruled_table(written) {
        return Some(table);
    }
    if let Some(rows) = quoted_cells(written).or_else(|| drawn_cells(written)) {
        return as_table(&rows);
    }
    if !written.contains(['\t', '\u{3000}', ',']) && !written.contains("  ") {
        return as_table(&of_figures(written)?);
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

/// Rows of three cells and more parted by one blank each, with figures in all but the first of them.
fn of_figures(written: &str) -> Option<Vec<Vec<&str>>> {
    let rows: Vec<Vec<&str>> = written
        .lines()
        .map(|line| line.trim().split(' ').collect())
        .collect();
    let (first, others) = rows.split_first()?;
    let is_figure = |cell: &&str| cell.starts_with(char::is_numeric);
    let is_row = |row: &Vec<&str>| row.len() == first.len() && row[1..].iter().all(is_figure);
    let is_of_figures = |row: &Vec<&str>| is_row(row) && is_figure(&row[0]);
    let fits = match first.len() {
        0 | 1 => false,
        2 => others.len() > 2 && others.iter().all(is_of_figures),
        _ => others.len() > 1 && others.iter().all(is_row),
    };
    fits.then_some(rows)
}
