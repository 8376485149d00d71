//! When a layout is settled.
//!
//! The engine lays a document out again as long as an answer that the document got about itself
//! (where a heading stands, what a counter says) has changed, up to five times. Among these
//! questions is one that templates never ask: which element of the document a *measured* one
//! stands for. The engine asks it for every paragraph that is measured, lest a question about
//! places come up inside; the answer changes from the first round to the second, and everything
//! measured would be laid out twice for nothing. So the first round is taken if no other answer
//! has changed.

use std::num::NonZeroUsize;

use comemo::{Constraint, Track};
use typst::World;
use typst::diag::{SourceResult, StrResult};
use typst::ecow::{EcoString, EcoVec};
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Label, Output, Selector, StyleChain, Target, TargetElem};
use typst::introspection::{DocumentPosition, EmptyIntrospector, Introspector, Location};
use typst::model::Numbering;
use typst::syntax::VirtualPath;
use typst::utils::Protected;
use typst_layout::PagedDocument;

/// Lays a document out in as many rounds as it needs.
///
/// # Errors
/// What is wrong in a template.
pub(super) fn settled(world: &dyn World) -> SourceResult<PagedDocument> {
    match first(world) {
        Some(document) => Ok(document),
        None => typst::compile(world).output,
    }
}

/// The first round, if it settles the layout. What went wrong is left to the engine to tell.
fn first(world: &dyn World) -> Option<PagedDocument> {
    let world = world.track();
    let library = world.library();
    let target = TargetElem::target.set(Target::Paged).wrap();
    let base = StyleChain::new(&library.styles);
    let styles = base.chain(&target);
    let traced = Traced::default();
    let mut sink = Sink::new();
    let main = world.source(world.main()).ok()?;
    let content = typst_eval::eval(
        world,
        library,
        traced.track(),
        sink.track_mut(),
        Route::default().track(),
        &main,
    )
    .ok()?
    .content();
    let (nothing, asked) = (EmptyIntrospector, Constraint::new());
    let mut engine = Engine {
        library,
        world,
        introspector: Protected::new((&nothing as &dyn Introspector).track_with(&asked)),
        traced: traced.track(),
        sink: sink.track_mut(),
        route: Route::default(),
    };
    let document = PagedDocument::create(&mut engine, &content, styles).ok()?;
    let same = asked.validate(&Unmatched(Output::introspector(&document)) as &dyn Introspector);
    (same && sink.delayed().is_empty()).then_some(document)
}

/// What a document says of itself, but for which of its elements a measured one stands for.
struct Unmatched<'d>(&'d dyn Introspector);

impl Introspector for Unmatched<'_> {
    fn locator(&self, _: u128, _: Location) -> Option<Location> {
        None
    }

    fn query(&self, selector: &Selector) -> EcoVec<Content> {
        self.0.query(selector)
    }

    fn query_first(&self, selector: &Selector) -> Option<Content> {
        self.0.query_first(selector)
    }

    fn query_unique(&self, selector: &Selector) -> StrResult<Content> {
        self.0.query_unique(selector)
    }

    fn query_label(&self, label: Label) -> StrResult<&Content> {
        self.0.query_label(label)
    }

    fn query_labelled(&self) -> EcoVec<Content> {
        self.0.query_labelled()
    }

    fn query_count_before(&self, selector: &Selector, end: Location) -> usize {
        self.0.query_count_before(selector, end)
    }

    fn label_count(&self, label: Label) -> usize {
        self.0.label_count(label)
    }

    fn pages(&self, location: Location) -> Option<NonZeroUsize> {
        self.0.pages(location)
    }

    fn page(&self, location: Location) -> Option<NonZeroUsize> {
        self.0.page(location)
    }

    fn position(&self, location: Location) -> Option<DocumentPosition> {
        self.0.position(location)
    }

    fn page_numbering(&self, location: Location) -> Option<&Numbering> {
        self.0.page_numbering(location)
    }

    fn page_supplement(&self, location: Location) -> Option<&Content> {
        self.0.page_supplement(location)
    }

    fn anchor(&self, location: Location) -> Option<&EcoString> {
        self.0.anchor(location)
    }

    fn document(&self, location: Location) -> Option<Location> {
        self.0.document(location)
    }

    fn path(&self, location: Location) -> Option<&VirtualPath> {
        self.0.path(location)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{JobWorld, PrintEngine as Press, file_id, told};
    use super::*;
    use std::collections::HashMap;

    /// Whether one round settles the template, and what it tells in the end.
    fn told_by(template: &str) -> (bool, String) {
        let press = Press::new(std::iter::empty(), [("print/a.typ", template)].into_iter());
        let world = JobWorld {
            engine: &press,
            main: file_id("a.typ").unwrap(),
            jobs: HashMap::new(),
            written: HashMap::new(),
        };
        let document = settled(&world).unwrap();
        let told = told(&document, "told");
        (first(&world).is_some(), format!("{told:?}"))
    }

    #[test]
    fn what_is_only_measured_is_laid_out_once() {
        let template = "#context [#metadata(measure(heading[a]).width)<told>]\n= a\ntext";
        assert_eq!(told_by(template), (true, "[0.0pt]".to_owned()));
    }

    #[test]
    fn what_depends_on_the_document_is_laid_out_until_it_is_true() {
        let template = "#context [#metadata(query(heading).len())<told>]\n= a\n= b";
        assert_eq!(told_by(template), (false, "[2]".to_owned()));
        let measured = "#context [#metadata(measure(context h(1pt) * query(heading).len()).width)<told>]\n= a\n= b";
        assert!(!told_by(measured).0);
    }
}
