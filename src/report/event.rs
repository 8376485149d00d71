//! The rally that a report is about, from what stands before the first speaker.

use super::calendar::{self, PartialDate};
use super::heading;

/// Titles are shorter than this many characters.
const LONGEST_TITLE: usize = 90;

/// A rally, as far as the report tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct DraftEvent {
    /// Its name.
    pub name: Option<String>,
    /// The lines of the title as they stand in the report.
    pub title: Vec<String>,
    /// Its day.
    pub date: Option<PartialDate>,
    /// Where it was, where a line of its own says so.
    pub venue: Option<String>,
    /// Who held it.
    pub organisers: Vec<String>,
    /// Who supported it.
    pub supporters: Vec<String>,
    /// How many came, in the report's words.
    pub attendance: Option<String>,
    /// What is told about it, in paragraphs.
    pub body: Vec<String>,
}

impl DraftEvent {
    /// Reads the paragraphs before the first speaker.
    pub(super) fn read(paragraphs: Vec<String>) -> Self {
        let is_title = |text: &String| {
            text.chars().count() <= LONGEST_TITLE
                && !text.ends_with('。')
                && !text.contains("。\u{3000}")
        };
        let titles = paragraphs.iter().take_while(|text| is_title(text)).count();
        let mut title = paragraphs;
        let body = title.split_off(titles);
        let named = title.iter().filter(|line| labelled(line).is_none());
        let name: String = named.map(|line| bare(line)).collect();
        let mut facts = title.iter().filter_map(|line| labelled(line));
        let venue = facts.find(|(label, _)| VENUE.contains(label));
        let told = body.join("\n");
        Self {
            name: (!name.is_empty()).then_some(name),
            venue: venue.map(|(_, place)| place.to_owned()),
            date: calendar::first(&title.join("\n")).or_else(|| calendar::first(&told)),
            organisers: named_before(
                &told,
                &["の共催", "の主催", "が主催", "が共催", "の呼びかけ"],
            ),
            supporters: named_before(&told, &["の後援", "が後援", "の協賛", "の賛同"]),
            attendance: attendance(&told),
            title,
            body,
        }
    }

    /// Whether the report tells nothing of a rally.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.title.is_empty() && self.body.is_empty()
    }
}

/// What stands before the colon of a line that says where a rally was.
const VENUE: [&str; 3] = ["会場", "場所", "ところ"];
/// The same for other facts.
const FACTS: [&str; 12] = [
    "日時",
    "日程",
    "日付",
    "開催日",
    "とき",
    "時間",
    "主催",
    "共催",
    "後援",
    "協賛",
    "参加者",
    "参加費",
];

/// Label and text of a line that gives one fact, such as `会場：市民会館`.
pub(super) fn labelled(line: &str) -> Option<(&str, &str)> {
    let (label, text) = bare(line).split_once(['：', ':'])?;
    let (label, text) = (label.trim(), text.trim());
    let known = VENUE.contains(&label) || FACTS.contains(&label);
    (known && !text.is_empty()).then_some((label, text))
}

/// A title without the sign before it.
fn bare(line: &str) -> &str {
    match heading::marker(line) {
        Some(sign) if !matches!(sign, '＜' | '〈' | '《' | '<' | '【' | '［' | '〔' | '≪') => {
            line[sign.len_utf8()..].trim()
        }
        _ => line.trim(),
    }
}

/// The organisations listed right before one of `words`.
fn named_before(text: &str, words: &[&str]) -> Vec<String> {
    let found = words.iter().filter_map(|word| text.find(word)).min();
    let Some(end) = found else {
        return Vec::new();
    };
    let start = text[..end]
        .rfind(['、', '。', '，', '「', '」', '\n'])
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(0, char::len_utf8)
        });
    text[start..end]
        .split(['・', '･', '／', '/'])
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

/// `約400人`, where people are said to have come.
fn attendance(text: &str) -> Option<String> {
    const CAME: [&str; 5] = ["参加", "集まり", "集まっ", "出席", "来場"];
    let is_number = |c: char| {
        c.is_ascii_digit() || matches!(c, '０'..='９' | ',' | '，' | '万' | '千' | '百' | '数')
    };
    text.match_indices(['人', '名']).find_map(|(at, unit)| {
        let before = &text[..at];
        let number = before.trim_end_matches(is_number);
        let counted = before.len() > number.len();
        let after = &text[at + unit.len()..];
        let near: String = after.chars().take(12).collect();
        let start = number.strip_suffix('約').unwrap_or(number).len();
        (counted && CAME.iter().any(|came| near.contains(came)))
            .then(|| text[start..at + unit.len()].to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rally_is_read_from_the_opening() {
        let event = DraftEvent::read(vec![
            "■「窓口を守れ」".into(),
            "緊急集会".into(),
            "2030年5月1日、市民の会・町の医師会の共催、労組の後援で開き、約120人が参加しました。"
                .into(),
        ]);
        assert_eq!(event.name.as_deref(), Some("「窓口を守れ」緊急集会"));
        assert_eq!(
            event.date,
            crate::base::Date::new(2030, 5, 1).map(PartialDate::Whole)
        );
        assert_eq!(event.organisers, ["市民の会", "町の医師会"]);
        assert_eq!(event.supporters, ["労組"]);
        assert_eq!(event.attendance.as_deref(), Some("約120人"));
        assert_eq!(event.body.len(), 1);
    }

    #[test]
    fn what_is_not_told_is_not_made_up() {
        let event = DraftEvent::read(vec!["集会がありました。".into()]);
        assert_eq!(
            (event.name, event.date, event.attendance),
            (None, None, None)
        );
        assert!(event.organisers.is_empty());
    }
}
