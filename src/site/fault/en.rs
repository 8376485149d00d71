//! What is wrong where documents meet, in English.

use super::{LinkFault, SiteFault, designs};
use crate::base::DocKind;
use crate::diagnostic::{Fault, UiLang, join, kind_name, save_from_phone};

fn did_you_mean(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |n| format!("Did you mean `{n}`? "))
}

/// How many statements, where it is more than one.
fn many(statements: usize) -> String {
    match statements {
        1 => String::new(),
        statements => format!(" ({statements} statements)"),
    }
}

fn statements(files: usize) -> String {
    match files {
        1 => "The file in it".into(),
        files => format!("The {files} files in it"),
    }
}

#[allow(clippy::too_many_lines, reason = "one arm for each fault")]
pub(super) fn words(fault: &SiteFault) -> (String, String) {
    match fault {
        SiteFault::Source(fault) => {
            let words = fault.en();
            (words.message, words.help)
        }
        SiteFault::UnknownReference { kind: DocKind::Statement, slug, nearest, .. } => (
            format!("There is no statement `{slug}`."),
            format!("{}Write the event and the speaker, with `/` between them, as the names of their files say: event/speaker", did_you_mean(nearest.as_ref())),
        ),
        SiteFault::UnknownReference { kind, slug, nearest, known } => (
            format!("There is no {} `{slug}`.", kind_name(*kind, UiLang::En)),
            format!("{}Write the name of a file in the folder {}, without language and `.md`.{}", did_you_mean(nearest.as_ref()), kind.folder(), if known.is_empty() { String::new() } else { format!(" There are: {}", join(known, ", ")) }),
        ),
        SiteFault::DraftReference { kind, slug, file } => (
            format!("The {} `{slug}` is a draft ({file}), so it is not in the site.", kind_name(*kind, UiLang::En)),
            format!("To publish it, delete the line `draft: true` of {file}. If it is not ready yet, take {slug} out here (and the whole line if nothing else is left)."),
        ),
        SiteFault::StatementOfMissing { kind: DocKind::Event, slug, file, nearest, files } => (
            format!("The folder `statements/{slug}` has no event: there is no file `{file}`. {} cannot be published.", statements(*files)),
            format!("{}Give the folder the name of an event's file in events, without language and `.md`. For a new event, make its file: chirashi new event {slug}", did_you_mean(nearest.as_ref())),
        ),
        SiteFault::StatementOfMissing { kind: _, slug, file, nearest, files: _ } => (
            format!("The person who made this statement has no file `{file}`."),
            format!("{}Give this file the name of a speaker's file in speakers. For a new person, make that file: chirashi new speaker {slug}", did_you_mean(nearest.as_ref())),
        ),
        SiteFault::StatementOfDraft { kind, file, statements } => (
            match kind {
                DocKind::Event => format!("The event's file `{file}` is a draft, so what was said there{} cannot be published.", many(*statements)),
                _ => format!("The file `{file}` of the person who made this statement is a draft, so the statement cannot be published."),
            },
            format!("To publish it, delete the line `draft: true` of {file}. If it is not ready yet, add a line `draft: true` to {} as well.", if *statements == 1 { "the statement's file" } else { "the file of each statement" }),
        ),
        SiteFault::SaidTwice { event, own, other } => (
            format!("Two files hold what this person said at the event `{event}`: `{own}` and `{other}`."),
            format!("What one person said at one event stands in one file. Move the text of `{other}` into `{own}`, and delete `{other}`. If it was another event, correct `event` in `{own}`, or move `{other}` into the folder of that event."),
        ),
        SiteFault::UnlistedTopics { slugs } => (
            if slugs.len() == 1 {
                format!("The topic `{}` of this section is not in `topics` at the top.", slugs[0])
            } else {
                format!("The topics `{}` of sections are not in `topics` at the top.", slugs.join("`, `"))
            },
            format!("Add {} to `topics` in the front matter.", slugs.join(", ")),
        ),
        SiteFault::Link { fault } => link(fault),
        SiteFault::MissingImage { path, meant } => (
            format!("There is no picture `{path}`."),
            match meant {
                Some(right) => format!("If `{right}` is meant, write it exactly so, capital letters too."),
                None => "Put it into the folder images in content, and write `../images/` and its name.".into(),
            },
        ),
        SiteFault::OutsideImage { address } => (
            format!("The picture `{address}` is on another site, which would learn of every reader; pages do not fetch it."),
            "If you may use it, save it into the folder images in content, and write `../images/` and its name.".into(),
        ),
        SiteFault::PictureOfComputer { name, right } => (
            format!("The picture `{name}` lies on this computer only, where no reader can see it."),
            format!("Copy it to the folder images in the content folder, and write this between the ( ).\n  {right}"),
        ),
        SiteFault::BadImage { path } => (
            format!("The picture `{path}` is of a kind that cannot be used."),
            if super::is_of_phones(path) {
                save_from_phone(UiLang::En).into()
            } else {
                "Use a JPEG, PNG, WebP, GIF or SVG picture.".into()
            },
        ),
        SiteFault::Contradiction { key } => (
            format!("The value of `{key}` contradicts the file in the original language."),
            format!("Delete `{key}` from the translation: it inherits the original's value. To change it, make both the same."),
        ),
        SiteFault::Orphan { original } => (
            format!("This is marked as a translation, but its original `{original}` does not exist."),
            format!("Write `{original}`, or delete `translation` if this is the original."),
        ),
        SiteFault::LostTranslation { original, nearest, line } => (
            format!("This looks like a translation, but the original `{original}` does not exist."),
            format!(
                "{}If it is itself an original, add this line to its front matter.\n  {line}",
                nearest.as_ref().map_or_else(
                    || "Make the original, or give both the same name.\n".to_owned(),
                    |name| format!("Should this file be called `{name}`?\n")
                ),
            ),
        ),
        SiteFault::SectionsDiffer { original, here } => (
            "The sections are not those of the original, so switching language loses the reader's place.".into(),
            format!("Original: {}\nHere: {}\nGive the headings the same `{{#…}}` in the same order.", join(original, ", "), join(here, ", ")),
        ),
        SiteFault::FiguresDiffer { original, here } => (
            format!("`figures`: {original} in the original, {here} here."),
            "Give the same figures in the same order.".into(),
        ),
        SiteFault::ChartsDiffer => (
            "This chart shows something else than that of the original.".into(),
            "Give the same charts in the same order, each with the same `kind`, the same rows in the same order, and the same numbers under `value`. Translate `title`, `label` and `unit` alone.".into(),
        ),
        SiteFault::BadFingerprint { current } => (
            "The `of` of the translation cannot be read.".into(),
            format!("Once the translation matches the original as it is now, write:\n  of: {current}"),
        ),
        SiteFault::Stale { changed, current } => (
            format!("The original has changed since it was translated ({}).", join(changed, ", ")),
            format!("Once the translation is up to date, write:\n  of: {current}"),
        ),
        SiteFault::Unrendered { terms } => (
            format!(
                "This paragraph of the original has {}, and the translation does not have what the glossary gives for it.",
                join(&terms.iter().map(|(term, _)| format!("“{term}”")).collect::<Vec<_>>(), ", "),
            ),
            format!(
                "Use one of these words here:\n{}\nIf another is right, too, add it to `glossary` in site.yaml: `term: [one, another]`.",
                join(&terms.iter().map(|(term, all)| format!("  {term}: {}", join(all, ", "))).collect::<Vec<_>>(), "\n"),
            ),
        ),
        SiteFault::NameTaken { address, example } => (
            format!("This file cannot be called so: `{address}` is the address of what chirashi makes by itself."),
            format!("Rename the file, and its translations alike, for instance: {example}"),
        ),
        SiteFault::AddressTaken { address } => (
            format!("The address `{address}` is used by two things."),
            "Rename one of the files, or change `aliases`.".into(),
        ),
        SiteFault::TermTaken { term } => (
            format!("The term `{term}` is also among the terms of another topic; it links to the first."),
            "Delete it from one of the two `terms`.".into(),
        ),
        SiteFault::SilentSpeaker { slug } => (
            format!("The site has no statement of `{slug}`."),
            format!("Write the statement into `speakers/{slug}.en.md`, or take the name out of the leaflet's `speakers`."),
        ),
        SiteFault::WhichEvent { taken, known } => (
            match taken {
                Some(taken) => format!("The file does not say at which event this was said; `{taken}` is taken."),
                None => "The file does not say at which event this was said.".into(),
            },
            format!(
                "Add the event to the front matter, between the `---` lines; for example:\n  event: {}\nEvents: {}",
                taken.as_ref().or(known.last()).map_or("", String::as_str),
                known.join(", "),
            ),
        ),
        SiteFault::UncitedTopic { draft: Some(draft), .. } => (
            format!("Only a draft touches this topic so far: {draft}."),
            "Nothing is to be done until that statement is published.".into(),
        ),
        SiteFault::UncitedTopic { slug, draft: None } => (
            format!("No statement speaks on this topic: neither `topics` of a statement nor `topic=…` of a section names `{slug}`."),
            format!("Add {slug} to `topics` of a statement, or {{topic={slug}}} to the heading of a section. Delete this file if it is not needed."),
        ),
        SiteFault::NoBaseUrl => (
            "site.yaml has no base_url, so everything that needs the public address was left out: QR codes, sitemap, feeds.".into(),
            "Write it once you know where the site will be published: `base_url: https://example.org/`".into(),
        ),
        SiteFault::UnknownPart { written, nearest } => (
            format!("`{written}` in `panels` is nothing that a leaflet can hold."),
            format!(
                "{}What can stand here: hook, intro, text (all of the body), text#section, quote, voices (all speakers), speaker:name, speaker:name#section, statement:event/name (what was said at that event), statement:event/name#section, quote:name, quote:event/name, topics (all topics), topic:name, event, call.\nTo put two things on one panel, separate them by a comma within quotation marks: \"hook, text\".",
                did_you_mean(nearest.as_ref())
            ),
        ),
        SiteFault::TooManyPanels {
            format,
            given,
            most: 0,
        } => (
            format!("The layout of `{format}` is fixed (`panels` fills {given})."),
            "Remove the line `panels`.".into(),
        ),
        SiteFault::TooManyPanels {
            format,
            given,
            most,
        } => (
            format!("`panels` fills {given} panels, but `{format}` has {most}."),
            format!(
                "Give at most {most}. To put two things on one panel, separate them by a comma: \"hook, text\"."
            ),
        ),
        SiteFault::Unplaced { parts } => (
            format!(
                "No panel holds `{}` of this leaflet, so it is printed nowhere.",
                join(parts, "`, `")
            ),
            format!(
                "Add it to one of the `panels`, separated by a comma: \"hook, {}\". If it is not wanted, delete that text.",
                join(parts, ", ")
            ),
        ),
        SiteFault::EmptyLeaflet { speaker } => (
            "The leaflet has no text and names neither speakers nor topics; it shows its title and what readers are asked to do.".into(),
            match speaker {
                Some(speaker) => format!("Write the text below the second `---`. To print what somebody said, add a line to the front matter, for example:\n  speakers: [{speaker}]"),
                None => "Write the text below the second `---`.".into(),
            },
        ),
        SiteFault::DesignLacks { design, lacks } => designs::lacks_en(*design, *lacks),
        SiteFault::DesignUnfit {
            design,
            format,
            fitting,
        } => designs::unfit_en(*design, *format, fitting),
        SiteFault::NoConsent { key: "picture" } => (
            "Nothing says that this picture may be shown, so it is not.".into(),
            "When those in it and who took it have agreed, write \"consent: [web, print]\" inside picture:. It takes both, since the PDF of a leaflet lies on the site, too. A drawing or photograph of your own that shows nobody needs the same line.".into(),
        ),
        SiteFault::NoConsent { key } => (
            "Nothing says that this person agreed to the photograph on the web, so it is not shown.".into(),
            format!("When the person has agreed, write \"consent: [web]\" inside {key}:. If they agreed to leaflets too, \"consent: [web, print]\"."),
        ),
    }
}

/// A word behind its article.
fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {word}")
}

fn link(fault: &LinkFault) -> (String, String) {
    match fault {
        LinkFault::Unknown(kind, slug, nearest) => (
            format!("The link leads to {} `{slug}` that does not exist.", with_article(kind_name(*kind, UiLang::En))),
            match nearest {
                Some(nearest) => format!("Did you mean `{nearest}`? For another one, write the name of a file in the folder {}.", kind.folder()),
                None => format!("Write the name of a file in the folder {}. If there is none, take the link out and leave the words.", kind.folder()),
            },
        ),
        LinkFault::Draft(kind, slug, file) => (
            format!("The {} `{slug}`, to which the link leads, is a draft ({file}), so it is not in the site.", kind_name(*kind, UiLang::En)),
            format!("To publish it, delete the line `draft: true` of {file}. If it is not ready yet, take the link out."),
        ),
        LinkFault::Fragment(id, known) => (
            format!("The page exists, but it has no place `#{id}`."),
            if known.is_empty() {
                "Delete everything from the `#`.".into()
            } else {
                format!("Places on that page: {}. If it is none of them, delete everything from the `#`.", join(known, ", "))
            },
        ),
        LinkFault::File { path, meant: Some(meant), .. } => (
            format!("The link leads to a file `{path}` that does not exist."),
            format!("Did you mean `{meant}`?"),
        ),
        LinkFault::File { path, meant: None, .. } => (
            format!("The link leads to a file `{path}` that does not exist."),
            "Write `topic:name` or `speaker:name`, or check the file's place. If there is none, take the link out and leave the words.".into(),
        ),
        LinkFault::Scheme(scheme) => (
            format!("A link that begins with `{scheme}` cannot be used."),
            "Begin it with https://, http://, mailto: or tel:, or with topic:, speaker:, event:, leaflet: or page:, or take the link out and leave the words.".into(),
        ),
    }
}
