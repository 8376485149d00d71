//! Whether a line asks something.

/// Whether a line ends as a question does.
#[must_use]
pub(crate) fn is_question(line: &str) -> bool {
    let line = line.trim_end_matches(['」', '』', '）', ')', '"', '”', '。', '’', ' ']);
    line.ends_with(['?', '？', 'か'])
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
        ] {
            assert!(!is_question(line), "{line}");
        }
    }
}
