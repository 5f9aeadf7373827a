use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::hosting::BrandAddresses;
use crate::merge::Clinic;
use crate::model::{Brand, Id, SiteConfig, StaticFile};
use crate::theme::Theme;

/// Everything that a brand's pages are made of.
#[derive(Debug, Clone, Copy)]
pub struct BrandInput<'b, 'a> {
    /// The brand.
    pub brand: &'a Brand,
    /// The clinics that it publishes, in its own order; never empty.
    pub clinics: &'b [&'b Clinic<'a>],
    /// The site.
    pub config: &'a SiteConfig,
    /// All brands, since the original of a page may be on another.
    pub brands: &'a BTreeMap<Id, Brand>,
    /// What others look for at its root.
    pub files: &'b [StaticFile],
    /// Where its pages were at the last build, if that is known.
    pub before: Option<&'b BrandAddresses>,
    /// The theme.
    pub theme: &'b Theme,
    /// The schema of `privacy.json`, the same for every brand.
    pub schema: &'b [u8],
    /// The contact roles that any clinic of the site has.
    pub roles: &'b [&'b str],
    /// The build date.
    pub date: Date,
}
