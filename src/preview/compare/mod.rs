//! A page of two brands side by side, or of a brand and of the group alone, with what differs marked by word.
//!
//! In: the finished pages that are shown, and for the group the files of the build without what clinics and
//! profiles write themselves. Out: one of the preview's own pages.
//!
//! Invariant: an address that names nothing gets words and the status 404, whatever stands in it.

mod group;
mod view;

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

pub(super) use self::group::GroupText;
use self::view::differences;
use super::build_state::{BrandState, BuildState};
use super::sink::locked;
use super::wall::{OwnTemplates, decoded};
use crate::compare::{ComparedPage, OwnNames, PageBlock, blocks};
use crate::diagnostic::Message;
use crate::diagnostic::catalogue::preview as say;
use crate::model::Id;
use crate::serve::{Request, Response, SiteFiles, Snapshot};

/// What the group's own text is called in the address, as no brand can be.
const GROUP: &str = "_group";

/// What is known when somebody asks for a comparison.
pub(super) struct Comparison<'c> {
    pub templates: &'c OwnTemplates,
    pub build_state: Arc<BuildState>,
    pub site: &'c Snapshot,
    pub group: &'c Mutex<GroupText>,
}

/// What the address asks for.
#[derive(Clone)]
struct Sides {
    left: String,
    right: String,
    /// The page's path below the brand.
    page: String,
    /// Whether the names of both brands count as the same.
    names_are_same: bool,
}

/// Why there is nothing to compare, and the pages that could be.
struct NothingToCompare {
    message: Message,
    pages: Vec<String>,
}

impl Comparison<'_> {
    /// The page that shows what differs, or says why nothing can be compared.
    pub(super) fn answer(&self, request: &Request) -> Response {
        let sides = Sides::of(request);
        let compared = sides.as_ref().map_err(|()| NothingToCompare::of(say::compare_needs_brands()));
        let (status, view) = match compared.and_then(|sides| self.compare(sides)) {
            Ok(view) => (200, view),
            Err(NothingToCompare { message, pages }) => {
                let links = sides.as_ref().map(|sides| {
                    let link =
                        |page: String| json!({"address": sides.address(&page), "path": format!("/{page}")});
                    pages.into_iter().map(link).collect::<Vec<_>>()
                });
                (404, json!({"message": self.templates.said(&message), "pages": links.unwrap_or_default()}))
            }
        };
        let Value::Object(mut view) = view else { unreachable!("both views are objects") };
        view.insert("build".to_owned(), self.site.number().into());
        self.templates.compare(status, view)
    }

    fn compare(&self, sides: &Sides) -> Result<Value, NothingToCompare> {
        let Sides { left, right, page, names_are_same } = sides;
        if left == right {
            return Err(NothingToCompare::of(say::compare_same_brand()));
        }
        let (left_files, right_files) = (self.files(left, right)?, self.files(right, left)?);
        let file = file_of(page);
        let read = |side: &str, files: &SiteFiles| {
            let found = files.iter().find(|(path, _)| *path == file && is_page(path));
            found.map(|(_, html)| blocks(html)).ok_or_else(|| {
                let message = say::compare_no_page(&format!("/{page}"), &self.name(side));
                NothingToCompare { message, pages: common(&left_files, &right_files) }
            })
        };
        let (left_blocks, right_blocks) = (read(left, &left_files)?, read(right, &right_files)?);
        let own = |side: &str, other: &str, beside: &[PageBlock]| {
            if !names_are_same {
                return OwnNames::default();
            }
            // The group's text has the names of the brand that it stands beside.
            self.own_names(if side == GROUP { other } else { side }).unless_in(beside)
        };
        let (left_own, right_own) = (own(left, right, &right_blocks), own(right, left, &left_blocks));
        let found = differences(
            &ComparedPage { blocks: left_blocks, own: left_own },
            &ComparedPage { blocks: right_blocks, own: right_own },
        );
        let sections: Vec<Value> = found
            .sections
            .iter()
            .map(|section| {
                let label =
                    section.is_folded.then(|| self.templates.said(&say::like_passages(section.rows.len())));
                json!({"label": label, "rows": section.rows})
            })
            .collect();
        let other_names = Sides { names_are_same: !names_are_same, ..sides.clone() };
        let turned = Sides { left: right.clone(), right: left.clone(), ..sides.clone() };
        Ok(json!({
            "sides": [self.side("left", left, page), self.side("right", right, page)],
            "path": format!("/{page}"),
            "count": self.templates.said(&say::passages_differ(found.count)),
            "differs": found.count > 0,
            "names_are_same": names_are_same,
            "has_group": left == GROUP || right == GROUP,
            "other_names": other_names.address(page),
            "turned": turned.address(page),
            "sections": sections,
        }))
    }

    /// The files of one side, beside the other.
    fn files(&self, side: &str, other: &str) -> Result<Arc<SiteFiles>, NothingToCompare> {
        let brand = if side == GROUP { other } else { side };
        let shown =
            self.site.files(brand).ok_or_else(|| NothingToCompare::of(say::compare_unknown_brand(brand)))?;
        if side != GROUP {
            return Ok(Arc::clone(shown));
        }
        let files =
            Id::from_name(brand).and_then(|brand| locked(self.group).brand(&self.build_state, &brand));
        files.ok_or_else(|| NothingToCompare::of(say::compare_no_group(&self.name(brand))))
    }

    /// What a side is called.
    fn name(&self, side: &str) -> String {
        if side == GROUP {
            return self.templates.said(&say::the_group());
        }
        let called = self.build_state.brands.get(side).and_then(|brand| brand.called.as_ref());
        called.map_or_else(|| side.to_owned(), |called| called.domain.clone())
    }

    fn side(&self, place: &str, side: &str, page: &str) -> Value {
        let is_older = self.build_state.brands.get(side).is_some_and(BrandState::is_older);
        let address = (side != GROUP).then(|| format!("/_/{side}/{page}"));
        json!({"place": place, "name": self.name(side), "address": address, "older": is_older})
    }

    /// The name and the domains that a brand's file gives it; empty if it cannot be read.
    fn own_names(&self, brand: &str) -> OwnNames {
        let file = self.build_state.tree.find(&format!("content/brands/{brand}.toml"));
        let file = file.and_then(|(_, file)| file.text.parse::<toml::Table>().ok()).unwrap_or_default();
        let text = |key: &str| file.get(key).and_then(toml::Value::as_str);
        let aliases = file.get("aliases").and_then(toml::Value::as_array).into_iter().flatten();
        let domains: Vec<&str> =
            text("domain").into_iter().chain(aliases.filter_map(toml::Value::as_str)).collect();
        OwnNames::of(text("name"), &domains)
    }
}

impl Sides {
    fn of(request: &Request) -> Result<Self, ()> {
        let text = |name: &str| request.parameter(name).map_or(Some(String::new()), decoded).ok_or(());
        let (left, right, page) = (text("left")?, text("right")?, text("page")?);
        if left.is_empty() || right.is_empty() {
            return Err(());
        }
        let page = page.strip_prefix('/').unwrap_or(&page).to_owned();
        Ok(Self { left, right, page, names_are_same: request.parameter("names") == Some("same") })
    }

    /// The address of the same comparison of another page; only for names that are known.
    fn address(&self, page: &str) -> String {
        let Self { left, right, names_are_same, .. } = self;
        let names = if *names_are_same { "&names=same" } else { "" };
        format!("/_felles/compare?left={left}&right={right}&page={page}{names}")
    }
}

impl NothingToCompare {
    fn of(message: Message) -> Self {
        Self { message, pages: Vec::new() }
    }
}

/// The file of a page.
fn file_of(page: &str) -> String {
    if page.is_empty() || page.ends_with('/') { format!("{page}index.html") } else { page.to_owned() }
}

fn is_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html")
}

/// The pages that both have.
fn common(left: &SiteFiles, right: &SiteFiles) -> Vec<String> {
    let pages = |files: &SiteFiles| -> Vec<String> {
        files.iter().filter_map(|(path, _)| path.strip_suffix("index.html").map(str::to_owned)).collect()
    };
    let rights = pages(right);
    pages(left).into_iter().filter(|page| rights.contains(page)).collect()
}
