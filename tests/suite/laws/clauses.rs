//! Clauses: a locked one survives, and an override counts for every language.

use felles::diagnostic::{Diagnostic, Severity};
use felles::merge::Clinic;
use felles::model::{Language, Segment, SiteInput};
use proptest::prelude::*;

use super::small_site::{CLAUSES, Files, LAYERS, cases, language, mark, merged};
use crate::fixture::{build_in_memory, lines};

/// What a layer does to a clause.
#[derive(Debug, Clone)]
struct Overlay {
    layer: usize,
    clause: usize,
    op: Option<&'static str>,
    languages: &'static [&'static str],
}

fn overlay() -> impl Strategy<Value = Overlay> {
    let op =
        proptest::sample::select(vec![None, Some("replace"), Some("prepend"), Some("append"), Some("omit")]);
    let languages = proptest::sample::select(vec![&["nb", "en"][..], &["nb", "en"], &["nb"], &["en"]]);
    (1..LAYERS.len(), 0..CLAUSES.len(), op, languages).prop_map(|(layer, clause, op, languages)| Overlay {
        layer,
        clause,
        op,
        languages,
    })
}

/// A profile's own list of clauses: which it keeps, and whether it says that it leaves out the others.
#[derive(Debug, Clone)]
struct List {
    layer: usize,
    keeps: Vec<bool>,
    says_so: bool,
}

fn list() -> impl Strategy<Value = Option<List>> {
    let keeps = proptest::collection::vec(any::<bool>(), CLAUSES.len());
    proptest::option::of((1..3_usize, keeps, any::<bool>()).prop_map(|(layer, keeps, says_so)| List {
        layer,
        keeps,
        says_so,
    }))
}

fn site(overlays: &[Overlay], list: Option<&List>) -> Files {
    let mut files = Files::new();
    for Overlay { layer, clause, op, languages } in overlays {
        let (layer, id) = (LAYERS[*layer], CLAUSES[*clause].0);
        match op {
            Some("omit") => files.put(
                &format!("{layer}/clauses/{id}.nb.md"),
                "+++\nop = \"omit\"\nreason = \"Ikke her\"\n+++\n",
            ),
            Some(op @ ("prepend" | "append")) => {
                files.clause(layer, id, &format!("op = \"{op}\""), languages, false);
            }
            Some(op) => files.clause(layer, id, &format!("op = \"{op}\""), languages, true),
            None => files.clause(layer, id, "", languages, true),
        }
    }
    if let Some(List { layer, keeps, says_so }) = list {
        let names = |kept: bool| -> Vec<String> {
            let chosen = CLAUSES.iter().zip(keeps).filter(|(_, keep)| **keep == kept);
            chosen.map(|((id, _), _)| format!("\"{id}\"")).collect()
        };
        let left_out = if *says_so { names(false) } else { Vec::new() };
        files.put(
            &format!("{}/policy.toml", LAYERS[*layer]),
            &format!(
                "[documents.privacy]\nclauses = [{}]\nleft_out = [{}]\n",
                names(true).join(", "),
                left_out.join(", ")
            ),
        );
    }
    files
}

fn has_error(found: &[Diagnostic]) -> bool {
    found.iter().any(|finding| finding.severity == Severity::Error)
}

/// The text of a clause as the page shows it.
fn text(clinic: &Clinic<'_>, site: &SiteInput, id: &str, wanted: &Language) -> Option<String> {
    let clause = clinic.clauses.iter().find(|(known, _)| known.as_str() == id)?.1;
    let composed = clause.compose(&site.config.chain(wanted))?;
    let segments = composed.parts.iter().flat_map(|part| &part.text.segments);
    Some(segments.map(|segment| if let Segment::Html(html) = segment { html.as_str() } else { "" }).collect())
}

fn is_shown(clinic: &Clinic<'_>, id: &str) -> bool {
    clinic.documents.iter().any(|document| document.sections.iter().any(|section| section.id.as_str() == id))
}

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn a_locked_clause_survives_any_overlay_or_there_is_an_error(
        overlays in proptest::collection::vec(overlay(), 0..5),
        list in list(),
    ) {
        merged(&site(&overlays, list.as_ref()), |clinic, tree, site, found| {
            if has_error(found) {
                return Ok(());
            }
            prop_assert!(is_shown(clinic, "locked-part"), "{}", lines(found, tree));
            for tag in ["nb", "en"] {
                let shown = text(clinic, site, "locked-part", &language(tag)).unwrap_or_default();
                prop_assert_eq!(shown.trim(), format!("<p>{}</p>", mark(LAYERS[0], "locked-part", tag)));
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_clause_that_may_be_extended_keeps_the_groups_text_or_there_is_an_error(
        overlays in proptest::collection::vec(overlay(), 0..5),
    ) {
        merged(&site(&overlays, None), |clinic, _, site, found| {
            if has_error(found) {
                return Ok(());
            }
            for tag in ["nb", "en"] {
                let shown = text(clinic, site, "extended-part", &language(tag)).unwrap_or_default();
                prop_assert!(shown.contains(&mark(LAYERS[0], "extended-part", tag)));
            }
            Ok(())
        })?;
    }

    #[test]
    fn an_override_counts_for_all_languages(
        layer in 1..LAYERS.len(),
        op in proptest::sample::select(vec!["replace", "append", "prepend"]),
        languages in proptest::sample::select(vec![&["nb", "en"][..], &["nb"], &["en"]]),
        fallback in any::<bool>(),
    ) {
        let mut files = site(&[Overlay { layer, clause: 0, op: Some(op), languages }], None);
        if fallback {
            files.add("site.toml", "[fallback]\nen = \"nb\"\n");
        }
        let is_whole = languages.contains(&"nb") && (fallback || languages.contains(&"en"));
        merged(&files, |clinic, tree, site, found| {
            prop_assert_eq!(has_error(found), !is_whole, "{}", lines(found, tree));
            for tag in ["nb", "en"] {
                let shown = text(clinic, site, "free-part", &language(tag)).unwrap_or_default();
                let own = if languages.contains(&tag) { tag } else { "nb" };
                if op == "replace" {
                    prop_assert!(!shown.contains("text-of-group"), "{}", shown);
                }
                if is_whole {
                    prop_assert!(shown.contains(&mark(LAYERS[layer], "free-part", own)), "{}", shown);
                }
            }
            Ok(())
        })?;
        // The same on the finished pages, whatever was found.
        let (pages, _) = build_in_memory(&files.tree());
        for (path, page) in pages.iter().filter(|_| op == "replace") {
            let page = String::from_utf8_lossy(page);
            prop_assert!(!page.contains("text-of-group-free-part"), "{}", path);
        }
    }
}
