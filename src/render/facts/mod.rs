//! A clinic's facts in one language.
//!
//! A row whose texts are not all there in the language is written in the first fallback that has them all,
//! and says so in its `lang`.

mod hours;
mod people;
mod processing;

pub(crate) use hours::has_word;

use jiff::civil::Date;

use super::words;
use crate::merge::Clinic;
use crate::model::{
    Address, Arrangement, Country, Language, Merged, Origin, Resolved, SiteConfig, Table, Text,
};
use crate::theme::view::{ClinicData, CountryView, DateView, LinkView, TermView};
use crate::theme::{Strings, Theme};

/// What a row is written with: the language that has all its texts, and that language's words.
#[derive(Clone, Copy)]
struct FactWriter<'w, 'a> {
    clinic: &'w Clinic<'a>,
    /// The page's language and its fallbacks, each with its words.
    chain: &'w [&'w Strings],
}

/// What the pages of a clinic say in `language` on `today`, for what is not a page.
#[must_use]
pub fn clinic_facts(
    clinic: &Clinic<'_>,
    theme: &Theme,
    config: &SiteConfig,
    language: &Language,
    today: Date,
) -> ClinicData {
    let chain = config.chain(language);
    let words: Vec<&Strings> = chain.iter().map(|language| theme.strings(language)).collect();
    clinic_data(clinic, &words, today)
}

/// The facts of a clinic on `today`, in the first language of `chain`, with the others to fall back on.
pub(super) fn clinic_data(clinic: &Clinic<'_>, chain: &[&Strings], today: Date) -> ClinicData {
    let writer = FactWriter { clinic, chain };
    let strings = writer.page();
    let about = &clinic.about;
    let (hours, dates) = (writer.hours(today), writer.dates(today));
    let arrangement = clinic.settings.arrangement.as_ref().filter(|_| clinic.controllers().len() > 1);
    ClinicData {
        controllers: clinic.all_controllers().into_iter().map(|entity| writer.entity(entity)).collect(),
        arrangement: arrangement.map(|arrangement| arrangement.get().word().to_owned()),
        arrangement_summary: arrangement
            .filter(|arrangement| *arrangement.get() == Arrangement::Joint)
            .and(clinic.settings.arrangement_summary.as_ref())
            .map(|summary| writer.text(summary)),
        dpo: writer.dpo(&about.dpo),
        authority: LinkView {
            text: writer.text_within(about.authority.origin(), &["name"], &about.authority.get().name),
            href: about.authority.get().url.to_string(),
        },
        updated: writer.date(about.policy_date.origin(), words::date(*about.policy_date.get(), strings)),
        what_is_new: writer.optional(about.what_is_new.as_ref()),
        what_is_new_lang: about.what_is_new.as_ref().and_then(|text| writer.text_lang(text.get())),
        ask: writer.ask(),
        contacts: writer.rows(&clinic.contacts, FactWriter::contact),
        departments: writer.rows(&clinic.departments, FactWriter::department),
        purposes: writer.rows(&clinic.purposes, FactWriter::purpose),
        processors: writer.rows(&clinic.processors, FactWriter::recipient),
        retention: writer.rows(&clinic.retention, FactWriter::retention),
        cookie_categories: writer.rows(&clinic.cookie_categories, FactWriter::cookie_category),
        laws: writer.rows(&clinic.laws, FactWriter::law),
        glossary: writer.glossary(&hours, &dates),
        hours,
        dates,
    }
}

/// The abbreviations that a clinic's texts may use, in the first language of `chain`,
/// with the others to fall back on.
pub(super) fn clinic_terms(clinic: &Clinic<'_>, chain: &[&Strings]) -> Vec<TermView> {
    FactWriter { clinic, chain }.rows(&clinic.glossary, FactWriter::term)
}

impl<'w, 'a> FactWriter<'w, 'a> {
    /// The words of the page's own language.
    fn page(&self) -> &'w Strings {
        self.chain[0]
    }

    /// The same, for one row: in the first language that has all its texts.
    fn for_row<T: Merged<'a>>(self, row: &T) -> Self {
        let fields = row.fields();
        let has_all = |language: &Language| !fields.iter().any(|field| field.lacks(language));
        let first = self.chain.iter().position(|strings| has_all(&strings.language)).unwrap_or(0);
        Self { chain: &self.chain[first..], ..self }
    }

    /// The row's language, if it is not the page's.
    fn lang(&self, page: &Strings) -> Option<String> {
        let language = &self.page().language;
        (*language != page.language).then(|| language.to_string())
    }

    fn rows<T: Merged<'a>, V>(&self, table: &Table<'a, T>, view: fn(FactWriter<'w, 'a>, &T) -> V) -> Vec<V> {
        table.rows.iter().map(|row| view(*self, row)).collect()
    }

    /// A text in the first language that has it.
    fn text(&self, text: &Resolved<'_, Text>) -> String {
        self.text_within(text.origin(), &[], text.get())
    }

    /// A text that stands below `keys` within the value of `origin`.
    fn text_within(&self, origin: Origin<'_>, keys: &[&str], text: &Text) -> String {
        let languages = self.chain.iter().map(|strings| &strings.language);
        self.page().pen.text(origin.span, keys, text, languages).unwrap_or_default()
    }

    /// What a value of `origin` is in words.
    fn at(&self, origin: Origin<'_>, words: impl Into<String>) -> String {
        self.page().pen.at(origin.span, words.into())
    }

    /// The same for a date.
    fn date(&self, origin: Origin<'_>, date: DateView) -> DateView {
        DateView { text: self.at(origin, date.text), ..date }
    }

    /// The same for an address, line by line; empty if there is none.
    fn address(&self, address: Option<&Resolved<'_, Address>>) -> Vec<String> {
        let lines = address.map(|address| (address.origin(), words::address(address.get(), self.page())));
        lines
            .into_iter()
            .flat_map(|(origin, lines)| lines.into_iter().map(move |line| self.at(origin, line)))
            .collect()
    }

    /// The language that a text is written in, if it is not the page's.
    fn text_lang(&self, text: &Text) -> Option<String> {
        let written = self.chain.iter().find(|strings| text.in_language(&strings.language).is_some())?;
        let language = &written.language;
        (*language != self.page().language).then(|| language.to_string())
    }

    fn optional(&self, text: Option<&Resolved<'_, Text>>) -> Option<String> {
        text.map(|text| self.text(text))
    }

    fn country(&self, country: &Resolved<'_, Country>) -> CountryView {
        let (origin, country) = (country.origin(), *country.get());
        let name = self.at(origin, self.page().country(country));
        CountryView { code: country.code().to_owned(), name, in_eea: country.in_eea() }
    }
}
