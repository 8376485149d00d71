//! What is wrong with a chart, in words.

use super::ChartFault;
use crate::base::ChartKind;

pub(super) fn ja(fault: &ChartFault) -> (String, String) {
    match fault {
        ChartFault::Value { kind: ChartKind::Time, value, .. } => (
            format!("グラフの「{value}」は、年、年月、年月日のどれとしても読めません。"),
            "2016、2016年1月、平成28年1月、2022-11-17 のように書いてください。何があったかは label に書きます。".into(),
        ),
        ChartFault::Value { value, right: Some(_), .. } => (
            format!("グラフの「{value}」は、数だけではないので描けません。"),
            "value には数だけを書き、単位は unit に移してください。".into(),
        ),
        ChartFault::Value { value, .. } => (
            format!("グラフの「{value}」は、数ではないので描けません。"),
            "value には 120、1,200、88.5、80万 のような、0以上の数を1つだけ書いてください。単位は unit に書きます。".into(),
        ),
        ChartFault::Rows { count, .. } if *count < 2 => (
            format!("グラフの行が{count}つしかありません。比べるものがないので、この図は載りません。"),
            "rows に、比べる行（label と value）を2つ以上書いてください。数が1つだけなら、charts ではなく figures に書くと大きく出ます。".into(),
        ),
        ChartFault::Rows { kind, count } => (
            format!("グラフの行が{count}行あります。{}は{}行までです。多いと、字が小さくなり、見分けられません。", name(*kind), kind.most_rows()),
            match kind {
                ChartKind::Time => "大事な出来事だけを残し、ほかは本文に書いてください。".into(),
                _ => "小さいものを「その他」の1行にまとめるか、本文の表にしてください。".into(),
            },
        ),
        ChartFault::Sum { sum, rest } => (
            format!("割合（parts）の値を合わせると{sum}で、100になりません。"),
            match rest {
                Some(rest) => format!("数を確かめてください。残りがあるなら、rows の終わりに次の行を加えてください。\n      - label: その他\n        value: {rest}"),
                None => "数を確かめてください。合わせて100にならないものは、kind を bars にすると棒で描けます。".into(),
            },
        ),
        ChartFault::Many { count } => (
            format!("グラフが{count}個あります。多いと、どれも見てもらえません。チラシに出るのは、はじめの2個です。"),
            "見せたいものを上から2個までにし、ほかは本文の表にしてください。".into(),
        ),
    }
}

pub(super) fn en(fault: &ChartFault) -> (String, String) {
    match fault {
        ChartFault::Value { kind: ChartKind::Time, value, .. } => (
            format!("“{value}” in a chart is neither a year nor a month nor a day."),
            "Write it like 2016, 2016-01 or 2022-11-17. What happened stands under `label`.".into(),
        ),
        ChartFault::Value { value, right: Some(_), .. } => (
            format!("“{value}” in a chart is more than a number, and cannot be drawn."),
            "Leave the number alone under `value`, and move its unit to `unit`.".into(),
        ),
        ChartFault::Value { value, .. } => (
            format!("“{value}” in a chart is no number, and cannot be drawn."),
            "Write one number that is not below 0, like 120, 1,200 or 88.5. Its unit stands under `unit`.".into(),
        ),
        ChartFault::Rows { count, .. } if *count < 2 => (
            format!("The chart has fewer than two rows ({count}). With nothing to compare, it is not shown."),
            "Write two rows or more (`label` and `value`) into `rows`. A number alone stands large under `figures`, in the place of `charts`.".into(),
        ),
        ChartFault::Rows { kind, count } => (
            format!("The chart has {count} rows; `{}` takes at most {}. Of more, type becomes small and none is told from the next.", kind.name(), kind.most_rows()),
            match kind {
                ChartKind::Time => "Keep what matters most, and tell the rest in the text.".into(),
                _ => "Join the small ones into one row, “others”, or write a table in the text.".into(),
            },
        ),
        ChartFault::Sum { sum, rest } => (
            format!("The parts add up to {sum}, not to 100."),
            match rest {
                Some(rest) => format!("Check the numbers. If others are left, add this row at the end of `rows`:\n      - label: others\n        value: {rest}"),
                None => "Check the numbers. What does not add up to 100 can be drawn as bars, with `kind: bars`.".into(),
            },
        ),
        ChartFault::Many { count } => (
            format!("There are {count} charts. Of many, none is looked at; leaflets show the first two."),
            "Keep the two that matter most, in their order, and make tables in the text of the others.".into(),
        ),
    }
}

fn name(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Bars => "棒（bars）",
        ChartKind::Parts => "割合（parts）",
        ChartKind::Time => "年表（time）",
    }
}
