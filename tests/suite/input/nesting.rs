//! Deep nesting is an error or a page, in time that grows with the length alone, and never an overflowing stack.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use felles::diagnostic::MessageLanguage;
use felles::report::{Colours, draw};

use crate::fixture::{build_in_memory, file, site, with};

/// Ten times what a megabyte may take; these inputs are a tenth of that.
const DEADLINE: Duration = Duration::from_secs(20);

/// Builds the site with one file replaced, within the deadline, and says how many findings there were.
fn findings(path: &'static str, text: String) -> usize {
    let (done, result) = mpsc::channel();
    let worker = thread::spawn(move || {
        let tree = with(&site("nordlys"), vec![file(path, text)]);
        done.send(build_in_memory(&tree).1.len()).ok();
    });
    match result.recv_timeout(DEADLINE) {
        Ok(found) => found,
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("{path}: no answer within {DEADLINE:?}"),
        Err(mpsc::RecvTimeoutError::Disconnected) => panic!("{path}: {:?}", worker.join()),
    }
}

const DEPTH: usize = 100_000;

#[test]
fn toml_nested_deeply_is_refused() {
    const FILE: &str = "content/group/contacts.toml";
    for text in [
        format!("a = {}", "[".repeat(DEPTH)),
        format!("a = {}{}", "[".repeat(DEPTH), "]".repeat(DEPTH)),
        format!("a = {}", "{a=".repeat(DEPTH)),
        format!("{}a = 1", "a.".repeat(DEPTH)),
        format!("[{}a]", "a.".repeat(DEPTH)),
        format!("[contacts.privacy]\nwhat_for{} = \"x\"", ".nb".repeat(70)),
        "[[a]]\n".repeat(DEPTH / 10),
        format!("a = {}", "\"\"\"".repeat(DEPTH)),
    ] {
        assert!(findings(FILE, text) > 0);
    }
}

#[test]
fn a_dotted_line_in_a_comment_or_a_text_is_no_nesting() {
    let text = format!(
        "# {}\n[contacts.extra]\nwhat_for = \"Ring {}\"\nphone = \"22 00 00 00\"\n",
        ".".repeat(90),
        "[".repeat(90)
    );
    // The one finding is that the last bracket does not close.
    assert_eq!(findings("content/clinics/nordlys-oslo/contacts.toml", text), 1);
}

#[test]
fn markdown_nested_deeply_is_an_error_or_a_page() {
    const FILE: &str = "content/group/clauses/your-rights.nb.md";
    let title = "# Rettighetene dine\n\n";
    for (text, is_refused) in [
        (">".repeat(DEPTH), true),
        ("> ".repeat(40) + "x", true),
        ((0..200).map(|depth| "  ".repeat(depth) + "- x\n").collect(), true),
        ("- ".repeat(DEPTH / 10), false),
        ("1. ".repeat(DEPTH / 10) + "x", true),
        ("- 1. ".repeat(DEPTH / 10) + "x", true),
        ("[".repeat(DEPTH), false),
        ("![".repeat(DEPTH), false),
        ("*a ".repeat(DEPTH), false),
        ("**_".repeat(DEPTH), false),
        ("`".repeat(DEPTH) + "x", false),
        ("(".repeat(DEPTH), false),
        ("~~".repeat(DEPTH), false),
        ("&".repeat(DEPTH), false),
        ("\\".repeat(DEPTH), false),
        ("{{".repeat(DEPTH), true),
        ("{{ clinic.name }} ".repeat(DEPTH / 10), false),
        ("<".repeat(DEPTH), false),
        (
            format!(
                "|{}\n|{}\n|{}",
                "a|".repeat(DEPTH / 10),
                "-|".repeat(DEPTH / 10),
                "b|".repeat(DEPTH / 10)
            ),
            false,
        ),
        (format!("x\n{}", "|-\n".repeat(DEPTH / 10)), false),
        ("## x\n".repeat(2000), false),
    ] {
        let beginning: String = text.chars().take(20).collect();
        let found = findings(FILE, format!("{title}{text}\n"));
        assert!(found > 0 || !is_refused, "{beginning}… is not refused");
    }
}

#[test]
fn a_file_with_thousands_of_faults_is_still_reported_in_time() {
    let faults = "[x](http://y) ".repeat(3_000);
    let tree = with(
        &site("nordlys"),
        vec![file("content/group/clauses/laws-we-follow.nb.md", format!("# X\n\n{faults}\n"))],
    );
    let (_, findings) = build_in_memory(&tree);
    assert_eq!(findings.len(), 3_000);
    let (done, report) = mpsc::channel();
    thread::spawn(move || done.send(draw(&findings, &tree, MessageLanguage::English, Colours::Off)).ok());
    let report = report.recv_timeout(DEADLINE).expect("the report is drawn in time");
    assert!(report.ends_with("… and 2900 more in `content/group/clauses/laws-we-follow.nb.md`\n\n"));
}

#[test]
fn templates_nested_deeply_are_refused_or_rendered() {
    const FILE: &str = "themes/nordlys/templates/parts/eyebrow.html";
    const MANY: usize = 5_000;
    for text in [
        format!("{}{}", "{% if page.title %}".repeat(MANY), "{% endif %}".repeat(MANY)),
        "{% if page.title %}".repeat(MANY),
        format!("{}{}", "{% for x in page.alternates %}".repeat(MANY), "{% endfor %}".repeat(MANY)),
        format!("{{{{ {}1{} }}}}", "(".repeat(MANY), ")".repeat(MANY)),
        format!("{{{{ {} }}}}", "(".repeat(DEPTH)),
        format!("{{{{ {}1{} }}}}", "[".repeat(MANY), "]".repeat(MANY)),
        format!("{{{{ {}true }}}}", "not ".repeat(MANY)),
        format!("{{{{ {}1 }}}}", "-".repeat(MANY)),
        format!("{{{{ page{} }}}}", ".brand".repeat(MANY)),
        format!("{{{{ page.title{} }}}}", " | upper".repeat(MANY)),
        format!("{{{{ 1{} }}}}", " + 1".repeat(MANY)),
        "{{ ".repeat(DEPTH),
        "{# ".repeat(DEPTH),
        "{% raw %}".repeat(MANY),
        "{% block a %}".repeat(MANY),
    ] {
        findings(FILE, text);
    }
}
