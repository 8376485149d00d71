//! The manifest of a theme, in English.

use crate::diagnostic::ThemeFault;

pub(super) fn words(fault: &ThemeFault) -> (String, String) {
    match fault {
        ThemeFault::NoMap(key) => (
            format!("`{key}` has no keys below it."),
            format!("Write keys, indented, on the lines after `{key}:`, or remove it."),
        ),
        ThemeFault::NoList(key) => (
            format!("`{key}` takes a list of files."),
            "Write one on each line, such as:\n  - css/ours.css".into(),
        ),
        ThemeFault::NoFile(path) => (
            format!("The theme has no file `{path}`."),
            "Write its name as seen from the theme's folder, such as css/ours.css, or remove this line.".into(),
        ),
        ThemeFault::Colour(value) => (
            format!("`{value}` cannot be read as a colour."),
            "Write a `#` and six digits in quotation marks, such as \"#005a8c\".".into(),
        ),
        ThemeFault::TokenName(name) => (
            format!("`{name}` cannot be the name of a colour."),
            "Begin with a lower-case letter, and use lower-case letters, digits and hyphens only, such as `accent`.".into(),
        ),
        ThemeFault::NoLight(name) => (
            format!("The new colour `{name}` has no value for light screens (`light`)."),
            format!("Write it so:\n  {name}: {{light: \"#005a8c\"}}"),
        ),
        ThemeFault::Inks => (
            "`press` takes four numbers from 0 to 100, for cyan, magenta, yellow and black, at most 300 together.".into(),
            "For example:\n  press: [18, 90, 100, 12]".into(),
        ),
        ThemeFault::Length => (
            "A margin is a number of millimetres from 0 to 40.".into(),
            "Write the number alone, without a unit, such as `margin: 14`.".into(),
        ),
        ThemeFault::Widths => (
            "`widths` takes the widths of pictures as whole numbers from 16 to 4096, the smallest first.".into(),
            "For example:\n  widths: [320, 640, 960, 1440]".into(),
        ),
        ThemeFault::Sizes => (
            "This cannot be a length in a style sheet.".into(),
            "Write a CSS length, without `;` and `{`, such as `portrait: \"8rem\"`.".into(),
        ),
    }
}
