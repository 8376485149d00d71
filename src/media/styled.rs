//! What styles a cleaned drawing: no style stays that could still fetch something. A style sheet can
//! name an address in more ways than `url(…)`, so what is not surely harmless goes whole.

use super::tame::end_of_tag;

/// The drawing without style sheets and attributes that name an address outside of it. `svg` is what
/// the filter wrote: well formed, without comments, its values in double quotes.
pub(super) fn without_addresses(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = (end_of_tag(rest) + 1).min(rest.len());
        let (tag, behind) = rest.split_at(end);
        if is_sheet(tag) {
            let (sheet, after) = behind.split_once("</").unwrap_or((behind, ""));
            if names_address(sheet) || sheet.contains("//") {
                rest = after.split_once('>').map_or("", |(_, after)| after);
                continue;
            }
        }
        push_tag(tag, &mut out);
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Whether a tag opens a style sheet.
fn is_sheet(tag: &str) -> bool {
    let name = tag[1..].split([' ', '>', '/', '\n']).next();
    let local = name.map(|name| name.rsplit_once(':').map_or(name, |(_, local)| local));
    local == Some("style") && !tag.ends_with("/>")
}

/// Appends a tag without the attributes that name an address.
fn push_tag(tag: &str, out: &mut String) {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let (value, behind) = after.split_once('"').unwrap_or((after, ""));
        let begin = before.rfind(' ').unwrap_or(before.len());
        let style = before[begin..].trim_start() == "style";
        out.push_str(&before[..begin]);
        if !(names_address(value) || style && value.contains("//")) {
            out.push_str(&rest[begin..rest.len() - behind.len()]);
        }
        rest = behind;
    }
    out.push_str(rest);
}

/// Whether a value or a style sheet holds what fetches: anything but a fragment in `url(…)`, and what
/// names an address without it.
fn names_address(css: &str) -> bool {
    let css = css.to_ascii_lowercase();
    let outside = |inside: &str| {
        let inside = inside.replace("&quot;", "").replace("&apos;", "");
        !inside.trim_start_matches([' ', '\'', '"']).starts_with('#')
    };
    ["image-set(", "@import", "\\"]
        .iter()
        .any(|bad| css.contains(bad))
        || css.split("url(").skip(1).any(outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_that_fetch_go_whole() {
        for css in [
            "rect{fill:red;background:image-set(&quot;https://example.org/a.png&quot; 1x)}",
            "rect{background:-webkit-image-set('a.png' 1x)}",
            "@IMPORT 'a.css';",
            "rect{fill:url(a.svg)}",
            "rect{fill:src('//example.org/a')}",
            "rect{fill:im\\61ge-set('a' 1x)}",
        ] {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><style type=\"text/css\">{css}</style><g style=\"{css}\" id=\"a\" /></svg>"
            );
            assert_eq!(
                without_addresses(&svg),
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"a\" /></svg>",
                "{css}"
            );
        }
        assert_eq!(
            without_addresses("<g mask=\"image-set('a' 1x)\" fill=\"red\"/>"),
            "<g fill=\"red\"/>"
        );
    }

    #[test]
    fn all_others_stay() {
        for svg in [
            "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\">\n<style>rect { fill: url(#a); stroke: red }</style></svg>",
            "<g style=\"fill:url( &quot;#a&quot; )\" title=\"a > b\"><svg:style/><text>a = &quot;b&quot;</text></g>",
            "<style />text",
        ] {
            assert_eq!(without_addresses(svg), svg);
        }
    }
}
