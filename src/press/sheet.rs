//! What a leaflet says as data for the print templates.

use super::data::{
    Address, CallData, ChartData, ChartRowData, CodeData, DisplayText, EventData, FigureData,
    ImprintData, LeafletData, NoteData, OwnText, PanelData, PartData, PersonData, Point, Portrait,
    PublisherData, Quote, SaidData, Voice,
};
use super::printer::Printer;
use super::text::Texts;
use super::tone::Tone;
use crate::base::{Design, Drawing, Lang, LocaleData, is_question};
use crate::leaflet::{
    Attribution, ChartPart, FigurePart, LeafletCode, LeafletContent, LeafletPanel, LeafletPart,
    NotePart, PanelFoot, PanelHead, PointPart, QuotePart, SheetKind, VoicePart, short,
};
use crate::media::{Pictures, portrait};
use crate::model::text::{Inline, plain};
use crate::site::{Photo, Site, Target, Version};
use crate::theme::{Theme, Words};
use crate::typesetting::{
    MAY_BREAK, Mask, NumberPiece, QrCode, breakable, number_groups, number_pieces, phrased,
    phrases, text_in_phrases,
};

/// Makes data of leaflets in one language.
pub(super) struct Sheets<'s> {
    /// The site.
    pub site: &'s Site,
    /// Its pictures.
    pub pictures: &'s Pictures,
    /// The words of the interface.
    pub words: &'s Words,
    /// The language.
    pub lang: Lang,
    /// The two colours of pictures; none where all is printed in black.
    pub tone: Option<Tone>,
    /// What sets it, and draws drawings.
    pub printer: &'s Printer,
    /// Its typefaces and templates.
    pub theme: &'s Theme,
}

impl Sheets<'_> {
    /// The template that draws a kind of sheet in a design.
    fn template(&self, kind: SheetKind, design: Design) -> &'static str {
        match (design, kind) {
            (Design::Poster, _) => "poster",
            (Design::Newspaper, _) if design.is_vertical(self.lang) => "newspaper",
            (Design::Question, _) if kind.is_whole() => "question",
            (Design::Compare, _) if kind.is_whole() => "compare",
            (_, SheetKind::Statement) => "speaker",
            (_, SheetKind::Topic | SheetKind::Event) => "topic",
            (_, SheetKind::Panels) => "composed",
            (_, SheetKind::Flow) => "flow",
            (_, SheetKind::Signatures) => "signature",
        }
    }

    /// Everything but what can be left out: what stands on the panels, and the imprint.
    pub(super) fn frame(&self, content: &LeafletContent<'_>) -> LeafletData {
        let call = content.call.as_ref().map(|call| CallData {
            pieces: phrases(call.text, self.lang),
            short: call.url.map(short).map(str::to_owned),
            url: call.url.map(str::to_owned),
            deadline: call.deadline.map(|day| {
                let until = self.words.get("print-until");
                until.replace("{date}", &day.long(self.lang))
            }),
        });
        let publisher = content.contact().map(|who| PublisherData {
            name: who.name.to_owned(),
            address: who.address.map(str::to_owned),
            phone: who.phone.map(str::to_owned),
            email: who.email.map(str::to_owned),
            url: who.url.map(str::to_owned),
        });
        let address = content.address.as_ref().map(|url| Address {
            short: short(url).to_owned(),
            url: url.clone(),
        });
        let code = |code: LeafletCode<'_>| {
            Some(CodeData {
                qr: QrCode::encode(code.url, Mask::Best)?,
                short: short(code.url).to_owned(),
                caption: (code.caption.as_deref())
                    .map(|caption| phrases(caption, self.lang))
                    .unwrap_or_default(),
            })
        };
        LeafletData {
            lang: self.lang.to_string(),
            design: content.design.name(),
            drawing: content.drawing.map(Drawing::name),
            kind: self.template(content.kind, content.design),
            whole: content.kind.is_whole(),
            title: plain(&content.title),
            hook: self.pieces(&content.hook),
            pull: content
                .pull
                .as_deref()
                .map(|pull| self.pieces(pull))
                .unwrap_or_default(),
            figure: content.figure.as_ref().map(|figure| self.figure(figure)),
            seal: content.by.and_then(|by| by.name.text.chars().next()),
            tab: content.tab.map(str::to_owned),
            kicker: content.kicker.clone(),
            by: content.by.map(|by| self.person(by)),
            portrait: content.portrait.and_then(|photo| self.portrait(photo)),
            picture: self.cover(content),
            pictures: self.in_text(content),
            logo: self.logo(),
            section: self.display(&content.title),
            tail: content.tail.clone(),
            event: content.event_names(),
            call,
            publisher,
            address,
            code: content.code(self.words).and_then(code),
            page_code: content.page_code().and_then(code),
            ..LeafletData::default()
        }
    }

    /// A leaflet with what stands on its panels, and the imprint.
    pub(super) fn filled(&self, frame: &LeafletData, content: &LeafletContent<'_>) -> LeafletData {
        let imprint = content.imprint_lines(self.words).into_iter();
        let mut data = LeafletData {
            imprint: imprint
                .map(|line| ImprintData {
                    label: line.label,
                    text: text_in_phrases(&breakable(&line.text), self.lang),
                })
                .collect(),
            ..frame.clone()
        };
        if !content.kind.is_whole() {
            data.panels = self.panels(&content.panels);
            if let Some(panel) = content.panels.first().filter(|_| content.is_vertical()) {
                data.said = self.said(panel);
            }
            return data;
        }
        for part in content.panels.iter().flat_map(|panel| &panel.parts) {
            match part {
                LeafletPart::Quote(quote) => data.quote = Some(self.quote(quote)),
                LeafletPart::Voice(voice) => data.voices.push(self.voice(voice)),
                LeafletPart::Note(note) => data.related.push(self.note(note)),
                LeafletPart::Picture(_)
                | LeafletPart::Lead { .. }
                | LeafletPart::Figures(_)
                | LeafletPart::Chart(_)
                | LeafletPart::Point(_)
                | LeafletPart::Facts(_) => {}
            }
        }
        if let Some(panel) = content.panels.first() {
            data.said = self.said(panel);
        }
        data
    }

    /// Lead and points of a leaflet that is one text.
    pub(super) fn said(&self, panel: &LeafletPanel<'_>) -> SaidData {
        let mut said = SaidData::default();
        for part in &panel.parts {
            match part {
                LeafletPart::Lead { blocks, .. } => said.lead = self.texts().lead(blocks),
                LeafletPart::Figures(all) => {
                    said.figures = all.iter().map(|figure| self.figure(figure)).collect();
                }
                LeafletPart::Chart(chart) => said.charts.push(self.chart(chart)),
                LeafletPart::Point(point) => said.points.push(self.point(point)),
                _ => {}
            }
        }
        said
    }

    /// Panels of a composed leaflet.
    pub(super) fn panels(&self, panels: &[LeafletPanel<'_>]) -> Vec<PanelData> {
        let numbered = panels.iter().enumerate();
        numbered
            .map(|(at, panel)| PanelData {
                name: at.to_string(),
                side: panel.side,
                x: panel.x,
                width: panel.width,
                head: match panel.head {
                    PanelHead::Hook => "hook",
                    PanelHead::Cover => "cover",
                    PanelHead::Strip => "strip",
                    PanelHead::Line => "line",
                },
                foot: match panel.foot {
                    PanelFoot::Call => "call",
                    PanelFoot::Whole => "whole",
                    PanelFoot::Turn => "turn",
                    PanelFoot::Cover => "cover",
                    PanelFoot::Plain => "none",
                },
                parts: panel.parts.iter().map(|part| self.part(part)).collect(),
            })
            .collect()
    }

    fn part(&self, part: &LeafletPart<'_>) -> PartData {
        match part {
            LeafletPart::Picture(_) => PartData::Picture,
            LeafletPart::Lead { blocks, .. } => PartData::Lead {
                blocks: self.texts().lead(blocks),
            },
            LeafletPart::Figures(all) => PartData::Figures {
                figures: all.iter().map(|figure| self.figure(figure)).collect(),
            },
            LeafletPart::Chart(chart) => PartData::Chart {
                chart: self.chart(chart),
            },
            LeafletPart::Point(point) => PartData::Point {
                number: point.number,
                point: self.point(point),
            },
            LeafletPart::Quote(quote) => PartData::Quote(self.quote(quote)),
            LeafletPart::Voice(voice) => PartData::Voice(self.voice(voice)),
            LeafletPart::Note(note) => PartData::Note(self.note(note)),
            LeafletPart::Facts(facts) => PartData::Facts(EventData {
                name: self.own(facts.name, facts.lang),
                rows: (facts.rows.iter())
                    .map(|row| {
                        let value = text_in_phrases(&row.value, row.lang);
                        (row.label.clone(), self.own(&value, row.lang))
                    })
                    .collect(),
            }),
        }
    }

    fn point(&self, point: &PointPart<'_>) -> Point {
        Point {
            lang: self.other(point.lang),
            pieces: self.pieces(&point.heading),
            asks: is_question(&plain(&point.heading)),
            blocks: self.texts().blocks(&point.blocks),
            by: point.by.map(|by| self.person(by)),
            rally: point.said_at.rally.clone(),
        }
    }

    fn figure(&self, figure: &FigurePart<'_>) -> FigureData {
        let pieces = number_pieces(&plain(figure.value));
        let groups = number_groups(&pieces).into_iter();
        FigureData {
            groups: groups.map(<[NumberPiece]>::to_vec).collect(),
            caption: self.pieces(&figure.caption),
            source: figure
                .source
                .as_deref()
                .map(|own| breakable(own).into_owned()),
        }
    }

    fn chart(&self, part: &ChartPart<'_>) -> ChartData {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share is from 0 to 1"
        )]
        let ten_thousandths = |share: f64| (share * 10_000.0).round() as u32;
        let (shares, shades) = (part.chart.shares(), part.chart.shades());
        let drawn = shares.into_iter().zip(shades);
        let rows = part.labels.iter().zip(&part.chart.rows).zip(drawn);
        ChartData {
            kind: part.chart.kind.name(),
            title: self.pieces(&part.title),
            rows: rows
                .map(|((label, row), (share, shade))| ChartRowData {
                    label: self.pieces(label),
                    value: row.value.clone(),
                    share: ten_thousandths(share),
                    shade,
                    strong: row.strong,
                })
                .collect(),
            source: part
                .source
                .as_deref()
                .map(|own| breakable(own).into_owned()),
        }
    }

    fn quote(&self, quote: &QuotePart<'_>) -> Quote {
        Quote {
            lang: self.other(quote.lang),
            pieces: self.pieces(&quote.text),
            by: self.person(quote.by),
            rally: quote.said_at.rally.clone(),
            place: Some(breakable(&quote.place).into_owned()),
            spoken: quote.spoken,
        }
    }

    fn note(&self, note: &NotePart<'_>) -> NoteData {
        NoteData {
            lang: self.other(note.lang),
            name: breakable(note.name).into_owned(),
            text: self.texts().line(&note.text, note.lang),
        }
    }

    fn voice(&self, voice: &VoicePart<'_>) -> Voice {
        Voice {
            lang: self.other(voice.lang),
            person: self.person(voice.by),
            rally: voice.said_at.rally.clone(),
            text: self.texts().line(&voice.text, voice.lang),
            spoken: voice.spoken,
            titled: voice.titled,
        }
    }

    /// A portrait, cut for paper.
    fn portrait(&self, photo: &Photo) -> Option<Portrait> {
        let jpeg = portrait(self.pictures.get(&photo.path)?, &self.printer.cache)?;
        Some(Portrait {
            file: format!("portrait-{}.jpg", &blake3::hash(&jpeg).to_hex()[..16]),
            alt: photo.alt.get(self.lang).cloned().unwrap_or_default(),
            jpeg,
        })
    }

    /// A line in phrases.
    fn pieces(&self, line: &[Inline<Target>]) -> Vec<DisplayText> {
        let phrases = phrased(line, self.lang);
        let drawn = phrases.iter().map(|phrase| self.display(phrase));
        // A phrase is never broken; where a word has no end, each of its parts is one.
        drawn
            .flat_map(|phrase| match phrase {
                DisplayText::Plain(text)
                    if text.contains(MAY_BREAK) && !self.lang.locale().is_spaced() =>
                {
                    let parts = text.split(MAY_BREAK);
                    parts
                        .map(|part| DisplayText::Plain(part.to_owned()))
                        .collect()
                }
                phrase => vec![phrase],
            })
            .collect()
    }

    /// A line that is set large.
    fn display(&self, line: &[Inline<Target>]) -> DisplayText {
        if line.iter().all(|inline| matches!(inline, Inline::Text(_))) {
            return DisplayText::Plain(breakable(&plain(line)).into_owned());
        }
        let flat: Vec<Inline<Target>> = phrased(line, self.lang).concat();
        if flat
            .iter()
            .any(|inline| matches!(inline, Inline::Ruby { .. }))
        {
            DisplayText::Rich(self.texts().inlines(&flat))
        } else {
            DisplayText::Plain(breakable(&plain(&flat)).into_owned())
        }
    }

    fn person(&self, who: Attribution<'_>) -> PersonData {
        let own = |told: Version<'_, str>| self.own(told.text, told.lang);
        PersonData {
            name: own(who.name),
            reading: who.reading.map(str::to_owned),
            affiliation: who.standing.affiliation.map(own),
            role: who.standing.role.map(own),
            portrait: who.photo.and_then(|photo| self.portrait(photo)),
        }
    }

    fn own(&self, text: &str, lang: Lang) -> OwnText {
        OwnText {
            text: text.to_owned(),
            lang: self.other(lang),
        }
    }

    /// What a language that is not the leaflet's asks for.
    fn other(&self, lang: Lang) -> Option<LocaleData> {
        (lang != self.lang).then(|| LocaleData::of(lang))
    }

    fn texts(&self) -> Texts<'_> {
        Texts {
            site: self.site,
            lang: self.lang,
        }
    }
}
