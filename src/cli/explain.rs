use clap::Args;

use super::arguments::Lang;
use super::terminal::Terminal;
use super::{Ending, refuse};
use crate::diagnostic::{FINDINGS, MessageLanguage, Part, Severity, catalogue::cli as say, nearest};
use crate::pipeline::{codes, explanation, rules};

/// Say what a rule of check finds, why it matters and what to do
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// The rule or other finding, as it is named in brackets; without it, all are listed
    pub rule: Option<String>,
    /// The language of messages
    #[arg(long, value_name = "LANG", value_enum)]
    pub lang: Option<Lang>,
}

/// Prints what is said of a rule or another finding, or the list of all.
pub(super) fn run(asked: &ExplainArguments, terminal: &mut Terminal) -> Ending {
    let language: MessageLanguage = asked.lang.unwrap_or(Lang::Nb).into();
    let Some(code) = &asked.rule else {
        terminal.answer(&list(language));
        return Ending::Fine;
    };
    match explanation(code, language) {
        Some(explanation) => {
            terminal.answer(explanation.text());
            Ending::Fine
        }
        None => refuse(&say::no_rule(code), nearest(code, codes()), language, terminal),
    }
}

/// A line a code, rules first: only they have a level that can be set.
fn list(language: MessageLanguage) -> String {
    let widest = codes().map(str::len).max().unwrap_or(0);
    let line = |code: &str, severity: &str| {
        let finds = explanation(code, language).and_then(|explanation| explanation.part(Part::Finds));
        format!("  {code:widest$}  {severity:8}  {}\n", finds.unwrap_or_default())
    };
    let mut text = format!("{}:\n", say::rules_are().in_language(language));
    for rule in rules() {
        let severity = match rule.severity {
            Severity::Error => say::is_an_error(),
            Severity::Warning => say::is_a_warning(),
        };
        text.push_str(&line(rule.name, severity.in_language(language)));
    }
    text.push_str(&format!("\n{}:\n", say::other_findings_are().in_language(language)));
    text.extend(FINDINGS.iter().map(|code| line(code, "")));
    text
}
