//! Imposition: pages of a finished PDF laid out on larger sheets, as forms, so that type stays
//! type. For convenience-store copiers and home printers.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// How pages come to lie on sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// Each page twice, side by side.
    TwoUp,
    /// Each page four times.
    FourUp,
    /// A booklet to be folded in the middle: the pages of a sheet beside each other.
    Booklet,
}

/// A paper that copiers have (ISO 216 and JIS P 0138): name, shorter and longer side in mm.
const PAPERS: [(&str, f64, f64); 4] = [
    ("B5", 182.0, 257.0),
    ("A4", 210.0, 297.0),
    ("B4", 257.0, 364.0),
    ("A3", 297.0, 420.0),
];

/// Sheets that were laid out.
#[derive(Debug)]
pub(crate) struct Imposed {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// The paper's name.
    pub paper: &'static str,
    /// How many sides are printed.
    pub sides: usize,
}

/// Lays out a PDF whose pages are `page` millimetres wide and high. `None` when no copier has a
/// paper large enough, or the PDF cannot be read.
#[must_use]
pub(crate) fn impose(pdf: &[u8], page: (f64, f64), scheme: Scheme) -> Option<Imposed> {
    let (columns, rows) = match scheme {
        Scheme::TwoUp | Scheme::Booklet => (2.0, 1.0),
        Scheme::FourUp => (2.0, 2.0),
    };
    let (paper, sheet) = paper((page.0 * columns, page.1 * rows))?;
    let mut source = Document::load_mem(pdf).ok()?;
    let pages: Vec<ObjectId> = source.get_pages().into_values().collect();
    let forms: Vec<ObjectId> = pages
        .iter()
        .map(|id| form(&mut source, *id, page))
        .collect::<Option<_>>()?;
    let sides = match scheme {
        Scheme::TwoUp => forms.iter().map(|form| vec![Some(*form); 2]).collect(),
        Scheme::FourUp => forms.iter().map(|form| vec![Some(*form); 4]).collect(),
        Scheme::Booklet => booklet(&forms),
    };
    let pdf = sheets(source, &sides, page, sheet, scheme)?;
    Some(Imposed {
        pdf,
        paper,
        sides: sides.len(),
    })
}

/// The smallest paper that holds so much, and its sides as it is laid.
fn paper(need: (f64, f64)) -> Option<(&'static str, (f64, f64))> {
    let ways = |(name, short, long): (&'static str, f64, f64)| {
        [(name, (short, long)), (name, (long, short))]
    };
    PAPERS
        .into_iter()
        .flat_map(ways)
        .find(|(_, sheet)| sheet.0 + 0.01 >= need.0 && sheet.1 + 0.01 >= need.1)
}

/// The pages of each side of a booklet, left and right: on the front of sheet `i`, counted from
/// 0, pages N−2i and 1+2i; on its back 2+2i and N−1−2i.
fn booklet<T: Copy>(pages: &[T]) -> Vec<Vec<Option<T>>> {
    let all = pages.len().next_multiple_of(4);
    let page = |number: usize| pages.get(number - 1).copied();
    let sheet = |i: usize| {
        [
            vec![page(all - 2 * i), page(1 + 2 * i)],
            vec![page(2 + 2 * i), page(all - 1 - 2 * i)],
        ]
    };
    (0..all / 4).flat_map(sheet).collect()
}

/// A page as a form (ISO 32000-1 §8.10), `size` millimetres wide and high.
fn form(document: &mut Document, id: ObjectId, size: (f64, f64)) -> Option<ObjectId> {
    let content = document.get_page_content(id);
    let page = document.get_dictionary(id).ok()?;
    let resources = page.get(b"Resources").ok().cloned().unwrap_or_else(|| {
        let (own, inherited) = document
            .get_page_resources(id)
            .unwrap_or((None, Vec::new()));
        let inherited = inherited.first().map(|id| Object::Reference(*id));
        inherited
            .or(own.cloned().map(Object::Dictionary))
            .unwrap_or_else(|| Dictionary::new().into())
    });
    let frame = [0.0, 0.0, size.0 * MM, size.1 * MM].map(number);
    let mut stream = Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => frame.to_vec(),
            "Resources" => resources,
        },
        content,
    );
    stream.compress().ok()?;
    Some(document.add_object(stream))
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "PDF numbers are single precision"
)]
fn number(value: f64) -> Object {
    Object::Real(value as f32)
}

/// Writes the sheets into a document that held the pages; what claims that it is tagged or keeps
/// a standard, which forms would make untrue, is taken out.
fn sheets(
    mut document: Document,
    sides: &[Vec<Option<ObjectId>>],
    page: (f64, f64),
    sheet: (f64, f64),
    scheme: Scheme,
) -> Option<Vec<u8>> {
    let tree = document
        .catalog()
        .ok()?
        .get(b"Pages")
        .ok()?
        .as_reference()
        .ok()?;
    let mut kids = Vec::new();
    for side in sides {
        let content = Content {
            operations: drawing(side.len(), page, sheet, scheme, side),
        };
        let content = document.add_object(Stream::new(dictionary! {}, content.encode().ok()?));
        let mut forms = Dictionary::new();
        for (at, form) in side.iter().enumerate() {
            if let Some(form) = form {
                forms.set(format!("P{at}"), Object::Reference(*form));
            }
        }
        let own = dictionary! {
            "Type" => "Page",
            "Parent" => Object::Reference(tree),
            "MediaBox" => [0.0, 0.0, sheet.0 * MM, sheet.1 * MM].map(number).to_vec(),
            "Resources" => dictionary! { "XObject" => forms },
            "Contents" => Object::Reference(content),
        };
        kids.push(Object::Reference(document.add_object(own)));
    }
    let pages = document.get_dictionary_mut(tree).ok()?;
    pages.set("Count", i64::try_from(kids.len()).ok()?);
    pages.set("Kids", kids);
    let catalog = document.catalog_mut().ok()?;
    for key in [
        "StructTreeRoot",
        "MarkInfo",
        "Metadata",
        "Outlines",
        "OutputIntents",
        "Names",
        "Dests",
    ] {
        catalog.remove(key.as_bytes());
    }
    document.version = "1.7".into();
    document.prune_objects();
    document.renumber_objects();
    let mut out = Vec::new();
    document.save_to(&mut out).ok()?;
    Some(out)
}

/// The instructions of a side: each form in its place, and where to cut.
fn drawing(
    count: usize,
    page: (f64, f64),
    sheet: (f64, f64),
    scheme: Scheme,
    side: &[Option<ObjectId>],
) -> Vec<Operation> {
    let columns = 2_u8;
    let rows = if count > 2 { 2_u8 } else { 1 };
    let left = (sheet.0 - f64::from(columns) * page.0) / 2.0;
    let low = (sheet.1 - f64::from(rows) * page.1) / 2.0;
    let mut all = Vec::new();
    let mut add =
        |operator: &str, operands: Vec<Object>| all.push(Operation::new(operator, operands));
    let places = (0..rows)
        .rev()
        .flat_map(|row| (0..columns).map(move |column| (column, row)));
    for (at, ((column, row), form)) in places.zip(side).enumerate() {
        if form.is_none() {
            continue;
        }
        let x = left + f64::from(column) * page.0;
        let y = low + f64::from(row) * page.1;
        add("q", vec![]);
        add(
            "cm",
            [1.0, 0.0, 0.0, 1.0, x * MM, y * MM].map(number).to_vec(),
        );
        add("Do", vec![Object::Name(format!("P{at}").into_bytes())]);
        add("Q", vec![]);
    }
    if scheme != Scheme::Booklet {
        add("G", vec![number(0.35)]);
        add("w", vec![number(0.3)]);
        for (from, to) in cuts((left, low), (columns, rows), page, sheet) {
            add("m", [from.0 * MM, from.1 * MM].map(number).to_vec());
            add("l", [to.0 * MM, to.1 * MM].map(number).to_vec());
            add("S", vec![]);
        }
    }
    all
}

type Segment = ((f64, f64), (f64, f64));

/// Where to cut: a short line at both ends of each cut, on the cut itself or beside the pages,
/// from where copiers begin to print; and a cross where cuts meet.
fn cuts(
    start: (f64, f64),
    (columns, rows): (u8, u8),
    page: (f64, f64),
    sheet: (f64, f64),
) -> Vec<Segment> {
    /// Copiers print from here on, in millimetres from the edge.
    const EDGE: f64 = 3.0;
    /// The length of a mark.
    const LONG: f64 = 6.0;
    let at = |start: f64, size: f64, step: u8| start + f64::from(step) * size;
    let mut lines = Vec::new();
    // An edge of the paper need not be cut.
    let needed = |place: f64, size: f64| place > EDGE && place < size - EDGE;
    let xs: Vec<f64> = (0..=columns)
        .map(|step| at(start.0, page.0, step))
        .filter(|x| needed(*x, sheet.0))
        .collect();
    let ys: Vec<f64> = (0..=rows)
        .map(|step| at(start.1, page.1, step))
        .filter(|y| needed(*y, sheet.1))
        .collect();
    for x in &xs {
        lines.push(((*x, EDGE), (*x, EDGE + LONG)));
        lines.push(((*x, sheet.1 - EDGE - LONG), (*x, sheet.1 - EDGE)));
    }
    for y in &ys {
        lines.push(((EDGE, *y), (EDGE + LONG, *y)));
        lines.push(((sheet.0 - EDGE - LONG, *y), (sheet.0 - EDGE, *y)));
    }
    for x in &xs {
        for y in &ys {
            lines.push(((*x - LONG / 2.0, *y), (*x + LONG / 2.0, *y)));
            lines.push(((*x, *y - LONG / 2.0), (*x, *y + LONG / 2.0)));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_a_booklet_meet_when_it_is_folded() {
        let sides = booklet(&[1, 2, 3, 4, 5, 6, 7, 8]);
        let numbers: Vec<Vec<i32>> = sides
            .into_iter()
            .map(|side| side.into_iter().flatten().collect())
            .collect();
        assert_eq!(numbers, [[8, 1], [2, 7], [6, 3], [4, 5]]);
        assert_eq!(booklet(&[1, 2]), [[None, Some(1)], [Some(2), None]]);
    }

    #[test]
    fn the_smallest_paper_of_a_copier_is_taken() {
        assert_eq!(paper((296.0, 210.0)), Some(("A4", (297.0, 210.0))));
        assert_eq!(paper((200.0, 296.0)), Some(("A4", (210.0, 297.0))));
        assert_eq!(paper((364.0, 257.0)), Some(("B4", (364.0, 257.0))));
        assert_eq!(paper((420.0, 297.0)), Some(("A3", (420.0, 297.0))));
        assert_eq!(paper((594.0, 420.0)), None);
    }

    /// Four postcards: three cuts across and two or three down; nothing at the paper's edge.
    #[test]
    fn cuts_lie_between_the_pages() {
        let lines = cuts((5.0, 0.5), (2, 2), (100.0, 148.0), (210.0, 297.0));
        let down: Vec<f64> = lines
            .iter()
            .filter(|(a, b)| (a.0 - b.0).abs() < 0.01)
            .map(|(a, _)| a.0)
            .collect();
        assert!([5.0, 105.0, 205.0].iter().all(|x| down.contains(x)));
        let across = lines.iter().filter(|(a, b)| (a.1 - b.1).abs() < 0.01);
        assert!(across.clone().all(|(a, _)| (a.1 - 148.5).abs() < 0.01));
        assert!(across.count() >= 5);
    }
}
