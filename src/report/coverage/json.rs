use serde::Serialize;

use super::{CoverageInput, word};
use crate::check::{Answer, Item};
use crate::report::json::json_text;

#[derive(Serialize)]
struct Report<'c> {
    date: String,
    items: Vec<ItemOut>,
    clinics: Vec<ClinicOut<'c>>,
}

#[derive(Serialize)]
struct ItemOut {
    id: &'static str,
    article: &'static str,
    title: String,
}

#[derive(Serialize)]
struct ClinicOut<'c> {
    clinic: &'c str,
    name: &'c str,
    language: &'c str,
    cells: Vec<CellOut<'c>>,
}

#[derive(Serialize)]
struct CellOut<'c> {
    item: &'static str,
    state: &'static str,
    why: Option<String>,
    answers: Vec<PlaceOut<'c>>,
    lacking: Vec<PlaceOut<'c>>,
}

#[derive(Serialize)]
struct PlaceOut<'c> {
    key: &'c str,
    path: &'c str,
    line: usize,
}

/// The answers as JSON; lines count from one.
#[must_use]
pub fn coverage_json(input: &CoverageInput<'_>) -> String {
    let place = |answer: &'_ Answer| {
        let file = input.tree.file(answer.span.file);
        (file.path.as_str(), file.line_and_column(answer.span.start).0)
    };
    let places = |answers: &'_ [Answer]| answers.iter().map(place).collect::<Vec<_>>();
    let items = Item::ALL.into_iter().map(|item| ItemOut {
        id: item.word(),
        article: item.citation(),
        title: item.title().in_language(input.language).to_owned(),
    });
    let mut clinics = Vec::new();
    for covered in input.clinics {
        let mut cells = Vec::new();
        for cell in &covered.cells {
            cells.push(CellOut {
                item: cell.item.word(),
                state: word(cell.state),
                why: cell.why.as_ref().map(|why| why.in_language(input.language).to_owned()),
                answers: listed(&cell.answers, places(&cell.answers)),
                lacking: listed(&cell.lacking, places(&cell.lacking)),
            });
        }
        clinics.push(ClinicOut {
            clinic: &covered.clinic,
            name: &covered.name,
            language: covered.language.as_str(),
            cells,
        });
    }
    json_text(&Report { date: input.date.to_string(), items: items.collect(), clinics })
}

fn listed<'c>(answers: &'c [Answer], places: Vec<(&'c str, usize)>) -> Vec<PlaceOut<'c>> {
    let join =
        |(answer, (path, line)): (&'c Answer, (&'c str, usize))| PlaceOut { key: &answer.key, path, line };
    answers.iter().zip(places).map(join).collect()
}
