//! Share cards: the picture that goes with a link to a page (ogp.me), set by the engine that
//! sets the leaflets.

use std::sync::Arc;

use serde::Serialize;

use super::borrower::Borrower;
use super::data::DisplayFace;
use super::engine::{EngineError, EngineJob, PrintEngine, Typefaces};
use super::engine_fault;
use super::picture;
use super::printer::{PrintMaterial, Printer};
use crate::base::{FileId, Lang, LocaleData};
use crate::diagnostic::Diagnostics;
use crate::leaflet::Image;
use crate::media::{Form, Pictures};
use crate::model::text::plain;
use crate::site::{EventId, PageRef, Site, address};
use crate::theme::{Palette, Theme};
use crate::typesetting::{bare_name, phrases};

/// The size that ogp.me's readers ask for, in pixels.
const SIZE: (u32, u32) = (1200, 630);
const TEMPLATE: &str = "card.typ";

/// What a card says; `/job.json` of its template.
#[derive(Serialize)]
struct ShareCard<'c> {
    locale: LocaleData,
    fonts: Vec<String>,
    display: Option<DisplayFace>,
    colours: CardColours,
    site: &'c str,
    /// The file of the campaign's logo.
    logo: Option<String>,
    /// In phrases that are not to be broken.
    title: Vec<String>,
    name: Option<&'c str>,
    post: Option<String>,
    summary: Option<String>,
    event: Option<String>,
}

/// The colours of the site, as `#a5230f`.
#[derive(Serialize)]
struct CardColours {
    accent: String,
    text: String,
    background: String,
}

impl Printer {
    /// Sets the share card of a page in a language, and says what the pages tell of it; `None`
    /// when it could not be set, which is reported, or has no place.
    pub(crate) fn card(
        &self,
        material: PrintMaterial<'_>,
        (page, lang): (PageRef, Lang),
        diagnostics: &mut Diagnostics,
    ) -> Option<(Vec<u8>, Image)> {
        let path = address::card(material.site, page, lang)?;
        let png = png(self, material, page, lang, diagnostics)?;
        let (width, height) = SIZE;
        let image = Image {
            path,
            width,
            height,
        };
        Some((png, image))
    }
}

/// The card of a page as PNG, out of the cache if it is there.
fn png(
    printer: &Printer,
    material: PrintMaterial<'_>,
    page: PageRef,
    lang: Lang,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<u8>> {
    let PrintMaterial {
        site,
        theme,
        pictures,
        ..
    } = material;
    let covered = printer.covered(theme);
    let job = |fonts, display| {
        let data = ShareCard {
            fonts,
            display,
            ..data(site, theme, pictures, page, lang)
        };
        covered.with_equals(serde_json::to_string(&data).unwrap_or_default())
    };
    let bare = job(Vec::new(), None);
    let own = file(site, page, lang);
    let borrower = Borrower {
        printer,
        material,
        lang,
        files: own
            .into_iter()
            .chain(site.files_of_card(page, lang))
            .collect(),
    };
    let lending = borrower.lending(std::slice::from_ref(&bare), diagnostics)?;
    // Which typefaces there are, the printer's key knows.
    let key = lending.key(printer.key.clone().with(TEMPLATE).with(&bare));
    if let Some(png) = printer.cache.get(&key) {
        return Some(png);
    }
    let engine = printer.engine(theme);
    let typefaces = printer.typefaces(theme, &lending);
    let mut families = engine.families(lang);
    families.extend(typefaces.iter().flat_map(|own| own.more.clone()));
    let display = printer.display(theme, lang, &bare);
    let files = logo(site, pictures).into_iter().collect();
    match draw(
        engine,
        job(families, display).into_bytes(),
        files,
        typefaces,
    ) {
        Ok(png) => {
            printer.cache.put(&key, &png);
            Some(png)
        }
        Err(faults) => {
            let (name, file) = (format!("{page:?}"), file(site, page, lang));
            let name = address::card(site, page, lang).map_or(name, |path| path.to_string());
            for fault in faults {
                diagnostics.report(engine_fault::told(theme, &name, file, fault));
            }
            None
        }
    }
}

fn draw(
    engine: &PrintEngine,
    job: Vec<u8>,
    files: Vec<(String, Arc<Vec<u8>>)>,
    typefaces: Option<Arc<Typefaces>>,
) -> Result<Vec<u8>, Vec<EngineError>> {
    let layout = engine.lay_out(EngineJob {
        template: TEMPLATE.to_owned(),
        job,
        files,
        typefaces,
    })?;
    let fault = |reason: &str| {
        vec![EngineError {
            at: None,
            reason: reason.to_owned(),
        }]
    };
    let drawn = layout.pictures(SIZE.0).into_iter().next();
    engine.tidy();
    let raster = drawn.filter(|raster| (raster.width, raster.height) == SIZE);
    let raster = raster.ok_or_else(|| fault("the card is not 600pt × 315pt"))?;
    picture::png(&raster).ok_or_else(|| fault("the card could not be written as PNG"))
}

/// The logo of the campaign, by a name that tells it from every other; the largest there is.
fn logo(site: &Site, pictures: &Pictures) -> Option<(String, Arc<Vec<u8>>)> {
    let picture = pictures.get(&site.settings.logo.as_ref()?.path)?;
    let (ending, file) = picture.renditions.iter().rev().find_map(|own| {
        let ending = match own.form {
            Form::Svg => "svg",
            Form::Png => "png",
            Form::Jpeg => "jpg",
            Form::WebP => return None,
        };
        Some((ending, &own.bytes))
    })?;
    let hash = blake3::hash(file).to_hex();
    Some((format!("logo-{}.{ending}", &hash[..16]), Arc::clone(file)))
}

fn data<'c>(
    site: &'c Site,
    theme: &Theme,
    pictures: &Pictures,
    page: PageRef,
    lang: Lang,
) -> ShareCard<'c> {
    let name = site.settings.title.get(lang).map_or("", String::as_str);
    let colours = Palette::of(theme, &site.settings);
    let colours = match page {
        PageRef::Topic(id) => colours.for_topic(site.topic(id)),
        _ => colours,
    };
    let blank = ShareCard {
        locale: LocaleData::of(lang),
        fonts: Vec::new(),
        display: None,
        colours: CardColours {
            accent: colours.accent.to_string(),
            text: colours.text.to_string(),
            background: colours.background.to_string(),
        },
        site: name,
        logo: logo(site, pictures).map(|(file, _)| file),
        title: Vec::new(),
        name: None,
        post: None,
        summary: None,
        event: None,
    };
    let between = lang.locale().apart;
    // What was said at several events was not said on the day of one.
    let only = site.settings.event.filter(|_| !site.has_several_events());
    match page {
        PageRef::Person(_) | PageRef::Statement(_) => {
            let Some(id) = site.statement_on(page) else {
                return blank;
            };
            let speaker = site.statement(id);
            let text = speaker.texts.for_reader(lang).text;
            let affiliation = text.affiliation.as_deref().map(bare_name);
            let post = [affiliation, text.role.as_deref()].into_iter().flatten();
            let post = post.collect::<Vec<_>>().join(between);
            ShareCard {
                title: phrases(&plain(&text.title), lang),
                name: Some(site.speaker_of(id, lang).text),
                post: Some(post).filter(|post| !post.is_empty()),
                event: event(site, theme, speaker.event.or(site.settings.event), lang),
                ..blank
            }
        }
        PageRef::Topic(id) => {
            let text = site.topic(id).texts.for_reader(lang).text;
            ShareCard {
                title: phrases(&text.name, lang),
                summary: Some(plain(&text.summary)).filter(|summary| !summary.is_empty()),
                event: event(site, theme, only, lang),
                ..blank
            }
        }
        _ => ShareCard {
            site: "",
            title: phrases(name, lang),
            summary: site.settings.description.get(lang).cloned(),
            event: event(site, theme, only, lang),
            ..blank
        },
    }
}

/// When it was said; where nobody knows, at what.
fn event(site: &Site, theme: &Theme, id: Option<EventId>, lang: Lang) -> Option<String> {
    let event = site.event(id?);
    Some(match event.date {
        Some(date) => {
            let line = theme.words(lang).get("print-kicker");
            line.replace("{date}", &date.long(lang))
        }
        None => event.texts.for_reader(lang).text.name.clone(),
    })
}

/// The file that a card is made from.
fn file(site: &Site, page: PageRef, lang: Lang) -> Option<FileId> {
    Some(site.document(page, lang)?.file)
}
