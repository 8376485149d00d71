//! The size of a printed leaflet's text, guessed from the length of what stands on it.

use tera::Value;

use super::sheet::{PaperView, SheetView};

/// Hooks longer than this, in ems, are set a little smaller.
const LONG_HOOK: f32 = 21.0;

/// The sides with the classes of the paper and of the largest size at which each fits; the
/// smallest when none does: then the text goes on over the page.
pub(super) fn fitted<'a>(mut sheets: Vec<SheetView<'a>>, paper: &PaperView) -> Vec<SheetView<'a>> {
    for sheet in &mut sheets {
        sheet.long = sheet
            .hook
            .as_ref()
            .is_some_and(|hook| ems(html(hook)) > LONG_HOOK);
        sheet.paper = paper.class;
        sheet.fit = class(sheet, paper);
    }
    sheets
}

fn class(sheet: &SheetView<'_>, paper: &PaperView) -> &'static str {
    let fits = paper
        .sizes
        .iter()
        .find(|(size, _)| height(sheet, *size, paper.area.0) <= paper.area.1);
    fits.or(paper.sizes.last()).map_or("", |(_, class)| *class)
}

/// The height of a side set at `size` on paper so wide, all in points. The figures are those of
/// `sheet.css`, with a little more for what a guess leaves out.
fn height(sheet: &SheetView<'_>, size: f32, wide: f32) -> f32 {
    const MORE: f32 = 1.02;
    let text = |value: &str, scale: f32, leading: f32, wide: f32| {
        lines(value, wide / (size * scale)) * size * scale * leading
    };
    let mut sum = 0.0;
    if let Some(kicker) = sheet.kicker {
        sum += text(kicker, 1.0, 1.5, wide) + 0.5 * size + 3.0;
    }
    if let Some(hook) = &sheet.hook {
        sum += size + text(html(hook), if sheet.long { 2.0 } else { 2.5 }, 1.3, wide);
    }
    if let Some(title) = &sheet.title {
        sum += text(html(title), 1.6, 1.4, wide) + size;
    }
    if let Some(lead) = &sheet.lead {
        sum += size + text(html(lead), 1.0, 1.65, wide);
    }
    if sheet.person.is_some() {
        sum += size + (1.35 + 1.0) * 1.5 * size;
    }
    let columns = if wide > 400.0 { 2.0 } else { 1.0 };
    let column = (wide - (columns - 1.0) * 1.6 * size) / columns;
    let (mut inner, mut across, mut tallest) = (0.0, 0.0, 0.0_f32);
    for part in &sheet.parts {
        let whole = matches!(part.kind, "facts" | "quote");
        let own = if whole { wide - 3.0 * size } else { column };
        let mut tall = 1.2 * size;
        let large = if part.kind == "quote" { 1.25 } else { 1.0 };
        for (value, scale) in [(&part.heading, 1.12), (&part.text, large)] {
            let value = value.as_ref().map(html).filter(|html| !html.is_empty());
            tall += value.map_or(0.0, |html| text(html, scale, 1.55, own));
        }
        tall += part.by.as_ref().map_or(0.0, |by| text(by, 0.95, 1.5, own));
        for (label, value) in &part.rows {
            tall += text(&format!("{label}{value}"), 1.0, 1.5, own - 5.0 * size);
        }
        if whole {
            across += tall + 1.6 * size;
        } else {
            inner += tall;
            tallest = tallest.max(tall);
        }
    }
    sum += across + inner / columns + (columns - 1.0) * 0.3 * tallest;
    if sheet.signatures {
        sum += 380.0;
    }
    if sheet.foot {
        sum += size + foot(sheet, size, wide, text);
    }
    sum * MORE
}

fn foot(
    sheet: &SheetView<'_>,
    size: f32,
    wide: f32,
    text: impl Fn(&str, f32, f32, f32) -> f32,
) -> f32 {
    let (code, indent) = match sheet.qr {
        Some(_) => (80.0 + 4.0 * 0.9 * 1.35 * size, 119.0 + 1.4 * size),
        None => (0.0, 0.0),
    };
    let gap = 0.5 * size;
    let mut act = 0.0;
    if let Some(call) = &sheet.call {
        act += text(call.text, 1.15, 1.5, wide - indent) + 1.5 * size;
    }
    if let Some(contact) = &sheet.contact {
        let name = [contact.name, contact.address]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
        act += gap + text(&name, 1.0, 1.5, wide - indent);
        act += contact.phone.map_or(0.0, |_| 1.3 * 1.5 * size);
    }
    let imprint = sheet
        .imprint
        .as_ref()
        .map_or(0.0, |line| 0.6 * size + text(line, 0.9, 1.5, wide));
    3.0 + 0.8 * size + code.max(act) + imprint
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
    use crate::base::{Edition, Format};
    use crate::diagnostic::Diagnostics;
    use crate::theme::Theme;
    use crate::web::sheet::paper;

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
        let sheet = |n: usize| SheetView {
            lead: Some(Value::from("あ".repeat(n))),
            ..SheetView::default()
        };
        let theme = Theme::new(None, &[], &mut Diagnostics::default());
        let paper = |format, edition| paper(theme.manifest(), format, edition);
        let a4 = paper(Format::A4, Edition::Standard);
        assert_eq!(class(&sheet(100), &a4), "sheet-14");
        assert_eq!(class(&sheet(1400), &a4), "sheet-12");
        assert_eq!(class(&sheet(9000), &a4), "sheet-10");
        let postcard = paper(Format::Postcard, Edition::Standard);
        assert_eq!(class(&sheet(20), &postcard), "sheet-12");
        let large = paper(Format::A5, Edition::Large);
        assert_eq!(class(&sheet(9000), &large), "sheet-14");
    }
}
