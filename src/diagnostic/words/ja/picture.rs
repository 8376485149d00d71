//! Problems of pictures in Japanese.

use crate::diagnostic::PictureFault;

pub(super) fn words(kind: &PictureFault) -> (String, String) {
    match kind {
        PictureFault::Heavy { bytes, most } => (
            format!("画像ファイルが大きすぎます（{}MB）。", bytes >> 20),
            format!("{}MB までのファイルにしてください。写真は、スマートフォンやパソコンの「サイズを変更」で長い辺を 3000 ピクセルほどにすると十分です。", most >> 20),
        ),
        PictureFault::Large { width, height } => (
            format!("画像が大きすぎます（{width}×{height} ピクセル）。"),
            "長い辺を 3000 ピクセルほどに縮めて保存しなおしてください。サイトではそれ以上の大きさは使いません。".into(),
        ),
        PictureFault::Foreign { format } => (
            format!("{format} 形式の画像は使えません。"),
            "JPEG か PNG で保存しなおしてください。iPhone の写真（HEIC）は、設定の「カメラ → フォーマット → 互換性優先」にするか、写真アプリから JPEG で書き出してください。".into(),
        ),
        PictureFault::Unknown => (
            "画像として読めないファイルです。".into(),
            "JPEG、PNG、WebP、GIF、SVG のどれかで保存しなおしてください。名前の終わりだけを .jpg などに変えても、画像にはなりません。".into(),
        ),
        PictureFault::Broken { reason } => (
            format!("画像ファイルが壊れています（{reason}）。"),
            "元の写真からもう一度コピーするか、画像ソフトで開いて保存しなおしてください。".into(),
        ),
        PictureFault::Unfolds { most } => (
            format!("この図（SVG）は、開くと {}MB を超えて際限なく大きくなるように書かれています（ENTITY という書き方）。", most >> 20),
            "図を描いたソフトで、「プレーン SVG」または PNG として書き出しなおしてください。よそから届いた図なら、いたずらかもしれません。使わずに、送った人に確かめてください。".into(),
        ),
        PictureFault::Nested { depth, most } => (
            format!("この図（SVG）は、部品の入れ子が深すぎて読めません（{depth} 段。{most} 段まで）。"),
            "図を描いたソフトで、すべてを選んで「グループ解除」をくりかえしてから保存しなおすか、PNG として書き出してください。よそから届いた図なら、いたずらかもしれません。".into(),
        ),
        PictureFault::Moves => (
            "動く画像（アニメーション）です。サイトには、最初のひとコマだけが載ります。".into(),
            "見せたい場面を、動かない画像として JPEG か PNG で保存しなおしてください（画面の写し取りでもかまいません）。動く画像は紙に刷れず、読むさまたげにもなるので使いません。".into(),
        ),
        PictureFault::NoConsent => (
            "写真をサイトに載せる同意が書かれていないため、この写真は載せません。".into(),
            "本人の同意を得てから、photo: の中に「consent: [web]」と書いてください。チラシにも使う同意があれば「consent: [web, print]」です。".into(),
        ),
    }
}
