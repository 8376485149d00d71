//! The craft that web and paper share: where large type may break, QR codes, parts
//! of texts, and what the pages tell of what was printed.

mod choice;
mod excerpt;
mod left_out;
mod phrase;
mod prints;
mod qr;
mod sentences;

pub use choice::{MOST_NOTES, most_passages, quotation, strongest, telling};
pub use excerpt::{
    TextBlock, TextRun, bare_name, first_sentence, first_sentences, leave_first_sentences,
    leave_sentences,
};
pub use left_out::LeftOut;
pub use phrase::phrases;
pub use prints::{Image, Printed, Prints, SheetPicture};
pub use qr::{Mask, QrCode};
pub use sentences::{sentence_end, sentences};
