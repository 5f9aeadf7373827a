use super::arguments::{Explain as Asked, Lang};
use super::terminal::Terminal;
use super::{Ending, refuse};
use crate::diagnostic::{MessageLanguage, Severity, catalogue::cli as say, nearest};
use crate::pipeline::rules;

/// Prints what a rule says of itself, or the list of all rules.
pub(super) fn run(asked: &Asked, terminal: &mut Terminal) -> Ending {
    let language: MessageLanguage = asked.lang.unwrap_or(Lang::Nb).into();
    let Some(name) = &asked.rule else {
        let widest = rules().iter().map(|rule| rule.name.len()).max().unwrap_or(0);
        for rule in rules() {
            let severity = match rule.severity {
                Severity::Error => say::is_an_error(),
                Severity::Warning => say::is_a_warning(),
            };
            let severity = severity.in_language(language).to_owned();
            let finds = rule.section("What it finds").unwrap_or_default();
            terminal.answer(&format!("{:widest$}  {severity:8}  {finds}\n", rule.name));
        }
        return Ending::Fine;
    };
    let Some(rule) = rules().iter().find(|rule| rule.name == name) else {
        let meant = nearest(name, rules().iter().map(|rule| rule.name));
        return refuse(&say::no_rule(name), meant, language, terminal);
    };
    terminal.answer(&rule.explanation());
    Ending::Fine
}
