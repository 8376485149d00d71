//! A QR code as one path of SVG.

use std::fmt::Write;

use qrcode::bits;
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::types::QrResult;
use qrcode::{Color, EcLevel, ec};
use serde::Serialize;
use tera::Value;

use super::place::Place;
use super::text::push_text;
use crate::link::PageRef;

/// Modules of quiet around the code.
const QUIET: usize = 4;

/// A code and the address that it holds, as people read it.
#[derive(Serialize)]
pub(super) struct Code {
    svg: Value,
    address: Value,
}

/// The code of a page in the reader's language; `None` when the site has no address.
pub(super) fn code(place: &Place<'_>, page: PageRef) -> Option<Code> {
    let site = place.site();
    let url = site
        .settings
        .base_url
        .as_ref()?
        .join(site.address(page, place.lang()));
    let (modules, width) = modules(&url).ok()?;
    Some(Code {
        svg: Value::safe_string(&svg(&modules, width)),
        address: Value::safe_string(&spoken(&url)),
    })
}

/// The modules of a code, row by row, and how many stand in a row. Weighing eight masks against
/// each other, as a printed code deserves, would take longer than the whole rest of the page.
fn modules(text: &str) -> QrResult<(Vec<Color>, usize)> {
    let level = EcLevel::M;
    let bits = bits::encode_auto(text.as_bytes(), level)?;
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, level)?;
    let mut canvas = Canvas::new(version, level);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::Checkerboard);
    let modules = canvas.into_colors();
    Ok((
        modules,
        usize::try_from(version.width()).unwrap_or_default(),
    ))
}

/// One stroke a row, drawn where modules are dark and lifted where they are light.
fn svg(modules: &[Color], width: usize) -> String {
    let side = width + 2 * QUIET;
    let mut out = String::with_capacity(4096);
    let _ = write!(
        out,
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" \
         aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path stroke=\"#000\" d=\""
    );
    for (y, row) in modules.chunks(width.max(1)).enumerate() {
        let _ = write!(out, "M{QUIET} {}.5", y + QUIET);
        for run in row.chunk_by(|a, b| a == b) {
            let dark = run.first() == Some(&Color::Dark);
            out.push(if dark { 'h' } else { 'm' });
            push_number(run.len(), &mut out);
            out.push_str(if dark { "" } else { " 0" });
        }
    }
    out.push_str("\"/></svg>");
    out
}

fn push_number(number: usize, out: &mut String) {
    if number > 9 {
        push_number(number / 10, out);
    }
    out.push(char::from(
        b'0' + u8::try_from(number % 10).unwrap_or_default(),
    ));
}

/// An address without what nobody reads aloud, breaking after its slashes.
fn spoken(url: &str) -> String {
    let address = url
        .split_once("://")
        .map_or(url, |(_, rest)| rest)
        .trim_end_matches('/');
    let mut out = String::with_capacity(address.len() + 32);
    for (i, part) in address.split('/').enumerate() {
        if i > 0 {
            out.push_str("/<wbr>");
        }
        push_text(part, &mut out);
    }
    out
}
