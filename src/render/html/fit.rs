//! The size of a printed leaflet's text, guessed from the length of what stands on it.

use tera::Value;

use super::sheet::Sheet;

/// Sizes in points, the largest first, and the classes that set them.
const SIZES: [(f32, &str); 5] = [
    (14.0, "sheet-14"),
    (13.0, "sheet-13"),
    (12.0, "sheet-12"),
    (11.0, "sheet-11"),
    (10.5, "sheet-10"),
];

/// The space inside the margins of A4, in points, less a little for what a guess leaves out.
const WIDTH: f32 = 512.0;
const HEIGHT: f32 = 765.0;

/// Hooks longer than this, in ems, are set a little smaller.
const LONG_HOOK: f32 = 21.0;

/// The sides with the class of the largest size at which each fits; the smallest when none does.
pub(super) fn fitted(mut sheets: Vec<Sheet<'_>>) -> Vec<Sheet<'_>> {
    for sheet in &mut sheets {
        sheet.long = sheet
            .hook
            .as_ref()
            .is_some_and(|hook| ems(html(hook)) > LONG_HOOK);
        sheet.fit = class(sheet);
    }
    sheets
}

fn class(sheet: &Sheet<'_>) -> &'static str {
    let fits = SIZES
        .iter()
        .find(|(size, _)| height(sheet, *size) <= HEIGHT);
    fits.or(SIZES.last()).map_or("", |(_, class)| *class)
}

/// The height of a side set at `size`, all in points. The figures are those of `sheet.css`.
fn height(sheet: &Sheet<'_>, size: f32) -> f32 {
    let text = |value: &str, scale: f32, leading: f32, indent: f32| {
        let width = (WIDTH - indent) / (size * scale);
        lines(value, width) * size * scale * leading
    };
    let gap = 1.1 * size;
    let mut sum = 0.0;
    if let Some(kicker) = sheet.kicker {
        sum += text(kicker, 1.0, 1.5, 0.0) + 0.5 * size + 3.0;
    }
    if let Some(hook) = &sheet.hook {
        sum += gap + text(html(hook), if sheet.long { 2.0 } else { 2.5 }, 1.3, 0.0);
    }
    if let Some(lead) = &sheet.lead {
        sum += gap + text(html(lead), 1.0, 1.65, 0.0);
    }
    if sheet.person.is_some() {
        sum += gap + (1.35 + 1.0) * 1.5 * size;
    }
    if !sheet.points.is_empty() {
        sum += gap;
    }
    for point in &sheet.points {
        let indent = if point.monogram.is_some() {
            30.0 + 0.8 * size
        } else {
            0.0
        };
        sum += 0.9 * size + 1.0 + text(html(&point.heading), 1.12, 1.5, indent);
        sum += point
            .text
            .as_ref()
            .map_or(0.0, |value| text(html(value), 1.0, 1.5, indent));
    }
    if let Some(quote) = &sheet.quote {
        let indent = 2.2 * size + 3.0;
        sum += gap + 2.1 * size + 3.0 + text(html(&quote.heading), 1.12, 1.65, indent);
        sum += text(html(&quote.body), 1.0, 1.65, indent);
        sum += quote
            .by
            .as_ref()
            .map_or(0.0, |by| text(by, 1.0, 1.65, indent) + 0.6 * size);
    }
    sum + gap + foot(sheet, size, text)
}

fn foot(sheet: &Sheet<'_>, size: f32, text: impl Fn(&str, f32, f32, f32) -> f32) -> f32 {
    let (code, indent) = match sheet.qr {
        Some(_) => (80.0 + 4.0 * 0.9 * 1.35 * size, 119.0 + 1.4 * size),
        None => (0.0, 0.0),
    };
    let gap = 0.5 * size;
    let mut act = 0.0;
    if let Some(call) = &sheet.call {
        act += text(call.text, 1.15, 1.5, indent) + 1.5 * size;
    }
    if let Some(event) = &sheet.event {
        act += gap + text(event, 1.0, 1.5, indent);
    }
    if let Some(contact) = &sheet.contact {
        let name = [contact.name, contact.address]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
        act += gap + text(&name, 1.0, 1.5, indent);
        act += contact.phone.map_or(0.0, |_| 1.3 * 1.5 * size);
    }
    let source = sheet
        .source
        .as_ref()
        .map_or(0.0, |source| 0.6 * size + text(source, 0.9, 1.5, 0.0));
    3.0 + 0.8 * size + code.max(act) + source
}

fn html(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// How many lines `width` ems wide some HTML fills; a new paragraph begins a new line and
/// leaves a gap of half a line.
fn lines(html: &str, width: f32) -> f32 {
    let mut sum = 0.0;
    for (i, paragraph) in html
        .split("</p>")
        .filter(|p| !p.trim().is_empty())
        .enumerate()
    {
        sum += if i > 0 { 0.4 } else { 0.0 };
        sum += (ems(paragraph) / width).ceil().max(1.0);
    }
    sum
}

/// The length of some HTML in ems: a full-width character is one, a Latin letter a little
/// more than half; tags are nothing.
fn ems(html: &str) -> f32 {
    let (mut narrow, mut wide, mut inside) = (0_u16, 0_u16, false);
    for byte in html.bytes() {
        match byte {
            b'<' => inside = true,
            b'>' => inside = false,
            _ if inside => {}
            0..0x80 => narrow = narrow.saturating_add(1),
            // The first byte of a character that is not ASCII.
            0xc0.. => wide = wide.saturating_add(1),
            _ => {}
        }
    }
    0.58 * f32::from(narrow) + f32::from(wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_in_lines() {
        let near =
            |html, expected: f32| assert!((lines(html, 5.0) - expected).abs() < 0.01, "{html}");
        near("あいうえお", 1.0);
        near("<p>あいう<b>えおか</b></p>", 2.0);
        near("<p>あ</p><p>い</p>", 2.4);
    }

    #[test]
    fn much_text_is_set_small() {
        let sheet = |n: usize| Sheet {
            lead: Some(Value::from("あ".repeat(n))),
            ..Sheet::default()
        };
        assert_eq!(class(&sheet(100)), "sheet-14");
        assert_eq!(class(&sheet(1500)), "sheet-12");
        assert_eq!(class(&sheet(9000)), "sheet-10");
    }
}
