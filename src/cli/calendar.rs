use clap::{Args, ValueEnum};
use jiff::ToSpan;
use jiff::civil::Date;

use super::answer_file::AnswerFile;
use super::arguments::Common;
use super::terminal::Terminal;
use super::today::build_date;
use super::{Ending, refuse};
use crate::diagnostic::{
    Diagnostic, Severity, catalogue::calendar as say, catalogue::cli::date_out_of_range,
    catalogue::cli::no_brand, nearest,
};
use crate::model::Id;
use crate::pipeline::calendar;
use crate::report::{Colours, calendar_ics, calendar_json, calendar_lines, draw};
use crate::source::disk;

/// List the coming days on which a page changes by itself
#[derive(Debug, Args)]
pub(super) struct CalendarArguments {
    #[command(flatten)]
    pub common: Common,
    /// The day to start after [default: `SOURCE_DATE_EPOCH`, else today in Oslo]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// The last day to list [default: a year later]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub until: Option<Date>,
    /// Only this brand
    #[arg(long, value_name = "BRAND")]
    pub brand: Option<String>,
    /// How to show the days
    #[arg(long, value_enum, default_value_t = CalendarFormat::Human)]
    pub format: CalendarFormat,
    #[command(flatten)]
    pub file: AnswerFile,
}

/// How a calendar is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CalendarFormat {
    /// For people
    Human,
    /// For programs
    Json,
    /// For calendars: iCalendar, RFC 5545
    Ics,
}

/// Lists the coming days on which a page changes by itself.
pub(super) fn run(asked: &CalendarArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let today = build_date(asked.date)?;
    let until = asked.until.unwrap_or(today + 1.year());
    if until.year() > 2199 {
        return Err(date_out_of_range(&until.to_string()).into());
    }
    if until <= today {
        return Err(say::until_is_before(&until.to_string(), &today.to_string()).into());
    }
    let root = asked.common.root();
    let tree = disk::read_site(&root)?;
    let language = asked.common.language(&tree);
    asked.file.refuse_published(&root, &tree)?;
    let mut found = calendar(&tree, today, until);
    found.changes.append(&mut found.expiry);
    found.changes.sort_unstable();
    let errors: Vec<Diagnostic> =
        found.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    if !errors.is_empty() {
        terminal.report(&draw(&errors, &tree, language, Colours::On));
        return Ok(Ending::ContentHasErrors);
    }
    if let Some(brand) = &asked.brand {
        if !found.domains.keys().any(|id| id.as_str() == brand) {
            let meant = nearest(brand, found.domains.keys().map(Id::as_str));
            return Ok(refuse(&no_brand(brand), meant, language, terminal));
        }
        found.changes.retain(|change| change.brand.as_str() == brand);
    }
    let text = match asked.format {
        CalendarFormat::Json => calendar_json(&found.changes, language),
        CalendarFormat::Ics => calendar_ics(&found.changes, &found.domains, today, language),
        CalendarFormat::Human if found.changes.is_empty() => {
            format!("{}\n", say::nothing_changes(&until.to_string()).in_language(language))
        }
        CalendarFormat::Human => calendar_lines(&found.changes, language),
    };
    asked.file.deliver(&text, language, terminal)?;
    Ok(Ending::Fine)
}
