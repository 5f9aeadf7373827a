use std::collections::BTreeSet;

use super::diff::{DiffAnswer, key_of};
use super::diff_text::how;
use super::page::{END, escaped, head};
use crate::compare::{ComparedPart, FactDifference, TextDifference, Weight, marked};
use crate::diagnostic::{Message, MessageLanguage, catalogue::diff as say};

const STYLE: &str = include_str!("diff.css");

/// What would change, as one HTML page that loads nothing: then and now beside each other, with what is gone
/// and what is new marked.
#[must_use]
pub fn diff_html(answer: &DiffAnswer, language: MessageLanguage) -> String {
    let writer = DiffPage { answer, language };
    let found = &answer.differences;
    let title = writer.said(&say::report_title());
    let mut page = head(&title, &writer.said(&say::against(&answer.against)), STYLE, language);
    let counted = if found.brands.is_empty() {
        writer.said(&say::nothing_differs())
    } else {
        let counted = writer.said(&say::brands_change(found.brands.len(), found.all_brands));
        format!("{counted}: {}", names(&found.brands))
    };
    page.push_str(&format!("<p>{counted}.</p>\n"));
    if !found.undated.is_empty() {
        let place = answer.dated_at.first().map(|place| format!(" <code>{}</code>", escaped(place)));
        let asked = writer.said(&say::undated(found.undated.len()));
        page.push_str(&format!("<p class=\"asked\">{asked}{}</p>\n", place.unwrap_or_default()));
    }
    page.push_str("</header>\n<main>\n");
    for (weight, heading) in [(Weight::Material, say::material()), (Weight::Editorial, say::editorial())] {
        let facts: Vec<_> = found.facts.iter().filter(|fact| fact.weight == weight).collect();
        let texts: Vec<_> = found.texts.iter().filter(|text| text.weight == weight).collect();
        if !facts.is_empty() || !texts.is_empty() {
            page.push_str(&format!("<h2>{}</h2>\n", writer.said(&heading)));
            for fact in facts {
                writer.fact(fact, &mut page);
            }
            for text in texts {
                writer.text(text, &mut page);
            }
        }
    }
    let pages = found.pages.iter().filter_map(|page| {
        let path = page.now.as_ref().or(page.then.as_ref())?;
        Some((path, Some(how(page)), &page.brands))
    });
    writer.list(&say::pages_heading(), pages.collect(), &mut page);
    let files =
        found.files.iter().map(|file| (&file.file, file.is_page.then(say::layout_alone), &file.brands));
    writer.list(&say::files_heading(), files.collect(), &mut page);
    page.push_str(END);
    page
}

/// Writes parts of the page.
struct DiffPage<'a> {
    answer: &'a DiffAnswer,
    language: MessageLanguage,
}

impl DiffPage<'_> {
    fn said(&self, message: &Message) -> String {
        escaped(message.in_language(self.language))
    }

    fn fact(&self, fact: &FactDifference, page: &mut String) {
        let key = key_of(&fact.table, fact.row.as_deref(), fact.field.as_deref());
        let title = fact.title.as_ref().map(|title| escaped(title));
        self.start(&title.unwrap_or_else(|| escaped(&fact.table)), &key, &fact.brands, &fact.pages, page);
        for (language, version) in fact.told() {
            let [then, now] = marked(&version.then, &version.now);
            self.versions(language, &then, &now, page);
        }
        page.push_str("</section>\n");
    }

    fn text(&self, text: &TextDifference, page: &mut String) {
        let key = text.section.clone().unwrap_or_default();
        let heading = text.heading.as_ref().or(text.section.as_ref()).map(|heading| escaped(heading));
        self.start(&heading.unwrap_or_else(|| names(&text.pages)), &key, &text.brands, &text.pages, page);
        self.versions(None, &text.then, &text.now, page);
        page.push_str("</section>\n");
    }

    fn start(
        &self,
        heading: &str,
        key: &str,
        brands: &BTreeSet<String>,
        pages: &BTreeSet<String>,
        page: &mut String,
    ) {
        let on = self.said(&say::on_brands(brands.len(), self.answer.differences.all_brands));
        let shielded =
            self.answer.shielded_from(key, brands).into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        let own = if shielded.is_empty() {
            String::new()
        } else {
            format!(" · {}", escaped(say::with_own(&names(&shielded)).in_language(self.language)))
        };
        page.push_str(&format!(
            "<section>\n<h3>{heading} <code>{}</code></h3>\n<p class=\"where\">{on}: {}{own}<br>{}</p>\n",
            escaped(key),
            names(brands),
            names(pages),
        ));
    }

    fn versions(
        &self,
        language: Option<&str>,
        then: &[ComparedPart],
        now: &[ComparedPart],
        page: &mut String,
    ) {
        let lang = language.map(|language| format!(" lang=\"{}\"", escaped(language))).unwrap_or_default();
        let side = |parts: &[ComparedPart], mark: &str| -> String {
            let part = |part: &ComparedPart| match escaped(&part.text) {
                text if text.is_empty() => String::new(),
                text if part.is_alone => format!("<{mark}>{text}</{mark}>"),
                text => text,
            };
            parts.iter().map(part).collect()
        };
        page.push_str(&format!(
            "<div class=\"versions\"{lang}>\n<div><span>{}</span><p>{}</p></div>\n<div><span>{}</span><p>{}</p></div>\n</div>\n",
            self.said(&say::then()),
            side(then, "del"),
            self.said(&say::now()),
            side(now, "ins"),
        ));
    }

    fn list(
        &self,
        heading: &Message,
        rows: Vec<(&String, Option<Message>, &BTreeSet<String>)>,
        page: &mut String,
    ) {
        if rows.is_empty() {
            return;
        }
        page.push_str(&format!("<h2>{}</h2>\n<ul>\n", self.said(heading)));
        for (path, note, brands) in rows {
            let note = note.map(|note| format!(" {}", self.said(&note))).unwrap_or_default();
            let on = self.said(&say::on_brands(brands.len(), self.answer.differences.all_brands));
            page.push_str(&format!(
                "<li><code>{}</code>{note} <span class=\"where\">{on}: {}</span></li>\n",
                escaped(path),
                names(brands),
            ));
        }
        page.push_str("</ul>\n");
    }
}

fn names(names: &BTreeSet<String>) -> String {
    names.iter().map(|name| escaped(name)).collect::<Vec<_>>().join(", ")
}
