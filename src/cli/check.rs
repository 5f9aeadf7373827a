use super::arguments::{Check as Asked, Format};
use super::coverage::{self, Site};
use super::findings::show;
use super::terminal::Terminal;
use super::today::build_date;
use super::{Ending, language_for, refuse};
use crate::diagnostic::{Severity, catalogue::cli as say, nearest};
use crate::pipeline::{self, BuildOptions, NoSink, codes};
use crate::source::disk;

/// Checks everything that a build checks, and writes nothing.
pub(super) fn run(asked: &Asked, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let date = build_date(asked.date)?;
    let tree = disk::read_site(&asked.common.root)?;
    let language = language_for(asked.common.lang.map(Into::into), &tree);
    if let Some(format) = asked.coverage {
        return coverage::run(asked, format, Site { tree: &tree, date, language }, terminal);
    }
    let outcome = pipeline::build(&tree, BuildOptions { date }, &NoSink);
    let mut findings = outcome.findings;
    if let Some(brand) = &asked.brand {
        let Some(clinics) =
            outcome.published.iter().find(|(id, _)| id.as_str() == brand).map(|(_, clinics)| clinics)
        else {
            let meant = nearest(brand, outcome.published.keys().map(crate::model::Id::as_str));
            return Ok(refuse(&say::no_brand(brand), meant, language, terminal));
        };
        // What is about no clinic is about every brand, unless it stands in another brand's own file or in a text that no page has.
        let own = format!("content/brands/{brand}.toml");
        findings.retain(|finding| {
            let path = tree.file(finding.span.file).path.as_str();
            let clinic = path.strip_prefix("content/clinics/").and_then(|rest| rest.split('/').next());
            let is_of_another = path.starts_with("content/brands/") && path != own
                || clinic.is_some_and(|clinic| clinics.iter().all(|id| id.as_str() != clinic));
            let has_clinic = finding.clinics.is_empty()
                || finding.clinics.iter().any(|clinic| clinics.iter().any(|id| id.as_str() == clinic));
            let is_of_none = outcome.unused_texts.contains(&finding.span.file);
            has_clinic && !is_of_another && !is_of_none
        });
    }
    if let Some(unknown) = asked.rule.iter().find(|rule| !codes().any(|code| code == **rule)) {
        return Ok(refuse(&say::no_rule(unknown), nearest(unknown, codes()), language, terminal));
    }
    if !asked.rule.is_empty() {
        findings.retain(|finding| asked.rule.iter().any(|rule| rule == finding.code));
    }
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let warnings = findings.len() - errors;
    show(&findings, &tree, language, asked.format, terminal);
    if matches!(asked.format, Format::Human | Format::Short) {
        let message =
            if findings.is_empty() { say::nothing_found() } else { say::findings(errors, warnings) };
        terminal.answer(&format!("{}\n", message.in_language(language)));
    }
    let fails = errors > 0 || asked.deny.is_some() && warnings > 0;
    Ok(if fails { Ending::ContentHasErrors } else { Ending::Fine })
}
