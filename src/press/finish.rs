//! What a print shop's PDF needs and the engine does not write: the `BleedBox`, marks in the
//! registration colour, and grey pictures on the black plate.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::tone::Plate;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;
/// What the registration colour is called among a page's colour spaces.
const REGISTRATION: &str = "ChRegistration";
/// As templates draw marks: on all four plates. Nothing else may have this much ink.
const ALL_PLATES: [&[u8]; 5] = [b"1", b"1", b"1", b"1", b"K"];

/// Finishes every page: a `BleedBox` around the `TrimBox` (ISO 32000-1 §14.11.2), `bleed`
/// millimetres away from it and never outside the `MediaBox`; and what is drawn on all four
/// plates in the registration colour (`Separation` `All`, §8.6.6.4), which lies on as many
/// plates as the press has; and grey pictures in `DeviceGray` (§8.6.4.2), which a press prints in black,
/// where the engine names a profile that a press would have to translate.
pub(super) fn finish(pdf: &[u8], bleed: f64, plates: &[Plate]) -> Result<Vec<u8>, lopdf::Error> {
    let mut document = Document::load_mem(pdf)?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let colour = registration(&mut document);
    for id in pages {
        let page = document.get_dictionary(id)?;
        let media = rectangle(page.get(b"MediaBox")?)?;
        let trim = page.get(b"TrimBox").and_then(rectangle).unwrap_or(media);
        #[allow(
            clippy::cast_possible_truncation,
            reason = "PDF numbers are single precision"
        )]
        let by = (bleed * MM) as f32;
        let wide = [
            (trim[0] - by).max(media[0]),
            (trim[1] - by).max(media[1]),
            (trim[2] + by).min(media[2]),
            (trim[3] + by).min(media[3]),
        ];
        let bleed_box = Object::Array(wide.map(Object::Real).to_vec());
        document.get_dictionary_mut(id)?.set("BleedBox", bleed_box);
        marks(&mut document, id, colour)?;
    }
    in_inks(&mut document, plates);
    if in_black(&mut document) {
        document.prune_objects();
    }
    saved(&mut document, pdf.len())
}

/// Gives each grey of a picture its inks (`Indexed`, §8.6.6.3).
fn in_inks(document: &mut Document, plates: &[Plate]) {
    let toned: Vec<&Plate> = plates.iter().filter(|own| !own.inks.is_empty()).collect();
    for object in document.objects.values_mut() {
        let Ok(stream) = object.as_stream_mut() else {
            continue;
        };
        let plate = toned.iter().find(|own| *own.grey == stream.content);
        if let Some(plate) = plate {
            let space = vec![
                Object::Name(b"Indexed".to_vec()),
                Object::Name(b"DeviceCMYK".to_vec()),
                Object::Integer(255),
                Object::String(plate.inks.clone(), StringFormat::Hexadecimal),
            ];
            stream.dict.set("ColorSpace", Object::Array(space));
        }
    }
}

/// Puts pictures whose profile has one component onto the black plate; tells whether there are any.
fn in_black(document: &mut Document) -> bool {
    let is_grey = |stream: &Stream| {
        let space = stream.dict.get(b"ColorSpace").ok()?;
        let [Object::Name(kind), profile] = document
            .dereference(space)
            .ok()?
            .1
            .as_array()
            .ok()?
            .as_slice()
        else {
            return None;
        };
        let profile = document.dereference(profile).ok()?.1.as_stream().ok()?;
        let one = profile.dict.get(b"N").and_then(Object::as_i64).ok()? == 1;
        Some(kind == b"ICCBased" && one)
    };
    let pictures: Vec<ObjectId> = document
        .objects
        .iter()
        .filter(|(_, object)| {
            let stream = object.as_stream().ok();
            let image = stream.filter(|own| {
                own.dict
                    .get(b"Subtype")
                    .is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Image"))
            });
            image.is_some_and(|own| is_grey(own) == Some(true))
        })
        .map(|(id, _)| *id)
        .collect();
    for id in &pictures {
        if let Ok(picture) = document.get_object_mut(*id).and_then(Object::as_stream_mut) {
            picture
                .dict
                .set("ColorSpace", Object::Name(b"DeviceGray".to_vec()));
        }
    }
    !pictures.is_empty()
}

/// The same sheet without marks: they are not drawn, and it is cut off at the bleed. `None`
/// when it cannot be read.
#[must_use]
pub(crate) fn without_marks(pdf: &[u8]) -> Option<Vec<u8>> {
    let mut document = Document::load_mem(pdf).ok()?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for id in pages {
        let page = document.get_dictionary_mut(id).ok()?;
        let bleed = page.get(b"BleedBox").ok()?.clone();
        page.set("MediaBox", bleed);
        for id in document.get_page_contents(id) {
            let Ok(Object::Stream(stream)) = document.get_object(id) else {
                continue;
            };
            let content = undrawn(&stream.get_plain_content().ok()?);
            let mut changed = Stream::new(Dictionary::new(), content);
            changed.compress().ok()?;
            document.set_object(id, changed);
        }
    }
    saved(&mut document, pdf.len()).ok()
}

/// Instructions in which nothing is stroked in the registration colour.
fn undrawn(content: &[u8]) -> Vec<u8> {
    let mut out = content.to_vec();
    let (mut at, mut marks) = (0, false);
    while let Some((start, end)) = next_word(content, at) {
        at = end;
        match &content[start..end] {
            [b'/', name @ ..] if name == REGISTRATION.as_bytes() => marks = true,
            b"q" | b"Q" => marks = false,
            b"S" if marks => out[start] = b'n',
            _ => {}
        }
    }
    out
}

fn saved(document: &mut Document, about: usize) -> Result<Vec<u8>, lopdf::Error> {
    let mut out = Vec::with_capacity(about + 512);
    document.save_to(&mut out)?;
    Ok(out)
}

/// The registration colour, and for machines without spot colours all four inks in its place.
fn registration(document: &mut Document) -> ObjectId {
    let numbers = |list: &[i64]| Object::Array(list.iter().map(|n| Object::Integer(*n)).collect());
    let name = |name: &str| Object::Name(name.as_bytes().to_vec());
    let tint = dictionary! {
        "FunctionType" => 2,
        "Domain" => numbers(&[0, 1]),
        "C0" => numbers(&[0, 0, 0, 0]),
        "C1" => numbers(&[1, 1, 1, 1]),
        "N" => 1,
    };
    let space = vec![
        name("Separation"),
        name("All"),
        name("DeviceCMYK"),
        Object::Dictionary(tint),
    ];
    document.add_object(Object::Array(space))
}

/// Puts a page's marks into the registration colour.
fn marks(document: &mut Document, page: ObjectId, colour: ObjectId) -> Result<(), lopdf::Error> {
    let mut found = false;
    for id in document.get_page_contents(page) {
        let Object::Stream(stream) = document.get_object(id)? else {
            continue;
        };
        let Some(changed) = in_registration(&stream.get_plain_content()?) else {
            continue;
        };
        let mut changed = Stream::new(Dictionary::new(), changed);
        changed.compress()?;
        document.set_object(id, changed);
        found = true;
    }
    if found {
        let resources = document.get_or_create_resources(page)?.as_dict_mut()?;
        if !resources.has(b"ColorSpace") {
            resources.set("ColorSpace", Dictionary::new());
        }
        let spaces = resources.get_mut(b"ColorSpace")?.as_dict_mut()?;
        spaces.set(REGISTRATION, Object::Reference(colour));
    }
    Ok(())
}

/// Instructions with every stroke on all plates turned to the registration colour; `None` when
/// there is none.
fn in_registration(content: &[u8]) -> Option<Vec<u8>> {
    let (mut out, mut copied) = (Vec::with_capacity(content.len() + 64), 0);
    let mut last: Vec<(usize, usize)> = Vec::with_capacity(ALL_PLATES.len());
    let mut at = 0;
    while let Some((start, end)) = next_word(content, at) {
        at = end;
        if last.len() == ALL_PLATES.len() {
            last.remove(0);
        }
        last.push((start, end));
        let words = last.iter().map(|(start, end)| &content[*start..*end]);
        if words.eq(ALL_PLATES) {
            out.extend_from_slice(&content[copied..last[0].0]);
            out.extend_from_slice(format!("/{REGISTRATION} CS 1 SCN").as_bytes());
            copied = end;
            last.clear();
        }
    }
    out.extend_from_slice(&content[copied..]);
    (copied > 0).then_some(out)
}

/// The next word of instructions from a place on, strings being one word each.
fn next_word(content: &[u8], from: usize) -> Option<(usize, usize)> {
    let is_space = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    let start = from
        + content
            .get(from..)?
            .iter()
            .position(|byte| !is_space(byte))?;
    let rest = &content[start..];
    let length = match rest[0] {
        b'(' => string_length(rest),
        b'<' => rest
            .iter()
            .position(|b| *b == b'>')
            .map_or(rest.len(), |n| n + 1),
        b'[' | b']' | b'>' | b')' | b'{' | b'}' => 1,
        _ => {
            let ends = |byte: &u8| is_space(byte) || b"()<>[]{}/".contains(byte);
            1 + rest[1..].iter().position(ends).unwrap_or(rest.len() - 1)
        }
    };
    Some((start, start + length))
}

/// How long a string in parentheses is, with those inside it.
fn string_length(rest: &[u8]) -> usize {
    let (mut depth, mut escaped) = (0_usize, false);
    for (at, byte) in rest.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' if depth <= 1 => return at + 1,
            b')' => depth -= 1,
            _ => {}
        }
    }
    rest.len()
}

fn rectangle(object: &Object) -> Result<[f32; 4], lopdf::Error> {
    let corners = object.as_array()?;
    let mut rectangle = [0.0; 4];
    for (corner, object) in rectangle.iter_mut().zip(corners) {
        *corner = object.as_float()?;
    }
    Ok(rectangle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_on_all_plates_are_marks() {
        let turned = |content: &str| {
            let found = in_registration(content.as_bytes());
            found.map(|bytes| String::from_utf8(bytes).unwrap_or_default())
        };
        assert_eq!(
            turned("q 1 1 1 1 K 0.3 w\n1 0 0 1 k Q").as_deref(),
            Some("q /ChRegistration CS 1 SCN 0.3 w\n1 0 0 1 k Q")
        );
        for other in [
            "1 1 1 1 k",
            "0 1 1 1 K",
            "(1 1 1 1 K) Tj",
            "(a\\) 1 1 1 1 K) Tj",
            "<31>Tj 0 G",
        ] {
            assert_eq!(turned(other), None, "{other}");
        }
        let content = b"q /ChRegistration CS 1 SCN 0 0 m 1 1 l S Q q 0 G 0 0 m 1 1 l S Q";
        let left = String::from_utf8(undrawn(content)).unwrap_or_default();
        assert_eq!(
            left,
            "q /ChRegistration CS 1 SCN 0 0 m 1 1 l n Q q 0 G 0 0 m 1 1 l S Q"
        );
    }
}
