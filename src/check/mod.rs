//! Rules on merged clinics: what is there, what is missing, what contradicts itself.
//!
//! In: a merged [`Clinic`] with its timetables, or the texts of one layer, and the day of the build.
//! Out: findings named after the rule that found them.
//!
//! Invariant: a rule is one file; the phrases that it looks for stand in `phrases/`, by language, and what
//! is said of it in `diagnostic/explanations/`.
//! Invariant: what only the passing of days makes wrong is a warning; time alone never stops a build.
//! Invariant: a rule never says that a page is lawful, only what is missing and which article asks for it.

mod coverage;
mod days;
mod foreign;
mod house;
mod mentions;
mod missing;
pub mod names;
mod prose;
mod rewritten;
mod rules;
mod settle;
mod texts;

pub use coverage::{Answer, Cell, Coverage, Item, State, coverage};
pub use foreign::{BrandNames, check_names};
pub use house::{HouseWords, check_house_rules};
pub use mentions::{Mention, Mentions};
pub use settle::{Settling, check_allowances};
pub use texts::{Reading, TextFindings, Texts, check_texts};

use jiff::ToSpan;
use jiff::civil::Date;

use crate::calendar::WARNED_BEFORE;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, Severity, catalogue::check as say};
use crate::hours::{Timetable, timetables};
use crate::merge::{Clinic, Override};
use crate::model::{Brand, Grounds, Language, Resolved, SiteConfig, SiteInput};
use crate::source::SourceTree;
use prose::{PhraseHit, Saying};
use rewritten::{RewrittenClause, rewritten};

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'c, 'a> {
    /// The clinic.
    pub clinic: &'c Clinic<'a>,
    /// The opening hours of its channels.
    pub timetables: &'c [Timetable<'c, 'a>],
    /// What its layers write anew.
    rewritten: &'c [RewrittenClause<'c, 'a>],
    /// The site's settings.
    pub config: &'c SiteConfig,
    /// The day of the build. What only the passing of days makes wrong is a warning:
    /// time alone never stops a build.
    pub date: Date,
    /// What its layers override, as far as it is noted what that was written against.
    pub pinned: &'c [Override<'a>],
    /// The files.
    pub tree: &'c SourceTree,
}

/// What a clinic is checked with.
#[derive(Debug, Clone, Copy)]
pub struct ClinicGround<'c, 'a> {
    /// The site's settings.
    pub config: &'c SiteConfig,
    /// The day of the build.
    pub date: Date,
    /// What the texts of its layers mention.
    pub mentions: &'c [&'c Mentions],
    /// What its layers override, as far as it is noted what that was written against.
    pub pinned: &'c [Override<'a>],
    /// The files.
    pub tree: &'c SourceTree,
}

/// A rule: its name, its weight and what it does.
#[derive(Debug)]
pub struct Rule {
    /// Named for what it finds, so that "allow *name*" reads as English.
    pub name: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    looks: Looks,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
enum Looks {
    /// At each clinic.
    Clinic(fn(Subject<'_, '_>, &mut Diagnostics)),
    /// At the texts of each layer, so that a text is looked at once, however many clinics have it.
    Texts(fn(Texts<'_>, &mut Diagnostics)),
    /// At each clinic, and at each text as its reader sees it.
    Both(fn(Subject<'_, '_>, &mut Diagnostics), fn(&Reading<'_>, &[PhraseHit], &mut Diagnostics)),
    /// At each text as its reader sees it, with where it says any of these.
    Prose(&'static [Saying], fn(&Reading<'_>, &[PhraseHit], &mut Diagnostics)),
    /// At what the texts of a clinic mention: noted once in each text,
    /// held against the data of each clinic that shows it.
    Mentions {
        sayings: &'static [Saying],
        note: fn(&Reading<'_>, &[PhraseHit]) -> Vec<Mention>,
        check: fn(Subject<'_, '_>, &[&Mention], &mut Diagnostics),
    },
    /// At what the whole site says, before it is merged.
    Site(fn(&SiteInput, &mut Diagnostics)),
    /// At each brand, on the grounds of the theme.
    Brand(fn(&Brand, &Grounds, &mut Diagnostics)),
    /// At the names in texts and values, all together.
    Names,
    /// At finished pages, which the audit does.
    Pages,
}

impl Rule {
    /// A rule on finished pages, always an error: the audit looks.
    pub(crate) const fn of_pages(name: &'static str) -> Self {
        Self { name, severity: Severity::Error, looks: Looks::Pages }
    }

    /// A finding at a merged value, with the places that it replaced.
    fn at<T>(&self, value: &Resolved<'_, T>, headline: Message) -> Diagnostic {
        let mut finding = self.at_span(value.origin().span, headline);
        for replaced in value.replaced() {
            finding = finding.with_related(replaced.span, say::replaced_value());
        }
        finding
    }

    /// A finding at a place.
    pub(crate) fn at_span(&self, span: crate::span::Span, headline: Message) -> Diagnostic {
        Diagnostic { severity: self.severity, ..Diagnostic::error(self.name, span, headline) }
    }

    /// Whether its findings come only from the passing of days; then `[levels]` cannot make them errors.
    #[must_use]
    pub fn is_of_days(&self) -> bool {
        rules::OF_DAYS.iter().any(|rule| rule.name == self.name)
    }

    /// The languages in whose texts the rule finds phrases; none if it looks for none.
    pub fn languages(&self) -> impl Iterator<Item = &'static str> {
        prose::languages().filter(|language| texts::finds_phrases(self, language))
    }

    /// Whether some of its phrases are found in a text of any language.
    #[must_use]
    pub fn has_phrases_everywhere(&self) -> bool {
        texts::finds_phrases(self, texts::OTHER)
    }

    /// Whether the rule looks for phrases, and has none for texts in a language.
    #[must_use]
    pub fn is_deaf_to(&self, language: &Language) -> bool {
        self.languages().next().is_some() && !texts::finds_phrases(self, language.as_str())
    }
}

/// The languages that rules have phrases for.
pub fn languages_with_phrases() -> impl Iterator<Item = &'static str> {
    prose::languages()
}

/// All rules, in the order of their names.
#[must_use]
pub fn rules() -> &'static [&'static Rule] {
    rules::RULES
}

/// Checks one clinic with every rule.
pub fn check_clinic<'a>(clinic: &Clinic<'a>, ground: ClinicGround<'_, 'a>, found: &mut Diagnostics) {
    let ClinicGround { config, date, mentions, pinned, tree } = ground;
    let (timetables, rewritten) = (timetables(clinic), rewritten(clinic));
    let before = found.count();
    let subject =
        Subject { clinic, timetables: &timetables, rewritten: &rewritten, config, date, pinned, tree };
    mentions::check_mentions(subject, mentions, found);
    for rule in rules() {
        if let Looks::Clinic(check) | Looks::Both(check, _) = rule.looks {
            check(subject, found);
        }
    }
    Settling { rules: rules(), house: None, config, allowances: &clinic.allowances, date }
        .settle(before, found);
}

/// Checks what a brand says for itself, on the grounds of the theme.
pub fn check_brand(
    brand: &Brand,
    grounds: &Grounds,
    config: &SiteConfig,
    date: Date,
    found: &mut Diagnostics,
) {
    let before = found.count();
    for rule in rules() {
        if let Looks::Brand(check) = rule.looks {
            check(brand, grounds, found);
        }
    }
    Settling { rules: rules(), house: None, config, allowances: &[], date }.settle(before, found);
}

/// Checks what the site says for all clinics.
pub fn check_site(site: &SiteInput, date: Date, found: &mut Diagnostics) {
    let before = found.count();
    for rule in rules() {
        if let Looks::Site(check) = rule.looks {
            check(site, found);
        }
    }
    let allowances: Vec<_> = site.layers().flat_map(|layer| &layer.allowances).collect();
    let config = &site.config;
    Settling { rules: rules(), house: None, config, allowances: &allowances, date }.settle(before, found);
    let expires = config.security_txt_expires;
    if expires.value < date {
        let finding = Diagnostic::warning("security-txt-expired", expires.span, say::security_txt_expired());
        found.push(finding.with_help(say::set_a_later_date()));
    } else if expires.value < date.saturating_add(WARNED_BEFORE.days()) {
        let headline = say::security_txt_expires_soon(&expires.value.to_string());
        let finding = Diagnostic::warning("security-txt-expires-soon", expires.span, headline);
        found.push(finding.with_help(say::set_a_later_date()));
    } else if expires.value > date.saturating_add(1.year()) && expires.value != Date::MAX {
        let headline = say::security_txt_expires_late(&expires.value.to_string());
        let finding = Diagnostic::warning("security-txt-expires-late", expires.span, headline);
        found.push(finding.with_help(say::set_an_earlier_date()));
    }
}
