//! Pages in parts: what many brands' pages have in common is read once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::folded::Folded;
use super::needles::{Hit, Needles};
use super::page::{Markup, Tag};
use crate::model::Checksum;

/// The tags at which a page is parted. Each ends the paragraph before it, so that no name goes on from one part to the next.
const FIRST: [&[u8]; 6] = [b"<section", b"<article", b"<table", b"<main", b"<footer", b"<nav"];

/// What a part of a page holds, once its names are known.
#[derive(Debug)]
pub(super) struct Part {
    /// Its tags that matter.
    pub tags: Vec<Tag>,
    /// The names that stand in its text and in its attributes, whoever may use them.
    pub hits: [Vec<Hit>; 2],
    is_cut: bool,
}

/// How the text of a finished file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Format {
    Html,
    Json,
    Plain,
}

/// How many parts are remembered, some 50 MB; then all are forgotten.
const MOST: usize = 1 << 20;

/// The parts that more than one page has, kept for as long as the names stay the same.
///
/// A part is kept when it comes for the second time: what only one page has is let go with that page.
#[derive(Debug, Default)]
pub(super) struct PartMemo {
    parts: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    once: BTreeSet<(Format, Checksum)>,
    again: BTreeMap<(Format, Checksum), Arc<Part>>,
}

impl PartMemo {
    /// The parts of a finished file; those of a page in the order in which they stand there.
    pub(super) fn parts(&self, bytes: &[u8], format: Format, needles: &Needles) -> Vec<Arc<Part>> {
        if format == Format::Html {
            let parts = parts_of(bytes).map(|part| self.part(part, format, needles)).collect::<Vec<_>>();
            // Where a part does not end as it begins, the next one would be misread.
            if parts.iter().rev().skip(1).all(|part| !part.is_cut) {
                return parts;
            }
        }
        vec![self.part(bytes, format, needles)]
    }

    fn part(&self, bytes: &[u8], format: Format, needles: &Needles) -> Arc<Part> {
        let key = (format, Checksum::of(bytes));
        let known = || self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(part) = known().again.get(&key) {
            return Arc::clone(part);
        }
        let part = Arc::new(Part::read(bytes, format, needles));
        let mut known = known();
        if known.once.len() == MOST {
            *known = Known::default();
        }
        if !known.once.insert(key) {
            known.again.insert(key, Arc::clone(&part));
        }
        part
    }
}

impl Part {
    fn read(bytes: &[u8], format: Format, needles: &Needles) -> Self {
        let Markup { text, attributes, tags, is_cut, .. } = match format {
            Format::Html => Markup::read(bytes),
            Format::Json | Format::Plain => Markup { text: text_of(bytes, format), ..Markup::default() },
        };
        let hits = [&text, &attributes].map(|text| needles.all_hits(text));
        Self { tags, hits, is_cut }
    }
}

fn text_of(bytes: &[u8], format: Format) -> Folded {
    let mut folded = Folded::default();
    let text = String::from_utf8_lossy(bytes);
    if format == Format::Json {
        folded.push_escaped(&text);
    } else {
        folded.push(&text);
    }
    folded
}

fn parts_of(html: &[u8]) -> impl Iterator<Item = &[u8]> {
    let begins = |rest: &[u8]| FIRST.iter().any(|first| rest.starts_with(first));
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = html.get(start..).filter(|rest| !rest.is_empty())?;
        let next = (1..rest.len()).find(|at| rest[*at] == b'<' && begins(&rest[*at..])).unwrap_or(rest.len());
        start += next;
        Some(&rest[..next])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::identity::{Identity, Kind};
    use crate::audit::needles::Owner;

    fn check(html: &str, parts: usize, tags: &[&str], hits: usize) {
        let identity = Identity { kind: Kind::Name, text: "Blå Ås".to_owned(), also: Vec::new() };
        let needles = Needles::of([(Owner::Layer("x".to_owned()), identity)]);
        let memo = PartMemo::default();
        for _ in 0..3 {
            let read = memo.parts(html.as_bytes(), Format::Html, &needles);
            let names: Vec<&str> =
                read.iter().flat_map(|part| &part.tags).map(|tag| tag.name.as_str()).collect();
            assert_eq!((read.len(), names.as_slice()), (parts, tags), "{html}");
            assert_eq!(read.iter().flat_map(|part| part.hits.iter().flatten()).count(), hits, "{html}");
        }
    }

    #[test]
    fn a_page_in_parts_is_read_as_the_whole_is() {
        check(
            "<h1>Blå Ås</h1><section id=a>Blå <b>Ås</b></section><section id=b>x",
            3,
            &["h1", "section", "section"],
            2,
        );
        check("<p>Blå <section>Ås", 2, &[], 0);
        check("<h1>x</h1>", 1, &["h1"], 0);
        check("", 0, &[], 0);
    }

    #[test]
    fn a_page_that_cannot_be_parted_is_read_whole() {
        check("<!-- <section id=a> --><h1>Blå Ås</h1>", 1, &["h1"], 1);
        check("<script>'<section id=a>'</script><h1>x</h1>", 1, &["script", "h1"], 0);
        check("<p title='<section id=a>'>Blå Ås", 1, &["p"], 1);
    }

    #[test]
    fn what_comes_twice_is_kept_and_what_comes_once_is_not() {
        let (memo, needles) = (PartMemo::default(), Needles::of([]));
        let part = |html: &str| memo.part(html.as_bytes(), Format::Html, &needles);
        let first = part("a");
        assert!(!Arc::ptr_eq(&first, &part("a")));
        assert!(Arc::ptr_eq(&part("a"), &part("a")));
        part("b");
        assert_eq!(memo.parts.lock().unwrap().again.len(), 1);
    }
}
