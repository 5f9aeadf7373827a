#![expect(clippy::disallowed_methods, reason = "writes the file that is asked for")]

use std::fs;

use super::arguments::{ExportFormat, ExportRecord as Asked};
use super::outside::refuse_published;
use super::terminal::Terminal;
use super::today::build_date;
use super::{Ending, language_for, refuse};
use crate::diagnostic::{Message, Severity, catalogue::cli::no_clinic, catalogue::record as say, nearest};
use crate::model::Id;
use crate::pipeline::{self, clinic_facts};
use crate::report::{Colours, draw, record, record_csv, record_json};
use crate::source::disk;

/// Writes the record of processing activities of a clinic, to the terminal or to a file that is never published.
pub(super) fn run(asked: &Asked, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let date = build_date(asked.date)?;
    let root = &asked.common.root;
    let tree = disk::read_site(root)?;
    let language = language_for(asked.common.lang.map(Into::into), &tree);
    if let Some(path) = &asked.output {
        refuse_published(path, root, &pipeline::output_folder(&tree))?;
    }
    let facts = clinic_facts(&tree, &asked.clinic, language, date);
    let Some(facts) = facts else {
        let clinics = pipeline::clinic_ids(&tree);
        let meant = nearest(&asked.clinic, clinics.iter().map(Id::as_str));
        return Ok(refuse(&no_clinic(&asked.clinic), meant, language, terminal));
    };
    let errors: Vec<_> =
        facts.findings.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
    let Some(statement) = facts.statement.filter(|_| errors.is_empty()) else {
        terminal.report(&draw(&errors, &tree, language, Colours::On));
        return Ok(Ending::ContentHasErrors);
    };
    let record = record(&facts.name, &statement, facts.security_measures, language);
    let text = match asked.format {
        ExportFormat::Csv => record_csv(&record, language),
        ExportFormat::Json => record_json(&record),
    };
    let Some(path) = &asked.output else {
        terminal.answer(&text);
        return Ok(Ending::Fine);
    };
    let shown = path.display().to_string();
    fs::write(path, text).map_err(|cause| -> Message { say::cannot_write(&shown, &cause.to_string()) })?;
    terminal.answer(&format!("{}\n", say::written(&shown).in_language(language)));
    Ok(Ending::Fine)
}
