//! What Netlify and Cloudflare Pages take of a site's `_headers` and `_redirects`, as they publish it.

use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say};
use crate::model::{Brand, OldAddress};
use crate::span::Span;

/// Cloudflare passes over the redirects after these; Netlify takes five times as many
/// (developers.cloudflare.com/pages/configuration/redirects, docs.netlify.com/manage/routing/redirects).
const MOST_REDIRECTS: usize = 2000;

/// Cloudflare passes over a longer line of `_redirects`; with a pattern, a hundred lines are the most.
const LONGEST_REDIRECT: usize = 1000;

/// Tells of redirects that a platform would pass over, in the text of a brand's `_redirects`.
///
/// The same number of headers is written for every site, and all are short.
pub(super) fn check_platform_limits(brand: &Brand, text: &str, found: &mut Diagnostics) {
    let redirects: Vec<&str> = text.lines().filter(|line| line.ends_with(" 301")).collect();
    let place = |redirect: &str| -> Option<Span> {
        let from = redirect.split(' ').next()?;
        let written = |old: &OldAddress| crate::hosting::encoded(old.path()) == from;
        let redirect = brand.redirects.0.iter().find(|redirect| written(&redirect.from.value));
        redirect.map(|redirect| redirect.from.span)
    };
    if let Some(first) = redirects.get(MOST_REDIRECTS) {
        let headline = say::too_many_redirects(redirects.len(), MOST_REDIRECTS);
        let finding = Diagnostic::warning("platform-limit", place(first).unwrap_or(brand.span), headline);
        found.push(finding.with_help(say::use_a_server_for_redirects()));
    }
    for redirect in redirects.iter().filter(|line| line.chars().count() > LONGEST_REDIRECT) {
        let headline = say::redirect_is_long(redirect.chars().count(), LONGEST_REDIRECT);
        let finding = Diagnostic::warning("platform-limit", place(redirect).unwrap_or(brand.span), headline);
        found.push(finding.with_help(say::use_a_server_for_redirects()));
    }
}
