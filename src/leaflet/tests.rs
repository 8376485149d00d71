//! What is left out of leaflets, and in which order.

use std::borrow::Cow;

use super::LeftOut;
use super::content::{
    Attribution, Imprint, LeafletContent, LeafletPanel, LeafletPart, NotePart, PanelFoot,
    PanelHead, PointPart, QuotePart, SaidAt, SheetKind, VoicePart,
};
use super::cut::{Cut, chosen, levels, shortened};
use crate::base::{Lang, PanelName};
use crate::model::text::{Block, Inline};
use crate::site::{Publisher, Standing, Target, Version};

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
};

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
        spare: false,
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
        title: Cow::Borrowed(&[]),
        hook: Cow::Borrowed(&[]),
        pull: None,
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
        parts.extend((0..6).map(|_| point(!whole)));
        parts.extend([quote(false, true), quote(true, true), note(true)]);
        if !whole {
            parts.push(voice());
        }
        let content = content(&publisher, kind, parts);
        let (all, easy) = levels(kind);
        assert!(easy < all.len());
        let steps = |cut: &Cut| {
            let mut steps = chosen(&content, &[*cut]).1;
            steps.retain(|step| *step != LeftOut::Quote);
            steps
        };
        let given_up: Vec<Vec<LeftOut>> = all.iter().map(steps).collect();
        assert!(given_up[0].is_empty(), "{given_up:?}");
        for pair in given_up.windows(2) {
            assert!(pair[0].is_sorted(), "{pair:?}");
            assert!(pair[0].last() <= pair[1].last(), "{kind:?}: {pair:?}");
        }
        assert!(!all[0].quote && all[all.len() - 1].quote);
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
