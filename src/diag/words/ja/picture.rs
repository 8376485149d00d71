//! Problems of pictures in Japanese.

use crate::diag::Picture;

pub(super) fn words(kind: &Picture) -> (String, String) {
    match kind {
        Picture::Heavy { bytes, most } => (
            format!("画像ファイルが大きすぎます（{}MB）。", bytes >> 20),
            format!("{}MB までのファイルにしてください。写真は、スマートフォンやパソコンの「サイズを変更」で長い辺を 3000 ピクセルほどにすると十分です。", most >> 20),
        ),
        Picture::Large { width, height } => (
            format!("画像が大きすぎます（{width}×{height} ピクセル）。"),
            "長い辺を 3000 ピクセルほどに縮めて保存しなおしてください。サイトではそれ以上の大きさは使いません。".into(),
        ),
        Picture::Foreign { format } => (
            format!("{format} 形式の画像は使えません。"),
            "JPEG か PNG で保存しなおしてください。iPhone の写真（HEIC）は、設定の「カメラ → フォーマット → 互換性優先」にするか、写真アプリから JPEG で書き出してください。".into(),
        ),
        Picture::Unknown => (
            "画像として読めないファイルです。".into(),
            "JPEG、PNG、WebP、GIF、SVG のどれかで保存しなおしてください。名前の終わりだけを .jpg などに変えても、画像にはなりません。".into(),
        ),
        Picture::Broken { reason } => (
            format!("画像ファイルが壊れています（{reason}）。"),
            "元の写真からもう一度コピーするか、画像ソフトで開いて保存しなおしてください。".into(),
        ),
        Picture::Moves => (
            "動く画像（アニメーション）です。サイトには、最初のひとコマだけが載ります。".into(),
            "見せたい場面を、動かない画像として JPEG か PNG で保存しなおしてください（画面の写し取りでもかまいません）。動く画像は紙に刷れず、読むさまたげにもなるので使いません。".into(),
        ),
        Picture::NoConsent => (
            "写真をサイトに載せる同意が書かれていないため、この写真は載せません。".into(),
            "本人の同意を得てから、photo: の中に「consent: [web]」と書いてください。チラシにも使う同意があれば「consent: [web, print]」です。".into(),
        ),
    }
}
