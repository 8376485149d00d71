//! A scanner that takes a page apart into tags and text; enough for pages that the program
//! itself has written.

use std::collections::BTreeMap;

/// An opening tag.
#[derive(Debug)]
pub(crate) struct Tag {
    /// Its name.
    pub(crate) name: String,
    /// Its attributes, entities replaced.
    pub(crate) attributes: BTreeMap<String, String>,
    /// The byte after it in the page.
    pub(crate) end: usize,
}

/// A page taken apart.
pub(crate) struct Page {
    /// The page as it is.
    pub(crate) source: String,
    /// Its opening tags in order.
    pub(crate) tags: Vec<Tag>,
}

impl Tag {
    /// The value of an attribute; empty when it is not there.
    pub(crate) fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }
}

impl Page {
    /// Takes a page apart.
    pub(crate) fn read(source: &str) -> Self {
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
        Self {
            source: source.to_owned(),
            tags,
        }
    }

    /// The tags of a name.
    pub(crate) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    /// The links of the `head` with a relation.
    pub(crate) fn links(&self, rel: &str) -> Vec<&Tag> {
        self.all("link")
            .filter(|tag| tag.get("rel") == rel)
            .collect()
    }

    /// The addresses of all links in the `body`.
    pub(crate) fn hrefs(&self) -> Vec<&str> {
        self.all("a").map(|tag| tag.get("href")).collect()
    }

    /// Every fragment of the page.
    pub(crate) fn ids(&self) -> Vec<&str> {
        self.tags
            .iter()
            .map(|tag| tag.get("id"))
            .filter(|id| !id.is_empty())
            .collect()
    }

    /// What stands between `main` and its end, as it is.
    pub(crate) fn main(&self) -> &str {
        let begin = self.source.find("<main").expect("a main element");
        let end = self.source.find("</main>").expect("the end of main");
        &self.source[begin..end]
    }

    /// All text of the element that a tag opens, without the tags in it.
    pub(crate) fn text_in(&self, tag: &Tag) -> String {
        let rest = &self.source[tag.end..];
        let inside = rest.split(&format!("</{}>", tag.name)).next();
        let mut pieces = inside.unwrap_or_default().split('<');
        let first = pieces.next().unwrap_or_default().to_owned();
        first
            + &pieces
                .filter_map(|piece| Some(piece.split_once('>')?.1))
                .collect::<String>()
    }

    /// The text after a tag, up to the next one.
    pub(crate) fn text_after(&self, tag: &Tag) -> &str {
        self.source[tag.end..].split('<').next().unwrap_or_default()
    }
}

fn read_tag(source: &str, at: usize) -> Tag {
    let name_end = at
        + source[at..]
            .find([' ', '>', '/', '\n'])
            .expect("the end of a name");
    let mut tag = Tag {
        name: source[at..name_end].to_owned(),
        attributes: BTreeMap::new(),
        end: name_end,
    };
    let mut rest = name_end;
    loop {
        rest += source[rest..].len() - source[rest..].trim_start_matches([' ', '\n', '/']).len();
        if source[rest..].starts_with('>') {
            tag.end = rest + 1;
            return tag;
        }
        let end = rest
            + source[rest..]
                .find(['=', ' ', '>', '\n'])
                .expect("the end of an attribute");
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
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    entities
        .iter()
        .fold(text.to_owned(), |text, (entity, character)| {
            text.replace(entity, character)
        })
}

/// Fails with every address in the pages and style sheets of a site that leads to no file of
/// the site or to no place on its page. `base` is the path of `base_url`, which only the page
/// for what is not found may use.
pub(crate) fn assert_whole(files: &super::Tree, base: &str) {
    let pages: BTreeMap<&str, Page> = files
        .iter()
        .filter(|(name, _)| super::is_a("html", name))
        .map(|(name, bytes)| {
            (
                name.as_str(),
                Page::read(std::str::from_utf8(bytes).expect("UTF-8")),
            )
        })
        .collect();
    let mut broken = Vec::new();
    for (name, page) in &pages {
        let not_found = name.ends_with("404.html");
        let mut ids = page.ids();
        ids.sort_unstable();
        let twice = ids
            .windows(2)
            .filter(|pair| pair[0] == pair[1])
            .map(|pair| format!("{name}: id {} twice", pair[0]));
        broken.extend(twice);
        for tag in &page.tags {
            for address in [tag.get("href"), tag.get("src")]
                .into_iter()
                .filter(|address| !address.is_empty())
            {
                let outside = ["http:", "https:", "mailto:", "tel:", "data:"];
                if outside.iter().any(|scheme| address.starts_with(scheme)) {
                    continue;
                }
                let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
                let target = match path.strip_prefix(base).filter(|_| not_found) {
                    Some(path) => path.to_owned(),
                    None => resolved(name, path),
                };
                if !files.contains_key(&target) {
                    broken.push(format!("{name}: {address} leads to no file ({target})"));
                } else if !fragment.is_empty()
                    && !pages
                        .get(target.as_str())
                        .is_some_and(|page| page.ids().contains(&fragment))
                {
                    broken.push(format!("{name}: {address} leads to no place"));
                }
            }
        }
    }
    assert!(
        !pages.is_empty() && broken.is_empty(),
        "\n{}\n",
        broken.join("\n")
    );
}

/// The file that a relative address names on a page.
pub(crate) fn resolved(page: &str, address: &str) -> String {
    if address.is_empty() {
        return page.to_owned();
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => {
                assert!(parts.pop().is_some(), "{address} on {page} leaves the site");
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
