//! What an independent reader of HTML finds in a page that only the theme may write, if anybody.

use html5gum::{StartTag, Token, Tokenizer};

const FORBIDDEN: [&str; 12] = [
    "script", "iframe", "object", "embed", "base", "form", "style", "svg", "math", "img", "template",
    "noscript",
];

/// Everything in a page that could run, load, send or disguise something; empty for a page that is safe.
pub(crate) fn dangers(html: &str) -> Vec<String> {
    let mut dangers = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => dangers.extend(in_tag(&tag)),
            Token::Comment(_) => dangers.push("a comment".to_owned()),
            _ => {}
        }
    }
    dangers
}

fn in_tag<S: html5gum::SpanBound>(tag: &StartTag<S>) -> Vec<String> {
    let name = String::from_utf8_lossy(&tag.name).into_owned();
    let mut dangers = Vec::new();
    if FORBIDDEN.contains(&name.as_str()) {
        dangers.push(format!("<{name}>"));
    }
    for (key, value) in &tag.attributes {
        let (key, value) = (String::from_utf8_lossy(key), String::from_utf8_lossy(value));
        let is_link =
            matches!(&*key, "href" | "src" | "action" | "formaction" | "srcset" | "xlink:href" | "data");
        if key.starts_with("on")
            || key == "style"
            || key == "http-equiv"
            || is_link && !is_safe_target(&value)
        {
            dangers.push(format!("<{name} {key}=\"{value}\">"));
        }
    }
    dangers
}

/// As a browser reads it: white space at the ends and control signs anywhere do not count, nor does the case.
fn is_safe_target(target: &str) -> bool {
    let plain: String = target.chars().filter(|letter| !letter.is_control()).collect();
    let plain = plain.trim().to_lowercase();
    let path = plain.split(['/', '?', '#']).next().unwrap_or_default();
    let is_own = !path.contains(':') && !plain.starts_with("//") && !plain.contains('\\');
    is_own || ["https://", "mailto:", "tel:"].iter().any(|scheme| plain.starts_with(scheme))
}

#[test]
fn the_reader_sees_what_a_browser_would() {
    for bad in [
        "<script>x</script>",
        "<p onclick=x>",
        "<a href=\" java\tscript:x\">",
        "<a href=\"//evil\">",
        "<p style=x>",
        "<meta http-equiv=refresh>",
        "<!-- x -->",
    ] {
        assert!(!dangers(bad).is_empty(), "{bad}");
    }
    assert!(
        dangers("<a href=\"../en/\">&lt;script&gt;</a><a href=\"#x\"></a><a href=\"mailto:a@b.no\">")
            .is_empty()
    );
}
