//! The PDF for screens and offices: standards, tags, language, title, links. And for the press:
//! no links at all.

use super::faults::Faults;
use super::parts::printed;
use crate::preflight::fault::{PreflightFault, Reader, Standard};
use crate::preflight::read::{Annotation, Claims, Goal, Reading};
use crate::preflight::wanted::Wanted;

pub(super) fn look(reading: &Reading, wanted: &Wanted, faults: &mut Faults) {
    let claims = &reading.claims;
    match wanted.reader {
        Reader::Office => {
            document(claims, wanted, faults);
            for (at, page) in reading.pages.iter().enumerate() {
                for annotation in &page.annotations {
                    link(at, annotation, claims, faults);
                }
            }
        }
        Reader::Press => {
            for (at, page) in reading.pages.iter().enumerate() {
                let printed = printed(page, wanted);
                let all = page.annotations.iter();
                for annotation in all.filter(|annotation| annotation.area.meets(printed)) {
                    faults.on(
                        at,
                        PreflightFault::Annotation {
                            kind: annotation.kind.clone(),
                        },
                    );
                }
            }
        }
    }
}

fn document(claims: &Claims, wanted: &Wanted, faults: &mut Faults) {
    for (kept, standard) in [
        (claims.ua1, Standard::Ua1),
        (claims.a2a && claims.intent, Standard::A2a),
    ] {
        if !kept {
            faults.of_all(PreflightFault::Undeclared { standard });
        }
    }
    if !claims.marked || claims.tags == 0 {
        faults.of_all(PreflightFault::Untagged);
    }
    let own = claims.language.as_deref();
    if own.is_none_or(|own| primary(own) != primary(&wanted.language)) {
        faults.of_all(PreflightFault::Language {
            found: own.map(str::to_owned),
            wanted: wanted.language.clone(),
        });
    }
    if claims.title.is_none() || !claims.shows_title {
        faults.of_all(PreflightFault::NoTitle);
    }
    if !claims.bookmarks {
        faults.of_all(PreflightFault::NoBookmarks);
    }
    if claims.mute_figures > 0 {
        faults.of_all(PreflightFault::MuteFigures {
            count: claims.mute_figures,
        });
    }
}

/// `ja` of `ja-JP`.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

fn link(at: usize, annotation: &Annotation, claims: &Claims, faults: &mut Faults) {
    let dead = match &annotation.goal {
        Goal::Page => None,
        Goal::Nowhere => Some(None),
        Goal::Named(name) => (!claims.names.contains(name)).then(|| Some(name.clone())),
        Goal::Address(address) => (!works(address)).then(|| Some(address.clone())),
    };
    if let Some(goal) = dead {
        faults.on(at, PreflightFault::DeadLink { goal });
    }
    if annotation.kind == "Link"
        && annotation
            .words
            .as_ref()
            .is_none_or(|w| w.trim().is_empty())
    {
        faults.on(at, PreflightFault::MuteLink);
    }
}

/// Whether an address can be opened from a PDF that lies anywhere.
fn works(address: &str) -> bool {
    let begins = |scheme: &str| {
        address
            .strip_prefix(scheme)
            .is_some_and(|rest| !rest.is_empty())
    };
    let host = |rest: &str| !rest.is_empty() && !rest.starts_with(['/', '?', '#']);
    let web = ["https://", "http://"]
        .iter()
        .any(|s| address.strip_prefix(s).is_some_and(host));
    web || begins("mailto:") || begins("tel:")
}
