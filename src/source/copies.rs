//! Copies that synchronisers, systems and people leave beside a file: `mihon.ja 2.md`,
//! `mihon (1).ja.md`, `mihon.ja-PC1.md`, `mihon.ja (見本さんの競合コピー 2024-10-05).md`.

use crate::base::narrowed;

/// The name of the file that this one is a copy of, as its own name says.
#[must_use]
pub(crate) fn copied_from(file: &str) -> Option<String> {
    let narrow = narrowed(file);
    let (stem, ending) = ["md", "yaml"].into_iter().find_map(|ending| {
        let stem = narrow.strip_suffix(ending)?.strip_suffix('.')?;
        Some((stem, ending))
    })?;
    let whole = unmarked(stem).or_else(|| without_machine(stem));
    let whole = whole.or_else(|| unopened(stem).map(str::to_owned));
    let original = whole.or_else(|| {
        let (slug, lang) = stem.rsplit_once('.')?;
        Some(format!("{}.{lang}", unmarked(slug)?))
    })?;
    Some(format!("{original}.{ending}"))
}

/// A name without the mark of a copy at its end.
fn unmarked(name: &str) -> Option<String> {
    let mut rest = name.trim_end();
    let begin = rest.len();
    loop {
        let shorter = without_brackets(rest)
            .or_else(|| without_number(rest))
            .or_else(|| without_word(rest));
        match shorter {
            Some(shorter) => rest = shorter.trim_end(),
            None => break,
        }
    }
    (rest.len() < begin && !rest.is_empty()).then(|| rest.to_owned())
}

/// `コピー ～ yamada.ja`, `Copy of yamada.ja`.
fn unopened(name: &str) -> Option<&str> {
    let openings = ["コピー", "copy of", "copy"];
    let rest = openings.iter().find_map(|word| {
        let begin = name
            .get(..word.len())
            .filter(|begin| begin.to_lowercase() == *word)?;
        name.get(begin.len()..)
    })?;
    // `copy-paste.ja` is a name of its own.
    let is_apart = rest.starts_with([' ', '~', '〜']);
    let own = rest.trim_start_matches([' ', '~', '〜', '-', '_']);
    (is_apart && (own.contains('.') || own == "site")).then_some(own)
}

const WORDS: [&str; 5] = ["copy", "コピー", "conflict", "競合", "衝突"];

/// `… (1)`, `… (conflicted copy 2024-10-05)`, `… [conflicted]`.
fn without_brackets(name: &str) -> Option<&str> {
    let open = match name.chars().next_back()? {
        ')' => name.rfind('(')?,
        ']' => name.rfind('[')?,
        _ => return None,
    };
    let inside = name[open + 1..name.len() - 1].to_lowercase();
    let is_mark = inside.chars().all(|c| c.is_ascii_digit()) && !inside.is_empty()
        || WORDS.iter().any(|word| inside.contains(word));
    is_mark.then(|| &name[..open])
}

/// `… 2`, `…_2`.
fn without_number(name: &str) -> Option<&str> {
    let rest = name.trim_end_matches(|c: char| c.is_ascii_digit());
    // More figures are a year.
    let is_marked = matches!(name.len() - rest.len(), 1 | 2) && rest.ends_with([' ', '_']);
    is_marked.then(|| rest.trim_end_matches('_'))
}

/// `… copy`, `… - コピー`, `…のコピー`.
fn without_word(name: &str) -> Option<&str> {
    let lower = name.to_lowercase();
    let long = ["copy", "コピー"]
        .into_iter()
        .find(|word| lower.ends_with(word))?
        .len();
    let rest = name.get(..name.len() - long)?;
    let parted = rest.trim_end_matches(['の', ' ', '-', '_']);
    (parted.len() < rest.len()).then_some(parted)
}

/// `mihon.ja-PC1`, `mihon.ja~mihon-pc`: the name of another machine; `mihon.ja.sync-conflict-20241005`,
/// `mihon.ja.orig`: what programs write behind a name.
fn without_machine(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let within = [
        ".sync-conflict",
        ".conflict",
        "_conflict",
        "_conf(",
        "_競合",
        "_衝突",
    ];
    let behind = [".bak", ".orig", ".old", ".backup"];
    let found = within.iter().find_map(|mark| lower.find(mark));
    let at = found.or_else(|| {
        Some(
            behind
                .iter()
                .find_map(|mark| lower.strip_suffix(mark))?
                .len(),
        )
    });
    if let Some(at) = at {
        return name.get(..at).map(str::to_owned);
    }
    if let Some((own, _)) = name.split_once('~') {
        return own.contains('.').then(|| own.to_owned());
    }
    let (slug, rest) = name.rsplit_once('.')?;
    let (lang, machine) = rest.split_once('-')?;
    let fits = lang.len() == 2
        && machine
            .chars()
            .any(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    fits.then(|| format!("{slug}.{lang}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_told_by_their_names() {
        for copy in [
            "mihon.ja 2.md",
            "mihon.ja-PC1.md",
            "mihon.ja-DESKTOP-AB12.md",
            "mihon.ja copy.md",
            "mihon.ja copy 2.md",
            "mihon.ja - コピー.md",
            "mihon.ja - コピー (2).md",
            "mihon.jaのコピー.md",
            "mihon (1).ja.md",
            "mihon 2.ja.md",
            "mihon - Copy.ja.md",
            "mihon.ja (見本さんの競合コピー 2024-10-05).md",
            "mihon.ja（1）.md",
            "mihon.ja (Mihon's conflicted copy 2024-10-05).md",
            "mihon.ja.sync-conflict-20241005-101010.md",
            "コピー ～ mihon.ja.md",
            "コピー ~ mihon.ja.md",
            "Copy of mihon.ja.md",
            "mihon_1.ja.md",
            "mihon.ja_2.md",
            "mihon.ja [conflicted].md",
            "mihon.ja.conflict.md",
            "mihon.ja_競合.md",
            "mihon.ja~mihon-pc.md",
            "mihon.ja.bak.md",
            "mihon.ja.orig.md",
        ] {
            assert_eq!(copied_from(copy).as_deref(), Some("mihon.ja.md"), "{copy}");
        }
        for copy in [
            "site 2.yaml",
            "Copy of site.yaml",
            "コピー ～ site.yaml",
            "コピー 〜 site.yaml",
        ] {
            assert_eq!(copied_from(copy).as_deref(), Some("site.yaml"), "{copy}");
        }
        for name in [
            "mihon.ja.md",
            "mihon-2.ja.md",
            "mihon.zh-hant.md",
            "Mihon.ja.md",
            "copy.ja.md",
            "Copy-paste.ja.md",
            "copy_paste.ja.md",
            "コピー機.ja.md",
            "2.md",
            "rally_2022.ja.md",
            "rally 2022.ja.md",
        ] {
            assert_eq!(copied_from(name), None, "{name}");
        }
    }
}
