//! Anything in a theme that makes a page load from elsewhere or run something: an address with a host in
//! `src`, `srcset`, `action` or the `href` of a stylesheet or icon, `@import` and `url()` in a stylesheet,
//! scripts, links that run one, event handlers, embedded pages and inline styles.

use std::ops::Range;

use crate::audit::fault::PageFault;
use crate::audit::page::{PageTags, Tag};
use crate::check::Rule;
use crate::diagnostic::{Diagnostics, Message, catalogue::audit as say};
use crate::span::{FileId, Span};

pub(super) static RULE: Rule = Rule::of_pages("foreign-load");

/// Attributes whose address the browser fetches, or sends a form to.
const FETCHED: [&str; 9] =
    ["src", "poster", "data", "background", "action", "formaction", "ping", "manifest", "xlink:href"];

/// Links that lead somewhere, and load nothing.
const FOLLOWED: [&str; 8] = ["canonical", "alternate", "help", "license", "author", "next", "prev", "me"];

/// Elements that hold another page or program.
const EMBEDDING: [&str; 8] =
    ["applet", "embed", "fencedframe", "frame", "frameset", "iframe", "object", "portal"];

/// Attributes whose address is gone to.
const GONE_TO: [&str; 4] = ["href", "xlink:href", "action", "formaction"];

/// Elements of SVG that change an attribute of another while the page is shown.
const ANIMATING: [&str; 4] = ["animate", "animatemotion", "animatetransform", "set"];

pub(super) fn check(page: &PageTags<'_>, faults: &mut Vec<PageFault>) {
    for tag in &page.tags {
        for address in fetched(tag).filter(|address| is_elsewhere(address)) {
            let literals = vec![address.to_owned(), format!("<{}", tag.name)];
            faults.push(fault(say::loads_from_elsewhere(address), say::put_it_in_static(), literals));
        }
        if tag.name == "script" && !is_data(tag) {
            let literals = vec!["<script>".to_owned(), "<script".to_owned()];
            faults.push(fault(say::runs_a_script(), say::take_the_script_away(), literals));
        }
        if EMBEDDING.contains(&&*tag.name) {
            let literals = vec![format!("<{}", tag.name)];
            faults.push(fault(say::embeds_another_page(&tag.name), say::take_it_out_of_the_page(), literals));
        }
        if tag.name == "noscript" {
            let literals = vec!["<noscript".to_owned()];
            faults.push(fault(say::is_for_no_scripts(), say::write_it_without_noscript(), literals));
        }
        for (name, address) in running(tag) {
            let literals = vec![address.to_owned(), format!("{name}=")];
            faults.push(fault(say::address_runs_a_script(address), say::take_the_script_away(), literals));
        }
        if moves_an_address(tag) {
            let literals = vec![format!("<{}", tag.name)];
            faults.push(fault(say::moves_an_address(&tag.name), say::take_the_script_away(), literals));
        }
        if tag.get("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh")) {
            let headline = say::leads_away_by_itself();
            faults.push(fault(headline, say::write_a_link_instead(), vec!["http-equiv".to_owned()]));
        }
        if tag.name == "style" || tag.get("style").is_some() {
            let literals = vec![" style=".to_owned(), "<style".to_owned()];
            faults.push(fault(say::inline_style(), say::put_it_in_the_stylesheet(), literals));
        }
        for (name, _) in tag.attributes.iter().filter(|(name, _)| is_handler(name)) {
            let literals = vec![format!(" {name}=")];
            faults.push(fault(say::event_handler(name), say::take_the_script_away(), literals));
        }
    }
}

fn fault(headline: Message, help: Message, literals: Vec<String>) -> PageFault {
    PageFault { rule: &RULE, headline, help, literals }
}

/// The addresses that the browser fetches for a tag, or sends a form to.
fn fetched<'t>(tag: &'t Tag<'_>) -> impl Iterator<Item = &'t str> {
    let is_set = |name: &str| matches!(name, "srcset" | "imagesrcset");
    let is_address = |name: &str| name == "href" && fetches_its_href(tag) || FETCHED.contains(&name);
    tag.attributes.iter().flat_map(move |(name, value)| {
        let candidates = if is_set(name) { value } else { "" };
        let candidates = candidates.split(',').filter_map(|part| part.split_whitespace().next());
        is_address(name).then_some(&**value).into_iter().chain(candidates)
    })
}

fn fetches_its_href(tag: &Tag<'_>) -> bool {
    match &*tag.name {
        "link" => {
            let rel = tag.get("rel").unwrap_or_default();
            !rel.split_whitespace().all(|rel| FOLLOWED.contains(&rel))
        }
        name => matches!(name, "base" | "feimage" | "use" | "image"),
    }
}

/// The attributes of a tag whose address runs a script when somebody goes there.
fn running<'t>(tag: &'t Tag<'_>) -> impl Iterator<Item = (&'t str, &'t str)> {
    let attributes = tag.attributes.iter().map(|(name, value)| (&**name, &**value));
    attributes.filter(|(name, value)| GONE_TO.contains(name) && runs(value))
}

/// Whether a drawing changes where a link of it leads, or what an event does.
fn moves_an_address(tag: &Tag<'_>) -> bool {
    let moved = tag.get("attributename").map(|name| name.trim().to_ascii_lowercase());
    ANIMATING.contains(&&*tag.name)
        && moved.is_some_and(|name| GONE_TO.contains(&name.as_str()) || is_handler(&name))
}

/// Whether a browser that goes to an address runs what stands in it: it passes over every sign of control.
fn runs(address: &str) -> bool {
    if !address.contains(':') {
        return false;
    }
    let plain: String = address.chars().filter(|letter| !letter.is_control()).collect();
    let scheme = plain.trim().split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| matches!(scheme.trim(), "javascript" | "vbscript" | "data"))
}

/// Whether an address has a host of its own. Browsers pass over white space and take a backslash for a slash.
fn is_elsewhere(address: &str) -> bool {
    let address: String = address.chars().filter(|letter| !letter.is_control()).collect();
    let address = address.trim().replace('\\', "/");
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let has_scheme = scheme.is_some_and(|scheme| {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
        scheme != "data"
            && scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme.chars().all(plain)
    });
    address.starts_with("//") || has_scheme
}

fn is_data(tag: &Tag<'_>) -> bool {
    tag.get("type").is_some_and(|kind| matches!(kind, "application/ld+json" | "application/json"))
        && tag.get("src").is_none()
}

fn is_handler(attribute: &str) -> bool {
    attribute
        .strip_prefix("on")
        .is_some_and(|event| event.len() > 2 && event.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Looks through a stylesheet of the theme, at the place where it is written.
pub(in crate::audit) fn check_stylesheet(file: FileId, css: &str, found: &mut Diagnostics) {
    let (code, places) = as_read(css);
    let lower = code.to_ascii_lowercase();
    for word in ["url(", "src(", "image-set(", "@import"] {
        for (at, _) in lower.match_indices(word) {
            let address = address_at(&code, at + word.len());
            if is_elsewhere(&code[address.clone()]) {
                let headline = say::loads_from_elsewhere(&css[places[address.start]..places[address.end]]);
                let span = Span::new(file, places[address.start]..places[address.end]);
                found.push(RULE.at_span(span, headline).with_help(say::put_it_in_static()));
            }
        }
    }
}

/// The address that stands at a place of a stylesheet, in quotation marks or without; nothing if it is a
/// function, whose address is found by itself.
fn address_at(code: &str, at: usize) -> Range<usize> {
    let rest = &code[at..];
    let start = rest.find(|letter: char| !letter.is_whitespace() && !"\"'".contains(letter));
    let start = at + start.unwrap_or(rest.len());
    let is_quoted = code[..start].ends_with(['"', '\'']);
    let ends = |letter: char| {
        "\"'\n".contains(letter) || !is_quoted && (letter.is_whitespace() || "();".contains(letter))
    };
    start..code[start..].find(ends).map_or(code.len(), |end| start + end)
}

/// A stylesheet as a browser reads it, and the place of each byte and of its end: a comment is a space, and
/// `\75 rl` is `url`.
fn as_read(css: &str) -> (String, Vec<usize>) {
    let (mut code, mut places) = (String::with_capacity(css.len()), Vec::with_capacity(css.len() + 1));
    let mut at = 0;
    while let Some(first) = css[at..].chars().next() {
        let rest = &css[at..];
        let (letter, length) = match rest.strip_prefix("/*") {
            Some(comment) => (' ', comment.find("*/").map_or(rest.len(), |end| 2 + end + 2)),
            None if first == '\\' => escaped(rest),
            None => (first, first.len_utf8()),
        };
        code.push(letter);
        places.resize(code.len(), at);
        at += length;
    }
    places.push(css.len());
    (code, places)
}

/// The letter that a backslash and what follows it stand for, and their length.
fn escaped(text: &str) -> (char, usize) {
    let digits = text[1..].bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    if digits > 0 {
        let letter = u32::from_str_radix(&text[1..=digits], 16).ok().and_then(char::from_u32);
        let space = text[1 + digits..].chars().next().filter(char::is_ascii_whitespace);
        return (letter.unwrap_or(char::REPLACEMENT_CHARACTER), 1 + digits + space.map_or(0, char::len_utf8));
    }
    let next = text[1..].chars().next().unwrap_or(' ');
    (next, (1 + next.len_utf8()).min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::page::PageFrame;

    #[test]
    fn what_a_browser_would_fetch_from_elsewhere_is_seen() {
        let check = |html: &str, faults: usize| {
            let mut found = Vec::new();
            super::check(&PageFrame::of(html.as_bytes(), &[]).tags(), &mut found);
            assert_eq!(found.len(), faults, "{html}");
        };
        check("<img src='https://x.example/a.png'>", 1);
        check("<img src='//x.example/a.png'>", 1);
        check("<img src=' /\\x.example/a.png'>", 1);
        check("<img srcset='a.png 1x, https://x.example/a.png 2x'>", 1);
        check("<link rel='preload stylesheet' href='https://x.example/a.css'>", 1);
        check("<link rel='canonical' href='https://x.example/'><a href='https://x.example'>x</a>", 0);
        check("<form action='https://x.example/'></form><iframe src='https://x.example/'></iframe>", 3);
        check("<iframe srcdoc='<p>x</p>'></iframe><object data='data:text/html,x'></object>", 2);
        check("<embed src='/a.swf'><noscript>x</noscript>", 2);
        check("<a href='javascript:f()'>x</a><a href=' java&#10;script:f()'>x</a>", 2);
        check("<a href='VBScript:x'>x</a><a href='data:text/html,x'>x</a><a href='/javascript:x'>x</a>", 2);
        check("<svg><a xlink:href='javascript:f()'><animate attributeName='href' to='x'/></a></svg>", 3);
        check("<svg><set attributeName='onclick' to='x'/><animate attributeName='r' to='2'/></svg>", 1);
        check("<svg><feImage href='https://x.example/a.png'/><use href='//x.example/a.svg#b'/></svg>", 2);
        check("<script src='a.js'></script><script>f()</script>", 2);
        check("<script type='application/ld+json'>{}</script>", 0);
        check("<p onclick='f()' style='color:red'>x</p><style>p{}</style>", 3);
        check("<img src='data:image/png;base64,AA' alt=''><img src='/a.png' alt=''>", 0);
    }

    #[test]
    fn a_stylesheet_that_loads_from_elsewhere_is_seen_and_a_comment_is_not() {
        let check = |css: &str, expected: &[&str]| {
            let mut found = Diagnostics::new();
            check_stylesheet(FileId(0), css, &mut found);
            let found = found.into_sorted();
            let found: Vec<&str> = found.iter().map(|finding| &css[finding.span.range()]).collect();
            assert_eq!(found, expected, "{css}");
        };
        check("@import url(https://x.example/a.css);", &["https://x.example/a.css"]);
        check("@import 'https://x.example/a.css';", &["https://x.example/a.css"]);
        check("/* æ url(//y) */ a { background: URL( \"//x.example/a.png\" ) }", &["//x.example/a.png"]);
        check("a { background: url(a.png) url(data:image/png;base64,AA) }", &[]);
        check("a { background: url( 'https://x.example/(a).png' ) }", &["https://x.example/(a).png"]);
        check("a { b: \\75 rl(//x) u\\52L(\\2f /y) url(\\/\\/z\\", &["//x", "\\2f /y", "\\/\\/z"]);
        check("@im/**/port '//x'; @import/**/'//y';@import url(\"//z\");", &["//y", "//z"]);
    }
}
