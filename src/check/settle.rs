//! What becomes of a rule's findings: their level in `site.toml`, and what is allowed.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Rule;
use crate::diagnostic::catalogue::content::did_you_mean;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, catalogue::allow as say, nearest};
use crate::model::{Allowance, HouseRules, Id, Level, Line, SiteConfig, SiteInput};
use crate::span::{Located, Span};

/// The rules that find what a writer or a program left in a text: no patient is to read it, so it is an
/// error on a site that is neither an example nor a draft.
const LEFT_OVER: [&str; 2] = ["builder-residue", "placeholder-left"];

/// The rules that hold what is promised of every page, to patients and to hosts: nobody can switch them off.
const PROMISES: [&str; 1] = ["foreign-load"];

/// How findings are settled.
#[derive(Debug, Clone, Copy)]
pub struct Settling<'s> {
    /// The rules whose findings they are; others are not touched.
    pub rules: &'s [&'static Rule],
    /// The group's own rules, if their findings are among them.
    pub house: Option<&'s HouseRules>,
    /// The site's settings, for the levels.
    pub config: &'s SiteConfig,
    /// What is allowed.
    pub allowances: &'s [&'s Located<Allowance>],
    /// The day of the build.
    pub date: Date,
}

impl Settling<'_> {
    /// Gives the rules' findings after the first `before` their levels, and takes away what is allowed.
    ///
    /// An allowance that has ended leaves its findings as warnings: the passing of a day stops no build.
    pub fn settle(self, before: usize, found: &mut Diagnostics) {
        found.settle_since(before, |finding, used| self.one(finding, used));
    }

    fn one(self, mut finding: Diagnostic, used: &mut BTreeSet<Span>) -> Option<Diagnostic> {
        let is_of_house = |rules: &HouseRules| rules.keys().any(|name| name.as_str() == finding.code);
        if !self.rules.iter().any(|rule| rule.name == finding.code) && !self.house.is_some_and(is_of_house) {
            return Some(finding);
        }
        if PROMISES.contains(&finding.code.as_ref()) {
            return Some(finding);
        }
        match self.config.levels.get(finding.code.as_ref()).map(|level| level.value) {
            Some(Level::Off) => return None,
            Some(Level::Warning) => finding.severity = Severity::Warning,
            Some(Level::Error) => finding.severity = Severity::Error,
            None if LEFT_OVER.contains(&finding.code.as_ref()) && !self.config.is_unpublished() => {
                finding.severity = Severity::Error;
            }
            None => {}
        }
        let meant = |allowance: &&&Located<Allowance>| allowance.value.is_for(&finding);
        let mut allowances = self.allowances.iter().filter(meant);
        let counts = allowances.clone().find(|allowance| allowance.value.counts_on(self.date));
        let Some(allowance) = counts.or_else(|| allowances.next()) else { return Some(finding) };
        used.insert(allowance.span);
        if allowance.value.counts_on(self.date) {
            return None;
        }
        finding.severity = Severity::Warning;
        Some(finding.with_related(allowance.value.until.span, say::allowed_until_here()))
    }
}

impl Allowance {
    fn is_for(&self, finding: &Diagnostic) -> bool {
        let is_about =
            |about: &Located<Line>| finding.headline.named().iter().any(|named| named == about.as_str());
        self.rule.as_str() == finding.code && self.about.as_ref().is_none_or(is_about)
    }

    fn counts_on(&self, date: Date) -> bool {
        date <= self.until.value.0
    }
}

/// Checks what `site.toml` and `allow.toml` say of rules: that there are such rules,
/// and that every allowance still allows something.
///
/// If there are errors that no rule found, not everything was looked at, and it is not known what an
/// allowance is good for. What rules find does not keep rules on data and texts from looking;
/// those on pages look only if there are no errors.
pub fn check_allowances(site: &SiteInput, rules: &[&'static Rule], date: Date, found: &mut Diagnostics) {
    for (name, level) in site.config.levels.iter().filter(|(_, level)| level.value == Level::Error) {
        if rules.iter().any(|rule| rule.name == *name && rule.is_of_days()) {
            let error = Diagnostic::error("invalid-value", level.span, say::level_of_days(name));
            found.push(error.with_help(say::write_warning_and_deny_by_hand()));
        }
    }
    let levels = site.config.levels.iter().filter(|(_, level)| level.value != Level::Error);
    let levels = levels.map(|(name, level)| (name.as_str(), level.span));
    let allowed = site.layers().flat_map(|layer| &layer.allowances).map(|allowance| &allowance.value.rule);
    let allowed = allowed.map(|rule| (rule.as_str(), rule.span));
    for (name, span) in levels.chain(allowed).filter(|(name, _)| PROMISES.contains(name)) {
        let error = Diagnostic::error("invalid-value", span, say::is_promised(name));
        found.push(error.with_help(say::mend_the_theme()));
    }
    let house = || site.house_rules.keys().map(Id::as_str);
    let names = || rules.iter().map(|rule| rule.name).chain(house());
    let mut unknown = |name: &str, span| {
        let error = Diagnostic::error("unknown-id", span, say::no_rule(name));
        found.push(error.with_help(nearest(name, names()).map(did_you_mean)));
    };
    for (name, level) in site.config.levels.iter().filter(|(name, _)| !names().any(|known| known == *name)) {
        unknown(name, level.span);
    }
    let allowances: Vec<&Located<Allowance>> = site.layers().flat_map(|layer| &layer.allowances).collect();
    for allowance in &allowances {
        let rule = &allowance.value.rule;
        if !names().any(|name| name == rule.as_str()) {
            unknown(rule.as_str(), rule.span);
        }
    }
    let is_of_content = |name: &str| {
        super::rules().iter().any(|rule| rule.name == name) || house().any(|house| house == name)
    };
    let all_looked = !found.has_errors_but(is_of_content);
    for allowance in allowances {
        let (rule, until) = (allowance.value.rule.as_str(), &allowance.value.until);
        if !names().any(|name| name == rule) {
            continue;
        }
        if !allowance.value.counts_on(date) {
            let ended = Diagnostic::warning("ended-allow", until.span, say::allowance_has_ended(rule));
            found.push(ended.with_help(say::mend_or_set_a_later_date()));
        } else if !found.is_used(allowance.span)
            && (!found.has_errors() || (all_looked && is_of_content(rule)))
        {
            let unused = Diagnostic::warning("unused-allow", allowance.span, say::allows_nothing(rule));
            found.push(unused.with_help(say::remove_the_allowance()));
        }
    }
}
