//! Which characters a page shows, and which of them in bold.
//!
//! What is bold is guessed from the theme's style sheets. A wrong guess makes a page fetch a
//! little more or less; it never leaves a character without its glyph, since every face is
//! written with every character of the site.

use std::collections::HashMap;

use super::chars::Chars;

/// The characters of one page, or of many.
#[derive(Debug, Clone)]
pub(super) struct Used {
    pub(super) plain: Chars,
    pub(super) bold: Chars,
}

impl Used {
    pub(super) fn new() -> Self {
        Self {
            plain: Chars::new(),
            bold: Chars::new(),
        }
    }

    pub(super) fn absorb(&mut self, other: &Self) {
        self.plain.absorb(&other.plain);
        self.bold.absorb(&other.bold);
    }
}

/// Elements that browsers set in bold by themselves.
const BOLD_TAGS: [&str; 9] = ["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"];

/// Elements without an end.
const VOID: [&str; 12] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
];

/// Elements whose text is not shown in a face of the page.
const SILENT: [&str; 3] = ["script", "style", "title"];

/// What a theme's style sheets say of weight, by the last element or class of a selector.
#[derive(Debug, Default)]
pub(super) struct Weights(HashMap<String, Vec<Rule>>);

/// A selector that sets a weight.
#[derive(Debug)]
struct Rule {
    /// The element itself, then what it has to stand in, from the inside outward.
    chain: Vec<Compound>,
    /// What it has to follow: `p + p`.
    after: Option<Compound>,
    bold: bool,
    /// How specific the selector is, and how late it stands.
    rank: (usize, usize),
}

/// An element, classes, or both: `p.lead`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Compound {
    tag: String,
    classes: Vec<String>,
}

/// An element that is open while a page is read.
struct OpenElement<'h> {
    tag: &'h str,
    classes: &'h str,
    bold: bool,
    /// The tag and classes of the element within it that was opened last.
    last: Option<(&'h str, &'h str)>,
}

impl Compound {
    fn read(text: &str) -> Option<Self> {
        let text = text.split([':', '[', '(', ')']).next()?;
        let mut parts = text.split('.');
        let tag = parts.next()?.trim_start_matches('*').to_owned();
        let classes: Vec<String> = parts.map(str::to_owned).collect();
        (!tag.is_empty() || !classes.is_empty()).then_some(Self { tag, classes })
    }

    fn key(&self) -> String {
        let class = self.classes.last().map(|class| format!(".{class}"));
        class.unwrap_or_else(|| self.tag.clone())
    }

    fn fits(&self, tag: &str, classes: &str) -> bool {
        let has = |class: &String| classes.split_ascii_whitespace().any(|own| own == class);
        (self.tag.is_empty() || self.tag == tag) && self.classes.iter().all(has)
    }
}

impl Weights {
    /// Reads style sheets.
    pub(super) fn of<'c>(sheets: impl Iterator<Item = &'c str>) -> Self {
        let mut weights = Self::default();
        for tag in BOLD_TAGS {
            weights.push(tag, true, 0);
        }
        for (at, rule) in sheets.flat_map(|sheet| sheet.split('}')).enumerate() {
            let Some((selectors, body)) = rule.rsplit_once('{') else {
                continue;
            };
            let weight = body
                .split(';')
                .find_map(|line| line.trim().strip_prefix("font-weight:"));
            let bold = match weight.map(str::trim) {
                Some("bold" | "700" | "bolder") => true,
                Some("normal" | "400") => false,
                _ => continue,
            };
            // What stands before is the rest of an at-rule or a comment.
            let selectors = selectors.rsplit(['{', '/']).next().unwrap_or_default();
            for selector in selectors.split(',').filter(|one| !is_aside(one)) {
                weights.push(selector, bold, at + 1);
            }
        }
        weights
    }

    fn push(&mut self, selector: &str, bold: bool, at: usize) {
        // Only the element itself is asked what it follows; that says enough of a weight.
        let (before, own) = match selector.rsplit_once(['+', '~']) {
            Some((before, own)) if !own.trim().contains([' ', '>', '\n']) => (Some(before), own),
            _ => (None, selector),
        };
        let read = |part: &str| -> Vec<Compound> {
            let parts = part.split([' ', '>', '+', '~', '\n']).rev();
            let parts = parts.filter(|part| !part.is_empty());
            parts.filter_map(Compound::read).collect()
        };
        let mut chain = read(own);
        let mut around = before.map(read).unwrap_or_default().into_iter();
        let after = around.next();
        chain.extend(around);
        if let Some(last) = chain.first() {
            let key = last.key();
            let parts = || chain.iter().chain(&after);
            let classes: usize = parts().map(|part| part.classes.len()).sum();
            let rank = (classes * 10 + parts().count(), at);
            let rule = Rule {
                chain,
                after,
                bold,
                rank,
            };
            self.0.entry(key).or_default().push(rule);
        }
    }

    /// Whether an element is bold in what is open around it.
    fn weigh(&self, tag: &str, classes: &str, around: &[OpenElement<'_>]) -> bool {
        let inherited = around.last().is_some_and(|open| open.bold);
        let before = around.last().and_then(|open| open.last);
        let follows = |rule: &Rule| {
            let asked = rule.after.as_ref();
            asked.is_none_or(|one| before.is_some_and(|(tag, classes)| one.fits(tag, classes)))
        };
        let fits = |rule: &&Rule| {
            let mut around = around.iter().rev();
            let mut chain = rule.chain.iter();
            chain.next().is_some_and(|own| own.fits(tag, classes))
                && follows(rule)
                && chain.all(|outer| around.any(|open| outer.fits(open.tag, open.classes)))
        };
        let by_class = classes
            .split_ascii_whitespace()
            .filter_map(|class| self.0.get(&format!(".{class}")));
        let rules = self.0.get(tag).into_iter().chain(by_class).flatten();
        let best = rules.filter(fits).max_by_key(|rule| rule.rank);
        best.map_or(inherited, |rule| rule.bold)
    }
}

/// Whether a selector is for something beside the text (`li::marker`) or for a state that few
/// elements are in (`a:hover`, `a[aria-current]`).
fn is_aside(selector: &str) -> bool {
    let own = selector
        .trim()
        .rsplit([' ', '>'])
        .next()
        .unwrap_or_default();
    ["::", "[", ":hover", ":focus", ":target"]
        .iter()
        .any(|mark| own.contains(mark))
}

/// Adds the characters that a page shows to `used`; without weights, none counts as bold.
pub(super) fn page(html: &str, weights: Option<&Weights>, used: &mut Used) {
    let mut rest = html;
    let mut open: Vec<OpenElement<'_>> = Vec::with_capacity(32);
    while let Some((text, after)) = rest.split_once('<') {
        let bold = open.last().is_some_and(|open| open.bold);
        let set = if bold {
            &mut used.bold
        } else {
            &mut used.plain
        };
        set.insert_all(text);
        let Some((tag, after)) = after.split_once('>') else {
            return;
        };
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if !name.is_empty() {
                open.pop();
            }
            continue;
        }
        let end = tag
            .find(|c: char| c.is_ascii_whitespace() || c == '/')
            .unwrap_or(tag.len());
        let name = &tag[..end];
        if SILENT.contains(&name) {
            let closing = format!("</{name}>");
            rest = rest.split_once(closing.as_str()).map_or("", |(_, r)| r);
        } else if let Some(weights) = weights
            && !VOID.contains(&name)
            && !tag.starts_with('!')
            && !tag.ends_with('/')
        {
            let classes = classes(tag);
            let bold = weights.weigh(name, classes, &open);
            if let Some(around) = open.last_mut() {
                around.last = Some((name, classes));
            }
            open.push(OpenElement {
                tag: name,
                classes,
                bold,
                last: None,
            });
        }
    }
}

fn classes(tag: &str) -> &str {
    tag.split_once(" class=\"")
        .and_then(|(_, after)| after.split_once('"'))
        .map_or("", |(classes, _)| classes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = "/* x */\nh2,\n.lead > .name {\n  font-weight: bold;\n}\n\
        .name small { color: red; font-weight: normal; }\n@media print { .big { font-weight: 700; } }\n\
        b.thin { font-weight: normal }\n.lead p + p { font-weight: normal }\np::marker,p[x] { font-weight: bold }\n";

    #[test]
    fn a_page_is_read_as_it_is_shown() {
        let mut used = Used::new();
        let html = "<!DOCTYPE html><title>題</title><style>様</style><p>本文<br>と<b>太<i>字</i></b>後\
            <span class=\"x name\">外</span><i class=\"lead\"><span class=\"x name\">名<small>小</small>\
            </span></i><img alt=\"絵\">終<em class=\"big\">大</em><b class=\"thin\">細</b></p>\
            <div class=\"big lead\"><p>初</p><p>次</p></div>";
        page(html, Some(&Weights::of([CSS].into_iter())), &mut used);
        assert_eq!(
            used.plain.visible().collect::<String>(),
            "と外小後文本次細終"
        );
        assert_eq!(used.bold.visible().collect::<String>(), "初名大太字");

        let mut all = used.plain.clone();
        all.absorb(&used.bold);
        let mut unweighed = Used::new();
        page(html, None, &mut unweighed);
        assert!(unweighed.plain.visible().eq(all.visible()));
    }
}
