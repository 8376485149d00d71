//! A scanner that takes a page apart into tags and text; enough for pages that the program
//! itself has written.

use std::collections::BTreeMap;

/// An opening tag.
#[derive(Debug)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Its attributes, entities replaced.
    pub attributes: BTreeMap<String, String>,
    /// The byte after it in the page.
    pub end: usize,
}

/// A page taken apart.
pub struct Page {
    /// The page as it is.
    pub source: String,
    /// Its opening tags in order.
    pub tags: Vec<Tag>,
}

impl Tag {
    /// The value of an attribute; empty when it is not there.
    pub fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }
}

impl Page {
    /// Takes a page apart.
    pub fn read(source: &str) -> Self {
        let mut tags = Vec::new();
        let mut at = 0;
        while let Some(open) = source[at..].find('<').map(|open| at + open) {
            let rest = &source[open + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                at = open + 4 + comment.find("-->").expect("the end of a comment");
            } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let tag = read_tag(source, open + 1);
                at = tag.end;
                tags.push(tag);
            } else {
                at = open + 1;
            }
        }
        Self { source: source.to_owned(), tags }
    }

    /// The tags of a name.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    /// The links of the `head` with a relation.
    pub fn links(&self, rel: &str) -> Vec<&Tag> {
        self.all("link").filter(|tag| tag.get("rel") == rel).collect()
    }

    /// The addresses of all links in the `body`.
    pub fn hrefs(&self) -> Vec<&str> {
        self.all("a").map(|tag| tag.get("href")).collect()
    }

    /// Every fragment of the page.
    pub fn ids(&self) -> Vec<&str> {
        self.tags.iter().map(|tag| tag.get("id")).filter(|id| !id.is_empty()).collect()
    }

    /// What stands between `main` and its end, as it is.
    pub fn main(&self) -> &str {
        let begin = self.source.find("<main").expect("a main element");
        let end = self.source.find("</main>").expect("the end of main");
        &self.source[begin..end]
    }

    /// The text after a tag, up to the next one.
    pub fn text_after(&self, tag: &Tag) -> &str {
        self.source[tag.end..].split('<').next().unwrap_or_default()
    }
}

fn read_tag(source: &str, at: usize) -> Tag {
    let name_end = at + source[at..].find([' ', '>', '/', '\n']).expect("the end of a name");
    let mut tag = Tag { name: source[at..name_end].to_owned(), attributes: BTreeMap::new(), end: name_end };
    let mut rest = name_end;
    loop {
        rest += source[rest..].len() - source[rest..].trim_start_matches([' ', '\n', '/']).len();
        if source[rest..].starts_with('>') {
            tag.end = rest + 1;
            return tag;
        }
        let end = rest + source[rest..].find(['=', ' ', '>', '\n']).expect("the end of an attribute");
        let key = source[rest..end].to_owned();
        rest = end;
        let mut value = String::new();
        if let Some(quoted) = source[rest..].strip_prefix("=\"") {
            let close = quoted.find('"').expect("a closing quotation mark");
            value = unescape(&quoted[..close]);
            rest += 2 + close + 1;
        }
        tag.attributes.insert(key, value);
    }
}

fn unescape(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}
