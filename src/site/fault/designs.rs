//! What is wrong with the design of a leaflet, in words.

use super::DesignNeed;
use crate::base::{Design, Format};
use crate::diagnostic::join;

pub(super) fn lacks_ja(design: Design, lacks: DesignNeed) -> (String, String) {
    let name = design.name();
    let (what, remedy) = match lacks {
        DesignNeed::Figures => (
            "大きく見せる数字（figures）",
            "たとえば次の3行を加えてください。\n  figures:\n    - value: 約80万人\n      caption: 東京で一人で暮らす高齢者",
        ),
        DesignNeed::Pull => (
            "大きく刷る一言（pull）",
            "たとえば次の行を加えてください。\n  pull: 番号で暮らしを見られたくない",
        ),
        DesignNeed::Speaker => (
            "話す人（speakers）",
            "speakers に、その言葉を大きく載せる人を書いてください。",
        ),
        DesignNeed::Question => (
            "問い",
            "題か見出し（##）の1つを「なぜ急ぐのか」のような問いにしてください。",
        ),
        DesignNeed::AskingHook => (
            "問い",
            "たとえば次の行を加えてください。\n  hook: 暮らしが番号で見える？",
        ),
        DesignNeed::TwoColumns => (
            "並べる2つのもの",
            "本文に2列の表を1つ入れるか、見出し（##）を2つにしてください。",
        ),
    };
    let or = match lacks {
        // The line to remove is shown below.
        DesignNeed::Speaker | DesignNeed::Question | DesignNeed::TwoColumns => {
            "または、中身に合うデザインにします。"
        }
        _ => "または design の行を消してください。中身に合うデザインになります。",
    };
    (
        format!("design: {name} は{what}を大きく見せるデザインですが、それがありません。"),
        format!("{remedy}\n{or}"),
    )
}

pub(super) fn unfit_ja(
    design: Design,
    format: Option<Format>,
    fitting: &[Design],
) -> (String, String) {
    let on = format.map_or("このファイル".to_owned(), |own| own.name().to_owned());
    (
        format!(
            "{on}のチラシに「{}」のデザインはありません。",
            design.name()
        ),
        remedy(
            fitting,
            "design の行を消してください。",
            |names| {
                format!(
                    "design を {names} のどれかにするか、行を消してください。消せば中身に合うデザインになります。"
                )
            },
            "、",
        ),
    )
}

pub(super) fn lacks_en(design: Design, lacks: DesignNeed) -> (String, String) {
    let name = design.name();
    let (what, remedy) = match lacks {
        DesignNeed::Figures => (
            "a number (`figures`)",
            "Give one, for example:\n  figures:\n    - value: about 800,000\n      caption: older people living alone in Tokyo",
        ),
        DesignNeed::Pull => (
            "what the person says in a few words (`pull`)",
            "Give it, for example:\n  pull: Nobody should read my life off a number",
        ),
        DesignNeed::Question => (
            "a question",
            "Make the title or a heading (`##`) one, such as “Why the hurry?”",
        ),
        DesignNeed::AskingHook => (
            "a question",
            "Give it, for example:\n  hook: Is my life an open book?",
        ),
        DesignNeed::TwoColumns => (
            "two things side by side",
            "Put a table of two columns into the text, or give it two headings (`##`).",
        ),
        DesignNeed::Speaker => ("somebody's words", "Name the person under `speakers`."),
    };
    let or = match lacks {
        DesignNeed::Speaker | DesignNeed::Question | DesignNeed::TwoColumns => {
            "Or let the leaflet's content decide."
        }
        _ => "Or remove the line `design`: then what the leaflet holds decides.",
    };
    (
        format!("`design: {name}` shows {what} in large type, and there is none."),
        format!("{remedy}\n{or}"),
    )
}

pub(super) fn unfit_en(
    design: Design,
    format: Option<Format>,
    fitting: &[Design],
) -> (String, String) {
    let on = format.map_or("this kind of file".to_owned(), |own| {
        format!("`{}`", own.name())
    });
    (
        format!("Leaflets of {on} have no design `{}`.", design.name()),
        remedy(
            fitting,
            "Remove the line `design`.",
            |names| {
                format!("Choose {names}, or remove the line: then what the leaflet holds decides.")
            },
            ", ",
        ),
    )
}

/// The designs to choose from, where there are some.
fn remedy(fitting: &[Design], none: &str, some: impl Fn(&str) -> String, between: &str) -> String {
    if fitting.is_empty() {
        return none.to_owned();
    }
    let names: Vec<&str> = fitting.iter().map(|own| own.name()).collect();
    some(&join(&names, between))
}
