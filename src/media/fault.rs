//! What can be wrong with a picture.

use crate::diagnostic::{DiagnosticWords, Fault, Severity, UiLang, save_from_phone};

/// Why a picture is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PictureFault {
    /// The file is larger than is read.
    Heavy {
        /// How large it is, in bytes.
        bytes: usize,
        /// How large it may be, in bytes.
        most: usize,
    },
    /// The picture has more points than are drawn.
    Large {
        /// How wide it is, in points.
        width: u32,
        /// How high it is, in points.
        height: u32,
    },
    /// A kind of file that browsers or this program cannot read as a picture.
    Foreign {
        /// What the kind is called.
        format: &'static str,
    },
    /// No kind of picture at all, whatever the file is called.
    Unknown,
    /// A way of keeping pictures of a common kind that is not read.
    Variety {
        /// What the kind is called.
        format: &'static str,
    },
    /// The picture takes more memory than it may.
    Vast,
    /// The file ends before the picture does.
    Cut,
    /// The file is damaged.
    Broken,
    /// A drawing in SVG in which something is written that cannot be.
    Slip {
        /// The line, counted from one.
        line: u32,
    },
    /// A drawing in SVG whose characters are none of the encoding that it names.
    Garbled,
    /// A file that looks like a drawing in SVG and has none.
    NoDrawing,
    /// A drawing in SVG with more pictures inside than are read.
    Crowded {
        /// How many there may be.
        most: usize,
    },
    /// A drawing in SVG whose entities unfold to more than is read, or without end.
    Unfolds {
        /// To how much they may unfold, in bytes.
        most: usize,
    },
    /// A drawing in SVG whose elements lie deeper inside each other than is read.
    Nested {
        /// How deep they lie.
        depth: usize,
        /// How deep they may lie.
        most: usize,
    },
    /// The file is an animation, of which pages show the first frame.
    Moves,
    /// A logo has too few points for paper.
    SmallLogo {
        /// How wide it is, in points.
        width: u32,
        /// How high it is, in points.
        height: u32,
    },
}

impl Fault for PictureFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Heavy { .. } | Self::Large { .. } | Self::Vast => "image/too-large",
            Self::Foreign { .. } | Self::Variety { .. } | Self::Unknown | Self::NoDrawing => {
                "image/foreign-format"
            }
            Self::Cut | Self::Broken | Self::Slip { .. } | Self::Garbled => "image/broken",
            Self::Unfolds { .. } | Self::Nested { .. } | Self::Crowded { .. } => {
                "image/too-complex"
            }
            Self::Moves => "image/moves",
            Self::SmallLogo { .. } => "image/small-logo",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Moves | Self::SmallLogo { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    fn ja(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::Heavy { bytes, most } => (
                format!("画像ファイルが大きすぎます（{}MB）。", bytes >> 20),
                format!("{}MB までのファイルにしてください。写真は、スマートフォンやパソコンの「サイズを変更」で長い辺を 3000 ピクセルほどにすると十分です。", most >> 20),
            ),
            Self::Large { width, height } => (
                format!("画像が大きすぎます（{width}×{height} ピクセル）。"),
                "長い辺を 3000 ピクセルほどに縮めて保存しなおしてください。サイトではそれ以上の大きさは使いません。".into(),
            ),
            Self::Foreign { format } => (
                format!("{format} 形式のファイルは、画像として使えません。"),
                save_ja(format).into(),
            ),
            Self::Variety { format } => (
                format!("{format} の画像ですが、保存のしかたが特別なので読めません。"),
                "画像ソフト（Windows の「ペイント」、Mac の「プレビュー」など）で開き、JPEG か PNG（色は RGB）で保存しなおしてください。".into(),
            ),
            Self::Vast => (
                "画像が大きすぎて開けません。".into(),
                "長い辺を 3000 ピクセルほどに縮めて保存しなおしてください。サイトではそれ以上の大きさは使いません。".into(),
            ),
            Self::Unknown => (
                "画像として読めないファイルです。".into(),
                "JPEG、PNG、WebP、GIF、SVG のどれかで保存しなおしてください。名前の終わりだけを .jpg などに変えても、画像にはなりません。".into(),
            ),
            Self::Cut => (
                "画像ファイルが途中で切れています。コピーやダウンロードが終わる前に止まったようです。".into(),
                "元の写真から、もう一度コピー（ダウンロード）してください。元の写真も途中までしか見えないときは、別の写真にします。".into(),
            ),
            Self::Broken => (
                "画像ファイルの中身が壊れていて、読めません。".into(),
                "元の写真からもう一度コピーするか、画像ソフトで開いて、JPEG か PNG で保存しなおしてください。".into(),
            ),
            Self::Slip { line } => (
                format!("この図（SVG）の {line} 行目の書き方が壊れていて、読めません。"),
                "図を描いたソフトで、「プレーン SVG」または PNG として書き出しなおしてください。".into(),
            ),
            Self::Garbled => (
                "この図（SVG）は、文字が壊れていて読めません。".into(),
                "図を描いたソフトで、「プレーン SVG」または PNG として書き出しなおしてください。手で書き換えたときは、文字コードを UTF-8 にして保存します。".into(),
            ),
            Self::NoDrawing => (
                "図（SVG）のようですが、図が入っていません。ウェブページなどを保存したもののようです。".into(),
                "図そのものを保存しなおすか、図を描いたソフトで SVG または PNG として書き出してください。".into(),
            ),
            Self::Crowded { most } => (
                format!("この図（SVG）には、中に埋め込まれた画像が多すぎます（{most} 枚まで）。"),
                "図を描いたソフトで、PNG として書き出しなおしてください。".into(),
            ),
            Self::Unfolds { most } => (
                format!("この図（SVG）は、開くと {}MB を超えて際限なく大きくなるように書かれています（ENTITY という書き方）。", most >> 20),
                "図を描いたソフトで、「プレーン SVG」または PNG として書き出しなおしてください。よそから届いた図なら、いたずらかもしれません。使わずに、送った人に確かめてください。".into(),
            ),
            Self::Nested { depth, most } => (
                format!("この図（SVG）は、部品の入れ子が深すぎて読めません（{depth} 段。{most} 段まで）。"),
                "図を描いたソフトで、すべてを選んで「グループ解除」をくりかえしてから保存しなおすか、PNG として書き出してください。よそから届いた図なら、いたずらかもしれません。".into(),
            ),
            Self::Moves => (
                "動く画像（アニメーション）です。サイトには、最初のひとコマだけが載ります。".into(),
                "見せたい場面を、動かない画像として JPEG か PNG で保存しなおしてください（画面の写し取りでもかまいません）。動く画像は紙に刷れず、読むさまたげにもなるので使いません。".into(),
            ),
            Self::SmallLogo { width, height } => (
                format!("ロゴの画像が小さく（{width}×{height} ピクセル）、印刷するとぼやけます。"),
                "ロゴを作った人から、SVG のファイルか、長い辺が 800 ピクセル以上の PNG をもらって、置きかえてください。小さな画像をソフトで大きくしても、きれいにはなりません。".into(),
            ),
        };
        DiagnosticWords { message, help }
    }

    fn en(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::Heavy { bytes, most } => (
                format!("The picture's file is too large ({} MB).", bytes >> 20),
                format!("Use a file of up to {} MB. For a photograph, 3000 points on its longer side are plenty: make it smaller with the telephone or computer that it is on.", most >> 20),
            ),
            Self::Large { width, height } => (
                format!("The picture is too large ({width} × {height} points)."),
                "Save it again with about 3000 points on its longer side. The site uses no more than that.".into(),
            ),
            Self::Foreign { format } => (
                format!("A file in the format {format} cannot be used as a picture."),
                save_en(format).into(),
            ),
            Self::Variety { format } => (
                format!("This is a {format} picture, but it was saved in a special way that cannot be read."),
                "Open it in a picture program (such as Paint on Windows, or Preview on a Mac) and save it again as JPEG or PNG, with RGB colours.".into(),
            ),
            Self::Vast => (
                "The picture is too large to be opened.".into(),
                "Save it again with about 3000 points on its longer side. The site uses no more than that.".into(),
            ),
            Self::Unknown => (
                "This file cannot be read as a picture.".into(),
                "Save it again as JPEG, PNG, WebP, GIF or SVG. Changing the end of its name to .jpg does not make it a picture.".into(),
            ),
            Self::Cut => (
                "The picture's file breaks off: it was probably not copied or downloaded to its end.".into(),
                "Copy (or download) it once more from the original. If the original shows only part of the picture, too, use another one.".into(),
            ),
            Self::Broken => (
                "The picture's file is damaged and cannot be read.".into(),
                "Copy it once more from the original, or open it in a picture program and save it again as JPEG or PNG.".into(),
            ),
            Self::Slip { line } => (
                format!("Line {line} of this drawing (SVG) is damaged, so that it cannot be read."),
                "In the program that drew it, export it again as \"plain SVG\" or as PNG.".into(),
            ),
            Self::Garbled => (
                "The characters of this drawing (SVG) are damaged, so that it cannot be read.".into(),
                "In the program that drew it, export it again as \"plain SVG\" or as PNG. If somebody edited it by hand, save it as UTF-8.".into(),
            ),
            Self::NoDrawing => (
                "This looks like a drawing (SVG), but there is none in it; it may be a web page that was saved.".into(),
                "Save the drawing itself, or export it as SVG or PNG from the program that drew it.".into(),
            ),
            Self::Crowded { most } => (
                format!("This drawing (SVG) has too many pictures inside (up to {most})."),
                "In the program that drew it, export it as PNG.".into(),
            ),
            Self::Unfolds { most } => (
                format!("This drawing (SVG) is written so that it grows beyond {} MB, without end, when it is opened (by what is called ENTITY).", most >> 20),
                "In the program that drew it, export it again as \"plain SVG\" or as PNG. If somebody sent you the drawing, it may be a prank: do not use it, and ask them.".into(),
            ),
            Self::Nested { depth, most } => (
                format!("This drawing (SVG) has parts inside parts too deep to be read ({depth} levels; up to {most})."),
                "In the program that drew it, select everything and choose \"Ungroup\" until nothing is grouped, then save it again, or export it as PNG. If somebody sent you the drawing, it may be a prank.".into(),
            ),
            Self::Moves => (
                "This picture moves (an animation). The site shows its first frame only.".into(),
                "Save the moment that you want to show as a still picture, as JPEG or PNG (a screenshot will do). Moving pictures cannot be printed and make pages harder to read, so they are not used.".into(),
            ),
            Self::SmallLogo { width, height } => (
                format!("The logo is small ({width} × {height} points) and will be blurred in print."),
                "Ask whoever made it for an SVG, or for a PNG with 800 points or more on its longer side, and put that in its place. Making a small picture larger in a program does not make it sharper.".into(),
            ),
        };
        DiagnosticWords { message, help }
    }
}

/// How to make a picture of a file in another format, in Japanese.
fn save_ja(format: &str) -> &'static str {
    match format {
        "HEIC" => save_from_phone(UiLang::Ja),
        "RAW (CR3)" => {
            "JPEG で保存しなおしてください。カメラの RAW 形式の写真は、カメラに付属のソフトか写真アプリで開いて JPEG で書き出すか、カメラの設定で JPEG を選んで撮りなおします。"
        }
        "PDF" | "EPS" | "ZIP" => {
            "写真や図ではなく、文書などのファイルです。見せたいところを画面の写し取り（スクリーンショット）にするか、作ったソフトで JPEG か PNG として書き出してください。"
        }
        "MOV" | "MP4" => {
            "写真ではなく、動画です。見せたい場面を止めて画面の写し取り（スクリーンショット）にし、JPEG か PNG で保存してください。"
        }
        _ => {
            "画像ソフト（Windows の「ペイント」、Mac の「プレビュー」など）で開き、JPEG か PNG で保存しなおしてください。名前の終わりを変えるだけでは、画像の種類は変わりません。"
        }
    }
}

/// The same in English.
fn save_en(format: &str) -> &'static str {
    match format {
        "HEIC" => save_from_phone(UiLang::En),
        "RAW (CR3)" => {
            "Save it again as JPEG. For photographs in a camera's raw format, export them as JPEG from the camera's own program or a photo app, or choose JPEG in the camera before taking them."
        }
        "PDF" | "EPS" | "ZIP" => {
            "This is a document or the like, no photograph or drawing. Take a screenshot of what you want to show, or export it as JPEG or PNG from the program that made it."
        }
        "MOV" | "MP4" => {
            "This is a film, no photograph. Stop it where it shows what you want, take a screenshot, and save that as JPEG or PNG."
        }
        _ => {
            "Open it in a picture program (such as Paint on Windows, or Preview on a Mac) and save it again as JPEG or PNG. Changing the end of its name does not change the kind of picture."
        }
    }
}
