//! Made-up statements in two languages, as many as are wanted.

use std::fs;
use std::path::Path;

/// How many topics the statements share.
pub(crate) const TOPICS: usize = 40;

/// Writes a content folder with `count` statements.
pub(crate) fn write(content: &Path, count: usize) -> std::io::Result<()> {
    for kind in ["speakers", "topics", "events"] {
        fs::create_dir_all(content.join(kind))?;
    }
    fs::write(
        content.join("site.yaml"),
        "title: {ja: 大きな集会, en: A large rally}\nlanguages: [ja, en]\nbase_url: https://example.org/\nevent: rally\n",
    )?;
    for (lang, name) in [("ja", "大きな集会"), ("en", "A large rally")] {
        let text = format!("---\nname: {name}\ndate: 2022-11-17\n---\n");
        fs::write(content.join(format!("events/rally.{lang}.md")), text)?;
        for topic in 0..TOPICS {
            let text = match lang {
                "ja" => format!(
                    "---\nname: 題目{topic}\nsummary: {topic}番目の題目です。\nterms: [用語{topic}号]\n---\n\n説明の文です。\n"
                ),
                _ => format!(
                    "---\nname: Topic {topic}\nsummary: Topic number {topic}.\nterms: [term {topic}x]\n---\n\nAn explanation.\n"
                ),
            };
            fs::write(content.join(format!("topics/t{topic}.{lang}.md")), text)?;
        }
    }
    for at in 0..count {
        let (a, b) = (at % TOPICS, (at / TOPICS + at + 7) % TOPICS);
        let topics = if a == b {
            format!("[t{a}]")
        } else {
            format!("[t{a}, t{b}]")
        };
        let ja = "保険証の廃止は多くの人の暮らしにかかわると述べた。窓口での確認に手間がかかり、{返戻|へんれい}も増えると指摘した。".repeat(3);
        let en = "The speaker said that abolishing the card touches the lives of many people and adds to the work at reception desks. ".repeat(3);
        let text = format!(
            "---\nname: 話者{at}\ntitle: {at}番目の人の発言\nsummary: 要旨の文です。\ntopics: {topics}\norder: {at}\n---\n\n## 一つめの論点 {{#one topic=t{a}}}\n\n{ja}用語{a}号に触れた。\n\n## 二つめの論点 {{#two topic=t{b}}}\n\n{ja}\n"
        );
        fs::write(content.join(format!("speakers/s{at:05}.ja.md")), text)?;
        let text = format!(
            "---\nname: Speaker {at}\ntitle: What speaker {at} said\nsummary: A summary.\ntranslation: {{status: reviewed}}\n---\n\n## A first point {{#one}}\n\n{en}On term {a}x.\n\n## A second point {{#two}}\n\n{en}\n"
        );
        fs::write(content.join(format!("speakers/s{at:05}.en.md")), text)?;
    }
    Ok(())
}
