use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;
use super::pen::Pen;
use super::view::Ready;
use crate::diagnostic::catalogue::content::{control_character, write_a_text};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue::render as say};
use crate::model::reader::listed;
use crate::model::{Country, Holiday, Language, Node, NodeKind};

/// The texts of a theme in one language: `strings/<language>.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Strings {
    /// The language.
    pub language: Language,
    texts: BTreeMap<String, String>,
    months: Vec<String>,
    weekdays: Vec<String>,
    names: Names,
    /// What the pages in this language are written with.
    pub pen: Pen,
    shown: Ready<BTreeMap<String, String>>,
}

/// A piece of a text that has places to be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StringPiece<'s> {
    /// Words of the text itself.
    Text(&'s str),
    /// The place of a value, by its index among the names.
    Value(usize),
}

/// The texts that the program itself uses; templates may use more.
const NEEDED: &str = "\
    language_name date month day day_month date_range weekday_date one_week some_weeks \
    weekdays_in_weeks weekdays_between days_one days_many draft example weeks_one weeks_many months_one \
    months_many years_one years_many retention_from or_earlier basis_a basis_b basis_c basis_d \
    basis_e basis_f condition_a condition_b condition_c condition_d condition_e condition_f \
    condition_g condition_h condition_i condition_j role_processor role_recipient \
    role_joint_controller safeguard_adequacy_decision safeguard_standard_contractual_clauses \
    safeguard_binding_corporate_rules safeguard_explicit_consent channel_visit channel_phone \
    channel_email channel_booking department_channel closed by_appointment clock interval \
    interval_more weekday_range list_and offered_period offered_days offered_day \
    not_offered_period not_offered_days not_offered_day not_given front_title page_title \
    front_description list_description clinics_heading not_found_title not_found_description po_box right_access \
    right_access_title right_access_how right_rectification right_rectification_title \
    right_rectification_how right_erasure right_erasure_title right_erasure_how \
    right_restriction right_restriction_title right_restriction_how right_objection \
    right_objection_title right_objection_how right_portability right_portability_title \
    right_portability_how right_withdrawal right_withdrawal_title right_withdrawal_how \
    right_subject";

impl Strings {
    /// Reads one file of strings; a needed text that is missing is reported at the file.
    ///
    /// `keys` are the texts that the theme has in any language:
    /// one that has them all in one language lacks none in another.
    pub(crate) fn read(
        language: Language,
        root: &Node,
        keys: &BTreeSet<String>,
        found: &mut Diagnostics,
    ) -> Option<Self> {
        let NodeKind::Table(entries) = &root.kind else { return None };
        let (mut texts, mut months, mut weekdays) = (BTreeMap::new(), Vec::new(), Vec::new());
        let mut names = Names::new(root.span);
        report_controls(root, found);
        for entry in entries {
            match (&entry.value.kind, entry.key.value.as_str()) {
                (NodeKind::Text(text), key) => drop(texts.insert(key.to_owned(), text.clone())),
                (NodeKind::List(nodes), "months") => months = lines(nodes),
                (NodeKind::List(nodes), "weekdays") => weekdays = lines(nodes),
                (NodeKind::Table(entries), "countries") => names.read_countries(entries, found),
                (NodeKind::Table(entries), "holidays") => names.read_holidays(entries, found),
                (_, key) => {
                    let error =
                        Diagnostic::error("wrong-type", entry.value.span, say::string_is_no_text(key));
                    found.push(error.with_help(write_a_text()));
                    // It is there, whatever it is: that is one fault, and not two.
                    texts.insert(key.to_owned(), String::new());
                }
            }
        }
        let needed: BTreeSet<&str> = NEEDED.split(' ').chain(keys.iter().map(String::as_str)).collect();
        let mut lacking: Vec<&str> = needed.into_iter().filter(|key| !texts.contains_key(*key)).collect();
        lacking.extend((months.len() != 12).then_some("months"));
        lacking.extend((weekdays.len() != 7).then_some("weekdays"));
        if !lacking.is_empty() {
            let headline = say::strings_are_missing(&listed(&lacking));
            found.push(Diagnostic::error("missing-string", root.span, headline));
        }
        let (shown, pen) = (Ready::new(&texts), Pen::default());
        lacking.is_empty().then_some(Self { language, texts, months, weekdays, names, pen, shown })
    }

    /// The same texts, shown with the marks of another pen.
    pub(crate) fn written_with(self, pen: Pen) -> Self {
        let marked = |(key, text): (&String, &String)| (key.clone(), pen.string(key, text));
        let shown: BTreeMap<String, String> = self.texts.iter().map(marked).collect();
        Self { shown: Ready::new(&shown), pen, ..self }
    }

    /// The text called `key`, as words of its own on a page.
    pub(crate) fn say(&self, key: &str) -> String {
        self.pen.string(key, self.get(key))
    }

    /// The text called `key` with `{name}`s replaced, as a sentence of its own on a page.
    pub(crate) fn say_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.pen.string(key, &self.fill(key, values))
    }

    /// The text called `key`; the check at reading makes sure that all needed ones are there.
    pub(crate) fn get(&self, key: &str) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    /// The text called `key` with `{name}`s replaced.
    pub(crate) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
        let words = |piece: StringPiece<'_>| match piece {
            StringPiece::Text(text) => text.to_owned(),
            StringPiece::Value(index) => values[index].1.to_owned(),
        };
        self.pieces(key, &names).into_iter().map(words).collect()
    }

    /// The text called `key`, cut at the `{name}`s that are among `names`.
    pub(crate) fn pieces(&self, key: &str, names: &[&str]) -> Vec<StringPiece<'_>> {
        let (text, mut written, mut pieces) = (self.get(key), 0, Vec::new());
        for (open, _) in text.match_indices('{') {
            let stands_here = |name: &&str| {
                text[open + 1..].strip_prefix(*name).is_some_and(|after| after.starts_with('}'))
            };
            if let Some(index) = names.iter().position(stands_here) {
                pieces.extend([StringPiece::Text(&text[written..open]), StringPiece::Value(index)]);
                written = open + names[index].len() + 2;
            }
        }
        pieces.push(StringPiece::Text(&text[written..]));
        pieces
    }

    /// `a, b og c`
    pub(crate) fn list(&self, words: &[String]) -> String {
        match words {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{}{}{last}", first.join(", "), self.get("list_and")),
        }
    }

    /// The name of a month, 1 to 12.
    pub(crate) fn month(&self, month: i8) -> &str {
        usize::try_from(month - 1).ok().and_then(|index| self.months.get(index)).map_or("", String::as_str)
    }

    /// The name of a weekday, 0 for Monday.
    pub(crate) fn weekday(&self, index: usize) -> &str {
        self.weekdays.get(index).map_or("", String::as_str)
    }

    /// The name of a country.
    pub(crate) fn country(&self, country: Country) -> &str {
        self.names.country(country, &self.language)
    }

    /// The name of a holiday, within a sentence.
    pub(crate) fn holiday(&self, holiday: Holiday) -> &str {
        self.names.holiday(holiday, &self.language)
    }

    /// Reports those of these countries and holidays that have no name in this language.
    pub(crate) fn check_names(
        &self,
        countries: &BTreeSet<Country>,
        holidays: &BTreeSet<Holiday>,
        found: &mut Diagnostics,
    ) {
        self.names.check(countries, holidays, &self.language, found);
    }

    /// All texts, for templates.
    pub(crate) fn texts(&self) -> Ready<BTreeMap<String, String>> {
        self.shown.clone()
    }
}

/// Says which texts have signs that no page may have, as content may not.
fn report_controls(node: &Node, found: &mut Diagnostics) {
    match &node.kind {
        NodeKind::Text(text) => {
            if let Some(sign) = text.chars().find(|letter| letter.is_control() && *letter != '\n') {
                let headline = control_character(&sign.escape_unicode().to_string());
                found.push(Diagnostic::error("invalid-value", node.span, headline));
            }
        }
        NodeKind::List(nodes) => nodes.iter().for_each(|node| report_controls(node, found)),
        NodeKind::Table(entries) => entries.iter().for_each(|entry| report_controls(&entry.value, found)),
        NodeKind::Number(_) | NodeKind::Boolean(_) | NodeKind::Date(_) => {}
    }
}

fn lines(nodes: &[Node]) -> Vec<String> {
    let text = |node: &Node| match &node.kind {
        NodeKind::Text(text) => Some(text.clone()),
        _ => None,
    };
    nodes.iter().filter_map(text).collect()
}
