//! What a host needs to know of a brand: its hosts, and where old addresses lead.

use std::collections::BTreeMap;

use super::address::PagePath;
use super::input::BrandInput;
use super::moves::with_moves;
use super::site_map::{PageSubject, SiteMap, language_folder};
use crate::diagnostic::catalogue::{
    content::redirect_at_the_other_site, content::write_it, merge::unknown_id,
};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say, nearest};
use crate::hosting::{BrandAddresses, HostedBrand};
use crate::model::{Brand, Domain, Id, OldAddress, Redirect, RedirectTarget};
use crate::span::{Located, Span};

/// What a host needs to know of the brand whose pages are at `pages`.
pub(super) fn hosted_brand(
    input: &BrandInput<'_, '_>,
    subjects: &[PageSubject<'_, '_>],
    pages: &[PagePath],
    found: &mut Diagnostics,
) -> HostedBrand {
    let brand = input.brand;
    let languages = brand.languages.iter().filter_map(|language| language_folder(brand, language));
    let hosted = HostedBrand {
        id: brand.id.clone(),
        domain: brand.domain.value.clone(),
        base: brand.base.clone(),
        for_root: Vec::new(),
        other_hosts: if brand.base.is_root() { other_hosts(brand, input.brands) } else { Vec::new() },
        not_found_in: languages.collect(),
        addresses: BrandAddresses::default(),
        moved: moved(input, subjects, pages, found),
    };
    with_moves(input, subjects, pages, hosted, found)
}

/// The domains that a brand names.
fn domains(brand: &Brand) -> impl Iterator<Item = &Domain> {
    std::iter::once(&brand.domain).chain(&brand.aliases).map(|domain| &domain.value)
}

/// The aliases, and every domain of two parts with and without `www.`; none that is another brand's.
fn other_hosts(brand: &Brand, brands: &BTreeMap<Id, Brand>) -> Vec<String> {
    let is_anothers = |host: &String| {
        let mut others = brands.values().filter(|other| other.id != brand.id).flat_map(domains);
        others.any(|domain| domain.ascii() == host)
    };
    let mut hosts = Vec::new();
    for domain in domains(brand) {
        let host = domain.ascii();
        let twin = match host.strip_prefix("www.") {
            Some(bare) if bare.contains('.') => Some(bare.to_owned()),
            None if host.matches('.').count() == 1 => Some(format!("www.{host}")),
            _ => None,
        };
        hosts.push(host.to_owned());
        hosts.extend(twin.filter(|twin| !is_anothers(twin)));
    }
    hosts.retain(|host| host != brand.domain.value.ascii());
    hosts.sort_unstable();
    hosts.dedup();
    hosts
}

/// Where each old address leads; those that are told by their parameters come first.
fn moved(
    input: &BrandInput<'_, '_>,
    subjects: &[PageSubject<'_, '_>],
    pages: &[PagePath],
    found: &mut Diagnostics,
) -> Vec<(OldAddress, String)> {
    let brand = input.brand;
    let on_host = |page: &PagePath| format!("{}{}", brand.base.as_str(), page.absolute());
    let mut first: BTreeMap<(&str, &[String]), Span> = BTreeMap::new();
    let mut moved = Vec::new();
    for Redirect { from, to } in &brand.redirects.0 {
        check_host(from, brand, found);
        check_base(from, brand, found);
        if let Some(first) = first.get(&from.value.on_any_host()) {
            let error =
                Diagnostic::error("redirect", from.span, say::redirected_twice(&from.value.to_string()));
            found.push(error.with_related(*first, say::first_redirect()));
            continue;
        }
        first.insert(from.value.on_any_host(), from.span);
        let is_page =
            |page: &&PagePath| on_host(page).trim_end_matches('/') == from.value.path().trim_end_matches('/');
        if from.value.parameters().is_empty() && pages.iter().any(|page| is_page(&page)) {
            let error = Diagnostic::error("redirect", from.span, say::redirect_hides_page(from.value.path()));
            found.push(error.with_help(say::take_the_redirect_away()));
            continue;
        }
        let page = match &to.value {
            RedirectTarget::Page(path) => {
                let wanted = path.trim_end_matches('/');
                pages.iter().map(on_host).find(|page| page.trim_end_matches('/') == wanted)
            }
            RedirectTarget::Document(id) => {
                page_of(input, subjects, |map| map.document_called(id)).as_ref().map(on_host)
            }
            RedirectTarget::Clause(id) => {
                page_of(input, subjects, |map| map.clause(id)).as_ref().map(on_host)
            }
        };
        if let Some(page) = page {
            moved.push((from.value.clone(), page));
        } else {
            let addresses: Vec<String> = pages.iter().map(on_host).collect();
            found.push(no_page(to, subjects, &addresses));
        }
    }
    moved.sort_by_key(|(from, _)| from.parameters().is_empty());
    moved
}

/// The address of the page in the brand's main language, if one subject alone has it.
fn page_of(
    input: &BrandInput<'_, '_>,
    subjects: &[PageSubject<'_, '_>],
    path: impl Fn(SiteMap<'_, '_>) -> Option<PagePath>,
) -> Option<PagePath> {
    let [subject] = subjects else { return None };
    let map = SiteMap {
        brand: input.brand,
        brands: input.brands,
        config: input.config,
        clinic: subject.first(),
        language: &input.brand.languages[0],
    };
    path(map)
}

fn no_page(
    to: &Located<RedirectTarget>,
    subjects: &[PageSubject<'_, '_>],
    addresses: &[String],
) -> Diagnostic {
    let nearest_page = |path: &str| {
        nearest(path, addresses.iter().map(String::as_str)).map(|page| write_it(&format!("\"{page}\"")))
    };
    let documents: Vec<_> = subjects.iter().flat_map(|subject| &subject.first().documents).collect();
    match &to.value {
        RedirectTarget::Page(path) => Diagnostic::error("redirect", to.span, say::redirect_to_no_page(path))
            .with_help(nearest_page(path)),
        RedirectTarget::Document(id) | RedirectTarget::Clause(id) if subjects.len() > 1 => {
            Diagnostic::error("redirect", to.span, say::redirect_to_which(id.as_str()))
                .with_help(say::write_the_address_of_the_page())
        }
        RedirectTarget::Document(id) => {
            let known = documents.iter().map(|composed| composed.document.id.as_str());
            let meant = nearest(id.as_str(), known).map(|meant| write_it(&format!("\"doc:{meant}\"")));
            Diagnostic::error("redirect", to.span, unknown_id("documents", id.as_str())).with_help(meant)
        }
        RedirectTarget::Clause(id) => {
            let known = documents.iter().flat_map(|composed| &composed.sections);
            let meant = nearest(id.as_str(), known.map(|section| section.id.as_str()))
                .map(|meant| write_it(&format!("\"clause:{meant}\"")));
            Diagnostic::error("redirect", to.span, say::redirect_to_unshown_clause(id.as_str()))
                .with_help(meant)
        }
    }
}

/// An address that is not below the path of the site is asked of the site whose host it is.
fn check_base(from: &Located<OldAddress>, brand: &Brand, found: &mut Diagnostics) {
    if brand.base.below(from.value.path()).is_none() {
        let error = Diagnostic::error(
            "redirect",
            from.span,
            say::redirect_from_other_path(from.value.path(), brand.base.as_str()),
        );
        found.push(error.with_help(redirect_at_the_other_site()));
    }
}

/// An old address that is written with a host must be one that leads to this brand's server.
fn check_host(from: &Located<OldAddress>, brand: &Brand, found: &mut Diagnostics) {
    let Some(host) = from.value.host() else { return };
    let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
    if !domains(brand).any(|domain| bare(domain.ascii()) == bare(host.ascii())) {
        let error = Diagnostic::error("redirect", from.span, say::redirect_from_other_host(host.shown()));
        found.push(error.with_help(say::add_the_alias(host.shown())));
    }
}
