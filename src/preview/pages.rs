use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::build_state::BuildState;
use super::compare::{Comparison, GroupText};
use super::editor::EditorLink;
use super::files::file;
use super::on_request::{FileRequest, FilesOnRequest};
use super::pending_builds::PendingBuilds;
use super::shared_by::shared_by;
use super::state_json::state;
use super::wall::OwnTemplates;
use super::words::words_module;
use crate::diagnostic::MessageLanguage;
use crate::hosting::ContentType;
use crate::model::Id;
use crate::serve::{OWN, OwnPages, Request, Response, SiteFiles, Snapshot};

/// The preview's own pages, made of what it knows at the moment.
#[derive(Debug)]
pub(super) struct PreviewPages {
    pub language: MessageLanguage,
    /// None if others can reach the preview: then no address of a file leaves the machine.
    pub editor: Option<EditorLink>,
    templates: OwnTemplates,
    build_state: RwLock<Arc<BuildState>>,
    on_request: FilesOnRequest,
    group_text: Mutex<GroupText>,
    pub pending: PendingBuilds,
}

impl PreviewPages {
    pub(super) fn new(language: MessageLanguage, editor: Option<EditorLink>) -> Self {
        Self {
            language,
            editor,
            templates: OwnTemplates::new(language),
            build_state: RwLock::default(),
            on_request: FilesOnRequest::default(),
            group_text: Mutex::default(),
            pending: PendingBuilds::default(),
        }
    }

    /// The state of the latest build.
    pub(super) fn build_state(&self) -> Arc<BuildState> {
        Arc::clone(&self.build_state.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Replaces the state.
    pub(super) fn put(&self, build_state: BuildState) {
        *self.build_state.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(build_state);
    }

    fn compare(&self, request: &Request, site: &Snapshot) -> Response {
        for brand in self.needs(request).into_iter().filter(|brand| site.files(brand).is_some()) {
            self.pending.look_at(brand);
        }
        let group = &self.group_text;
        Comparison { templates: &self.templates, build_state: self.build_state(), site, group }
            .answer(request)
    }

    /// Every brand's id and domain, for those who choose one.
    fn brands(&self) -> Value {
        let build_state = self.build_state();
        build_state
            .brands
            .iter()
            .map(
                |(id, brand)| json!({"id": id, "domain": brand.called.as_ref().map(|called| &called.domain)}),
            )
            .collect()
    }
}

impl OwnPages for PreviewPages {
    fn answer(&self, request: &Request, site: &Snapshot) -> Option<Response> {
        if request.path() == "/" {
            return Some(self.templates.wall(state(self, &self.build_state(), None), &request.host, site));
        }
        let name = request.path().strip_prefix(OWN)?;
        let text = match name {
            "beside" => return Some(self.templates.beside(request)),
            "compare" => return Some(self.compare(request, site)),
            "impact.json" => return shared_by(&self.build_state(), request, site),
            "brands.json" => self.brands().to_string(),
            "words.js" => words_module(self.language),
            name => file(name)?.to_owned(),
        };
        Some(Response::new(200, ContentType::of(name), text.into_bytes()))
    }

    fn needs<'r>(&self, request: &'r Request) -> Vec<&'r str> {
        let is_comparison = request.path().strip_prefix(OWN) == Some("compare");
        let sides = ["left", "right"].into_iter().filter(|_| is_comparison);
        sides.filter_map(|side| request.parameter(side)).collect()
    }

    fn wait_for(&self, brand: &str) {
        self.pending.wait_for(brand);
    }

    fn state(&self, request: &Request) -> Map<String, Value> {
        state(self, &self.build_state(), request.parameter("brand"))
    }

    fn files_on_request(&self, request: &Request, brand: &str) -> Option<Arc<SiteFiles>> {
        // The small views of the wall are looked at only in passing,
        // and files that are not pages come with one.
        if request.path().ends_with('/') && request.parameter("view").is_none() {
            self.pending.look_at(brand);
        }
        let date = request
            .parameter("date")
            .and_then(|text| text.parse::<Date>().ok().filter(|date| date.to_string() == text));
        // The years that a date of the content can have; holidays are computed for no others.
        let date = date.filter(|date| (1900..=2199).contains(&date.year()));
        let is_marked = request.parameter("why").is_some();
        if date.is_none() && !is_marked {
            return None;
        }
        let (build_state, brand) = (self.build_state(), Id::from_name(brand)?);
        let date = date.unwrap_or(build_state.date);
        self.on_request.files(&build_state, FileRequest { brand, date, is_marked })
    }
}
