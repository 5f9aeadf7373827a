use std::collections::BTreeMap;

use super::picture_metadata::without_metadata;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say};
use crate::model::{Checksum, OutputPath};
use crate::parse::svg_is_safe;
use crate::source::SourceTree;
use crate::span::Span;

/// The file that every page loads.
pub(super) const STYLESHEET: &str = "style.css";

/// A file beside the pages, under a name that changes with its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asset {
    /// Its path below the brand's root: `assets/style.0123456789abcdef.css`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// The file called `name`; a picture shows what it shows, and tells of nothing else.
    pub(crate) fn new(name: &str, bytes: Vec<u8>) -> Self {
        let bytes = without_metadata(ending(name).unwrap_or_default(), &bytes).unwrap_or(bytes);
        Self { path: hashed_path(name, &bytes), bytes }
    }

    /// This stylesheet with more rules behind it.
    pub(crate) fn with(self, rules: &str) -> Self {
        if rules.is_empty() { self } else { Self::new(STYLESHEET, [&self.bytes, rules.as_bytes()].concat()) }
    }

    /// Its name within the folder of such files.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// The files of `static/`, the nearest theme's first, by their names.
pub(super) fn collect_assets(
    tree: &SourceTree,
    chain: &[String],
    found: &mut Diagnostics,
) -> BTreeMap<String, Asset> {
    let mut assets = BTreeMap::new();
    for theme in chain.iter().rev() {
        let folder = format!("themes/{theme}/static");
        for (id, file) in tree.below(&folder) {
            let name = &file.path.as_str()[folder.len() + 1..];
            let bytes = file.contents().to_vec();
            let path = hashed_path(name, &bytes);
            if OutputPath::parse(&path).is_none() || is_script(name) {
                found.push(
                    Diagnostic::error("asset", Span::start_of(id), say::asset_is_not_published(name))
                        .with_help(say::assets_are()),
                );
                continue;
            }
            if ending(name) == Some("svg") && !svg_is_safe(id, &file.text, "asset", found) {
                continue;
            }
            if without_metadata(ending(name).unwrap_or_default(), &bytes).is_none() {
                found.push(Diagnostic::error("asset", Span::start_of(id), say::asset_is_no_picture(name)));
                continue;
            }
            assets.insert(name.to_owned(), Asset::new(name, bytes));
        }
    }
    assets
}

/// Pages are free of scripts; only stylesheets, pictures and fonts are published.
fn is_script(name: &str) -> bool {
    const PUBLISHED: [&str; 8] = ["css", "svg", "png", "jpg", "webp", "ico", "woff2", "txt"];
    !ending(name).is_some_and(|ending| PUBLISHED.contains(&ending))
}

fn ending(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, ending)| ending)
}

/// `style.css` becomes `assets/style.0123456789abcdef.css`:
/// a changed file has a new address, so caches may keep it for ever.
pub(super) fn hashed_path(name: &str, bytes: &[u8]) -> String {
    let hash = &Checksum::of(bytes).to_string()[..16];
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}.{hash}.{ending}"),
        None => format!("assets/{name}.{hash}"),
    }
}
