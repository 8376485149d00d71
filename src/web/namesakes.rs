//! Persons of one name, who have to be told apart where the name stands alone.

use std::collections::HashSet;

use crate::base::Lang;
use crate::site::{PersonId, Site, Standing, Version};

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
        let Standing { affiliation, role } = site.standing_of(id, lang);
        let told: Vec<Version<'_, str>> = [affiliation, role].into_iter().flatten().collect();
        let lang = told.first()?.lang;
        let told = told.iter().filter(|told| told.lang == lang);
        let texts: Vec<&str> = told.map(|told| told.text).collect();
        Some((texts.join(lang.locale().beside), lang))
    }
}
