//! Keys that several kinds of file have.

use crate::base::{ChartKind, Design, DocKind, Drawing};
use crate::source::{KeySpec, ValueType};

/// The event that something belongs to.
pub(super) const fn event() -> KeySpec {
    KeySpec::new(
        "event",
        ValueType::Name(DocKind::Event),
        &["催し", "集会", "行事", "イベント"],
    )
    .neutral()
    .says(
        "発言のあった催し。events フォルダーのファイルの名前",
        "the event: the name of a file in the events folder",
    )
    .like("2022-11-17-rally", "2022-11-17-rally")
}

/// The place in lists.
pub(super) const fn order() -> KeySpec {
    KeySpec::new(
        "order",
        ValueType::Number,
        &["順番", "順序", "順", "並び順", "番号"],
    )
    .neutral()
    .says(
        "並べる順。小さいほど先",
        "its place in lists; small numbers come first",
    )
    .like("3", "3")
}

/// Whether it is not to be shown yet.
pub(super) const fn draft() -> KeySpec {
    KeySpec::new("draft", ValueType::Flag, &["下書き", "草稿", "非公開"])
        .neutral()
        .says(
            "下書きか。true の間はサイトに出ない",
            "a draft is left out of the site",
        )
        .like("true", "true")
}

/// What something is taken from.
pub(super) const SOURCE: &[KeySpec] = &[SOURCE_TITLE, SOURCE_URL, SOURCE_NOTE];

/// What a statement is taken from, and held to.
pub(super) const STATEMENT_SOURCE: &[KeySpec] = &[
    SOURCE_TITLE,
    SOURCE_URL,
    SOURCE_NOTE,
    KeySpec::new("file", ValueType::File, &["ファイル", "ファイル名", "原文"])
        .neutral()
        .says(
            "もとの文章。sources フォルダーに置いたテキストファイルの名前。数や日付、名前が発言と合うかを check が調べる。サイトには出ない",
            "the text it is taken from, a file in the sources folder; check compares figures, dates and names with it; never published",
        )
        .like("report.txt", "report.txt"),
];

const SOURCE_TITLE: KeySpec = KeySpec::new(
    "title",
    ValueType::Local,
    &["題", "題名", "表題", "タイトル", "資料名"],
)
.says("資料の名前", "its title")
.like("集会の報告", "Report of the rally");

const SOURCE_URL: KeySpec = KeySpec::new("url", ValueType::Url, &["アドレス", "リンク", "場所"])
    .says("資料のアドレス", "its address")
    .like("https://example.org/", "https://example.org/");

const SOURCE_NOTE: KeySpec =
    KeySpec::new("note", ValueType::Local, &["注", "注記", "備考", "メモ"])
        .says("断り書き", "a remark")
        .like(
            "報告に載った発言の要約です。",
            "A summary of what the report says.",
        );

/// The numbers that carry what a document says.
pub(super) const FIGURES: KeySpec = KeySpec::new(
    "figures",
    ValueType::Maps(FIGURE),
    &["数字", "数値", "図", "大きく見せる数字", "figure"],
)
.says(
    "言い分を支える数字。ページとチラシに大きく出る。3つまで並べる",
    "numbers that carry the argument, for large type on pages and leaflets; at most three",
);

/// Small tables that the program draws.
pub(super) const CHARTS: KeySpec = KeySpec::new(
    "charts",
    ValueType::Maps(CHART),
    &["グラフ", "図表", "チャート", "chart", "graph"],
)
.says(
    "小さな表を、棒、100のうちの割合、年表に描く。ページとチラシに出る。2つまで並べる",
    "small tables drawn as bars, parts of a hundred or a line of time on pages and leaflets; at most two",
);

const CHART: &[KeySpec] = &[
    KeySpec::new(
        "kind",
        ValueType::Choice(&ChartKind::NAMES),
        &["種類", "形", "型", "図の種類", "グラフの種類"],
    )
    .required()
    .neutral()
    .says(
        "描き方。棒（bars）、100のうちの割合（parts）、年表（time）",
        "how it is drawn: bars, parts of a hundred, or a line of time",
    )
    .like("parts", "parts"),
    KeySpec::new(
        "title",
        ValueType::Local,
        &["題", "題名", "表題", "タイトル", "見出し"],
    )
    .with_furigana()
    .required()
    .says(
        "何の図か。だれの調べかも書く",
        "what it shows, and who counted it",
    )
    .like("窓口で困った人の割合", "Who met with trouble at the desk"),
    KeySpec::new("unit", ValueType::Local, &["単位"])
        .with_furigana()
        .says(
            "数の単位。parts では書かなくても％になる。time にはない",
            "the unit of its numbers; per cent of `parts` by itself, none of `time`",
        )
        .like("％", "\"%\""),
    KeySpec::new(
        "rows",
        ValueType::Maps(CHART_ROW),
        &["行", "項目", "内訳", "データ"],
    )
    .required()
    .says(
        "図の中身。2行から8行まで、parts では5行まで",
        "what it is made of: two to eight rows, of `parts` at most five",
    ),
    KeySpec::new(
        "source",
        ValueType::Local,
        &["出典", "出所", "資料", "もとの資料"],
    )
    .with_furigana()
    .says("数の出どころ", "where its numbers are from")
    .like("会員への調査", "Survey of our members"),
];

const CHART_ROW: &[KeySpec] = &[
    KeySpec::new(
        "label",
        ValueType::Local,
        &["名", "名前", "名称", "項目名", "見出し", "ラベル"],
    )
    .with_furigana()
    .required()
    .says(
        "何の数か、time では何があったか",
        "what it counts; of `time`, what happened",
    )
    .like("困ったことがある", "met with trouble"),
    KeySpec::new(
        "value",
        ValueType::Local,
        &["値", "数", "数字", "数値", "時", "年", "年月日"],
    )
    .required()
    .neutral()
    .says(
        "数だけを書く。time では年、年月か年月日",
        "the number alone; of `time` a year, a month or a day",
    )
    .like("88", "88"),
    KeySpec::new("strong", ValueType::Flag, &["強調", "目立たせる", "濃く"])
        .neutral()
        .says(
            "この行だけを濃く描くか",
            "whether this row is drawn darker than the others",
        )
        .like("true", "true"),
];

/// How a leaflet is designed.
pub(super) const DESIGN: KeySpec = KeySpec::new(
    "design",
    ValueType::Choice(&Design::NAMES),
    &["デザイン", "意匠", "体裁", "紙面のデザイン"],
)
.neutral()
.says(
    "チラシのデザイン。題を大きく（title）、一言を大きく（voice）、数字を大きく（figure）、問いと答え（question）、2つを並べて（compare）、新聞のように縦書きで（newspaper）、ポスター（poster、leaflets の a3・a4・b5 だけ）。書かなければ中身から選ぶ",
    "the leaflet's design: the title large (title), the speaker's words (voice), a number (figure), question and answer (question), two columns of facts (compare), as in newspapers (newspaper), a poster (poster, for a3, a4 and b5 in leaflets); without this key what it holds decides",
)
.like("figure", "figure");

/// A drawing of the theme.
pub(super) const DRAWING: KeySpec = KeySpec::new(
    "drawing",
    ValueType::Choice(&Drawing::NAMES),
    &["絵", "イラスト", "線画", "挿絵", "カット"],
)
.neutral()
.says(
    "写真がないときの線画。ページの頭と、場所のあるチラシに入る。保険証（card）、暗証番号のキー（keypad）、窓口（desk）、手（hands）、メガホン（megaphone）、手紙（letter）",
    "a line drawing where there is no photograph, at the head of the page and on leaflets that have room: card, keypad, desk (of a clinic), hands, megaphone, letter",
)
.like("megaphone", "megaphone");

const FIGURE: &[KeySpec] = &[
    KeySpec::new("value", ValueType::Local, &["値", "数", "数字", "数値"]).with_furigana()
        .required()
        .says(
            "数字と単位だけを短く。全角で10字、半角で20字まで",
            "the number with its unit alone, at most 20 letters, or 10 of full width",
        )
        .like("約80万人", "about 800,000"),
    KeySpec::new(
        "caption",
        ValueType::Local,
        &["説明", "説明文", "キャプション", "内容"],
    ).with_furigana()
    .required()
    .says(
        "何の数字か。だれが挙げた数字かも書く",
        "what it counts, and who told it",
    )
    .like(
        "東京で一人で暮らす高齢者",
        "older people living alone in Tokyo",
    ),
    KeySpec::new(
        "source",
        ValueType::Local,
        &["出典", "出所", "資料", "もとの資料"],
    ).with_furigana()
    .says(
        "数字の出どころ。なければ、発言と催しのチラシには source の題が入る",
        "where the number is from; on leaflets of statements and events, else the title of `source`",
    )
    .like("集会の報告", "Report of the rally"),
];

/// How a translation was made.
pub(super) const TRANSLATION: KeySpec = KeySpec::new(
    "translation",
    ValueType::Map(&[
        KeySpec::new(
            "status",
            ValueType::Choice(&["machine", "draft", "reviewed"]),
            &["状態", "状況"],
        )
        .says(
            "翻訳の状態：機械翻訳（machine）、下書き（draft）、確認済み（reviewed）",
            "machine, draft or reviewed",
        )
        .like("reviewed", "reviewed"),
        KeySpec::new("by", ValueType::Text, &["翻訳者", "訳者", "翻訳"])
            .says("訳した人", "who translated it")
            .like("田中太郎", "TANAKA Taro"),
        KeySpec::new("of", ValueType::Text, &["指紋", "原文"])
            .says(
                "どの原文を訳したかの印。chirashi check が表示する値を写す",
                "which original was translated; chirashi check shows the value",
            )
            .like("0123456789abcdef", "0123456789abcdef"),
    ]),
    &["翻訳", "訳"],
)
.says(
    "翻訳のしかた。翻訳のファイルにだけ書く",
    "how it was translated; in translations only",
);
