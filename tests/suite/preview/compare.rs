//! A page of two brands, or of a brand and of the group alone, with what differs marked by word.

use felles::source::SourceTree;

use super::shown::{Shown, edited, reading, without};
use crate::fixture::{file, site, with};

/// What stands in elements of this name, without the words that are only read aloud.
fn marked(page: &str, element: &str) -> Vec<String> {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let inside = page.split(&open).skip(1).map(|rest| rest.split_once(&close).expect("it is closed").0);
    inside.map(unsaid).collect()
}

fn unsaid(html: &str) -> String {
    let mut parts = html.split("<span class=\"said\">");
    let first = parts.next().unwrap_or_default().to_owned();
    let after = |part: &str| part.split_once("</span>").expect("it is closed").1.to_owned();
    first + &parts.map(after).collect::<String>()
}

/// The page, which is there.
fn compare(shown: &Shown, query: &str) -> String {
    let reply = shown.get(&format!("/_felles/compare?{query}"));
    let text = reply.text();
    assert_eq!(reply.status, 200, "{query}: {text}");
    text
}

/// Havna with one text of its own, before one of the group's.
fn one_own_text() -> SourceTree {
    without(&site("fjord"), |file| {
        let path = file.path.as_str();
        path.starts_with("content/clinics/havna/clauses/") && !path.contains("/who-we-are.")
    })
}

#[test]
fn two_brands_differ_in_their_words() {
    let shown = Shown::start(reading(&site("fjord")));
    let page = compare(&shown, "left=nordlys&right=havna&page=%2Fpersonvern%2F");
    assert!(page.contains("<h1>Comparison: nordlys.example and havna.example</h1>"), "{page}");
    assert!(marked(&page, "ins").contains(&"Havna ligger ved sjøen.".to_owned()), "{page}");
    let names = |page: &str| marked(page, "del").iter().any(|words| words == "Nordlys");
    assert!(names(&page), "{page}");
    let alike = compare(&shown, "left=nordlys&right=havna&page=personvern/&names=same");
    assert!(!names(&alike), "{alike}");
    assert!(marked(&alike, "ins").contains(&"Havna ligger ved sjøen.".to_owned()), "{alike}");
    assert!(alike.contains("nordlys.example"), "{alike}");
}

#[test]
fn a_brand_differs_from_the_group_in_what_its_clinic_writes_itself_alone() {
    let tree = one_own_text();
    let mut shown = Shown::start(reading(&tree));
    let page = compare(&shown, "left=_group&right=havna&page=personvern/");
    assert_eq!(marked(&page, "del"), [""; 0]);
    assert_eq!(marked(&page, "ins"), ["Havna ligger ved sjøen."]);
    assert!(page.contains("Passages that differ: 1<"), "{page}");
    let turned = compare(&shown, "left=havna&right=_group&page=personvern/");
    assert_eq!((marked(&turned, "ins").len(), marked(&turned, "del").len()), (0, 1));
    // What is shown follows the files: of the group, and of the clinic.
    let own = "content/clinics/havna/clauses/who-we-are.nb.md";
    let next = edited(&tree, own, |text| text.replace("sjøen", "havet"));
    let next =
        edited(&next, "content/group/clauses/complaint.nb.md", |text| format!("{text}\n\nNytt for alle.\n"));
    shown.show(reading(&next));
    let page = compare(&shown, "left=_group&right=havna&page=personvern/");
    assert_eq!(marked(&page, "del"), [""; 0]);
    assert_eq!(marked(&page, "ins").last().map(String::as_str), Some("Havna ligger ved havet."));
}

#[test]
fn a_text_that_a_clinic_leaves_out_stands_with_the_group_alone() {
    let path = "content/clinics/havna/clauses/how-to-reach-us.nb.md";
    let left_out = file(path, "+++\nop = \"omit\"\nreason = \"Alle vet det.\"\n+++\n");
    let shown = Shown::start(reading(&with(&one_own_text(), vec![left_out])));
    let gone = marked(&compare(&shown, "left=_group&right=havna&page=personvern/"), "del");
    assert!(gone.contains(&"Ombudet svarer på ombud@fjordhelse.example.".to_owned()), "{gone:?}");
}

#[test]
fn what_pages_and_addresses_say_is_text() {
    let hostile = file(
        "content/clinics/havna/clauses/who-we-are.nb.md",
        "+++\nop = \"prepend\"\n+++\nSkriv \\<script>alert(1)\\</script> & \\</ins>.\n",
    );
    let shown = Shown::start(reading(&with(&one_own_text(), vec![hostile])));
    let page = compare(&shown, "left=_group&right=havna&page=personvern/");
    let words = "Skriv &lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;/ins&gt;.";
    assert!(marked(&page, "ins").iter().any(|mark| mark.replace("&#x2F;", "/") == words), "{page}");
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    for query in [
        "left=%3Cscript%3Ealert(1)%3C/script%3E&right=havna",
        "left=nordlys&right=havna&page=%22%3E%3Cscript%3Ealert(1)",
    ] {
        let reply = shown.get(&format!("/_felles/compare?{query}"));
        assert_eq!((reply.status, reply.text().matches("<script").count()), (404, 1), "{query}");
        assert!(reply.text().contains("&lt;script&gt;"), "{query}");
    }
}

#[test]
fn what_cannot_be_compared_is_said_in_words() {
    let shown = Shown::start(reading(&site("fjord")));
    let check = |query: &str, words: &str| {
        let reply = shown.get(&format!("/_felles/compare{query}"));
        assert_eq!(reply.status, 404, "{query}");
        assert!(reply.text().contains(words), "{query}: {}", reply.text());
    };
    check("", "must name two sites");
    check("?left=havna", "must name two sites");
    check("?left=%ff&right=havna", "must name two sites");
    check("?left=havna&right=havna", "Choose two different ones");
    check("?left=_group&right=_group", "Choose two different ones");
    check("?left=havna&right=nobody&page=", "There is no site “nobody”");
    check("?left=_group&right=nobody&page=", "There is no site “nobody”");
    check("?left=havna&right=nordlys&page=../nordlys/", "has no page at the address “");
    check("?left=havna&right=nordlys&page=privacy.json", "havna.example has no page");
    // The pages that both have are offered.
    check(
        "?left=havna&right=nordlys&page=nn/",
        "<a href=\"/_felles/compare?left=havna&amp;right=nordlys&amp;page=personvern",
    );
}

#[test]
fn a_brand_that_is_called_group_is_no_other_than_itself() {
    let tree = site("fjord");
    let text =
        tree.find("content/brands/havna.toml").unwrap().1.text.replace("havna.example", "group.example");
    let shown = Shown::start(reading(&with(&tree, vec![file("content/brands/group.toml", text)])));
    let page = compare(&shown, "left=group&right=nordlys&page=personvern/");
    assert!(page.contains("<h1>Comparison: group.example and nordlys.example</h1>"), "{page}");
}
