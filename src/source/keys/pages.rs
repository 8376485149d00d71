//! The keys of page files.

use super::parts::{
    CHARTS, DESIGN, DRAWING, FIGURES, SOURCE, STATEMENT_SOURCE, TRANSLATION, draft, event, order,
};
use crate::base::{DocKind, Edition, Format, QrChoice};
use crate::source::{KeySpec, ValueType};

/// `speakers/<slug>.<lang>.md`: a person; the keys from `title` on are those of the statement that
/// the file holds, if it holds one.
pub(super) const SPEAKER: &[KeySpec] = &[
    KeySpec::new(
        "name",
        ValueType::Local,
        &["名前", "氏名", "お名前", "発言者", "発言者名", "講師"],
    )
    .required()
    .says("発言者の名前", "the speaker's name")
    .like("山田花子", "YAMADA Hanako"),
    KeySpec::new(
        "reading",
        ValueType::Text,
        &[
            "読み",
            "読み方",
            "よみ",
            "よみがな",
            "ふりがな",
            "フリガナ",
            "かな",
        ],
    )
    .neutral()
    .says("名前の読みがな", "how the name is read, in kana")
    .like("やまだ はなこ", "やまだ はなこ"),
    KeySpec::new(
        "reading_confirmed",
        ValueType::Flag,
        &["読みの確認", "読み確認", "読み確認済み"],
    )
    .neutral()
    .says(
        "読みがなを本人に確かめたか",
        "whether the reading was confirmed",
    )
    .like("false", "false"),
    AFFILIATION_KEY,
    KeySpec::new(
        "affiliation_short",
        ValueType::Local,
        &["略称", "所属の略称", "団体の略称", "団体略称"],
    )
    .says(
        "所属する団体の略称。一覧と、ほかの人も載るチラシではこちらを使い、その人のページとその人だけのチラシには affiliation が出る",
        "a short form of the affiliation for lists and for leaflets of several people; the person's page and own leaflet tell it in full",
    )
    .like("見本会", "Sample Soc."),
    ROLE_KEY,
    TITLE_KEY,
    SUMMARY_KEY,
    PULL_KEY,
    FIGURES,
    CHARTS,
    DESIGN,
    DRAWING,
    TOPICS_KEY,
    event(),
    DATE_KEY,
    order(),
    KeySpec::new("photo", ValueType::Map(PHOTO), &["写真", "顔写真", "画像"])
        .neutral()
        .says("発言者の写真", "a portrait of the speaker"),
    SOURCE_KEY,
    KIND_KEY,
    ALIASES_KEY,
    draft(),
    TRANSLATION,
];

/// `statements/<event>/<speaker>.<lang>.md`
pub(super) const STATEMENT: &[KeySpec] = &[
    TITLE_KEY.required(),
    SUMMARY_KEY,
    PULL_KEY,
    FIGURES,
    CHARTS,
    DESIGN,
    DRAWING,
    TOPICS_KEY.required(),
    AFFILIATION_KEY,
    ROLE_KEY,
    DATE_KEY,
    order(),
    SOURCE_KEY,
    KIND_KEY,
    ALIASES_KEY,
    draft(),
    TRANSLATION,
];

const AFFILIATION_KEY: KeySpec = KeySpec::new(
    "affiliation",
    ValueType::Local,
    &["所属", "所属団体", "団体", "団体名"],
)
.says(
    "所属する団体",
    "the organisation that the speaker belongs to",
)
.like("見本の会", "The Sample Society");

const ROLE_KEY: KeySpec = KeySpec::new(
    "role",
    ValueType::Local,
    &["役職", "肩書", "肩書き", "職名"],
)
.says("団体での役職", "the speaker's office there")
.like("会長", "Chair");

const TITLE_KEY: KeySpec = KeySpec::new(
    "title",
    ValueType::Local,
    &["題", "題名", "表題", "タイトル", "見出し", "標題"],
)
.with_furigana()
.says("発言の題", "the title of the statement")
.like("保険証をなくさないで", "Keep the insurance card");

const SUMMARY_KEY: KeySpec = KeySpec::new(
    "summary",
    ValueType::Local,
    &["要旨", "概要", "要約", "まとめ", "あらまし"],
)
.with_furigana()
.says(
    "発言の要旨。1〜2文",
    "the statement in one or two sentences",
)
.like(
    "番号で暮らしが見られることへの心配を述べました。",
    "On lives laid open by a number.",
);

const PULL_KEY: KeySpec = KeySpec::new(
    "pull",
    ValueType::Local,
    &["抜き書き", "大きく刷る言葉", "決めの一言", "一言"],
).with_furigana()
.says(
    "はじめのページとチラシに大きく出る、その人の言い分（数を大きく出すチラシには出ない）。30字ほどまで",
    "what the speaker says, for large type on the first page and on leaflets whose design shows no number instead; about 30 characters at most, in Latin letters 80",
)
.like(
    "番号で暮らしを見られたくない",
    "Nobody should read my life off a number",
);

const TOPICS_KEY: KeySpec = KeySpec::new(
    "topics",
    ValueType::Names(DocKind::Topic),
    &["トピック", "テーマ", "話題", "論点", "分類"],
)
.neutral()
.says(
    "触れたトピック。topics フォルダーのファイルの名前を並べる",
    "its topics: names of files in the topics folder",
)
.like("[privacy, elderly-access]", "[privacy, elderly-access]");

const DATE_KEY: KeySpec = KeySpec::new(
    "date",
    ValueType::Date,
    &["日付", "発言日", "日時", "年月日"],
)
.neutral()
.says(
    "発言の日。なければ催しの日",
    "the day of the statement, if not the event's",
)
.like("2022-11-17", "2022-11-17");

const SOURCE_KEY: KeySpec = KeySpec::new(
    "source",
    ValueType::Map(STATEMENT_SOURCE),
    &["出典", "出所", "もとの資料", "参考資料"],
)
.neutral()
.says("もとにした資料", "what the statement is taken from");

const KIND_KEY: KeySpec = KeySpec::new(
    "kind",
    ValueType::Choice(&["summary", "transcript"]),
    &["種類", "種別"],
)
.neutral()
.says(
    "要約（summary）か、話したとおり（transcript）か",
    "a summary or a transcript",
)
.like("summary", "summary");

const ALIASES_KEY: KeySpec = KeySpec::new(
    "aliases",
    ValueType::Addresses,
    &["古いアドレス", "旧アドレス", "別名"],
)
.neutral()
.says(
    "前に使っていたアドレス。そこを開いた人を今のページへ案内する",
    "earlier addresses, whose visitors are led to this page",
)
.like("[speakers/old-name.html]", "[speakers/old-name.html]");

const PHOTO: &[KeySpec] = &[
    FILE_KEY.like("yamada.jpg", "yamada.jpg"),
    KeySpec::new("alt", ValueType::Local, &["説明", "代替テキスト", "代替文"])
        .required()
        .says(
            "写真に写っているもの。目の見えない人に読み上げられる",
            "what it shows, read out to people who cannot see it",
        )
        .like("演壇で話す山田さん", "Ms Yamada speaking at the lectern"),
    CREDIT_KEY,
    CONSENT_KEY.says(
        "本人が使ってよいと言った所：web（サイト）、print（紙）",
        "where the speaker agreed to have it shown: web, print",
    ),
];

/// The picture of a leaflet, which may show anything.
const PICTURE: &[KeySpec] = &[
    FILE_KEY.like("madoguchi.jpg", "desk.jpg"),
    KeySpec::new("alt", ValueType::Local, &["説明", "代替テキスト", "代替文"])
        .required()
        .says(
            "写っているもの。目の見えない人に読み上げられる",
            "what it shows, read out to people who cannot see it",
        )
        .like(
            "病院の窓口で保険証を出す人",
            "Somebody shows the insurance card at a desk",
        ),
    CREDIT_KEY,
    CONSENT_KEY.says(
        "写っている人と撮った人が使ってよいと言った所：web（サイト）、print（紙）",
        "where those in it, and who took it, agreed to have it shown: web, print",
    ),
];

const FILE_KEY: KeySpec = KeySpec::new("file", ValueType::File, &["ファイル", "ファイル名"])
    .required()
    .says(
        "images フォルダーにある写真のファイル名",
        "the file's name in the images folder",
    );

const CREDIT_KEY: KeySpec =
    KeySpec::new("credit", ValueType::Text, &["撮影", "撮影者", "クレジット"])
        .says("撮った人の名前", "who took it")
        .like("田中太郎", "TANAKA Taro");

const CONSENT_KEY: KeySpec = KeySpec::new(
    "consent",
    ValueType::Words(&["web", "print"]),
    &["同意", "承諾", "許可"],
)
.like("[web, print]", "[web, print]");

/// `topics/<slug>.<lang>.md`
pub(super) const TOPIC: &[KeySpec] = &[
    KeySpec::new(
        "name",
        ValueType::Local,
        &[
            "名前",
            "名称",
            "トピック名",
            "テーマ名",
            "テーマ",
            "題名",
            "タイトル",
        ],
    )
    .required()
    .says("トピックの名前", "the topic's name")
    .like("個人情報", "Privacy"),
    KeySpec::new(
        "summary",
        ValueType::Local,
        &["要旨", "概要", "要約", "説明", "まとめ"],
    )
    .with_furigana()
    .required()
    .says(
        "何についてのトピックか。1文",
        "what it is about, in one sentence",
    )
    .like(
        "番号で暮らしが見えることについて。",
        "On lives laid open by a number.",
    ),
    KeySpec::new(
        "hook",
        ValueType::Local,
        &["呼びかけの文", "キャッチコピー", "惹句", "大見出し"],
    )
    .with_furigana()
    .says(
        "チラシに大きく刷る問いや主張",
        "a question or a claim, for large type on leaflets",
    )
    .like("暮らしが番号で見える？", "Is my life an open book?"),
    FIGURES,
    CHARTS,
    DESIGN,
    DRAWING,
    KeySpec::new(
        "terms",
        ValueType::List,
        &["用語", "語", "キーワード", "言葉"],
    )
    .says(
        "発言に出てくると、ここへのリンクになる語",
        "words in statements that link here by themselves",
    )
    .like("[個人情報, 番号法]", "[personal data, privacy]"),
    KeySpec::new(
        "search",
        ValueType::List,
        &["検索語", "検索", "同義語", "言い換え", "別名"],
    )
    .says(
        "ページには出ず、検索したときだけここが見つかる、ほかの言い方",
        "other words for it, which lead here in the search and stand on no page",
    )
    .like("[お年寄り, シニア]", "[seniors, older people]"),
    KeySpec::new(
        "related",
        ValueType::Names(DocKind::Topic),
        &["関連", "関連トピック", "関連テーマ"],
    )
    .neutral()
    .says("関連するトピック", "related topics")
    .like("[elderly-access]", "[elderly-access]"),
    order(),
    KeySpec::new("color", ValueType::Color, &["色", "カラー"])
        .neutral()
        .says("トピックの色", "the topic's colour")
        .like("\"#005aff\"", "\"#005aff\""),
    TRANSLATION,
];

/// `events/<slug>.<lang>.md`
pub(super) const EVENT: &[KeySpec] = &[
    KeySpec::new(
        "name",
        ValueType::Local,
        &[
            "名前",
            "名称",
            "催し名",
            "集会名",
            "行事名",
            "イベント名",
            "題名",
            "タイトル",
        ],
    )
    .required()
    .says("催しの名前", "the event's name")
    .like("緊急院内集会", "Emergency rally"),
    KeySpec::new(
        "date",
        ValueType::Date,
        &["日付", "開催日", "日時", "年月日", "日にち"],
    )
    .required()
    .neutral()
    .says("開かれた日", "the day it was held")
    .like("2022-11-17", "2022-11-17"),
    KeySpec::new("venue", ValueType::Local, &["会場", "場所", "開催場所"])
        .says("会場", "where it was held")
        .like("市民会館", "The citizens' hall"),
    KeySpec::new(
        "organisers",
        ValueType::List,
        &["主催", "主催者", "主催団体"],
    )
    .says("主催した団体", "who held it")
    .like("[見本の会]", "[The Sample Society]"),
    KeySpec::new(
        "supporters",
        ValueType::List,
        &["後援", "協力", "賛同", "共催", "協賛"],
    )
    .says("後援・協力した団体", "who supported it")
    .like("[見本の友の会]", "[Friends of the Sample Society]"),
    KeySpec::new(
        "attendance",
        ValueType::Local,
        &["参加者", "参加人数", "人数", "参加者数", "来場者"],
    )
    .says("参加した人の数", "how many came")
    .like("約400人", "some 400 people"),
    FIGURES,
    CHARTS,
    DESIGN,
    DRAWING,
    KeySpec::new(
        "source",
        ValueType::Map(SOURCE),
        &["出典", "出所", "もとの資料", "参考資料"],
    )
    .neutral()
    .says("もとにした資料", "what the page is taken from"),
    draft(),
    TRANSLATION,
];

/// `leaflets/<slug>.<lang>.md`
pub(super) const LEAFLET: &[KeySpec] = &[
    KeySpec::new(
        "title",
        ValueType::Local,
        &["題", "題名", "表題", "タイトル", "見出し"],
    ).with_furigana()
    .required()
    .says("チラシの題", "the leaflet's title")
    .like("保険証を残してください", "Keep the insurance card"),
    KeySpec::new(
        "format",
        ValueType::Choice(&Format::NAMES),
        &["形式", "判型", "大きさ", "サイズ", "用紙"],
    )
    .required()
    .neutral()
    .says("紙の大きさと折り方", "the paper and how it is folded")
    .like("a4", "a4"),
    KeySpec::new(
        "speakers",
        ValueType::Names(DocKind::Speaker),
        &["発言者", "話す人", "登壇者"],
    )
    .neutral()
    .says(
        "載せる発言者。speakers フォルダーのファイルの名前を並べる",
        "its speakers: names of files in the speakers folder",
    )
    .like("[yamada, tanaka]", "[yamada, tanaka]"),
    KeySpec::new(
        "topics",
        ValueType::Names(DocKind::Topic),
        &["トピック", "テーマ", "話題", "論点"],
    )
    .neutral()
    .says(
        "載せるトピック。topics フォルダーのファイルの名前を並べる",
        "its topics: names of files in the topics folder",
    )
    .like("[privacy, elderly-access]", "[privacy, elderly-access]"),
    KeySpec::new(
        "edition",
        ValueType::Choice(&Edition::NAMES),
        &["版", "版の種類"],
    )
    .neutral()
    .says(
        "大きな文字の版（large）か、黒1色の版（mono）か",
        "standard, large type, or mono: black only",
    )
    .like("large", "large"),
    KeySpec::new(
        "languages",
        ValueType::Languages,
        &["言語", "ことば", "表と裏の言語"],
    )
    .neutral()
    .says(
        "1枚の表と裏に載せる2つの言語",
        "two languages, one on each side of one sheet",
    )
    .like("[ja, en]", "[ja, en]"),
    KeySpec::new(
        "panels",
        ValueType::List,
        &["面", "紙面", "割り付け", "面の内容"],
    )
    .neutral()
    .says(
        "面ごとに載せるもの。読む順に並べる。1面に2つ以上なら読点かコンマで区切る。ある催しでの発言は statement:催し/名前",
        "what each panel holds, in the order of reading; several parts with commas; what was said at one event: statement:event/name",
    )
    .like(
        "[\"hook, intro\", text, voices, call]",
        "[\"hook, intro\", text, voices, call]",
    ),
    KeySpec::new("issued", ValueType::Date, &["発行日", "発行年月日"])
        .neutral()
        .says("発行日", "the day of issue")
        .like("2022-12-01", "2022-12-01"),
    KeySpec::new(
        "hook",
        ValueType::Local,
        &["呼びかけの文", "キャッチコピー", "惹句", "大見出し"],
    ).with_furigana()
    .says(
        "大きく刷る一言。はじめのページで紹介する集会の、1つ目のチラシのものは、はじめのページの見出しにもなる",
        "the line in large letters; that of the first leaflet of the site's event heads the first page, too",
    )
    .like("保険証、なくなるの？", "Is my card going away?"),
    FIGURES,
    KeySpec::new(
        "picture",
        ValueType::Map(PICTURE),
        &["写真", "画像", "表紙の写真"],
    )
    .neutral()
    .says(
        "呼びかけの下に大きく載せる写真や絵。色は紙面に合わせて2色になり、黒1色の版では白黒になる",
        "a photograph or drawing below the headline; it takes the two colours of the leaflet, and black alone in the mono edition",
    ),
    CHARTS,
    DESIGN,
    DRAWING,
    KeySpec::new(
        "call_to_action",
        ValueType::Local,
        &["呼びかけ", "お願い", "行動"],
    )
    .says("読んだ人へのお願い", "what readers are asked to do")
    .like("署名にご協力ください", "Please sign the petition"),
    KeySpec::new(
        "qr",
        ValueType::Choice(&QrChoice::NAMES),
        &["QRコード", "QR", "二次元コード"],
    )
    .neutral()
    .says(
        "QRコードの行き先。お願いのアドレス（call）か、サイトのはじめのページ（page）か、その両方（both）か。書かなければ call",
        "where the QR code leads: call, to the address of the request (as without this key), page, to the site's first page, or both",
    )
    .like("both", "both"),
    order(),
    TRANSLATION,
];

/// `pages/<slug>.<lang>.md`
pub(super) const PAGE: &[KeySpec] = &[
    KeySpec::new(
        "title",
        ValueType::Local,
        &["題", "題名", "表題", "タイトル", "見出し"],
    )
    .with_furigana()
    .required()
    .says("ページの題", "the page's title")
    .like("このサイトについて", "About this site"),
    KeySpec::new("nav", ValueType::Flag, &["案内", "メニュー", "ナビ"])
        .neutral()
        .says("上の案内に並べるか", "whether it stands in the navigation")
        .like("true", "true"),
    order(),
    TRANSLATION,
];
