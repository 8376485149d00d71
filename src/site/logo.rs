//! The logo of the campaign, which `site.yaml` names.

use super::entities::Logo;
use super::photo::image_path;
use super::tables::Tables;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::SiteDoc;

/// The logo, if it is there.
pub(super) fn logo(doc: &SiteDoc, tables: &Tables, diagnostics: &mut Diagnostics) -> Option<Logo> {
    let written = doc.logo.as_ref()?;
    let place = written.span.of(doc.file);
    let file = image_path(&written.value);
    match tables.names.picture(file.clone(), &written.value, "") {
        Ok(path) => Some(Logo {
            file: file?,
            path,
            place,
        }),
        Err(fault) => {
            diagnostics.report(Diagnostic::at(place, fault));
            None
        }
    }
}
