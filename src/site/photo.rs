//! Photographs that front matter names: whether they are there, and whether they may be shown.

use super::entities::Photo;
use super::fault::SiteFault;
use super::joinable::Joinable;
use super::languages;
use super::pair::Group;
use super::tables::{LinkOutput, Tables};
use crate::base::{ContentPath, Spanned};
use crate::diagnostic::Diagnostic;
use crate::model::PhotoDoc;

/// A picture under a key, as far as it may be shown.
pub(super) fn shown<D: Joinable>(
    group: &Group<D>,
    key: &'static str,
    get: impl Fn(&D) -> Option<&Spanned<PhotoDoc>>,
    tables: &Tables,
    output: &mut LinkOutput,
) -> Option<Photo> {
    let same = |a: &PhotoDoc, b: &PhotoDoc| a.file.value == b.file.value;
    let (file, photo) = group.neutral(key, get, same, &mut output.diagnostics)?;
    let photo = photo.value;
    let place = photo.file.span.of(file);
    let path = image_path(&photo.file.value);
    if photo.file.value.contains("://") {
        let address = photo.file.value;
        let fault = SiteFault::OutsideImage { address };
        let problem = Diagnostic::at(place, fault);
        output.diagnostics.report(problem);
        return None;
    }
    match tables.names.picture(path.clone(), &photo.file.value, "") {
        Ok(out) if photo.web => {
            output.images.extend(path.map(|path| (path, place)));
            Some(Photo {
                path: out,
                alt: languages::alternative(photo.alt.as_ref(), &tables.languages),
                credit: photo.credit,
                print: photo.print,
            })
        }
        Ok(_) => {
            output.unshown.extend(path.map(|path| (path, place)));
            if !photo.unclear {
                let told = Diagnostic::at(place, SiteFault::NoConsent { key });
                output.diagnostics.report(told);
            }
            None
        }
        Err(kind) => {
            output.diagnostics.report(Diagnostic::at(place, kind));
            None
        }
    }
}

/// The picture that a name in front matter means.
pub(super) fn image_path(written: &str) -> Option<ContentPath> {
    let name = written.replace('\\', "/");
    let name = name.trim_start_matches("../").trim_start_matches("images/");
    ContentPath::parse(&format!("images/{name}"))
}
