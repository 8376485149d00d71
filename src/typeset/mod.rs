//! Floor 5: the craft that web and paper share: where large type may break, QR codes, and what
//! the pages tell of what was printed.

mod phrase;
mod prints;
mod qr;

pub use phrase::phrases;
pub use prints::{Image, Picture, Printed, Prints};
pub use qr::{Mask, QrCode};
