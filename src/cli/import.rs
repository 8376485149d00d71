//! `chirashi import`: a rally report as plain text into drafts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

mod kept;

use dialoguer::{Confirm, Input};

use super::args::Import;
use super::prompts::Prompts;
use super::report::refuse;
use super::{Status, complain, say};
use crate::base::{Date, DocKind, Lang, Script, Slug};
use crate::diagnostic::{UiLang, japanese_reason};
use crate::import::{
    self, Draft, DraftPlace, DraftSpeaker, ImportPlan, KnownEvent, KnownPerson, KnownStatement,
};
use crate::model::Docs;
use crate::report::{self, RallyReport};
use crate::source::{LocalText, NoText};
use crate::{output, project, source};

/// Reads the report, shows what it found, and writes drafts once that is agreed to.
pub(super) fn run(args: &Import, lang: UiLang) -> Status {
    let (text, encoding) = match source::plain(&args.file) {
        Ok(read) => read,
        Err(fault) => return unread(&args.file, &fault, lang),
    };
    let Some(known) = KnownContent::read(&args.content) else {
        return refuse(vec![project::why_no_site(&args.content)], lang);
    };
    if let Some(line) = report::line_in_columns(&text) {
        return fail(lang.pick(
            format!("{line}行目に見出しが2つ並んでいるので、何も書きませんでした。2段組みの紙面を横に写したようで、このまま読むと、ほかの人の発言が混ざります。\n1段ずつ写して、1人の発言が続くように並べてから、もう一度実行してください。"),
            format!("Two headings stand side by side on line {line}, so nothing was written. It looks like a page of two columns that was copied across; read like this, words of one person would be put into another's mouth.\nCopy one column after the other and run this again."),
        ));
    }
    let report = report::read(&text);
    if report.statements.is_empty() {
        return fail(lang.pick(
            "発言者の見出しが見つからないので、何も書きませんでした。\n見出しは「◆市民の会・山田花子代表」「【市民の会　代表　山田花子】」「山田花子（市民の会代表）：」のような1行にしてください。".to_owned(),
            "No heading of a speaker was found, so nothing was written.\nA heading is a line such as `◆市民の会・山田花子代表`, `【市民の会　代表　山田花子】` or `Jane Doe (Citizens' Forum, chair):`.".to_owned(),
        ));
    }
    let kept = if args.keep {
        kept::place(&args.content, &args.file, &text)
    } else {
        None
    };
    let terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    let place = |date| DraftPlace {
        lang: known.language_of(&text),
        comments: lang,
        topics: &known.topics,
        taken: &known.taken,
        events: &known.events,
        own_event: known.own_event.as_ref(),
        people: &known.people,
        source: kept.as_ref().map(|kept| kept.name.as_str()),
        date,
    };
    let mut plan = import::plan(&report, &place(args.date));
    say(&summary(&report, &plan, &place(None), encoding, lang));
    if plan.is_there() {
        say(lang.pick(
            "この報告の発言は、すべて前からあります。何も書いていません。\n別の集会の報告なら、--date で日付を指定してください。\n",
            "All statements of this report are there already. Nothing was written.\nIf it tells of another rally, give its day by --date.\n",
        ));
        return Status::Done;
    }
    if !args.yes {
        if !terminal {
            return fail(lang.pick(
                "まだ何も書いていません。これでよければ --yes を付けて、もう一度実行してください。".to_owned(),
                "Nothing has been written yet. If this is right, run it again with --yes.".to_owned(),
            ));
        }
        if plan.event.is_some() && plan.date.is_none() {
            plan = import::plan(&report, &place(ask_date(lang)));
        }
        if !agreed(lang) {
            say(lang.pick(
                "やめました。何も書いていません。\n",
                "Nothing was written.\n",
            ));
            return Status::Done;
        }
    }
    let kept = kept.and_then(|kept| Some((kept.to_write?, text.as_str())));
    write(args, &plan, kept, known.language_of(&text), lang)
}

/// What the content folder holds already.
struct KnownContent {
    languages: Vec<Lang>,
    topics: Vec<(Slug, Vec<String>)>,
    taken: Vec<(DocKind, Slug)>,
    events: Vec<KnownEvent>,
    /// The event that `site.yaml` names.
    own_event: Option<Slug>,
    people: Vec<KnownPerson>,
}

impl KnownContent {
    /// Reads the content folder; its own problems are `check`'s to tell.
    fn read(content: &Path) -> Option<Self> {
        let docs = project::survey(content)?;
        let mut taken: Vec<(DocKind, Slug)> = Vec::new();
        let speakers = docs.persons.iter().map(|doc| &doc.head.slug);
        taken.extend(speakers.map(|slug| (DocKind::Speaker, slug.clone())));
        let events = docs.events.iter().map(|doc| &doc.head.slug);
        taken.extend(events.map(|slug| (DocKind::Event, slug.clone())));
        let known_events = known_events(&docs);
        let people = known_people(&docs);
        let own_event = docs.site.event.as_ref().map(|event| event.value.clone());
        let languages = docs.site.languages;
        let mut topics: Vec<(Slug, Vec<String>)> = Vec::new();
        for doc in &docs.topics {
            let name = doc.name.as_ref().and_then(|name| name.get(doc.head.lang));
            let words = doc.terms.iter().chain(name).map(|word| word.value.clone());
            match topics.iter_mut().find(|(slug, _)| *slug == doc.head.slug) {
                Some((_, all)) => all.extend(words),
                None => topics.push((doc.head.slug.clone(), words.collect())),
            }
        }
        Some(Self {
            languages,
            topics,
            taken,
            events: known_events,
            own_event,
            people,
        })
    }

    /// The site's language in which a text is written, as far as its letters tell.
    fn language_of(&self, text: &str) -> Lang {
        let japanese = text.chars().any(|c| matches!(c, '\u{3041}'..='\u{30fa}'));
        let first = self.languages.first().copied().unwrap_or(Lang::JA);
        let fits = |lang: &&Lang| (lang.locale().script == Script::Japanese) == japanese;
        self.languages.iter().find(fits).copied().unwrap_or(first)
    }
}

/// What a file writes for a key in its own language.
fn written(text: Option<&LocalText>, lang: Lang) -> Option<String> {
    Some(text?.get(lang)?.value.clone())
}

/// The rallies of the site, each once for all its languages.
fn known_events(docs: &Docs) -> Vec<KnownEvent> {
    let mut events: Vec<KnownEvent> = Vec::new();
    for doc in &docs.events {
        let name = written(doc.name.as_ref(), doc.head.lang);
        let date = doc.date.as_ref().map(|date| date.value);
        match events.iter_mut().find(|event| event.slug == doc.head.slug) {
            Some(event) => {
                event.names.extend(name);
                event.date = event.date.or(date);
            }
            None => events.push(KnownEvent {
                slug: doc.head.slug.clone(),
                names: name.into_iter().collect(),
                date,
            }),
        }
    }
    events
}

/// The speakers of the site, each once for all languages, with what they said.
fn known_people(docs: &Docs) -> Vec<KnownPerson> {
    let mut people: Vec<KnownPerson> = Vec::new();
    for doc in &docs.persons {
        let name = written(doc.name.as_ref(), doc.head.lang);
        let affiliation = written(doc.affiliation.as_ref(), doc.head.lang);
        let affiliation = affiliation.map(|text| (doc.head.lang, text));
        if let Some(person) = people.iter_mut().find(|p| p.slug == doc.head.slug) {
            person.names.extend(name);
            person.affiliations.extend(affiliation);
        } else {
            people.push(KnownPerson {
                slug: doc.head.slug.clone(),
                names: name.into_iter().collect(),
                statements: Vec::new(),
                affiliations: affiliation.into_iter().collect(),
            });
        }
    }
    for person in &mut people {
        // The files of one statement in all languages, by the folder that they stand in.
        let files = docs.statements.iter();
        let files = files.filter(|doc| doc.head.slug == person.slug);
        let mut statements: BTreeMap<Option<&Slug>, Vec<_>> = BTreeMap::new();
        for doc in files {
            statements
                .entry(doc.head.event.as_ref())
                .or_default()
                .push(doc);
        }
        let languages = &docs.site.languages;
        for (folder, mut files) in statements {
            // The original, which is the file to be named.
            files.sort_by_key(|doc| {
                let rank = languages.iter().position(|lang| *lang == doc.head.lang);
                (doc.translation.is_some(), rank.unwrap_or(usize::MAX))
            });
            // A translation leaves out what its original says: any of them may name the event.
            let named = files.iter().find_map(|doc| doc.event.as_ref());
            let event = folder.or(named.map(|event| &event.value));
            let event = event.or(docs.site.event.as_ref().map(|event| &event.value));
            let affiliations = files.iter().filter_map(|doc| {
                let text = written(doc.affiliation.as_ref(), doc.head.lang)?;
                Some((doc.head.lang, text))
            });
            let affiliations: Vec<(Lang, String)> = affiliations.collect();
            person.affiliations.extend(affiliations.iter().cloned());
            person.statements.push(KnownStatement {
                event: event.cloned(),
                path: files[0].head.path.to_string(),
                affiliations: affiliations.into_iter().map(|(_, text)| text).collect(),
            });
        }
        let mut seen = BTreeSet::new();
        person
            .affiliations
            .retain(|known| seen.insert(known.clone()));
    }
    people
}

fn fail(text: String) -> Status {
    complain(&(text + "\n"));
    Status::Machine
}

fn unread(file: &Path, fault: &NoText, lang: UiLang) -> Status {
    let file = file.display();
    fail(match fault {
        NoText::Io(error) => lang.pick(
            format!("「{file}」を読めません（{}）。ファイルの名前と場所を確かめてください。", japanese_reason(&error.to_string())),
            format!("`{file}` cannot be read ({error}). Check its name and place."),
        ),
        NoText::TooLarge(bytes) => lang.pick(
            format!("「{file}」は大きすぎます（{}MB）。集会の報告の文章だけを、テキストファイルに写してください。", bytes >> 20),
            format!("`{file}` is too large ({} MB); copy the text of the report alone into a text file.", bytes >> 20),
        ),
        NoText::Document => lang.pick(
            format!("「{file}」は文字だけのファイルではありません。\nPDFやWordで開いて全部を選んでコピーし、メモ帳などに貼り付けて「.txt」で保存したものを指定してください。"),
            format!("`{file}` is not plain text.\nOpen it in its own program, select and copy everything, paste it into a text editor and save that as .txt."),
        ),
        NoText::Garbled => lang.pick(
            format!("「{file}」を文字として読めません（UTF-8、UTF-16、Shift_JIS、EUC-JP、ISO-2022-JP のどれでもありません）。\nエディターで開き、文字コードに「UTF-8」を選んで保存し直してください。"),
            format!("`{file}` cannot be read as text (it is none of UTF-8, UTF-16, Shift_JIS, EUC-JP and ISO-2022-JP).\nOpen it in an editor and save it as UTF-8."),
        ),
    })
}

fn summary(
    report: &RallyReport,
    plan: &ImportPlan,
    place: &DraftPlace<'_>,
    encoding: Option<&str>,
    lang: UiLang,
) -> String {
    let mut out = String::new();
    if let Some(encoding) = encoding {
        out.push_str(&lang.pick(
            format!("文字コードは {encoding} として読みました。\n"),
            format!("Read as {encoding}.\n"),
        ));
    }
    if let Some(event) = &plan.event {
        let name = report
            .event
            .name
            .as_deref()
            .unwrap_or(lang.pick("（名前なし）", "(no name)"));
        let date = plan.date.map_or_else(
            || lang.pick("日付は要確認", "date to be checked").to_owned(),
            |date| date.to_string(),
        );
        let file = file(event, place.lang);
        out.push_str(&lang.pick(
            format!("集会：{name}（{date}）\n    → {file}\n"),
            format!("Rally: {name} ({date})\n    → {file}\n"),
        ));
    }
    if let Some(slug) = &plan.held {
        out.push_str(&lang.pick(
            format!("集会：同じ日または同じ名前の「{slug}」がすでにあるので、発言はそれにつなぎます。\n"),
            format!("Rally: there is `{slug}` on that day or of that name already; the statements belong to it.\n"),
        ));
    }
    let count = plan.statements.len();
    out.push_str(&lang.pick(
        format!("発言者：{count}人\n"),
        format!("Speakers: {count}\n"),
    ));
    for (number, (said, planned)) in report.statements.iter().zip(&plan.statements).enumerate() {
        let (person, draft) = (&said.person, &planned.draft);
        let doubt = if person.name.is_sure() {
            ""
        } else {
            lang.pick("【要確認】", "PLEASE CHECK: ")
        };
        let known = [&person.affiliation, &person.role];
        let known: Vec<&str> = known.into_iter().filter_map(Option::as_deref).collect();
        let letters: usize = said
            .paragraphs
            .iter()
            .map(|text| text.chars().count())
            .sum();
        let topics: Vec<&str> = draft.topics.iter().map(Slug::as_str).collect();
        let topics = if topics.is_empty() {
            "—".to_owned()
        } else {
            topics.join(", ")
        };
        let (name, known, file) = (
            person.name.text(),
            known.join("・"),
            planned
                .there()
                .map_or_else(|| file(draft, place.lang), str::to_owned),
        );
        let paragraphs = said.paragraphs.len();
        out.push_str(&lang.pick(
            format!("  {}. {doubt}{name}（{known}） {letters}字・{paragraphs}段落　トピック：{topics}\n    → {file}\n", number + 1),
            format!("  {}. {doubt}{name} ({known}), {letters} characters, {paragraphs} paragraphs; topics: {topics}\n    → {file}\n", number + 1),
        ));
        out.push_str(&attribution(
            name,
            person.affiliation.as_deref(),
            &planned.speaker,
            lang,
        ));
    }
    if let Some(source) = place.source.filter(|_| !plan.is_there()) {
        out.push_str(&lang.pick(
            format!("もとの文章は content/sources/{source} に残し、check が下書きの数や名前と見くらべます（サイトには出ません。残さないときは --no-source）。\n"),
            format!("The text is kept as content/sources/{source}; check compares figures and names with it (it is never published; --no-source keeps none).\n"),
        ));
    }
    if let Some(rest) = plan.rest.as_ref().filter(|_| !plan.is_there()) {
        let letters = rest.chars().filter(|c| !c.is_whitespace()).count();
        out.push_str(&lang.pick(
            format!(
                "どこにも入れられなかった文が {letters} 字あります。別のファイルに残します。\n"
            ),
            format!(
                "{letters} characters could not be placed; they are kept in a file of their own.\n"
            ),
        ));
    }
    out
}

/// Whose statement it is, and what staff should look at.
fn attribution(
    name: &str,
    affiliation: Option<&str>,
    speaker: &DraftSpeaker,
    lang: UiLang,
) -> String {
    let (slug, there, otherwise) = match speaker {
        DraftSpeaker::New(same) => {
            let files: Vec<String> = same.iter().map(|slug| format!("speakers/{slug}")).collect();
            return match files.as_slice() {
                [] => String::new(),
                [file] => lang.pick(
                    format!("    同じ名前の発言者がすでにあります：{file}\n"),
                    format!("    There is a speaker of this name already: {file}\n"),
                ),
                _ => lang.pick(
                    format!("    「{name}」という発言者が {} 人いて（{}）、所属からはどなたか決められないので、新しい発言者の下書きにします。どなたの発言か分かったら、ファイルを statements/集会の名前/発言者の名前.ja.md に移し、name、reading、event の行を消してください。はじめての方なら、ファイルの名前を付け直してください。\n", files.len(), files.join("、")),
                    format!("    {} speakers are called “{name}” ({}), and the affiliation does not tell who this is, so it becomes the draft of a new speaker. Once you know whose it is, move the file to statements/<rally>/<speaker>.ja.md and remove the lines name, reading and event. If it is somebody new, rename the file.\n", files.len(), files.join(", ")),
                ),
            };
        }
        DraftSpeaker::Known {
            slug,
            there,
            otherwise,
        } => (slug, there, otherwise),
    };
    let mut out = if there.is_some() {
        lang.pick(
            format!("    この集会での発言がすでにあるので、取り込みません（speakers/{slug}）。\n"),
            format!("    This speaker's statement at this rally is there already; it is left out (speakers/{slug}).\n"),
        )
    } else {
        lang.pick(
            format!("    発言者のファイルがある方（speakers/{slug}）の、この集会での発言として書きます。\n"),
            format!("    Written as a further statement of the speaker who is there: speakers/{slug}\n"),
        )
    };
    if let Some(given) = affiliation.filter(|_| !otherwise.is_empty()) {
        let known = otherwise.join(lang.pick("、", ", "));
        out.push_str(&lang.pick(
            format!("    【要確認】所属が違います（speakers/{slug}：{known}、報告：{given}）。同じ方かどうか確かめてください。\n"),
            format!("    PLEASE CHECK: the affiliation differs (speakers/{slug}: {known}; the report: {given}). See that it is the same person.\n"),
        ));
    }
    out
}

/// A draft's path below the content folder.
fn file(draft: &Draft, lang: Lang) -> String {
    let folder = match &draft.event {
        Some(event) => format!("{}/{event}", draft.kind.folder()),
        None => draft.kind.folder().to_owned(),
    };
    format!("{folder}/{}.{lang}.md", draft.slug)
}

fn agreed(lang: UiLang) -> bool {
    let question = lang.pick("この内容で下書きを書きますか", "Write these drafts?");
    let asked = Confirm::new()
        .with_prompt(question)
        .default(false)
        .interact();
    asked.unwrap_or(false)
}

fn ask_date(lang: UiLang) -> Option<Date> {
    let question = lang.pick(
        "集会はいつでしたか（例：2022-11-17。わからなければ空のまま Enter）",
        "When was the rally (such as 2022-11-17; leave empty if unknown)",
    );
    let prompts = Prompts(lang);
    let asked = Input::<String>::with_theme(&prompts)
        .with_prompt(question)
        .allow_empty(true)
        .validate_with(|text: &String| {
            let fits = text.trim().is_empty() || Date::parse(text.trim()).is_some();
            let message = lang.pick(
                "2022-11-17 のように書いてください",
                "write it like 2022-11-17",
            );
            if fits { Ok(()) } else { Err(message) }
        })
        .interact_text();
    Date::parse(asked.ok()?.trim())
}

/// Writes everything, or nothing: when one file cannot be written, those before it are taken
/// back.
fn write(
    args: &Import,
    plan: &ImportPlan,
    kept: Option<(PathBuf, &str)>,
    lang: Lang,
    ui: UiLang,
) -> Status {
    let new = plan.statements.iter();
    let new = new.filter(|planned| planned.there().is_none());
    let statements: Vec<&Draft> = new.map(|planned| &planned.draft).collect();
    let drafts = plan.event.iter().chain(statements.iter().copied());
    let mut files: Vec<(PathBuf, &str)> = drafts
        .map(|draft| (args.content.join(file(draft, lang)), draft.text.as_str()))
        .collect();
    files.extend(kept);
    if let Some(rest) = &plan.rest {
        files.push((rest_file(args), rest));
    }
    let mut written: Vec<&Path> = Vec::new();
    for (path, text) in &files {
        if let Err(error) = output::write_new(path, text.as_bytes()) {
            for path in written {
                let _ = fs::remove_file(path);
            }
            let path = path.display();
            return fail(ui.pick(
                format!(
                    "「{path}」に書けません（{}）。何も書きませんでした。",
                    japanese_reason(&error.to_string())
                ),
                format!("`{path}` cannot be written ({error}). Nothing was written."),
            ));
        }
        written.push(path);
    }
    say(&ui.pick(
        format!("下書きを {} 個書きました。\n", statements.len()),
        format!("Wrote {} drafts.\n", statements.len()),
    ));
    if plan.rest.is_some()
        && let Some((path, _)) = files.last()
    {
        let path = path.display();
        say(&ui.pick(
            format!("入れられなかった文は {path} にあります。要らなければ消してください。\n"),
            format!("What could not be placed is in {path}; remove it if you do not need it.\n"),
        ));
    }
    say(ui.pick(
        "次は、それぞれのファイルを開いて確かめ、名前を直し（speaker-01 → yamada など）、「draft: true」の行を消してください。\n",
        "Now open each file, check it, rename it (speaker-01 to, say, yamada), and remove the line `draft: true`.\n",
    ));
    Status::Done
}

/// Beside the content folder, since nothing in there is for it.
fn rest_file(args: &Import) -> PathBuf {
    let stem = args
        .file
        .file_stem()
        .map_or_else(|| "import".into(), |stem| stem.to_string_lossy());
    let beside = args.content.parent().unwrap_or(Path::new(""));
    let numbered = (2..).map(|n| beside.join(format!("{stem}-rest-{n}.txt")));
    std::iter::once(beside.join(format!("{stem}-rest.txt")))
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_default()
}
