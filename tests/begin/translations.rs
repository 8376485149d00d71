//! `chirashi translations`, and `chirashi new … --translate-from`.

use crate::support::Site;

/// The minimal site with a statement that has everything a translator meets.
fn site() -> Site {
    Site::new().file(
        "speakers/mihon.ja.md",
        "---\nname: 見本花子\nreading: みほん はなこ\naffiliation: {ja: 見本の会, en: Mihon Society}\nrole: 代表\n\
         title: 声を聞いてください\nsummary: 番号で暮らしが見られると述べた。\ntopics: [privacy]\norder: 3\n\
         source:\n  title: 集会の報告\n  url: https://shukai.test/report\n---\n\n\
         はじめに*一言*。\n\n\
         ## 見られる{暮|く}らし {#watched .strong topic=privacy}\n\n\
         番号で[暮らし](topic:privacy)が見えます。\n途中で改行。\n\n\
         - 一つめ\n- 二つめ\n\n> 引用です。\n\n1. 手順\n\n| 表 | 値 |\n| --- | --- |\n| 一 | 二 |\n\n\
         ## 二つめの節 {#second}\n\n```sh\necho *1*\n```\n",
    )
}

#[test]
fn the_original_is_laid_out_for_its_translator() {
    let site = site();
    let run = site.run_in("ja", &["new", "speaker", "mihon", "--translate-from", "ja"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    insta::assert_snapshot!("translate_from", site.read("content/speakers/mihon.en.md"));
}

#[test]
fn what_was_laid_out_is_up_to_date_and_has_the_same_sections() {
    let site = site();
    let made = site.run(&["new", "speaker", "mihon", "--translate-from", "ja"]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    let codes: Vec<String> = site.codes();
    assert_eq!(codes, ["text/unfilled"], "{codes:?}");
    let listed = site.run(&["translations", "--format", "json"]).stdout;
    let told = listed.lines().find(|line| line.contains("mihon")).unwrap();
    let state = "\"state\":\"untranslated\",\"untranslated\":17";
    assert!(told.contains(state), "{told}");
    let said = site.run_in("ja", &["translations"]).stdout;
    assert!(said.contains("まだ訳していない段落：17）"), "{said}");
    let build = site.build();
    assert_eq!(build.status, 0);
    assert!(site.out("en/speakers/mihon.html").contains("[TRANSLATE]"));
}

#[test]
fn what_is_missing_or_stale_is_listed_with_what_changed() {
    let site = site();
    for kind in [["speaker", "mihon"], ["page", "about"]] {
        let args = ["new", kind[0], kind[1], "--translate-from", "ja"];
        if kind[0] == "page" {
            std::fs::remove_file(site.path("content/pages/about.en.md")).unwrap();
        }
        assert_eq!(site.run(&args).status, 0);
    }
    site.edit("speakers/mihon.ja.md", "- 二つめ", "- 三つめ");
    site.edit(
        "speakers/mihon.ja.md",
        "title: 声を",
        "title: わたしたちの声を",
    );
    site.edit("speakers/mihon.ja.md", "> 引用です。\n\n", "");
    let site = site
        .without("topics/access.en.md")
        .without("speakers/tanaka.en.md");
    let said = |lang| site.run_in(lang, &["translations"]);
    let (ja, en) = (said("ja"), said("en"));
    assert_eq!((ja.status, en.status), (0, 0));
    let json = site.run(&["translations", "--format", "json"]).stdout;
    insta::assert_snapshot!(
        "translations",
        format!("{}\n{}\n{json}", ja.stdout, en.stdout)
    );
}

#[test]
fn when_all_is_translated_it_says_so() {
    let site = Site::empty()
        .file(
            "site.yaml",
            "title: 集会\nlanguages: [ja]\nbase_url: https://shukai.test/\n",
        )
        .file("pages/about.ja.md", "---\ntitle: 見本\n---\n");
    let run = site.run_in("ja", &["translations"]);
    assert!(run.stdout.contains("すべて訳されて"), "{}", run.stdout);
}

#[test]
fn a_translation_that_exists_is_never_written_over() {
    let site = Site::new();
    let before = site.tree("content");
    let run = site.run(&["new", "speaker", "yamada", "--translate-from", "ja"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("[begin/exists]"), "{}", run.stderr);
    assert!(site.tree("content") == before);
}

/// A number that is written in both languages already goes with what is still to be translated.
#[test]
fn figures_are_laid_out_whole() {
    let figures = |figures: &str| {
        let text = format!(
            "---\nname: 見本花子\ntitle: 声\ntopics: [privacy]\nfigures: {figures}\n---\n\n本文です。\n"
        );
        let site = Site::new().file("speakers/mihon.ja.md", &text);
        let made = site.run(&["new", "speaker", "mihon", "--translate-from", "ja"]);
        assert_eq!(made.status, 0, "{}", made.stderr);
        assert_eq!(site.codes(), ["text/unfilled"]);
        site.read("content/speakers/mihon.en.md")
    };
    let one = "{value: {ja: 80万人, en: \"800,000\"}, caption: 高齢者}";
    let both = "{value: {ja: 80万人, en: \"800,000\"}, caption: {ja: 高齢者, en: older people}}";
    let made = figures(&format!("[{one}, {both}]"));
    assert!(made.contains("value: \"800,000\"\n    caption: "), "{made}");
    assert!(made.contains("caption: older people"), "{made}");
    assert!(figures(one).contains("value: \"800,000\""));
    assert!(!figures(both).contains("\nfigures:"));
}
