//! Signs and lines as mail, chat, minutes and Japanese keyboards write them: nothing of them is a mark of
//! Markdown, and lines that tell by how they begin what they are stay lines.

use crate::support::Site;

/// The page about the site with a text in the place of its own.
fn page_of(written: &str) -> String {
    let site = Site::new().edited("pages/about.ja.md", "集会の記録です。", written);
    let run = site.run(&["build", "--no-leaflets"]);
    assert_eq!(run.status, 0, "{written}\n{}", run.stderr);
    site.out("about.html")
        .replace("<span class=\"end\">", "")
        .replace("</span>", "")
}

#[test]
fn a_comma_in_brackets_parts_no_names() {
    for written in [
        "organisers: 川の会（みほん市、川町）",
        "organisers: [川の会（みほん市、川町）]",
    ] {
        let site = Site::new().edited(
            "events/rally.ja.md",
            "---\nname:",
            &format!("---\n{written}\nname:"),
        );
        let run = site.run(&["build", "--no-leaflets"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let event = site.out("events/rally.html");
        assert!(event.contains("川の会（みほん市、川町）"), "{event}");
    }
}

#[test]
fn signs_of_japanese_text_are_no_marks() {
    for (written, right) in [
        (
            "総会 ~川の未来へ~ を開きます。",
            "<p>総会 ~川の未来へ~ を開きます。</p>",
        ),
        (
            "営業は ~10時 または 15時~ です。",
            "<p>営業は ~10時 または 15時~ です。</p>",
        ),
        (
            "会員*と家族*は無料です。",
            "<p>会員*と家族*は無料です。</p>",
        ),
        ("米*10kg、水*20L。", "<p>米*10kg、水*20L。</p>"),
        ("A*B*Cを選ぶ。", "<p>A*B*Cを選ぶ。</p>"),
        ("会費は\\-500円。", "<p>会費は\\-500円。</p>"),
        ("千円\\(税込)です。", "<p>千円\\(税込)です。</p>"),
        (
            "(*^^*) よろしくお願いします (*^^*)",
            "<p>(*^^*) よろしくお願いします (*^^*)</p>",
        ),
        ("(^_^) こんにちは (^_^)", "<p>(^_^) こんにちは (^_^)</p>"),
        (
            "m(__)m お願いします m(__)m",
            "<p>m(__)m お願いします m(__)m</p>",
        ),
        ("C:\\docs\\*.txt です。", "<p>C:\\docs\\*.txt です。</p>"),
        ("これは*大事*です。", "<p>これは<em>大事</em>です。</p>"),
        ("~~取消~~です。", "<p><s>取消</s>です。</p>"),
        (
            "+ 3%の増加\n- 5%の減少\n+ 2%の増加",
            "<p>+ 3%の増加<br>- 5%の減少<br>+ 2%の増加</p>",
        ),
        ("- 3%の増加\n- 5%の減少", "<ul>"),
    ] {
        let page = page_of(written);
        assert!(page.contains(right), "{written}\n{page}");
    }
}

#[test]
fn lines_that_count_or_tell_who_speaks_stay_lines() {
    for (written, right) in [
        (
            "2024. 10. 5 集会をひらく\n2024. 11. 6 総会",
            "<p>2024. 10. 5 集会をひらく</p>\n<p>2024. 11. 6 総会</p>",
        ),
        (
            "2024.10.5 集会をひらく\n2024.11.6 総会",
            "<p>2024.10.5 集会をひらく</p>\n<p>2024.11.6 総会</p>",
        ),
        (
            "1班 佐藤、田中\n2班 鈴木、高橋",
            "<p>1班 佐藤、田中</p>\n<p>2班 鈴木、高橋</p>",
        ),
        (
            "第1 川の話\n第2 山の話",
            "<p>第1 川の話</p>\n<p>第2 山の話</p>",
        ),
        (
            "1.1 川の話\n1.2 山の話",
            "<p>1.1 川の話</p>\n<p>1.2 山の話</p>",
        ),
        (
            "佐藤：\nこんにちは。\n田中：\nはい。",
            "<p>佐藤：こんにちは。</p>\n<p>田中：はい。</p>",
        ),
        (
            "司会\n　これから始めます。\n佐藤\n　川を守りましょう。",
            "<p>司会</p>\n<p>これから始めます。</p>\n<p>佐藤</p>\n<p>川を守りましょう。</p>",
        ),
        ("+川の話\n+山の話", "<li>川の話</li><li>山の話</li>"),
        (
            "会員は120人で\n121人を目指す。",
            "<p>会員は120人で121人を目指す。</p>",
        ),
    ] {
        let page = page_of(written);
        assert!(page.contains(right), "{written}\n{page}");
    }
}

#[test]
fn what_keeps_the_end_of_a_line_is_read_as_keyboards_write_it() {
    for written in [
        "川沿いの会¥\n代表 例山花代",
        "川沿いの会￥\n代表 例山花代",
        "川沿いの会＼\n代表 例山花代",
        "川沿いの会\\ \n代表 例山花代",
        "川沿いの会\\\n代表 例山花代\\",
    ] {
        let page = page_of(written);
        assert!(
            page.contains("<p>川沿いの会<br>代表 例山花代</p>"),
            "{written}\n{page}"
        );
    }
    let page = page_of("会費は一人500￥\nです。");
    assert!(page.contains("<p>会費は一人500￥です。</p>"), "{page}");
}

#[test]
fn breaks_of_other_programs_are_ends_of_lines() {
    for sign in ['\u{b}', '\u{85}', '\u{2028}', '\u{2029}'] {
        let page = page_of(&format!("日時：10月5日{sign}場所：公民館"));
        assert!(
            page.contains("<p>日時：10月5日</p>\n<p>場所：公民館</p>"),
            "{page}"
        );
    }
}
