//! Words of Japanese for the few words that some keys take.

use crate::base::narrowed;

/// What stands before a text that somebody has yet to write.
pub(crate) const FILL_IN: [&str; 2] = ["【要記入】", "[FILL IN]"];

/// What people write, and the word that it stands for wherever that is among those allowed.
const MEANT: &[(&str, &[&str])] = &[
    (
        "summary",
        &["要約", "要旨", "概要", "まとめ", "発言要旨", "発言の要旨"],
    ),
    (
        "transcript",
        &[
            "全文",
            "発言全文",
            "発言の全文",
            "書き起こし",
            "全文書き起こし",
            "文字起こし",
            "話したとおり",
            "逐語",
        ],
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
    ("a4", &["a4片面", "a4 片面"]),
    ("a4-duplex", &["a4両面", "a4 両面"]),
    ("a5", &["a5片面", "a5 片面"]),
    ("a5-duplex", &["a5両面", "a5 両面"]),
    ("b5", &["b5片面", "b5 片面"]),
    ("b5-duplex", &["b5両面", "b5 両面"]),
    (
        "a4-trifold",
        &[
            "三つ折り",
            "三つ折",
            "3つ折り",
            "巻三つ折り",
            "a4三つ折り",
            "a4 三つ折り",
        ],
    ),
    ("a4-zfold", &["z折り", "外三つ折り", "a4z折り", "a4 z折り"]),
    (
        "a3-bifold",
        &["二つ折り", "2つ折り", "a3二つ折り", "a3 二つ折り"],
    ),
    ("postcard", &["はがき", "ハガキ", "葉書", "郵便はがき"]),
    ("signature-sheet", &["署名用紙", "署名簿"]),
    ("title", &["題", "題名", "見出し"]),
    ("voice", &["声", "語り", "ひとこと"]),
    ("figure", &["数字", "数"]),
    ("question", &["問い", "質問", "問答", "q&a"]),
    ("compare", &["比較", "くらべる", "比べる"]),
    ("newspaper", &["新聞", "新聞風"]),
    ("poster", &["ポスター"]),
    ("call", &["呼びかけ", "お願い", "署名"]),
    ("page", &["ページ", "全文のページ"]),
    ("both", &["両方", "どちらも", "ふたつとも"]),
    ("card", &["カード", "保険証", "健康保険証"]),
    ("keypad", &["テンキー", "キーパッド", "暗証番号", "キー"]),
    ("desk", &["窓口", "受付", "医院の受付", "病院"]),
    ("hands", &["手", "挙手", "両手", "hand"]),
    ("megaphone", &["メガホン", "拡声器", "メガフォン"]),
    ("letter", &["手紙", "封筒", "便り"]),
    ("bars", &["棒", "棒グラフ", "bar"]),
    (
        "parts",
        &[
            "割合",
            "帯",
            "帯グラフ",
            "円グラフ",
            "百分率",
            "100人のうち",
        ],
    ),
    (
        "time",
        &["年表", "時の流れ", "経過", "あゆみ", "歩み", "timeline"],
    ),
];

/// What people call colours, and a shade of each that is read well on white.
const COLOURS: [(&str, &[&str]); 10] = [
    ("#b00020", &["赤", "赤色", "あか", "red"]),
    ("#0050b3", &["青", "青色", "あお", "blue"]),
    ("#00695c", &["緑", "緑色", "みどり", "green"]),
    ("#8a5a00", &["黄", "黄色", "yellow"]),
    (
        "#b34700",
        &["橙", "橙色", "オレンジ", "オレンジ色", "orange"],
    ),
    ("#6a1b9a", &["紫", "紫色", "むらさき", "purple"]),
    ("#a0195b", &["桃色", "ピンク", "ピンク色", "pink"]),
    ("#5d4037", &["茶", "茶色", "brown"]),
    ("#1a237e", &["紺", "紺色", "navy"]),
    (
        "#333333",
        &["黒", "黒色", "灰色", "グレー", "black", "gray", "grey"],
    ),
];

/// The colour that a word stands for.
pub(super) fn colour_meant(written: &str) -> Option<&'static str> {
    let plain = narrowed(written).trim().to_lowercase();
    let found = COLOURS
        .iter()
        .find(|(_, words)| words.contains(&plain.as_str()));
    found.map(|(hex, _)| *hex)
}

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

/// The words that are certainly meant by a list of them: one for each, all of them, or none.
pub(super) fn words_meant<'w>(parts: &[&str], words: &[&'w str]) -> Option<Vec<&'w str>> {
    const NONE: [&str; 12] = [
        "なし",
        "無し",
        "無",
        "ない",
        "いいえ",
        "不可",
        "未",
        "未確認",
        "no",
        "none",
        "false",
        "ng",
    ];
    const ALL: [&str; 6] = ["両方", "どちらも", "ふたつとも", "全部", "both", "all"];
    if let [only] = parts {
        let plain = narrowed(only).trim().to_lowercase();
        if NONE.contains(&plain.as_str()) {
            return Some(Vec::new());
        }
        if ALL.contains(&plain.as_str()) {
            return Some(words.to_vec());
        }
    }
    let meant: Option<Vec<&str>> = parts.iter().map(|part| word_meant(part, words)).collect();
    meant.filter(|meant| !meant.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Colour;

    #[test]
    fn every_colour_is_read_well_on_white() {
        for (hex, words) in COLOURS {
            let colour = Colour::parse(hex).unwrap();
            assert!(colour.contrast(Colour::WHITE) >= Colour::AA, "{hex}");
            for word in words {
                assert_eq!(colour_meant(word), Some(hex), "{word}");
            }
        }
        assert_eq!(colour_meant(" ＲＥＤ\u{3000}"), Some("#b00020"));
        assert_eq!(colour_meant("青緑"), None);
    }
}
