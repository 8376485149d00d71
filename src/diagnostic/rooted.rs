//! One thing that is wrong and shows at many places is told once, with all of the places.

use std::collections::{BTreeMap, BTreeSet};

use super::{Diagnostic, Diagnostics, Location, Sources};

/// So many other places are named.
const MOST: usize = 12;

impl Diagnostics {
    /// The same with each root told at the first of its places, which names the others.
    #[must_use]
    pub(crate) fn by_root(self, sources: &Sources) -> Self {
        let mut found: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for problem in self.sorted(sources) {
            if let Some(root) = problem.root() {
                found.entry(root).or_default().push(problem);
            }
        }
        found.retain(|_, all| all.len() > 1);
        if found.is_empty() {
            return self;
        }
        let mut once = Self::default();
        for all in found.values_mut() {
            // An error is told before a warning, or the site would be built; what is wrong with a file
            // itself before what uses it; links last.
            all.sort_by_key(|problem| {
                let is_file = matches!(problem.place, Location::Path(_));
                let is_link = problem.code().starts_with("link/");
                (problem.severity(), !is_file, is_link)
            });
            if let Some((first, others)) = all.split_first() {
                once.report(with_places(first, others, sources));
            }
        }
        let is_told =
            |problem: &Diagnostic| problem.root().is_some_and(|root| found.contains_key(root));
        for problem in self.as_slice().iter().filter(|problem| !is_told(problem)) {
            once.report(problem.clone());
        }
        once
    }
}

fn with_places(first: &Diagnostic, others: &[&Diagnostic], sources: &Sources) -> Diagnostic {
    let mut places: Vec<(&str, Option<usize>)> = Vec::new();
    let mut seen = BTreeSet::new();
    for other in others {
        let place = match &other.place {
            Location::At(loc) => {
                let (line, _) = sources.line_column(*loc);
                (sources.path(loc.file), Some(line))
            }
            Location::File(file) => (sources.path(*file), None),
            Location::Outside { path, .. } | Location::Path(path) => (path.as_str(), None),
            Location::Run => continue,
        };
        if seen.insert(place) {
            places.push(place);
        }
    }
    if places.is_empty() {
        return first.clone();
    }
    let told = |line: fn(usize) -> String, between: &str| {
        let shown = places.iter().take(MOST);
        let shown = shown.map(|(path, at)| format!("{path}{}", at.map_or_else(String::new, line)));
        let shown: Vec<String> = shown.collect();
        let dots = if places.len() > MOST { " …" } else { "" };
        format!("{}{dots}", shown.join(between))
    };
    let number = places.len();
    let ja = format!(
        "同じことが、ほかに{number}か所にあります：{}",
        told(|line| format!("（{line}行目）"), "、")
    );
    let en = format!(
        "The same at {number} other place{}: {}",
        if number == 1 { "" } else { "s" },
        told(|line| format!(" (line {line})"), ", ")
    );
    first.clone().with_more(&ja, &en)
}
