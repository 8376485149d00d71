//! Malformed PDFs: torn off, with bytes changed, with senseless figures. They are faults, and never
//! a panic.

use super::*;

/// Numbers that follow no pattern, the same in every run.
fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(seed >> 33).unwrap() % below
    }
}

#[test]
fn torn_off_anywhere() {
    for reader in [Reader::Office, Reader::Press] {
        let whole = good(reader);
        for part in 0..5 {
            let torn = &whole[..whole.len() * part / 5];
            assert!(
                !inspect(torn, &wanted(reader)).passed(),
                "{reader:?} {part}"
            );
        }
    }
}

#[test]
fn bytes_changed_anywhere() {
    let mut below = numbers(7);
    for round in 0..8 {
        let reader = [Reader::Office, Reader::Press][round % 2];
        let mut bytes = good(reader).to_vec();
        for _ in 0..=below(40) {
            let at = below(bytes.len());
            bytes[at] = u8::try_from(below(256)).unwrap();
        }
        let _ = inspect(&bytes, &wanted(reader));
    }
}

/// Instructions read in the clear, words of them exchanged, left out and written twice.
#[test]
fn instructions_in_disorder() {
    let mut below = numbers(11);
    let mut document = Document::load_mem(good(Reader::Press)).unwrap();
    let id = document.get_pages()[&1];
    let content = document.get_page_content(id);
    let words: Vec<&[u8]> = content.split(u8::is_ascii_whitespace).collect();
    for _ in 0..5 {
        let mut mixed = words.clone();
        for _ in 0..200 {
            let (a, b) = (below(mixed.len()), below(mixed.len()));
            match below(3) {
                0 => mixed.swap(a, b),
                1 => mixed[a] = b"",
                _ => mixed[a] = words[b],
            }
        }
        let stream = Stream::new(dictionary! {}, mixed.join(&b' '));
        let stream = document.add_object(stream);
        document
            .get_dictionary_mut(id)
            .unwrap()
            .set("Contents", stream);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        let _ = inspect(&bytes, &wanted(Reader::Press));
    }
}

#[test]
fn senseless_figures() {
    for figures in [
        "99999999999999999999 0 0 1e38 200 300 cm 0 0 1 1 re f",
        "0 0 0 0 0 0 cm 0 0 1 1 re f BT /FtNone 0 Tf (A) Tj ET",
        "-1 0 0 -1 0 0 cm 0 0 0 1 k 1e30 w -1e30 -1e30 m 1e30 1e30 l S",
        "0 w 0 0 m 0 0 l S 1 1 m h f re f cm Tj TJ Do gs sh scn",
        "BT /FtNone -9999999999 Tf -1e30 Tz 99999999 Tr <41> Tj [(A) -1e38 (B)] TJ ET",
        "Q Q Q Q q q q q q q q q BT BT ET ET EMC BDC",
        "/DeviceCMYK cs scn 1 scn 1 2 3 4 5 6 7 8 scn 0 0 9 9 re f",
        "BI /W 4000000000 /H 4000000000 /CS /RGB /BPC 16 ID x EI",
    ] {
        let _ = drawn(figures);
    }
    for sides in [[0, 0, 0, 0], [9, 9, -9, -9], [0, 0, i64::MAX, i64::MAX]] {
        for key in ["MediaBox", "TrimBox", "BleedBox", "CropBox"] {
            let report = changed(Reader::Press, |document| {
                page(document).set(key, sides.map(Object::Integer).to_vec());
            });
            // More than all of the sheet is all of it.
            let passes = key == "CropBox" && sides[3] == i64::MAX;
            assert_eq!(report.passed(), passes, "{key} {sides:?}");
        }
    }
    for unit in [0.0, -1.0, 1e30] {
        let report = changed(Reader::Press, |document| {
            page(document).set("UserUnit", unit);
        });
        assert!(!report.passed(), "a unit of {unit}");
    }
}
