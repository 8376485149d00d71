//! The colours of a site: the theme's, those of `site.yaml` in their place, and what follows from
//! them for links, for lettering on a field of colour, and for dark screens.

use super::Theme;
use super::fault::{Contrast, ThemeFault};
use crate::base::{Colour, Loc, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::site::{Settings, Site, Topic};

/// The colours in which pages and leaflets are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Palette {
    /// Titles, links, bands.
    pub accent: Colour,
    /// Text.
    pub text: Colour,
    /// The ground of a page.
    pub background: Colour,
    /// The ground of boxes.
    pub tint: Colour,
}

/// A colour of leaflets.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PaperColour {
    /// The name of its token.
    pub(crate) name: String,
    /// On screens: on the leaflet's page, and in the PDF for offices.
    pub(crate) screen: Colour,
    /// For the press: cyan, magenta, yellow and black in per cent.
    pub(crate) press: [f64; 4],
}

impl Palette {
    /// The colours of a theme alone.
    #[must_use]
    pub(crate) fn of_theme(theme: &Theme) -> Self {
        let token = |name| theme.manifest().token(name).map(|token| token.light);
        Self {
            accent: token("accent").unwrap_or(Colour::BLACK),
            text: token("ink").unwrap_or(Colour::BLACK),
            background: token("paper").unwrap_or(Colour::WHITE),
            tint: token("tint").unwrap_or(Colour::WHITE),
        }
    }

    /// The colours of a site in a theme.
    #[must_use]
    pub(crate) fn of(theme: &Theme, settings: &Settings) -> Self {
        let usual = Self::of_theme(theme);
        let own = &settings.colours;
        let or = |own: &Option<Spanned<Colour>>, usual| own.as_ref().map_or(usual, |c| c.value);
        Self {
            accent: or(&own.accent, usual.accent),
            text: or(&own.text, usual.text),
            background: or(&own.background, usual.background),
            tint: or(&own.tint, usual.tint),
        }
    }

    /// The same with the colour of a topic.
    #[must_use]
    pub(crate) fn for_topic(self, topic: &Topic) -> Self {
        let accent = topic.color.map_or(self.accent, |(colour, _)| colour);
        Self { accent, ..self }
    }

    /// The colours of leaflets: the theme's, and where a campaign or a topic chose its own, those.
    #[must_use]
    pub(crate) fn on_paper(&self, theme: &Theme) -> Vec<PaperColour> {
        let usual = Self::of_theme(theme);
        let chosen = |name: &str| match name {
            "accent" => (self.accent != usual.accent).then_some(self.accent),
            "tint" => (self.tint != usual.tint).then_some(self.tint),
            _ => None,
        };
        let tokens = theme.manifest().tokens.iter();
        tokens
            .filter(|token| token.is_on_paper())
            .map(|token| {
                let own = chosen(&token.name);
                let screen = own.unwrap_or_else(|| token.on_paper());
                PaperColour {
                    name: token.name.clone(),
                    screen,
                    press: token
                        .press
                        .filter(|_| own.is_none())
                        .unwrap_or_else(|| screen.inks()),
                }
            })
            .collect()
    }

    /// What a style sheet needs in order to show them: rules that give the theme's custom
    /// properties their values. Readers who ask for more contrast get the theme's own.
    #[must_use]
    pub(crate) fn css(theme: &Theme, site: &Site) -> String {
        let usual = Self::of_theme(theme);
        let own = Self::of(theme, &site.settings);
        let dark = ["paper", "tint"].map(|name| theme.manifest().token(name)?.dark);
        let dark: Vec<Colour> = dark.into_iter().flatten().collect();
        let mut css = own.rules(&usual, ":root", &dark);
        for topic in site.topics.iter().filter(|topic| topic.color.is_some()) {
            let place = format!("[data-topic=\"{}\"]", topic.slug);
            css += &own.for_topic(topic).rules(&own, &place, &dark);
        }
        css
    }

    /// Rules for what differs from `other`; `grounds` are those of a dark screen.
    fn rules(&self, other: &Self, place: &str, grounds: &[Colour]) -> String {
        let (mut light, mut dark) = (Vec::new(), Vec::new());
        if self.accent != other.accent {
            light.extend(accents(self.accent, -0.1));
            // On a dark screen the same hue, as much lighter as it takes to be read.
            let lighter = self.accent.readable_on(grounds, 7.0);
            dark.extend(accents(lighter.unwrap_or(Colour::WHITE), 0.06));
        }
        if self.text != other.text {
            let soft = self.text.lighter(0.18);
            let soft = soft.readable_on(&[self.background, self.tint], 7.0);
            light.extend([
                ("--ink", self.text),
                ("--ink-soft", soft.unwrap_or(self.text)),
            ]);
        }
        if self.background != other.background {
            light.push(("--paper", self.background));
        }
        if self.tint != other.tint {
            light.push(("--tint", self.tint));
        }
        rule("light", place, &light) + &rule("dark", place, &dark)
    }
}

/// The accent with its deeper shade, and what is read on it.
fn accents(accent: Colour, deeper: f64) -> [(&'static str, Colour); 3] {
    [
        ("--accent", accent),
        ("--accent-deep", accent.lighter(deeper)),
        ("--on-accent", accent.lettering()),
    ]
}

/// Custom properties for one colour scheme.
fn rule(scheme: &str, place: &str, properties: &[(&str, Colour)]) -> String {
    if properties.is_empty() {
        return String::new();
    }
    let declared: Vec<String> = properties
        .iter()
        .map(|(name, colour)| format!("{name}: {colour};"))
        .collect();
    format!(
        "@media (prefers-color-scheme: {scheme}) and (not (prefers-contrast: more)) {{\n{place} {{ {} }}\n}}\n",
        declared.join(" ")
    )
}

/// Reports the colours that staff chose and that are hard to read with those that they meet.
pub(crate) fn check(theme: &Theme, site: &Site, diagnostics: &mut Diagnostics) {
    let palette = Palette::of(theme, &site.settings);
    let own = &site.settings.colours;
    let file = site.settings.file;
    let at = |chosen: &Option<Spanned<Colour>>| chosen.as_ref().map(|c| c.span.of(file));
    let grounds = [palette.background, palette.tint];
    let inks = [palette.accent, palette.text];
    // A ground is only to blame where what is read on it was not chosen too.
    let [accent, text] = [at(&own.accent), at(&own.text)];
    worst(accent, palette.accent, &grounds, diagnostics);
    worst(text, palette.text, &grounds, diagnostics);
    for (chosen, ground) in [
        (&own.background, palette.background),
        (&own.tint, palette.tint),
    ] {
        let theirs: Vec<Colour> = inks
            .into_iter()
            .zip([accent, text])
            .filter(|(_, chosen)| chosen.is_none())
            .map(|(ink, _)| ink)
            .collect();
        worst(at(chosen), ground, &theirs, diagnostics);
    }
    for topic in &site.topics {
        if let Some((colour, loc)) = topic.color {
            worst(Some(loc), colour, &grounds, diagnostics);
        }
    }
}

/// Reports a chosen colour where it is read worst with what it meets.
fn worst(at: Option<Loc>, colour: Colour, others: &[Colour], diagnostics: &mut Diagnostics) {
    let ratio = |other: &Colour| colour.contrast(*other);
    let other = others
        .iter()
        .copied()
        .min_by(|a, b| ratio(a).total_cmp(&ratio(b)));
    if let (Some(at), Some(other)) = (at, other.filter(|other| ratio(other) < Colour::AA)) {
        let kind = ThemeFault::Contrast(Contrast {
            colour,
            other,
            nearest: colour.readable_on(others, Colour::AA),
        });
        diagnostics.report(Diagnostic::at(at, kind));
    }
}
