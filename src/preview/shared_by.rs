//! Who shares a part of a page, for the card of "Why?".

use serde::Serialize;

use super::build_state::BuildState;
use crate::hosting::ContentType;
use crate::impact::parts_at;
use crate::pipeline::{Content, impact};
use crate::serve::{Request, Response, Snapshot};

/// How many that have their own word are named; what is more is counted.
const MOST_NAMED: usize = 20;

/// Who else shows a part of a page.
#[derive(Debug, Serialize)]
struct SharedBy {
    /// How many brands show it.
    sites: usize,
    /// How many clinics do.
    clinics: usize,
    /// The clinics that have their own word instead.
    own: Vec<OwnText>,
    /// How many more have.
    more: usize,
}

/// A clinic that has its own word.
#[derive(Debug, Serialize)]
struct OwnText {
    clinic: String,
    /// The brand that shows it; none if no brand publishes the clinic.
    brand: Option<String>,
    /// The path of the page of that brand where it stands, as far as that is known.
    page: String,
}

/// Answers for the place `at` (`path:line:column`) of a page of `brand` at the path `page`.
///
/// Returns None if nothing stands there that anyone could share.
pub(super) fn shared_by(build_state: &BuildState, request: &Request, shown: &Snapshot) -> Option<Response> {
    let brand = build_state.brands.get(request.parameter("brand")?)?;
    let content = brand.content.as_ref()?;
    let answer = who_shares(content, build_state, request, shown)?;
    let json = serde_json::to_vec(&answer).expect("names and numbers are JSON");
    Some(Response::new(200, ContentType::of("impact.json"), json))
}

fn who_shares(
    content: &Content,
    build_state: &BuildState,
    request: &Request,
    shown: &Snapshot,
) -> Option<SharedBy> {
    let (site, tree) = (content.site(), content.tree());
    let mut place = request.parameter("at")?.rsplitn(3, ':');
    let (column, line, path) = (place.next()?.parse().ok()?, place.next()?.parse().ok()?, place.next()?);
    let (file, _) = tree.find(path)?;
    let parts = parts_at(&site.input, tree, file, Some(line), Some(column));
    if parts.is_empty() {
        return None;
    }
    let impact = impact(site, tree, build_state.date, &parts);
    let mut own: Vec<OwnText> = Vec::new();
    let page = request.parameter("page").unwrap_or("/");
    for shielded in &impact.shielded {
        let Some(clinic) = shielded.clinic else { continue };
        let brand = shielded.brands.first().map(ToString::to_string);
        let page =
            brand.as_deref().map_or_else(String::new, |brand| page_of(shown, brand, clinic.as_str(), page));
        own.push(OwnText { clinic: clinic.to_string(), brand, page });
    }
    own.dedup_by(|later, earlier| later.clinic == earlier.clinic);
    let more = own.len().saturating_sub(MOST_NAMED);
    own.truncate(MOST_NAMED);
    Some(SharedBy { sites: impact.brands.len(), clinics: impact.clinics.len(), own, more })
}

/// The page of a brand that is most like the one at `page`: the same document, of this clinic if the brand
/// has several; else the clinic's front page.
fn page_of(shown: &Snapshot, brand: &str, clinic: &str, page: &str) -> String {
    let own = [page.to_owned(), format!("/{clinic}{page}"), format!("/{clinic}/")];
    let is_there = |path: &String| {
        let file = path.strip_prefix('/').map(|path| format!("{path}index.html"));
        file.zip(shown.files(brand)).is_some_and(|(file, files)| files.get(&file).is_some())
    };
    own.into_iter().find(is_there).unwrap_or_else(|| "/".to_owned())
}
