//! The sides of a leaflet as its page draws them: the same parts, in the same order, that the PDF
//! holds.

use tera::Value;

use super::charts;
use super::drawings;
use super::figures;
use super::page_context::PageContext;
use super::people;
use super::phrased;
use super::picture;
use super::qr;
use super::shape;
use super::sheet::{CallView, Contact, PartView, SheetView, Who};
use super::standing;
use super::text::push_text;
use crate::base::sheet_type::LargeRoom;
use crate::base::{Design, Lang, is_question};
use crate::leaflet::{
    Assembler, Attribution, LeafletContent, LeafletPanel, LeafletPart, PanelFoot, PanelHead,
    PointPart, QuotePart, SaidAt, SheetKind, VoicePart, chosen,
};
use crate::model::text::{Block, Inline, plain};
use crate::site::{LeafletId, Target};

/// The sides of a leaflet with what its PDF says; with everything, when none was set; and the size of
/// its type, in points. `paper` is a place in the language of the leaflet.
pub(super) fn of<'a>(paper: &PageContext<'a>, id: LeafletId) -> (Vec<SheetView<'a>>, Option<f64>) {
    let site_context = paper.site_context;
    let lang = paper.lang();
    let words = paper.language.words;
    let mut content =
        Assembler::new(site_context.site, site_context.pictures, words, lang).leaflet(id);
    let printed = site_context.prints.leaflet(site_context.site, id, lang);
    let own = printed.and_then(|printed| printed.chosen.iter().find(|own| own.lang == lang));
    if let Some(own) = own {
        (content, _) = chosen(&content, &own.cuts);
        content.drawing = content.drawing.filter(|_| own.drawn);
    }
    let drawer = Drawer {
        place: paper,
        content: &content,
    };
    let sheets = content.panels.iter().map(|panel| drawer.sheet(panel));
    (sheets.collect(), own.map(|own| own.size))
}

/// Draws the panels of one leaflet.
struct Drawer<'d, 'a> {
    place: &'d PageContext<'a>,
    content: &'d LeafletContent<'a>,
}

impl<'a> Drawer<'_, 'a> {
    fn sheet(&self, panel: &LeafletPanel<'a>) -> SheetView<'a> {
        let content = self.content;
        let signatures = content.kind == SheetKind::Signatures;
        let hooked = matches!(panel.head, PanelHead::Hook | PanelHead::Cover);
        let titled = matches!(panel.head, PanelHead::Strip | PanelHead::Cover);
        let asks = matches!(panel.foot, PanelFoot::Call | PanelFoot::Whole);
        let lead = panel.parts.iter().find_map(|part| match part {
            LeafletPart::Lead { blocks, .. } => Some(self.blocks(blocks)),
            _ => None,
        });
        let picture = panel.parts.iter().find_map(|part| match part {
            LeafletPart::Picture(photo) => Some(picture::of_leaflet(self.place, photo)),
            _ => None,
        });
        let vertical = content.is_vertical();
        let standing = if vertical {
            "sheet-standing"
        } else {
            "sheet-lying"
        };
        let poster = content.design == Design::Poster;
        let design = content.design;
        let question = design == Design::Question;
        let composed = if content.kind.is_whole() {
            ""
        } else {
            " sheet-composed"
        };
        let mut sheet = SheetView {
            design: (!signatures).then(|| format!("design-{} {standing}{composed}", design.name())),
            turn: (panel.foot == PanelFoot::Turn).then(|| plain(&content.title)),
            strip: (poster && asks)
                .then(|| ["print-when", "print-where"].map(|key| self.place_word(key))),
            answers: (question && content.by.is_none() && content.kind.is_whole())
                .then(|| self.place_word("print-answers")),
            asks: (question && hooked).then(|| self.place_word("print-question")),
            hook_shape: self.shape(&content.hook, LargeRoom::of_hook(design, self.lang())),
            pull_shape: (content.pull.as_ref())
                .map(|pull| self.shape(pull, LargeRoom::of_pull(design, self.lang())))
                .unwrap_or_default(),
            picture,
            flow: if content.kind == SheetKind::Flow {
                "sheet-flow"
            } else {
                ""
            },
            kicker: content.kicker.clone().filter(|_| hooked && !signatures),
            tab: content.tab.filter(|_| hooked),
            drawing: drawings::view(self.place, content.drawing.filter(|_| hooked)),
            pull: (content.pull.as_ref())
                .filter(|_| hooked)
                .map(|pull| self.heading(pull)),
            figure: (content.figure.as_ref())
                .filter(|_| hooked)
                .map(|figure| figures::of_leaflet(self.place, figure)),
            hook: (hooked || signatures).then(|| {
                let hook = self.heading(&content.hook);
                if vertical { with_pauses(&hook) } else { hook }
            }),
            long: phrased::is_long(&content.hook),
            title: (titled && !signatures).then(|| self.heading(&content.title)),
            lead,
            person: content.by.filter(|_| hooked).map(|by| self.who(by)),
            parts: self.parts(panel),
            signatures,
            ..SheetView::default()
        };
        if asks || signatures {
            self.close(&mut sheet);
        }
        sheet
    }

    fn who(&self, by: Attribution<'a>) -> Who {
        let portrait = self.content.portrait;
        Who {
            name: Value::safe_string(&named(by, self.lang())),
            affiliation: standing::view(by.standing, self.lang()),
            portrait: portrait.map(|photo| picture::portrait(self.place, photo)),
            seal: (portrait.is_none()
                && matches!(self.content.design, Design::Voice | Design::Figure))
            .then(|| people::monogram(by.name.text).into_owned()),
        }
    }

    /// A word of what is printed, in the language of the leaflet.
    fn place_word(&self, key: &'static str) -> &'a str {
        self.place.language.words.get(key)
    }

    fn shape(&self, text: &[Inline<Target>], room: LargeRoom) -> String {
        shape::of(&plain(text), self.lang(), room)
    }

    fn parts(&self, panel: &LeafletPanel<'a>) -> Vec<PartView> {
        let mut views = Vec::with_capacity(panel.parts.len() + 1);
        let mut tail = (self.content.tail.as_ref()).filter(|_| self.content.kind.is_whole());
        // What is compared leaves no room for a quotation.
        let quoted = self.content.design != Design::Compare || !self.content.kind.is_whole();
        let told = |part: &&LeafletPart<'_>| quoted || !matches!(part, LeafletPart::Quote(_));
        let mut facing = if self.content.faces(panel) { 2 } else { 0 };
        for part in panel.parts.iter().filter(told) {
            let at_the_end = matches!(part, LeafletPart::Voice(_) | LeafletPart::Note(_));
            if let Some(title) = tail.filter(|_| at_the_end) {
                tail = None;
                views.push(PartView {
                    kind: "tail",
                    heading: Some(Value::normal_string(title)),
                    ..PartView::default()
                });
            }
            let mut view = self.part(part);
            if let (LeafletPart::Point(point), Some(view)) = (part, &mut view)
                && facing > 0
                && (self.content.kind.is_whole() || point.by.is_none())
            {
                facing -= 1;
                view.kind = "point sheet-facing";
            }
            views.extend(view);
        }
        views
    }

    /// A part between head and foot; `None` of the lead, which stands by itself.
    fn part(&self, part: &LeafletPart<'a>) -> Option<PartView> {
        Some(match part {
            LeafletPart::Picture(_) | LeafletPart::Lead { .. } => return None,
            LeafletPart::Figures(all) => PartView {
                kind: "figures",
                figures: all
                    .iter()
                    .map(|figure| figures::of_leaflet(self.place, figure))
                    .collect(),
                ..PartView::default()
            },
            LeafletPart::Chart(chart) => PartView {
                kind: "chart",
                chart: Some(charts::of_leaflet(self.place, chart)),
                ..PartView::default()
            },
            LeafletPart::Point(point) => self.point(point),
            LeafletPart::Quote(quote) => self.quote(quote),
            LeafletPart::Voice(voice) => self.voice(voice),
            LeafletPart::Note(note) => PartView {
                kind: "note",
                lang: self.other(note.lang),
                heading: Some(phrased::text(note.name, note.lang)),
                text: Some(self.line(&note.text)),
                ..PartView::default()
            },
            LeafletPart::Facts(facts) => PartView {
                kind: "facts",
                lang: self.other(facts.lang),
                heading: Some(phrased::text(facts.name, facts.lang)),
                rows: (facts.rows.iter())
                    .map(|row| (row.label.clone(), row.value.clone(), self.other(row.lang)))
                    .collect(),
                ..PartView::default()
            },
        })
    }

    fn point(&self, point: &PointPart<'a>) -> PartView {
        // On a leaflet that staff composed, and on a statement's, a heading that asks is answered by its text.
        let in_letters = self.content.design == Design::Question
            && !point.blocks.is_empty()
            && is_question(&plain(&point.heading))
            && (!self.content.kind.is_whole() || self.content.by.is_some());
        PartView {
            letters: in_letters.then(|| {
                ["print-question", "print-answer"].map(|key| self.place_word(key).to_owned())
            }),
            kind: "point",
            lang: self.other(point.lang),
            number: point.number,
            heading: Some(phrased::line(self.place, &point.heading, point.lang)),
            by: point.by.map(|by| self.byline(by)),
            rally: rally(&point.said_at),
            text: Some(self.blocks(&point.blocks)),
            ..PartView::default()
        }
    }

    fn quote(&self, quote: &QuotePart<'a>) -> PartView {
        PartView {
            kind: "quote",
            lang: self.other(quote.lang),
            text: Some(self.line(&quote.text)),
            portrait: self.face(quote.by),
            // Below a sentence in large type the paper gives no reading.
            by: Some(self.byline(Attribution {
                reading: None,
                ..quote.by
            })),
            rally: rally(&quote.said_at),
            place: Some(quote.place.clone()),
            spoken: quote.spoken,
            ..PartView::default()
        }
    }

    fn voice(&self, voice: &VoicePart<'a>) -> PartView {
        PartView {
            kind: "voice",
            lang: self.other(voice.lang),
            text: Some(self.line(&voice.text)),
            portrait: self.face(voice.by),
            by: Some(self.byline(voice.by)),
            rally: rally(&voice.said_at),
            spoken: voice.spoken,
            ..PartView::default()
        }
    }

    fn face(&self, by: Attribution<'a>) -> Option<Value> {
        by.photo.map(|photo| picture::portrait(self.place, photo))
    }

    /// Call to action, QR code, whom to ask, and the small print.
    fn close(&self, sheet: &mut SheetView<'a>) {
        let (content, lang) = (self.content, self.lang());
        sheet.foot = true;
        sheet.call = content.call.as_ref().map(|call| CallView {
            text: call.text,
            url: call.url,
            address: call.url.map(qr::spoken),
            deadline: call.deadline.map(|day| {
                let until = self.place.word("print-until");
                until.replace("{date}", &day.long(lang))
            }),
        });
        let words = self.place.language.words;
        let code = content.code(words);
        let leads_to_call = code.as_ref().is_some_and(|code| code.caption.is_some());
        sheet.code = code.and_then(qr::code);
        sheet.page_code = content.page_code().and_then(qr::code);
        let more =
            (content.address.as_deref()).filter(|_| leads_to_call && sheet.page_code.is_none());
        sheet.more = more.map(qr::spoken);
        sheet.contact = content.contact().map(|who| Contact {
            name: who.name,
            address: who.address,
            phone: who.phone,
            more: [who.email, who.url]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(lang.locale().gap),
        });
        // The rows for signatures leave no room for it.
        if content.kind == SheetKind::Signatures {
            return;
        }
        let logo = self.place.site().settings.logo.as_ref();
        sheet.logo = logo.and_then(|logo| picture::logo(self.place, &logo.path));
        let (colon, between) = (lang.locale().colon, lang.locale().gap);
        let lines = content.imprint_lines(self.place.language.words).into_iter();
        let lines: Vec<String> = lines
            .map(|line| match line.label {
                Some(label) => format!("{label}{colon}{}", line.text),
                None => line.text,
            })
            .collect();
        sheet.imprint = (!lines.is_empty()).then(|| lines.join(between));
    }

    /// A name, with its reading, and what stands behind it, as the language sets them in one line.
    fn byline(&self, by: Attribution<'a>) -> Value {
        let mut out = String::from("<span class=\"by-name\">");
        out.push_str(&named(by, self.lang()));
        out.push_str("</span>");
        let standing = standing::line(by.standing, self.lang());
        if !standing.is_empty() {
            out.push_str(self.lang().locale().beside);
            out.push_str(&standing);
        }
        Value::safe_string(&out)
    }

    fn heading(&self, line: &[Inline<Target>]) -> Value {
        phrased::line(self.place, line, self.lang())
    }

    fn line(&self, line: &[Inline<Target>]) -> Value {
        self.place.writer().printed().label(line)
    }

    fn blocks(&self, blocks: &[Block<Target>]) -> Value {
        self.place.writer().printed().blocks(blocks)
    }

    /// A language that is not the sheet's.
    fn other(&self, lang: Lang) -> Option<Lang> {
        (lang != self.lang()).then_some(lang)
    }

    fn lang(&self) -> Lang {
        self.content.lang
    }
}

/// A name with its reading, which is there only where somebody confirmed it.
fn named(by: Attribution<'_>, around: Lang) -> String {
    let mut out = String::new();
    let Some(reading) = by.reading else {
        standing::push_marked(by.name, around, &mut out);
        return out;
    };
    out.push_str("<ruby>");
    standing::push_marked(by.name, around, &mut out);
    out.push_str("<rp>（</rp><rt>");
    push_text(reading, &mut out);
    out.push_str("</rt><rp>）</rp></ruby>");
    out
}

fn rally(said_at: &SaidAt) -> Option<String> {
    said_at.rally.clone()
}

/// A line of bold type with its commas and full stops apart: the bold face has no forms of them for vertical
/// lines, and style sheets take them from the regular one.
fn with_pauses(line: &Value) -> Value {
    let written = line.as_str().unwrap_or_default();
    let apart = |text: String, pause: &str| {
        text.replace(
            pause,
            &format!("<span class=\"sheet-pause\">{pause}</span>"),
        )
    };
    Value::safe_string(&["、", "。"].into_iter().fold(written.to_owned(), apart))
}
