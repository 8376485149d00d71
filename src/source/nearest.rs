//! "Did you mean".

/// The candidate most like `word`, if one is alike enough to be meant, or the only one that `word`
/// is the beginning of.
#[must_use]
pub(crate) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<String> {
    let candidates: Vec<&str> = candidates.collect();
    let begun = |own: &&&str| {
        own.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with('-'))
    };
    let mut longer = candidates.iter().filter(begun);
    if let (Some(only), None) = (longer.next(), longer.next())
        && word.len() > 2
        && !candidates.contains(&word)
    {
        return Some((*only).to_owned());
    }
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count().max(3) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}
