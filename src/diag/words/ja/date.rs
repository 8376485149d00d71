//! Dates that are none, in Japanese.

pub(super) fn words(value: &str, beyond: Option<(i16, i8, i8)>) -> (String, String) {
    match beyond {
        Some((year, month, last)) => (
            format!("「{value}」という日はありません。{year}年{month}月は{last}日までです。"),
            format!("正しい日に直してください。例： {year}-{month:02}-{last:02}"),
        ),
        None => (
            format!("「{value}」は日付として読めません。"),
            "実際にある日を「2022-11-17」の形で書いてください（「2022年11月17日」「令和4年11月17日」「R4.11.17」とも書けます）。曜日を添えたときは、曜日が合っているかも確かめてください。".into(),
        ),
    }
}
