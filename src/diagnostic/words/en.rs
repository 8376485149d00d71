//! Problems in English.

mod begin;
mod contrast;
mod date;
mod leaflet;
mod mending;
mod name;
mod outside;
mod picture;
pub(super) mod preflight;
mod preview;
mod prose;
mod typo;

use super::join;
use crate::base::DocKind;
use crate::diagnostic::{DiagnosticKind, Expected, LinkFault, OutputFault, YamlFault};

const fn thing(kind: DocKind) -> &'static str {
    match kind {
        DocKind::Speaker => "speaker",
        DocKind::Statement => "statement",
        DocKind::Topic => "topic",
        DocKind::Event => "event",
        DocKind::Leaflet => "leaflet",
        DocKind::Page => "page",
    }
}

fn did_you_mean(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |n| format!("Did you mean `{n}`? "))
}

/// The same for a key, with the line as it would begin.
fn meant_key(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |n| {
        format!("Did you mean `{n}`? Then write:\n  {n}: …\n")
    })
}

#[allow(clippy::too_many_lines, reason = "one arm for each kind")]
pub(super) fn words(kind: &DiagnosticKind) -> (String, String) {
    let (message, help): (String, String) = match kind {
        DiagnosticKind::Unreadable { reason } => (
            format!("This file cannot be read ({reason})."),
            "Close it in other programs, and check that it exists and that you may read it.".into(),
        ),
        DiagnosticKind::NotUtf8 => (
            "This is not a text file; it is of another kind, or damaged.".into(),
            "Open it to see, and save it again with the encoding UTF-8 (“Save as”). If it does not open, put the original in its place.".into(),
        ),
        DiagnosticKind::Mending(mending) => mending::words(mending),
        DiagnosticKind::Outside(fault) => outside::words(fault),
        DiagnosticKind::Contrast(pair) => contrast::words(pair),
        DiagnosticKind::Prose(prose) => prose::words(prose),
        DiagnosticKind::Slips { first, more, right } => typo::words(first, more, right),
        DiagnosticKind::FileName { folder, fault } => name::words(*folder, fault),
        DiagnosticKind::Misplaced => (
            "This file is not used: its folder or its extension is not one of those expected.".into(),
            "Put it into speakers, topics, events, leaflets or pages as `name.language.md`. Pictures go into images.".into(),
        ),
        DiagnosticKind::UnknownLanguage { code, known } => (
            format!("`{code}` is not among the languages of site.yaml."),
            format!("The languages are {}. Rename the file, or add the language to `languages` in site.yaml.", join(known, ", ")),
        ),
        DiagnosticKind::DuplicateFile { other } => (
            format!("This file has the same name as `{other}`. They look alike; inside the computer the accents are written in two ways."),
            "Keep one of the two and delete the other.".into(),
        ),
        DiagnosticKind::NoSite => (
            "There is no site.yaml.".into(),
            "Make one in the content folder with the two lines `title: Name of the site` and `languages: [ja, en]`.".into(),
        ),
        DiagnosticKind::NoFrontMatter => (
            "The file does not begin with front matter, where its title and the like stand.".into(),
            "Let the file begin like this; each `---` is a line of three hyphens.\n  ---\n  title: A title\n  ---\n  The text".into(),
        ),
        DiagnosticKind::TextBefore => (
            "There is text before the first `---`, which has to be the first line of the file.".into(),
            "Remove this text, or move it below the second `---`.".into(),
        ),
        DiagnosticKind::UnclosedFrontMatter => (
            "The front matter is not closed by `---`.".into(),
            "Write a line of three hyphens just below the last key.\n  ---".into(),
        ),
        DiagnosticKind::Yaml { fault } => yaml(fault),
        DiagnosticKind::DuplicateKey { key } => (
            format!("The key `{key}` is written twice."),
            "Delete one of the two lines.".into(),
        ),
        DiagnosticKind::UnknownKey { key, nearest, known } => (
            format!("There is no key `{key}`."),
            format!("{}Keys that can stand here: {}", meant_key(nearest.as_ref()), join(known, ", ")),
        ),
        DiagnosticKind::MissingKey { key, example } => (
            format!("The key `{key}` is missing."),
            format!("Add a line such as this below `---`.\n  {key}: {}", example.en),
        ),
        DiagnosticKind::WrongType { key, expected, example, meant } => wrong_type(key, *expected, example.en, meant.as_deref()),
        DiagnosticKind::EmptyValue { key } => (
            format!("The key `{key}` has no value."),
            "Write a value after the colon and a space, or delete the line.".into(),
        ),
        DiagnosticKind::BadChoice { key, value, allowed } => (
            format!("`{value}` cannot stand in `{key}`."),
            format!("Write one of: {}", join(allowed, ", ")),
        ),
        DiagnosticKind::BadDate { value, why } => date::words(value, *why),
        DiagnosticKind::BadSlug { value } => (
            format!("`{value}` cannot be used as a name."),
            "Use lower-case letters, digits and hyphens only, for example `elderly-access`.".into(),
        ),
        DiagnosticKind::BadUrl { value } => (
            format!("`{value}` is not an address that can be read."),
            "Write an address that begins with `https://`, for example `https://example.org/`.".into(),
        ),
        DiagnosticKind::BadAlias { value } => (
            format!("`{value}` cannot be used as an old address."),
            "Write a place inside the site that ends in `.html`, for example `speakers/old-name.html`.".into(),
        ),
        DiagnosticKind::UnknownReference { kind, slug, nearest } => (
            format!("There is no {} `{slug}`.", thing(*kind)),
            format!("{}Write the name of a file in the folder {}, without language and `.md`.", did_you_mean(nearest.as_ref()), kind.folder()),
        ),
        DiagnosticKind::RawHtml { text } => (
            format!("The HTML tag `{text}` has no effect; it is shown as it is written."),
            "Delete the tag and use Markdown, for example `**bold**` or `[text](https://example.org/)`.".into(),
        ),
        DiagnosticKind::DuplicateId { id, .. } => (
            format!("The mark `#{id}` stands on two headings of the same page."),
            "Give one of the two `{#…}` another name.".into(),
        ),
        DiagnosticKind::BadId { id } => (
            format!("`#{id}` cannot be used as the mark of a heading."),
            "Use lower-case letters, digits and hyphens, beginning with a letter, for example `{#burden}`.".into(),
        ),
        DiagnosticKind::UnknownAttribute { name } => (
            format!("`{name}` cannot stand in the `{{…}}` of a heading."),
            "A mark, `topic` and `.strong` can: `## The burden on old people {#burden .strong topic=elderly-access,privacy}`.".into(),
        ),
        DiagnosticKind::TopLevelHeading => (
            "The text has a heading with one `#`. The page's title comes from `title`, so it is treated as `##`.".into(),
            "Write `##`.".into(),
        ),
        DiagnosticKind::UnlistedTopic { slug } => (
            format!("The topic `{slug}` of this section is not in `topics` at the top."),
            format!("Add {slug} to `topics`."),
        ),
        DiagnosticKind::Link { fault } => link(fault),
        DiagnosticKind::NoAlt => (
            "The picture has no description (alternative text); people who cannot see it learn nothing.".into(),
            "Say in the brackets what it shows: `![Ms Yamada at the lectern](../images/yamada.jpg)`.".into(),
        ),
        DiagnosticKind::MissingImage { path } => (
            format!("There is no picture `{path}`."),
            "Put it into content/images and check its name, capital letters too.".into(),
        ),
        DiagnosticKind::BadImage { path } => (
            format!("The picture `{path}` is of a kind that cannot be used."),
            "Use a JPEG, PNG, WebP, GIF or SVG picture.".into(),
        ),
        DiagnosticKind::Contradiction { key } => (
            format!("The value of `{key}` contradicts the file in the original language."),
            format!("Delete `{key}` from the translation: it inherits the original's value. To change it, make both the same."),
        ),
        DiagnosticKind::Orphan { original } => (
            format!("This is marked as a translation, but its original `{original}` does not exist."),
            format!("Write `{original}`, or delete `translation` if this is the original."),
        ),
        DiagnosticKind::SectionsDiffer { original, here } => (
            "The sections are not those of the original, so switching language loses the reader's place.".into(),
            format!("Original: {}\nHere: {}\nGive the headings the same `{{#…}}` in the same order.", join(original, ", "), join(here, ", ")),
        ),
        DiagnosticKind::BadFingerprint { current } => (
            "The `of` of the translation cannot be read.".into(),
            format!("Once the translation matches the original as it is now, write:\n  of: {current}"),
        ),
        DiagnosticKind::Stale { changed, current } => (
            format!("The original has changed since it was translated ({}).", join(changed, ", ")),
            format!("Once the translation is up to date, write:\n  of: {current}"),
        ),
        DiagnosticKind::AddressTaken { address } => (
            format!("The address `{address}` is used by two things."),
            "Rename one of the files, or change `aliases`.".into(),
        ),
        DiagnosticKind::TermTaken { term } => (
            format!("The term `{term}` is also among the terms of another topic; it links to the first."),
            "Delete it from one of the two `terms`.".into(),
        ),
        DiagnosticKind::SilentSpeaker { slug } => (
            format!("The site has no statement of `{slug}`."),
            format!("Write the statement into `speakers/{slug}.en.md`, or take the name out of the leaflet's `speakers`."),
        ),
        DiagnosticKind::UncitedTopic => (
            "No statement speaks on this topic.".into(),
            "Add topic=… to the heading of a section, or delete this file.".into(),
        ),
        DiagnosticKind::NoBaseUrl => (
            "site.yaml has no base_url, so everything that needs the public address was left out: QR codes, sitemap, feeds.".into(),
            "Write it once you know where the site will be published: `base_url: https://example.org/`".into(),
        ),
        DiagnosticKind::NoTheme { path } => (
            format!("There is no theme folder `{path}`."),
            "Check `theme` in site.yaml or --theme, or remove it to use the default theme.".into(),
        ),
        DiagnosticKind::Template { reason } => (
            format!("A template of the theme has an error: {reason}"),
            "Mend it at this place, or delete your file to return to the default theme's.".into(),
        ),
        DiagnosticKind::MissingString { key, lang } => (
            format!("The theme has no words for `{key}` in the language `{lang}`."),
            format!("Add `{key}: …` to strings/{lang}.yaml of the theme."),
        ),
        DiagnosticKind::Overflow { leaflet, panel, lines } => (
            format!("The text of leaflet `{leaflet}` does not fit on the {}: about {} too many at the smallest size.", leaflet::panel(*panel), count(*lines, "line")),
            format!("Shorten the text by about {}, or name fewer speakers or topics.", count(*lines, "line")),
        ),
        DiagnosticKind::SmallType { leaflet, tenths_of_pt } => (
            format!("The type of leaflet `{leaflet}` had to shrink to {} pt (12 pt or more is wanted).", pt(*tenths_of_pt)),
            "A shorter text brings it back to a size that old people read with ease.".into(),
        ),
        DiagnosticKind::HalfEmpty { leaflet, panel } => (
            format!("More than a third of the {} of leaflet `{leaflet}` is empty.", leaflet::panel(*panel)),
            "A longer summary or another point would fill it.".into(),
        ),
        DiagnosticKind::MissingGlyphs { leaflet, glyphs } => (
            format!("Leaflet `{leaflet}` has characters that the typefaces lack: {glyphs}"),
            "Write another character, or add a typeface that has it to the theme's fonts.".into(),
        ),
        DiagnosticKind::Print { leaflet, reason } => (
            format!("The print template of leaflet `{leaflet}` has an error: {reason}"),
            "Mend it at this place, or delete your file to return to the default theme's.".into(),
        ),
        DiagnosticKind::Begin(problem) => begin::words(problem),
        DiagnosticKind::Preflight(finding) => preflight::words(finding),
        DiagnosticKind::Picture(problem) => picture::words(problem),
        DiagnosticKind::Leaflet(problem) => leaflet::words(problem),
        DiagnosticKind::Output { folder, fault } => output(folder, fault),
        DiagnosticKind::Preview(kind) => preview::words(kind),
    };
    (message, help)
}

fn wrong_type(
    key: &str,
    expected: Expected,
    example: &str,
    meant: Option<&str>,
) -> (String, String) {
    let own = key.rsplit('.').next().unwrap_or(key);
    let message = match expected {
        Expected::Text => format!("`{key}` takes a line of text."),
        Expected::TextByLang => format!("`{key}` takes a line of text, or one for each language."),
        Expected::List => format!("`{key}` takes a list in [ ]."),
        Expected::Number => format!("`{key}` takes a whole number."),
        Expected::YesNo => format!("`{key}` takes true or false."),
        Expected::Map => format!("`{key}` takes keys of its own, indented on the lines below it."),
    };
    let help = match (expected, meant) {
        (_, Some(meant)) => format!("Write:\n  {own}: {meant}"),
        (Expected::Map, None) => format!("For example:\n  {own}:\n    title: Newsletter"),
        (_, None) => format!("For example:\n  {own}: {example}"),
    };
    (message, help)
}

/// So many of something.
fn count(number: u32, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}

fn pt(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn yaml(fault: &YamlFault) -> (String, String) {
    match fault {
        YamlFault::Tab => (
            "A tab character cannot be used here.".into(),
            "Delete the tab and indent with two spaces.".into(),
        ),
        YamlFault::FullWidthColon => (
            "The colon is a full-width `：`.".into(),
            "Write a plain `:` followed by one space, for example `name: 山田花子`.".into(),
        ),
        YamlFault::NoSpace => (
            "There is no space after the colon.".into(),
            "Put one space after the colon, for example `name: 山田花子`.".into(),
        ),
        YamlFault::ColonInValue => (
            "The value contains `: ` and is taken for a key.".into(),
            "Put the whole value between quotation marks: `title: \"The card: what changes\"`".into(),
        ),
        YamlFault::Reserved(c) => (
            format!("A value that begins with `{c}` needs quotation marks."),
            format!("Put the whole value between quotation marks: `title: \"{c}…\"`"),
        ),
        YamlFault::Unclosed => (
            "A quotation mark or bracket is not closed.".into(),
            "Check that it begins and ends with the same plain mark, for example `topics: [privacy, elderly-access]`.".into(),
        ),
        YamlFault::NoColon => (
            "This line has no `:` and is no key.".into(),
            "Write it as `key: value`, for example `name: 山田花子`.".into(),
        ),
        YamlFault::Indent => (
            "The indentation does not match the lines above.".into(),
            "Keys that belong together begin with the same number of spaces.".into(),
        ),
        YamlFault::Budget => (
            "The front matter is too long or too deep.".into(),
            "Do without aliases (`&`, `*`) and write only the known keys.".into(),
        ),
        YamlFault::Other(detail) => (
            format!("The front matter cannot be read ({detail})."),
            "Write this line as `key: value`, for example `name: 山田花子`.".into(),
        ),
    }
}

fn link(fault: &LinkFault) -> (String, String) {
    match fault {
        LinkFault::Unknown(kind, slug, nearest) => (
            format!("The link leads to a {} `{slug}` that does not exist.", thing(*kind)),
            format!("{}Write the name of a file in the folder {}.", did_you_mean(nearest.as_ref()), kind.folder()),
        ),
        LinkFault::Fragment(id, known) => (
            format!("The page exists, but it has no place `#{id}`."),
            if known.is_empty() {
                "Delete everything from the `#`.".into()
            } else {
                format!("Places on that page: {}", join(known, ", "))
            },
        ),
        LinkFault::File(path) => (
            format!("The link leads to a file `{path}` that does not exist."),
            "Write `topic:name` or `speaker:name`, or check the file's place.".into(),
        ),
        LinkFault::Scheme(scheme) => (
            format!("A link that begins with `{scheme}` cannot be used."),
            "Begin it with https://, http://, mailto: or tel:, or with topic:, speaker:, event:, leaflet: or page:.".into(),
        ),
    }
}

fn output(folder: &str, fault: &OutputFault) -> (String, String) {
    match fault {
        OutputFault::Overlaps(other) => (
            format!("The output folder `{folder}` overlaps the source folder `{other}`."),
            "Name another folder with --out, for example `--out public`.".into(),
        ),
        OutputFault::Foreign => (
            format!("The output folder `{folder}` holds files that chirashi did not write."),
            "Name an empty folder with --out, or add --force to write there all the same (the files there are kept).".into(),
        ),
        OutputFault::Io(reason) => (
            format!("The output folder `{folder}` cannot be written ({reason})."),
            "Check the free space and that you may write there.".into(),
        ),
    }
}
