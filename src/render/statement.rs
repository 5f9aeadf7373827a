//! The sections of a document and the notices of a page.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::abbreviations::{Abbreviations, LeadsTo};
use super::address::PagePath;
use super::fill::{Surroundings, fill};
use super::finished_file::ShownText;
use super::placeholder::Facts;
use super::site_map::SiteMap;
use super::words;
use crate::diagnostic::Diagnostics;
use crate::merge::{ComposedDocument, PlacedNotice, Section};
use crate::model::{Language, NoticeEnd, NoticeLevel, PartialDate, Resolved, Text};
use crate::theme::Strings;
use crate::theme::view::{DateView, Html, NoticeTitle, NoticeView, Ready, SectionView, TermView, TextPart};

/// What the texts of one page are written with.
#[derive(Clone, Copy)]
pub(super) struct StatementTexts<'t, 'a> {
    /// What placeholders are looked up in, for each clinic of the page.
    pub facts: &'t [Facts<'t, 'a>],
    /// Where links lead.
    pub map: SiteMap<'t, 'a>,
    /// The page.
    pub page: &'t PagePath,
    /// The page's language and its fallbacks.
    pub chain: &'t [Language],
    /// The theme's texts.
    pub strings: &'t Strings,
    /// The abbreviations that the texts may use.
    pub terms: &'t [TermView],
}

/// What the texts of one page show.
#[derive(Default)]
pub(super) struct ShownTexts {
    /// The texts, in the order of reading.
    pub texts: Vec<ShownText>,
    /// The ids of the abbreviations that they use.
    pub terms: BTreeSet<String>,
}

impl ShownTexts {
    /// The HTML of a text, which the page shows.
    fn html(&mut self, text: ShownText) -> Ready<Html> {
        let html = Ready::html(&text.html);
        self.texts.push(text);
        html
    }
}

impl<'a> StatementTexts<'_, 'a> {
    fn place<'p>(&'p self, anchor: &'p str, level: usize) -> Surroundings<'p, 'a> {
        Surroundings { facts: self.facts, map: self.map, page: self.page, anchor, level }
    }

    fn abbreviations(&self, leads_to: LeadsTo) -> Abbreviations<'_> {
        Abbreviations::new(self.terms, self.map.language.as_str(), leads_to, &self.strings.pen)
    }

    /// The language, if it is not the page's.
    fn lang(&self, language: &Language) -> Option<String> {
        (language != self.map.language).then(|| language.to_string())
    }

    /// The sections of a document; what they show, and the ids of the abbreviations that their texts use,
    /// go to `shown`.
    pub(super) fn sections(
        &self,
        composed: &ComposedDocument<'a>,
        shown: &mut ShownTexts,
        found: &mut Diagnostics,
    ) -> Vec<SectionView> {
        composed.sections.iter().filter_map(|section| self.section(section, shown, found)).collect()
    }

    fn section(
        &self,
        section: &Section<'a>,
        shown: &mut ShownTexts,
        found: &mut Diagnostics,
    ) -> Option<SectionView> {
        let clause = &self.map.clinic.clauses[section.id];
        let text = clause.compose(self.chain)?;
        let level = section.number.len() + 1;
        let place = self.place(section.id.as_str(), level);
        let mut abbreviations = self.abbreviations(LeadsTo::List);
        let parts = text.parts.iter().map(|part| {
            let lang = self.lang(part.language);
            let text = abbreviations.mark(fill(part.text, &place, found), lang.as_deref());
            TextPart { html: shown.html(text), lang }
        });
        let parts = parts.collect();
        shown.terms.extend(abbreviations.marked().map(|term| term.id.clone()));
        Some(SectionView {
            id: section.id.to_string(),
            number: section.number.iter().map(ToString::to_string).collect::<Vec<_>>().join("."),
            depth: section.number.len(),
            level,
            title: self.strings.pen.at(text.title.span, text.title.text.to_owned()),
            title_lang: self.lang(text.title.language),
            parts,
            table: clause.table.as_ref().map(|table| table.get().word().to_owned()),
        })
    }

    /// The notices of a page on `date`, the most pressing first, then those that began last.
    pub(super) fn notices(
        &self,
        page_id: &str,
        date: Date,
        shown: &mut ShownTexts,
        found: &mut Diagnostics,
    ) -> Vec<NoticeView> {
        // What is wrong with a notice for later is told now, and not on the day on which it is needed.
        for (placed, facts) in self.notices_on(page_id) {
            if placed.notice.from.as_ref().is_some_and(|from| from.value.0 > date) {
                self.notice(&placed, &facts, true, found);
            }
        }
        let notices = self.todays(page_id, date);
        let views = notices.iter().filter_map(|(placed, facts)| {
            let alone = notices.iter().filter(|(other, _)| other.id == placed.id).count() == 1;
            let (view, text) = self.notice(placed, facts, alone, found)?;
            Some(NoticeView {
                parts: vec![TextPart { html: shown.html(text), lang: view.title_lang.clone() }],
                ..view
            })
        });
        views.collect()
    }

    /// The titles of the notices of a page on `date`, in the order of [`notices`](Self::notices).
    pub(super) fn notice_titles(&self, page_id: &str, date: Date) -> Vec<NoticeTitle> {
        let notices = self.todays(page_id, date);
        let titles = notices.iter().filter_map(|(placed, _)| {
            let (language, text) = placed.notice.texts.first_of(self.chain)?;
            let title = text.title.as_ref()?;
            Some(NoticeTitle {
                text: self.strings.pen.at(title.span, title.value.clone()),
                lang: self.lang(language),
            })
        });
        titles.collect()
    }

    /// The notices of a page on `date`, the most pressing first, then those that began last.
    fn todays(&self, page_id: &str, date: Date) -> Vec<(PlacedNotice<'a>, Vec<Facts<'_, 'a>>)> {
        let mut notices = self.notices_on(page_id);
        notices.retain(|(placed, _)| placed.notice.is_shown_on(date));
        notices.sort_by_key(|(placed, _)| {
            let from = placed.notice.from.as_ref().map(|from| from.value);
            (std::cmp::Reverse((level(placed), from)), placed.id)
        });
        notices
    }

    /// The notices that a page has on some day, each once, with the facts of the clinics that have it.
    fn notices_on(&self, page_id: &str) -> Vec<(PlacedNotice<'a>, Vec<Facts<'_, 'a>>)> {
        let mut all: Vec<(PlacedNotice<'a>, Vec<Facts<'_, 'a>>)> = Vec::new();
        for facts in self.facts {
            let is_on = |placed: &&PlacedNotice<'_>| {
                let notice = placed.notice;
                notice.is_for(&self.map.brand.id) && facts.clinic.has_notice_on(page_id, notice)
            };
            for placed in facts.clinic.notices.iter().filter(is_on) {
                match all.iter_mut().find(|(known, _)| known.notice.span == placed.notice.span) {
                    Some((_, clinics)) => clinics.push(*facts),
                    None => all.push((*placed, vec![*facts])),
                }
            }
        }
        all
    }

    /// A notice for the clinics whose facts are given; `alone` if no other notice of the page has its id.
    fn notice(
        &self,
        placed: &PlacedNotice<'a>,
        facts: &[Facts<'_, 'a>],
        alone: bool,
        found: &mut Diagnostics,
    ) -> Option<(NoticeView, ShownText)> {
        let (language, text) = placed.notice.texts.first_of(self.chain)?;
        let anchor = match facts.first() {
            Some(facts) if !alone => format!("notice-{}-{}", placed.id, facts.clinic.id),
            _ => format!("notice-{}", placed.id),
        };
        let lang = self.lang(language);
        let mut abbreviations = self.abbreviations(LeadsTo::Nowhere);
        let filled = fill(&text.body, &Surroundings { facts, ..self.place(&anchor, 2) }, found);
        let filled = abbreviations.mark(filled, lang.as_deref());
        let until = placed.notice.until.as_ref().and_then(|until| match until.value {
            NoticeEnd::On(date) => {
                let DateView { iso, text } = words::date(PartialDate::Day(date), self.strings);
                Some(DateView { iso, text: self.strings.pen.at(until.span, text) })
            }
            NoticeEnd::Never => None,
        });
        let name = |facts: &Facts<'_, 'a>| self.shown(&facts.clinic.settings.name).unwrap_or_default();
        let for_all = facts.len() == self.facts.len();
        let view = NoticeView {
            id: anchor,
            level: level(placed).word().to_owned(),
            title: text.title.as_ref().map(|title| self.strings.pen.at(title.span, title.value.clone()))?,
            title_lang: lang,
            parts: Vec::new(),
            terms: abbreviations.marked().cloned().collect(),
            departments: self.department_names(placed),
            until,
            clinics: if for_all { Vec::new() } else { facts.iter().map(name).collect() },
        };
        Some((view, filled))
    }

    fn department_names(&self, placed: &PlacedNotice<'a>) -> Vec<String> {
        let ids = placed.notice.departments.iter().flat_map(|departments| &departments.value);
        let departments = ids.filter_map(|id| self.map.clinic.departments.get(id.as_str()));
        departments.filter_map(|department| self.shown(&department.name)).collect()
    }

    /// A text of the content in the first language that has it.
    fn shown(&self, text: &Resolved<'_, Text>) -> Option<String> {
        self.strings.pen.text(text.origin().span, &[], text.get(), self.chain)
    }
}

fn level(placed: &PlacedNotice<'_>) -> NoticeLevel {
    placed.notice.level.as_ref().map_or(NoticeLevel::Info, |level| level.value)
}
