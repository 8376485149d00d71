//! Characters that another can stand for where a typeface lacks them, and those that nobody sees.

/// What looks and means the same, for a character that typefaces may lack.
pub(crate) const fn equal(c: char) -> Option<&'static str> {
    Some(match c {
        // Hyphens that no line breaks at, of the width of figures, of chemistry.
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2043}' | '\u{fe63}' => "-",
        '\u{2015}' => "\u{2014}",
        '\u{2014}' => "\u{2015}",
        '\u{2212}' => "\u{ff0d}",
        '\u{ff0d}' => "\u{2212}",
        '\u{301c}' => "\u{ff5e}",
        '\u{ff5e}' => "\u{301c}",
        '\u{2016}' => "\u{2225}",
        '\u{2225}' => "\u{2016}",
        // Blanks of every width.
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' => {
            " "
        }
        '\u{2bc}' | '\u{2032}' => "\u{2019}",
        '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{22c5}' => "\u{30fb}",
        _ => return None,
    })
}

/// Whether a character has no form of its own: it joins or parts others, or chooses their form
/// (`Default_Ignorable_Code_Point` of Unicode).
pub(crate) const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
