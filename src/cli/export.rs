use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::answer_file::AnswerFile;
use super::arguments::Common;
use super::terminal::Terminal;
use super::today::build_date;
use super::{Ending, refuse};
use crate::diagnostic::{Severity, catalogue::cli::no_clinic, nearest};
use crate::model::Id;
use crate::pipeline::{self, clinic_facts};
use crate::report::{Colours, draw, record, record_csv, record_json};
use crate::source::disk;

/// Write what a clinic's content says in another form
#[derive(Debug, Args)]
pub(super) struct ExportArguments {
    #[command(subcommand)]
    pub what: ExportWhat,
}

#[derive(Debug, Subcommand)]
pub(super) enum ExportWhat {
    Record(RecordArguments),
}

/// The record of processing activities (GDPR Article 30)
#[derive(Debug, Args)]
pub(super) struct RecordArguments {
    #[command(flatten)]
    pub common: Common,
    /// The clinic: the name of its folder in content/clinics
    #[arg(long, value_name = "CLINIC")]
    pub clinic: String,
    /// The form
    #[arg(long, value_enum, default_value_t = RecordFormat::Csv)]
    pub format: RecordFormat,
    #[command(flatten)]
    pub file: AnswerFile,
    /// The day to check for [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
}

/// The form of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RecordFormat {
    /// A table for spreadsheets
    Csv,
    /// For programs
    Json,
}

/// Writes what is asked for, to the terminal or to a file that is never published.
pub(super) fn run(asked: &ExportArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    match &asked.what {
        ExportWhat::Record(record) => export_record(record, terminal),
    }
}

fn export_record(asked: &RecordArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let date = build_date(asked.date)?;
    let root = &asked.common.root();
    let tree = disk::read_site(root)?;
    let language = asked.common.language(&tree);
    asked.file.refuse_published(root, &tree)?;
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
        RecordFormat::Csv => record_csv(&record, language),
        RecordFormat::Json => record_json(&record),
    };
    asked.file.deliver(&text, language, terminal)?;
    Ok(Ending::Fine)
}
