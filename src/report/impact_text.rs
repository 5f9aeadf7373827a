use super::draw::harmless;
use super::impact::{HiddenClinic, ImpactAnswer, ImpactPlace, ShieldedClinic};
use crate::diagnostic::catalogue::{cli, impact as say};
use crate::diagnostic::{Message, MessageLanguage};

/// How many names stand in one list, and how many places.
const MOST_NAMES: usize = 40;

/// The answer as people read it in a terminal.
#[must_use]
pub fn impact_text(answer: &ImpactAnswer, language: MessageLanguage) -> String {
    let words = |message: &Message| message.in_language(language).to_owned();
    let mut text = format!("{}\n", harmless(&answer.asked));
    text.push_str(&places(answer, language));
    let (brands, clinics) = (answer.brands.len(), answer.clinics.len());
    let counted = say::seen_on(brands, answer.all_brands, clinics, answer.all_clinics);
    let seen = if brands == 0 { say::seen_nowhere() } else { counted };
    text.push_str(&format!("\n{}\n", words(&seen)));
    if brands > 0 {
        let lists = [(say::brands(), &answer.brands), (say::clinics(), &answer.clinics)];
        let width = lists.iter().map(|(name, _)| words(name).chars().count()).max().unwrap_or(0);
        for (name, ids) in lists.iter().filter(|(_, ids)| !ids.is_empty()) {
            let name = words(name);
            text.push_str(&format!("  {name:width$}  {}\n", listed(ids, language)));
        }
    }
    let clinics_of = |names: Vec<Option<&str>>| {
        let mut names: Vec<Option<&str>> = names;
        names.dedup();
        names.len()
    };
    if !answer.shielded.is_empty() {
        let count = clinics_of(answer.shielded.iter().map(|one| one.clinic.as_deref()).collect());
        text.push_str(&format!("\n{}\n", words(&say::shielded(count))));
        let several = answer.places.iter().any(|place| place.key != answer.places[0].key);
        let rows: Vec<_> = answer.shielded.iter().map(|one| shielded_row(one, several, language)).collect();
        text.push_str(&table(&rows, language));
    }
    if !answer.hidden.is_empty() {
        let count = clinics_of(answer.hidden.iter().map(|one| Some(one.clinic.as_str())).collect());
        text.push_str(&format!("\n{}\n", words(&say::hidden(count))));
        let several = answer.places.iter().any(|place| place.key != answer.places[0].key);
        let rows: Vec<_> = answer.hidden.iter().map(|one| hidden_row(one, several, language)).collect();
        text.push_str(&table(&rows, language));
    }
    text
}

fn places(answer: &ImpactAnswer, language: MessageLanguage) -> String {
    let layer = |place: &ImpactPlace| layer(&place.layer).in_language(language).to_owned();
    let shown = &answer.places[..answer.places.len().min(MOST_NAMES)];
    let width = shown.iter().map(|place| layer(place).chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for place in shown {
        let layer = layer(place);
        text.push_str(&format!("  {layer:width$}  {}:{}\n", harmless(&place.path), place.line));
        text.push_str(&format!("    {}\n", place.text));
    }
    if answer.places.len() > shown.len() {
        let more = say::and_more_places(answer.places.len() - shown.len());
        text.push_str(&format!("  {}\n", more.in_language(language)));
    }
    text
}

fn shielded_row(shielded: &ShieldedClinic, with_key: bool, language: MessageLanguage) -> Vec<String> {
    let how = match shielded.action {
        "omits" => cli::action_omits(),
        "removes" => cli::action_removes(),
        _ => cli::action_replaces(),
    };
    vec![
        shielded.clinic.clone().unwrap_or_else(|| say::all_clinics().in_language(language).to_owned()),
        if with_key { shielded.key.clone() } else { String::new() },
        how.in_language(language).to_owned(),
        layer(&shielded.layer).in_language(language).to_owned(),
        format!("{}:{}", shielded.path, shielded.line),
    ]
}

fn hidden_row(hidden: &HiddenClinic, with_key: bool, language: MessageLanguage) -> Vec<String> {
    let why = match hidden.why {
        "condition" => say::by_condition(),
        "list" => say::by_list(),
        "days" => say::by_days(),
        "language" => say::by_language(),
        "brand" => say::by_brand(),
        _ => say::by_nothing(),
    };
    let place = hidden.path.as_ref().zip(hidden.line).map(|(path, line)| format!("{path}:{line}"));
    vec![
        hidden.clinic.clone(),
        if with_key { hidden.key.clone() } else { String::new() },
        why.in_language(language).to_owned(),
        place.unwrap_or_default(),
    ]
}

/// Rows with their columns below one another; a column without a word is left out.
fn table(rows: &[Vec<String>], language: MessageLanguage) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows.iter().take(MOST_NAMES) {
        let cells = row.iter().zip(&widths).filter(|(_, width)| **width > 0);
        let cells: Vec<String> = cells.map(|(cell, width)| format!("{:width$}", harmless(cell))).collect();
        text.push_str(&format!("  {}\n", cells.join("  ").trim_end()));
    }
    if rows.len() > MOST_NAMES {
        text.push_str(&format!("  {}\n", say::and_more(rows.len() - MOST_NAMES).in_language(language)));
    }
    text
}

fn listed(ids: &[String], language: MessageLanguage) -> String {
    let shown = ids[..ids.len().min(MOST_NAMES)].join(", ");
    match ids.len().checked_sub(MOST_NAMES) {
        None | Some(0) => shown,
        Some(more) => format!("{shown} {}", say::and_more(more).in_language(language)),
    }
}

fn layer(layer: &str) -> Message {
    match layer.split_once(' ') {
        Some(("profile", id)) => cli::layer_profile(id),
        Some((_, id)) => cli::layer_clinic(id),
        None => match layer {
            "brand" => say::layer_brand(),
            "theme" => say::layer_theme(),
            "site" => say::layer_site(),
            _ => cli::layer_group(),
        },
    }
}
