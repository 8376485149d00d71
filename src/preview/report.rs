//! What is wrong, as the browser shows it: every problem with its lines and its remedy.

use std::fmt::Write;

use serde_json::{Value, json};

use super::client::{SCRIPT_ADDRESS, STYLE};
use super::excerpt::{self, push_text};
use super::injected_page::{InjectedPage, fingerprint};
use crate::diagnostic::{Diagnostics, Located, Mark, Place, Severity, Sources, UiLang};

/// So many problems are shown at once; there is no end to mending at one sitting.
const MOST: usize = 60;

/// What is wrong, for people.
#[derive(Debug)]
pub(super) struct PreviewReport {
    /// How many errors there are.
    pub(super) errors: usize,
    /// How many warnings there are.
    pub(super) warnings: usize,
    /// The problems as HTML.
    list: String,
}

/// The report of everything in `diagnostics`, errors first.
pub(super) fn of(diagnostics: &Diagnostics, sources: &Sources, lang: UiLang) -> PreviewReport {
    let all = diagnostics.sorted(sources);
    let (errors, warnings): (Vec<_>, Vec<_>) = all
        .into_iter()
        .filter(|problem| problem.severity() != Severity::Remark)
        .partition(|problem| problem.severity() == Severity::Error);
    let mut list = String::from("<ol>");
    for problem in errors.iter().chain(&warnings).take(MOST) {
        item(&Located::new(problem, sources, lang), &mut list);
    }
    list.push_str("</ol>");
    let more = (errors.len() + warnings.len()).saturating_sub(MOST);
    if more > 0 {
        let words = lang.pick(
            format!("ほかに{more}件あります。"),
            format!("And {more} more."),
        );
        let _ = write!(list, "<p class=\"more\">{words}</p>");
    }
    PreviewReport {
        errors: errors.len(),
        warnings: warnings.len(),
        list,
    }
}

fn item(problem: &Located<'_>, out: &mut String) {
    let lang = problem.lang;
    let class = match problem.severity {
        Severity::Error => "error",
        Severity::Warning | Severity::Remark => "warning",
    };
    let _ = write!(
        out,
        "<li class=\"{class}\"><h2><span class=\"severity\">{}</span> ",
        problem.severity.name(lang)
    );
    push_text(problem.message, out);
    out.push_str("</h2>");
    for place in problem.place.iter().chain(&problem.also) {
        self::place(place, lang, out);
    }
    out.push_str("<p class=\"help\"><strong>");
    out.push_str(lang.pick("直し方", "How to mend it"));
    out.push_str("</strong> ");
    push_text(&problem.help, out);
    let _ = write!(out, "</p><p class=\"code\">{}</p></li>", problem.code);
}

fn place(place: &Place<'_>, lang: UiLang, out: &mut String) {
    out.push_str("<p class=\"where\"><span class=\"file\">");
    push_text(place.path, out);
    out.push_str("</span>");
    if let Some(Mark { line, column, .. }) = &place.mark {
        let words = lang.pick(
            format!(" {line}行目 {column}文字目"),
            format!(" line {line}, column {column}"),
        );
        out.push_str(&words);
    }
    out.push_str("</p>");
    if let Some(mark) = &place.mark {
        excerpt::push(place.path, mark, out);
    }
}

impl PreviewReport {
    /// The heading: how much there is to mend.
    fn title(&self, lang: UiLang) -> String {
        let (errors, warnings) = (self.errors, self.warnings);
        match (errors, warnings) {
            (0, n) => lang.pick(format!("注意が{n}件あります"), counted(n, "warning")),
            (n, 0) => lang.pick(format!("エラーが{n}件あります"), counted(n, "error")),
            (e, w) => lang.pick(
                format!("エラーが{e}件、注意が{w}件あります"),
                format!("{}, {}", counted(e, "error"), counted(w, "warning")),
            ),
        }
    }

    fn advice(&self, lang: UiLang) -> &'static str {
        if self.errors > 0 {
            lang.pick(
                "直して保存すると、この表示は自動で消えます。それまでは、前にできたページを表示しています。",
                "Mend and save, and this goes away by itself. Until then the pages are as they last came out well.",
            )
        } else {
            lang.pick(
                "ページはできています。時間のあるときに直してください。",
                "The pages are made. Mend these when there is time.",
            )
        }
    }

    /// The report as the script in the browser takes it.
    pub(super) fn for_browser(&self, lang: UiLang) -> Value {
        let (errors, warnings) = (self.errors, self.warnings);
        let badge = match (errors, warnings) {
            (0, n) => lang.pick(format!("注意 {n}件"), counted(n, "warning")),
            (n, _) => lang.pick(format!("エラー {n}件"), counted(n, "error")),
        };
        json!({
            "errors": errors,
            "warnings": warnings,
            "title": self.title(lang),
            "advice": self.advice(lang),
            "list": if errors + warnings > 0 { self.list.as_str() } else { "" },
            "badge": badge,
            "lang": lang.pick("ja", "en"),
            "close": lang.pick("閉じる", "Close"),
            "mended": lang.pick("エラーはなくなりました", "No errors any more"),
            "stopped": lang.pick(
                "プレビューは止まっています。動かし直すと、自動でつながります。",
                "The preview has stopped. Once it is started again, this page reconnects by itself.",
            ),
        })
    }
}

fn counted(number: usize, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}

/// A page of its own, for when there is no other to lay the report over.
pub(super) fn page(report: &PreviewReport, lang: UiLang) -> InjectedPage {
    let title = report.title(lang);
    let advice = lang.pick(
        "直して保存すると、ページが自動で表示されます。",
        "Mend and save, and the page appears by itself.",
    );
    let body = format!(
        "<main class=\"panel\"><div class=\"head\"><h1>{title}</h1><p>{advice}</p></div>{}</main>",
        report.list
    );
    let mark = fingerprint(body.as_bytes());
    let code = lang.pick("ja", "en");
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body class=\"alone\">\n{body}\n<script src=\"{SCRIPT_ADDRESS}\" data-page=\"{mark}\" data-alone></script>\n</body>\n</html>\n"
    );
    InjectedPage {
        html,
        mark,
        leaflets: Vec::new(),
    }
}
