//! Names of files in Japanese.

use crate::source::fault::NameFault;

pub(super) fn words(fault: &NameFault, example: &str) -> (String, String) {
    let rename = |right: &str| {
        format!(
            "ファイルの名前を「{right}」に変えてください。「chirashi check --fix」でも直せます。"
        )
    };
    match fault {
        NameFault::Letters(right) => (
            "ファイル名に、全角の文字や大文字などがあります。使えるのは半角の小文字・数字・ハイフンです。".into(),
            rename(right),
        ),
        NameFault::Ending(right) => (
            "ファイル名の終わり（拡張子）が違います。「.md」で終わるようにします。".into(),
            format!("{}\nWindowsで「.txt」などが見えないときは、エクスプローラーの「表示」で「ファイル名拡張子」に印を付けてください。", rename(right)),
        ),
        NameFault::NoLanguage(name) => (
            "ファイル名に言語がありません。".into(),
            format!("日本語なら「{name}.ja.md」、英語なら「{name}.en.md」に名前を変えてください。"),
        ),
        NameFault::Long => (
            "ファイルの名前が長すぎます。".into(),
            "言語と .md の前を、半角100字までの名前に変えてください。".into(),
        ),
        NameFault::NoDot(right) => (
            "ファイル名の言語の前は「.」で区切ります。".into(),
            format!("ファイルの名前を「{right}」に変えてください。"),
        ),
        NameFault::Document(ending) => (
            format!("Wordなどの文書（{ending}）は、このままでは読めません。"),
            format!("文書を開いて文章をコピーし、メモ帳などで「{example}」のような名前のファイルに貼り付けて、文字コード「UTF-8」で保存してください。もとの文書は、このフォルダーの外に移してください。"),
        ),
        NameFault::Copy(original) => (
            format!("名前からみて「{original}」の写しのようですが、「{original}」がありません。"),
            format!("これが残したい原稿なら、名前を「{original}」に変えてください。そうでなければ消してください。"),
        ),
        NameFault::Language(right) => (
            "ファイル名の言語は、日本語なら ja、英語なら en と書きます。".into(),
            rename(right),
        ),
        NameFault::NotFetched(own) => (
            format!("「{own}」は、まだこのパソコンに取り込まれていません（iCloudに置かれたままです）。サイトに載りません。"),
            "Finder でこのフォルダーを開き、雲の印を押して取り込んでから、もう一度実行してください。要らないファイルなら消してください。".into(),
        ),
        NameFault::Image(_) => (
            "写真や絵は、このフォルダーには置けません。".into(),
            "content の中の images フォルダーに移してください。".into(),
        ),
        NameFault::NoEvent => (
            "statements フォルダーでは、ファイルを催しごとのフォルダーに入れます。".into(),
            format!("催しの名前のフォルダー（events フォルダーのファイルと同じ名前）を statements の中に作り、そこへ移してください。たとえば「{example}」です。"),
        ),
        NameFault::EventFolder { right: Some(right), files } => (
            format!("催しのフォルダーの名前に全角の文字や大文字などがあるので、中のファイル{files}件を読んでいません。"),
            format!("フォルダーの名前を「{right}」に変えてください。events フォルダーのファイルと同じ名前にします。"),
        ),
        NameFault::EventFolder { right: None, files } => (
            format!("催しのフォルダーの名前に使えるのは半角の小文字・数字・ハイフンなので、中のファイル{files}件を読んでいません。"),
            "フォルダーの名前を、events フォルダーにある催しのファイルの名前（言語と .md を除いた部分）と同じにしてください。".into(),
        ),
        NameFault::Reserved(name) => (
            format!("「{name}」はWindowsが自分で使う名前で、Windowsではファイルに付けられません。"),
            format!("ファイルの名前を、たとえば「{name}-1」のように変えてください。もとの名前を書いたところがあれば、そこも直します。"),
        ),
        NameFault::ReservedFolder { name, files } => (
            format!("「{name}」はWindowsが自分で使う名前で、Windowsではフォルダーに付けられません。中のファイル{files}件を読んでいません。"),
            format!("events フォルダーにある催しのファイルとこのフォルダーの名前を、たとえば「{name}-1」のように、同じ名前に変えてください。"),
        ),
        NameFault::Other => (
            "ファイル名が決まりと違います。「名前.言語.md」の形にします。名前に使えるのは半角の小文字・数字・ハイフンです。".into(),
            format!("たとえば「{example}」のように名前を変えてください。"),
        ),
    }
}
