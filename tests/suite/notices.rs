//! Notices: shown in their window only, on their pages and brands, the most pressing first.

use felles::diagnostic::Severity;
use felles::pipeline::{BuildOptions, MemorySink, build};
use felles::source::{SourceFile, SourceTree};
use jiff::civil::{Date, date};

use crate::fixture::{file, site, with};

/// A planned closure and an incident within it, which says the opposite; and one good to know.
fn with_notices() -> SourceTree {
    let notice = |id: &str, front: &str| -> Vec<SourceFile> {
        let path = |language: &str| format!("content/clinics/nordlys-oslo/notices/{id}.{language}.md");
        let text = format!("# Om {id} i 2027\n\nTekst.\n");
        vec![file(&path("nb"), format!("+++\n{front}\n+++\n{text}")), file(&path("en"), text)]
    };
    let closure =
        "from = 2027-07-12\nuntil = 2027-08-01\nlevel = \"important\"\npages = [\"front\", \"privacy\"]";
    let incident = "from = 2027-07-20\nuntil = 2027-07-21\nlevel = \"urgent\"";
    let news = "from = 2027-07-19\nuntil = 2027-07-21\nbrands = [\"nordlys-oslo\"]";
    let later = "from = 2027-07-15\nuntil = 2027-07-31\nlevel = \"important\"";
    let files = [("closure", closure), ("incident", incident), ("news", news), ("later", later)];
    with(&site("nordlys"), files.into_iter().flat_map(|(id, front)| notice(id, front)).collect())
}

/// The notices of a page on a day, in their order on it.
fn shown(tree: &SourceTree, page: &str, date: Date) -> Vec<String> {
    let sink = MemorySink::new();
    let outcome = build(tree, BuildOptions { date }, &sink);
    let errors = outcome.findings.iter().filter(|finding| finding.severity == Severity::Error);
    assert_eq!(errors.count(), 0, "time never fails a build");
    let files = sink.into_files();
    let (_, html) = files.iter().find(|(path, _)| path.as_str() == page).expect("the page is there");
    let html = String::from_utf8(html.clone()).unwrap();
    let ids = html.split("id=\"notice-").skip(1).filter_map(|rest| rest.split_once('"').map(|(id, _)| id));
    ids.filter(|id| !id.ends_with("-title")).map(str::to_owned).collect()
}

#[test]
fn a_notice_is_on_its_pages_from_its_first_day_to_its_last() {
    let tree = with_notices();
    let on = |page: &str, day: Date| {
        shown(&tree, &format!("nordlys-oslo/{page}"), day).contains(&"closure".to_owned())
    };
    for page in ["index.html", "personvern/index.html", "en/index.html", "en/privacy/index.html"] {
        assert!(!on(page, date(2027, 7, 11)), "{page}");
        assert!(on(page, date(2027, 7, 12)), "{page}");
        assert!(on(page, date(2027, 8, 1)), "{page}");
        assert!(!on(page, date(2027, 8, 2)), "{page}");
    }
    assert!(!on("informasjonskapsler/index.html", date(2027, 7, 12)));
}

#[test]
fn a_closure_and_an_incident_that_contradict_one_another_are_both_there_the_more_pressing_first() {
    let tree = with_notices();
    let front = |day: i8| shown(&tree, "nordlys-oslo/index.html", date(2027, 7, day));
    assert_eq!(front(14), ["closure"]);
    assert_eq!(front(16), ["later", "closure"], "of the same level the one that began last");
    assert_eq!(front(20), ["incident", "later", "closure", "news"]);
    assert_eq!(front(22), ["later", "closure"]);
}

#[test]
fn a_notice_of_the_group_for_one_brand_is_on_no_other() {
    let on = |brands: &str, brand: &str| {
        let front =
            format!("+++\nfrom = 2027-07-19\nuntil = 2027-07-21\n{brands}\n+++\n# Om 2027\n\nTekst.\n");
        let files = [("nb", front.as_str()), ("en", "# About 2027\n\nText.\n")];
        let files =
            files.map(|(language, text)| file(&format!("content/group/notices/news.{language}.md"), text));
        let tree = with(&site("nordlys"), files.into_iter().collect());
        shown(&tree, &format!("{brand}/index.html"), date(2027, 7, 20)) == ["news"]
    };
    assert!(on("", "nordlys-oslo") && on("", "nordlys-bergen"));
    assert!(on("brands = [\"nordlys-oslo\"]", "nordlys-oslo"));
    assert!(!on("brands = [\"nordlys-oslo\"]", "nordlys-bergen"));
}
