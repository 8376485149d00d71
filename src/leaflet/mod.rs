//! What a leaflet says, put together once: paper, page and specification draw the same value.
//!
//! [`Assembler`] makes a [`LeafletContent`] of the resolved texts of the site; [`chosen`] leaves
//! out what there is no room for, always in the order of `LeftOut`. The room that prints finds out
//! how much that is, and [`Prints`] hands its choice on to the pages.

mod assemble;
mod choice;
mod codes;
mod composed;
mod contact;
mod content;
mod cut;
mod design;
mod imprint;
mod left_out;
mod news;
mod parts;
mod pictures;
mod poster;
mod prints;
mod rallies;
#[cfg(test)]
mod tests;

pub(crate) use assemble::Assembler;
pub(crate) use codes::LeafletCode;
pub(crate) use contact::short;
pub(crate) use content::{
    Attribution, ChartPart, FigurePart, LeafletContent, LeafletPanel, LeafletPart, NotePart,
    PanelFoot, PanelHead, PointPart, QuotePart, SaidAt, SheetKind, VoicePart,
};
pub(crate) use cut::Cut;
pub(crate) use cut::{chosen, last_resort, levels, shortened};
pub(crate) use left_out::LeftOut;
pub(crate) use prints::{Chosen, Image, Printed, Prints, SheetPicture};
