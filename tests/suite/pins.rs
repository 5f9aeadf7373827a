//! What is stale, over random edits and reviews, held against a model that knows nothing of files.

mod answers;
mod model;

use std::collections::{BTreeMap, BTreeSet};

use felles::edit::{edited_settings, edited_toml};
use felles::merge::PinState;
use felles::pipeline::{Review, SourceChange, editorial, kept, removed, review, tidied};
use felles::source::SourceTree;
use proptest::prelude::*;

use self::model::{CLAUSES, LANGUAGES, LAYERS, Model, Slot, op_of, place};
use crate::fixture::{build_in_memory, file, site};
use crate::laws::small_site::cases;

/// What happens to the content.
#[derive(Debug, Clone)]
enum Step {
    /// A text is written anew, or as it once was.
    Text { slot: usize, earlier: Option<usize> },
    /// Only the spaces of a text change.
    Spaces(usize),
    /// The group moves a processor to another country.
    Country(usize),
    /// An item is kept as it is.
    Keep(usize),
    /// An override is removed.
    TakeBase(usize),
    /// A change of a clause is said to be editorial.
    Editorial(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let number = 0..64_usize;
    prop_oneof![
        4 => (number.clone(), proptest::option::weighted(0.2, number.clone()))
            .prop_map(|(slot, earlier)| Step::Text { slot, earlier }),
        1 => number.clone().prop_map(Step::Spaces),
        1 => number.clone().prop_map(Step::Country),
        5 => number.clone().prop_map(Step::Keep),
        1 => number.clone().prop_map(Step::TakeBase),
        2 => number.prop_map(Step::Editorial),
    ]
}

/// How a text's words are set.
const SETTINGS: [&str; 3] = [" ", "\n", "  "];

/// The files, with the model of what they say.
struct Content {
    files: BTreeMap<String, Vec<u8>>,
    model: Model,
    spaces: usize,
}

impl Content {
    fn new() -> Self {
        let tree = site("nordlys");
        let files = tree.iter().map(|(_, file)| (file.path.to_string(), file.contents().to_vec())).collect();
        let mut content = Self { files, model: Model::new(), spaces: 0 };
        let country = "[processors.journalsystem] # Bergen\r\ncountry = \"FI\" # flyttet\r\n\r\n# slutt\r\n";
        content.files.insert("content/clinics/nordlys-bergen/processors.toml".to_owned(), country.into());
        let slots: Vec<Slot> = content.model.texts.keys().copied().collect();
        for (number, slot) in slots.iter().enumerate() {
            // Every kind of file: with a mark, with the line ends of Windows, with neither.
            let mark = if number % 3 == 0 { "\u{feff}" } else { "" };
            let settings = match (slot.language, op_of(slot)) {
                (0, Some(op)) => format!("+++\n# merknad {number}\nop = \"{op}\" # hvorfor\n+++\n"),
                (0, None) if slot.layer == 0 => "+++\noverride = \"free\"\n+++\n".to_owned(),
                _ => String::new(),
            };
            let text = format!("{mark}{settings}");
            let text = if number % 2 == 0 { text.replace('\n', "\r\n") } else { text };
            content.files.insert(slot.path(), text.into_bytes());
            content.write(slot);
        }
        content
    }

    fn tree(&self) -> SourceTree {
        SourceTree::new(self.files.iter().map(|(path, bytes)| file(path, bytes.clone())).collect())
    }

    /// Writes a text below the settings that its file has.
    fn write(&mut self, slot: &Slot) {
        let bytes = self.files.remove(&slot.path()).unwrap_or_default();
        let old = String::from_utf8(bytes).unwrap();
        let end = if old.contains("\r\n") { "\r\n" } else { "\n" };
        let fence = format!("+++{end}");
        let settings = old.rfind(&fence).map_or("", |at| &old[..at + fence.len()]);
        let settings = if settings.is_empty() && old.starts_with('\u{feff}') { "\u{feff}" } else { settings };
        let version = self.model.texts[slot];
        let space = SETTINGS[self.spaces % SETTINGS.len()].replace('\n', end);
        let title = match op_of(slot) {
            Some("append" | "prepend") => String::new(),
            _ => format!("# Tittel {version}{end}{end}"),
        };
        let text = format!("{settings}{title}Tekst{space}nummer{space}{version}.{end}");
        self.files.insert(slot.path(), text.into_bytes());
    }

    /// Makes the changes, and says what of the files besides the keys that tools write is not as it was.
    fn apply(&mut self, changes: &[SourceChange]) {
        for change in changes {
            match change {
                SourceChange::Keys { path, changes } => {
                    let before = self.files[path].clone();
                    let edit = if path.strip_suffix(".md").is_some() { edited_settings } else { edited_toml };
                    let after = edit(&before, changes).unwrap_or_else(|| panic!("{path} cannot be changed"));
                    assert_eq!(by_hand(&after), by_hand(&before), "{path}");
                    self.files.insert(path.clone(), after);
                }
                SourceChange::Write { path, text } => {
                    assert_eq!(self.files.insert(path.clone(), text.clone().into_bytes()), None, "{path}");
                }
                SourceChange::Delete { path } => drop(self.files.remove(path).unwrap()),
            }
        }
    }

    fn change(&mut self, changes: &[SourceChange]) {
        self.apply(changes);
        let tree = self.tree();
        self.apply(&tidied(&review(&tree), &tree));
    }

    fn take(&mut self, step: &Step) {
        let slots: Vec<Slot> = self.model.texts.keys().copied().collect();
        let tree = self.tree();
        let found = review(&tree);
        let names: Vec<String> = self.model.states().into_keys().collect();
        match step {
            Step::Text { slot, earlier } => {
                let slot = slots[slot % slots.len()];
                self.model.edit(slot, *earlier);
                self.write(&slot);
            }
            Step::Spaces(slot) => {
                self.spaces += 1;
                self.write(&slots[slot % slots.len()]);
            }
            Step::Country(country) => {
                let country = ["NO", "SE", "DK"][country % 3];
                let path = "content/group/processors.toml";
                let text = String::from_utf8(self.files[path].clone()).unwrap();
                let was = format!("country = \"{}\"", self.model.country);
                let now = format!("country = \"{country}\"");
                self.files.insert(path.to_owned(), text.replacen(&was, &now, 1).into_bytes());
                country.clone_into(&mut self.model.country);
            }
            Step::Keep(item) => {
                let name = &names[item % names.len()];
                let item = found.items.iter().find(|item| item.name == *name).unwrap();
                self.change(&kept(&[item], &found, &tree));
                self.model.keep(name);
            }
            Step::TakeBase(item) => {
                let name = &names[item % names.len()];
                let item = found.items.iter().find(|item| item.name == *name).unwrap();
                if let Some(changes) = removed(item, &found, &tree) {
                    self.change(&changes);
                    self.model.take_base(name);
                }
            }
            Step::Editorial(clause) => self.say_editorial(clause % CLAUSES.len(), &found, &tree),
        }
    }

    fn say_editorial(&mut self, clause: usize, found: &Review, tree: &SourceTree) {
        let changes = editorial(CLAUSES[clause], None, found);
        let is_clear = found.several_earlier(&changes).is_empty();
        assert_eq!(self.model.say_editorial(clause), (!changes.is_empty(), is_clear));
        if is_clear {
            let noted = found.noted(&changes, tree);
            self.change(&noted);
        }
    }

    fn check(&self) {
        let found = review(&self.tree());
        assert_eq!(found.errors, [], "the content stays whole");
        let is_of_model =
            |name: &str| CLAUSES.iter().any(|clause| name.contains(clause)) || name.contains("country");
        let states: BTreeMap<String, PinState> =
            found.items.iter().map(|item| (item.name.clone(), item.state())).collect();
        let states: BTreeMap<String, PinState> =
            states.into_iter().filter(|(name, _)| is_of_model(name)).collect();
        assert_eq!(states, self.model.states());
        // What is kept is what something is pinned to, each under its own name.
        let kept: BTreeSet<&str> =
            self.files.keys().filter_map(|path| path.strip_prefix("content/bases/")).collect();
        let pinned: BTreeSet<String> =
            found.pinned.iter().map(|fingerprint| format!("{}.md", fingerprint.digits())).collect();
        assert_eq!(kept, pinned.iter().map(String::as_str).collect());
        let lost = found.items.iter().flat_map(|item| &item.texts).filter(|text| !text.pin.is_empty());
        assert!(lost.into_iter().all(|text| text.then.is_some()), "no text is pinned to that is not kept");
    }
}

/// A file's lines without the keys that tools write, without the fences that they may stand between alone, and
/// without the value that may be taken away.
fn by_hand(bytes: &[u8]) -> String {
    let keys = ["base =", "same_as =", "translated_from =", "+++", "country = \"FI\""];
    let text = std::str::from_utf8(bytes).unwrap();
    let lines = text.trim_start_matches('\u{feff}').split_inclusive('\n');
    lines.filter(|line| !keys.iter().any(|key| line.starts_with(key))).collect()
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn exactly_what_was_written_against_something_else_is_stale(steps in proptest::collection::vec(step(), 1..40)) {
        let mut content = Content::new();
        content.check();
        for step in &steps {
            content.take(step);
            content.check();
        }
        let (tree, model) = (content.tree(), &content.model);
        let (_, findings) = build_in_memory(&tree);
        let told = |code: &str| -> BTreeSet<String> {
            let of_code = findings.iter().filter(|finding| finding.code == code);
            of_code.map(|finding| tree.file(finding.span.file).path.to_string()).collect()
        };
        prop_assert_eq!(told("stale-override"), model.stale_overrides());
        prop_assert_eq!(told("stale-translation"), model.stale_translations());
    }
}

#[test]
fn the_model_is_of_layers_and_clauses_that_are_there() {
    let content = Content::new();
    for layer in LAYERS {
        assert!(content.files.keys().any(|path| path.starts_with(&place(layer))), "{layer}");
    }
    assert_eq!(LANGUAGES, ["nb", "en"]);
}
