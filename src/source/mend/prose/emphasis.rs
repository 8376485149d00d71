//! Emphasis and what is struck out beside Japanese punctuation: `CommonMark` asks for a space or another
//! mark outside `**「…」**`, which Japanese never writes. A character that counts as a space, and that no
//! text holds any more, is put there for the parser. A `*` between figures
//! multiplies them, one before figures refers to a note on paper; what somebody said is no definition of a
//! link, as `[佐藤]: はい。` would be.

use super::lines::{ProseLine, runs};
use crate::base::{Span, is_digit, is_unspaced};
use crate::source::mend::Fix;

/// What is put beside a mark for the parser, and dropped from what it gives back.
pub(crate) const EDGE: char = '\u{2028}';

/// The places where the parser needs an edge to see emphasis that was meant.
pub(in crate::source::mend) fn emphasis(text: &str) -> Vec<Fix> {
    let mut fixes = Vec::new();
    for run in runs(text) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        fixes.extend(run.iter().filter_map(spoken));
        fixes.extend(run.iter().filter_map(dated));
        fixes.extend(signed(&run));
        paragraph(text, first.start, last.start + last.text.len(), &mut fixes);
    }
    fixes.sort_by_key(|fix| fix.span.start);
    fixes
}

/// Keeps the parser from taking a line for the definition of a link, unless an address stands there.
fn spoken(line: &ProseLine<'_>) -> Option<Fix> {
    let lead = line.text.len() - line.text.trim_start_matches(' ').len();
    // What is quoted, and an item, are lines of their own.
    let content = line.text.trim_start_matches(['>', ' ', '-', '*', '+']);
    if lead > 3 {
        return None;
    }
    let (label, behind) = content.strip_prefix('[')?.split_once("]:")?;
    let address = behind.trim_start();
    let begins = ["http", "<", "/", "#", ".", "mailto:", "tel:"];
    let path = address.split([' ', '\t']).next().unwrap_or_default();
    let is_address = begins.iter().any(|own| address.starts_with(own))
        || path.is_ascii() && path.contains(['.', ':', '/']);
    let at = line.start + line.text.len() - content.len();
    (!label.starts_with('^') && !label.contains(']') && !is_address && !address.is_empty()).then(
        || Fix {
            span: Span::new(at, at),
            with: "\\".to_owned(),
            typos: Vec::new(),
        },
    )
}

/// Keeps the parser from taking a year for the number of an item: `2024. 10. 5 つどい`.
fn dated(line: &ProseLine<'_>) -> Option<Fix> {
    let content = line.text.trim_start_matches(['>', ' ']);
    let rest = content.trim_start_matches(|c: char| c.is_ascii_digit());
    let long = content.len() - rest.len();
    let at = line.start + line.text.len() - rest.len();
    ((4..=9).contains(&long) && rest.starts_with(['.', ')'])).then(|| Fix {
        span: Span::new(at, at),
        with: "\\".to_owned(),
        typos: Vec::new(),
    })
}

/// Keeps lines of more and less apart, and their signs, which are no bullets: `+ 3%`, `- 5%`.
fn signed(run: &[ProseLine<'_>]) -> Vec<Fix> {
    let sign = |line: &ProseLine<'_>| {
        let sign = line
            .text
            .chars()
            .next()
            .filter(|c| matches!(c, '+' | '-'))?;
        line.text[1..]
            .strip_prefix(' ')?
            .starts_with(is_digit)
            .then_some(sign)
    };
    let signs: Option<Vec<char>> = run.iter().map(sign).collect();
    if !signs.is_some_and(|signs| signs.contains(&'+') && signs.contains(&'-')) {
        return Vec::new();
    }
    let escape = |at: usize| Fix {
        span: Span::new(at, at),
        with: "\\".to_owned(),
        typos: Vec::new(),
    };
    let last = run.len() - 1;
    let ends = run[..last].iter().map(|line| line.start + line.text.len());
    run.iter()
        .map(|line| line.start)
        .chain(ends)
        .map(escape)
        .collect()
}

/// Whether the single stars of a paragraph all refer to notes on paper: `参照*1、資料*2`.
fn are_references(paragraph: &str) -> bool {
    let mut stars = paragraph.match_indices('*').filter(|(at, _)| {
        let (before, behind) = (&paragraph[..*at], &paragraph[at + 1..]);
        !before.ends_with(['*', '\\']) && !behind.starts_with('*')
    });
    stars.all(|(at, _)| paragraph[at + 1..].starts_with(is_digit))
}

/// Whether stars mark the words before them, `佐藤*、鈴木*` and `山田**（仮名）`, and stress nothing: the same
/// follows both, or what stands between them opens a bracket that the second stands in.
pub(super) fn marks_words(before: &str, inside: &str, after: &str, mark: &str) -> bool {
    /// What follows a word that is marked.
    const AFTER: [char; 14] = [
        '、', '。', '，', 'は', 'が', 'を', 'に', 'の', 'も', 'と', 'で', 'さ', '印', '（',
    ];
    if after.starts_with('*') || inside.contains('\n') {
        return false;
    }
    // 会員*と家族*は, A*B*C
    let begins = |text: &str| {
        let mut chars = text.chars();
        let is_particle = chars.next().is_some_and(|c| AFTER.contains(&c));
        is_particle
            && !chars
                .next()
                .is_some_and(|c| matches!(c, 'ぁ'..='ん' | 'ー'))
    };
    let is_word = before.ends_with(char::is_alphanumeric);
    let follow = mark == "*" && is_word && begins(inside) && after.starts_with(AFTER);
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let multiplies = mark == "*"
        && inside.len() <= 2
        && is_latin(before.chars().next_back())
        && is_latin(inside.chars().next())
        && is_latin(after.chars().next());
    if follow || multiplies {
        return true;
    }
    let next = inside.chars().next();
    let is_alike = next == after.chars().next() && next.is_some_and(|c| AFTER.contains(&c));
    let count = |sign: char| inside.matches(sign).count();
    let is_open = mark == "*" && count('（') > count('）');
    let is_pause = mark == "*"
        && (inside.starts_with(['、', '。', '，'])
            || inside.ends_with('、')
                && after.starts_with(['は', 'が', 'を', 'も', 'の', 'に', '印'])
            || inside.trim_end_matches('。').contains('。'));
    // （*学生は無料）、（*会員は無料）
    let opens = |text: &str| text.ends_with(['（', '(', '「']);
    let is_before = mark == "*" && opens(before) && opens(inside);
    is_pause || is_before || before.ends_with(char::is_alphanumeric) && (is_alike || is_open)
}

fn paragraph(text: &str, start: usize, end: usize, fixes: &mut Vec<Fix>) {
    let bytes = text.as_bytes();
    let mut open: Vec<usize> = Vec::new();
    let mut struck: Vec<usize> = Vec::new();
    let are_references = are_references(&text[start..end]);
    let are_several = text[start..end].matches('~').count() > 1;
    let mut at = start;
    let escape = |at: usize| Fix {
        span: Span::new(at, at),
        with: "\\".to_owned(),
        typos: Vec::new(),
    };
    let put = |at: usize| Fix {
        span: Span::new(at, at),
        with: EDGE.to_string(),
        typos: Vec::new(),
    };
    while at < end {
        match bytes[at] {
            b'\\' => {
                if is_yen(&text[start..at], &text[at + 1..end]) {
                    fixes.push(escape(at));
                }
                at += 2;
            }
            b'`' => at = after_code(bytes, at, end),
            b'(' => {
                let long = face(&text[at..end]);
                let signs = text[at..at + long].match_indices(['*', '_', '~']);
                fixes.extend(signs.map(|(within, _)| escape(at + within)));
                at += long.max(1);
            }
            b'<' => at = after_address(&text[at..end]).map_or(at + 1, |long| at + long),
            b'*' => {
                let run = bytes[at..end].iter().take_while(|b| **b == b'*').count();
                let is_sign = is_between_figures(&text[start..at], &text[at + run..end])
                    && (run == 1 || !open.contains(&run));
                let (before, behind) = (&text[start..at], &text[at + run..end]);
                let is_mark = run <= 2
                    && !open.contains(&run)
                    && (run == 1 && (are_references || is_reference(before, behind))
                        || behind.split_once(&text[at..at + run]).is_some_and(
                            |(inside, after)| {
                                marks_words(before, inside, after, &text[at..at + run])
                            },
                        ));
                if is_sign || is_mark {
                    fixes.extend((at..at + run).map(escape));
                } else if run <= 3
                    && let Some(edge) = edge(text, start, at, run, end, &mut open)
                {
                    fixes.push(put(edge));
                }
                at += run;
            }
            b'~' => {
                let run = bytes[at..end].iter().take_while(|b| **b == b'~').count();
                // 総会 ~川の未来へ~: one on each side sets a subtitle apart.
                if run == 1 && are_several {
                    fixes.push(escape(at));
                } else if run == 2
                    && let Some(edge) = edge(text, start, at, run, end, &mut struck)
                {
                    fixes.push(put(edge));
                }
                at += run;
            }
            _ => at += 1,
        }
    }
}

/// How long a face such as `(*^^*)` or `(^_^)` is, which begins here; none is 0.
fn face(text: &str) -> usize {
    let near = &text[..text.floor_char_boundary(24)];
    let inside = near.strip_prefix('(').and_then(|own| own.split_once(')'));
    let is_drawn = |c: char| !c.is_alphanumeric() && !c.is_whitespace() || c == 'o';
    inside.map_or(0, |(face, _)| {
        let fits = face.chars().count() > 1 && face.chars().all(is_drawn);
        if fits { face.len() + 2 } else { 0 }
    })
}

/// `\-500`, `\(税込)`, `C:\docs\*.txt`: where a backslash is typed for a yen sign or parts the names of folders, the
/// next sign is none of Markdown's.
fn is_yen(before: &str, behind: &str) -> bool {
    let is_folder = before.ends_with(|c: char| c.is_ascii_alphanumeric());
    behind
        .strip_prefix('-')
        .is_some_and(|number| number.starts_with(is_digit))
        || behind.starts_with('(') && !before.ends_with(']')
        || behind.starts_with("*.") && is_folder
}

/// `表*1の数`: one star behind a word, with a number that counts nothing, refers to a note.
fn is_reference(before: &str, behind: &str) -> bool {
    const AFTER: [char; 11] = [
        '、', '。', '）', '」', 'の', 'は', 'が', 'を', 'に', 'と', 'も',
    ];
    let after = behind.trim_start_matches(is_digit);
    let long = behind.len() - after.len();
    (1..=2).contains(&long)
        && before.ends_with(char::is_alphanumeric)
        && (after.starts_with(AFTER) || after.is_empty())
}

/// `2*3`: a sign between figures is no mark.
fn is_between_figures(before: &str, after: &str) -> bool {
    before.ends_with(is_digit) && after.starts_with(is_digit)
}

/// The byte behind a stretch of code, or behind its mark when nothing closes it.
pub(super) fn after_code(bytes: &[u8], at: usize, end: usize) -> usize {
    let run = |from: usize| bytes[from..end].iter().take_while(|b| **b == b'`').count();
    let long = run(at);
    let mut next = at + long;
    while next < end {
        if bytes[next] == b'`' {
            let found = run(next);
            next += found;
            if found == long {
                return next;
            }
        } else {
            next += 1;
        }
    }
    at + long
}

/// How long an address between `<` and `>` is, which begins here.
fn after_address(text: &str) -> Option<usize> {
    // No address holds another `<`.
    let ends = |c: char| matches!(c, '<' | '>') || c.is_whitespace();
    let end = 1 + text[1..].find(ends)?;
    let inside = text[1..end].split_once(':');
    let is_scheme = |scheme: &str| scheme.bytes().all(|b| b.is_ascii_alphabetic());
    let is_address = inside.is_some_and(|(scheme, _)| scheme.len() > 1 && is_scheme(scheme));
    (text[end..].starts_with('>') && is_address).then_some(end + 1)
}

/// Where an edge is needed beside a run of marks, if it is.
fn edge(
    text: &str,
    start: usize,
    at: usize,
    run: usize,
    end: usize,
    open: &mut Vec<usize>,
) -> Option<usize> {
    let before = text[start..at].chars().next_back().unwrap_or('\n');
    let after = text[at + run..end].chars().next().unwrap_or('\n');
    let may_open = !after.is_whitespace();
    let may_close = !before.is_whitespace();
    let closes = may_close && (!may_open || open.contains(&run));
    let (inside, outside, place) = if closes {
        if let Some(last) = open.iter().rposition(|long| *long == run) {
            open.truncate(last);
        }
        (before, after, at + run)
    } else if may_open {
        // Marks that nothing closes are no emphasis.
        if open.len() > 100 {
            open.clear();
        }
        open.push(run);
        (after, before, at)
    } else {
        return None;
    };
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let is_missed = is_mark(inside) && !is_mark(outside) && !outside.is_whitespace();
    (is_missed && (is_unspaced(inside) || is_unspaced(outside))).then_some(place)
}
