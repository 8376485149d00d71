//! The table at the end of `check`: what there is, how far each language is, what is lacking.

use unicode_width::UnicodeWidthStr;

use crate::base::Lang;
use crate::diagnostic::UiLang;
use crate::project::Stats;

/// The whole table, its columns as wide as their longest cell on a terminal, where Japanese
/// characters take two columns.
pub(super) fn table(stats: &Stats, lang: UiLang) -> String {
    let t = |ja: &'static str, en: &'static str| lang.pick(ja, en).to_owned();
    let number = |n: usize| n.to_string();
    let mut rows = vec![
        [t("発言者", "Speakers"), number(stats.persons)],
        [t("発言", "Statements"), number(stats.statements)],
        [t("トピック", "Topics"), number(stats.topics)],
        [t("催し", "Events"), number(stats.events)],
        [t("ページ", "Pages"), number(stats.pages)],
        [t("チラシ", "Leaflets"), number(stats.leaflets)],
    ];
    rows.push([
        t("説明のない画像", "Pictures without a description"),
        number(stats.without_alt),
    ]);
    rows.push([
        t("文字を小さくしたチラシ", "Leaflets in smaller type"),
        number(stats.shrunk),
    ]);
    let head = [
        t("言語", "Language"),
        t("原文", "Originals"),
        t("翻訳済み", "Translated"),
        t("確認前", "Drafts"),
        t("古い翻訳", "Stale"),
        t("未翻訳", "Missing"),
    ];
    let languages = stats.languages.iter().map(|(code, progress)| {
        [
            name(*code, lang),
            number(progress.originals),
            number(progress.translated),
            number(progress.drafts),
            number(progress.stale),
            number(progress.missing),
        ]
    });
    let by_language: Vec<_> = std::iter::once(head).chain(languages).collect();
    format!("{}\n{}", aligned(&rows), aligned(&by_language))
}

fn name(code: Lang, lang: UiLang) -> String {
    let (ja, en) = code.locale().called;
    match lang.pick(ja, en) {
        "" => code.to_string(),
        name => name.to_owned(),
    }
}

/// Rows with their first column on the left and numbers on the right.
fn aligned<const N: usize>(rows: &[[String; N]]) -> String {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut text = String::new();
    for row in rows {
        for (at, (cell, width)) in row.iter().zip(widths).enumerate() {
            let blank = " ".repeat(width - cell.width());
            if at == 0 {
                text.extend(["  ", cell, &blank]);
            } else {
                text.extend(["  ", &blank, cell]);
            }
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Progress;

    #[test]
    fn columns_stand_below_each_other() {
        let progress = Progress {
            originals: 12,
            translated: 3,
            drafts: 1,
            stale: 0,
            missing: 8,
        };
        let stats = Stats {
            statements: 7,
            topics: 104,
            languages: vec![(Lang::JA, progress), (Lang::EN, progress)],
            ..Stats::default()
        };
        for lang in [UiLang::Ja, UiLang::En] {
            let table = table(&stats, lang);
            for part in table.split("\n\n") {
                let widths: Vec<usize> = part.lines().map(UnicodeWidthStr::width).collect();
                assert!(widths.windows(2).all(|w| w[0] == w[1]), "{table}");
            }
        }
    }
}
