//! Which numbered lists there are. Two that follow each other are one to Markdown, which numbers its
//! items by the first; what tells them apart is what closes the numbers, `1.` or `1)`.

use super::items::{ItemMark, NumberStyle};

/// The lists that are open at a line, each in an item of the one before.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    open: Vec<OpenList>,
}

#[derive(Debug)]
struct OpenList {
    /// How far the text of its last item is indented.
    text_at: usize,
    /// How its numbers are written, the first and the last of them; nothing of bullets.
    numbers: Option<(NumberStyle, u32, u32)>,
    /// What closes its numbers in Markdown, or begins its items.
    delimiter: char,
    /// What somebody wrote before its items.
    sign: char,
}

impl Numbering {
    /// Ends the lists that a line outside of lists ends, by its indentation.
    pub(super) fn leave(&mut self, indent: usize) {
        self.open.retain(|list| list.text_at <= indent);
    }

    /// Enters an item as Markdown indents it, which is written with a sign, and behind a blank line if it
    /// is `apart`. What is to close its number, or to begin it, and whether it begins a list right
    /// behind another.
    pub(super) fn enter(
        &mut self,
        (indent, text_at): (usize, usize),
        mark: ItemMark,
        (sign, apart): (char, bool),
    ) -> (char, bool) {
        let beside = self.open.iter().position(|list| indent < list.text_at);
        self.open.truncate(beside.map_or(usize::MAX, |at| at + 1));
        let style = mark.style();
        let own = match style {
            NumberStyle::Digits(')') if mark.is_markdown => ')',
            _ => '.',
        };
        let Some(number) = mark.number else {
            let last = beside.and_then(|at| self.open.get(at));
            let last = last.filter(|list| list.numbers.is_none());
            let own = if mark.is_markdown { sign } else { '-' };
            let delimiter = match last {
                Some(list) if list.sign == sign => list.delimiter,
                // Two kinds of bullet behind each other are two lists.
                Some(list) if apart && list.delimiter == own => {
                    if own == '-' {
                        '*'
                    } else {
                        '-'
                    }
                }
                Some(list) if !(apart || mark.is_markdown && is_markdown(list.sign)) => {
                    list.delimiter
                }
                _ => own,
            };
            let numbers = None;
            self.put(
                beside,
                OpenList {
                    text_at,
                    numbers,
                    delimiter,
                    sign,
                },
            );
            return (delimiter, false);
        };
        let last = beside.and_then(|at| self.open.get(at));
        let last = last.and_then(|list| Some((list.numbers?, list.delimiter)));
        let (numbers, delimiter, is_new) = match last {
            None => ((style, number, number), own, false),
            Some(((same, first, last), delimiter)) => {
                let begins_again = number == first && last > first;
                // What skips in Markdown is told; it may be how somebody numbers.
                let skips = !mark.is_markdown && number != last + 1;
                if same == style && !begins_again && !skips {
                    ((style, first, number), delimiter, false)
                } else {
                    let other = if delimiter == '.' { ')' } else { '.' };
                    ((style, number, number), other, true)
                }
            }
        };
        let numbers = Some(numbers);
        self.put(
            beside,
            OpenList {
                text_at,
                numbers,
                delimiter,
                sign,
            },
        );
        (delimiter, is_new)
    }

    fn put(&mut self, at: Option<usize>, list: OpenList) {
        match at.and_then(|at| self.open.get_mut(at)) {
            Some(open) => *open = list,
            None => self.open.push(list),
        }
    }
}

/// Whether Markdown reads a sign as the beginning of an item.
const fn is_markdown(sign: char) -> bool {
    matches!(sign, '-' | '*' | '+')
}
