//! Pairs of colours, in English.

use crate::diag::Contrast;

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
        format!("The nearest colour that is read well is `\"{nearest}\"`."),
    )
}
