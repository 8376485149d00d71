//! Texts of `site.yaml` for every language of the site.

use super::entities::{CallToAction, Logo, Publisher, Settings};
use crate::base::{ByLang, Lang};
use crate::model::{FontChoice, SiteDoc};
use crate::source::LocalText;

/// A text for each language: its own, else that of the first language that has one.
fn every(text: Option<&LocalText>, languages: &[Lang]) -> ByLang<String> {
    let Some(text) = text else {
        return ByLang::default();
    };
    let first = languages.iter().find_map(|lang| text.get(*lang));
    languages
        .iter()
        .filter_map(|lang| Some((*lang, text.get(*lang).or(first)?.value.clone())))
        .collect()
}

/// In which language each text of [`every`] is.
fn told_in(text: &LocalText, languages: &[Lang]) -> ByLang<Lang> {
    let has = |lang: &&Lang| text.get(**lang).is_some();
    let first = languages.iter().find(has);
    let told = |lang: &Lang| Some((*lang, *Some(lang).filter(has).or(first)?));
    languages.iter().filter_map(told).collect()
}

/// The settings of a site; event and logo are put in by the caller, who knows events and pictures.
pub(super) fn settings(
    doc: &SiteDoc,
    event: Option<super::EventId>,
    logo: Option<Logo>,
) -> Settings {
    let all = |text: Option<&LocalText>| every(text, &doc.languages);
    // Without them nothing is missing: they are not told in another language.
    let own = |text: Option<&LocalText>| {
        let told = |lang: &Lang| Some((*lang, text?.get(*lang)?.value.clone()));
        doc.languages.iter().filter_map(told).collect()
    };
    let publisher = &doc.publisher;
    Settings {
        languages: doc.languages.clone(),
        title: all(doc.title.as_ref()),
        description: all(doc.description.as_ref()),
        base_url: doc.base_url.clone(),
        publisher: Publisher {
            name: all(publisher.name.as_ref()),
            address: all(publisher.address.as_ref()),
            phone: all(publisher.phone.as_ref()),
            email: publisher.email.clone(),
            url: publisher.url.clone(),
        },
        call_to_action: doc.call_to_action.as_ref().map(|call| CallToAction {
            text: all(Some(&call.text)),
            told_in: told_in(&call.text, &doc.languages),
            url: call.url.clone(),
            deadline: call.deadline,
            count: own(call.count.as_ref()),
            button: own(call.button.as_ref()),
        }),
        event,
        logo,
        copyright: all(doc.copyright.as_ref()),
        license: all(doc.license.as_ref()),
        colours: doc.colours.clone(),
        borrows_faces: (doc.fonts.as_ref()).is_none_or(|own| own.value != FontChoice::Theme),
        file: doc.file,
    }
}

/// A photograph's description for each language.
pub(super) fn alternative(text: Option<&LocalText>, languages: &[Lang]) -> ByLang<String> {
    every(text, languages)
}
