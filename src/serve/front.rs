use std::sync::Arc;

use serde_json::{Map, Value};

use super::service::{Answer, Asked, OwnPages, SiteFiles, Snapshot};
use crate::headers::ContentType;

/// The least that a preview shows beside the sites: a list of the brands at the root of the hosts that are no brand's.
#[derive(Debug, Clone, Copy)]
pub struct BrandList {
    /// The language of the page, as HTML names it.
    pub language: &'static str,
}

impl OwnPages for BrandList {
    fn answer(&self, asked: &Asked<'_>, site: &Snapshot) -> Option<Answer> {
        if asked.path() != "/" {
            return None;
        }
        // Ids are plain letters, digits and hyphens: nothing in them could be markup.
        let link = |brand: &str| format!("<li><a href=\"/_/{brand}/\">{brand}</a></li>\n");
        let links = site.brands().map(link).collect::<Vec<_>>().concat();
        let page = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>felles</title>\n</head>\n<body>\n\
             <h1>felles</h1>\n<ul>\n{links}</ul>\n</body>\n</html>\n",
            self.language
        );
        Some(Answer::new(200, ContentType::of("page.html"), page.into_bytes()))
    }

    fn state(&self, _asked: &Asked<'_>) -> Map<String, Value> {
        Map::new()
    }

    fn variant(&self, _asked: &Asked<'_>, _brand: &str) -> Option<Arc<SiteFiles>> {
        None
    }
}
