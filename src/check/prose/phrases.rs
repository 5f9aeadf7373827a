//! The phrases that the rules look for: a file for each language, and one for all.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use toml::{Table, Value};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/check/phrases");

/// The file whose phrases are found in a text of any language.
const EVERY: &str = "every";
/// The key at the top of a file that names the languages whose phrases are found in its texts too.
const ALSO: &str = "also";

/// The lists of one file, by rule and name; a list below another table of its rule is called `table.list`.
#[derive(Debug, Default)]
struct PhraseFile {
    also: Vec<String>,
    lists: BTreeMap<(String, String), Vec<String>>,
}

static READ: LazyLock<BTreeMap<&'static str, PhraseFile>> = LazyLock::new(|| {
    let files =
        FILES.files().filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)));
    files.map(|(language, text)| (language, read(text).unwrap_or_default())).collect()
});

/// All phrases for texts in a language, by rule and list.
pub(super) type Lists = BTreeMap<(&'static str, &'static str), Vec<&'static str>>;

/// The phrases for texts in a language: its own, those of the languages that its file names,
/// and those of every language.
pub(super) fn lists_for(language: &str) -> Lists {
    let mut lists = Lists::new();
    for file in chain(language).chain(READ.get(EVERY)) {
        for ((rule, list), phrases) in &file.lists {
            lists.entry((rule, list)).or_default().extend(phrases.iter().map(String::as_str));
        }
    }
    lists
}

/// The languages that have phrases of their own.
pub(in crate::check) fn languages() -> impl Iterator<Item = &'static str> {
    READ.keys().copied().filter(|language| *language != EVERY)
}

/// Whether a rule has phrases for texts in a language that are not for every language alike.
pub(in crate::check) fn has_phrases(rule: &str, language: &str) -> bool {
    chain(language).any(|file| file.lists.keys().any(|(of, _)| of == rule))
}

/// The file of a language, and those that it names.
fn chain(language: &str) -> impl Iterator<Item = &'static PhraseFile> {
    let own = READ.get(language).filter(|_| language != EVERY);
    own.into_iter().flat_map(|own| {
        std::iter::once(own).chain(own.also.iter().filter_map(|also| READ.get(also.as_str())))
    })
}

fn read(text: &str) -> Result<PhraseFile, String> {
    let mut file = PhraseFile::default();
    for (key, value) in text.parse::<Table>().map_err(|fault| fault.to_string())? {
        match value {
            Value::Array(also) if key == ALSO => file.also = phrases(&key, also)?,
            Value::Table(lists) => read_lists(&key, "", lists, &mut file)?,
            _ => return Err(format!("`{key}` is neither a rule nor `{ALSO}`")),
        }
    }
    Ok(file)
}

fn read_lists(rule: &str, above: &str, lists: Table, file: &mut PhraseFile) -> Result<(), String> {
    for (key, value) in lists {
        let name = format!("{above}{key}");
        match value {
            Value::Array(list) => {
                let phrases = phrases(&name, list)?;
                file.lists.insert((rule.to_owned(), name), phrases);
            }
            Value::Table(lists) => read_lists(rule, &format!("{name}."), lists, file)?,
            _ => return Err(format!("`{rule}.{name}` is no list")),
        }
    }
    Ok(())
}

fn phrases(name: &str, list: Vec<Value>) -> Result<Vec<String>, String> {
    let phrase = |value: Value| match value {
        Value::String(phrase) if !phrase.trim_matches(['*', ' ']).is_empty() => Ok(phrase),
        _ => Err(format!("`{name}` holds something else than phrases")),
    };
    list.into_iter().map(phrase).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{EVERY, FILES, READ, has_phrases, languages, read};
    use crate::check::rules;

    #[test]
    fn every_file_can_be_read_and_holds_each_phrase_of_a_list_once_and_in_small_letters() {
        for file in FILES.files() {
            let read =
                read(file.contents_utf8().unwrap()).unwrap_or_else(|fault| panic!("{file:?}: {fault}"));
            for (name, phrases) in &read.lists {
                assert!(!phrases.is_empty(), "{name:?} is empty");
                assert_eq!(phrases.len(), phrases.iter().collect::<BTreeSet<_>>().len(), "{name:?}");
                assert!(phrases.iter().all(|phrase| phrase.to_lowercase() == *phrase), "{name:?}");
            }
            for also in &read.also {
                assert!(READ.contains_key(also.as_str()), "{also}");
                let shared = |(name, phrases): (&(String, String), &Vec<String>)| {
                    let of_other = READ[also.as_str()].lists.get(name).into_iter().flatten();
                    of_other.filter(|phrase| phrases.contains(phrase)).cloned().collect::<Vec<_>>()
                };
                let twice: Vec<String> = read.lists.iter().flat_map(shared).collect();
                assert!(twice.is_empty(), "stand in {also}.toml already: {twice:?}");
            }
        }
    }

    #[test]
    fn every_heading_of_a_file_is_a_rule_and_what_all_texts_share_stands_once() {
        for (language, file) in READ.iter() {
            for ((rule, list), phrases) in &file.lists {
                assert!(rules().iter().any(|known| known.name == rule), "{language}: {rule}");
                let every = READ[EVERY].lists.get(&(rule.clone(), list.clone())).into_iter().flatten();
                let twice: Vec<&String> =
                    every.filter(|phrase| *language != EVERY && phrases.contains(phrase)).collect();
                assert!(twice.is_empty(), "{language}: {rule}: {twice:?}");
            }
        }
    }

    #[test]
    fn the_two_forms_of_norwegian_share_their_phrases_and_other_languages_have_their_own() {
        assert_eq!(languages().collect::<Vec<_>>(), ["da", "en", "nb", "nn", "sv"]);
        assert!(has_phrases("sensitive-wording", "nn") && !has_phrases("sensitive-wording", "se"));
    }

    #[test]
    fn a_list_that_is_none_is_a_fault() {
        assert_eq!(read("x = 1").unwrap_err(), "`x` is neither a rule nor `also`");
        assert_eq!(read("[x]\na = 'b'").unwrap_err(), "`x.a` is no list");
        assert_eq!(read("[x.y]\na = ['b', ' *']").unwrap_err(), "`y.a` holds something else than phrases");
    }
}
