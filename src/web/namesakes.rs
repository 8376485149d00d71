//! Persons of one name, who have to be told apart where the name stands alone.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::base::Lang;
use crate::site::{PersonId, Site, Version};

/// The names that more than one person has, for the readers of one language.
pub(super) struct Namesakes<'s>(HashSet<&'s str>);

impl<'s> Namesakes<'s> {
    /// Looks through all persons of a site.
    pub(super) fn of(site: &'s Site, lang: Lang) -> Self {
        let all = (0..site.persons.len()).map(|at| site.name_of(PersonId(at), lang).text.as_str());
        let mut seen = HashSet::new();
        Self(all.filter(|name| !seen.insert(*name)).collect())
    }

    /// Affiliation and role of a person who has a namesake, and their language.
    pub(super) fn apart(&self, site: &Site, id: PersonId, lang: Lang) -> Option<(String, Lang)> {
        if !self.0.contains(site.name_of(id, lang).text.as_str()) {
            return None;
        }
        let Version { lang, text } = site.person(id).texts.for_reader(lang);
        let post = joined(text.affiliation.as_deref(), text.role.as_deref(), lang);
        (!post.is_empty()).then(|| (post.into_owned(), lang))
    }
}

/// Affiliation and role, joined as the language does.
pub(super) fn joined<'t>(
    group: Option<&'t str>,
    role: Option<&'t str>,
    lang: Lang,
) -> Cow<'t, str> {
    match (group, role) {
        (Some(group), Some(role)) => format!("{group}{}{role}", lang.locale().beside).into(),
        (Some(only), None) | (None, Some(only)) => only.into(),
        (None, None) => "".into(),
    }
}
