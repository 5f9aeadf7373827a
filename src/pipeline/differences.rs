use super::build::{BuildOptions, Outcome, build_after};
use super::sink::Sink;
use crate::compare::{Before, Comparing, SiteDifferences};
use crate::hosting::Addresses;
use crate::model::{OutputPath, SiteInput};
use crate::source::SourceTree;

/// What the sites are compared with.
pub struct ComparedWith<'b> {
    /// The finished files.
    pub files: &'b dyn Before,
    /// Where their pages are.
    pub addresses: Addresses,
    /// What they are made of, if that is known.
    pub site: Option<&'b SiteInput>,
}

impl Sink for Comparing<'_> {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        Comparing::accept(self, path, bytes);
    }
}

/// Builds a site, and compares each file with what was before instead of keeping it.
///
/// What could not be made is not in the differences; the findings say so.
#[must_use]
pub fn differences(
    tree: &SourceTree,
    options: BuildOptions,
    before: ComparedWith<'_>,
) -> (Outcome, SiteDifferences) {
    let comparing = Comparing::with(before.files);
    let outcome = build_after(tree, options, before.addresses, &comparing);
    let now = outcome.site.as_ref().map(|site| &site.input);
    let sites: Vec<&SiteInput> = now.into_iter().chain(before.site).collect();
    let differences = comparing.finish(&sites);
    (outcome, differences)
}
