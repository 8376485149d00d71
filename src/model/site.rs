//! `site.yaml`: what holds for the whole site.

use crate::base::{BaseUrl, Colour, Date, FileId, Lang, Slug, Span, Spanned, narrowed};
use crate::diagnostic::Diagnostics;
use crate::source::SourceFault;
use crate::source::{
    Example, Fields, GlossaryTerm, LocalText, RawSite, SiteNames, as_languages, glossary, keys,
    language,
};

/// The settings of a site.
#[derive(Debug, Clone)]
pub(crate) struct SiteDoc {
    /// The file.
    pub file: FileId,
    /// The languages; the first is the default. Never empty.
    pub languages: Vec<Lang>,
    /// The site's title.
    pub title: Option<LocalText>,
    /// One sentence on the site.
    pub description: Option<LocalText>,
    /// Whether an address is written, well or badly.
    pub has_address: bool,
    /// Where it is published.
    pub base_url: Option<BaseUrl>,
    /// The folder of a theme laid over the default one.
    pub theme: Option<String>,
    /// Whose typefaces leaflets are set in.
    pub fonts: Option<Spanned<FontChoice>>,
    /// Who publishes it.
    pub publisher: PublisherDoc,
    /// What readers are asked to do.
    pub call_to_action: Option<CallToActionDoc>,
    /// The event of statements that name none.
    pub event: Option<Spanned<Slug>>,
    /// The line at the foot of every page.
    pub copyright: Option<LocalText>,
    /// The terms on which others may use the texts: an address, or words.
    pub license: Option<LocalText>,
    /// Its own colours.
    pub colours: Colours,
    /// The sign of the campaign: a file below `images/`.
    pub logo: Option<Spanned<String>>,
    /// Which word stands for which in translations.
    pub glossary: Vec<GlossaryTerm>,
}

/// Whose typefaces leaflets and share cards are set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FontChoice {
    /// The theme's, and what they lack, in those of the machine.
    Machine,
    /// The theme's alone.
    Theme,
}

/// Colours in the place of the theme's.
#[derive(Debug, Clone, Default)]
pub(crate) struct Colours {
    /// Titles, links and the bands of leaflets.
    pub accent: Option<Spanned<Colour>>,
    /// The text of pages.
    pub text: Option<Spanned<Colour>>,
    /// The ground of pages.
    pub background: Option<Spanned<Colour>>,
    /// The ground of boxes.
    pub tint: Option<Spanned<Colour>>,
}

/// Who publishes the site and the leaflets.
#[derive(Debug, Clone, Default)]
pub(crate) struct PublisherDoc {
    /// Name.
    pub name: Option<LocalText>,
    /// Postal address.
    pub address: Option<LocalText>,
    /// Telephone number.
    pub phone: Option<LocalText>,
    /// E-mail address.
    pub email: Option<String>,
    /// Web address.
    pub url: Option<String>,
}

/// What readers are asked to do.
#[derive(Debug, Clone)]
pub(crate) struct CallToActionDoc {
    /// The request.
    pub text: LocalText,
    /// Where it can be done.
    pub url: Option<String>,
    /// Until when.
    pub deadline: Option<Date>,
    /// How many have followed it, as people say it.
    pub count: Option<LocalText>,
    /// What the button says that leads there.
    pub button: Option<LocalText>,
}

impl SiteDoc {
    /// Reads the file.
    pub(crate) fn read(raw: RawSite, names: &SiteNames, diagnostics: &mut Diagnostics) -> Self {
        let file = raw.file;
        let mut f = Fields::new(
            file,
            Span::new(0, 0),
            raw.damaged,
            raw.entries,
            keys::SITE,
            diagnostics,
        );
        f.know_names(names);
        let is_empty = f.is_empty();
        if is_empty {
            f.report(Span::new(0, 0), SourceFault::EmptySettings);
        }
        let has_address = is_empty || f.writes("base_url");
        let languages = f.list("languages");
        if !is_empty {
            f.required(languages.as_ref(), "languages");
        }
        let known = known_languages(&mut f, languages);
        f.know_languages(&known);
        let title = f.local("title");
        if !is_empty {
            f.required(title.as_ref(), "title");
        }
        let site = Self {
            file,
            languages: known.clone(),
            title,
            description: f.local("description"),
            has_address,
            base_url: f.base_url("base_url").map(|url| url.value),
            theme: theme(&mut f),
            publisher: f
                .map("publisher", |f| PublisherDoc {
                    name: f.local("name"),
                    address: f.local("address"),
                    phone: f.telephone("phone"),
                    email: f.email("email").map(|t| t.value),
                    url: f.url("url").map(|t| t.value),
                })
                .map(|p| p.value)
                .unwrap_or_default(),
            call_to_action: f
                .map("call_to_action", |f| {
                    let text = f.local("text");
                    let text = f.required(text, "text");
                    let url = f.url("url").map(|t| t.value);
                    let deadline = f.date("deadline").map(|d| d.value);
                    let (count, button) = (f.local("count"), f.local("button"));
                    text.map(|text| CallToActionDoc {
                        text,
                        url,
                        deadline,
                        count,
                        button,
                    })
                })
                .and_then(|c| c.value),
            event: f.slug("event"),
            copyright: f.local("copyright"),
            license: f.local("license"),
            fonts: f.choice(
                "fonts",
                &[
                    ("machine", FontChoice::Machine),
                    ("theme", FontChoice::Theme),
                ],
            ),
            colours: f
                .map("colors", |f| Colours {
                    accent: f.colour("accent"),
                    text: f.colour("text"),
                    background: f.colour("background"),
                    tint: f.colour("tint"),
                })
                .map(|colours| colours.value)
                .unwrap_or_default(),
            logo: f.text("logo"),
            glossary: glossary(&mut f, "glossary"),
        };
        f.finish();
        site
    }
}

/// The folder of the theme.
fn theme(f: &mut Fields<'_>) -> Option<String> {
    let text = f.text("theme")?;
    if Slug::parse(&text.value).is_none() {
        let lower = narrowed(&text.value).to_lowercase();
        let right = Slug::parse(&lower).map(|slug| format!("theme: {slug}"));
        let kind = SourceFault::BadChoice {
            key: "theme".into(),
            value: text.value,
            allowed: vec!["default".into()],
            right,
        };
        f.report(text.span, kind);
        return None;
    }
    Some(text.value)
}

/// The languages of a site, the first first; never none.
fn known_languages(
    f: &mut Fields<'_>,
    languages: Option<Spanned<Vec<Spanned<String>>>>,
) -> Vec<Lang> {
    let mut known = Vec::new();
    if let Some(empty) = languages.as_ref().filter(|l| l.value.is_empty()) {
        let key = "languages".into();
        let line = Some(Example::same("languages: [ja, en]"));
        f.report(empty.span, SourceFault::EmptyValue { key, line });
    }
    let codes = languages.map(|l| l.value).unwrap_or_default();
    let written: Vec<String> = codes.iter().map(|code| code.value.clone()).collect();
    let mut bad: Option<Spanned<String>> = None;
    for code in codes {
        // `zh-TW`, as standards write it, is `zh-tw` in the names of files.
        let lang = Lang::parse(&code.value.to_ascii_lowercase());
        // `jp` and `english` could be codes, and are none.
        let lang = lang.filter(|lang| lang.is_named() || language(&code.value).is_none());
        match lang {
            Some(lang) if !known.contains(&lang) => known.push(lang),
            Some(_) => f.report(code.span, SourceFault::DuplicateKey { key: code.value }),
            None => {
                known.extend(language(&code.value).filter(|lang| !known.contains(lang)));
                bad.get_or_insert(code);
            }
        }
    }
    if let Some(code) = bad {
        let fault = SourceFault::BadChoice {
            key: "languages".into(),
            value: code.value,
            allowed: vec!["ja".into(), "en".into(), "zh".into(), "ko".into()],
            right: Some(format!("languages: {}", as_languages(&written))),
        };
        f.report(code.span, fault);
    }
    if known.is_empty() {
        known = vec![Lang::JA, Lang::EN];
    }
    known
}
