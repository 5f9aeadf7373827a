use super::Checker;
use super::words::Name;
use crate::diagnostic::catalogue::template as say;
use crate::diagnostic::{Diagnostic, nearest};
use crate::span::Span;

/// The filters that Tera 2.4 brings; it offers no way to ask for them.
const FILTERS: &str = "\
    abs capitalize default escape escape_html escape_xml first float get group_by indent int join keys \
    last length lower newlines_to_br nth pairs pluralize replace reverse round safe sort split str title \
    trim trim_end trim_start truncate unique upper values wordcount";

const TESTS: &str = "\
    array bool containing defined divisible_by ending_with even float integer iterable map none number \
    odd starting_with string undefined";

const FUNCTIONS: &str = "range super throw";

/// Longer lists of names are no help.
const NAMES: usize = 24;

/// What a name stands for that is defined elsewhere than in the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mentioned {
    Filter,
    Test,
    Function,
    Template,
}

impl<'a> Checker<'_, 'a> {
    /// Looks up the name of a filter, a test, a function or a template.
    pub(super) fn mention(&mut self, of: Mentioned, name: &Name<'a>) {
        let known: Vec<&str> = match of {
            Mentioned::Filter => FILTERS.split(' ').collect(),
            Mentioned::Test => TESTS.split(' ').collect(),
            Mentioned::Function => FUNCTIONS.split(' ').collect(),
            Mentioned::Template => self.templates.keys().chain(self.broken).copied().collect(),
        };
        let (text, span) = (name.text, self.span(name.range.clone()));
        if !known.contains(&text) {
            let (code, headline) = match of {
                Mentioned::Filter => ("unknown-filter", say::unknown_filter(text)),
                Mentioned::Test => ("unknown-test", say::unknown_test(text)),
                Mentioned::Function => ("unknown-function", say::unknown_function(text)),
                Mentioned::Template => ("unknown-template", say::unknown_template(text)),
            };
            let near = nearest(text, known).map(say::did_you_mean);
            self.report(Diagnostic::error(code, span, headline).with_help(near));
        } else if (of, text) == (Mentioned::Filter, "group_by") {
            // Tera gathers the groups in a hash map of its own: two builds would differ.
            self.report(Diagnostic::error("unordered-groups", span, say::unordered_groups()));
        }
    }

    /// Holds every outer block of the chain against those of the templates further on:
    /// each must replace one there.
    pub(super) fn check_blocks(&mut self) {
        let chain = self.chain.clone();
        // What the last of them extends is missing, cannot be read, or stands in a circle.
        if chain.last().is_none_or(|last| last.parent.is_some()) {
            return;
        }
        for (index, template) in chain.iter().enumerate().take(chain.len() - 1) {
            let names: Vec<&str> =
                chain[index + 1..].iter().flat_map(|other| other.blocks.keys().copied()).collect();
            for (name, at) in template.outer_blocks.iter().filter(|(name, _)| !names.contains(name)) {
                let help = match nearest(name, names.iter().copied()) {
                    Some(near) => Some(say::did_you_mean(near)),
                    None => (!names.is_empty()).then(|| say::blocks_that_exist(&list_of(&names))),
                };
                let span = Span::new(template.source.file, template.words[*at].range.clone());
                self.report(
                    Diagnostic::error("unknown-block", span, say::unknown_block(name)).with_help(help),
                );
            }
        }
    }
}

/// The names in backticks, with an ellipsis if they are many.
pub(super) fn list_of(names: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = names.iter().take(NAMES).map(|name| format!("`{}`", name.as_ref())).collect();
    let ellipsis = if names.len() > NAMES { ", …" } else { "" };
    quoted.join(", ") + ellipsis
}

#[cfg(test)]
mod tests {
    use super::{FILTERS, FUNCTIONS, TESTS};

    #[test]
    fn tera_knows_every_name_that_is_listed() {
        let check =
            |text: String| assert!(tera::Tera::default().add_raw_template("a", &text).is_ok(), "{text}");
        FILTERS.split(' ').for_each(|name| check(format!("{{{{ a | {name} }}}}")));
        TESTS.split(' ').for_each(|name| check(format!("{{% if a is {name} %}}{{% endif %}}")));
        FUNCTIONS.split(' ').for_each(|name| check(format!("{{{{ {name}() }}}}")));
    }
}
