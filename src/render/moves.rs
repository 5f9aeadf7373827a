//! Where a brand's pages are, and which of them have moved since the last build.

use std::collections::{BTreeMap, BTreeSet};

use super::address::PagePath;
use super::input::BrandInput;
use super::site_map::{PageSubject, SiteMap};
use crate::diagnostic::catalogue::content::redirect_at_the_other_site;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say};
use crate::hosting::{BrandAddresses, HostedBrand, PageAddresses};
use crate::model::{Brand, OldAddress, TextValue};

/// Gives the addresses of now, with the former ones of pages that have moved; those lead to the pages from
/// here on, and are told until the brand's file knows them.
///
/// What is a page again leads nowhere else, and what belongs to the other site of a host is not ours to send.
pub(super) fn with_moves(
    input: &BrandInput<'_, '_>,
    subjects: &[PageSubject<'_, '_>],
    pages: &[PagePath],
    mut hosted: HostedBrand,
    found: &mut Diagnostics,
) -> HostedBrand {
    let brand = input.brand;
    hosted.addresses = addresses(input, subjects);
    let Some(before) = input.before else { return hosted };
    check_site(brand, before, &hosted, found);
    let taken: BTreeSet<String> = pages.iter().map(|page| on_host(brand, page)).collect();
    let redirects = brand.redirects.0.iter().map(|redirect| &redirect.from.value);
    let known: BTreeSet<&str> =
        redirects.filter(|from| from.parameters().is_empty()).map(OldAddress::path).collect();
    let is_lost = |old: &&String| {
        let is_told = known.contains(old.strip_suffix('/').unwrap_or(old));
        !taken.contains(*old) && !is_told && brand.base.below(old).is_some()
    };
    let mut moved: BTreeMap<String, String> = BTreeMap::new();
    for (page, addresses) in &mut hosted.addresses.pages {
        let Some(before) = before.pages.get(page) else { continue };
        let former: BTreeSet<&String> =
            before.former.iter().chain([&before.address]).filter(is_lost).collect();
        addresses.former = former.into_iter().cloned().collect();
        for old in &addresses.former {
            moved.entry(old.clone()).or_insert_with(|| addresses.address.clone());
        }
    }
    if let Some((from, to)) = moved.first_key_value() {
        let lines: Vec<String> = moved.iter().map(|(from, to)| format!("\"{from}\" = \"{to}\"")).collect();
        let warning =
            Diagnostic::warning("address-moved", brand.span, say::address_moved(from, to, moved.len()));
        found.push(warning.with_help(say::write_the_redirects(&lines.join("\n"))));
    }
    let each = moved.into_iter().filter_map(|(from, to)| Some((OldAddress::parse(&from).ok()?, to)));
    hosted.moved.extend(each);
    hosted
}

/// Where each page is, by language, clinic and document: a page of several clinics is that of each.
fn addresses(input: &BrandInput<'_, '_>, subjects: &[PageSubject<'_, '_>]) -> BrandAddresses {
    let (brand, mut pages) = (input.brand, BTreeMap::new());
    for language in &brand.languages {
        for subject in subjects {
            let first = subject.first();
            let map = SiteMap { brand, brands: input.brands, config: input.config, clinic: first, language };
            for clinic in &subject.clinics {
                let mut put = |page: String, path: &PagePath| {
                    let address = on_host(brand, path);
                    pages.insert(page, PageAddresses { address, former: Vec::new() });
                };
                let clinic = &clinic.id;
                put(format!("{language} {clinic}"), &map.front());
                for composed in &first.documents {
                    put(format!("{language} {clinic} {}", composed.document.id), &map.document(composed));
                }
            }
        }
    }
    let site = format!("{}{}", brand.domain.value.ascii(), brand.base.as_str());
    BrandAddresses { site, pages, ..BrandAddresses::default() }
}

/// Tells of a site that has left a host whose addresses nobody sends on.
fn check_site(brand: &Brand, before: &BrandAddresses, hosted: &HostedBrand, found: &mut Diagnostics) {
    let host = before.site.split('/').next().unwrap_or_default();
    let is_covered = brand.base.is_root() && hosted.hosts().any(|known| known == host);
    if before.site == hosted.addresses.site || is_covered {
        return;
    }
    let headline = say::site_moved(&before.site, &brand.shown_domain());
    let help =
        if brand.base.is_root() { say::add_the_former_alias(host) } else { redirect_at_the_other_site() };
    found.push(Diagnostic::warning("address-moved", brand.domain.span, headline).with_help(help));
}

fn on_host(brand: &Brand, page: &PagePath) -> String {
    format!("{}{}", brand.base.as_str(), page.absolute())
}
