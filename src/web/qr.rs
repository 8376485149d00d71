//! A QR code as one path of SVG.

use std::fmt::Write;

use serde::Serialize;
use tera::Value;

use super::text::push_text;
use crate::leaflet::{LeafletCode, short};
use crate::typesetting::{Mask, QrCode};

/// Modules of quiet around the code.
const QUIET: usize = 4;

/// A code and the address that it holds, as people read it.
#[derive(Serialize)]
pub(super) struct Code {
    svg: Value,
    address: Value,
    /// What happens to those who read it.
    caption: Option<String>,
}

/// A code of a leaflet.
pub(super) fn code(own: LeafletCode<'_>) -> Option<Code> {
    let code = QrCode::encode(own.url, Mask::Quick)?;
    Some(Code {
        svg: Value::safe_string(&svg(&code)),
        address: spoken(own.url),
        caption: own.caption,
    })
}

/// One stroke a row, drawn where modules are dark and lifted where they are light.
fn svg(code: &QrCode) -> String {
    let side = code.size + 2 * QUIET;
    let mut out = String::with_capacity(4096);
    let _ = write!(
        out,
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" \
         aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path stroke=\"#000\" d=\""
    );
    for row in code.runs.chunk_by(|a, b| a.1 == b.1) {
        let mut end = 0;
        for (at, y, length) in row {
            if end == 0 {
                let _ = write!(out, "M{} {}.5", QUIET + at, QUIET + y);
            } else {
                out.push('m');
                push_number(at - end, &mut out);
                out.push_str(" 0");
            }
            out.push('h');
            push_number(*length, &mut out);
            end = at + length;
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
pub(super) fn spoken(url: &str) -> Value {
    let address = short(url);
    let mut out = String::with_capacity(address.len() + 32);
    for (i, part) in address.split('/').enumerate() {
        if i > 0 {
            out.push_str("/<wbr>");
        }
        push_text(part, &mut out);
    }
    Value::safe_string(&out)
}
