use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::arguments::Lang;
use super::root::site_root;
use super::terminal::Terminal;
use super::{Ending, refuse};
use crate::check::Rule;
use crate::diagnostic::catalogue::{cli as say, house};
use crate::diagnostic::{ExplanationPart, FINDINGS, Message, MessageLanguage, Severity, nearest};
use crate::model::{HouseRule, HouseRules, Id};
use crate::pipeline::{codes, explanation, house_explanation, house_rules, rules};
use crate::source::disk;

/// Say what a rule of check finds, why it matters and what to do
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// The rule or other finding, as it is named in brackets; without it, all are listed
    pub rule: Option<String>,
    /// The folder that holds site.toml, whose own rules are explained too [default: this one, or the nearest
    /// above it that has one]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The language of messages
    #[arg(long, value_name = "LANG", value_enum)]
    pub lang: Option<Lang>,
}

/// Prints what is said of a rule or another finding, or the list of all;
/// in the folder of a site, of the group's own rules too.
pub(super) fn run(asked: &ExplainArguments, terminal: &mut Terminal) -> Ending {
    let language: MessageLanguage = asked.lang.unwrap_or(Lang::Nb).into();
    let Some(code) = &asked.rule else {
        let house_rules = house_rules_at(&site_root(asked.root.as_deref()));
        terminal.answer(&(list(language) + &list_of_house(&house_rules, language)));
        return Ending::Fine;
    };
    if let Some(explanation) = explanation(code, language) {
        terminal.answer(explanation.text());
        if let Some(phrases) = rules().iter().find(|rule| rule.name == code).and_then(|rule| phrases_of(rule))
        {
            terminal.answer(&format!("\n{}.\n", phrases.in_language(language)));
        }
        return Ending::Fine;
    }
    let house_rules = house_rules_at(&site_root(asked.root.as_deref()));
    if let Some(rule) = house_rules.values().find(|rule| rule.name.as_str() == code) {
        terminal.answer(house_explanation(rule, language).text());
        return Ending::Fine;
    }
    let mut names: Vec<&str> = codes().collect();
    names.extend(house_rules.keys().map(Id::as_str));
    refuse(&say::no_rule(code), nearest(code, names), language, terminal)
}

/// The rules of the site in a folder; none if there is no site.
fn house_rules_at(root: &Path) -> Arc<HouseRules> {
    disk::read_site(root).map(|tree| house_rules(&tree)).unwrap_or_default()
}

/// One line for each house rule, if there are any.
fn list_of_house(rules: &HouseRules, language: MessageLanguage) -> String {
    let line = |rule: &HouseRule| {
        let finds = house_explanation(rule, language).part(ExplanationPart::Finds).unwrap_or_default();
        format!("  {}  {}  {finds}\n", rule.name, rule.level.word())
    };
    let heading = house::house_rules_are("content/rules").in_language(language).to_owned();
    let lines: String = rules.values().map(line).collect();
    if lines.is_empty() { lines } else { format!("\n{heading}:\n{lines}") }
}

/// Which languages a rule has phrases for, if it looks for any.
fn phrases_of(rule: &Rule) -> Option<Message> {
    let languages: Vec<&str> = rule.languages().collect();
    let said = if rule.has_phrases_everywhere() { say::has_phrases_for_all } else { say::has_phrases_for };
    (!languages.is_empty()).then(|| said(&languages.join(", ")))
}

/// One line for each code, rules first: only they have a level that can be set.
fn list(language: MessageLanguage) -> String {
    let widest = codes().map(str::len).max().unwrap_or(0);
    let line = |code: &str, severity: &str| {
        let finds =
            explanation(code, language).and_then(|explanation| explanation.part(ExplanationPart::Finds));
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
