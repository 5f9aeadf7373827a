//! `content/static/<brand>/`: what may lie there, by its name, its size and its kind.

use std::collections::BTreeMap;

use super::brand::svg_is_safe;
use super::sorted::ContentFile;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, catalogue::static_files as say, nearest};
use crate::model::{Brand, Id, OutputPath, StaticFile, StaticFiles, TextValue, is_kept_by_windows};
use crate::source::SourceFile;
use crate::span::{FileId, Span};

/// The finding of all that is wrong with such a file.
const CODE: &str = "static-file";

/// No file that says whose a site is, is larger.
const LARGEST: usize = 1024 * 1024;

/// The endings of names that say what a file is, and that it does not run. A name without a point has none.
const ENDINGS: [&str; 9] = ["html", "ico", "jpg", "json", "png", "svg", "txt", "webp", "xml"];

/// Those of them that are text.
const TEXTS: [&str; 5] = ["html", "json", "svg", "txt", "xml"];

/// Takes the files that may be published, by the folders that they are in.
pub(super) fn parse_static_files(files: &[ContentFile<'_>], found: &mut Diagnostics) -> StaticFiles {
    let mut all: BTreeMap<Id, Vec<StaticFile>> = BTreeMap::new();
    for ContentFile { id, file, rest } in files {
        let Some((folder, path)) = rest.split_once('/') else {
            found.push(fault(*id, say::static_file_without_brand(rest), say::put_it_below_a_brand()));
            continue;
        };
        let Ok(brand) = Id::parse(folder) else {
            found.push(fault(*id, say::static_folder_of_no_brand(folder), say::name_it_after_a_brand()));
            continue;
        };
        let before = found.count();
        check_name(*id, path, found);
        check_kind(*id, path, file, found);
        let twin = all
            .get(&brand)
            .and_then(|files| files.iter().find(|other| other.path.to_lowercase() == path.to_lowercase()));
        if let Some(twin) = twin {
            found.push(fault(*id, say::static_file_twice(path, &twin.path), say::rename_one()));
        }
        if found.count() == before {
            let (bytes, span) = (file.contents().to_vec(), Span::start_of(*id));
            all.entry(brand).or_default().push(StaticFile { path: path.to_owned(), bytes, span });
        }
    }
    StaticFiles(all)
}

/// Tells of folders that are called like no brand.
pub(super) fn report_homeless(files: &StaticFiles, brands: &BTreeMap<Id, Brand>, found: &mut Diagnostics) {
    for (folder, files) in files.0.iter().filter(|(folder, _)| !brands.contains_key(*folder)) {
        let meant = nearest(folder.as_str(), brands.keys().map(Id::as_str)).map(say::rename_the_folder);
        let help = meant.unwrap_or_else(say::name_it_after_a_brand);
        for file in files.iter().take(1) {
            found.push(fault(file.span.file, say::static_folder_of_no_brand(folder.as_str()), help.clone()));
        }
    }
}

fn fault(file: FileId, headline: Message, help: Message) -> Diagnostic {
    Diagnostic::error(CODE, Span::start_of(file), headline).with_help(help)
}

fn check_name(id: FileId, path: &str, found: &mut Diagnostics) {
    let parts = || path.split('/');
    let (first, name) = (parts().next().unwrap_or_default(), parts().next_back().unwrap_or_default());
    let is_kept = |part: &str| is_kept_by_windows(part.split('.').next().unwrap_or_default());
    if OutputPath::parse(path).is_none() || parts().any(|part| is_kept(&part.to_lowercase())) {
        found.push(fault(id, say::static_file_name(path), say::use_plain_letters()));
    } else if first.eq_ignore_ascii_case("assets") || first.starts_with('_') {
        found.push(fault(id, say::static_folder_is_taken(first), say::put_it_elsewhere()));
    } else if path.starts_with(".well-known/acme-challenge/") {
        found.push(fault(id, say::challenge_is_the_servers(), say::set_the_folder_of_challenges()));
    } else if name.eq_ignore_ascii_case("404.html") {
        found.push(fault(id, say::not_found_is_made(), say::put_it_elsewhere()));
    }
}

fn check_kind(id: FileId, path: &str, file: &SourceFile, found: &mut Diagnostics) {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let length = file.contents().len();
    if length > LARGEST {
        found.push(fault(
            id,
            say::static_file_is_large(length / 1024, LARGEST / 1024),
            say::put_it_elsewhere(),
        ));
        return;
    }
    let Some(ending) = ending else { return };
    if !ENDINGS.contains(&ending) {
        found.push(fault(id, say::static_file_kind(ending), say::static_kinds_are(&ENDINGS.join(", "))));
        return;
    }
    if TEXTS.contains(&ending) && file.fault.is_some() {
        found.push(fault(id, say::static_file_is_no_text(path), say::save_it_as_utf8()));
    } else if ending == "svg" {
        svg_is_safe(id, &file.text, CODE, found);
    } else if ending == "xml" {
        check_xml(id, &file.text, found);
    }
}

/// XML shows nothing and runs nothing, unless it has elements of HTML or SVG, or a stylesheet.
fn check_xml(id: FileId, text: &str, found: &mut Diagnostics) {
    const SHOWN: [&str; 2] = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"];
    let Ok(document) = roxmltree::Document::parse(text) else {
        found.push(fault(id, say::static_xml_is_broken(), say::fetch_it_again()));
        return;
    };
    for node in document.descendants() {
        let is_shown = node.tag_name().namespace().is_some_and(|space| SHOWN.contains(&space));
        let is_styled = node.pi().is_some_and(|instruction| instruction.target == "xml-stylesheet");
        if is_shown || is_styled {
            let error = Diagnostic::error(CODE, Span::new(id, node.range()), say::static_xml_is_shown());
            found.push(error.with_help(say::fetch_it_again()));
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ContentFile, parse_static_files};
    use crate::diagnostic::Diagnostics;
    use crate::source::{SourceFile, SourcePath};
    use crate::span::FileId;

    /// How many files may be published of one with these bytes.
    fn taken(path: &str, bytes: &[u8]) -> usize {
        let file =
            SourceFile::new(SourcePath::parse(&format!("content/static/{path}")).unwrap(), bytes.to_vec());
        let mut found = Diagnostics::new();
        let files = parse_static_files(&[ContentFile { id: FileId(0), file: &file, rest: path }], &mut found);
        let taken = files.0.values().flatten().filter(|taken| taken.bytes == bytes).count();
        assert_eq!(taken == 0, found.has_errors(), "{path}");
        taken
    }

    #[test]
    fn what_says_whose_a_site_is_is_taken_byte_by_byte() {
        for (path, bytes) in [
            ("havna/google1a2b3c.html", &b"google-site-verification: google1a2b3c.html"[..]),
            ("havna/BingSiteAuth.xml", b"<?xml version=\"1.0\"?>\r\n<users><user>A1</user></users>\r\n"),
            ("havna/.well-known/apple-app-site-association", b"{}"),
            ("havna/.well-known/pki-validation/A1.txt", b"\xef\xbb\xbfa\r\n"),
            ("havna/a.txt", b"A\xcc\x8a\r\n"),
            ("havna/token", b"\0\xff"),
            ("havna/empty.txt", b""),
            ("havna/old/index.html", b"x"),
        ] {
            assert_eq!(taken(path, bytes), 1, "{path}");
        }
    }

    #[test]
    fn what_runs_hides_or_takes_a_place_is_not() {
        for path in [
            "a.txt",
            "H avna/a.txt",
            "havna/a.js",
            "havna/a.mjs",
            "havna/a.xhtml",
            "havna/a.HTML",
            "havna/a.php",
            "havna/a.txt.gz",
            "havna/a b.txt",
            "havna/å.txt",
            "havna/-a.txt",
            "havna/a.",
            "havna/con.txt",
            "havna/aux/a.txt",
            "havna/_headers",
            "havna/_worker/a.txt",
            "havna/assets/a.txt",
            "havna/Assets/a.txt",
            "havna/en/404.html",
            "havna/.well-known/acme-challenge/a",
        ] {
            assert_eq!(taken(path, b"x"), 0, "{path}");
        }
        assert_eq!(taken("havna/large.txt", &vec![b'a'; super::LARGEST + 1]), 0);
        assert_eq!(taken("havna/a.html", b"\xff\xfe<\0"), 0);
        for xml in [
            "<a",
            "<x:html xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:script>f()</x:script></x:html>",
            "<a><svg xmlns=\"http://www.w3.org/2000/svg\"/></a>",
            "<?xml-stylesheet href=\"a.xsl\"?><a/>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
        ] {
            assert_eq!(taken("havna/a.xml", xml.as_bytes()), 0, "{xml}");
        }
        assert_eq!(taken("havna/a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"), 0);
    }
}
