use super::{CoverageInput, STATES, heading, meaning, sign};
use crate::check::{Cell, Coverage, Item, State};
use crate::diagnostic::catalogue::coverage as say;
use crate::report::harmless;

/// A clinic's name is cut if it is longer.
const LONGEST_NAME: usize = 22;

/// The answers as a table, with a legend and with what is missing in words;
/// or as a list if `columns` are too few.
#[must_use]
pub fn coverage_text(input: &CoverageInput<'_>, columns: usize) -> String {
    if input.clinics.is_empty() {
        return format!("{}\n", say::no_clinics().in_language(input.language));
    }
    let rows: Vec<String> = input.clinics.iter().map(name).collect();
    let width = rows.iter().map(|row| row.chars().count()).max().unwrap_or(0);
    let groups = groups(input);
    let needed = width + groups.iter().map(|group| group.width() + 2).sum::<usize>();
    let mut text = if needed <= columns { table(input, &groups, &rows, width) } else { list(input, &rows) };
    let legend =
        STATES.map(|state| format!("{} {}", sign(state), meaning(state).in_language(input.language)));
    text.push_str(&format!("\n{}\n", legend.join("   ")));
    text.push_str(&gaps(input, &rows));
    text
}

fn name(covered: &Coverage) -> String {
    let name = harmless(&covered.name);
    let short: String = if name.chars().count() > LONGEST_NAME {
        name.chars().take(LONGEST_NAME - 1).chain(['…']).collect()
    } else {
        name
    };
    format!("{short} {}", covered.language.as_str())
}

/// The items of one paragraph of an article: its name, and the letters of its points.
struct Group {
    article: String,
    points: Vec<String>,
}

impl Group {
    fn width(&self) -> usize {
        self.article.chars().count().max(self.points.len() * 2 - 1)
    }
}

fn groups(input: &CoverageInput<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for item in Item::ALL {
        let (article, point) = split(&heading(item, input.language));
        match groups.last_mut().filter(|group| group.article == article) {
            Some(group) => group.points.push(point),
            None => groups.push(Group { article, points: vec![point] }),
        }
    }
    groups
}

/// An article and its paragraph, and below it the letters of its points.
fn table(input: &CoverageInput<'_>, groups: &[Group], rows: &[String], width: usize) -> String {
    let line = |name: &str, of_group: &mut dyn FnMut(&Group) -> String| {
        let mut line = format!("{name:width$}");
        for group in groups {
            line.push_str(&format!("  {:1$}", of_group(group), group.width()));
        }
        format!("{}\n", line.trim_end())
    };
    let mut text = line("", &mut |group| group.article.clone());
    text.push_str(&line("", &mut |group| group.points.join(" ")));
    for (row, covered) in rows.iter().zip(input.clinics) {
        let mut cells = covered.cells.iter();
        text.push_str(&line(row, &mut |group| {
            let of_group = cells.by_ref().take(group.points.len());
            of_group.map(|cell| sign(cell.state)).collect::<Vec<_>>().join(" ")
        }));
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

/// What is missing, or answered in part, with the places that lack it;
/// languages that lack the same stand together.
fn gaps(input: &CoverageInput<'_>, rows: &[String]) -> String {
    let mut all: Vec<Gaps<'_>> = Vec::new();
    for (row, covered) in rows.iter().zip(input.clinics) {
        let lines: String = covered.cells.iter().filter_map(|cell| gap(cell, input)).collect();
        let same = |last: &&mut Gaps<'_>| last.clinic == covered.clinic && last.lines == lines;
        match all.last_mut().filter(same) {
            Some(last) => last.names.push_str(&format!(", {}", covered.language.as_str())),
            None => all.push(Gaps { clinic: &covered.clinic, names: row.clone(), lines }),
        }
    }
    let mut text = String::new();
    for gaps in all.iter().filter(|gaps| !gaps.lines.is_empty()) {
        text.push_str(&format!("\n{}\n{}", gaps.names, gaps.lines));
    }
    text
}

/// What a clinic lacks in some of its languages.
struct Gaps<'c> {
    clinic: &'c str,
    names: String,
    lines: String,
}

fn gap(cell: &Cell, input: &CoverageInput<'_>) -> Option<String> {
    if !matches!(cell.state, State::Partial | State::Missing) {
        return None;
    }
    let mut text = format!("{} {}", sign(cell.state), called(cell, input));
    if let Some(why) = &cell.why {
        text.push_str(&format!(": {}", harmless(why.in_language(input.language))));
    }
    text.push('\n');
    for answer in &cell.lacking {
        let place = harmless(&input.tree.place(answer.span));
        text.push_str(&format!("            {}  {place}\n", answer.key));
    }
    Some(text)
}
