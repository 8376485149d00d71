//! Whether a line asks something.

/// Words of another kind that end like the particle of questions.
const NONE: [&str; 14] = [
    "ほか",
    "なか",
    "わずか",
    "はるか",
    "ほのか",
    "たしか",
    "しずか",
    "ゆたか",
    "あきらか",
    "確か",
    "静か",
    "豊か",
    "僅か",
    "明らか",
];

/// Whether a line ends as a question does.
#[must_use]
pub(crate) fn is_question(line: &str) -> bool {
    let line = line.trim_end_matches(['」', '』', '）', ')', '"', '”', '。', '’', ' ']);
    let asks = line.ends_with('か') && !NONE.iter().any(|end| line.ends_with(end));
    asks || line.ends_with(['?', '？'])
}

#[cfg(test)]
mod tests {
    use super::is_question;

    #[test]
    fn questions_end_in_a_mark_or_its_particle() {
        for line in [
            "どうなる？",
            "「何のため？」",
            "憲法に反しないか",
            "国会の審議もなく、決めていいのか。",
            "What if?",
        ] {
            assert!(is_question(line), "{line}");
        }
        for line in [
            "任意のはずのカードが、なぜ強制に",
            "保険証の廃止は撤回を",
            "Why so",
            "保険証のほか",
            "豊かな国の、その静か",
            "世のなか",
        ] {
            assert!(!is_question(line), "{line}");
        }
    }
}
