//! What is said in Japanese of leaflets and their panels.

use crate::base::PanelName;

/// What a panel is called.
pub(super) fn panel(name: PanelName) -> String {
    match name {
        PanelName::Front => "表面".into(),
        PanelName::Back => "裏面".into(),
        PanelName::Cover => "表紙".into(),
        PanelName::Flap => "折り込みの面".into(),
        PanelName::Inside(n) => format!("中面の左から{n}番目"),
        PanelName::Outside(n) => format!("外面の左から{n}番目"),
        PanelName::Page(n) => format!("{n}ページ"),
    }
}
