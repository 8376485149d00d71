//! Pairs of colours, in Japanese.

use crate::diagnostic::Contrast;

pub(super) fn words(pair: &Contrast) -> (String, String) {
    let Contrast {
        colour,
        other,
        nearest,
    } = pair;
    let ratio = colour.contrast(*other);
    (
        format!(
            "色「{colour}」と、重なる色「{other}」の明るさが近すぎて、お年寄りや目の弱い方に読みにくくなります（{ratio:.1}対1。4.5対1以上が要ります）。"
        ),
        nearest.map_or_else(
            || format!("この色をどう変えても、重なる色のすべての上では読みやすくなりません。重なる色に、明るい色と暗い色があるためです。先に「{other}」のほうを変えてください（site.yaml の colors の background、tint、accent、text）。"),
            |nearest| format!("いちばん近い、読みやすい色は「{nearest}」です。そのまま次のように書けます： \"{nearest}\""),
        ),
    )
}
