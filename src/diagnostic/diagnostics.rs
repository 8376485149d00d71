//! What every stage reports into.

use super::{Diagnostic, Location, Severity, Sources, UiLang};

/// So many problems before and behind one may be of its line.
const NEAR: usize = 8;

/// Collects problems; a stage reports and goes on.
#[derive(Debug, Default, Clone)]
pub struct Diagnostics {
    problems: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Takes one problem in.
    pub fn report(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// Takes in everything others have collected.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.problems.extend(other.problems);
    }

    /// Whether an error, not just a warning, was reported.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        let severities = self.problems.iter().map(Diagnostic::severity);
        severities.into_iter().any(|grave| grave == Severity::Error)
    }

    /// Everything reported so far, in the order in which it came in.
    #[must_use]
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// Everything reported, by path, place, code and words, each once; a fault of a template once for
    /// all leaflets that it spoils; nothing that another says at the same
    /// place, nor a slip in a line that another tells as a whole. The order never depends
    /// on which thread was faster.
    #[must_use]
    pub fn sorted(&self, sources: &Sources) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.problems.iter().collect();
        all.sort_by(|a, b| order(a, sources).cmp(&order(b, sources)));
        all.dedup_by(|a, b| a == b || a.is_one_fault_with(b) || a.is_said_by(b));
        let whole = all.clone();
        // They stand near each other.
        let beside = |at: usize| whole[at.saturating_sub(NEAR)..whole.len().min(at + NEAR)].iter();
        let mut at = 0..whole.len();
        all.retain(|own| {
            let mut others = at.next().map(beside).into_iter().flatten();
            !others.any(|other| own.goes_with(other, sources))
        });
        all
    }
}

/// What the place of a problem among others goes by.
fn order<'d>(problem: &'d Diagnostic, sources: &'d Sources) -> impl Ord + use<'d> {
    let (path, at) = match &problem.place {
        Location::At(loc) => (sources.path(loc.file), Some(loc.span)),
        Location::File(file) => (sources.path(*file), None),
        Location::Outside { path, span, .. } => (path.as_str(), Some(*span)),
        Location::Path(path) => (path.as_str(), None),
        Location::Run => ("\u{10ffff}", None),
    };
    (path, at, problem.code(), problem.words(UiLang::En))
}

#[cfg(test)]
mod tests {
    use super::super::{DiagnosticWords, Fault};
    use super::*;
    use crate::base::Span;

    /// A mistake of a theme that spoils a leaflet.
    struct Spoilt(&'static str);

    impl Fault for Spoilt {
        fn code(&self) -> &'static str {
            "test/spoilt"
        }

        fn severity(&self) -> Severity {
            Severity::Error
        }

        fn ja(&self) -> DiagnosticWords {
            (self.0.to_owned(), String::new()).into()
        }

        fn en(&self) -> DiagnosticWords {
            (self.0.to_owned(), String::new()).into()
        }

        fn cause(&self) -> Option<&str> {
            Some("unknown variable")
        }
    }

    #[test]
    fn one_mistake_of_a_theme_is_told_once_and_the_order_is_its_own() {
        let at = |leaflet, byte| {
            let span = Span::new(byte, byte + 1);
            Diagnostic::outside("theme/print/a4.typ", "text", span, Spoilt(leaflet))
        };
        let problems = [at("b", 2), at("a", 2), at("c", 0), at("a", 2)];
        let told = |order: &[usize]| -> Vec<String> {
            let mut diagnostics = Diagnostics::default();
            for n in order {
                diagnostics.report(problems[*n].clone());
            }
            let sorted = diagnostics.sorted(&Sources::default());
            let words = sorted.iter().map(|p| p.words(UiLang::Ja).message.clone());
            words.collect()
        };
        assert_eq!(told(&[0, 1, 2, 3]), ["c", "a"]);
        assert_eq!(told(&[3, 2, 1, 0]), ["c", "a"]);
        // Without a place in the theme, each is a fault of its own.
        let mut diagnostics = Diagnostics::default();
        diagnostics.report(Diagnostic::of_run(Spoilt("a")));
        diagnostics.report(Diagnostic::of_run(Spoilt("b")));
        assert_eq!(diagnostics.sorted(&Sources::default()).len(), 2);
    }
}
