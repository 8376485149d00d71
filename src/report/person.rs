//! Who speaks: name, affiliation and role out of a heading, in the usual orders and separators.

use super::vocabulary::{
    is_half, is_katakana, is_name, is_organisation, strip_honorific, strip_post,
};

/// A value read from a heading, and whether it is sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ReadValue {
    /// Plainly this.
    Sure(String),
    /// Perhaps this; a person has to look.
    Unsure(String),
}

impl ReadValue {
    /// What was read.
    #[must_use]
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Sure(text) | Self::Unsure(text) => text,
        }
    }

    /// Whether it is sure.
    #[must_use]
    pub(crate) const fn is_sure(&self) -> bool {
        matches!(self, Self::Sure(_))
    }
}

/// Somebody named by a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamedPerson {
    /// The name.
    pub name: ReadValue,
    /// The organisation.
    pub affiliation: Option<String>,
    /// The post.
    pub role: Option<String>,
    /// Whether a courtesy such as 氏 stood behind the name.
    pub addressed: bool,
}

impl NamedPerson {
    /// Whether a post or a courtesy says that this is a person.
    pub(super) const fn is_titled(&self) -> bool {
        self.role.is_some() || self.addressed
    }

    /// Reads the inside of a heading; `None` when it names nobody.
    pub(super) fn read(heading: &str) -> Option<Self> {
        let text = heading.trim().trim_end_matches([':', '：']).trim();
        if text.is_empty() || text.contains(['。', '「', '」', '？', '?', '！', '!']) {
            return None;
        }
        bracketed(text).or_else(|| listed(text))
    }
}

/// `氏名（会　役職）`, and `会（役職）氏名`.
fn bracketed(text: &str) -> Option<NamedPerson> {
    let (before, rest) = text.split_once(['(', '（'])?;
    let (inside, behind) = rest.split_once([')', '）'])?;
    let (before, behind) = (before.trim(), behind.trim());
    let (inside_role, inside_org) = post_of(inside);
    if !behind.is_empty() && strip_honorific(behind).0.is_empty() {
        return bracketed(&format!("{before}{behind}（{inside}）"));
    }
    if behind.is_empty() {
        let mut person = listed(before).unwrap_or_else(|| unsure(before));
        person.affiliation = joined(person.affiliation, inside_org);
        person.role = person.role.or(inside_role);
        let known = person.role.is_some() || person.affiliation.is_some();
        return known.then_some(person);
    }
    let mut person = listed(behind).unwrap_or_else(|| unsure(behind));
    let is_post = strip_post(inside).1.is_empty();
    if before.is_empty() || !is_post || !person.name.is_sure() {
        return None;
    }
    person.affiliation = Some(before.to_owned());
    person.role = person.role.or(inside_role);
    Some(person)
}

fn joined(one: Option<String>, other: Option<String>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) => Some(format!("{one} {other}")),
        (one, other) => one.or(other),
    }
}

fn unsure(name: &str) -> NamedPerson {
    let (name, addressed) = strip_honorific(name);
    NamedPerson {
        name: named(name),
        affiliation: None,
        role: None,
        addressed,
    }
}

/// `会・氏名役職`, `会　役職　氏名氏`, `氏名　会　役職`, `役職 氏名`.
fn listed(text: &str) -> Option<NamedPerson> {
    let (text, mut addressed) = strip_honorific(text);
    let (role, bare) = strip_post(text);
    // 「会長山田花子氏」's courtesy stands last; 「山田花子氏会長」 does not occur.
    let (bare, again) = strip_honorific(bare);
    addressed |= again;
    let pieces = pieces(bare);
    let (last, before) = pieces.split_last()?;
    if let Some(role) = &role {
        // A post that is all there is names nobody, unless a name stands before it.
        if pieces.len() > 1 && is_organisation(last) && is_name(before.first()?) {
            return Some(NamedPerson {
                name: named(before.first()?),
                affiliation: affiliation(&pieces[1..]),
                role: Some(role.clone()),
                addressed,
            });
        }
    }
    let (name, before) = match before.split_last() {
        // 「山田 花子」, the family name apart from the given name.
        Some((family, rest))
            if is_half(family)
                && is_half(last)
                && !is_organisation(family)
                && !strip_post(family).1.is_empty() =>
        {
            (format!("{family}{last}"), rest)
        }
        _ => ((*last).to_owned(), before),
    };
    let mut person = NamedPerson {
        name: named(&name),
        affiliation: None,
        role,
        addressed,
    };
    match before.split_last() {
        None => {}
        Some((post, rest)) if strip_post(post).1.is_empty() => {
            person.role = person.role.or_else(|| Some((*post).to_owned()));
            person.affiliation = affiliation(rest);
        }
        Some((org, rest)) => {
            let (post, bare) = strip_post(org);
            if person.role.is_none() && post.is_some() && !bare.is_empty() {
                person.role = post;
                let pieces: Vec<&str> = rest.iter().copied().chain([bare]).collect();
                person.affiliation = affiliation(&pieces);
            } else {
                person.affiliation = affiliation(before);
            }
        }
    }
    let told = person.is_titled() || person.affiliation.is_some() && person.name.is_sure();
    (told && !person.name.text().is_empty()).then_some(person)
}

/// The pieces between separators; a foreign name in katakana keeps its middle dots.
fn pieces(text: &str) -> Vec<&str> {
    let separates = |c: char| {
        c.is_whitespace() || matches!(c, '・' | '･' | '/' | '／' | ',' | '，' | '、' | ':' | '：')
    };
    let mut pieces: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let foreign = |part: &str| {
            let mut chars = part.chars().filter(|c| !matches!(c, '・'));
            let piece: Vec<char> = chars.by_ref().take_while(|c| !separates(*c)).collect();
            !piece.is_empty() && piece.iter().all(|c| is_katakana(*c))
        };
        let keeps = c == '・' && foreign(&text[start..at]) && foreign(&text[at + c.len_utf8()..]);
        let latin = c == ' '
            && text[..at]
                .ends_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '.' | '\'' | '’'))
            && text[at..]
                .trim_start()
                .starts_with(|c: char| c.is_ascii_alphabetic());
        if separates(c) && !keeps && !latin {
            pieces.push(text[start..at].trim());
            start = at + c.len_utf8();
        }
    }
    pieces.push(text[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn affiliation(pieces: &[&str]) -> Option<String> {
    let joined = pieces.join("・");
    (!joined.is_empty()).then_some(joined)
}

/// The post inside brackets, and the organisation that stands before or behind it.
fn post_of(inside: &str) -> (Option<String>, Option<String>) {
    let inside = inside.trim();
    let (role, bare) = strip_post(inside);
    if role.is_some() {
        return (role, affiliation(&pieces(bare)));
    }
    let parts = pieces(inside);
    let (posts, rest): (Vec<&str>, Vec<&str>) = parts
        .iter()
        .partition(|piece| strip_post(piece).1.is_empty());
    (
        posts.first().map(|post| (*post).to_owned()),
        affiliation(&rest),
    )
}

fn named(text: &str) -> ReadValue {
    if is_name(text) {
        ReadValue::Sure(text.to_owned())
    } else {
        ReadValue::Unsure(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Option<String>, Option<String>) {
        let person = NamedPerson::read(text).unwrap_or_else(|| panic!("{text} names nobody"));
        (
            person.name.text().to_owned(),
            person.affiliation,
            person.role,
        )
    }

    #[test]
    fn every_usual_order_is_read() {
        let whole = (
            "山田花子".to_owned(),
            Some("市民の会".to_owned()),
            Some("代表".to_owned()),
        );
        for text in [
            "市民の会・山田花子代表",
            "市民の会 山田花子 代表",
            "市民の会　代表　山田花子さん",
            "市民の会代表・山田花子氏",
            "市民の会代表　山田 花子",
            "山田花子（市民の会代表）",
            "山田花子（代表・市民の会）",
            "山田花子さん（市民の会・代表）",
            "山田花子　市民の会　代表",
            "市民の会（代表）山田花子",
        ] {
            assert_eq!(read(text), whole, "{text}");
        }
        assert_eq!(
            read("青葉の会 会長 佐藤清さん"),
            (
                "佐藤清".to_owned(),
                Some("青葉の会".to_owned()),
                Some("会長".to_owned())
            )
        );
        assert_eq!(
            read("町の医師会・佐藤一郎副会長").2.as_deref(),
            Some("副会長")
        );
        assert_eq!(read("NPO・ジョン・スミス氏").0, "ジョン・スミス");
        assert_eq!(
            read("Jane Doe (Citizens' Forum, chair)"),
            (
                "Jane Doe".to_owned(),
                Some("Citizens' Forum".to_owned()),
                Some("chair".to_owned())
            )
        );
    }

    #[test]
    fn what_names_nobody_is_no_person() {
        for text in [
            "質疑応答",
            "「保険証をなくすな」緊急集会",
            "集会の概要",
            "会場からの声。",
            "",
        ] {
            assert_eq!(NamedPerson::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_doubtful_name_says_so() {
        let person = NamedPerson::read("市民の会山田花子代表").expect("a person");
        assert!(!person.name.is_sure());
    }
}
