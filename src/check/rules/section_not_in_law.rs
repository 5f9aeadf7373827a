//! A section that the act does not have: in a text, and in the data.

use std::ops::Range;

use super::law_wrong_for_purpose;
use crate::check::prose::{PhraseHit, TextBlock};
use crate::check::{Looks, Mention, Reading, Rule, Subject};
use crate::diagnostic::{Diagnostics, Severity, catalogue::prose as say};
use crate::model::Id;
use crate::span::Span;

pub(super) static RULE: Rule = Rule {
    name: "section-not-in-law",
    severity: Severity::Warning,
    looks: Looks::Mentions { sayings: &[], note, check },
};

/// How an act counts its sections, with a number that none of them reaches.
#[derive(Clone, Copy)]
enum SectionNumbers {
    /// From the first to the last: `§ 39`.
    Through(u32),
    /// Anew in each chapter, of which there are fewer: `§ 5-1`.
    ByChapter(u32),
}

/// The acts that clinics name, by the lists of their names, which end with their numbers.
/// The ends are a little above the last section, as of 2026.
const ACTS: [(&str, SectionNumbers); 11] = [
    ("laws.LOV-2018-06-15-38", SectionNumbers::Through(36)),
    ("laws.LOV-2014-06-20-42", SectionNumbers::Through(40)),
    ("laws.LOV-2014-06-20-43", SectionNumbers::Through(40)),
    ("laws.LOV-1999-07-02-64", SectionNumbers::Through(80)),
    ("laws.LOV-1999-07-02-63", SectionNumbers::ByChapter(10)),
    ("laws.LOV-1999-07-02-61", SectionNumbers::ByChapter(10)),
    ("laws.LOV-2009-01-09-2", SectionNumbers::Through(55)),
    ("laws.LOV-2004-11-19-73", SectionNumbers::Through(20)),
    ("laws.LOV-1998-07-17-56", SectionNumbers::ByChapter(13)),
    ("laws.LOV-2024-12-13-76", SectionNumbers::ByChapter(22)),
    ("laws.LOV-2003-05-23-35", SectionNumbers::Through(35)),
];

impl SectionNumbers {
    fn has(self, section: &str) -> bool {
        let (first, second) = section.split_once('-').map_or((section, None), |(a, b)| (a, Some(b)));
        let Ok(first) = first.parse::<u32>() else { return true };
        match (self, second) {
            (Self::Through(end), None) | (Self::ByChapter(end), Some(_)) => (1..end).contains(&first),
            _ => false,
        }
    }
}

fn lacks(act: &str, section: &str) -> bool {
    ACTS.iter().any(|(list, sections)| list.strip_prefix("laws.") == Some(act) && !sections.has(section))
}

/// The numbers of the sections behind a sign for them, each `39` or `5-1`: of `§§ 8 og 25`, both.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|sign: char| !sign.is_ascii_digit() && sign != '-');
    parts.map(|part| part.trim_matches('-')).filter(|part| !part.is_empty())
}

/// What the parts of an act are called, and those of the regulation.
const SECTIONS: &[&str] = &["§§", "§", "section"];
const ARTICLES: &[&str] = &["artikkel", "article", "art."];

/// The last article of the regulation is 99.
const REGULATION: SectionNumbers = SectionNumbers::Through(100);

/// What is named right behind or before the name of an act: `helsepersonelloven § 39`, `section 39 of the …`.
fn named_beside(block: &TextBlock, law: &Range<usize>, signs: &[&str]) -> Option<Range<usize>> {
    let digits =
        |text: &str| text.find(|sign: char| !sign.is_ascii_digit() && sign != '-').unwrap_or(text.len());
    let behind = &block.folded[law.end..];
    let sign = signs.iter().find(|sign| behind.trim_start().starts_with(**sign));
    if let Some(sign) = sign {
        let start = law.end + behind.find(sign)? + sign.len();
        let start = start + (block.folded[start..].len() - block.folded[start..].trim_start().len());
        let end = start + digits(&block.folded[start..]);
        return (end > start).then_some(start..end);
    }
    let before = block.folded[..law.start].trim_end().trim_end_matches("the").trim_end();
    let before = before.strip_suffix("of").or_else(|| before.strip_suffix(" i"))?.trim_end();
    let start = before.rfind(|sign: char| !sign.is_ascii_digit() && sign != '-').map_or(0, |at| at + 1);
    let is_section = signs.iter().any(|sign| before[..start].trim_end().ends_with(sign));
    (is_section && start < before.len()).then_some(start..before.len())
}

fn note(reading: &Reading<'_>, _: &[PhraseHit]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let acts = ACTS.iter().map(|(list, sections)| (&law_wrong_for_purpose::RULE, *list, *sections, SECTIONS));
    for (rule, list, sections, signs) in acts.chain([(&RULE, "regulation", REGULATION, ARTICLES)]) {
        for (index, place) in reading.places(rule, list) {
            let block = &reading.blocks[index];
            let Some(section) = named_beside(block, place, signs) else { continue };
            let written = block.text[section.clone()].trim_end_matches('-');
            if !sections.has(written) {
                let what = format!("{written}:{}", &block.text[place.clone()]);
                mentions.push(Mention { span: reading.span(block, &section), what });
            }
        }
    }
    mentions
}

fn check(subject: Subject<'_, '_>, mentions: &[&Mention], found: &mut Diagnostics) {
    for mention in mentions {
        if let Some((section, law)) = mention.what.split_once(':') {
            report(section, law, mention.span, found);
        }
    }
    let clinic = subject.clinic;
    let mut judge = |law: &Id, section: &str, span: Span| {
        let Some(act) = clinic.laws.get(law.as_str()).map(|law| law.number.get().as_str()) else { return };
        if section.starts_with(|sign: char| sign.is_ascii_digit()) && act.starts_with("LOV-") {
            let finding = RULE.at_span(span, say::section_without_sign(section));
            found.push(finding.with_help(say::write_the_sign(section)));
        } else if section.starts_with('§')
            && let Some(number) = numbers(section).next().filter(|number| lacks(act, number))
        {
            report(number, law.as_str(), span, found);
        }
    };
    for basis in clinic.purposes.rows.iter().flat_map(|purpose| purpose.bases.get()) {
        if let (Some(law), Some(section)) = (&basis.value.law, &basis.value.section) {
            judge(&law.value, section, law.span);
        }
    }
    for rule in &clinic.retention.rows {
        if let (Some(law), Some(section)) = (&rule.law, &rule.section) {
            judge(law.get(), section.get().as_str(), section.origin().span);
        }
    }
}

fn report(section: &str, law: &str, span: Span, found: &mut Diagnostics) {
    let finding = RULE.at_span(span, say::section_not_in_law(section, law));
    found.push(finding.with_help(say::look_up_the_section()));
}
