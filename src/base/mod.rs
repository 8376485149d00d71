//! The small values everything else is made of — languages, spans, slugs, dates,
//! and the three kinds of path that never mix.

mod address_meant;
mod chart;
mod choice;
mod clause;
pub mod colour;
mod cut_number;
pub mod date;
mod day;
mod design;
pub(crate) mod doc;
mod drawing;
pub mod format;
pub mod lang;
mod line;
pub(crate) mod locale;
mod moment;
pub mod path;
pub(crate) mod policy;
mod qr;
mod quantity;
mod question;
pub(crate) mod sheet_type;
pub mod slug;
pub(crate) mod span;
mod wide;

pub(crate) use address_meant::address_meant;
pub(crate) use chart::ChartKind;
pub(crate) use clause::{are_one_phrase, phrase_starts};
pub(crate) use colour::Colour;
pub(crate) use cut_number::number_is_cut;
pub(crate) use date::Date;
pub(crate) use day::{NoDay, meant_day, narrowed, no_day};
pub(crate) use design::Design;
pub(crate) use doc::DocKind;
pub(crate) use drawing::Drawing;
pub(crate) use format::{Edition, Format, PanelName};
pub(crate) use lang::ByLang;
pub use lang::Lang;
pub(crate) use line::{line_column, line_span, lines_of, start_of_line};
pub(crate) use locale::{LineBreaking, Locale, LocaleData, Script};
pub(crate) use moment::Moment;
pub use path::{BaseUrl, OutPath};
pub(crate) use path::{ContentPath, web_address};
pub(crate) use qr::QrChoice;
pub(crate) use quantity::Quantity;
pub(crate) use question::is_question;
pub(crate) use slug::Slug;
pub(crate) use span::Spanned;
pub use span::{FileId, Loc, Span};
pub(crate) use wide::{
    FULL_LINE, NARROW_LINE, WIDE_LINE, half_widths, is_digit, is_unspaced, lines_join,
};
