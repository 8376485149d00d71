//! The small values everything else is made of — languages, spans, slugs, dates,
//! and the three kinds of path that never mix.

pub mod colour;
pub mod date;
mod day;
pub mod doc;
pub mod format;
pub mod lang;
mod line;
pub mod locale;
pub mod path;
pub mod policy;
pub mod slug;
pub mod span;
mod wide;

pub use colour::Colour;
pub use date::Date;
pub use day::{NoDay, meant_day, narrowed, no_day};
pub use doc::DocKind;
pub use format::{Edition, Format, PanelName};
pub use lang::{ByLang, Lang};
pub use line::{line_column, line_span};
pub use locale::{LineBreaking, Locale, LocaleData, Script};
pub use path::{BaseUrl, ContentPath, OutPath, web_address};
pub use slug::Slug;
pub use span::{FileId, Loc, Span, Spanned};
pub(crate) use wide::{is_unspaced, lines_join};
