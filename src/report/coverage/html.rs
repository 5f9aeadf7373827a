use super::{CoverageInput, STATES, heading, meaning, place_in, quotation, sign, word};
use crate::check::{Answer, Cell, Coverage, Item, State};
use crate::diagnostic::{Message, catalogue::coverage as say};
use crate::model::Language;
use crate::report::page::{END, escaped, head};

const STYLE: &str = include_str!("page.css");

/// The answers as one HTML page that loads nothing: a table whose cells lead to what answers them,
/// quoted further down.
#[must_use]
pub fn coverage_html(input: &CoverageInput<'_>) -> String {
    let said = |message: &Message| escaped(message.in_language(input.language));
    let title = said(&say::report_title());
    let mut page = head(&title, &said(&say::report_lead(&input.date.to_string())), STYLE, input.language);
    page.push_str("<ul class=\"legend\">\n");
    for state in STATES {
        let count =
            input.clinics.iter().flat_map(|clinic| &clinic.cells).filter(|cell| cell.state == state).count();
        page.push_str(&format!(
            "<li class=\"{}\">{} {} <b>{count}</b></li>\n",
            word(state),
            mark(state),
            said(&meaning(state))
        ));
    }
    page.push_str("</ul>\n</header>\n<main>\n");
    if input.clinics.is_empty() {
        page.push_str(&format!("<p>{}</p>\n", said(&say::no_clinics())));
    } else {
        write_table(input, &mut page);
        page.push_str(&format!("<h2>{}</h2>\n", said(&say::answers_heading())));
        for (row, covered) in input.clinics.iter().enumerate() {
            write_answers(input, row, covered, &mut page);
        }
    }
    page.push_str(END);
    page
}

fn write_table(input: &CoverageInput<'_>, page: &mut String) {
    let said = |message: &Message| escaped(message.in_language(input.language));
    page.push_str("<table id=\"table\">\n<thead>\n<tr>\n");
    page.push_str(&format!("<th scope=\"col\" class=\"clinic\">{}</th>\n", said(&say::clinic())));
    for item in Item::ALL {
        let (article, title) = (escaped(&heading(item, input.language)), said(&item.title()));
        page.push_str(&format!(
            "<th scope=\"col\"><span class=\"title\">{title}</span> \
            <span class=\"article\">{article}</span></th>\n"
        ));
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for (row, covered) in input.clinics.iter().enumerate() {
        let (name, language) = (escaped(&covered.name), escaped(covered.language.as_str()));
        page.push_str(&format!(
            "<tr>\n<th scope=\"row\" class=\"clinic\"><a href=\"#r{row}\">{name}</a> \
            <span class=\"language\">{language}</span></th>\n"
        ));
        for cell in &covered.cells {
            let (article, title) = (escaped(&heading(cell.item, input.language)), said(&cell.item.title()));
            let (class, state) = (word(cell.state), said(&meaning(cell.state)));
            page.push_str(&format!(
                "<td class=\"{class}\"><a href=\"#r{row}-{}\" title=\"{title}: \
                {state}\">{}<span class=\"said\">{title}, {state}</span>\
                <span class=\"label\" aria-hidden=\"true\">{title} \
                <span class=\"article\">{article}</span></span></a></td>\n",
                cell.item.word(),
                mark(cell.state),
            ));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
}

fn write_answers(input: &CoverageInput<'_>, row: usize, covered: &Coverage, page: &mut String) {
    let (name, language) = (escaped(&covered.name), escaped(covered.language.as_str()));
    let back = escaped(say::back_to_table().in_language(input.language));
    let whole = covered.cells.iter().all(|cell| matches!(cell.state, State::Answered | State::NotApplicable));
    let class = if whole { " class=\"whole\"" } else { "" };
    page.push_str(&format!(
        "<section id=\"r{row}\"{class}>\n<h3>{name} <span class=\"language\">{language}</span> \
        <a class=\"back\" href=\"#table\">{back}</a></h3>\n<dl>\n"
    ));
    for cell in &covered.cells {
        write_cell(input, (row, &covered.language), cell, page);
    }
    page.push_str("</dl>\n</section>\n");
}

fn write_cell(
    input: &CoverageInput<'_>,
    (row, language): (usize, &Language),
    cell: &Cell,
    page: &mut String,
) {
    let said = |message: &Message| escaped(message.in_language(input.language));
    page.push_str(&format!(
        "<div id=\"r{row}-{}\" class=\"{}\">\n<dt>{} <span class=\"article\">{}</span> {}<span \
        class=\"state\">{}</span></dt>\n",
        cell.item.word(),
        word(cell.state),
        mark(cell.state),
        escaped(&heading(cell.item, input.language)),
        said(&cell.item.title()),
        said(&meaning(cell.state)),
    ));
    if let Some(why) = &cell.why {
        page.push_str(&format!("<dd class=\"why\">{}</dd>\n", said(why)));
    }
    let mut write = |answer: &Answer, note: &str| {
        let place = place_in(answer, language, input.tree);
        page.push_str(&format!(
            "<dd><code>{}</code> <span class=\"key\">{}</span>{note}<q>{}</q></dd>\n",
            escaped(&input.tree.place(place)),
            escaped(&answer.key),
            escaped(&quotation(answer, place, input.tree)),
        ));
    };
    // What is answered in another language alone is listed once.
    cell.answers.iter().filter(|answer| !cell.lacking.contains(answer)).for_each(|answer| write(answer, ""));
    let lacks = format!(" <span class=\"lacks\">{}</span>", said(&say::lacks_it()));
    cell.lacking.iter().for_each(|answer| write(answer, &lacks));
    page.push_str("</div>\n");
}

fn mark(state: State) -> String {
    format!("<span class=\"mark\" aria-hidden=\"true\">{}</span>", sign(state))
}
