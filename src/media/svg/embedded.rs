//! Photographs inside a drawing: drawn anew as all others are, so that they tell nothing of where and
//! by what they were taken, and can be nothing else than pictures.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::media::drawn::DrawnFile;
use crate::media::form::Form;
use crate::media::{decode, draw};

/// A drawing with more pictures than this is not read: each may take long to draw.
pub(super) const MOST: usize = 16;

/// None is drawn wider than this, in points: what a wide, sharp screen shows of a page.
const WIDEST: u32 = 1_440;

/// How the addresses of pictures begin that are drawn.
const KINDS: [&str; 4] = [
    "data:image/png;base64,",
    "data:image/jpeg;base64,",
    "data:image/jpg;base64,",
    "data:image/webp;base64,",
];

/// Whether an address is a picture itself.
pub(super) fn is_picture(address: &str) -> bool {
    data(address).is_some()
}

fn data(address: &str) -> Option<&str> {
    let address = address.trim();
    KINDS.iter().find_map(|kind| address.strip_prefix(kind))
}

/// The address of the same picture drawn anew, if it is one.
pub(super) fn redrawn(address: &str) -> Option<String> {
    let data: String = data(address)?.split_ascii_whitespace().collect();
    let picture = decode::decode(&STANDARD.decode(data).ok()?).ok()?;
    let mut forms = draw::sheet(picture, &[WIDEST]).drawn.into_iter();
    let DrawnFile { form, bytes, .. } = forms.find(|file| file.form != Form::WebP)?;
    let data = STANDARD.encode(bytes);
    Some(format!("data:{};base64,{data}", form.media_type()))
}
