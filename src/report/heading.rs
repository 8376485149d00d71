//! Headings that name a speaker: `◆会・氏名役職`, `【会　役職　氏名】`, `氏名（会代表）：…`.

use super::lines::TextLine;
use super::person::NamedPerson;

/// Signs with which newsletters open a heading.
const SIGNS: [char; 20] = [
    '◆', '◇', '■', '□', '●', '○', '◎', '★', '☆', '▼', '▽', '▲', '△', '▶', '►', '♦', '◉', '❖', '✦',
    '※',
];
/// Brackets that close a heading in.
const BRACKETS: [(char, char); 8] = [
    ('【', '】'),
    ('＜', '＞'),
    ('〈', '〉'),
    ('《', '》'),
    ('<', '>'),
    ('［', '］'),
    ('〔', '〕'),
    ('≪', '≫'),
];
/// Headings are shorter than this many characters.
const LONGEST: usize = 60;

/// The sign that opens a heading; a bracket only when the line has its partner.
pub(super) fn marker(text: &str) -> Option<char> {
    let first = text.chars().next()?;
    let bracketed = BRACKETS
        .iter()
        .any(|(open, close)| first == *open && text.contains(*close));
    (SIGNS.contains(&first) || bracketed).then_some(first)
}

/// Whether headings of two people stand side by side on a line: text of two columns, copied across them.
pub(super) fn is_in_columns(text: &str) -> bool {
    let Some(sign) = marker(text) else {
        return false;
    };
    let close = BRACKETS.iter().find(|(open, _)| *open == sign);
    let names = |inside: &str| {
        let inside = close.map_or(inside, |(_, close)| inside.trim_end_matches(*close));
        NamedPerson::read(inside).is_some_and(|person| person.is_titled())
    };
    let sides = text[sign.len_utf8()..].split_once(sign);
    sides.is_some_and(|(left, right)| {
        let is_parted = left.trim_end().len() < left.len();
        is_parted && names(left.trim_end()) && names(right.trim())
    })
}

/// A heading and the text that follows it on its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// The sign it opens with; none when the form `name(post):` tells it.
    pub marker: Option<char>,
    /// All of it, as it stands in the report.
    pub raw: String,
    /// Who speaks, when it names somebody.
    pub person: Option<NamedPerson>,
    /// What stands behind it on the same line.
    pub after: String,
    /// How many lines it takes.
    pub lines: usize,
}

/// Reads a heading at the beginning of `lines`. `full` is the width of a full line, by which a
/// heading is told that goes on in the next.
pub(super) fn read(lines: &[TextLine], full: usize) -> Option<Heading> {
    let line = lines.first()?;
    let Some(sign) = marker(&line.text) else {
        return spoken(&line.text);
    };
    let one = marked(&line.text, sign, 1);
    let wraps = line.width() + 2 >= full;
    let next = lines
        .get(1)
        .filter(|next| marker(&next.text).is_none() && next.text.chars().count() <= LONGEST / 2);
    let titled = |heading: &Heading| heading.person.as_ref().is_some_and(NamedPerson::is_titled);
    if let (false, true, Some(next)) = (titled(&one), wraps && one.after.is_empty(), next) {
        let two = marked(&format!("{}{}", line.text, next.text), sign, 2);
        if titled(&two) && two.after.is_empty() {
            return Some(two);
        }
    }
    Some(one)
}

fn marked(text: &str, sign: char, lines: usize) -> Heading {
    let close = BRACKETS.iter().find(|(open, _)| *open == sign);
    let behind_sign = sign.len_utf8();
    let (inside_ends, raw_ends) = match close {
        Some((_, close)) => {
            let end = text.find(*close).unwrap_or(text.len());
            let behind = (end + close.len_utf8()).min(text.len());
            let colon = text[behind..]
                .chars()
                .next()
                .filter(|c| matches!(c, ':' | '：'));
            (end, behind + colon.map_or(0, char::len_utf8))
        }
        // `◆氏名（役職）：話したこと` goes on behind the colon.
        None => {
            let said = spoken(&text[behind_sign..]).map_or(0, |heading| heading.after.len());
            let end = text.len() - said;
            (end, end)
        }
    };
    let inside = &text[behind_sign..inside_ends];
    let fits = inside.chars().count() <= LONGEST;
    Heading {
        marker: Some(sign),
        raw: text[..raw_ends].trim_end().to_owned(),
        person: fits.then(|| NamedPerson::read(inside)).flatten(),
        after: text[raw_ends..].trim_start().to_owned(),
        lines,
    }
}

/// `氏名（会代表）：…` or `Name (post): …`, without a sign before it.
fn spoken(text: &str) -> Option<Heading> {
    let open = text.find(['(', '（'])?;
    let close = open + text[open..].find([')', '）'])?;
    let behind = text[close..]
        .chars()
        .next()
        .map_or(close, |c| close + c.len_utf8());
    let rest = text[behind..].trim_start();
    let said = rest.strip_prefix([':', '：'])?;
    let head = &text[..behind];
    let prose = text[..open].contains(['。', '、', '「', '」', '？', '?']);
    if prose || head.chars().count() > LONGEST {
        return None;
    }
    let person = NamedPerson::read(head)
        .filter(|person| person.role.is_some() || person.affiliation.is_some())?;
    let cut = text.len() - said.len();
    Some(Heading {
        marker: None,
        raw: text[..cut].to_owned(),
        person: Some(person),
        after: said.trim_start().to_owned(),
        lines: 1,
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn heading(text: &str) -> Heading {
        read(&split(text), 40).expect("a heading")
    }

    #[test]
    fn headings_take_every_usual_form() {
        for text in [
            "◆市民の会・山田花子代表",
            "【市民の会　代表　山田花子】",
            "＜山田花子（市民の会代表）＞",
            "山田花子（市民の会代表）：はじめに。",
            "●山田花子（市民の会代表）：はじめに。",
        ] {
            let person = heading(text).person.expect(text);
            assert_eq!(person.name.text(), "山田花子", "{text}");
            assert_eq!(person.affiliation.as_deref(), Some("市民の会"), "{text}");
            assert_eq!(person.role.as_deref(), Some("代表"), "{text}");
        }
        assert_eq!(
            heading("山田花子（市民の会代表）：はじめに。").after,
            "はじめに。"
        );
        assert_eq!(
            heading("【山田花子代表】：はじめに。").raw,
            "【山田花子代表】："
        );
    }

    #[test]
    fn a_heading_goes_on_in_the_next_line() {
        let text = "◆番号制度を考える全国弁護団・山田花子弁\n護士\n番号法では、";
        let found = read(&split(text), 40).expect("a heading");
        assert_eq!(found.lines, 2);
        let person = found.person.expect("a person");
        assert_eq!(
            (person.name.text(), person.role.as_deref()),
            ("山田花子", Some("弁護士"))
        );
    }
}
