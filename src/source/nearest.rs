//! "Did you mean".

/// The candidate most like `word`, if one is alike enough to be meant, or the only one that `word`
/// is the beginning or the end of.
#[must_use]
pub(crate) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<String> {
    let candidates: Vec<&str> = candidates.collect();
    let begins = |own: &str| {
        own.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with('-'))
    };
    let ends = |own: &str| {
        own.strip_suffix(word)
            .is_some_and(|rest| rest.ends_with('-'))
    };
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut all = candidates.iter().filter(|own| fits(own));
        all.next().filter(|_| all.next().is_none())
    };
    let is_piece = word.len() > 2 && !candidates.contains(&word);
    if let Some(only) = only(&begins).filter(|_| is_piece) {
        return Some((*only).to_owned());
    }
    let alike = candidates
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count().max(3) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate);
    let found = alike.or_else(|| only(&ends).filter(|_| is_piece))?;
    Some((*found).to_owned())
}
