//! Text: where it is shown, how large, and what it says (ISO 32000-1 §9.4).

use hayro::hayro_syntax::content::ops::TypedInstruction as Op;
use hayro::hayro_syntax::object::{Array, Dict, Object};
use hayro::hayro_syntax::page::Resources;

use super::drawn::DrawnKind;
use super::walk::Walk;
use crate::preflight::geometry::{Area, Transform};

impl Walk<'_> {
    /// Text.
    pub(super) fn write(&mut self, op: &Op<'_, '_>, resources: &Resources<'_>) -> bool {
        let text = &mut self.state.text;
        match op {
            Op::BeginText(_) => self.text = (Transform::IDENTITY, Transform::IDENTITY),
            Op::CharacterSpacing(n) => text.character = n.0.as_f64(),
            Op::WordSpacing(n) => text.word = n.0.as_f64(),
            Op::HorizontalScaling(n) => text.scale = n.0.as_f64() / 100.0,
            Op::TextLeading(n) => text.leading = n.0.as_f64(),
            Op::TextRise(n) => text.rise = n.0.as_f64(),
            Op::TextRenderingMode(n) => text.mode = n.0.as_i64(),
            Op::TextFont(font) => {
                text.size = font.1.as_f64();
                text.font = Some(match resources.get_font(font.0) {
                    Some(dict) => self.fonts.find(&dict),
                    None => self.fonts.absent(font.0.as_str()),
                });
            }
            Op::SetTextMatrix(t) => {
                let matrix = Transform([t.0, t.1, t.2, t.3, t.4, t.5].map(|n| n.as_f64()));
                self.text = (matrix, matrix);
            }
            Op::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            Op::NextLineAndSetLeading(by) => {
                text.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.text.leading),
            Op::ShowText(string) => self.show(&[Object::String(string.0.clone())]),
            Op::NextLineAndShowText(string) => {
                self.next_line(0.0, -self.state.text.leading);
                self.show(&[Object::String(string.0.clone())]);
            }
            Op::ShowTextWithParameters(all) => {
                (text.word, text.character) = (all.0.as_f64(), all.1.as_f64());
                self.next_line(0.0, -self.state.text.leading);
                self.show(&[Object::String(all.2.clone())]);
            }
            Op::ShowTexts(list) => {
                let items: Vec<Object<'_>> = list.0.iter::<Object<'_>>().collect();
                self.show(&items);
            }
            _ => return false,
        }
        true
    }

    /// The font that a dictionary of parameters sets (ISO 32000-1 table 58).
    pub(super) fn font_of(&mut self, parameters: &Dict<'_>) {
        let Some(list) = parameters.get::<Array<'_>>("Font") else {
            return;
        };
        let mut items = list.flex_iter();
        let font = items.next::<Dict<'_>>();
        self.state.text.font = Some(match font {
            Some(dict) => self.fonts.find(&dict),
            None => self.fonts.absent("?"),
        });
        if let Some(size) = items.next::<f32>() {
            self.state.text.size = f64::from(size);
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        let line = Transform::moving(x, y).then(self.text.1);
        self.text = (line, line);
    }

    /// Shows strings; the numbers among them move back by thousandths of the type size.
    fn show(&mut self, items: &[Object<'_>]) {
        /// What of an em stands above and below the baseline.
        const EM: (f64, f64) = (-0.12, 0.88);
        let text = self.state.text.clone();
        let index = text.font.unwrap_or_else(|| self.fonts.absent("?"));
        let Some(font) = self.fonts.all.get(index) else {
            return;
        };
        let (mut x, mut words, mut unknown) = (0.0, String::new(), 0);
        for item in items {
            match item {
                Object::Number(by) => x -= by.as_f64() / 1000.0 * text.size * text.scale,
                Object::String(string) => {
                    for shown in font.show(string.as_bytes()) {
                        let word = if shown.is_space { text.word } else { 0.0 };
                        let own = shown.width / 1000.0 * text.size + text.character + word;
                        x += own * text.scale;
                        match shown.text {
                            Some(text) => words.push_str(text),
                            None => unknown += 1,
                        }
                    }
                }
                _ => {}
            }
        }
        let all = self.text.0.then(self.state.ctm);
        let box_ = Area::around([
            (0.0, text.rise + EM.0 * text.size),
            (x, text.rise + EM.1 * text.size),
        ]);
        let area = all.area(box_.unwrap_or(Area::ALL));
        let size = text.size.abs() * all.stretch().1;
        self.text.0 = Transform::moving(x, 0.0).then(self.text.0);
        let (fill, stroke) = (self.state.fill.clone(), self.state.stroke.clone());
        let fill = (fill, self.state.fill_is_sheer());
        let stroke = (stroke, self.state.stroke_is_sheer());
        // The modes of ISO 32000-1 table 106. Text that only clips shows what is filled next.
        let (shown, edges) = match text.mode {
            3 => return,
            1 | 5 => (stroke, None),
            2 | 6 => (fill, Some(stroke)),
            _ => (fill, None),
        };
        if let Some((colour, sheer)) = edges {
            let words = words.clone();
            self.draw(DrawnKind::Outline { words, size }, area, colour, sheer);
        }
        let what = DrawnKind::Text {
            words,
            size,
            font: index,
            unknown,
        };
        self.draw(what, area, shown.0, shown.1);
    }
}
