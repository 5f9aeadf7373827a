//! Which part of the site a build is asked for, and what is said of the rest.

use std::collections::BTreeSet;

use clap::Args;

use super::build::line;
use super::terminal::Terminal;
use super::{Ending, refuse};
use crate::diagnostic::{MessageLanguage, catalogue::cli as say, nearest};
use crate::model::{Id, TextValue};
use crate::pipeline::{BuiltPart, Part, brand_ids};
use crate::source::SourceTree;

/// Which part of the site is built.
#[derive(Debug, Args)]
pub(super) struct PartArguments {
    /// Build this brand alone, whatever is wrong with others; they stay as they are
    #[arg(long, value_name = "BRAND")]
    pub brand: Option<String>,
    /// Publish the brands without errors; those with errors stay as they are, and the exit status is 1
    #[arg(long, conflicts_with = "brand")]
    pub keep_going: bool,
}

impl PartArguments {
    /// What is asked for; or how it ended, since there is no such brand.
    pub(super) fn part(
        &self,
        tree: &SourceTree,
        language: MessageLanguage,
        terminal: &mut Terminal,
    ) -> Result<Part, Ending> {
        let Some(asked) = &self.brand else {
            return Ok(if self.keep_going { Part::Sound } else { Part::Whole });
        };
        let brands: Vec<&str> = brand_ids(tree).collect();
        match Id::parse(asked) {
            Ok(id) if brands.contains(&asked.as_str()) => Ok(Part::Brand(id)),
            _ => Err(refuse(&say::no_brand(asked), nearest(asked, brands), language, terminal)),
        }
    }
}

/// What is said of the brands that errors are about: those that are `kept`, and those that never were there.
pub(super) fn kept_and_missing(
    built: &BuiltPart,
    kept: &BTreeSet<String>,
    language: MessageLanguage,
) -> String {
    let names = |is_kept: bool| {
        let names = built.faulty.iter().filter(|brand| kept.contains(*brand) == is_kept);
        names.map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    let mut text = String::new();
    for (names, message) in
        [(names(true), say::brands_kept as fn(&str) -> _), (names(false), say::brands_not_published)]
    {
        if !names.is_empty() {
            text.push_str(&line(&message(&names), language));
        }
    }
    text
}
