//! Floor 5: the craft that web and paper share: where large type may break, QR codes, parts
//! of texts, and what the pages tell of what was printed.

mod choice;
mod excerpt;
mod phrase;
mod prints;
mod qr;

pub use choice::{MOST_NOTES, most_passages, quotation, strongest, telling};
pub use excerpt::{first_sentence, first_sentences, sentence_end};
pub use phrase::phrases;
pub use prints::{Image, Printed, Prints, SheetPicture};
pub use qr::{Mask, QrCode};
