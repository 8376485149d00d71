//! Which characters a page shows, and which of them in bold.
//!
//! What is bold is guessed from the theme's style sheets, on the safe side: where rules differ, or
//! a selector says more than is understood here, characters count as both. A character that is
//! missed is set in the system's face that stands in.

use std::collections::HashMap;

/// How a character is shown: in a regular weight, in a bold one, or (both bits) in either; or in the face of large
/// type.
pub(super) const PLAIN: u8 = 1;
pub(super) const BOLD: u8 = 2;
pub(super) const HEAVY: u8 = 4;

/// The characters of a page in the order of their numbers, each with its weights.
pub(super) type PageChars = Vec<(char, u8)>;

/// Characters up to the last ideographic plane that fonts fill are looked at.
pub(super) const TABLE: usize = 0x3_0000;

/// What browsers set in bold by themselves.
const BROWSER: &str = "b,strong,th,h1,h2,h3,h4,h5,h6{font-weight:bold}";

/// Elements without an end.
const VOID: [&str; 12] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
];

/// Elements whose text is not shown in a face of the page.
const SILENT: [&str; 3] = ["script", "style", "title"];

/// What the browser adds to lists, and what pages write as entities.
const ALWAYS: &str = "0123456789.&<>\"'";

/// A table to count characters in, used for one page after the other.
pub(super) struct Marks {
    weights: Vec<u8>,
    met: Vec<char>,
}

impl Marks {
    pub(super) fn new() -> Self {
        Self {
            weights: vec![0; TABLE],
            met: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, text: &str, weights: u8) {
        let seen = text.chars().filter(|char| !char.is_control());
        seen.for_each(|char| self.add_one(char, weights));
    }

    pub(super) fn add_one(&mut self, char: char, weights: u8) {
        if let Some(own) = self.weights.get_mut(char as usize) {
            if *own == 0 {
                self.met.push(char);
            }
            *own |= weights;
        }
    }

    /// What was added since this was last asked.
    pub(super) fn take(&mut self) -> PageChars {
        self.met.sort_unstable();
        let weights = &mut self.weights;
        let met = self.met.drain(..);
        met.map(|char| (char, std::mem::take(&mut weights[char as usize])))
            .collect()
    }
}

/// What a theme's style sheets say of weight.
#[derive(Debug, Default)]
pub(super) struct Weights {
    /// By the last class, or else the element, of a selector.
    rules: HashMap<String, Vec<Rule>>,
    /// The text that style sheets add to pages (`content: "›"`).
    added: String,
}

/// A selector that sets a weight: the element itself, then what it has to stand in, outward.
#[derive(Debug)]
struct Rule {
    chain: Vec<Compound>,
    weights: u8,
}

/// An element, classes, an attribute that it has to have: `a.more[aria-current]`.
#[derive(Debug)]
struct Compound {
    tag: String,
    classes: Vec<String>,
    attribute: String,
}

/// An element that is open while a page is read: its name, its whole tag and its weights.
struct OpenElement<'h>(&'h str, &'h str, u8);

impl Compound {
    fn read(text: &str) -> Option<Self> {
        let (text, attribute) = text.split_once('[').unwrap_or((text, ""));
        let mut parts = text.split(':').next()?.split('.');
        let tag = parts.next()?.trim_start_matches('*').to_owned();
        let classes: Vec<String> = parts.map(str::to_owned).collect();
        let attribute = attribute.split([']', '=', '~', '^', '$', '*']).next()?;
        (!tag.is_empty() || !classes.is_empty()).then_some(Self {
            tag,
            classes,
            attribute: attribute.to_owned(),
        })
    }

    fn fits(&self, name: &str, tag: &str) -> bool {
        let has = |class: &String| classes(tag).any(|own| own == class);
        (self.tag.is_empty() || self.tag == name)
            && self.classes.iter().all(has)
            && tag.contains(&self.attribute)
    }
}

impl Weights {
    /// Reads style sheets.
    pub(super) fn of<'c>(sheets: impl Iterator<Item = &'c str>) -> Self {
        let mut weights = Self::default();
        for sheet in std::iter::once(BROWSER).chain(sheets) {
            for (selectors, body) in sheet.split('}').filter_map(|rule| rule.rsplit_once('{')) {
                let mut lines = body.split(';').map(str::trim);
                let weight = lines.find_map(|line| line.strip_prefix("font-weight:"));
                let weight = match weight.map(str::trim) {
                    Some("900") => HEAVY,
                    Some("bold" | "bolder" | "600" | "700" | "800") => BOLD,
                    Some("normal" | "lighter" | "300" | "400" | "500") => PLAIN,
                    _ => continue,
                };
                // What stands before is the rest of an at-rule or a comment.
                let selectors = selectors.rsplit(['{', '/']).next().unwrap_or_default();
                for selector in selectors.split(',').filter(|one| !one.contains("::")) {
                    weights.push(selector, weight);
                }
            }
            let contents = sheet.split("content:").skip(1);
            weights.added.extend(contents.flat_map(added));
        }
        weights
    }

    fn push(&mut self, selector: &str, weights: u8) {
        // What has to stand before the element is not among those that it stands in.
        let (around, own) = selector.rsplit_once(['+', '~']).unwrap_or(("", selector));
        let around = around.trim_end().rsplit_once([' ', '>', '\n']);
        let around = around.map_or("", |(around, _)| around);
        let ends = [' ', '>', '\n'];
        let parts = own.rsplit(ends).chain(around.rsplit(ends));
        let chain: Vec<Compound> = parts.filter_map(Compound::read).collect();
        let Some(own) = chain.first() else { return };
        let key = own.classes.last().unwrap_or(&own.tag).clone();
        // Of states and neighbours it is not known when they hold.
        let unsure = selector.contains([':', '+', '~']);
        let weights = if unsure { PLAIN | BOLD } else { weights };
        let rules = self.rules.entry(key).or_default();
        rules.push(Rule { chain, weights });
    }

    /// The weights of an element in what is open around it.
    fn weigh(&self, name: &str, tag: &str, around: &[OpenElement<'_>]) -> u8 {
        let fits = |rule: &&Rule| {
            let mut around = around.iter().rev();
            let mut chain = rule.chain.iter();
            chain.next().is_some_and(|own| own.fits(name, tag))
                && chain.all(|outer| around.any(|open| outer.fits(open.0, open.1)))
        };
        let rules = std::iter::once(name).chain(classes(tag));
        let rules = rules.filter_map(|key| self.rules.get(key)).flatten();
        let own = rules.filter(fits).fold(0, |all, rule| all | rule.weights);
        let inherited = around.last().map_or(PLAIN, |open| open.2);
        if own == 0 { inherited } else { own }
    }
}

/// The text of a `content:` that a style sheet goes on with, its escapes resolved.
fn added(css: &str) -> impl Iterator<Item = char> {
    let line = css.lines().next().unwrap_or_default();
    let quoted = line.split('"').skip(1).step_by(2);
    quoted.flat_map(|text| {
        let mut parts = text.split('\\');
        let plain = parts.next().unwrap_or_default().chars();
        plain.chain(parts.flat_map(|part| {
            let end = part.find(|c: char| !c.is_ascii_hexdigit());
            let (code, rest) = part.split_at(end.unwrap_or(part.len()));
            let char = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
            char.into_iter().chain(rest.chars())
        }))
    })
}

/// The characters that a page shows.
pub(super) fn page(html: &str, weights: &Weights, marks: &mut Marks) -> PageChars {
    let mut rest = html;
    let mut open: Vec<OpenElement<'_>> = Vec::with_capacity(32);
    marks.add(ALWAYS, PLAIN | BOLD);
    marks.add(&weights.added, PLAIN | BOLD);
    while let Some((text, after)) = rest.split_once('<') {
        marks.add(text, open.last().map_or(PLAIN, |open| open.2));
        let Some((tag, after)) = after.split_once('>') else {
            break;
        };
        rest = after;
        if tag.starts_with('/') {
            open.pop();
            continue;
        }
        // What a script may say in its place.
        for said in tag.split(" data-").skip(1) {
            let said = said.split('"').nth(1).unwrap_or_default();
            marks.add(said, PLAIN | BOLD);
        }
        let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '/');
        let name = &tag[..end.unwrap_or(tag.len())];
        if SILENT.contains(&name) {
            let closing = format!("</{name}>");
            rest = rest.split_once(closing.as_str()).map_or("", |(_, r)| r);
        } else if !VOID.contains(&name) && !tag.starts_with('!') && !tag.ends_with('/') {
            let weights = weights.weigh(name, tag, &open);
            open.push(OpenElement(name, tag, weights));
        }
    }
    marks.take()
}

fn classes(tag: &str) -> impl Iterator<Item = &str> {
    let after = tag.split_once(" class=\"").map_or("", |(_, after)| after);
    let classes = after.split('"').next().unwrap_or_default();
    classes.split_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = "/* x */\nh2,\n.lead > .name {\n  font-weight: bold;\n}\n\
        .name small { color: red; font-weight: normal; }\n@media print { .big { font-weight: 700; } }\n\
        i.thin { font-weight: normal }\n.lead p + p { font-weight: bold }\np::marker { font-weight: bold }\n\
        a[aria-current] { font-weight: bold }\nu::after { content: \"加\\203a\"; }\n";

    fn shown(html: &str, weight: u8) -> String {
        let weights = Weights::of([CSS].into_iter());
        let shown = page(html, &weights, &mut Marks::new());
        let of_weight = shown.iter().filter(|(_, weights)| weights & weight != 0);
        let chars = of_weight.map(|(char, _)| *char);
        chars.filter(|char| !char.is_ascii()).collect()
    }

    #[test]
    fn a_page_is_read_as_it_is_shown() {
        let html = "<!DOCTYPE html><title>題</title><style>様</style><p>本<br>と<b>太<i>字</i></b>後\
            <span class=\"x name\">外</span><i class=\"lead\"><span class=\"x name\">名<small>小</small>\
            </span></i><img alt=\"絵\">終<em class=\"big\">大</em><i class=\"thin\">細</i></p>\
            <a aria-current=\"page\">今</a><a data-done=\"済\">他</a>";
        assert_eq!(shown(html, PLAIN), "›と他加外小後本済細終");
        assert_eq!(shown(html, BOLD), "›今加名大太字済");
    }

    #[test]
    fn what_is_not_understood_counts_as_both() {
        let html = "<i class=\"lead\"><p>初</p></i><p>別</p><b><i class=\"big thin\">両</i></b>";
        assert_eq!(shown(html, PLAIN), "›両初別加");
        assert_eq!(shown(html, BOLD), "›両初加");
    }
}
