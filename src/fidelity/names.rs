//! Names in a statement, as far as they can be told for certain: somebody who is called 氏, さん
//! or 大臣, and whom or what the site knows.

use std::ops::Range;

use super::passage::bare;

/// What stands behind names.
const TITLES: [&str; 8] = ["氏", "さん", "大臣", "首相", "総理", "知事", "市長", "議員"];
/// What people are called who are not named: 患者さん, 皆さん.
const ENDS_OF_NO_NAME: [char; 27] = [
    '者', '員', '師', '士', '客', '皆', '母', '父', '兄', '姉', '弟', '娘', '孫', '様', '生', '屋',
    '民', '達', '方', '医', '官', '子', '彼', '奥', '両', '各', '同',
];
/// What stands between a name and 大臣, or is all that stands there.
const OFFICES: [&str; 47] = [
    "内閣",
    "内閣総理",
    "総理",
    "厚生労働",
    "厚労",
    "財務",
    "総務",
    "法務",
    "外務",
    "文部科学",
    "文科",
    "農林水産",
    "農水",
    "経済産業",
    "経産",
    "国土交通",
    "国交",
    "環境",
    "防衛",
    "デジタル",
    "担当",
    "特命",
    "国務",
    "副",
    "前",
    "元",
    "現",
    "新",
    "各",
    "同",
    "両",
    "関係",
    "歴代",
    "衆院",
    "参院",
    "衆議院",
    "参議院",
    "国会",
    "市議会",
    "県議会",
    "都議会",
    "区議会",
    "町議会",
    "村議会",
    "市",
    "県",
    "与党",
];

/// A person or an organisation that the site knows.
pub(super) struct KnownName {
    /// As it may stand in a statement.
    pub(super) written: String,
    /// In every language, bare: one of them in the source is enough.
    pub(super) in_source: Vec<String>,
}

/// The names in a text that `source` does not tell, with their places. `own` are those of the
/// speaker, bare.
pub(super) fn untold(
    text: &str,
    source: &str,
    own: &[String],
    known: &[&KnownName],
) -> Vec<Range<usize>> {
    let mut found = titled(text);
    found.retain(|name| {
        let name = bare(&text[name.clone()]);
        let is_own = own
            .iter()
            .any(|own| own.starts_with(&name) || name.starts_with(own));
        !is_own && !is_told(&name, source)
    });
    for name in known {
        let told = name.in_source.iter().any(|other| is_told(other, source));
        let mine = own.iter().any(|own| name.in_source.contains(own));
        if told || mine || name.written.is_empty() {
            continue;
        }
        let places = text.match_indices(name.written.as_str());
        let whole = places.filter(|(at, word)| stands_alone(text, *at, at + word.len()));
        for (at, word) in whole {
            let place = at..at + word.len();
            if !found
                .iter()
                .any(|other| other.start < place.end && place.start < other.end)
            {
                found.push(place);
            }
        }
    }
    found.sort_by_key(|place| place.start);
    found
}

/// Whether a source tells a name: in full, or, as reports do, the family name with a title.
fn is_told(name: &str, source: &str) -> bool {
    if source.contains(name) {
        return true;
    }
    let cuts = name.char_indices().map(|(at, _)| at).skip(2);
    cuts.into_iter().any(|cut| {
        let family = &name[..cut];
        source.match_indices(family).any(|(at, _)| {
            let behind = &source[at + family.len()..];
            let behind = OFFICES
                .iter()
                .find_map(|office| behind.strip_prefix(office))
                .unwrap_or(behind);
            TITLES.iter().any(|title| behind.starts_with(title))
        })
    })
}

/// The Japanese names before a title.
fn titled(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for title in TITLES {
        for (end, _) in text.match_indices(title) {
            let behind = &text[end + title.len()..];
            if title == "氏" && behind.starts_with(['名', '族', '子']) {
                continue;
            }
            if let Some(start) = name_before(&text[..end]) {
                let end = start + without_offices(&text[start..end]).len();
                found.push(start..end);
            }
        }
    }
    found.sort_by_key(|place| (place.start, place.end));
    found.dedup_by_key(|place| place.start);
    found
}

/// Where the name begins that ends a text, if one does.
fn name_before(text: &str) -> Option<usize> {
    let rest = text.trim_end_matches(is_of_names);
    let name = &text[rest.len()..];
    let name = without_offices(name);
    let start = rest.len();
    let length = name.chars().count();
    let is_name = (2..=6).contains(&length)
        && !name.ends_with(ENDS_OF_NO_NAME)
        && !OFFICES
            .iter()
            .any(|office| name.starts_with(office) && office.chars().count() > 1);
    is_name.then_some(start)
}

/// A name without the office that stands between it and its title.
fn without_offices(name: &str) -> &str {
    let mut name = name;
    while let Some(shorter) = OFFICES.iter().find_map(|office| name.strip_suffix(office)) {
        name = shorter;
    }
    name
}

fn is_of_names(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{30a1}'..='\u{30fa}' | 'ー' | '々')
}

/// Whether a Latin name stands between other letters; Japanese needs no room around it.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let inside = text[start..end].chars();
    !(latin(text[..start].chars().next_back()) && latin(inside.clone().next())
        || latin(text[end..].chars().next()) && latin(inside.clone().next_back()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        titled(text).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn names_stand_before_titles() {
        assert_eq!(
            names("河野デジタル大臣と平井卓也氏に、山本さんが"),
            ["河野", "平井卓也", "山本"]
        );
        assert_eq!(names("前デジタル大臣の平井卓也氏"), ["平井卓也"]);
        for nobody in [
            "患者さんと皆さん",
            "厚生労働大臣",
            "氏名を書く",
            "同氏は",
            "国会議員と市議会議員",
            "お医者さん",
            "市長は",
            "内閣総理大臣",
            "前首相",
            "議員",
            "図書館の職員さん",
        ] {
            assert_eq!(names(nobody), [""; 0], "{nobody}");
        }
    }

    #[test]
    fn a_family_name_with_a_title_tells_a_full_name() {
        let source = bare("河野大臣が記者会見した。");
        let untold = |text: &str| untold(text, &source, &["山田花子".to_owned()], &[]).len();
        assert_eq!(untold("河野太郎氏は"), 0);
        assert_eq!(untold("山田氏は、河野大臣が"), 0);
        assert_eq!(untold("鈴木大臣が"), 1);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC*", more in "([河野平井卓也大臣氏さん前元デジタル者 、a]){0,30}") {
            let _ = untold(&text, &more, &[], &[]);
            let _ = untold(&more, &text, &[], &[&KnownName { written: "野".into(), in_source: vec![text.clone()] }]);
        }
    }
}
