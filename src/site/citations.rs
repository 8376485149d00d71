//! Which passages speak on which topic.

use super::entities::{Citation, Statement};
use super::ids::{StatementId, TopicId};

/// For each topic, the passages that speak on it, speaker by speaker. A statement that names a
/// topic in no section is cited through its summary.
pub(super) fn citations<'s>(
    speakers: impl Iterator<Item = &'s Statement>,
    topics: usize,
) -> Vec<Vec<Citation>> {
    let mut cited: Vec<Vec<Citation>> = vec![Vec::new(); topics];
    for (at, speaker) in speakers.enumerate() {
        let id = StatementId(at);
        let sections = &speaker.texts.original().text.body.sections;
        let mut named: Vec<TopicId> = Vec::new();
        for section in sections {
            for topic in &section.topics {
                cited[topic.0].push(Citation {
                    statement: id,
                    section: Some(section.id.clone()),
                });
                named.push(*topic);
            }
        }
        for topic in speaker.topics.iter().filter(|t| !named.contains(t)) {
            cited[topic.0].push(Citation {
                statement: id,
                section: None,
            });
        }
    }
    cited
}
