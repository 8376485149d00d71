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
        spoken: false,
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
        let given_up: Vec<Vec<LeftOut>> =
            all.iter().map(|cut| chosen(&content, &[*cut]).1).collect();
        assert!(given_up[0].is_empty(), "{given_up:?}");
        for pair in given_up.windows(2) {
            assert!(pair[0].is_sorted(), "{pair:?}");
            assert!(pair[0].last() <= pair[1].last(), "{kind:?}: {pair:?}");
            // Fewer and fewer passages are called the same.
            let fewer = pair[0].last() == Some(&LeftOut::Passages);
            assert!(fewer || pair[0] != pair[1], "{kind:?}: {pair:?}");
        }
        // The strong passage stays as long as type is easy to read.
        assert!(all[..easy].iter().all(|cut| !cut.leaves(LeftOut::Quote)));
        assert_eq!(all.last().map(|cut| cut.leaves(LeftOut::Quote)), Some(true));
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
    assert_eq!(*voice.text, *line("一つ。"));
    assert_eq!(voice.by.standing.affiliation, Some(ja("見本の会")));
    assert_eq!(voice.by.standing.role, Some(ja("会長")));
}

/// Sentences are left over paragraphs, not in the first one alone.
#[test]
fn points_are_left_so_many_sentences() {
    let panel = panel(vec![lead(false), point(false)]);
    let left = |cut: Cut| {
        let shorter = shortened(&panel, &cut);
        let [
            LeafletPart::Lead { blocks: lead, .. },
            LeafletPart::Point(point),
        ] = shorter.parts.as_slice()
        else {
            panic!("{shorter:?}");
        };
        (lead.len(), point.blocks.to_vec(), point.by)
    };
    let gloss = WHO.without_gloss();
    let first = vec![paragraph("一つ。")];
    let both = vec![paragraph("一つ。二つ。"), paragraph("三つ。")];
    assert_eq!(left(Cut::NONE), (2, both.clone(), Some(WHO)));
    let paragraphs = left(Cut::to(LeftOut::Paragraphs));
    assert_eq!(paragraphs, (2, both[..1].to_vec(), Some(gloss)));
    let nameless = Attribution {
        standing: Standing {
            role: None,
            ..gloss.standing
        },
        ..gloss
    };
    assert_eq!(left(Cut::sentences(1)), (1, first, Some(nameless)));
    assert_eq!(left(Cut::sentences(3)), (1, both, Some(nameless)));
    assert_eq!(left(Cut::to(LeftOut::Points)), (1, vec![], Some(nameless)));
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
