use std::collections::BTreeMap;

use super::expression::list_of;
use super::{Template, Templates};
use crate::diagnostic::catalogue::template as say;
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::span::Span;
use crate::theme::template::tree::{Mentioned, Name, Node};

/// The filters that Tera 2.4 brings; it offers no way to ask for them.
const FILTERS: [&str; 37] = [
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

const TESTS: [&str; 17] = [
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

const FUNCTIONS: [&str; 3] = ["range", "super", "throw"];

/// Looks up the names of filters, tests, functions, components, templates and blocks.
///
/// The templates in `unread` may hold any component and any block.
pub(super) fn check_names(templates: &Templates<'_>, unread: &[&str], found: &mut Diagnostics) {
    let components = check_definitions(templates, found);
    let components: Vec<&str> = components.into_keys().collect();
    let names: Vec<&str> = templates.keys().chain(unread).copied().collect();
    for template in templates.values() {
        for mention in &template.tree.mentions {
            let known: &[&str] = match mention.of {
                Mentioned::Filter => &FILTERS,
                Mentioned::Test => &TESTS,
                Mentioned::Function => &FUNCTIONS,
                Mentioned::Component => &components,
                Mentioned::Template => &names,
            };
            let is_open = mention.of == Mentioned::Component && !unread.is_empty();
            if !is_open && !known.contains(&mention.name.text) {
                found.push(unknown(mention.of, template, &mention.name, known));
            }
            if (mention.of, mention.name.text) == (Mentioned::Filter, "group_by") {
                // Tera gathers the groups in a hash map of its own: two builds would differ.
                let span = Span::new(template.source.file, mention.name.range.clone());
                found.push(Diagnostic::error("unordered-groups", span, say::unordered_groups()));
            }
        }
        check_blocks(template, templates, found);
    }
}

fn unknown(of: Mentioned, template: &Template<'_>, name: &Name<'_>, known: &[&str]) -> Diagnostic {
    let text = name.text;
    let (code, headline) = match of {
        Mentioned::Filter => ("unknown-filter", say::unknown_filter(text)),
        Mentioned::Test => ("unknown-test", say::unknown_test(text)),
        Mentioned::Function => ("unknown-function", say::unknown_function(text)),
        Mentioned::Component => ("unknown-component", say::unknown_component(text)),
        Mentioned::Template => ("unknown-template", say::unknown_template(text)),
    };
    let near = nearest(text, known.iter().copied()).map(say::did_you_mean);
    Diagnostic::error(code, Span::new(template.source.file, name.range.clone()), headline).with_help(near)
}

/// All components by name; two of one name are reported.
fn check_definitions<'a>(templates: &Templates<'a>, found: &mut Diagnostics) -> BTreeMap<&'a str, Span> {
    let mut seen = BTreeMap::new();
    for template in templates.values() {
        for definition in &template.tree.components {
            let span = Span::new(template.source.file, definition.name.range.clone());
            let first = *seen.entry(definition.name.text).or_insert(span);
            if first != span {
                let headline = say::duplicate_component(definition.name.text);
                let diagnostic = Diagnostic::error("duplicate-component", span, headline);
                found.push(diagnostic.with_related(first, say::first_component_is_here()));
            }
        }
    }
    seen
}

/// A block of a template that extends another must replace one there.
fn check_blocks(template: &Template<'_>, templates: &Templates<'_>, found: &mut Diagnostics) {
    let mut names = Vec::new();
    let mut seen = vec![template.source.name];
    let mut next = template.tree.parent.as_ref();
    while let Some(name) = next {
        let Some(parent) = templates.get(name.text).filter(|parent| !seen.contains(&parent.source.name))
        else {
            return;
        };
        seen.push(parent.source.name);
        names.extend(parent.blocks().into_keys().map(ToOwned::to_owned));
        next = parent.tree.parent.as_ref();
    }
    if template.tree.parent.is_none() {
        return;
    }
    for node in &template.tree.nodes {
        let Node::Block { name, .. } = node else { continue };
        if names.iter().all(|other| other != name.text) {
            let help = match nearest(name.text, names.iter().map(String::as_str)) {
                Some(near) => Some(say::did_you_mean(near)),
                None => (!names.is_empty()).then(|| say::blocks_that_exist(&list_of(&names))),
            };
            let span = Span::new(template.source.file, name.range.clone());
            found.push(
                Diagnostic::error("unknown-block", span, say::unknown_block(name.text)).with_help(help),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FILTERS, FUNCTIONS, TESTS};

    #[test]
    fn tera_knows_every_name_that_is_listed() {
        let templates = FILTERS.map(|name| format!("{{{{ a | {name} }}}}")).into_iter();
        let templates = templates.chain(TESTS.map(|name| format!("{{% if a is {name} %}}{{% endif %}}")));
        let templates = templates.chain(FUNCTIONS.map(|name| format!("{{{{ {name}() }}}}")));
        for text in templates {
            assert!(tera::Tera::default().add_raw_template("a", &text).is_ok(), "{text}");
        }
    }
}
