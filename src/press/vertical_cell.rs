//! The cells of vertical lines, as the templates place them.

use serde::Serialize;

/// How a character stands in a vertical line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Stance {
    /// As in a horizontal line, or in the form that the face has for vertical ones.
    Upright,
    /// Two digits or marks side by side in the room of one character (縦中横).
    Abreast,
    /// Turned by a right angle: words in letters, and what has no form of its own.
    Turned,
}

/// A character, or several that stand together, in a vertical line; lengths in ems.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct VerticalCell {
    /// What it says.
    #[serde(rename = "t")]
    pub text: String,
    /// How it stands.
    #[serde(rename = "k")]
    pub stance: Stance,
    /// How much of the line it takes.
    #[serde(rename = "h")]
    pub height: f64,
    /// From its upper end to the baseline.
    #[serde(rename = "a")]
    pub ascent: f64,
    /// How wide it would be by itself, where that is more than the line is.
    #[serde(rename = "w", skip_serializing_if = "Option::is_none")]
    pub wide: Option<f64>,
    /// Whether it is set in bold.
    #[serde(rename = "b", skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
    /// Whether it is struck out.
    #[serde(rename = "s", skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
    /// Whether no line is parted before it: within a number, or under one reading.
    #[serde(skip)]
    pub is_joined: bool,
    /// A reading, which stands at the right of this cell and those after it.
    #[serde(rename = "r", skip_serializing_if = "Option::is_none")]
    pub reading: Option<VerticalReading>,
}

/// See [`VerticalCell::drawn`].
pub(super) type DrawnCell = (
    (String, Stance, Option<VerticalReading>),
    ([u64; 3], bool, bool),
);

impl VerticalCell {
    /// What tells it from other cells where it is drawn: lengths by their bits.
    pub(super) fn drawn(&self) -> DrawnCell {
        let lengths = [self.height, self.ascent, self.wide.unwrap_or_default()];
        (
            (self.text.clone(), self.stance, self.reading.clone()),
            (lengths.map(f64::to_bits), self.bold, self.struck),
        )
    }

    /// Whether it is room between words.
    pub(super) fn is_space(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether no line begins with it (JIS X 4051, 4.3).
    pub(super) fn begins_no_line(&self) -> bool {
        const NONE: &str = "、。，．,.」』）］｝〉》】〕”’・：；：;？！?!ー々ゝゞ％%‰";
        const SMALL: &str = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
        let first = self.text.chars().next();
        first.is_some_and(|c| NONE.contains(c) || SMALL.contains(c))
    }

    /// Whether no line ends with it.
    pub(super) fn ends_no_line(&self) -> bool {
        let first = self.text.chars().next();
        first.is_some_and(|c| "「『（［｛〈《【〔“‘".contains(c))
    }
}

/// Vertical lines in large type.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct VerticalText {
    /// Their cells, in pieces that are not broken.
    pub pieces: Vec<Vec<VerticalCell>>,
    /// Whether they were measured in the heavy face; else in the bold of the text.
    pub large: bool,
}

/// A reading, and over how many cells it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub(super) struct VerticalReading {
    /// The kana.
    #[serde(rename = "t")]
    pub text: String,
    /// So many cells.
    #[serde(rename = "n")]
    pub cells: usize,
}
