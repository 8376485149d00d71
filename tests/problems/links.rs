//! Problems of links.

use super::{shows, statement_saying};

#[test]
fn unknown() {
    shows(
        "link/unknown",
        &statement_saying("くわしくは[個人情報](topic:privecy)を。"),
    );
}

#[test]
fn unknown_fragment() {
    shows(
        "link/unknown-fragment",
        &statement_saying("[田中さん](speaker:tanaka#voices)も同じです。"),
    );
}

#[test]
fn missing_file() {
    shows(
        "link/missing-file",
        &statement_saying("[資料](../files/data.pdf)を見てください。"),
    );
}

#[test]
fn unsafe_scheme() {
    shows(
        "link/unsafe",
        &statement_saying(
            "[押す](javascript:alert(1))と動きます。\n\n![演壇](https://shukai.test/stage.jpg)",
        ),
    );
}
