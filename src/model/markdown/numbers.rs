//! Numbers of lists that Markdown does not keep: it counts on from the first.

use crate::base::Span;
use crate::model::fault::ModelFault;

/// A number as it is written at the beginning of an item.
struct WrittenNumber {
    /// Where it begins.
    at: usize,
    value: u64,
    /// Where what closes it stands, and what that is.
    close: usize,
    closer: char,
}

/// What is to be told of a list whose numbers do not follow each other, in the file; `places` are
/// where its items begin. The same number everywhere is how some let Markdown count.
pub(super) fn skipped(
    text: &str,
    first: u64,
    places: &[usize],
    back: &impl Fn(Span) -> Span,
) -> Option<(Span, ModelFault)> {
    let numbers: Vec<WrittenNumber> = places
        .iter()
        .map(|at| number(text, *at))
        .collect::<Option<_>>()?;
    if numbers.iter().all(|number| number.value == first) {
        return None;
    }
    let (shown, broken) = (first..)
        .zip(&numbers)
        .find(|(counted, number)| *counted != number.value)?;
    let mut closers = Vec::new();
    let mut last: Option<(&WrittenNumber, char)> = None;
    let mut end = broken.close;
    for number in &numbers {
        let closer = match last {
            None => number.closer,
            Some((before, closer)) if number.value == before.value + 1 => closer,
            Some((_, '.')) => ')',
            Some(_) => '.',
        };
        last = Some((number, closer));
        if closer != number.closer {
            closers.push((
                back(Span::new(number.close, number.close + 1)).start,
                closer,
            ));
            end = end.max(number.close);
        }
    }
    let fault = ModelFault::SkippedNumber {
        written: broken.value,
        shown,
        closers,
    };
    Some((back(Span::new(broken.at, end + 1)), fault))
}

fn number(text: &str, at: usize) -> Option<WrittenNumber> {
    let line = text[at..].lines().next()?;
    let content = line.trim_start();
    let digits = content.len()
        - content
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len();
    let at = at + line.len() - content.len();
    let closer = content[digits..].chars().next()?;
    Some(WrittenNumber {
        at,
        value: content[..digits].parse().ok()?,
        close: at + digits,
        closer: matches!(closer, '.' | ')').then_some(closer)?,
    })
}
