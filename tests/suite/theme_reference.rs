//! The base theme's README lists every value that a template sees, every token and every part; the lists are made from the
//! types and the stylesheet, or held against the files.
#![expect(clippy::disallowed_methods, reason = "reads and writes the lists")]

use std::fs;
use std::path::PathBuf;

use felles::theme::{template_reference, token_reference};

use crate::paths::{files_below, repository};

/// The text with what stands between the marks of `name` replaced.
fn with_list(readme: &str, name: &str, list: &str) -> String {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->\n"));
    let (before, rest) = readme.split_once(&begin).expect("the README has a place for the list");
    let after = rest.split_once(&end).map_or(rest, |(_, after)| after);
    format!("{before}{begin}{list}{end}{after}")
}

fn theme() -> PathBuf {
    repository().join("themes/base")
}

#[test]
fn the_themes_readme_lists_what_templates_see_and_every_token() {
    let path = theme().join("README.md");
    let readme = fs::read_to_string(&path).expect("the base theme has a README");
    let stylesheet =
        fs::read_to_string(theme().join("static/style.css")).expect("the base theme has a stylesheet");
    let expected = with_list(&readme, "reference", &template_reference());
    let expected = with_list(&expected, "tokens", &token_reference(&stylesheet));
    if std::env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
        fs::write(&path, &expected).expect("the README can be written");
    } else {
        assert!(
            readme == expected,
            "the lists are old: run the tests with SNAPSHOTS=overwrite, and read the difference"
        );
    }
}

/// Below a value of no known shape, a template could name what it likes.
#[test]
fn the_shape_of_every_value_is_known() {
    let kind = |line: &str| line.split(" | ").nth(1).map(str::to_owned);
    let open: Vec<String> =
        template_reference().lines().filter_map(kind).filter(|kind| kind.starts_with("any")).collect();
    assert_eq!(open, Vec::<String>::new());
}

#[test]
fn the_themes_readme_names_every_part_and_no_other() {
    let readme = fs::read_to_string(theme().join("README.md")).expect("the base theme has a README");
    let (_, parts) = readme.split_once("## The parts\n").expect("the README has the parts");
    let (parts, _) = parts.split_once("\n## ").expect("something follows the parts");
    let names: Vec<&str> =
        parts.split('`').skip(1).step_by(2).filter(|name| name.rsplit('.').next() == Some("html")).collect();
    let is_named = |name: &str, file: &str| match name.split_once('*') {
        Some((start, end)) => file.starts_with(start) && file.ends_with(end),
        None => file == name,
    };
    let files = files_below(&theme().join("templates/parts"));
    for file in &files {
        assert!(names.iter().any(|name| is_named(name, file)), "{file} is not in the README");
    }
    for name in names {
        assert!(files.iter().any(|file| is_named(name, file)), "{name} is in the README alone");
    }
}

#[test]
fn a_list_is_put_between_its_marks() {
    let check = |readme: &str, list: &str, expected: &str| assert_eq!(with_list(readme, "x", list), expected);
    check("a\n<!-- x -->\nb\n", "list\n", "a\n<!-- x -->\nlist\n<!-- end of x -->\nb\n");
    check(
        "a\n<!-- x -->\nold\n<!-- end of x -->\nb\n",
        "new\n",
        "a\n<!-- x -->\nnew\n<!-- end of x -->\nb\n",
    );
}
