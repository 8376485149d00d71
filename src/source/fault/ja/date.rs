//! Dates that are none, in Japanese.

use crate::base::{Lang, NoDay};

const DAYS: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];

pub(super) fn words(key: &str, value: &str, why: NoDay) -> (String, String) {
    match why {
        NoDay::Beyond(last) => {
            let (year, month, day) = last.ymd();
            (
                format!("「{value}」という日はありません。{year}年{month}月は{day}日までです。"),
                format!("正しい日に直してください。たとえば次のようになります。\n  {key}: {last}"),
            )
        }
        NoDay::Weekday(date) => {
            let day = usize::try_from(date.days_since_monday()).ok();
            let day = day.and_then(|at| DAYS.get(at)).unwrap_or(&"");
            let long = date.long(Lang::JA);
            (
                format!("「{value}」は、日と曜日が合いません。{long}は{day}曜日です。"),
                format!(
                    "日と曜日のどちらが正しいかを確かめ、正しい日を次の形で書いてください。曜日は要りません。\n  {key}: {date}"
                ),
            )
        }
        NoDay::Era(date) => (
            format!("「{value}」は、元号の年数を越えています。"),
            format!(
                "年と元号を確かめ、正しい日を西暦で書いてください。{}年のことなら次のとおりです。\n  {key}: {date}",
                date.ymd().0
            ),
        ),
        NoDay::NoEra {
            era,
            ymd: (year, month, day),
        } => (
            format!("「{value}」には元号がないので、何年のことか分かりません。"),
            format!(
                "元号を付けるか、西暦の4桁の年で書いてください。{era}なら次のとおりです。\n  {key}: {era}{year}年{month}月{day}日"
            ),
        ),
        NoDay::Form => (
            format!("「{value}」は日付として読めません。"),
            format!(
                "年・月・日の順に、次の形で書いてください（「2022年11月17日」「令和4年11月17日」「R4.11.17」とも書けます）。\n  {key}: 2022-11-17"
            ),
        ),
    }
}
