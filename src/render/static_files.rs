use super::output::Output;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, catalogue::static_files as say};
use crate::hosting::HostedBrand;
use crate::model::StaticFile;
use crate::theme::without_metadata;

/// Writes the files that others look for at the root of a site, after all of its own: those stay.
pub(super) fn write_static_files(hosted: &HostedBrand, out: &mut Output<'_, '_>, found: &mut Diagnostics) {
    for file in out.input.files {
        let StaticFile { path, bytes, span } = file;
        let mut fault = |headline: Message, help: Message| {
            found.push(Diagnostic::error("static-file", *span, headline).with_help(help));
        };
        if let Some(taken) = out.in_the_way(path) {
            fault(say::static_file_hides(path, taken), say::put_it_elsewhere());
        } else if hosted.moved.iter().any(|(from, _)| leads_from(from.path(), path, hosted)) {
            fault(say::static_file_is_redirected(path), say::take_the_redirect_or_file_away());
        } else if !hosted.base.is_root() && path.starts_with(".well-known/") {
            fault(say::well_known_is_at_the_root(hosted.domain.shown()), say::give_it_to_the_other_site());
        } else if let Some(bytes) = without_metadata(path.rsplit('.').next().unwrap_or_default(), bytes) {
            out.write_as_it_is(path, &bytes);
        } else {
            fault(say::static_picture_is_broken(path), say::export_it_again());
        }
    }
}

/// Whether an old address is that of a file, or of the folder that the file is the page of.
fn leads_from(old: &str, path: &str, hosted: &HostedBrand) -> bool {
    let below = hosted.base.below(old).unwrap_or_default().trim_matches('/');
    below == path || path.strip_suffix("/index.html") == Some(below)
}
