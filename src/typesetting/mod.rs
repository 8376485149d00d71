//! The craft that web and paper share: where large type may break, QR codes, and parts of texts.

mod equal;
mod excerpt;
mod long_words;
mod phrase;
mod qr;
mod sentences;

pub(crate) use equal::{equal, is_unseen};
pub(crate) use excerpt::{
    bare_name, excerpt_of, first_paragraph, first_sentences, marked_sentences, stands_alone,
    telling_sentence, unmarked,
};
pub(crate) use long_words::{MAY_BREAK, breakable};

pub(crate) use phrase::{phrased, phrases};
pub(crate) use qr::{Mask, QrCode};
pub(crate) use sentences::sentences;
