use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::answer_file::AnswerFile;
use super::arguments::Common;
use super::terminal::Terminal;
use super::{Ending, day, refuse};
use crate::diagnostic::{Diagnostics, Message, MessageLanguage, Severity, catalogue::cli as say, nearest};
use crate::merge::{Clinic, Site};
use crate::model::Id;
use crate::parse::parse_site;
use crate::report::{Colours, Trace, TraceStep, draw, nearest_key, trace};
use crate::source::disk;

/// Show where a value or a clause of a clinic comes from
#[derive(Debug, Args)]
pub(super) struct TraceArguments {
    #[command(flatten)]
    pub common: Common,
    /// The clinic: the name of its folder in content/clinics
    pub clinic: String,
    /// A key, like contacts.privacy.email or processors.itpays, or the name of a clause
    #[arg(value_name = "KEY-OR-CLAUSE")]
    pub key: String,
    /// What the opening hours are on this day, and why; KEY is then a channel, like phone or ivf.phone
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// How to show the trace
    #[arg(long, value_enum, default_value_t = TraceFormat::Human)]
    pub format: TraceFormat,
    #[command(flatten)]
    pub file: AnswerFile,
}

/// How a trace is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TraceFormat {
    /// For people
    Human,
    /// For programs
    Json,
}

/// Prints where a value or a clause comes from.
///
/// Faults elsewhere in the content do not keep it from answering;
/// they are told if they could be why there is no answer.
pub(super) fn run(asked: &TraceArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let root = asked.common.root();
    let tree = disk::read_site(&root)?;
    let language = asked.common.language(&tree);
    asked.file.refuse_published(&root, &tree)?;
    let mut found = Diagnostics::new();
    let Some(site) = parse_site(&tree, &mut found).map(Site::new) else {
        return Ok(Ending::ContentHasErrors);
    };
    let Some(clinic) = site.clinic(&asked.clinic, &mut found) else {
        let meant = nearest(&asked.clinic, site.input.clinics.keys().map(Id::as_str));
        return Ok(refuse(&say::no_clinic(&asked.clinic), meant, language, terminal));
    };
    let clinic = Some(clinic).filter(|clinic| clinic.whole);
    if let (Some(date), Some(clinic)) = (asked.date, &clinic) {
        return day::run(asked, date, clinic, &tree, language, terminal);
    }
    let traced = clinic.as_ref().and_then(|clinic| trace(clinic, &asked.key, &tree));
    if let Some(traced) = traced {
        let text = match asked.format {
            TraceFormat::Human => human(&traced, language),
            TraceFormat::Json => serde_json::to_string_pretty(&traced)? + "\n",
        };
        asked.file.deliver(&text, language, terminal)?;
        return Ok(Ending::Fine);
    }
    let errors: Vec<_> =
        found.into_sorted().into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    terminal.report(&draw(&errors, &tree, language, Colours::On));
    Ok(no_key(&asked.key, clinic.as_ref(), language, terminal))
}

fn no_key(
    key: &str,
    clinic: Option<&Clinic<'_>>,
    language: MessageLanguage,
    terminal: &mut Terminal,
) -> Ending {
    let id = clinic.map_or("", |clinic| clinic.id.as_str());
    let meant = clinic.and_then(|clinic| nearest_key(clinic, key));
    refuse(&say::no_key(key, id), meant.as_deref(), language, terminal)
}

fn human(traced: &Trace, language: MessageLanguage) -> String {
    let mut text = format!("{} · {}\n", traced.clinic, traced.key);
    let mut key = &traced.key;
    let widest = |word: &dyn Fn(&TraceStep) -> String| {
        traced.steps.iter().map(|step| word(step).chars().count()).max().unwrap_or(0)
    };
    let action = |step: &TraceStep| action(step, traced).in_language(language).to_owned();
    let layer = |step: &TraceStep| layer(step).in_language(language).to_owned();
    let (layer_width, action_width) = (widest(&layer), widest(&action));
    for step in &traced.steps {
        if &step.key != key {
            key = &step.key;
            text.push_str(&format!("\n{key}\n"));
        }
        let mark = if step.live { "→" } else { " " };
        let place = format!("{}:{}", step.path, step.line);
        let (layer, action) = (layer(step), action(step));
        text.push_str(&format!("{mark} {layer:layer_width$}  {action:action_width$}  {place}\n"));
        text.push_str(&format!("    {}\n", step.text));
        if let Some(reason) = &step.reason {
            text.push_str(&format!("    {}\n", say::because(reason).in_language(language)));
        }
    }
    text
}

fn layer(step: &TraceStep) -> Message {
    match step.layer.split_once(' ') {
        None => say::layer_group(),
        Some(("profile", id)) => say::layer_profile(id),
        Some((_, id)) => say::layer_clinic(id),
    }
}

fn action(step: &TraceStep, traced: &Trace) -> Message {
    let is_taken_away =
        traced.steps.iter().any(|other| other.key == step.key && matches!(other.action, "removes" | "omits"));
    match (step.action, step.live) {
        ("sets", true) => say::action_sets(),
        ("removes", _) => say::action_removes(),
        ("replaces", true) => say::action_replaces(),
        ("sets" | "replaces", false) if is_taken_away => say::action_taken_away(),
        ("sets" | "replaces", false) => say::action_replaced(),
        ("prepends", _) => say::action_prepends(),
        ("appends", _) => say::action_appends(),
        ("hides", _) => say::action_hides(),
        ("hidden", _) => say::action_hidden(),
        (_, _) => say::action_omits(),
    }
}
