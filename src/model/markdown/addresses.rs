//! Addresses in running text, which link by themselves.

use crate::base::{Span, is_unspaced};
use crate::model::fault::ModelFault;
use crate::model::text::{Inline, Written};

/// The text with its bare addresses as links; `back` leads from a place in the block as written to
/// its file.
pub(super) fn linked(
    content: Vec<Inline<Written>>,
    written: &str,
    back: &impl Fn(Span) -> Span,
    report: &mut impl FnMut(Span, ModelFault),
) -> Vec<Inline<Written>> {
    let mut out = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Text(text) if may_hold(&text) => push(&text, written, back, report, &mut out),
            Inline::Emphasis(inner) => {
                out.push(Inline::Emphasis(linked(inner, written, back, report)));
            }
            Inline::Strong(inner) => out.push(Inline::Strong(linked(inner, written, back, report))),
            Inline::Strike(inner) => out.push(Inline::Strike(linked(inner, written, back, report))),
            other => out.push(other),
        }
    }
    out
}

/// Whether a text is worth a look.
fn may_hold(text: &str) -> bool {
    text.contains("://") || text.contains("www.") || text.contains('@')
}

fn push(
    text: &str,
    written: &str,
    back: &impl Fn(Span) -> Span,
    report: &mut impl FnMut(Span, ModelFault),
    out: &mut Vec<Inline<Written>>,
) {
    let (mut done, mut seen) = (0, 0);
    while let Some(found) = next(text, done) {
        if found.start > done {
            out.push(Inline::Text(text[done..found.start].to_owned()));
        }
        let shown = &text[found.start..found.end];
        let at = seen + written[seen..].find(shown).unwrap_or(0);
        if let Some(until) = found.cut {
            let behind = text[found.end..until].to_owned();
            let whole = Span::new(at, at + until - found.start);
            if written.get(whole.start..whole.end) == text.get(found.start..until) {
                let address = found.address.clone();
                report(back(whole), ModelFault::CutAddress { address, behind });
            }
        }
        let to = Written {
            address: found.address,
            span: back(Span::new(at, (at + shown.len()).min(written.len()))),
            is_image: false,
        };
        let content = vec![Inline::Text(shown.to_owned())];
        out.push(Inline::Link { to, content });
        done = found.end;
        seen = (at + shown.len()).min(written.len());
        seen = written.floor_char_boundary(seen);
    }
    if done < text.len() {
        out.push(Inline::Text(text[done..].to_owned()));
    }
}

struct FoundAddress {
    start: usize,
    end: usize,
    address: String,
    /// Where what may be a part of it ends, if there is more that may.
    cut: Option<usize>,
}

/// The next address from a byte on.
fn next(text: &str, from: usize) -> Option<FoundAddress> {
    let starts = text[from..].char_indices().map(|(at, _)| from + at);
    starts
        .filter(|start| {
            let before = text[..*start].chars().next_back();
            !before.is_some_and(|c| {
                c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '/' | '@')
            })
        })
        .find_map(|start| web(text, start).or_else(|| mail(text, start)))
}

/// `https://…`, `http://…` or `www.…`.
fn web(text: &str, start: usize) -> Option<FoundAddress> {
    let rest = &text[start..];
    let scheme = ["https://", "http://"].into_iter().find(|scheme| {
        rest.get(..scheme.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
    });
    if scheme.is_none() && !rest.starts_with("www.") {
        return None;
    }
    let host_at = scheme.map_or(0, str::len);
    let host = host(&rest[host_at..])?;
    let behind = &rest[host_at + host..];
    let path = if behind.starts_with(['/', '?', '#', ':']) {
        behind
            .find(|c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>' | '"' | '`'))
            .unwrap_or(behind.len())
    } else {
        0
    };
    let (words, cut) = words_behind(&behind[..path], &behind[path..]);
    let path_end = host_at + host + path;
    let cut = cut.map(|long| start + path_end + long);
    let end = ended(&rest[..path_end + words]);
    let shown = &rest[..end];
    let address = if scheme.is_some() {
        shown.to_owned()
    } else {
        format!("http://{shown}")
    };
    (end > host_at).then_some(FoundAddress {
        start,
        end: start + end,
        address,
        cut,
    })
}

/// Words that people put right behind an address.
const BEHIND: [&str; 5] = ["参照", "参考", "より", "から", "まで"];

/// How many bytes of Japanese behind a path belong to it, and how many may: only what follows a
/// slash or the like, up to a blank or a mark of Japanese.
fn words_behind(path: &str, behind: &str) -> (usize, Option<usize>) {
    let is_open = path.ends_with(['/', '=', '_', '-', '%', '&', '+', '#']);
    let is_mark =
        |c: char| !c.is_alphanumeric() && !matches!(c, 'ー' | '々' | '・') && !c.is_ascii();
    let is_end =
        |c: char| c.is_whitespace() || is_mark(c) || matches!(c, '<' | '>' | '"' | '`' | '(' | ')');
    let words = &behind[..behind.find(is_end).unwrap_or(behind.len())];
    let particle = [
        'を', 'に', 'へ', 'で', 'と', 'か', 'の', 'は', 'が', 'も', 'や',
    ];
    let is_text = words.starts_with(particle) || BEHIND.iter().any(|word| words.starts_with(word));
    // Another address follows.
    let is_other = ["://", "www.", "@"].iter().any(|sign| words.contains(sign));
    let begins = words.starts_with(|c: char| c.is_alphanumeric() && is_unspaced(c));
    if !is_open || is_text || is_other || !begins {
        return (0, None);
    }
    let is_deep = path.trim_end_matches('/').contains(['/', '?', '#']);
    if is_deep && !words.contains(|c: char| matches!(c, 'ぁ'..='ゟ')) {
        (words.len(), None)
    } else {
        (0, Some(words.len()))
    }
}

/// The length of a host, in any script, that ends in a domain of Latin letters.
fn host(rest: &str) -> Option<usize> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    let long = rest.find(|c: char| !fits(c)).unwrap_or(rest.len());
    // What follows the domain at once in Japanese is no part of it.
    let mut ends = rest[..long].rmatch_indices('.').filter_map(|(dot, _)| {
        let domain = rest[dot + 1..long]
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .map_or(long, |at| dot + 1 + at);
        let letters = rest[dot + 1..domain]
            .chars()
            .filter(char::is_ascii_alphabetic)
            .count();
        (dot > 0 && letters >= 2).then_some(domain)
    });
    ends.next()
}

/// Where an address ends that punctuation follows.
fn ended(shown: &str) -> usize {
    let mut end = shown.len();
    while let Some(last) = shown[..end].chars().next_back() {
        let is_open = || shown[..end].matches('(').count() >= shown[..end].matches(')').count();
        let stays = match last {
            '.' | ',' | ':' | ';' | '!' | '?' | '\'' | '*' | '_' | '~' => false,
            ')' => is_open(),
            _ => true,
        };
        if stays {
            break;
        }
        end -= last.len_utf8();
    }
    end
}

/// `name@example.org`.
fn mail(text: &str, start: usize) -> Option<FoundAddress> {
    let rest = &text[start..];
    let name = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-')))
        .unwrap_or(rest.len());
    let domain = rest[name..].strip_prefix('@').filter(|_| name > 0)?;
    let long = domain
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')))
        .unwrap_or(domain.len());
    let host = domain[..long].trim_end_matches(['.', '-']);
    let (_, last) = host.rsplit_once('.')?;
    let fits =
        last.len() >= 2 && last.chars().all(|c| c.is_ascii_alphabetic()) && !host.starts_with('.');
    let end = name + 1 + host.len();
    fits.then(|| FoundAddress {
        start,
        end: start + end,
        address: format!("mailto:{}", &rest[..end]),
        cut: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let content = vec![Inline::Text(text.to_owned())];
        linked(content, text, &|span| span, &mut |_, _| {})
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => text.clone(),
                Inline::Link { to, content } => {
                    let words = crate::model::text::plain(content);
                    if to.address == words {
                        format!("<{words}>")
                    } else {
                        format!("<{words}|{}>", to.address)
                    }
                }
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn addresses_end_where_people_end_them() {
        for (text, expected) in [
            (
                "くわしくはhttps://example.org/aをご覧ください",
                "くわしくは<https://example.org/a>をご覧ください",
            ),
            (
                "（https://example.org/a_(b)）。",
                "（<https://example.org/a_(b)>）。",
            ),
            (
                "See https://example.org/a, or (www.example.org).",
                "See <https://example.org/a>, or (<www.example.org|http://www.example.org>).",
            ),
            ("「https://example.org」、", "「<https://example.org>」、"),
            (
                "https://日本語.example.jpへ",
                "<https://日本語.example.jp>へ",
            ),
            (
                "連絡はinfo@example.org。",
                "連絡は<info@example.org|mailto:info@example.org>。",
            ),
            (
                "https://ja.example.org/wiki/健康保険 を見る",
                "<https://ja.example.org/wiki/健康保険> を見る",
            ),
            (
                "https://example.org/a/をご覧",
                "<https://example.org/a/>をご覧",
            ),
            (
                "（https://example.org/?q=窓口）",
                "（<https://example.org/?q=窓口>）",
            ),
            (
                "https://a.example.org/x/・https://b.example.org/y/",
                "<https://a.example.org/x/>・<https://b.example.org/y/>",
            ),
            (
                "https://a.example.org/x/連絡先info@example.org",
                "<https://a.example.org/x/>連絡先<info@example.org|mailto:info@example.org>",
            ),
            (
                "https://example.org/file_第1回の資料",
                "<https://example.org/file>_第1回の資料",
            ),
            ("https://", "https://"),
            (
                "http://localhost/ と a@b と www.",
                "http://localhost/ と a@b と www.",
            ),
            ("1@2.3 @example.org", "1@2.3 @example.org"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(text in "(https://|http://|www\\.|@|[a-z.:/()_の料・]|\\PC){0,30}") {
            let content = linked(vec![Inline::Text(text.clone())], &text, &|span| span, &mut |_, _| {});
            proptest::prop_assert_eq!(crate::model::text::plain(&content), text);
        }
    }
}
