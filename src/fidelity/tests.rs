//! Figures in every way of writing.

use proptest::prelude::*;

use super::amount::{Amount, TENS, UNITS};
use super::days::DayParts;
use super::figures::{FigureValue, figures};
use super::passage::KeptSource;

/// What the figures say that plainly are figures.
fn firm(text: &str) -> Vec<Vec<FigureValue>> {
    let found = figures(text).into_iter().filter(|figure| figure.firm);
    found.map(|figure| figure.values).collect()
}

fn number(number: u64) -> FigureValue {
    FigureValue::Number(Amount::whole(number))
}

fn share(per_cent: u64) -> FigureValue {
    FigureValue::Share(Amount::whole(per_cent))
}

fn day(year: u64, month: u64, day: u64) -> FigureValue {
    let part = |part: u64| Some(part).filter(|part| *part > 0);
    FigureValue::Day(DayParts {
        year: part(year),
        month: part(month),
        day: part(day),
    })
}

/// Each of the texts has one figure, which may mean this.
fn all_mean(value: FigureValue, texts: &[&str]) {
    for text in texts {
        let found = firm(text);
        assert!(
            found.len() == 1 && found[0].contains(&value),
            "{text}: {found:?} is not {value:?}"
        );
    }
}

#[test]
fn one_number_in_every_writing() {
    all_mean(
        number(130_000),
        &[
            "13万筆",
            "１３万筆",
            "十三万筆",
            "署名は13 万を超えた",
            "130,000 signatures",
            "130000筆",
            "130 thousand signatures",
            "one hundred and thirty thousand signatures",
            "約13万",
            "１３０，０００人",
        ],
    );
    all_mean(
        number(800_000),
        &[
            "約 80 万のひとり暮らし",
            "八十万人",
            "800,000 people",
            "0.8 million",
        ],
    );
    all_mean(
        number(125_000),
        &["12万5千人", "12万5000人", "十二万五千人", "12.5万人"],
    );
    all_mean(
        number(20),
        &["二十人", "20 people", "twenty people", "２０人"],
    );
    all_mean(
        number(75),
        &[
            "75歳以上",
            "七十五歳以上",
            "aged 75 and over",
            "seventy-five or older",
            "75-year-old",
        ],
    );
    all_mean(
        number(4),
        &[
            "４桁の番号",
            "四桁",
            "four digits",
            "a four-digit PIN",
            "4-digit",
        ],
    );
    all_mean(number(10), &["10年ごと", "every ten years", "十年間"]);
    all_mean(number(1_234), &["1,234筆", "千二百三十四筆", "1234筆"]);
}

#[test]
fn one_share_and_one_article_in_every_writing() {
    all_mean(
        share(20),
        &[
            "2割",
            "２割",
            "二割",
            "20%",
            "２０％",
            "20 per cent",
            "20 percent",
            "twenty per cent",
            "20パーセント",
            "two in ten",
            "2 in 10",
            "10人に2人",
            "2 out of 10",
        ],
    );
    all_mean(share(25), &["2割5分", "25%", "25％", "one in four"]);
    let article = |article| FigureValue::Article(article);
    all_mean(
        article(13),
        &["憲法 13条", "第13条", "憲法十三条", "Article 13", "Art. 13"],
    );
    let small = firm("協会けんぽでわずか 0.09%に過ぎない");
    assert_eq!(small, firm("a mere 0.09 per cent"));
    assert_eq!(small.len(), 1);
    for list in ["憲法13、25条と第31条", "Articles 13, 25 and 31"] {
        let found = firm(list);
        assert_eq!(found.len(), 3, "{list}");
        let mut each = found.iter().zip([13, 25, 31]);
        assert!(
            each.all(|(values, n)| values.contains(&article(n))),
            "{list}"
        );
    }
}

#[test]
fn one_date_in_every_writing() {
    all_mean(
        day(2022, 11, 17),
        &[
            "2022年11月17日",
            "令和4年11月17日",
            "令和四年十一月十七日",
            "2022-11-17",
            "R4.11.17",
            "17 November 2022",
            "November 17, 2022",
            "17th of November 2022",
            "２０２２年１１月１７日",
            "2022/11/17",
            "二〇二二年十一月十七日",
            "Nov. 17, 2022",
        ],
    );
    all_mean(
        day(0, 11, 17),
        &[
            "11月17日",
            "11 月 17 日",
            "17 November",
            "November 17",
            "November 17th",
            "十一月十七日",
        ],
    );
    all_mean(
        day(2023, 3, 0),
        &[
            "23年３月末",
            "2023年3月",
            "令和5年3月",
            "the end of March 2023",
        ],
    );
    all_mean(
        day(0, 6, 0),
        &["６月の骨太の方針", "June's Basic Policy", "of June"],
    );
    all_mean(day(2024, 0, 0), &["24 年秋の", "2024年秋", "令和6年度"]);
}

#[test]
fn words_that_count_nothing_are_let_pass() {
    for text in [
        "一体化を進め、一本化し、一切をやめ、一人ひとりに",
        "十分な議論",
        "千葉一郎氏",
        "万一のとき、万が一",
        "唯一の、統一した、二重の、第一に",
        "五十嵐さんと三井さん、八百屋",
        "四国と九州",
        "七夕",
        "三権分立",
        "数十人、何百もの",
        "one of them, first of all, the second time",
        "Covid-19 and 5G, the A4 page",
        "two things, three speakers",
        "we may march",
        "03-1234-5678",
        "https://example.org/2022/11/17",
        "千代田区一番町",
        "1人の廃業者も出さず",
        "一日も早く",
        "二次被害",
        "in one day",
        "the 3rd floor",
    ] {
        assert_eq!(firm(text), [[]; 0], "{text}");
    }
}

#[test]
fn a_time_of_day_is_on_both_dials() {
    let evening = [number(8), number(20)];
    for text in [
        "午後8時",
        "20時",
        "夜8時まで",
        "8 p.m.",
        "until 8 pm",
        "午後八時",
    ] {
        let found = firm(text);
        assert!(
            found.len() == 1 && evening.iter().all(|hour| found[0].contains(hour)),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn a_passage_goes_from_a_name_to_the_next() {
    let called = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>()
    };
    let others = ["佐藤一郎", "ichirosato"];
    for text in [
        "集会\n◆市民の会・山田 花子代表\n署名は1\n3万筆。\n◆町の会・佐藤一郎氏\n20人。\n",
        "集会。\n\n山田さん（市民の会代表）：署名は13万筆。\n佐藤さん（医師）：20人。\n",
        "集会の記録\n山田花子\n署名は13万筆。\n佐藤一郎\n20人。\n",
    ] {
        let source = KeptSource::read(text);
        let part = source
            .passage(&called(&["山田花子", "hanakoyamada"]), &others)
            .expect(text);
        assert!(
            part.text.contains("13万筆") && !part.text.contains("20人"),
            "{}",
            part.text
        );
        assert!(source.passage(&called(&["鈴木次郎"]), &others).is_none());
    }
}

const KANJI: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number in kanji.
fn kanji(number: u64) -> String {
    let below = |number: u64| {
        let places = [(1_000, "千"), (100, "百"), (10, "十"), (1, "")];
        let written = places.map(|(by, sign)| match (number / by) % 10 {
            0 => String::new(),
            1 if by > 1 => sign.to_owned(),
            digit => format!("{}{sign}", KANJI[usize::try_from(digit).unwrap()]),
        });
        written.concat()
    };
    let groups = [(100_000_000, "億"), (10_000, "万"), (1, "")];
    let written = groups.map(|(by, sign)| match (number / by) % 10_000 {
        0 => String::new(),
        group => below(group) + sign,
    });
    written.concat()
}

/// A number in digits with 億 and 万.
fn mixed(number: u64) -> String {
    let groups = [(100_000_000, "億"), (10_000, "万"), (1, "")];
    let written = groups.map(|(by, sign)| match (number / by) % 10_000 {
        0 => String::new(),
        group => format!("{group}{sign}"),
    });
    written.concat()
}

/// A number in digits with commas.
fn separated(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number in English words.
fn english(number: u64) -> String {
    let at = |number: u64| usize::try_from(number).unwrap();
    let rest = |rest: u64, and: &str| match rest {
        0 => String::new(),
        rest => format!(" {and}{}", english(rest)),
    };
    match number {
        0..=19 => UNITS[at(number)].to_owned(),
        20..=99 if number.is_multiple_of(10) => TENS[at(number / 10 - 2)].to_owned(),
        20..=99 => format!("{}-{}", TENS[at(number / 10 - 2)], UNITS[at(number % 10)]),
        100..=999 => format!(
            "{} hundred{}",
            UNITS[at(number / 100)],
            rest(number % 100, "and ")
        ),
        1_000..=999_999 => format!(
            "{} thousand{}",
            english(number / 1_000),
            rest(number % 1_000, "")
        ),
        _ => format!(
            "{} million{}",
            english(number / 1_000_000),
            rest(number % 1_000_000, "")
        ),
    }
}

fn wide(text: &str) -> String {
    let wide = |c: char| match c {
        '0'..='9' | ',' | '%' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
        c => c,
    };
    text.chars().map(wide).collect()
}

proptest! {
    #[test]
    fn a_number_is_the_same_in_every_writing(n in prop_oneof![2_u64..2_000, 2_000_u64..200_000, 2..900_000_000_u64]) {
        let written = [
            format!("{n}人"), format!("{}人", wide(&n.to_string())), format!("{}人", separated(n)),
            format!("{}人", wide(&separated(n))), format!("{}人", kanji(n)), format!("{}人", mixed(n)),
            format!("about {} people", separated(n)), format!("some {} people", english(n)),
        ];
        for text in written {
            let found = firm(&text);
            prop_assert!(found.len() == 1 && found[0].contains(&number(n)), "{}: {:?}", text, found);
        }
        for text in [format!("{n}%"), format!("{n} per cent"), format!("{}パーセント", kanji(n)), format!("{}％", wide(&n.to_string()))] {
            prop_assert_eq!(firm(&text), [[share(n)]], "{}", text);
        }
    }

    #[test]
    fn a_day_is_the_same_in_every_writing(y in 2019_u64..2090, m in 1_u64..=12, d in 1_u64..=28) {
        const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July",
            "August", "September", "October", "November", "December"];
        let (era, month) = (y - 2018, MONTHS[usize::try_from(m - 1).unwrap()]);
        let written = [
            format!("{y}年{m}月{d}日"), format!("{y} 年 {m} 月\n{d} 日"), format!("令和{era}年{m}月{d}日"),
            format!("令和{}年{}月{}日", kanji(era), kanji(m), kanji(d)), format!("{y}-{m:02}-{d:02}"),
            format!("{d} {month} {y}"), format!("{month} {d}, {y}"), format!("R{era}.{m}.{d}"),
        ];
        for text in written {
            prop_assert_eq!(firm(&text), [[day(y, m, d)]], "{}", text);
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC*", more in "([0-9０-９一二十百千万億兆年月日条割分の、,.%人に令和元RMay in oneArticle -]{0,40})") {
        for text in [text, more] {
            for figure in figures(&text) {
                prop_assert!(text.get(figure.span).is_some());
            }
            let _ = KeptSource::read(&text).passage(std::slice::from_ref(&text), &[]);
        }
    }
}
