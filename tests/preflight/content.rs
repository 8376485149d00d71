//! What is said: QR codes, passages, pictures.

use super::*;

#[test]
fn codes() {
    // Something white over a part of the code: 5 % are too many for what it can mend.
    let area = "1 1 1 rg 60 60 200 200 re f";
    let report = changed(Reader::Office, |document| draw(document, area));
    shows("no-code", &report);
    let mut elsewhere = wanted(Reader::Press);
    elsewhere.addresses = vec!["https://shukai.test/elsewhere.html".into()];
    shows("wrong-code", &inspect(good(Reader::Press), &elsewhere));
}

#[test]
fn passages() {
    let mut other = wanted(Reader::Press);
    let said = PASSAGE
        .replace("見せるだけで", "見せても")
        .replace("番号を思い出せず", "顔が認められず");
    other.statements = Arc::new(Statements::new([said.as_str()], []));
    shows("passage", &inspect(good(Reader::Press), &other));
}

#[test]
fn pictures() {
    let report = changed(Reader::Press, |document| {
        let picture = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 40, "Height" => 40,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
        };
        let picture = Stream::new(picture, vec![200; 1600]);
        resource(document, "XObject", "ImSmall", Object::Stream(picture));
        draw(document, "144 0 0 144 200 300 cm /ImSmall Do");
    });
    shows("coarse-picture", &report);
    assert!(report.passed(), "a coarse picture is a warning");
}

/// A leaflet with a language on each side: each side has a code that leads to its own language's
/// pages, and its passages are compared with what was said in its own language.
#[test]
fn a_leaflet_in_two_languages_is_looked_at_in_both() {
    let said = "The card was shown at the counter, and that was all that anybody ever needed.";
    let leaflet = "---\ntitle: 見本\nhook: 見本を見よう\nformat: a5\nlanguages: [ja, en]\nspeakers: [yamada]\n---\n\n見本の文です。\n";
    let english = "---\ntitle: Sample\nhook: See the sample\ntranslation: {status: draft}\n---\n\nA sample.\n";
    let site = site()
        .file(
            "site.yaml",
            "title: {ja: 集会の記録, en: Record}\nlanguages: [ja, en]\nbase_url: https://shukai.test/\n",
        )
        .file(
            "speakers/yamada.en.md",
            &format!(
                "---\nname: Hanako Yamada\ntitle: Keep the card\nsummary: {said}\ntranslation: {{status: draft}}\n---\n\n## At the counter\n\n{said} {said}\n"
            ),
        )
        .file("leaflets/both.ja.md", leaflet)
        .file("leaflets/both.en.md", english);
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let bytes = fs::read(site.path("public/leaflets/both.ja-en.print.pdf")).unwrap();
    let home = |folder: &str| format!("https://shukai.test/{folder}index.html");
    let both = |addresses| Wanted {
        trim: (148.0, 210.0),
        pages: 2,
        addresses,
        ..wanted(Reader::Press)
    };
    let report = inspect(&bytes, &both(Vec::new()));
    assert_eq!(codes_of(&report), BTreeSet::new(), "{:?}", report.faults);
    // Another English address than the one that is there: the Japanese code does not make up for it.
    let found = inspect(&bytes, &both(vec![home("")])).facts.codes;
    assert_eq!(found.len(), 2, "{found:?}");
    let half = both(vec![found[0].clone(), "https://shukai.test/x".into()]);
    tells("wrong-code", "the other side's", &inspect(&bytes, &half));
    let more = both([&found[..], &["https://shukai.test/x".into()]].concat());
    tells("no-code", "one that is not there", &inspect(&bytes, &more));
    let twice = both(vec![found[0].clone(), found[1].clone(), found[1].clone()]);
    tells("no-code", "one for both sides", &inspect(&bytes, &twice));

    // A theme that rewrites the English side alone is found out.
    let text = fs::read_to_string("themes/default/print/text.typ").unwrap();
    let broken = text.replace(
        "if kind == \"text\" { node.text }",
        "if kind == \"text\" { node.text.replace(\"shown\", \"used\") }",
    );
    assert_ne!(text, broken);
    let site = site.beside("themes/bad/print/text.typ", &broken);
    let run = site.run(&["check", "--theme", "themes/bad"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("both.ja-en.pdf"), "{}", run.stderr);
}
