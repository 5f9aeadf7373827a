mod apply;
mod ask;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::arguments::Common;
use super::build::line;
use super::terminal::Terminal;
use super::{Ending, refuse};
use crate::diagnostic::{MessageLanguage, catalogue::review as say, nearest};
use crate::merge::PinState;
use crate::model::Fingerprint;
use crate::pipeline::{Review, ReviewItem, SourceChange, editorial, kept, removed, review};
use crate::report::{editorial_text, list_json, list_text};
use crate::source::{SourceTree, disk};
use apply::apply;

/// Look again at what profiles and clinics wrote against something that has changed since
#[derive(Debug, Args)]
pub(super) struct ReviewArguments {
    #[command(flatten)]
    pub common: Common,
    /// Only what this clinic or profile, or `group`, wrote
    #[arg(value_name = "LAYER")]
    pub layer: Option<String>,
    /// Only this clause, or what stands below this key
    #[arg(value_name = "KEY-OR-CLAUSE")]
    pub key: Option<String>,
    #[command(flatten)]
    pub instead: ReviewInstead,
    /// With --accept: everything that is stale or not noted
    #[arg(long, requires = "accept")]
    pub all: bool,
    /// Translations too for which it is not noted what they were made from
    #[arg(long)]
    pub translations: bool,
    /// How to show the list
    #[arg(long, value_enum, default_value_t = ListFormat::Human, requires = "list")]
    pub format: ListFormat,
}

/// What is done instead of asking for each item.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct ReviewInstead {
    /// List what is stale, and what is not noted
    #[arg(long)]
    pub list: bool,
    /// Keep these as they are, and note what they now go with
    #[arg(long, value_name = "ITEM", num_args = 0..)]
    pub accept: Option<Vec<String>>,
    /// Remove these overrides, so that the layer below counts
    #[arg(long, value_name = "ITEM", num_args = 1..)]
    pub take_base: Option<Vec<String>>,
    /// Note that a clause says the same as before; CLAUSE@DIGITS if there were several texts before
    #[arg(long, value_name = "CLAUSE")]
    pub editorial: Option<String>,
}

/// How the list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// For people
    Human,
    /// For programs
    Json,
}

/// A site on its way through a review.
struct Reviewed {
    root: PathBuf,
    tree: SourceTree,
    review: Review,
    language: MessageLanguage,
}

impl Reviewed {
    fn read(asked: &ReviewArguments) -> anyhow::Result<Self> {
        let root = asked.common.root();
        let tree = disk::read_site(&root)?;
        let language = asked.common.language(&tree);
        Ok(Self { review: review(&tree), root, tree, language })
    }

    /// Makes the changes, and looks again.
    fn change(&mut self, changes: &[SourceChange]) -> anyhow::Result<()> {
        self.tree = apply(&self.root, &self.tree, changes)?;
        self.review = review(&self.tree);
        Ok(())
    }

    fn item(&self, name: &str) -> Option<&ReviewItem> {
        self.review.items.iter().find(|item| item.name == name)
    }
}

/// Lists, asks, or does what is asked for.
pub(super) fn run(asked: &ReviewArguments, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let mut site = Reviewed::read(asked)?;
    let language = site.language;
    let chosen = match chosen(asked, &site.review) {
        Ok(chosen) => chosen,
        Err(nothing) => {
            let names = site.review.items.iter().flat_map(|item| [item.layer.as_str(), item.key.as_str()]);
            let wanted = asked.key.as_deref().or(asked.layer.as_deref()).unwrap_or_default();
            return Ok(refuse(&nothing, nearest(wanted, names), language, terminal));
        }
    };
    if asked.instead.list {
        let items: Vec<&ReviewItem> = chosen.iter().filter_map(|name| site.item(name)).collect();
        terminal.answer(&match asked.format {
            ListFormat::Human => list_text(&items, &site.tree, language),
            ListFormat::Json => list_json(&items, &site.tree),
        });
        return Ok(Ending::Fine);
    }
    let errors = site.review.errors.len();
    if errors > 0 {
        return Ok(refuse(&say::errors_first(errors), None, language, terminal));
    }
    if let Some(clause) = &asked.instead.editorial {
        return say_editorial(clause, &mut site, terminal);
    }
    let is_open = |name: &&String| site.item(name).is_some_and(|item| item.state() != PinState::Fresh);
    let open: Vec<String> = chosen.iter().filter(is_open).cloned().collect();
    if let Some(named) = &asked.instead.accept {
        if named.is_empty() && !asked.all && asked.layer.is_none() {
            return Ok(refuse(&say::say_which(), None, language, terminal));
        }
        let names = if named.is_empty() { &open } else { named };
        return accept(names, &mut site, terminal);
    }
    if let Some(named) = &asked.instead.take_base {
        return take_base(named, &mut site, terminal);
    }
    ask::walk(&open, asked, &mut site, terminal)
}

/// The names of the items that are asked for; a translation without a note only if it is named, or all are
/// wanted.
fn chosen(asked: &ReviewArguments, review: &Review) -> Result<Vec<String>, crate::diagnostic::Message> {
    let is_of = |item: &&ReviewItem| {
        let of_layer = asked.layer.as_ref().is_none_or(|layer| *layer == item.layer);
        let of_key = asked.key.as_ref().is_none_or(|key| {
            item.key == *key || item.key.strip_prefix(key.as_str()).is_some_and(|rest| rest.starts_with('.'))
        });
        let is_named = asked.key.as_deref() == Some(item.key.as_str()) || asked.translations;
        let is_wanted = !item.is_translation() || item.state() != PinState::Unpinned || is_named;
        of_layer && of_key && is_wanted
    };
    let items: Vec<String> = review.items.iter().filter(is_of).map(|item| item.name.clone()).collect();
    match (&asked.layer, &asked.key) {
        (Some(layer), Some(key)) if items.is_empty() => Err(say::nothing_of(layer, key)),
        (Some(layer), None) if review.items.iter().all(|item| item.layer != *layer) => {
            Err(say::no_item(layer))
        }
        _ => Ok(items),
    }
}

/// Refuses a name that nothing has.
fn unknown(names: &[String], site: &Reviewed, terminal: &mut Terminal) -> Option<Ending> {
    let unknown = names.iter().find(|name| site.item(name).is_none())?;
    let meant = nearest(unknown, site.review.items.iter().map(|item| item.name.as_str()));
    Some(refuse(&say::no_item(unknown), meant, site.language, terminal))
}

fn accept(names: &[String], site: &mut Reviewed, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    if let Some(refused) = unknown(names, site, terminal) {
        return Ok(refused);
    }
    let items: Vec<&ReviewItem> = names.iter().filter_map(|name| site.item(name)).collect();
    let changes = kept(&items, &site.review, &site.tree);
    site.change(&changes)?;
    for name in names {
        terminal.answer(&line(&say::kept(name), site.language));
    }
    if names.is_empty() {
        terminal.answer(&line(&say::nothing_to_review(), site.language));
    }
    Ok(Ending::Fine)
}

fn take_base(names: &[String], site: &mut Reviewed, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    if let Some(refused) = unknown(names, site, terminal) {
        return Ok(refused);
    }
    for name in names {
        let Some(item) = site.item(name) else { continue };
        let Some(changes) = removed(item, &site.review, &site.tree) else {
            return Ok(refuse(&say::translation_has_no_base(name), None, site.language, terminal));
        };
        site.change(&changes)?;
        terminal.answer(&line(&say::removed(name), site.language));
    }
    Ok(Ending::Fine)
}

/// Notes that a clause says what it said before.
fn say_editorial(asked: &str, site: &mut Reviewed, terminal: &mut Terminal) -> anyhow::Result<Ending> {
    let language = site.language;
    let (clause, of) = match asked.split_once('@') {
        Some((clause, digits)) => match Fingerprint::of_digits(digits) {
            Some(of) => (clause, Some(of)),
            None => return Ok(refuse(&say::no_item(asked), None, language, terminal)),
        },
        None => (asked, None),
    };
    let changes = editorial(clause, of, &site.review);
    if changes.is_empty() {
        return Ok(refuse(&say::no_change_of(clause), None, language, terminal));
    }
    let several = site.review.several_earlier(&changes);
    if !several.is_empty() {
        for change in &several {
            terminal.report(&editorial_text(clause, change, language));
        }
        return Ok(refuse(&say::several_earlier(clause), None, language, terminal));
    }
    let noted = site.review.noted(&changes, &site.tree);
    site.change(&noted)?;
    for change in &changes {
        terminal.answer(&editorial_text(clause, change, language));
    }
    Ok(Ending::Fine)
}
