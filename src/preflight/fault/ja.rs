//! What preflight finds, in Japanese.

use super::{Edge, Finding, PageBox, PreflightFault, Reader, Standard, Thing, parts, tenths};

/// Message and remedy.
pub(super) fn words(finding: &Finding) -> (String, String) {
    let place = match finding.page {
        Some(page) => format!("PDF「{}」の{page}ページ：", finding.pdf),
        None => format!("PDF「{}」：", finding.pdf),
    };
    let (what, help) = fault(&finding.fault);
    (format!("{place}{what}"), help)
}

/// What was found, and what to do; without saying in which PDF.
#[allow(clippy::too_many_lines, reason = "one arm for each fault")]
pub(super) fn fault(fault: &PreflightFault) -> (String, String) {
    let (what, help): (String, &str) = match fault {
        PreflightFault::Unreadable => (
            "PDFとして読めません。".into(),
            "もう一度 chirashi build を実行してください。直らなければ、テーマの print フォルダーを元に戻してください。",
        ),
        PreflightFault::Torn => (
            "読み取れない部分があります。印刷すると、そこが抜けます。".into(),
            "もう一度 chirashi build を実行してください。直らなければ、テーマの print フォルダーを元に戻してください。",
        ),
        PreflightFault::Blank => (
            "何も印刷されない、白紙のページです。".into(),
            "テーマの print フォルダーを元に戻すか、面の少ない形式を選んでください（例：format: a4-duplex を format: a4 に）。",
        ),
        PreflightFault::Pages { found, wanted } => (
            format!("{wanted}ページのはずが{found}ページあります。"),
            "文を短くするか、テーマの print フォルダーの変更を元に戻してください。",
        ),
        PreflightFault::NoBox { which } => (
            format!("{}がありません。印刷所が断裁の位置を決められません。", box_name(*which)),
            "テーマの print/sheet.typ で、用紙の設定（page）を元に戻してください。",
        ),
        PreflightFault::WrongBox { which, found, wanted } => (
            format!(
                "{}が{}×{}mmです。{}×{}mmでなければなりません。",
                box_name(*which), tenths(found.0), tenths(found.1), tenths(wanted.0), tenths(wanted.1),
            ),
            "テーマの print/sheet.typ で、width・height・bleed を変えないでください。",
        ),
        PreflightFault::OffBox { which } => (
            format!("{}の位置がずれています。", box_name(*which)),
            "テーマの print/sheet.typ で、用紙の設定（page）を元に戻してください。",
        ),
        PreflightFault::Turned => (
            "ページが回転しています。".into(),
            "テーマの print/sheet.typ で、用紙の向き（flipped など）の設定を消してください。",
        ),
        PreflightFault::NotEmbedded { font } => (
            format!("書体「{font}」が埋め込まれていません。印刷所で別の書体に置き換わります。"),
            "テーマの fonts フォルダーに、埋め込みの許された書体のファイルを置いてください。",
        ),
        PreflightFault::Type3 { font } => (
            format!("書体「{font}」はType 3（図形として描く書体）で、印刷所では受け付けられません。"),
            "テーマの fonts フォルダーの書体を、TrueTypeかOpenTypeのものに替えてください。",
        ),
        PreflightFault::NoMeaning { font } => (
            format!("書体「{font}」の文字が何の文字か、PDFに書かれていません。読み上げも検索もできません。"),
            "テーマの fonts フォルダーの書体を、別のものに替えてください。",
        ),
        PreflightFault::Colour { space, reader: Reader::Press } => (
            format!("印刷所用のPDFに「{space}」の色があります。CMYKとグレーだけが使えます。"),
            "テーマの print/sheet.typ の palette に、画面の色と印刷の色（cmyk）の組を書き、色は paint(\"名前\") で使ってください。画像はグレーかCMYKにしてください。",
        ),
        PreflightFault::Colour { space, reader: Reader::Office } => (
            format!("画面・事務所用のPDFに「{space}」の色があります。RGBとグレーだけが使えます。"),
            "テーマの print/sheet.typ の palette で、組の1つ目の色を rgb(\"#…\") にしてください。",
        ),
        PreflightFault::NotBlack { colour } => (
            format!("墨1色の版（edition: mono）に色（{}）があります。輪転機（リソグラフ）では印刷されないか、濃さが変わります。", parts(colour)),
            "テーマの print/sheet.typ の palette で、mono のときの色を rgb(\"#000000\") と cmyk(0%, 0%, 0%, 100%) だけにしてください。",
        ),
        PreflightFault::BlackText { text, inks: [c, m, y, k] } => (
            format!("文字「{text}」が墨1色ではありません（C{c} M{m} Y{y} K{k}）。版がずれると文字がぼけます。"),
            "黒い文字は cmyk(0%, 0%, 0%, 100%) にしてください。色の付いた文字は8ポイント以上にしてください。",
        ),
        PreflightFault::Ink { percent, most } => (
            format!("インキの量が合計{percent}％です。{most}％以下でなければ、乾かずに裏移りします。"),
            "テーマの print/sheet.typ の palette で、cmyk の4つの数の合計を300％以下にしてください。",
        ),
        PreflightFault::Margin { thing, edge, least, found } => (
            margin(thing, *edge, *least, *found),
            match thing {
                Thing::Ground if *edge == Edge::Machine => {
                    "テーマの print フォルダーで、mono のときは紙の端まで何も描かないでください（if not mono { … }）。"
                }
                Thing::Ground => "地の色は、塗り足し（仕上がりの3mm外）まで伸ばすか、余白の内側で終わらせてください。",
                _ => "文を短くするか、テーマの print フォルダーで、位置を内側にしてください。",
            },
        ),
        PreflightFault::Marks => (
            "トンボが塗り足しの中に入っています。仕上がりに残るおそれがあります。".into(),
            "テーマの print/sheet.typ の marks で、線を塗り足しより外に引いてください。",
        ),
        PreflightFault::NoCode { address } => (
            format!("QRコードが見つからないか、読み取れません（行き先は {address} のはずです）。"),
            "テーマの print/parts.typ の qr-code を元に戻してください。黒い四角の上や周りには、何も重ねないでください。",
        ),
        PreflightFault::WrongCode { found, address } => (
            format!("QRコードを読み取ると {found} になります。{address} のはずです。"),
            "site.yaml の base_url と、call_to_action の url を確かめ、もう一度 chirashi build を実行してください。",
        ),
        PreflightFault::Passage { printed, written } => (
            format!("発言と違う文が印刷されています。PDF：「{printed}」　原稿：「{written}」"),
            "発言は原稿の言葉のまま載せます。原稿を直すか、テーマの print フォルダーで文を書き換えている所を消してください。",
        ),
        PreflightFault::Coarse { dpi, least } => (
            format!("画像の細かさが{dpi}dpiしかありません。{least}dpi以上（できれば350dpi）が要ります。"),
            "もとの大きな画像を使うか、小さく載せてください。",
        ),
        PreflightFault::SmallText { text, size, least } => (
            format!("文字「{text}」が{}ポイントしかありません。{}ポイント以上にします。", points(*size), points(*least)),
            "テーマの print フォルダーで、文字の大きさ（size）を大きくしてください。",
        ),
        PreflightFault::Hairline { width, least } => (
            format!("線の太さが{}ポイントしかありません。{}ポイントより細い線はかすれます。", points(*width), points(*least)),
            "テーマの print フォルダーで、線の太さ（stroke）を 0.3pt 以上にしてください。",
        ),
        PreflightFault::Annotation { kind } => (
            format!("印刷所用のPDFの紙面に、リンクや注釈（{kind}）があります。"),
            "テーマの print フォルダーで、リンクは link(…) だけを使ってください。印刷所用では自動で外れます。",
        ),
        PreflightFault::Sheer => (
            "透ける塗り（透明効果）があります。印刷所で色が変わるおそれがあります。".into(),
            "テーマの print フォルダーで、transparentize や透明な画像を使わず、はじめから薄い色を palette に書いてください。",
        ),
        PreflightFault::Overprint => (
            "インキを重ねて刷る指定（オーバープリント）があります。白い文字が消えるおそれがあります。".into(),
            "この PDF は chirashi のものではないようです。もう一度 chirashi build を実行してください。",
        ),
        PreflightFault::FalseClaim => (
            "PDF/Xだと名乗っていますが、検証していません。".into(),
            "この PDF は chirashi のものではないようです。もう一度 chirashi build を実行してください。",
        ),
        PreflightFault::Undeclared { standard } => (
            format!("{}だと書かれていません。", standard_name(*standard)),
            "この PDF は chirashi のものではないようです。もう一度 chirashi build を実行してください。",
        ),
        PreflightFault::Untagged => (
            "タグ（読み上げのための構造）がありません。目の見えない人が読めません。".into(),
            "この PDF は chirashi のものではないようです。もう一度 chirashi build を実行してください。",
        ),
        PreflightFault::Language { found: None, wanted } => (
            format!("何語で書かれているかが、PDFに書かれていません（{wanted} のはずです）。"),
            "テーマの print/sheet.typ の set text(lang: data.lang) を元に戻してください。",
        ),
        PreflightFault::Language { found: Some(found), wanted } => (
            format!("「{found}」で書かれていることになっています。{wanted} のはずです。"),
            "テーマの print/sheet.typ の set text(lang: data.lang) を元に戻してください。",
        ),
        PreflightFault::NoTitle => (
            "題名がないか、題名を表示する指定がありません。".into(),
            "テーマの print/sheet.typ の set document(title: data.title) を元に戻してください。",
        ),
        PreflightFault::NoBookmarks => (
            "しおり（見出しの一覧）がありません。".into(),
            "テーマの print フォルダーで、見出しは heading(…) で書いてください。",
        ),
        PreflightFault::DeadLink { goal } => (
            format!("行き先のないリンクがあります（{}）。", goal.as_deref().unwrap_or("空")),
            "原稿かテーマで、リンクのアドレスを https:// から書いてください。",
        ),
        PreflightFault::MuteLink => (
            "リンクに、読み上げる言葉がありません。".into(),
            "テーマの print フォルダーで、link(…) の中に文字を入れてください。",
        ),
        PreflightFault::MuteFigures { count } => (
            format!("代わりの文のない図が{count}個あります。目の見えない人に伝わりません。"),
            "画像には alt を書いてください。テーマでは figure(…, alt: \"…\") とします。",
        ),
    };
    (what, help.into())
}

fn margin(thing: &Thing, edge: Edge, least: i32, by: i32) -> String {
    let thing = match thing {
        Thing::Text(text) => format!("文字「{text}」"),
        Thing::Line => "線".into(),
        Thing::Shape => "図形".into(),
        Thing::Ground => "地の色".into(),
        Thing::Picture => "画像".into(),
    };
    let (found, least) = (tenths(by), tenths(least));
    let over = tenths(-by.min(0));
    match edge {
        Edge::Trim if by < 0 => format!(
            "{thing}が断裁の線を{over}mmはみ出しています。切れないよう、線の{least}mm以上内側に収めます。"
        ),
        Edge::Paper | Edge::Machine if by < 0 => format!(
            "{thing}が紙の端を{over}mmはみ出しています。端から{least}mm以上内側に収めます。"
        ),
        Edge::Trim => format!(
            "{thing}が断裁の線から{found}mmの所にあります。切れないよう、{least}mm以上離します。"
        ),
        Edge::Fold => {
            format!("{thing}が折り目から{found}mmの所にあります。{least}mm以上離します。")
        }
        Edge::Machine => format!(
            "墨1色の版（edition: mono）で、{thing}が紙の端から{found}mmの所にあります。輪転機（リソグラフ）では印刷されないので、{least}mm以上離します。"
        ),
        Edge::Paper => format!(
            "{thing}が紙の端から{found}mmの所にあります。事務所の機械では印刷されないので、{least}mm以上離します。"
        ),
    }
}

const fn box_name(which: PageBox) -> &'static str {
    match which {
        PageBox::Media => "用紙の大きさ（MediaBox）",
        PageBox::Trim => "仕上がりの大きさ（TrimBox）",
        PageBox::Bleed => "塗り足しの範囲（BleedBox）",
        PageBox::Crop => "表示する範囲（CropBox）",
    }
}

const fn standard_name(standard: Standard) -> &'static str {
    match standard {
        Standard::Ua1 => "PDF/UA-1（誰にでも読めるPDF）",
        Standard::A2a => "PDF/A-2a（長く保存できるPDF）",
    }
}

fn points(hundredths: i32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
