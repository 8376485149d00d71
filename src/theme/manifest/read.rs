//! Reading `theme.yaml`: the default one first, then that of a theme of one's own over it, key by key.
//! What cannot be read is reported at its line, and stays as it was.

use super::fault::ManifestFault;
use super::{ALL_LANGUAGES, ColourToken, FILE, PAPERS, ThemeManifest};
use crate::base::{Colour, Lang, Span, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics, Fault};
use crate::source::{self, SourceFault, YamlEntry, YamlNode, nearest};
use crate::theme::faces::is_face;
use crate::theme::files::ThemeFiles;

/// The keys of a colour.
const COLOUR: [&str; 6] = [
    "light",
    "dark",
    "strong-light",
    "strong-dark",
    "paper",
    "press",
];

/// Written where a theme does without a face.
const NONE: &str = "none";

/// The most ink that paper takes, in per cent of all four together.
const MOST_INK: f64 = 300.0;

/// One `theme.yaml` as it is read.
struct ManifestReader<'r> {
    /// The file as people know it, and its text.
    path: String,
    text: &'r str,
    /// Whether a file of the theme exists.
    exists: &'r dyn Fn(&str) -> bool,
    diagnostics: &'r mut Diagnostics,
}

impl ThemeManifest {
    /// Lays what a `theme.yaml` says over this. `path` is the file as people know it.
    fn overlay(
        &mut self,
        path: String,
        text: &str,
        exists: &dyn Fn(&str) -> bool,
        diagnostics: &mut Diagnostics,
    ) {
        let (entries, faults) = source::yaml(text);
        let mut reader = ManifestReader {
            path,
            text,
            exists,
            diagnostics,
        };
        for (kind, span) in faults {
            reader.report(span, kind);
        }
        reader.manifest(entries, self);
    }
}

impl ManifestReader<'_> {
    fn report(&mut self, span: Span, fault: impl Fault) {
        let problem = Diagnostic::outside(self.path.clone(), self.text, span, fault);
        self.diagnostics.report(problem);
    }

    fn fault(&mut self, span: Span, fault: ManifestFault) {
        self.report(span, fault);
    }

    /// Reports a key that nothing reads.
    fn unknown(&mut self, key: Spanned<String>, known: &[&str]) {
        let kind = SourceFault::UnknownKey {
            right: nearest(&key.value, known.iter().copied()).map(|name| format!("{name}: …")),
            key: key.value,
            known: known.iter().map(|known| (*known).to_owned()).collect(),
        };
        self.report(key.span, kind);
    }

    fn manifest(&mut self, entries: Vec<YamlEntry>, to: &mut ThemeManifest) {
        const KNOWN: [&str; 6] = [
            "styles", "scripts", "colors", "paper", "pictures", "display",
        ];
        for YamlEntry { key, value } in entries {
            match key.value.as_str() {
                "styles" => {
                    for entry in self.map("styles", value) {
                        match entry.key.value.as_str() {
                            "pages" => self.files("pages", entry.value, &mut to.page_styles),
                            "leaflets" => {
                                self.files("leaflets", entry.value, &mut to.leaflet_styles);
                            }
                            _ => self.unknown(entry.key, &["pages", "leaflets"]),
                        }
                    }
                }
                "scripts" => self.files("scripts", value, &mut to.scripts),
                "colors" => {
                    for entry in self.map("colors", value) {
                        self.colour_token(entry, &mut to.tokens);
                    }
                }
                "paper" => {
                    for entry in self.map("paper", value) {
                        self.paper(entry, to);
                    }
                }
                "pictures" => {
                    for entry in self.map("pictures", value) {
                        self.picture(entry, to);
                    }
                }
                "display" => self.display(value, to),
                _ => self.unknown(key, &KNOWN),
            }
        }
    }

    /// The faces of large type: one for all languages, or one by language.
    fn display(&mut self, value: Spanned<YamlNode>, to: &mut ThemeManifest) {
        let by_lang = match value.value {
            YamlNode::Map(entries) => entries,
            _ => {
                to.display.clear();
                let all = Spanned::new(ALL_LANGUAGES.to_owned(), value.span);
                vec![YamlEntry { key: all, value }]
            }
        };
        for YamlEntry { key, value } in by_lang {
            let file = match value.value {
                YamlNode::Scalar { text } if text == NONE => None,
                YamlNode::Scalar { text } if is_face(&text) && (self.exists)(&text) => Some(text),
                YamlNode::Scalar { text } => {
                    self.fault(value.span, ManifestFault::NoFace(text));
                    continue;
                }
                _ => {
                    self.fault(value.span, ManifestFault::NoFace(String::new()));
                    continue;
                }
            };
            if key.value == ALL_LANGUAGES || Lang::parse(&key.value).is_some() {
                to.display.insert(key.value, file);
            } else {
                self.unknown(key, &[ALL_LANGUAGES, "ja", "en"]);
            }
        }
    }

    /// The entries of a map; nothing, and a report, where it is none.
    fn map(&mut self, key: &'static str, value: Spanned<YamlNode>) -> Vec<YamlEntry> {
        match value.value {
            YamlNode::Map(entries) => entries,
            YamlNode::Null => Vec::new(),
            YamlNode::Scalar { .. } | YamlNode::List(_) => {
                self.fault(value.span, ManifestFault::NoMap(key));
                Vec::new()
            }
        }
    }

    /// A list of the theme's files in place of `to`.
    fn files(&mut self, key: &'static str, value: Spanned<YamlNode>, to: &mut Vec<String>) {
        let YamlNode::List(items) = value.value else {
            return self.fault(value.span, ManifestFault::NoList(key));
        };
        to.clear();
        for item in items {
            match item.value {
                YamlNode::Scalar { text } if !(self.exists)(&text) => {
                    self.fault(item.span, ManifestFault::NoFile(text));
                }
                YamlNode::Scalar { text } => to.push(text),
                _ => self.fault(item.span, ManifestFault::NoList(key)),
            }
        }
    }

    fn colour_token(&mut self, entry: YamlEntry, tokens: &mut Vec<ColourToken>) {
        let (name, at) = (entry.key.value, entry.key.span);
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(is_name) {
            return self.fault(at, ManifestFault::TokenName(name));
        }
        // A colour alone is that of light screens.
        let fields = match entry.value.value {
            YamlNode::Map(fields) => fields,
            node => vec![YamlEntry {
                key: Spanned::new("light".to_owned(), at),
                value: Spanned::new(node, entry.value.span),
            }],
        };
        let found = tokens.iter().position(|token| token.name == name);
        let mut token = found.and_then(|at| tokens.get(at).cloned());
        let mut inks = None;
        let (mut light, mut others) = (None, Vec::new());
        for YamlEntry { key, value } in fields {
            match key.value.as_str() {
                "press" => inks = self.inks(value),
                "light" => light = self.colour(&value),
                other if COLOUR.contains(&other) => {
                    others.extend(self.colour(&value).map(|colour| (key.value, colour)));
                }
                _ => self.unknown(key, &COLOUR),
            }
        }
        match (&mut token, light) {
            (Some(token), Some(light)) if token.light != light => {
                token.light = light;
                // Inks of another colour would not be its own: they follow from it.
                token.press = token.press.map(|_| light.inks());
            }
            (None, Some(light)) => {
                token = Some(ColourToken {
                    name: name.clone(),
                    light,
                    dark: None,
                    strong: [None; 2],
                    paper: None,
                    press: None,
                });
            }
            _ => {}
        }
        let Some(mut token) = token else {
            return self.fault(at, ManifestFault::NoLight(name));
        };
        for (key, colour) in others {
            match key.as_str() {
                "dark" => token.dark = Some(colour),
                "strong-light" => token.strong[0] = Some(colour),
                "strong-dark" => token.strong[1] = Some(colour),
                _ => {
                    token.paper = Some(colour);
                    token.press = token.press.map(|_| colour.inks());
                }
            }
        }
        if let Some(inks) = inks {
            token.press = Some(inks);
        }
        match found.and_then(|at| tokens.get_mut(at)) {
            Some(place) => *place = token,
            None => tokens.push(token),
        }
    }

    fn colour(&mut self, value: &Spanned<YamlNode>) -> Option<Colour> {
        let written = match &value.value {
            YamlNode::Scalar { text } => text.as_str(),
            _ => "",
        };
        let colour = Colour::parse(written);
        if colour.is_none() {
            self.fault(value.span, ManifestFault::Colour(written.to_owned()));
        }
        colour
    }

    fn inks(&mut self, value: Spanned<YamlNode>) -> Option<[f64; 4]> {
        let span = value.span;
        let parts: Option<Vec<f64>> = match value.value {
            YamlNode::List(items) => items.iter().map(|item| number(&item.value)).collect(),
            _ => None,
        };
        let inks = parts.and_then(|parts| <[f64; 4]>::try_from(parts).ok());
        let inks = inks.filter(|inks| {
            inks.iter().all(|ink| *ink <= 100.0) && inks.iter().sum::<f64>() <= MOST_INK
        });
        if inks.is_none() {
            self.fault(span, ManifestFault::Inks);
        }
        inks
    }

    fn paper(&mut self, entry: YamlEntry, to: &mut ThemeManifest) {
        let Some(paper) = PAPERS.into_iter().find(|name| *name == entry.key.value) else {
            return self.unknown(entry.key, &PAPERS);
        };
        let mut margins = to.papers.get(paper).copied().unwrap_or_default();
        for YamlEntry { key, value } in self.map("paper", entry.value) {
            const KNOWN: [&str; 3] = ["margin", "top", "fold"];
            if !KNOWN.contains(&key.value.as_str()) {
                self.unknown(key, &KNOWN);
                continue;
            }
            // Wider ones leave no room on the smallest paper.
            let Some(length) = number(&value.value).filter(|length| *length <= 40.0) else {
                self.fault(value.span, ManifestFault::Length);
                continue;
            };
            match key.value.as_str() {
                "margin" => margins.margin = length,
                "top" => margins.top = Some(length),
                _ => margins.fold = Some(length),
            }
        }
        to.papers.insert(paper.to_owned(), margins);
    }

    fn picture(&mut self, YamlEntry { key, value }: YamlEntry, to: &mut ThemeManifest) {
        match (key.value.as_str(), value.value) {
            ("widths", YamlNode::List(items)) => {
                let widths: Option<Vec<u32>> =
                    items.iter().map(|item| width(&item.value)).collect();
                match widths.filter(|all| !all.is_empty() && all.is_sorted_by(|a, b| a < b)) {
                    Some(widths) => to.pictures.widths = widths,
                    None => self.fault(value.span, ManifestFault::Widths),
                }
            }
            ("widths", _) => self.fault(value.span, ManifestFault::Widths),
            ("portrait", YamlNode::Scalar { text }) if is_value(&text) => {
                to.pictures.portrait = text;
            }
            ("text", YamlNode::Scalar { text }) if is_value(&text) => to.pictures.text = text,
            ("portrait" | "text", _) => self.fault(value.span, ManifestFault::Sizes),
            _ => self.unknown(key, &["widths", "portrait", "text"]),
        }
    }
}

/// A number that is not below 0.
fn number(node: &YamlNode) -> Option<f64> {
    let YamlNode::Scalar { text } = node else {
        return None;
    };
    let number: f64 = text.parse().ok()?;
    (number.is_finite() && number >= 0.0).then_some(number)
}

/// A width in points that a picture can have.
fn width(node: &YamlNode) -> Option<u32> {
    let YamlNode::Scalar { text } = node else {
        return None;
    };
    let width: u32 = text.parse().ok()?;
    (16..=4_096).contains(&width).then_some(width)
}

/// Whether a text can stand as a value in a style sheet and in an attribute.
fn is_value(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains([';', '{', '}', '"', '<', '>', '\\', '\n'])
}

/// Reads the default theme's manifest, and that of a theme of one's own over it.
pub(in crate::theme) fn manifest(
    files: &ThemeFiles,
    diagnostics: &mut Diagnostics,
) -> ThemeManifest {
    let mut manifest = ThemeManifest::default();
    let exists = |path: &str| files.bytes(path).is_some();
    let default = ThemeFiles::default_text(FILE);
    manifest.overlay(
        format!("themes/default/{FILE}"),
        default,
        &exists,
        diagnostics,
    );
    if let Some(own) = files.text(FILE).filter(|_| files.is_own(FILE)) {
        manifest.overlay(files.shown(FILE), own, &exists, diagnostics);
    }
    manifest
}
