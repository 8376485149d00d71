//! Where a page stands: its language, its address, and the way from it to every other page.

use std::collections::BTreeSet;
use std::sync::Mutex;

use tera::Value;

use super::engine::TemplateEngine;
use super::namesakes::Namesakes;
use super::options::WebOptions;
use crate::base::{Lang, LocaleData, OutPath};
use crate::leaflet::Prints;
use crate::media::Pictures;
use crate::site::{LeafletId, PageRef, Site};
use crate::theme::{Theme, Words};

/// What all pages share.
pub(super) struct SiteContext<'a> {
    pub(super) site: &'a Site,
    pub(super) theme: &'a Theme,
    pub(super) prints: &'a Prints,
    pub(super) pictures: &'a Pictures,
    pub(super) options: WebOptions,
    pub(super) engine: &'a TemplateEngine,
    pub(super) language_contexts: Vec<LanguageContext<'a>>,
    /// The leaflets that the pages of a preview tell of.
    pub(super) told: Mutex<BTreeSet<(LeafletId, Lang)>>,
}

/// What all pages of one language share.
pub(super) struct LanguageContext<'a> {
    pub(super) lang: Lang,
    pub(super) words: &'a Words,
    pub(super) ui: Value,
    /// What the language asks for: separators, quotation marks.
    pub(super) locale: Value,
    /// The names that several persons have.
    pub(super) namesakes: Namesakes<'a>,
}

/// A page's place in the site.
#[derive(Clone, Copy)]
pub(super) struct PageContext<'a> {
    pub(super) site_context: &'a SiteContext<'a>,
    pub(super) language: &'a LanguageContext<'a>,
    /// The page; `None` at an old address.
    pub(super) page: Option<PageRef>,
    from: From<'a>,
}

/// What links start from.
#[derive(Clone, Copy)]
enum From<'a> {
    /// A file: links are relative.
    File(&'a OutPath),
    /// Shown at any address: links begin with the path under which the site is published.
    Anywhere(&'a str),
}

impl<'a> SiteContext<'a> {
    /// `ui` are the words of the interface as templates take them, in the order of the languages.
    pub(super) fn new(
        site: &'a Site,
        (theme, ui): (&'a Theme, &[Value]),
        (prints, pictures): (&'a Prints, &'a Pictures),
        options: WebOptions,
        engine: &'a TemplateEngine,
    ) -> Self {
        let languages = site.settings.languages.iter();
        let language_contexts = languages
            .zip(ui)
            .map(|(lang, ui)| LanguageContext {
                lang: *lang,
                words: theme.words(*lang),
                ui: ui.clone(),
                locale: Value::from_serializable(&LocaleData::of(*lang)),
                namesakes: Namesakes::of(site, *lang),
            })
            .collect();
        Self {
            site,
            theme,
            prints,
            pictures,
            options,
            engine,
            language_contexts,
            told: Mutex::default(),
        }
    }

    /// What the pages of `lang` share; for a language the site lacks, the default's.
    pub(super) fn language(&self, lang: Lang) -> &LanguageContext<'a> {
        self.language_contexts
            .iter()
            .find(|t| t.lang == lang)
            .unwrap_or(&self.language_contexts[0])
    }
}

impl<'a> PageContext<'a> {
    /// The place of a page in a language.
    pub(super) fn of(site_context: &'a SiteContext<'a>, page: PageRef, lang: Lang) -> Self {
        let base = site_context.site.settings.base_url.as_ref();
        let from = match page {
            PageRef::NotFound if site_context.options.preview => From::Anywhere("/"),
            PageRef::NotFound => From::Anywhere(base.map_or("/", |url| url.path())),
            _ => From::File(site_context.site.address(page, lang)),
        };
        Self {
            site_context,
            language: site_context.language(lang),
            page: Some(page),
            from,
        }
    }

    /// The place of a file that is no page of its own.
    pub(super) fn at(site_context: &'a SiteContext<'a>, path: &'a OutPath, lang: Lang) -> Self {
        Self {
            site_context,
            language: site_context.language(lang),
            page: None,
            from: From::File(path),
        }
    }

    pub(super) fn site(&self) -> &'a Site {
        self.site_context.site
    }

    pub(super) fn lang(&self) -> Lang {
        self.language.lang
    }

    /// The language of the text that the page shows.
    pub(super) fn text_lang(&self) -> Lang {
        let lang = self.lang();
        self.page
            .map_or(lang, |page| self.site().text_lang(page, lang))
    }

    /// A word of the interface.
    pub(super) fn word(&self, key: &'static str) -> &'a str {
        self.language.words.get(key)
    }

    /// The way to the output folder.
    pub(super) fn root(&self) -> &'a str {
        match self.from {
            From::File(path) => path.to_root(),
            From::Anywhere(root) => root,
        }
    }

    /// The folder that links start from: pages with the same one share masthead and colophon.
    pub(super) fn folder(&self) -> &'a str {
        match self.from {
            From::File(path) => path
                .as_str()
                .rsplit_once('/')
                .map_or("", |(folder, _)| folder),
            From::Anywhere(_) => "*",
        }
    }

    /// The way to a file of the output folder.
    pub(super) fn file(&self, to: &OutPath) -> String {
        match self.from {
            From::File(path) => neighbour(path, to).unwrap_or_else(|| path.href_to(to)),
            From::Anywhere(root) => {
                let site = self.site_context.site;
                let home = site.address(PageRef::Home, site.settings.default_lang());
                format!("{root}{}", home.href_to(to))
            }
        }
    }

    /// The way to a page in this page's language.
    pub(super) fn href(&self, page: PageRef) -> String {
        self.file(self.site_context.site.address(page, self.language.lang))
    }

    /// The way to a place in a page.
    pub(super) fn href_at(&self, page: PageRef, fragment: Option<&str>) -> String {
        // A translation may lack a place that the original has: then the page has to do.
        let lang = self.lang();
        match fragment.filter(|id| self.site().has_place(page, lang, id)) {
            None => self.href(page),
            Some(id) if Some(page) == self.page => format!("#{id}"),
            Some(id) => {
                let mut href = self.href(page);
                href.push('#');
                href.push_str(id);
                href
            }
        }
    }

    /// ` lang="…"` for text in another language than the page's, else nothing.
    pub(super) fn lang_attr(&self, text: Lang) -> Value {
        Self::lang_within(text, self.language.lang)
    }

    /// The same for text that stands within text in the language `around`.
    pub(super) fn lang_within(text: Lang, around: Lang) -> Value {
        if text == around {
            Value::safe_string("")
        } else {
            Value::safe_string(&format!(" lang=\"{text}\""))
        }
    }
}

/// The address of a file in the same folder, when nothing in its name needs escaping: most
/// links are of this kind, and pages are full of links.
fn neighbour(from: &OutPath, to: &OutPath) -> Option<String> {
    let split = |path: &'_ OutPath| path.as_str().rfind('/').map_or(0, |at| at + 1);
    let (from, to) = (
        &from.as_str()[..split(from)],
        to.as_str().split_at(split(to)),
    );
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_');
    (from == to.0 && to.1.bytes().all(plain)).then(|| to.1.to_owned())
}
