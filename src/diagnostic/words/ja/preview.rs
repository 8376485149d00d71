//! Problems of the live preview in Japanese.

use crate::diagnostic::Preview;

pub(super) fn words(kind: &Preview) -> (String, String) {
    match kind {
        Preview::Port { port, reason: None } => (
            format!("ポート{port}番は、ほかのプログラムが使っています。"),
            "もう一つのプレビューが動いていれば、そちらを使うか、Ctrl-C で終えてください。「--port」を付けずに動かすと、空いている番号を自動で選びます。".into(),
        ),
        Preview::Port { port, reason: Some(reason) } => (
            format!("ポート{port}番を使えません（{}）。", super::reason::reason(reason)),
            "「--port」を付けずに動かすと、空いている番号を自動で選びます。".into(),
        ),
    }
}
