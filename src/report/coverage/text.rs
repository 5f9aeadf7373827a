use super::{CoverageInput, STATES, heading, meaning, sign};
use crate::check::{Cell, Coverage, Item, State};
use crate::diagnostic::catalogue::coverage as say;
use crate::report::harmless;

/// A clinic's name is cut where it is longer.
const LONGEST_NAME: usize = 22;

/// A column of the table: two spaces and a sign.
const COLUMN: usize = 3;

/// The answers as a table, with a legend and with what is missing in words; where `columns` are too few, as a list.
#[must_use]
pub fn coverage_text(input: &CoverageInput<'_>, columns: usize) -> String {
    if input.clinics.is_empty() {
        return format!("{}\n", say::no_clinics().in_language(input.language));
    }
    let rows: Vec<String> = input.clinics.iter().map(name).collect();
    let width = rows.iter().map(|row| row.chars().count()).max().unwrap_or(0);
    let needed = width + COLUMN * Item::ALL.len() + GAPS;
    let mut text = if needed <= columns { table(input, &rows, width) } else { list(input, &rows) };
    let legend =
        STATES.map(|state| format!("{} {}", sign(state), meaning(state).in_language(input.language)));
    text.push_str(&format!("\n{}\n", legend.join("   ")));
    text.push_str(&gaps(input, &rows));
    text
}

/// The spaces between the articles.
const GAPS: usize = 8;

fn name(covered: &Coverage) -> String {
    let name = harmless(&covered.name);
    let short: String = if name.chars().count() > LONGEST_NAME {
        name.chars().take(LONGEST_NAME - 1).chain(['…']).collect()
    } else {
        name
    };
    format!("{short} {}", covered.language.as_str())
}

/// An article and its paragraph, and below it the letters of its points.
fn table(input: &CoverageInput<'_>, rows: &[String], width: usize) -> String {
    let (mut articles, mut points) = (" ".repeat(width), " ".repeat(width));
    let mut last = String::new();
    for item in Item::ALL {
        let heading = heading(item, input.language);
        let (article, point) = split(&heading);
        let gap = if article == last { "" } else { "  " };
        if article != last {
            let reached = points.chars().count() + gap.len() + 2;
            let filled = articles.chars().count();
            articles.push_str(&" ".repeat(reached.saturating_sub(filled).max(1)));
            articles.push_str(&article);
        }
        points.push_str(&format!("{gap}  {point}"));
        last = article;
    }
    let mut text = format!("{}\n{}\n", articles.trim_end(), points.trim_end());
    for (row, covered) in rows.iter().zip(input.clinics) {
        let mut line = format!("{row:width$}");
        last = String::new();
        for cell in &covered.cells {
            let (article, _) = split(&heading(cell.item, input.language));
            let gap = if article == last { "" } else { "  " };
            line.push_str(&format!("{gap}  {}", sign(cell.state)));
            last = article;
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// `13(1)(c)` into `13(1)` and `c`; what has no point stands alone.
fn split(heading: &str) -> (String, String) {
    match heading.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((article, point)) if point.chars().all(char::is_alphabetic) => {
            (article.to_owned(), point.to_owned())
        }
        _ => (heading.to_owned(), " ".to_owned()),
    }
}

fn list(input: &CoverageInput<'_>, rows: &[String]) -> String {
    let mut text = String::new();
    for (row, covered) in rows.iter().zip(input.clinics) {
        let gap = if text.is_empty() { "" } else { "\n" };
        text.push_str(&format!("{gap}{row}\n"));
        for cell in &covered.cells {
            text.push_str(&format!("{} {}\n", sign(cell.state), called(cell, input)));
        }
    }
    text
}

fn called(cell: &Cell, input: &CoverageInput<'_>) -> String {
    let title = cell.item.title();
    format!("{:8}  {}", heading(cell.item, input.language), title.in_language(input.language))
}

/// What is missing, or answered in part, with the places that lack it.
fn gaps(input: &CoverageInput<'_>, rows: &[String]) -> String {
    let mut text = String::new();
    for (row, covered) in rows.iter().zip(input.clinics) {
        let gaps = covered.cells.iter().filter(|cell| matches!(cell.state, State::Partial | State::Missing));
        for (index, cell) in gaps.enumerate() {
            if index == 0 {
                text.push_str(&format!("\n{row}\n"));
            }
            text.push_str(&format!("{} {}", sign(cell.state), called(cell, input)));
            if let Some(why) = &cell.why {
                text.push_str(&format!(": {}", harmless(why.in_language(input.language))));
            }
            text.push('\n');
            for answer in &cell.lacking {
                text.push_str(&format!("            {}  {}\n", answer.key, input.tree.place(answer.span)));
            }
        }
    }
    text
}
