use std::collections::BTreeMap;

use super::clause::{TextFile, name_and_language, parse_text_file};
use crate::diagnostic::{Diagnostic, catalogue::content as say};
use crate::model::reader::listed;
use crate::model::{Id, Language, Reader, TextValue};
use crate::source::SourceFile;
use crate::span::{FileId, Span};

/// The Markdown files of one folder, by the text they belong to.
#[derive(Default)]
pub(super) struct TextFiles {
    /// The files by text and language.
    pub by_id: BTreeMap<Id, BTreeMap<Language, TextFile>>,
}

impl TextFiles {
    /// Reads one more file.
    pub(super) fn add(&mut self, file_id: FileId, file: &SourceFile, name: &str, reader: &mut Reader<'_>) {
        let Some((id, language)) = name_and_language(name, reader.languages) else {
            if Self::is_of_other_language(file_id, name, reader) {
                return;
            }
            let main = reader.languages.first().map_or("nb", Language::as_str);
            let error =
                Diagnostic::error("unknown-file", Span::start_of(file_id), say::clause_file_name(name));
            let id = name
                .split('.')
                .next()
                .and_then(Id::from_name)
                .map_or("complaint".to_owned(), |id| id.to_string());
            let language = name
                .split('.')
                .nth_back(1)
                .filter(|wanted| reader.languages.iter().any(|known| known.as_str() == *wanted));
            reader
                .found
                .push(error.with_help(say::name_it_like(&format!("{id}.{}.md", language.unwrap_or(main)))));
            return;
        };
        let text = parse_text_file(file_id, file, reader.found);
        self.by_id.entry(id).or_default().insert(language, text);
    }

    /// Reports a file that is named well, in a language that the site does not have.
    fn is_of_other_language(file_id: FileId, name: &str, reader: &mut Reader<'_>) -> bool {
        let parts: Vec<&str> = name.split('.').collect();
        let [id, language, "md"] = parts.as_slice() else { return false };
        let known = ["nb", "nn", "no", "en", "se", "sv", "da"];
        if Id::parse(id).is_err() || !known.contains(language) {
            return false;
        }
        let names: Vec<&str> = reader.languages.iter().map(Language::as_str).collect();
        let help = match Language::parse(language) {
            Ok(_) => Some(say::languages_here_are(&listed(&names))),
            Err(invalid) => invalid.help,
        };
        let error =
            Diagnostic::error("unknown-language", Span::start_of(file_id), say::language_of_file(language));
        reader.found.push(error.with_help(help));
        true
    }
}
