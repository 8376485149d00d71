//! What the system says when it cannot read or write, in Japanese.

/// The usual reasons by how the system begins to tell them (those of Rust's `std::io` on Linux and
/// macOS; Windows tells them in its own language).
const REASONS: [(&str, &str); 9] = [
    ("Permission denied", "許可がありません"),
    ("Operation not permitted", "許可がありません"),
    (
        "No such file or directory",
        "ファイルもフォルダーもありません",
    ),
    ("Is a directory", "フォルダーです"),
    ("Not a directory", "途中にフォルダーでないものがあります"),
    ("File exists", "同じ名前のものがあります"),
    ("No space left on device", "空きがありません"),
    ("Read-only file system", "書き込めない場所です"),
    ("Address already in use", "ほかのプログラムが使っています"),
];

/// A reason in Japanese; as it was told where it is none of the usual ones.
pub(crate) fn japanese_reason(told: &str) -> &str {
    let known = REASONS.iter().find(|(begins, _)| told.starts_with(begins));
    known.map_or(told, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Error;

    #[test]
    fn the_usual_ones_are_told_in_japanese() {
        let denied = Error::from_raw_os_error(13).to_string();
        if denied.starts_with("Permission denied") {
            assert_eq!(japanese_reason(&denied), "許可がありません");
        }
        assert_eq!(japanese_reason("something else"), "something else");
    }
}
