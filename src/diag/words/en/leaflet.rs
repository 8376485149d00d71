//! What is said in English of leaflets and their panels.

use crate::base::PanelName;

/// What a panel is called.
pub(super) fn panel(name: PanelName) -> String {
    match name {
        PanelName::Front => "front".into(),
        PanelName::Back => "back".into(),
        PanelName::Cover => "cover".into(),
        PanelName::Flap => "flap".into(),
        PanelName::Inside(n) => format!("inner panel {n} from the left"),
        PanelName::Outside(n) => format!("outer panel {n} from the left"),
        PanelName::Page(n) => format!("page {n}"),
    }
}
