//! The base theme's README lists every value that a template sees; the list is made from the types.
#![expect(clippy::disallowed_methods, reason = "reads and writes the list")]

use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- reference -->\n";
const END: &str = "<!-- end of reference -->\n";

/// The README with its list replaced.
fn with_reference(readme: &str, reference: &str) -> String {
    let (before, rest) = readme.split_once(BEGIN).expect("the README has a place for the list");
    let after = rest.split_once(END).map_or(rest, |(_, after)| after);
    format!("{before}{BEGIN}{reference}{END}{after}")
}

#[test]
fn the_themes_readme_lists_what_templates_see() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/base/README.md");
    let readme = fs::read_to_string(&path).expect("the base theme has a README");
    let expected = with_reference(&readme, &felles::render::template_reference());
    if std::env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
        fs::write(&path, &expected).expect("the README can be written");
    } else {
        assert!(
            readme == expected,
            "the list is old: run the tests with SNAPSHOTS=overwrite, and read the difference"
        );
    }
}

#[test]
fn a_list_is_put_between_its_marks() {
    assert_eq!(with_reference("a\n<!-- reference -->\nb\n", "list\n"), format!("a\n{BEGIN}list\n{END}b\n"));
    assert_eq!(
        with_reference(&format!("a\n{BEGIN}old\n{END}b\n"), "new\n"),
        format!("a\n{BEGIN}new\n{END}b\n")
    );
}
