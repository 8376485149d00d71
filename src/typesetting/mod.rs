//! The craft that web and paper share: where large type may break, QR codes, and parts of texts.

mod excerpt;
mod phrase;
mod qr;
mod sentences;

pub(crate) use excerpt::{
    bare_name, excerpt_of, first_paragraph, first_sentence, first_sentences, stands_alone,
    telling_sentence,
};
pub(crate) use phrase::phrased;
pub use phrase::phrases;
pub use qr::{Mask, QrCode};
pub use sentences::{sentence_end, sentences};
