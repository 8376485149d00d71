//! Pairs of colours, in English.

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
            "`{colour}` and `{other}`, which meet, are too much alike for readers with weak eyes ({ratio:.1} to 1; it takes 4.5)."
        ),
        nearest.map_or_else(
            || format!("No colour in its place is read well on all that it meets, since some of that is light and some dark. Change `{other}` first (`background`, `tint`, `accent` or `text` under `colors` in site.yaml)."),
            |nearest| format!("The nearest colour that is read well is `\"{nearest}\"`."),
        ),
    )
}
