//! `chirashi import`: a rally report as plain text into drafts.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use dialoguer::{Confirm, Input};

use super::args::Import;
use super::{Status, complain, say};
use crate::base::{Date, DocKind, Lang, Script, Slug};
use crate::diagnostic::UiLang;
use crate::import::{self, Draft, DraftPlace, ImportPlan, RallyReport};
use crate::source::NoText;
use crate::{project, source};

/// Reads the report, shows what it found, and writes drafts once that is agreed to.
pub(super) fn run(args: &Import, lang: UiLang) -> Status {
    let (text, encoding) = match source::plain(&args.file) {
        Ok(read) => read,
        Err(fault) => return unread(&args.file, &fault, lang),
    };
    let Some(known) = KnownContent::read(&args.content) else {
        let folder = args.content.display();
        return fail(lang.pick(
            format!("「{folder}」に site.yaml がないので、下書きを置けません。\n新しく始めるときは「chirashi init フォルダー名」で雛形を作り、--content でその中の content を指定してください。"),
            format!("There is no site.yaml in `{folder}`, so drafts cannot be put there.\nTo begin anew, make a starter with `chirashi init DIR` and name its content folder by --content."),
        ));
    };
    let report = import::read(&text);
    if report.statements.is_empty() {
        return fail(lang.pick(
            "発言者の見出しが見つからないので、何も書きませんでした。\n見出しは「◆市民の会・山田花子代表」「【市民の会　代表　山田花子】」「山田花子（市民の会代表）：」のような1行にしてください。".to_owned(),
            "No heading of a speaker was found, so nothing was written.\nA heading is a line such as `◆市民の会・山田花子代表`, `【市民の会　代表　山田花子】` or `Jane Doe (Citizens' Forum, chair):`.".to_owned(),
        ));
    }
    let terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    let place = |date| DraftPlace {
        lang: known.language_of(&text),
        comments: lang,
        topics: &known.topics,
        taken: &known.taken,
        events: &known.events,
        people: &known.people,
        said: &known.said,
        date,
    };
    let mut plan = import::plan(&report, &place(args.date));
    say(&summary(
        &report,
        &plan,
        &known,
        &place(None),
        encoding,
        lang,
    ));
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
    write(args, &plan, known.language_of(&text), lang)
}

/// What the content folder holds already.
struct KnownContent {
    languages: Vec<Lang>,
    topics: Vec<(Slug, Vec<String>)>,
    taken: Vec<(DocKind, Slug)>,
    /// Rallies by their days.
    events: Vec<(Slug, Date)>,
    /// Names of speakers, and of their files.
    people: Vec<(String, Slug)>,
    /// Who spoke at which rally.
    said: Vec<(Slug, Slug)>,
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
        let mut days: Vec<(Slug, Date)> = docs
            .events
            .iter()
            .filter_map(|doc| Some((doc.head.slug.clone(), doc.date.as_ref()?.value)))
            .collect();
        days.dedup_by(|a, b| a.0 == b.0);
        let own = docs.site.event.as_ref().map(|event| &event.value);
        let said = docs.statements.iter().filter_map(|doc| {
            let event = doc.event.as_ref().map(|event| &event.value);
            let event = doc.head.event.as_ref().or(event).or(own)?;
            Some((event.clone(), doc.head.slug.clone()))
        });
        let said = said.collect();
        let people = docs.persons.iter().filter_map(|doc| {
            let name = doc.name.as_ref()?.get(doc.head.lang)?;
            Some((name.value.clone(), doc.head.slug.clone()))
        });
        let people = people.collect();
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
            events: days,
            people,
            said,
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

fn fail(text: String) -> Status {
    complain(&(text + "\n"));
    Status::Machine
}

fn unread(file: &Path, fault: &NoText, lang: UiLang) -> Status {
    let file = file.display();
    fail(match fault {
        NoText::Io(error) => lang.pick(
            format!("「{file}」を読めません（{error}）。ファイルの名前と場所を確かめてください。"),
            format!("`{file}` cannot be read ({error}). Check its name and place."),
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
    known: &KnownContent,
    place: &DraftPlace<'_>,
    encoding: Option<&str>,
    lang: UiLang,
) -> String {
    let mut out = String::new();
    let there = &known.people;
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
            format!("集会：同じ日の「{slug}」がすでにあるので、発言はそれにつなぎます。\n"),
            format!("Rally: there is `{slug}` on that day already; the statements belong to it.\n"),
        ));
    }
    let count = plan.statements.len();
    out.push_str(&lang.pick(
        format!("発言者：{count}人\n"),
        format!("Speakers: {count}\n"),
    ));
    for (number, (said, draft)) in report.statements.iter().zip(&plan.statements).enumerate() {
        let person = &said.person;
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
            file(draft, place.lang),
        );
        let paragraphs = said.paragraphs.len();
        out.push_str(&lang.pick(
            format!("  {}. {doubt}{name}（{known}） {letters}字・{paragraphs}段落　トピック：{topics}\n    → {file}\n", number + 1),
            format!("  {}. {doubt}{name} ({known}), {letters} characters, {paragraphs} paragraphs; topics: {topics}\n    → {file}\n", number + 1),
        ));
        if draft.kind == DocKind::Statement {
            let slug = &draft.slug;
            out.push_str(&lang.pick(
                format!("    発言者のファイルがある方（speakers/{slug}）の、この集会での発言として書きます。\n"),
                format!("    Written as a further statement of the speaker who is there: speakers/{slug}\n"),
            ));
        } else if let Some((_, slug)) = there.iter().find(|(other, _)| other == name) {
            out.push_str(&lang.pick(
                format!("    同じ名前の発言者がすでにあります：speakers/{slug}\n"),
                format!("    There is a speaker of this name already: speakers/{slug}\n"),
            ));
        }
    }
    if let Some(rest) = &plan.rest {
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
    let asked = Input::<String>::new()
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
fn write(args: &Import, plan: &ImportPlan, lang: Lang, ui: UiLang) -> Status {
    let drafts = plan.event.iter().chain(&plan.statements);
    let mut files: Vec<(PathBuf, &str)> = drafts
        .map(|draft| (args.content.join(file(draft, lang)), draft.text.as_str()))
        .collect();
    if let Some(rest) = &plan.rest {
        files.push((rest_file(args), rest));
    }
    let mut written: Vec<&Path> = Vec::new();
    for (path, text) in &files {
        if let Err(error) = create(path, text) {
            for path in written {
                let _ = fs::remove_file(path);
            }
            let path = path.display();
            return fail(ui.pick(
                format!("「{path}」に書けません（{error}）。何も書きませんでした。"),
                format!("`{path}` cannot be written ({error}). Nothing was written."),
            ));
        }
        written.push(path);
    }
    say(&ui.pick(
        format!("下書きを {} 個書きました。\n", plan.statements.len()),
        format!("Wrote {} drafts.\n", plan.statements.len()),
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

fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = fs::File::create_new(path)?;
    file.write_all(text.as_bytes())
}
