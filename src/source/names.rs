//! What the name of a page file says, and what it was meant to say.

use super::copies::copied_from;
use super::examples::language;
use super::fault::NameFault;
use crate::base::{DocKind, Lang, Slug, narrowed};

/// What a page file's name says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PageName {
    pub(crate) kind: DocKind,
    /// The event that the folder around the file names, for kinds that stand by event.
    pub(crate) event: Option<Slug>,
    pub(crate) slug: Slug,
    pub(crate) lang: Lang,
}

/// Endings of files that only their own program reads.
const DOCUMENTS: [&str; 10] = [
    "docx", "doc", "rtf", "pages", "odt", "pdf", "xlsx", "pptx", "html", "htm",
];
const IMAGES: [&str; 9] = [
    "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "heic", "tiff",
];
/// What people and systems write for `.md`; the longer ones first.
const ENDINGS: [&str; 8] = [
    ".md.txt",
    ".md.md",
    ".markdown",
    ".mdown",
    ".mkd",
    ".text",
    ".txt",
    ".md",
];

/// Whether a file is a picture by its ending.
pub(crate) fn is_image(file: &str) -> bool {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    IMAGES.contains(&ending.to_lowercase().as_str())
}

/// Reads the name of a file in the folder of a kind, or says what is wrong with it.
pub(super) fn page_name(kind: DocKind, file: &str) -> Result<PageName, NameFault> {
    if let Some(name) = parse(kind, file) {
        return Ok(name);
    }
    if kind.is_by_event() {
        let Some((event, file)) = file.split_once('/') else {
            return Err(NameFault::NoEvent);
        };
        let fault = wrong(kind, &format!("{EVENT}/"), file);
        return Err(fault
            .or_else(|| event_folder(event, 1))
            .unwrap_or(NameFault::Other));
    }
    Err(wrong(kind, "", file).unwrap_or(NameFault::Other))
}

/// A name that stands for any event where only the rest of a path is looked at.
const EVENT: &str = "e";

/// What is wrong with the name of an event's folder that holds this many files; `None` for nothing.
pub(super) fn event_folder(folder: &str, files: usize) -> Option<NameFault> {
    let right = narrowed(folder)
        .trim()
        .to_lowercase()
        .replace(['_', ' '], "-");
    match Slug::parse(&right) {
        Some(slug) if slug.is_reserved() => Some(NameFault::ReservedFolder { name: right, files }),
        Some(_) if right == folder => None,
        slug => Some(NameFault::EventFolder {
            right: slug.map(|slug| slug.to_string()),
            files,
        }),
    }
}

/// The folder of an event that a file lies in, where only the folder's name is wrong.
pub(super) fn wrong_event_folder(kind: DocKind, file: &str) -> Option<&str> {
    let (event, file) = file.split_once('/').filter(|_| kind.is_by_event())?;
    let is_wrong = event_folder(event, 1).is_some();
    (is_wrong && wrong(kind, &format!("{EVENT}/"), file).is_none()).then_some(event)
}

/// What is wrong with a file's name in a folder that stands `before` it; `None` for nothing.
fn wrong(kind: DocKind, before: &str, file: &str) -> Option<NameFault> {
    if parse(kind, &format!("{before}{file}")).is_some() {
        return None;
    }
    Some(fault_of(kind, before, file))
}

fn fault_of(kind: DocKind, before: &str, file: &str) -> NameFault {
    let plain = narrowed(file).trim().to_lowercase().replace('。', ".");
    // `rally_2022` has a number of its own; where `rally` is there, too, `tree` asks.
    let slug = plain.split('.').next().unwrap_or_default();
    let bare = slug.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = bare.len() < slug.len() && bare.ends_with('_');
    let is_copy = |name: &String| !is_numbered && parse(kind, &format!("{before}{name}")).is_some();
    if let Some(original) = copied_from(file).filter(is_copy) {
        return NameFault::Copy(original);
    }
    let ending = plain.rsplit_once('.').map_or("", |(_, ending)| ending);
    if DOCUMENTS.contains(&ending) {
        return NameFault::Document(format!(".{ending}"));
    }
    if is_image(&plain) {
        return NameFault::Image(file.rsplit('/').next().unwrap_or(file).to_owned());
    }
    let stem = ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending));
    let Some(stem) = stem else {
        return NameFault::Other;
    };
    let parts: Vec<String> = stem
        .split('.')
        .map(|part| part.trim().replace(['_', ' '], "-"))
        .collect();
    let stem = parts.join(".");
    // `yamada.jp`, `yamada.english`: a language by another name.
    if let Some((slug, lang)) = stem.rsplit_once('.')
        && let Some(lang) = misnamed(lang)
    {
        let right = format!("{slug}.{lang}.md");
        if parse(kind, &format!("{before}{right}")).is_some() {
            return NameFault::Language(right);
        }
    }
    let first = stem.split('.').next().and_then(Slug::parse);
    if let Some(name) = first.filter(Slug::is_reserved) {
        return NameFault::Reserved(name.to_string());
    }
    let right = format!("{stem}.md");
    if parse(kind, &format!("{before}{right}")).is_some() {
        let same_ending = narrowed(file).replace('。', ".").ends_with(".md");
        return if same_ending {
            NameFault::Letters(right)
        } else {
            NameFault::Ending(right)
        };
    }
    // `yamada_ja`: the language behind another sign than a dot.
    if let Some((slug, lang)) = stem.rsplit_once('-')
        // `sato-ko`, `nguyen-vi` are persons.
        && (lang.len() > 2 || matches!(lang, "ja" | "jp" | "en" | "zh"))
        && let Some(lang) = language(lang)
    {
        let right = format!("{slug}.{lang}.md");
        if parse(kind, &format!("{before}{right}")).is_some() {
            return NameFault::NoDot(right);
        }
    }
    let slug = stem.split('.').next().unwrap_or_default();
    let begin: String = slug.chars().take(8).collect();
    if slug.len() > Slug::LONGEST && Slug::parse(begin.trim_end_matches('-')).is_some() {
        return NameFault::Long;
    }
    match Slug::parse(&stem) {
        Some(slug) => NameFault::NoLanguage(slug.to_string()),
        None => NameFault::Other,
    }
}

/// The folder of a path where files of a kind lie, and what is wrong with the file's own name.
fn fault_in(path: &str) -> Option<(&str, NameFault)> {
    let (folder, file) = path.rsplit_once('/')?;
    let (outer, event) = folder.split_once('/').unwrap_or((folder, ""));
    let kind = DocKind::of_folder(outer)?;
    let before = match (kind.is_by_event(), event) {
        (false, "") => String::new(),
        (true, event) if !event.is_empty() => format!("{EVENT}/"),
        _ => return None,
    };
    Some((folder, wrong(kind, &before, file)?))
}

/// The paths that a file in the folder of a kind may have been meant to have whose name is not read:
/// one, or one for each of some languages.
pub(super) fn names_meant(path: &str, languages: &[Lang]) -> Vec<String> {
    let Some((folder, fault)) = fault_in(path) else {
        return Vec::new();
    };
    let names = match fault {
        NameFault::NoLanguage(name) => languages
            .iter()
            .map(|lang| format!("{name}.{lang}.md"))
            .collect(),
        NameFault::Copy(right) => vec![right],
        fault => fault.right().map(str::to_owned).into_iter().collect(),
    };
    names
        .into_iter()
        .map(|name| format!("{folder}/{name}"))
        .collect()
}

/// The language that people mean by what is no code of one.
fn misnamed(lang: &str) -> Option<Lang> {
    let is_own = Lang::parse(lang).is_some_and(|lang| lang.is_named());
    language(lang).filter(|_| !is_own)
}

/// A name that files can have on every system.
fn usable(name: &str) -> Option<Slug> {
    Slug::parse(name).filter(|slug| !slug.is_reserved())
}

fn parse(kind: DocKind, file: &str) -> Option<PageName> {
    let (event, file) = if kind.is_by_event() {
        let (event, file) = file.split_once('/')?;
        (Some(event), file)
    } else {
        (None, file)
    };
    let (slug, lang) = file.strip_suffix(".md")?.rsplit_once('.')?;
    let event = match event {
        Some(event) => Some(usable(event)?),
        None => None,
    };
    Some(PageName {
        kind,
        event,
        slug: usable(slug)?,
        lang: Lang::parse(lang).filter(|_| misnamed(lang).is_none())?,
    })
}

/// Whether a file in the content folder itself is `site.yaml` under a name that systems and people
/// give it.
#[must_use]
pub(crate) fn is_settings_misnamed(path: &str) -> bool {
    let names = [
        "site.yml",
        "site.yaml.txt",
        "site.yml.txt",
        "site.yaml.yaml",
        "site.yaml.yml",
        "site.yaml.md",
    ];
    let plain = narrowed(path).trim().to_lowercase().replace('。', ".");
    let japanese = plain.rsplit_once('.').is_some_and(|(stem, ending)| {
        let stems = ["サイト", "設定", "サイト設定", "サイトの設定"];
        stems.contains(&stem) && matches!(ending, "yaml" | "yml")
    });
    let is_known = plain == "site.yaml" || names.contains(&plain.as_str());
    path != "site.yaml" && (is_known || japanese)
}

/// Whether a file in the content folder itself is a copy of `site.yaml`, as its name says.
#[must_use]
pub(crate) fn is_settings_copy(path: &str) -> bool {
    !path.contains('/') && copied_from(path).as_deref() == Some("site.yaml")
}

/// The name that a file of the content folder is to have, given its path as it is on the disk;
/// `None` when it has it, or when it is not certain.
#[must_use]
pub(crate) fn right_name(path: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let composed: String = path.nfc().collect();
    if is_settings_misnamed(&composed) {
        return Some("site.yaml".to_owned());
    }
    let fault = fault_in(&composed);
    // What stands for the dot before the language may be part of the name.
    let fault = fault.filter(|(_, fault)| !matches!(fault, NameFault::NoDot(_)));
    if let Some((folder, fault)) = &fault
        && let Some(right) = fault.right()
    {
        return Some(format!("{folder}/{right}"));
    }
    (composed != path).then_some(composed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_understood_or_what_is_wrong_is_named() {
        let read = |file: &str| page_name(DocKind::Speaker, file);
        assert!(read("yamada.ja.md").is_ok());
        let right = || "yamada.ja.md".to_owned();
        for name in [
            "ｙａｍａｄａ.ja.md",
            "Yamada.ja.md",
            "yamada.JA.md",
            "yamada．ja．md",
            "yamada.ja。md",
            "yamada。ja。md",
        ] {
            assert_eq!(read(name), Err(NameFault::Letters(right())), "{name}");
        }
        for name in [
            "yamada.ja.md.txt",
            "yamada.ja.txt",
            "yamada.ja.markdown",
            "yamada.ja.MD",
        ] {
            assert_eq!(read(name), Err(NameFault::Ending(right())), "{name}");
        }
        assert_eq!(
            read("yamada.md"),
            Err(NameFault::NoLanguage("yamada".into()))
        );
        assert_eq!(
            read("yamada.ja.docx"),
            Err(NameFault::Document(".docx".into()))
        );
        assert_eq!(
            read("yamada.jpg"),
            Err(NameFault::Image("yamada.jpg".into()))
        );
        assert_eq!(read("山田.ja.md"), Err(NameFault::Other));
        for name in [
            "yamada_ja.md",
            "yamada-ja.md",
            "Yamada ja.txt",
            "yamada_jp.md",
        ] {
            assert_eq!(read(name), Err(NameFault::NoDot(right())), "{name}");
        }
        for name in [
            "yamada.jp.md",
            "yamada.japanese.md",
            "Yamada.JP.md",
            "yamada.日本語.txt",
        ] {
            assert_eq!(read(name), Err(NameFault::Language(right())), "{name}");
        }
        for name in ["sato-ko", "nguyen-vi"] {
            let fault = NameFault::NoLanguage(name.into());
            assert_eq!(read(&format!("{name}.md")), Err(fault));
        }
        for (name, right) in [
            ("rally_2022.ja.md", "rally-2022.ja.md"),
            ("2025_10_05.ja.md", "2025-10-05.ja.md"),
            ("yamada_1.ja.md", "yamada-1.ja.md"),
        ] {
            let right = right.to_owned();
            assert_eq!(read(name), Err(NameFault::Letters(right)), "{name}");
        }
        for name in ["yamada 2.ja.md", "yamada.ja_2.md", "yamada_1 (2).ja.md"] {
            assert_eq!(read(name), Err(NameFault::Copy(right())), "{name}");
        }
        for name in ["con.ja.md", "CON.ja.md", "con.ja.txt", "con.md"] {
            assert_eq!(read(name), Err(NameFault::Reserved("con".into())), "{name}");
        }
        assert_eq!(right_name("speakers/CON.ja.md"), None);
        assert_eq!(
            right_name("images/か\u{3099}.png"),
            Some("images/が.png".into())
        );
        assert_eq!(
            right_name("speakers/Ｙamada.ja.txt"),
            Some("speakers/yamada.ja.md".into())
        );
        assert_eq!(right_name("speakers/yamada.ja.md"), None);
        assert_eq!(right_name("images/Photo.JPG"), None);
        for name in ["サイト.yaml", "設定.yml", "site。yaml"] {
            assert_eq!(right_name(name), Some("site.yaml".into()), "{name}");
        }
        for name in ["Site.yaml", "site.yml", "site.yaml.txt", "ｓｉｔｅ.yaml"] {
            assert_eq!(right_name(name), Some("site.yaml".into()), "{name}");
        }
        assert_eq!(right_name("site.txt"), None);
        assert_eq!(right_name("site.yaml"), None);
    }
}
