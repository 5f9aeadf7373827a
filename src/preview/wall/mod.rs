//! The preview's own pages: the wall of all brands, two pages side by side, and what differs between two.
//! Their templates escape all that they show.

mod address;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use tera::{Context, Tera};

pub(super) use self::address::decoded;
use self::address::own_page;
use super::words::words;
use crate::diagnostic::MessageLanguage;
use crate::diagnostic::catalogue::preview as say;
use crate::hosting::{ContentType, HTML};
use crate::serve::{Request, Response, Snapshot};

/// What the templates below are within.
const PAGE: &str = "page.html";

const WALL: &str = "wall.html";

const BESIDE: &str = "beside.html";

const COMPARE: &str = "compare.html";

/// The templates of the own pages, and the language of their words.
#[derive(Debug)]
pub(super) struct OwnTemplates {
    tera: Tera,
    language: MessageLanguage,
    words: BTreeMap<&'static str, String>,
}

impl OwnTemplates {
    pub(super) fn new(language: MessageLanguage) -> Self {
        let mut tera = Tera::default();
        let templates = [
            (PAGE, include_str!("page.html")),
            (WALL, include_str!("wall.html")),
            (BESIDE, include_str!("beside.html")),
            (COMPARE, include_str!("compare.html")),
        ];
        tera.add_raw_templates(templates).expect("the templates of the program can be read");
        Self { tera, language, words: words(language) }
    }

    /// The wall: every brand, and what is wrong. `state` is that of all brands,
    /// and `host` the one that the browser means.
    pub(super) fn wall(&self, mut state: Map<String, Value>, host: &str, site: &Snapshot) -> Response {
        let mut brands = list(&mut state, "brands");
        // What is to be mended comes first; the rest stays in the order of ids.
        brands.sort_by_key(|brand| match (count(brand, "errors"), count(brand, "warnings")) {
            (0, 0) => 2,
            (0, _) => 1,
            _ => 0,
        });
        let with_errors = brands.iter().filter(|brand| brand["state"] == "errors").count();
        let brands: Vec<Value> = brands.into_iter().map(|brand| self.card(brand, host, site)).collect();
        let mut findings = list(&mut state, "findings");
        findings.sort_by_key(|finding| finding["severity"] != "error");
        for finding in &mut findings {
            let concerned = finding["brands"].as_array().map_or(0, Vec::len);
            let is_of_all = concerned > 1 && concerned == brands.len();
            finding["all"] = is_of_all.into();
            if is_of_all {
                finding["brands"] = json!([]);
            }
        }
        // A script lists those that somebody asks for: the page has them as text.
        let findings = Value::from(findings).to_string();
        let own: [(&str, Value); 5] = [
            ("summary", self.said(&say::sites(brands.len())).into()),
            ("with_errors", self.said(&say::with_errors(with_errors)).into()),
            ("build", site.number().into()),
            ("brands", brands.into()),
            ("findings", findings.into()),
        ];
        for name in ["made", "all"] {
            let count = state.get(name).and_then(Value::as_u64).unwrap_or_default();
            state.insert(name.to_owned(), count.to_string().into());
        }
        state.extend(own.map(|(name, value)| (name.to_owned(), value)));
        state.entry("checking").or_insert(false.into());
        self.page(200, WALL, state)
    }

    /// Two pages of this origin side by side.
    pub(super) fn beside(&self, request: &Request) -> Response {
        let page = |name: &str| request.parameter(name).and_then(own_page);
        let (Some(left), Some(right)) = (page("left"), page("right")) else {
            let text = format!("{}\n", self.said(&say::beside_needs_pages()));
            return Response::new(400, ContentType::of("message.txt"), text.into_bytes());
        };
        let pages = json!([{ "side": "left", "address": left }, { "side": "right", "address": right }]);
        self.page(200, BESIDE, Map::from_iter([("pages".to_owned(), pages)]))
    }

    /// What differs between two pages, or with this status why that cannot be said.
    pub(super) fn compare(&self, status: u16, view: Map<String, Value>) -> Response {
        self.page(status, COMPARE, view)
    }

    /// What the wall shows of a brand: its state, and where its pages are.
    fn card(&self, mut brand: Value, host: &str, site: &Snapshot) -> Value {
        let id = text(&brand, "id").to_owned();
        let (errors, warnings) = (count(&brand, "errors"), count(&brand, "warnings"));
        let mut words = Vec::new();
        if errors > 0 {
            words.push(self.said(&say::errors(&errors.to_string())));
        }
        if warnings > 0 {
            words.push(self.said(&say::warnings(&warnings.to_string())));
        }
        let title = brand["domain"].as_str().unwrap_or(&id).to_owned();
        brand["words"] = words.join(", ").into();
        brand["view_title"] = self.said(&say::view_of(&title)).into();
        brand["title"] = title.into();
        // An address of the network has no names below it.
        let is_named = host.split(':').next().is_some_and(|name| name.eq_ignore_ascii_case("localhost"));
        let below = format!("/_/{id}/");
        brand["address"] = if is_named { format!("http://{id}.{host}/") } else { below.clone() }.into();
        brand["below"] = below.into();
        brand["unmade"] = site.is_unmade(&id).into();
        brand["shown"] = site.files(&id).is_some_and(|files| !files.is_empty()).into();
        if brand.get("checking").is_none() {
            brand["checking"] = false.into();
        }
        brand
    }

    /// A sentence in the language of the own pages.
    pub(super) fn said(&self, message: &crate::diagnostic::Message) -> String {
        message.in_language(self.language).to_owned()
    }

    fn page(&self, status: u16, template: &str, mut view: Map<String, Value>) -> Response {
        view.insert("words".to_owned(), json!(self.words));
        let page = Context::from_serialize(&view).and_then(|context| self.tera.render(template, &context));
        let page = page.expect("the templates of the program name what they are given");
        Response::new(status, HTML, page.into_bytes())
    }
}

/// Takes a list out of the state.
fn list(state: &mut Map<String, Value>, key: &str) -> Vec<Value> {
    match state.remove(key) {
        Some(Value::Array(list)) => list,
        _ => Vec::new(),
    }
}

fn count(brand: &Value, key: &str) -> u64 {
    brand[key].as_u64().unwrap_or_default()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}
