//! What can be wrong with a picture.

use crate::diagnostic::{DiagnosticWords, Fault, Severity};

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
    /// A kind of picture that browsers or this program cannot read.
    Foreign {
        /// What the kind is called.
        format: &'static str,
    },
    /// No kind of picture at all, whatever the file is called.
    Unknown,
    /// The file is cut short or damaged.
    Broken {
        /// The decoder's own words.
        reason: String,
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
}

impl Fault for PictureFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Heavy { .. } | Self::Large { .. } => "image/too-large",
            Self::Foreign { .. } | Self::Unknown => "image/foreign-format",
            Self::Broken { .. } => "image/broken",
            Self::Unfolds { .. } | Self::Nested { .. } => "image/too-complex",
            Self::Moves => "image/moves",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Moves => Severity::Warning,
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
                format!("{format} 形式の画像は使えません。"),
                "JPEG か PNG で保存しなおしてください。iPhone の写真（HEIC）は、設定の「カメラ → フォーマット → 互換性優先」にするか、写真アプリから JPEG で書き出してください。".into(),
            ),
            Self::Unknown => (
                "画像として読めないファイルです。".into(),
                "JPEG、PNG、WebP、GIF、SVG のどれかで保存しなおしてください。名前の終わりだけを .jpg などに変えても、画像にはなりません。".into(),
            ),
            Self::Broken { reason } => (
                format!("画像ファイルが壊れています（{reason}）。"),
                "元の写真からもう一度コピーするか、画像ソフトで開いて保存しなおしてください。".into(),
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
                format!("Pictures in the format {format} cannot be used."),
                "Save it again as JPEG or PNG. For photographs of an iPhone (HEIC), choose Settings → Camera → Formats → Most Compatible, or export them as JPEG.".into(),
            ),
            Self::Unknown => (
                "This file cannot be read as a picture.".into(),
                "Save it again as JPEG, PNG, WebP, GIF or SVG. Changing the end of its name to .jpg does not make it a picture.".into(),
            ),
            Self::Broken { reason } => (
                format!("The picture's file is damaged ({reason})."),
                "Copy it once more from the original, or open it in a picture program and save it again.".into(),
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
        };
        DiagnosticWords { message, help }
    }
}
