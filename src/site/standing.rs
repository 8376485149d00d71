//! What a person does, as a reader gets it: each value with the language in which it is told.

use super::entities::Version;
use super::ids::{PersonId, StatementId};
use super::resolved::Site;
use crate::base::Lang;

/// Affiliation and role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Standing<'s> {
    /// The organisation.
    pub(crate) affiliation: Option<Version<'s, str>>,
    /// The post.
    pub(crate) role: Option<Version<'s, str>>,
}

impl Site {
    /// Affiliation and role of whoever made a statement, for a reader of `lang`: as the statement tells
    /// them, else as the person's own file does.
    pub(crate) fn standing(&self, id: StatementId, lang: Lang) -> Standing<'_> {
        let Version { lang: around, text } = self.statement(id).texts.for_reader(lang);
        let own = self.standing_of(self.statement(id).person, lang);
        let [affiliation_lang, role_lang] = text.post_langs;
        // What a statement tells of that day goes before what the person's own file tells.
        let told = |told, that_day: Option<Lang>| match that_day {
            Some(_) => (version(told, that_day), None),
            None => (None, version(told, Some(around))),
        };
        let first = |(that_day, today): (Option<_>, Option<_>), own| that_day.or(own).or(today);
        Standing {
            affiliation: first(
                told(text.affiliation.as_deref(), affiliation_lang),
                own.affiliation,
            ),
            role: first(told(text.role.as_deref(), role_lang), own.role),
        }
    }

    /// The same for lists and among others, with the affiliation in short where there is a short form of it.
    pub(crate) fn short_standing(&self, id: StatementId, lang: Lang) -> Standing<'_> {
        self.in_short(self.statement(id).person, self.standing(id, lang))
    }

    /// Affiliation and role of a person for lists.
    pub(crate) fn short_standing_of(&self, id: PersonId, lang: Lang) -> Standing<'_> {
        self.in_short(id, self.standing_of(id, lang))
    }

    /// A standing with the person's own affiliation in short. What the person belonged to on another day has no
    /// short form.
    fn in_short<'s>(&'s self, id: PersonId, standing: Standing<'s>) -> Standing<'s> {
        let short = standing.affiliation.and_then(|told| {
            let Version { lang, text } = self.person(id).texts.for_reader(told.lang);
            let is_same = lang == told.lang && text.affiliation.as_deref() == Some(told.text);
            version(
                text.affiliation_short.as_deref().filter(|_| is_same),
                Some(lang),
            )
        });
        Standing {
            affiliation: short.or(standing.affiliation),
            ..standing
        }
    }

    /// Affiliation and role of a person, as the person's own file tells them.
    pub(crate) fn standing_of(&self, id: PersonId, lang: Lang) -> Standing<'_> {
        let Version { lang, text } = self.person(id).texts.for_reader(lang);
        Standing {
            affiliation: version(text.affiliation.as_deref(), Some(lang)),
            role: version(text.role.as_deref(), Some(lang)),
        }
    }
}

fn version(text: Option<&str>, lang: Option<Lang>) -> Option<Version<'_, str>> {
    let (text, lang) = (text?, lang?);
    Some(Version { lang, text })
}
