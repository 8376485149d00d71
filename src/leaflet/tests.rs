//! What is left out of leaflets, and in which order.

use std::borrow::Cow;

use super::LeftOut;
use super::content::{
    Attribution, ChartPart, FigurePart, Imprint, LeafletContent, LeafletPanel, LeafletPart,
    NotePart, PanelFoot, PanelHead, PointPart, QuotePart, SaidAt, SheetKind, VoicePart,
};
use super::cut::{Cut, chosen, last_resort, levels, shortened};
use crate::base::{ByLang, ChartKind, Design, Lang, OutPath, PanelName, QrChoice};
use crate::model::text::{Block, Inline, plain, plain_blocks};
use crate::site::{ChartText, Photo, Publisher, Standing, Target, Version};

fn line(text: &str) -> Vec<Inline<Target>> {
    vec![Inline::Text(text.to_owned())]
}

fn paragraph(text: &str) -> Block<Target> {
    Block::Paragraph(line(text))
}

const fn ja(text: &str) -> Version<'_, str> {
    let lang = Lang::JA;
    Version { lang, text }
}

const WHO: Attribution<'static> = Attribution {
    name: ja("見本"),
    reading: None,
    standing: Standing {
        affiliation: Some(ja("見本の会（見会）")),
        role: Some(ja("会長")),
    },
    photo: None,
};

fn picture() -> &'static Photo {
    Box::leak(Box::new(Photo {
        path: OutPath::parse("images/mihon.jpg").unwrap(),
        alt: ByLang::default(),
        credit: None,
        print: true,
    }))
}

fn lead(whole: bool) -> LeafletPart<'static> {
    LeafletPart::Lead {
        blocks: Cow::Owned(vec![paragraph("一つ。二つ。"), paragraph("三つ。")]),
        whole,
    }
}

fn point(whole: bool) -> LeafletPart<'static> {
    LeafletPart::Point(PointPart {
        lang: Lang::JA,
        number: None,
        heading: Cow::Owned(line("見本")),
        blocks: Cow::Owned(vec![paragraph("一つ。二つ。"), paragraph("三つ。")]),
        by: Some(WHO),
        said_at: SaidAt::default(),
        whole,
        strong: false,
    })
}

/// A point that is called so, of so many sentences.
fn called(heading: &str, sentences: usize, strong: bool) -> LeafletPart<'static> {
    let LeafletPart::Point(own) = point(false) else {
        panic!("a point");
    };
    LeafletPart::Point(PointPart {
        number: Some(0),
        heading: Cow::Owned(line(heading)),
        blocks: Cow::Owned(vec![paragraph(&"文。".repeat(sentences))]),
        strong,
        ..own
    })
}

/// The points of some parts: the number of each, and what it is called.
fn points(parts: &[LeafletPart<'_>]) -> Vec<(Option<usize>, String)> {
    let points = parts.iter().filter_map(|part| match part {
        LeafletPart::Point(point) => Some((point.number, plain(&point.heading))),
        _ => None,
    });
    points.collect()
}

fn quote(second: bool, spare: bool) -> LeafletPart<'static> {
    LeafletPart::Quote(QuotePart {
        lang: Lang::JA,
        text: Cow::Owned(line("見本")),
        by: WHO.without_gloss(),
        said_at: SaidAt::default(),
        place: String::new(),
        spoken: false,
        spare,
        second,
    })
}

fn note(spare: bool) -> LeafletPart<'static> {
    LeafletPart::Note(NotePart {
        lang: Lang::JA,
        name: "見本",
        text: Cow::Owned(line("説明")),
        spare,
    })
}

fn voice() -> LeafletPart<'static> {
    LeafletPart::Voice(VoicePart {
        lang: Lang::JA,
        by: WHO,
        said_at: SaidAt::default(),
        text: Cow::Owned(line("一つ。二つ。")),
        title: Cow::Owned(line("題名")),
        spoken: true,
        titled: false,
        spare: false,
    })
}

fn chart() -> LeafletPart<'static> {
    let chart = ChartText {
        kind: ChartKind::Bars,
        title: line("見本"),
        rows: Vec::new(),
        source: None,
    };
    LeafletPart::Chart(ChartPart {
        chart: Box::leak(Box::new(chart)),
        title: Cow::Owned(line("見本")),
        labels: Vec::new(),
        source: None,
    })
}

fn panel(parts: Vec<LeafletPart<'static>>) -> LeafletPanel<'static> {
    LeafletPanel {
        called: PanelName::Front,
        side: 0,
        x: 0.0,
        width: 210.0,
        head: PanelHead::Hook,
        foot: PanelFoot::Call,
        parts,
    }
}

fn content<'p>(
    publisher: &'p Publisher,
    kind: SheetKind,
    parts: Vec<LeafletPart<'static>>,
) -> LeafletContent<'p> {
    LeafletContent {
        lang: Lang::JA,
        kind,
        design: Design::Title,
        drawing: None,
        title: Cow::Borrowed(&[]),
        hook: Cow::Borrowed(&[]),
        pull: None,
        figure: None,
        tab: None,
        kicker: None,
        by: None,
        portrait: None,
        panels: vec![panel(parts)],
        tail: None,
        events: Vec::new(),
        call: None,
        publisher,
        address: None,
        qr: QrChoice::default(),
        imprint: Imprint::default(),
        withheld: Vec::new(),
    }
}

/// Every level of every kind of leaflet gives up more than the one before, in the one order.
#[test]
fn every_level_gives_up_more_in_the_stated_order() {
    let publisher = Publisher::default();
    for kind in [
        SheetKind::Statement,
        SheetKind::Topic,
        SheetKind::Event,
        SheetKind::Panels,
    ] {
        let whole = kind.is_whole();
        let mut parts = vec![lead(!whole)];
        // The first are the longest, so that the shortest are others.
        parts.extend((0..9).map(|at| {
            if whole {
                called("見本", 9 - at, false)
            } else {
                point(true)
            }
        }));
        parts.extend([quote(false, true), quote(true, true), note(true), chart()]);
        if whole {
            parts.push(LeafletPart::Figures(vec![FigurePart {
                value: &[],
                caption: Cow::Owned(line("見本")),
                source: None,
            }]));
        } else {
            parts.extend([voice(), LeafletPart::Picture(picture())]);
        }
        let first = parts.iter_mut().find_map(|part| match part {
            LeafletPart::Point(point) => Some(point),
            _ => None,
        });
        first.unwrap().blocks.to_mut().push(shown());
        let content = content(&publisher, kind, parts);
        let (all, easy) = levels(kind);
        assert!(easy < all.len());
        let left = all.iter().map(|cut| chosen(&content, &[*cut]));
        let (left, given_up): (Vec<_>, Vec<_>) = left
            .map(|(left, mut steps)| {
                steps.retain(|step| *step != LeftOut::Quote);
                (left.panels[0].parts.clone(), steps)
            })
            .unzip();
        assert!(given_up[0].is_empty(), "{given_up:?}");
        for pair in given_up.windows(2) {
            assert!(pair[0].is_sorted(), "{pair:?}");
            // Without its charts a leaflet has room for more points again.
            let goes_on = pair[0].contains(&LeftOut::Charts) == pair[1].contains(&LeftOut::Charts);
            assert!(
                !goes_on || pair[0].last() <= pair[1].last(),
                "{kind:?}: {pair:?}"
            );
        }
        for (at, parts) in left.iter().enumerate() {
            let same = left[..at].iter().position(|before| before == parts);
            assert_eq!(same, None, "{kind:?}: {:?} is {:?}", all[at], parts);
        }
        // The passage printed large is the last to give way before type does, or stays with three points.
        let stays = |parts: &Vec<LeafletPart<'_>>| parts.contains(&quote(false, true));
        let first = left.iter().position(|parts| !stays(parts)).unwrap();
        let last_with = match kind {
            SheetKind::Statement => Cut::whole(3),
            SheetKind::Topic | SheetKind::Event => Cut::passages(3),
            _ => Cut::to(LeftOut::CoverPicture),
        };
        assert_eq!(all[first - 1], last_with, "{kind:?}");
        assert_eq!(all[first], last_with.unquoted(), "{kind:?}");
        assert!(whole || first + 1 == easy, "{kind:?}");
        assert!(!stays(&left[all.len() - 1]));
        // A chart stays as long as one point is told in full; what comes then tells more of them.
        let has_chart = |parts: &Vec<LeafletPart<'_>>| parts.contains(&chart());
        let charted = left.iter().take_while(|parts| has_chart(parts)).count();
        assert!(left[charted..].iter().all(|parts| !has_chart(parts)));
        let ends = (all[charted - 1].whole, all[charted].charts);
        assert_eq!(ends, (usize::from(whole), true), "{kind:?}");
    }
}

/// A picture in the text.
fn shown() -> Block<Target> {
    Block::Paragraph(vec![Inline::Image {
        src: Target::File(picture().path.clone()),
        alt: "見本".to_owned(),
    }])
}

/// What stands between the summary and the points is left out before they are.
#[test]
fn a_lead_is_cut_to_its_summary_before_points_are() {
    let cuts = [
        Cut::NONE,
        Cut::to(LeftOut::Summaries),
        Cut::to(LeftOut::Intro),
        Cut::whole(3),
    ];
    let lengths = |parts: Vec<LeafletPart<'static>>| {
        let panel = panel(parts);
        cuts.map(|cut| match &shortened(&panel, &cut).parts[0] {
            LeafletPart::Lead { blocks, .. } => blocks.len(),
            other => panic!("{other:?}"),
        })
    };
    assert_eq!(lengths(vec![lead(false), point(false)]), [2, 2, 1, 1]);
    // All of it stays where it is all that there is, and where staff wrote it for this leaflet.
    assert_eq!(lengths(vec![lead(false)]), [2; 4]);
    assert_eq!(lengths(vec![lead(true), point(false)]), [2; 4]);
}

/// Of passages those stay that are marked as strong, then the first ones, numbered anew.
#[test]
fn few_passages_are_the_strong_and_the_first() {
    let all = ["甲", "乙", "丙", "丁"].map(|name| called(name, 1, name == "丙"));
    let mut parts = vec![lead(false)];
    parts.extend(all);
    parts.push(voice());
    let panel = panel(parts);
    let left = |most: usize| {
        let parts = shortened(&panel, &Cut::passages(most)).parts;
        let voices = parts
            .iter()
            .filter(|part| matches!(part, LeafletPart::Voice(_)));
        let points = points(&parts).into_iter();
        let points = points.map(|(number, name)| format!("{} {name}", number.unwrap()));
        (points.collect::<Vec<String>>().join(", "), voices.count())
    };
    assert_eq!(left(5), ("1 甲, 2 乙, 3 丙, 4 丁".to_owned(), 1));
    for (most, names) in [
        (4, "1 甲, 2 乙, 3 丙, 4 丁"),
        (3, "1 甲, 2 乙, 3 丙"),
        (2, "1 甲, 2 丙"),
        (1, "1 丙"),
        (0, ""),
    ] {
        assert_eq!(left(most), (names.to_owned(), 0), "{most}");
    }
}

/// At last the lead is told by its beginning: before points by a few sentences, or one, but never by
/// one without end.
#[test]
fn a_lead_is_told_by_its_beginning_at_last() {
    let least = |passages: usize| Cut {
        passages: Some(passages),
        ..Cut::to(LeftOut::Lead)
    };
    let left = |texts: &[&str], whole: bool, points: usize, cut: Cut| {
        let blocks = texts.iter().map(|text| paragraph(text)).collect();
        let blocks = Cow::Owned(blocks);
        let mut parts = vec![LeafletPart::Lead { blocks, whole }];
        parts.extend((0..points).map(|_| point(false)));
        match shortened(&panel(parts), &cut).parts.swap_remove(0) {
            LeafletPart::Lead { blocks, .. } => plain_blocks(&blocks),
            other => panic!("{other:?}"),
        }
    };
    let five = ["一。二。三。四。五。"];
    assert_eq!(left(&five, false, 3, least(2)), "一。二。三。四。");
    assert_eq!(left(&five, true, 3, least(2)), five[0]);
    let long = |count: usize| format!("{}。", "長".repeat(count));
    // Four hundred characters are the most.
    let (hundred, more) = (long(99), long(100));
    let four = hundred.repeat(4);
    assert_eq!(left(&[&four], false, 1, least(1)), four);
    let three = hundred.repeat(3);
    let longer = format!("{three}{more}");
    assert_eq!(left(&[&longer], false, 1, least(1)), hundred);
    assert_eq!(left(&[&long(400)], false, 1, least(1)), "");
    // A text without points: as much as so many of them would take.
    let many = "文。".repeat(9);
    for (passages, sentences) in [(3, 9), (2, 8), (1, 4), (0, 0)] {
        let told = left(&[&many], false, 0, least(passages));
        assert_eq!(told, "文。".repeat(sentences), "{passages}");
    }
}

/// The last resort tells fewer and fewer points by their headings, until something fits.
#[test]
fn the_last_resort_is_fewer_points_each_time() {
    let mut parts = vec![lead(false)];
    parts.extend((0..14).map(|at| called(&at.to_string(), 2, false)));
    parts.extend([quote(false, true), quote(true, true), note(true)]);
    let whole = panel(parts);
    for kind in [SheetKind::Statement, SheetKind::Topic, SheetKind::Event] {
        let left = last_resort(kind)
            .iter()
            .map(|cut| shortened(&whole, cut).parts);
        let left: Vec<Vec<LeafletPart<'_>>> = left.collect();
        let counts: Vec<usize> = left.iter().map(|parts| points(parts).len()).collect();
        assert_eq!(counts, [12, 10, 8, 7, 6, 5, 4, 3, 2, 1, 0], "{kind:?}");
        for part in left.iter().flatten() {
            match part {
                LeafletPart::Lead { .. } => {}
                LeafletPart::Point(point) => assert_eq!(*point.blocks, []),
                other => panic!("{other:?}"),
            }
        }
    }
    for kind in [SheetKind::Panels, SheetKind::Flow, SheetKind::Signatures] {
        assert_eq!(last_resort(kind), []);
    }
}

/// On composed leaflets what staff asked for stays, and their own text stays whole.
#[test]
fn what_staff_asked_for_stays() {
    let publisher = Publisher::default();
    let parts = vec![
        lead(true),
        point(true),
        quote(false, false),
        voice(),
        note(false),
    ];
    let content = content(&publisher, SheetKind::Panels, parts);
    let (all, _) = levels(SheetKind::Panels);
    let (least, left_out) = chosen(&content, &all[all.len() - 1..]);
    assert_eq!(left_out, [LeftOut::Glosses, LeftOut::Summaries]);
    assert!(least.imprint.abridged);
    let [
        whole,
        LeafletPart::Point(point),
        LeafletPart::Quote(_),
        LeafletPart::Voice(voice),
        LeafletPart::Note(_),
    ] = least.panels[0].parts.as_slice()
    else {
        panic!("{:?}", least.panels[0].parts);
    };
    assert_eq!(*whole, lead(true));
    assert_eq!(point.blocks.len(), 2);
    assert_eq!(*voice.text, *line("題名"));
    assert!(!voice.spoken, "a title is nobody's own words");
    assert_eq!(voice.by.standing.affiliation, Some(ja("見本の会")));
    assert_eq!(voice.by.standing.role, Some(ja("会長")));
}

/// The beginning of a text is not what it comes to: a point is told in full, or by its heading and what
/// its author marked.
#[test]
fn no_point_is_told_by_its_beginning() {
    let mut parts = vec![lead(false), point(false), point(false), point(false)];
    let LeafletPart::Point(last) = &mut parts[3] else {
        panic!("a point");
    };
    last.strong = true;
    let LeafletPart::Point(second) = &mut parts[2] else {
        panic!("a point");
    };
    let marked = vec![Inline::Strong(line("だが危ない。"))];
    let said = [line("政府は便利だと言う。"), marked.clone()].concat();
    second.blocks = Cow::Owned(vec![Block::Paragraph(said)]);
    let whole = panel(parts);
    let both = vec![paragraph("一つ。二つ。"), paragraph("三つ。")];
    let left = |cut: Cut| {
        let parts = shortened(&whole, &cut).parts;
        let points = parts.into_iter().filter_map(|part| match part {
            LeafletPart::Point(point) => Some((point.blocks.into_owned(), point.by)),
            _ => None,
        });
        points.collect::<Vec<_>>()
    };
    let all = left(Cut::NONE);
    assert_eq!(all.len(), 3);
    assert_eq!(
        left(Cut::whole(3))
            .iter()
            .map(|(blocks, _)| blocks.clone())
            .collect::<Vec<_>>(),
        all.iter()
            .map(|(blocks, _)| blocks.clone())
            .collect::<Vec<_>>()
    );
    let gloss = WHO.without_gloss();
    let nameless = Attribution {
        standing: Standing {
            role: None,
            ..gloss.standing
        },
        ..gloss
    };
    let kept = (vec![Block::Paragraph(marked)], Some(nameless));
    // The strong one stays longest, then the first.
    assert_eq!(
        left(Cut::whole(2)),
        [
            (both.clone(), Some(gloss)),
            kept.clone(),
            (both.clone(), Some(gloss))
        ]
    );
    let heading = (vec![], Some(nameless));
    assert_eq!(
        left(Cut::whole(1)),
        [heading.clone(), kept.clone(), (both, Some(gloss))]
    );
    assert_eq!(left(Cut::whole(0)), [heading.clone(), kept, heading]);
}

#[test]
fn names_without_glosses() {
    for (name, without) in [
        ("見本の会（見会）", "見本の会"),
        ("Sample (SC)", "Sample"),
        ("（見本）の会", "（見本）の会"),
        ("見本", "見本"),
    ] {
        assert_eq!(crate::typesetting::bare_name(name), without);
    }
}
