//! Problems of pictures as texts name them.

use super::{shows, statement_saying};
use crate::support::POINT;

#[test]
fn no_alt() {
    let site = statement_saying("![](../images/stage.gif)").bytes("images/stage.gif", POINT);
    shows("image/no-alt", &site);
}

#[test]
fn missing() {
    shows(
        "image/missing",
        &statement_saying("![演壇](../images/stage.jpg)"),
    );
}

#[test]
fn unsupported() {
    let site = statement_saying("![演壇](../images/stage.tiff)").bytes("images/stage.tiff", POINT);
    shows("image/unsupported", &site);
}

#[test]
fn outside() {
    shows(
        "image/outside",
        &statement_saying("![会場](https://example.org/a.png)"),
    );
}
