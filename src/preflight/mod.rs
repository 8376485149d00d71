//! Reads finished PDFs back from their bytes, as a print shop does before it
//! prints, and says what would go wrong. It takes nobody's word for what is in them.

mod codes;
mod fault;
mod geometry;
mod passages;
mod read;
mod report;
mod rules;
mod site;
mod wanted;

use std::sync::Arc;

use hayro::hayro_syntax::Pdf;
use serde::{Deserialize, Serialize};

use crate::cache::{Cache, CacheKey};
use geometry::{Area, MM};
use read::{DrawnKind, Reading};
use rules::Faults;

pub use fault::{Edge, PageBox, PreflightFault, Reader, Standard, Thing};
pub use passages::Statements;
pub use report::{Facts, FontFact, Report};
pub(crate) use site::LeafletChecks;
pub(crate) use site::check;
pub use wanted::Wanted;

/// Looks a PDF through. Never fails: what cannot be read is a fault.
#[must_use]
pub fn inspect(bytes: &[u8], wanted: &Wanted) -> Report {
    compare(look(bytes, wanted), wanted)
}

/// The same; what was seen in a PDF of the same bytes is kept, since reading takes its time. What
/// it says is compared with the statements each time.
fn inspect_once(bytes: &[u8], wanted: &Wanted, cache: &Cache) -> Report {
    let Ok(asked) = serde_json::to_vec(wanted) else {
        return inspect(bytes, wanted);
    };
    let key = CacheKey::new("preflight").with(asked).with(bytes);
    let kept = cache.get(&key);
    let seen = kept.and_then(|kept| serde_json::from_slice(&kept).ok());
    let seen = seen.unwrap_or_else(|| {
        let seen = look(bytes, wanted);
        if let Ok(bytes) = serde_json::to_vec(&seen) {
            cache.put(&key, &bytes);
        }
        seen
    });
    compare(seen, wanted)
}

/// Compares what a PDF says with what was said.
fn compare(seen: PdfSummary, wanted: &Wanted) -> Report {
    let mut report = seen.report;
    let (same, altered) = wanted.statements.compare(&seen.words);
    let mut faults = Faults::default();
    for passages::Altered { printed, written } in altered {
        faults.of_all(PreflightFault::Passage { printed, written });
    }
    report.faults.extend(faults.into_all());
    report.facts.sentences = same;
    report
}

/// What can be told of a PDF without knowing what it ought to say, and what it says.
#[derive(Serialize, Deserialize)]
struct PdfSummary {
    report: Report,
    words: String,
}

fn look(bytes: &[u8], wanted: &Wanted) -> PdfSummary {
    let mut faults = Faults::default();
    let data: Arc<Vec<u8>> = Arc::new(bytes.to_vec());
    let Ok(pdf) = Pdf::new(data) else {
        faults.of_all(PreflightFault::Unreadable);
        let report = Report {
            faults: faults.into_all(),
            facts: Facts::default(),
        };
        let words = String::new();
        return PdfSummary { report, words };
    };
    let reading = read::read(&pdf);
    rules::apply(&reading, wanted, &mut faults);
    let codes = codes(&pdf, &reading, wanted, &mut faults);
    PdfSummary {
        report: Report {
            faults: faults.into_all(),
            facts: Facts {
                codes,
                ..facts(&reading, wanted)
            },
        },
        words: said(&reading, wanted),
    }
}

/// What the QR codes read; each address that is wanted has one, and none leads elsewhere.
fn codes(pdf: &Pdf, reading: &Reading, wanted: &Wanted, faults: &mut Faults) -> Vec<String> {
    let Some(address) = wanted.addresses.first() else {
        return Vec::new();
    };
    let pages = || reading.pages.iter().zip(pdf.pages().iter());
    let mut found: Vec<(usize, String)> = Vec::new();
    for (at, (page, own)) in pages().enumerate() {
        found.extend(codes::read(page, own).into_iter().map(|code| (at, code)));
    }
    let leads = |(_, code): &(usize, String)| wanted.addresses.contains(code);
    if !missing(wanted, &found).is_empty() && found.iter().all(leads) {
        for (at, (page, own)) in pages().enumerate() {
            let more = codes::search(page, own).into_iter().map(|code| (at, code));
            let more: Vec<_> = more.filter(|code| !found.contains(code)).collect();
            found.extend(more);
        }
    }
    for (at, code) in found.iter().filter(|code| !leads(code)) {
        faults.on(
            *at,
            PreflightFault::WrongCode {
                found: code.clone(),
                address: address.clone(),
            },
        );
    }
    // A code that leads elsewhere has been told of already, by the address that it should have.
    if found.iter().all(leads) {
        for address in missing(wanted, &found) {
            faults.of_all(PreflightFault::NoCode { address });
        }
    }
    found.into_iter().map(|(_, code)| code).collect()
}

/// The addresses that no code leads to, each as often as codes are missing.
fn missing(wanted: &Wanted, found: &[(usize, String)]) -> Vec<String> {
    let mut left: Vec<&String> = found.iter().map(|(_, code)| code).collect();
    let lacks = |address: &&String| match left.iter().position(|code| code == address) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    };
    wanted.addresses.iter().filter(lacks).cloned().collect()
}

/// The words of all pages in the order in which they are drawn, without the readings beside
/// characters. Where text goes on from page to page, the line at the foot of each, which comes
/// between a sentence and its end, comes last.
fn said(reading: &Reading, wanted: &Wanted) -> String {
    /// What stands as low as the lowest line, give or take so many points, is on that line.
    const LINE: f64 = 4.0;
    let (mut words, mut feet) = (String::new(), String::new());
    for page in &reading.pages {
        let inside = rules::inside(page, wanted);
        let texts = inside.filter(|drawn| matches!(drawn.what, DrawnKind::Text { .. }));
        let lowest = texts.map(|drawn| drawn.area.y0).reduce(f64::min);
        let is_foot = |drawn: &read::DrawnItem| {
            wanted.flows && lowest.is_some_and(|lowest| drawn.area.y0 < lowest + LINE)
        };
        for (at, drawn) in page.drawn.iter().enumerate() {
            match &drawn.what {
                DrawnKind::Text { words: own, .. } if !rules::is_reading(&page.drawn, at) => {
                    let to = if is_foot(drawn) {
                        &mut feet
                    } else {
                        &mut words
                    };
                    to.push_str(own);
                }
                _ => {}
            }
        }
    }
    words + "\n" + &feet
}

/// The words of a PDF in the order in which they are drawn; empty where it cannot be read.
#[must_use]
pub fn words(bytes: &[u8]) -> String {
    words_of_pages(bytes).concat()
}

/// The words of each page of a PDF in the order in which they are drawn.
#[must_use]
pub fn words_of_pages(bytes: &[u8]) -> Vec<String> {
    let Ok(pdf) = Pdf::new(Arc::new(bytes.to_vec())) else {
        return Vec::new();
    };
    let words = |drawn: &DrawnKind| match drawn {
        DrawnKind::Text { words, .. } => Some(words.clone()),
        _ => None,
    };
    let pages = read::read(&pdf).pages;
    let all = pages.iter().map(|page| &page.drawn);
    all.map(|drawn| {
        drawn
            .iter()
            .filter_map(|drawn| words(&drawn.what))
            .collect()
    })
    .collect()
}

/// What was measured.
fn facts(reading: &Reading, wanted: &Wanted) -> Facts {
    let size = |area: Area| (area.width() / MM, area.height() / MM);
    let first = reading.pages.first();
    let inside = || {
        let pages = reading.pages.iter();
        pages.flat_map(|page| rules::inside(page, wanted).map(move |drawn| (page, drawn)))
    };
    let mut spaces: Vec<String> = reading
        .pages
        .iter()
        .flat_map(|page| &page.drawn)
        .map(|d| d.colour.space.name())
        .collect();
    spaces.sort();
    spaces.dedup();
    let mut type_size: Option<f64> = None;
    for page in &reading.pages {
        for (at, drawn) in page.drawn.iter().enumerate() {
            if let DrawnKind::Text { size, words, .. } = &drawn.what
                && !words.trim().is_empty()
                && !rules::is_reading(&page.drawn, at)
            {
                type_size = Some(type_size.map_or(*size, |least| least.min(*size)));
            }
        }
    }
    let line = |what: &DrawnKind| match what {
        DrawnKind::Stroke { width } => Some(*width),
        _ => None,
    };
    let dpi = |what: &DrawnKind| match what {
        DrawnKind::Picture { dpi, .. } => Some(*dpi),
        _ => None,
    };
    Facts {
        version: reading.version.clone(),
        pages: reading.pages.len(),
        media: first.map_or((0.0, 0.0), |page| size(page.media)),
        bleed: first.and_then(|page| page.bleed).map(size),
        trim: first.and_then(|page| page.trim).map(size),
        fonts: reading.fonts.iter().map(fact).collect(),
        spaces,
        ink: match wanted.reader {
            Reader::Press => inside()
                .filter_map(|(_, drawn)| rules::ink(drawn))
                .reduce(f64::max),
            Reader::Office => None,
        },
        type_size,
        line: inside()
            .filter_map(|(_, drawn)| line(&drawn.what))
            .reduce(f64::min),
        nearest: reading
            .pages
            .iter()
            .filter_map(|page| rules::nearest(page, wanted))
            .reduce(f64::min),
        dpi: inside()
            .filter_map(|(_, drawn)| dpi(&drawn.what))
            .reduce(f64::min),
        codes: Vec::new(),
        sentences: 0,
    }
}

fn fact(font: &read::Font) -> FontFact {
    FontFact {
        name: font.name.clone(),
        kind: font.kind.clone(),
        embedded: font.embedded,
        subset: font.subset,
    }
}
