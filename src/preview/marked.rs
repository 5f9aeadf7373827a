use std::sync::{Arc, Weak};

use jiff::civil::Date;

use super::round::Round;
use crate::model::Id;
use crate::pipeline::{BuildOptions, marked_brand};
use crate::serve::SiteFiles;

/// A brand's pages with the marks of where every part comes from, made when somebody asks for them.
#[derive(Debug, Default)]
pub(super) struct MarkedPages {
    last: Option<OfBrand>,
}

#[derive(Debug)]
struct OfBrand {
    round: Weak<Round>,
    brand: Id,
    date: Date,
    pages: Option<Arc<SiteFiles>>,
}

impl MarkedPages {
    /// The marked pages of a brand on this day; nothing where they cannot be made.
    pub(super) fn brand(&mut self, round: &Arc<Round>, brand: &Id, date: Date) -> Option<Arc<SiteFiles>> {
        let round_of = Arc::downgrade(round);
        let is_same =
            |last: &&OfBrand| last.round.ptr_eq(&round_of) && last.brand == *brand && last.date == date;
        if let Some(last) = self.last.as_ref().filter(is_same) {
            return last.pages.clone();
        }
        let pages = marked_brand(&round.tree, brand.as_str(), BuildOptions { date });
        let pages = pages.and_then(|pages| SiteFiles::of_brands(pages, [brand]).remove(brand));
        self.last = Some(OfBrand { round: round_of, brand: brand.clone(), date, pages: pages.clone() });
        pages
    }
}
