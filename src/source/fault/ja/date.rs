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
            century,
        } => {
            let of_era = format!("{era}{year}年{month}月{day}日");
            let right = match century {
                Some(date) => format!("西暦なら次のとおりです（{era}なら「{of_era}」）。\n  {key}: {date}"),
                None => format!("{era}なら次のとおりです。\n  {key}: {of_era}"),
            };
            (
                format!("「{value}」には元号がないので、何年のことか分かりません。"),
                format!("元号を付けるか、西暦の4桁の年で書いてください。{right}"),
            )
        }
        NoDay::More(date) => (
            format!("「{value}」には、日のほかにも何か書かれています。"),
            format!(
                "ここには日だけを書きます。時刻や2日目からのことは、本文に書いてください。\n  {key}: {date}"
            ),
        ),
        NoDay::NoYear { month, day } => (
            format!("「{value}」には年がありません。"),
            format!("西暦の4桁の年から書いてください。2022年のことなら「2022年{month}月{day}日」です。"),
        ),
        NoDay::Form => (
            format!("「{value}」は日付として読めません。"),
            "年・月・日の順に、「2022-11-17」「2022年11月17日」「令和4年11月17日」「R4.11.17」のどれかの形で書いてください。".into(),
        ),
    }
}
