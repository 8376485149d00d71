//! Headings whose lines end between phrases: `<wbr>` where a phrase ends, in an element that
//! forbids every other break, so that all browsers break alike.

use tera::Value;

use super::page_context::PageContext;
use super::text::push_text;
use crate::base::Lang;
use crate::model::text::{Inline, note_brackets, plain, with_struck};
use crate::site::Target;
use crate::typesetting::phrases;

/// Running text in phrases as safe HTML without links.
pub(super) fn line(place: &PageContext<'_>, inlines: &[Inline<Target>], lang: Lang) -> Value {
    let ends = ends(&plain(inlines), lang);
    if ends.is_empty() {
        return place.writer().label(inlines);
    }
    let mut writer = Phraser {
        ends: &ends,
        at: 0,
        out: String::from(OPEN),
    };
    writer.inlines(inlines);
    Value::safe_string(&(writer.out + CLOSE))
}

/// Plain text in phrases as safe HTML.
pub(super) fn text(text: &str, lang: Lang) -> Value {
    let ends = ends(text, lang);
    if ends.is_empty() {
        return Value::normal_string(text);
    }
    let mut writer = Phraser {
        ends: &ends,
        at: 0,
        out: String::from(OPEN),
    };
    writer.text(text);
    Value::safe_string(&(writer.out + CLOSE))
}

/// Whether a line is too long to be set very large: in ems, a full-width character being one, a Latin
/// letter a little more than half.
pub(super) fn is_long(line: &[Inline<Target>]) -> bool {
    const MOST: f32 = 21.0;
    let ems = |c: char| if c.is_ascii() { 0.58 } else { 1.0 };
    plain(line).chars().map(ems).sum::<f32>() > MOST
}

const OPEN: &str = "<span class=\"phrases\">";
const CLOSE: &str = "</span>";

/// Where phrases end but the last, in characters.
fn ends(text: &str, lang: Lang) -> Vec<usize> {
    if lang.locale().is_spaced() {
        return Vec::new();
    }
    let mut end = 0;
    let mut ends: Vec<usize> = phrases(text, lang)
        .iter()
        .map(|phrase| {
            end += phrase.chars().count();
            end
        })
        .collect();
    ends.pop();
    ends
}

struct Phraser<'e> {
    ends: &'e [usize],
    /// How many characters have been written.
    at: usize,
    out: String,
}

impl Phraser<'_> {
    fn may_break(&mut self) {
        if self.ends.binary_search(&self.at).is_ok() {
            self.out.push_str("<wbr>");
        }
    }

    fn text(&mut self, text: &str) {
        let mut from = 0;
        for (at, _) in text.char_indices() {
            if self.ends.binary_search(&self.at).is_ok() {
                push_text(&text[from..at], &mut self.out);
                from = at;
                self.may_break();
            }
            self.at += 1;
        }
        push_text(&text[from..], &mut self.out);
    }

    fn inlines(&mut self, inlines: &[Inline<Target>]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) => self.text(text),
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Link { content, .. } => self.inlines(content),
                Inline::Image { alt, .. } => self.text(alt),
                // Phrases end in the line without it.
                Inline::Strike(content) => {
                    self.out.push_str("<s>");
                    push_text(&with_struck(content), &mut self.out);
                    self.out.push_str("</s>");
                }
                Inline::Ruby { base, reading } => {
                    self.may_break();
                    self.out.push_str("<ruby>");
                    push_text(base, &mut self.out);
                    self.out.push_str("<rp>（</rp><rt>");
                    push_text(reading, &mut self.out);
                    self.out.push_str("</rt><rp>）</rp></ruby>");
                    self.at += base.chars().count();
                }
                Inline::Note { content, .. } => {
                    let [open, close] = note_brackets(content);
                    self.text(open);
                    self.inlines(content);
                    self.text(close);
                }
                Inline::Break => {
                    self.out.push_str("<br>");
                    self.at += 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(value: &Value) -> String {
        value.as_str().unwrap_or_default().to_owned()
    }

    #[test]
    fn lines_may_end_between_phrases_only() {
        assert_eq!(
            html(&text("保険証を<なくさないで", Lang::JA)),
            "<span class=\"phrases\">保険証を<wbr>&lt;なくさないで</span>"
        );
        assert_eq!(html(&text("Keep the card", Lang::EN)), "Keep the card");
    }

    #[test]
    fn readings_and_emphasis_stay_with_their_phrase() {
        let inlines = [
            Inline::Emphasis(vec![Inline::Text("任意の".to_owned())]),
            Inline::Ruby {
                base: "原則".to_owned(),
                reading: "げんそく".to_owned(),
            },
            Inline::Text("を無視した強制".to_owned()),
        ];
        let ends = ends(&plain(&inlines), Lang::JA);
        let mut writer = Phraser {
            ends: &ends,
            at: 0,
            out: String::new(),
        };
        writer.inlines(&inlines);
        assert_eq!(
            writer.out,
            "任意の<wbr><ruby>原則<rp>（</rp><rt>げんそく</rt><rp>）</rp></ruby>を<wbr>無視した<wbr>強制"
        );
    }
}
