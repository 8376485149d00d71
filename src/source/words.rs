//! Words of Japanese for the few words that some keys take.

use crate::base::narrowed;

/// What people write, and the word that it stands for wherever that is among those allowed.
const MEANT: [(&str, &[&str]); 11] = [
    ("summary", &["要約", "要旨", "概要", "まとめ"]),
    (
        "transcript",
        &["全文", "書き起こし", "文字起こし", "話したとおり", "逐語"],
    ),
    ("machine", &["機械翻訳", "機械", "自動翻訳"]),
    ("draft", &["下書き", "下訳", "草稿"]),
    ("reviewed", &["確認済み", "確認済", "校正済み", "確認した"]),
    ("web", &["サイト", "ウェブ", "ホームページ", "ネット", "hp"]),
    ("print", &["紙", "印刷", "チラシ", "ちらし", "印刷物"]),
    ("standard", &["標準", "ふつう", "普通"]),
    ("large", &["大きな文字", "大活字", "拡大"]),
    ("mono", &["白黒", "モノクロ", "黒1色", "1色"]),
    ("theme", &["テーマ"]),
];

/// The word of those allowed that is certainly meant.
pub(super) fn word_meant<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    let plain = narrowed(written).trim().to_lowercase();
    let own = words.iter().find(|word| **word == plain);
    let japanese = || {
        let meant = MEANT
            .iter()
            .find(|(_, all)| all.contains(&plain.as_str()))?;
        words.iter().find(|word| **word == meant.0)
    };
    own.or_else(japanese).copied()
}
