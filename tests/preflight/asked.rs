//! Where QR codes lead: to what the words beside them ask for, and to the page where staff say so.

use super::*;
use chirashi::preflight::words;

const CALL: &str = "https://shukai.test/petition";
const HOME: &str = "https://shukai.test/";

/// The site with a request; `more` are lines of its own.
fn asking(call: &str) -> Site {
    let settings = "title: 集会の記録\nlanguages: [ja]\nbase_url: https://shukai.test/\n";
    let leaflet = |qr: &str| {
        format!(
            "---\ntitle: 見本\nhook: 見本を見よう\nformat: a5\nspeakers: [yamada]\n{qr}---\n\n見本の文です。\n"
        )
    };
    let site = site()
        .file("site.yaml", &format!("{settings}{call}"))
        .file("leaflets/plain.ja.md", &leaflet(""))
        .file("leaflets/page.ja.md", &leaflet("qr: page\n"))
        .file("leaflets/both.ja.md", &leaflet("qr: 両方\n"))
        .file(
            "leaflets/sheet.ja.md",
            "---\ntitle: 署名用紙\nformat: signature-sheet\n---\n\n保険証を残すことを求めます。\n",
        );
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    site
}

/// What the codes of a leaflet read, in order, and its words.
fn printed(site: &Site, leaflet: &str) -> (Vec<String>, String) {
    let path = site.path(&format!("public/leaflets/{leaflet}.ja.pdf"));
    let bytes = fs::read(path).unwrap();
    let mut codes = inspect(&bytes, &wanted(Reader::Office)).facts.codes;
    codes.sort();
    (codes, words(&bytes).split_whitespace().collect())
}

#[test]
fn codes_lead_where_the_words_beside_them_say() {
    let site = asking(&format!(
        "call_to_action: {{text: 署名を, url: '{CALL}'}}\n"
    ));
    let opens = "読み取ると署名のページが開きます";
    let page = "https://shukai.test/speakers/yamada.html";
    for (leaflet, expected, told) in [
        ("speaker-yamada", vec![CALL], true),
        ("plain", vec![CALL], true),
        ("sheet", vec![CALL], true),
        ("page", vec![HOME], false),
        ("both", vec![HOME, CALL], true),
    ] {
        let (codes, words) = printed(&site, leaflet);
        assert_eq!(codes, expected, "{leaflet}");
        assert_eq!(words.contains(opens), told, "{leaflet}: {words}");
        // The page's address can be typed.
        let address = if leaflet == "speaker-yamada" {
            page
        } else {
            HOME
        };
        let address = address
            .trim_start_matches("https://")
            .trim_end_matches("index.html");
        assert!(
            words.contains(address.trim_end_matches('/')),
            "{leaflet}: {words}"
        );
        // The leaflet's page draws the same.
        let drawn = site.out(&format!("leaflets/{leaflet}.html"));
        assert_eq!(
            drawn.matches("<svg class=\"qr\"").count(),
            codes.len(),
            "{leaflet}"
        );
        assert_eq!(drawn.contains(opens), told, "{leaflet}");
    }
}

#[test]
fn the_button_says_what_opens_and_without_an_address_the_page_does() {
    let call = format!("call_to_action: {{text: 寄付を, url: '{CALL}', button: 寄付する}}\n");
    let (codes, words) = printed(&asking(&call), "speaker-yamada");
    assert_eq!(codes, [CALL]);
    assert!(
        words.contains("読み取ると「寄付する」のページが開きます"),
        "{words}"
    );
    let site = asking("call_to_action: {text: 署名を}\n");
    for leaflet in ["plain", "both"] {
        assert_eq!(printed(&site, leaflet).0, [HOME], "{leaflet}");
    }
}

/// A theme whose code leads to the page, beside words that ask for a signature, is refused.
#[test]
fn a_code_that_leads_elsewhere_than_its_words_is_refused() {
    let parts = fs::read_to_string("themes/default/print/faces.typ").unwrap();
    let own = "if data.code != none { captioned-code(data.code) }";
    let other = "if data.page_code != none { captioned-code(data.page_code) }";
    assert!(parts.contains(own));
    let site = asking(&format!(
        "call_to_action: {{text: 署名を, url: '{CALL}'}}\n"
    ))
    .beside("themes/bad/print/faces.typ", &parts.replace(own, other));
    let run = site.run(&["check", "--theme", "themes/bad"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let is_told = |one: &str| one.contains("[preflight/no-code]") && one.contains("both.ja.pdf");
    assert!(run.stderr.split("\n\n").any(is_told), "{}", run.stderr);
}
