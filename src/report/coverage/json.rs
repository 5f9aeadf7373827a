use serde::Serialize;

use super::{CoverageInput, place_in, word};
use crate::check::{Answer, Item};
use crate::model::Language;
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
                answers: listed(input, &covered.language, &cell.answers),
                lacking: listed(input, &covered.language, &cell.lacking),
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

fn listed<'c>(input: &CoverageInput<'c>, language: &Language, answers: &'c [Answer]) -> Vec<PlaceOut<'c>> {
    let place = |answer: &'c Answer| {
        let (place, file) = (place_in(answer, language, input.tree), input.tree.file(answer.span.file));
        let line = file.line_and_column(place.start).0;
        PlaceOut { key: &answer.key, path: file.path.as_str(), line }
    };
    answers.iter().map(place).collect()
}
