//! The text below the front matter of a new file, for somebody to write over.

use super::new_file::NewFile;
use super::rows::{Both, fill_in};
use crate::base::{DocKind, Lang};

/// The body of a new file in a language; a translation has the same sections as the original.
pub(super) fn text(wanted: &NewFile, lang: Lang, is_original: bool) -> String {
    let fill = |both: Both| fill_in(lang, both);
    match wanted.kind {
        DocKind::Speaker | DocKind::Statement => {
            let topics = wanted.topics.iter().map(ToString::to_string);
            let topics = topics.collect::<Vec<_>>().join(",");
            let topic = match topics.as_str() {
                list if is_original && !list.is_empty() => format!(" topic={list}"),
                _ => String::new(),
            };
            let strong = if is_original { " .strong" } else { "" };
            let (heading, paragraph) = (fill(HEADING), fill(PASSAGE));
            let (second, more) = (fill(SECOND), fill(MORE));
            format!(
                "\n## {heading} {{#point-1{strong}{topic}}}\n\n{paragraph}\n\n## {second} {{#point-2}}\n\n{more}\n"
            )
        }
        DocKind::Topic => format!("\n{}\n", fill(TOPIC)),
        DocKind::Event => format!("\n{}\n", fill(EVENT)),
        DocKind::Leaflet => format!(
            "\n{}\n\n## {}\n\n{}\n\n## {}\n\n{}\n",
            fill(LEAD),
            fill(HEADING),
            fill(POINT),
            fill(SECOND),
            fill(POINT)
        ),
        DocKind::Page => format!("\n{}\n", fill(PAGE)),
    }
}

const HEADING: Both = ("1つめの見出し", "First heading");
const SECOND: Both = ("2つめの見出し", "Second heading");
const PASSAGE: Both = (
    "いちばん強く訴えていること。チラシに大きく載るので、150文字までにします。「…と述べた」「…と訴えた」のように、だれの言葉なのかが分かるように書きます。",
    "What is argued most strongly: leaflets print it large, so keep it short. Write so that it is clear whose words they are: “… said”, “… argued”.",
);
const MORE: Both = (
    "次の訴え。1つの段落は、途中で改行せずに1行で書きます。段落と段落の間は1行あけます。",
    "The next point. Write every paragraph as one line, with an empty line between paragraphs.",
);
const TOPIC: Both = (
    "背景を知らない人のための、2、3文の説明。発言の抜き書きは、この下にひとりでに並びます。",
    "Two or three sentences for readers who do not know the background. What was said on the topic is listed below them by itself.",
);
const EVENT: Both = (
    "どんな経緯で、だれが集まり、何が話し合われたのか。",
    "How it came about, who came together, and what was talked about.",
);
const LEAD: Both = ("はじめの1文か2文。", "One or two sentences to begin with.");
const POINT: Both = (
    "一つの訴えを2、3文で。だれの言葉なのかが分かるように書きます。",
    "One point in two or three sentences. Write so that it is clear whose words they are.",
);
const PAGE: Both = (
    "本文。「## 見出し {#印}」の行で節を分けられます。",
    "The text. A line “## Heading {#mark}” begins a section.",
);
