//! The craft that web and paper share: where large type may break, QR codes, and parts of texts.

mod equal;
mod excerpt;
mod joints;
mod long_words;
mod number;
mod phrase;
mod qr;
mod sentences;

pub(crate) use equal::{equal, is_unseen};
pub(crate) use excerpt::{
    bare_name, excerpt_of, first_paragraph, first_sentences, in_short_paragraphs, marked_sentences,
    stands_alone, telling_sentence, unmarked,
};
pub(crate) use joints::{JOINER, joined, joined_in_phrases, text_in_phrases};
pub(crate) use long_words::{MAY_BREAK, breakable};
pub(crate) use number::{NumberPiece, number_groups, number_pieces};
pub(crate) use phrase::{phrased, phrases};
pub(crate) use qr::{Mask, QrCode};
pub(crate) use sentences::sentences;
