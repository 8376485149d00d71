//! Floor 5: the craft that web and paper share: where large type may break, QR codes, parts
//! of texts, and what the pages tell of what was printed.

mod excerpt;
mod phrase;
mod prints;
mod qr;

pub use excerpt::{first_paragraph, first_sentence, first_sentences, last_sentence, sentence_end};
pub use phrase::phrases;
pub use prints::{Image, Picture, Printed, Prints};
pub use qr::{Mask, QrCode};
