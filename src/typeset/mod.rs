//! Floor 5: the craft that web and paper share: where large type may break, and QR codes.

mod phrase;
mod qr;

pub use phrase::phrases;
pub use qr::{Mask, QrCode};
