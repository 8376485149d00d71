//! Questions to somebody at a terminal.

use dialoguer::{Input, MultiSelect, Select};

use crate::base::{DocKind, Slug};
use crate::diagnostic::UiLang;
use crate::scaffold::{self, KnownNames, NamedThing};

/// What somebody wants a new file for.
pub(super) struct Answers {
    pub(super) kind: DocKind,
    /// The event of a statement, as it was typed or chosen.
    pub(super) event: Option<String>,
    /// As it was typed.
    pub(super) slug: String,
    pub(super) name: Option<String>,
    pub(super) topics: Vec<Slug>,
}

/// Asks for what was not said on the command line; `None` when somebody breaks off.
pub(super) fn ask(
    kind: Option<DocKind>,
    (event, slug): (Option<String>, Option<String>),
    known: &KnownNames,
    lang: UiLang,
) -> Option<Answers> {
    let kind = match kind {
        Some(kind) => kind,
        None => what(lang)?,
    };
    let event = match event {
        Some(event) => Some(event),
        None if needs_event(kind, known) => Some(which_event(known, lang)?),
        None => None,
    };
    let slug = match slug {
        None if kind == DocKind::Statement && !known.all(DocKind::Speaker).is_empty() => {
            Some(which_speaker(known, lang)?)
        }
        slug => slug,
    };
    let name = Some(called(kind, lang)?).filter(|name| !name.is_empty());
    let slug = match slug {
        Some(slug) => slug,
        None => file_name(kind, name.as_deref(), lang)?,
    };
    let topics = match kind {
        DocKind::Speaker | DocKind::Statement | DocKind::Leaflet => topics(known, lang)?,
        _ => Vec::new(),
    };
    Some(Answers {
        kind,
        event,
        slug,
        name,
        topics,
    })
}

/// Whether somebody has to say at which event something was said.
pub(super) fn needs_event(kind: DocKind, known: &KnownNames) -> bool {
    let events = known.all(DocKind::Event).len();
    match kind {
        DocKind::Statement => events > 0,
        DocKind::Speaker => events > 1,
        _ => false,
    }
}

/// The event at which something was said.
pub(super) fn which_event(known: &KnownNames, lang: UiLang) -> Option<String> {
    let all = known.all(DocKind::Event);
    let prompt = lang.pick(
        "どの集会での発言ですか（↑↓で選んで Enter）",
        "Said at which event? (↑↓, then Enter)",
    );
    let own = all
        .iter()
        .position(|event| Some(&event.slug) == known.default_event.as_ref());
    one_of(all, own.unwrap_or_default(), prompt)
}

fn which_speaker(known: &KnownNames, lang: UiLang) -> Option<String> {
    let prompt = lang.pick(
        "だれの発言ですか（↑↓で選んで Enter）",
        "Who spoke? (↑↓, then Enter)",
    );
    one_of(known.all(DocKind::Speaker), 0, prompt)
}

fn one_of(all: &[NamedThing], first: usize, prompt: &str) -> Option<String> {
    let names: Vec<String> = all
        .iter()
        .map(|thing| format!("{} ({})", thing.name, thing.slug))
        .collect();
    let at = Select::new()
        .with_prompt(prompt)
        .items(&names)
        .default(first)
        .interact_opt()
        .ok()??;
    Some(all.get(at)?.slug.to_string())
}

fn what(lang: UiLang) -> Option<DocKind> {
    let names = DocKind::ALL.map(|kind| match kind {
        DocKind::Speaker => lang.pick("発言者と発言", "a speaker and the statement"),
        DocKind::Statement => lang.pick(
            "ほかの集会での発言（発言者のファイルがある人）",
            "what a speaker said at one more event",
        ),
        DocKind::Topic => lang.pick("テーマ", "a topic"),
        DocKind::Event => lang.pick("集会や催し", "a rally or other event"),
        DocKind::Leaflet => lang.pick("チラシ", "a leaflet"),
        DocKind::Page => lang.pick("その他のページ", "any other page"),
    });
    let at = Select::new()
        .with_prompt(lang.pick(
            "何を書き足しますか（↑↓で選んで Enter）",
            "What is new? (↑↓, then Enter)",
        ))
        .items(names)
        .default(0)
        .interact_opt()
        .ok()??;
    DocKind::ALL.get(at).copied()
}

/// The name or title; empty when it is left for later.
fn called(kind: DocKind, lang: UiLang) -> Option<String> {
    let prompt = match kind {
        DocKind::Speaker => lang.pick(
            "お名前（例：山田花子。あとで書くなら、そのまま Enter）",
            "Name (Enter to write it later)",
        ),
        DocKind::Topic | DocKind::Event => lang.pick(
            "名前（あとで書くなら、そのまま Enter）",
            "Name (Enter to write it later)",
        ),
        DocKind::Statement | DocKind::Leaflet | DocKind::Page => lang.pick(
            "題（あとで書くなら、そのまま Enter）",
            "Title (Enter to write it later)",
        ),
    };
    let text: String = Input::new()
        .with_prompt(prompt)
        .allow_empty(true)
        .interact_text()
        .ok()?;
    Some(text.trim().to_owned())
}

fn file_name(kind: DocKind, name: Option<&str>, lang: UiLang) -> Option<String> {
    let prompt = lang.pick(
        "ファイルの名前（半角の英小文字・数字・ハイフン）",
        "Name of the file (lower-case letters, digits, hyphens)",
    );
    let mut input = Input::<String>::new().with_prompt(prompt);
    if let Some(near) = name.and_then(scaffold::suggestion) {
        input = input.default(near.to_string());
    }
    let answer = input
        .validate_with(move |text: &String| match Slug::parse(text) {
            Some(name) if name.is_reserved() => Err(lang.pick(
                format!(
                    "「{name}」はWindowsが自分で使う名前です。{name}-1 のように書いてください。"
                ),
                format!("Windows keeps the name {name} for itself. Write {name}-1, for example."),
            )),
            Some(_) => Ok(()),
            None => Err(match scaffold::suggestion(text) {
                Some(near) => lang.pick(
                    format!("使えない文字があります。たとえば {near} と書いてください。"),
                    format!("Not all of it can be used. Write {near}, for example."),
                ),
                None => {
                    let example = scaffold::example(kind);
                    lang.pick(
                        format!("読みをローマ字で書いてください。例： {example}"),
                        format!("Write how it is read in Latin letters, for example {example}."),
                    )
                }
            }),
        })
        .interact_text();
    answer.ok()
}

fn topics(known: &KnownNames, lang: UiLang) -> Option<Vec<Slug>> {
    let all = known.all(DocKind::Topic);
    if all.is_empty() {
        return Some(Vec::new());
    }
    let names: Vec<String> = all
        .iter()
        .map(|t| format!("{} ({})", t.name, t.slug))
        .collect();
    let chosen = MultiSelect::new()
        .with_prompt(lang.pick(
            "かかわるテーマ（スペースで選び、Enter で決める）",
            "Topics (space to choose, Enter when done)",
        ))
        .items(&names)
        .interact_opt()
        .ok()??;
    Some(
        chosen
            .into_iter()
            .filter_map(|at| Some(all.get(at)?.slug.clone()))
            .collect(),
    )
}
