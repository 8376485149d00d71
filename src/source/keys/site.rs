//! The keys of `site.yaml`.

use crate::base::DocKind;
use crate::source::{KeySpec, ValueType};

/// `site.yaml`
pub(crate) const SITE: &[KeySpec] = &[
    KeySpec::new(
        "title",
        ValueType::Local,
        &["題", "題名", "表題", "タイトル", "サイト名", "名前"],
    )
    .required()
    .says("サイトの名前", "the site's name")
    .like(
        "{ja: 集会の記録, en: Rally report}",
        "{ja: 集会の記録, en: Rally report}",
    ),
    KeySpec::new("description", ValueType::Local, &["説明", "概要", "紹介"])
        .says("サイトの説明。1文", "the site in one sentence")
        .like(
            "集会で語られたことの記録です。",
            "What was said at the rally.",
        ),
    KeySpec::new(
        "languages",
        ValueType::Languages,
        &["言語", "ことば", "使う言語"],
    )
    .required()
    .says(
        "言語。先に書いたものが、はじめに表示される",
        "its languages; the first is shown first",
    )
    .like("[ja, en]", "[ja, en]"),
    KeySpec::new(
        "base_url",
        ValueType::Url,
        &["アドレス", "公開先", "サイトのアドレス", "公開アドレス"],
    )
    .says(
        "公開するアドレス",
        "the address under which it is published",
    )
    .like("https://example.org/", "https://example.org/"),
    KeySpec::new("theme", ValueType::Folder, &["テーマ", "デザイン", "見た目"])
        .says(
            "見た目を変えるテーマ。themes フォルダーの中の名前",
            "a folder in themes laid over the default theme",
        )
        .like("default", "default"),
    KeySpec::new(
        "fonts",
        ValueType::Choice(&["machine", "theme"]),
        &["書体", "フォント"],
    )
    .says(
        "チラシでテーマの書体にない文字を、パソコンの書体で刷る（machine）か、刷らない（theme）か",
        "whether characters that the theme's typefaces lack are set on leaflets in those of the machine (machine) or not at all (theme)",
    )
    .like("theme", "theme"),
    KeySpec::new(
        "colors",
        ValueType::Map(COLOURS),
        &["色", "配色", "カラー", "colours"],
    )
    .says(
        "サイトとチラシの色。書かないものはテーマの色になる",
        "the colours of the site and the leaflets; the theme's where there are none",
    ),
    KeySpec::new(
        "event",
        ValueType::Name(DocKind::Event),
        &["催し", "集会", "行事", "イベント"],
    )
    .says(
        "催しの書かれていない発言の催し。events フォルダーのファイルの名前",
        "the event of statements that name none",
    )
    .like("2022-11-17-rally", "2022-11-17-rally"),
    KeySpec::new(
        "publisher",
        ValueType::Map(PUBLISHER),
        &["発行者", "発行", "発行元", "発行団体", "団体"],
    )
    .says("発行者", "who publishes the site and the leaflets"),
    KeySpec::new(
        "call_to_action",
        ValueType::Map(CALL),
        &["呼びかけ", "お願い", "行動"],
    )
    .says("読んだ人へのお願い", "what readers are asked to do"),
    KeySpec::new(
        "copyright",
        ValueType::Local,
        &["権利表示", "著作権", "コピーライト"],
    )
    .says(
        "ページの末尾に入る権利表示",
        "the line at the foot of every page",
    )
    .like("見本の会", "The Sample Society"),
    KeySpec::new(
        "license",
        ValueType::Local,
        &["利用許諾", "利用条件", "ライセンス", "licence"],
    )
    .says(
        "文章を使ってよい条件。使い方を定めたページのURLか、その名前",
        "the terms on which others may use the texts: the address of a page that tells them, or their name",
    )
    .like(
        "https://creativecommons.org/licenses/by/4.0/deed.ja",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    KeySpec::new(
        "glossary",
        ValueType::Glossary,
        &["用語集", "訳語", "対訳", "用語"],
    )
    .says(
        "言葉と訳語。言葉のある段落の翻訳に訳語がないと check が知らせる。訳語はいくつか並べても、言語ごとに分けてもよい",
        "terms and their renderings; check warns where a term's paragraph has none of them in translation. Several may be listed, or told by language",
    )
    .like("{図書館: library}", "{図書館: library}"),
];

const COLOURS: &[KeySpec] = &[
    KeySpec::new(
        "accent",
        ValueType::Color,
        &["強調", "強調色", "メインカラー"],
    )
    .says(
        "見出し、リンク、チラシの帯の色",
        "of titles, links and the bands of leaflets",
    )
    .like("\"#005a8c\"", "\"#005a8c\""),
    KeySpec::new("text", ValueType::Color, &["文字", "文字色"])
        .says("文字の色", "of the text on pages")
        .like("\"#1a1a1a\"", "\"#1a1a1a\""),
    KeySpec::new("background", ValueType::Color, &["背景", "背景色", "地色"])
        .says("ページの地の色", "of the ground of pages")
        .like("\"#ffffff\"", "\"#ffffff\""),
    KeySpec::new("tint", ValueType::Color, &["囲み", "囲みの色", "淡い色"])
        .says(
            "囲みの地の淡い色",
            "of boxes on pages and leaflets, a pale one",
        )
        .like("\"#e8f2f8\"", "\"#e8f2f8\""),
];

const PUBLISHER: &[KeySpec] = &[
    KeySpec::new(
        "name",
        ValueType::Local,
        &["名前", "名称", "団体名", "氏名", "発行者名"],
    )
    .says("発行者の名前", "its name")
    .like("見本の会", "The Sample Society"),
    KeySpec::new("address", ValueType::Local, &["住所", "所在地"])
        .says("住所", "its postal address")
        .like("東京都千代田区（見本）", "Chiyoda, Tokyo (sample)"),
    KeySpec::new(
        "phone",
        ValueType::Local,
        &["電話", "電話番号", "ＴＥＬ", "TEL", "tel", "telephone"],
    )
    .says("電話番号", "its telephone number")
    .like("03-0000-0000", "03-0000-0000"),
    KeySpec::new(
        "email",
        ValueType::Text,
        &["メール", "メールアドレス", "Ｅメール", "Eメール"],
    )
    .says("メールアドレス", "its e-mail address")
    .like("info@example.org", "info@example.org"),
    KeySpec::new(
        "url",
        ValueType::Url,
        &["アドレス", "ホームページ", "サイト", "リンク"],
    )
    .says("発行者のサイトのアドレス", "its web address")
    .like("https://example.org/", "https://example.org/"),
];

const CALL: &[KeySpec] = &[
    KeySpec::new("text", ValueType::Local, &["文", "本文", "文章", "内容"])
        .required()
        .says("お願いの文", "the request")
        .like("署名にご協力ください", "Please sign the petition"),
    KeySpec::new(
        "url",
        ValueType::Url,
        &["アドレス", "リンク", "署名のアドレス"],
    )
    .says("署名などのできるアドレス", "where it can be done")
    .like(
        "https://example.org/petition",
        "https://example.org/petition",
    ),
    KeySpec::new(
        "deadline",
        ValueType::Date,
        &["締め切り", "締切", "期限", "〆切"],
    )
    .says("締め切りの日", "until when")
    .like("2023-03-31", "2023-03-31"),
    KeySpec::new(
        "count",
        ValueType::Local,
        &["数", "集まった数", "署名数", "人数", "筆数"],
    )
    .says(
        "これまでに集まった数。人に話すときの言い方で書く",
        "how many have followed it so far, as people say it",
    )
    .like("13万筆超", "over 130,000 signatures"),
    KeySpec::new(
        "button",
        ValueType::Local,
        &["ボタン", "ボタンの文字", "ボタン名"],
    )
    .says(
        "url へ進むボタンの文字。なければ「署名のページを開く」",
        "what the button that leads to url says; \"Open the petition page\" without it",
    )
    .like("署名する", "Sign now"),
];
