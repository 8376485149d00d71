//! Problems of pictures in English.

use crate::diagnostic::PictureFault;

pub(super) fn words(kind: &PictureFault) -> (String, String) {
    match kind {
        PictureFault::Heavy { bytes, most } => (
            format!("The picture's file is too large ({} MB).", bytes >> 20),
            format!("Use a file of up to {} MB. For a photograph, 3000 points on its longer side are plenty: make it smaller with the telephone or computer that it is on.", most >> 20),
        ),
        PictureFault::Large { width, height } => (
            format!("The picture is too large ({width} × {height} points)."),
            "Save it again with about 3000 points on its longer side. The site uses no more than that.".into(),
        ),
        PictureFault::Foreign { format } => (
            format!("Pictures in the format {format} cannot be used."),
            "Save it again as JPEG or PNG. For photographs of an iPhone (HEIC), choose Settings → Camera → Formats → Most Compatible, or export them as JPEG.".into(),
        ),
        PictureFault::Unknown => (
            "This file cannot be read as a picture.".into(),
            "Save it again as JPEG, PNG, WebP, GIF or SVG. Changing the end of its name to .jpg does not make it a picture.".into(),
        ),
        PictureFault::Broken { reason } => (
            format!("The picture's file is damaged ({reason})."),
            "Copy it once more from the original, or open it in a picture program and save it again.".into(),
        ),
        PictureFault::Unfolds { most } => (
            format!("This drawing (SVG) is written so that it grows beyond {} MB, without end, when it is opened (by what is called ENTITY).", most >> 20),
            "In the program that drew it, export it again as \"plain SVG\" or as PNG. If somebody sent you the drawing, it may be a prank: do not use it, and ask them.".into(),
        ),
        PictureFault::Nested { depth, most } => (
            format!("This drawing (SVG) has parts inside parts too deep to be read ({depth} levels; up to {most})."),
            "In the program that drew it, select everything and choose \"Ungroup\" until nothing is grouped, then save it again, or export it as PNG. If somebody sent you the drawing, it may be a prank.".into(),
        ),
        PictureFault::Moves => (
            "This picture moves (an animation). The site shows its first frame only.".into(),
            "Save the moment that you want to show as a still picture, as JPEG or PNG (a screenshot will do). Moving pictures cannot be printed and make pages harder to read, so they are not used.".into(),
        ),
        PictureFault::NoConsent => (
            "Nothing says that this person agreed to the photograph on the web, so it is not shown.".into(),
            "When the person has agreed, write \"consent: [web]\" inside photo:. If they agreed to leaflets too, \"consent: [web, print]\".".into(),
        ),
    }
}
