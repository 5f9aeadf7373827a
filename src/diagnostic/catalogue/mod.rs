//! Every sentence that felles says, in bokmål and English, one file for each part of the pipeline.
//!
//! A message is a function: its arguments are named in both texts, so a text that lacks a language or names
//! an argument that does not exist does not compile.

use std::fmt::Display;

use super::{Message, MessageLanguage};

/// What a sentence may name: something that is the same in both languages, or another message.
trait Argument {
    /// What stands in the sentence in `language`.
    fn shown(&self, language: MessageLanguage) -> impl Display;

    /// What it names of the content.
    fn named(&self) -> Vec<String>;
}

macro_rules! same_in_both_languages {
    ($($kind:ty),*) => {
        $(impl Argument for $kind {
            fn shown(&self, _: MessageLanguage) -> impl Display {
                self
            }

            fn named(&self) -> Vec<String> {
                vec![self.to_string()]
            }
        })*
    };
}

same_in_both_languages!(&str, usize, i16, i8);

impl Argument for &Message {
    fn shown(&self, language: MessageLanguage) -> impl Display {
        self.in_language(language)
    }

    fn named(&self) -> Vec<String> {
        Message::named(self).to_vec()
    }
}

/// Writes the functions of one file of the catalogue, and `TEXTS`, the list of their texts for the tests.
macro_rules! messages {
    ($($name:ident($($argument:ident: $kind:ty),* $(,)?) { nb: $nb:literal, en: $en:literal $(,)? })*) => {
        $(
            #[doc = $en]
            #[allow(clippy::doc_markdown)] // The text is for its reader, not for rustdoc.
            #[must_use]
            pub fn $name($($argument: $kind),*) -> super::Message {
                let named: Vec<Vec<String>> = vec![$(super::Argument::named(&$argument)),*];
                let nb = {
                    $(let $argument = super::Argument::shown(&$argument, super::MessageLanguage::Bokmal);)*
                    format!($nb)
                };
                let en = {
                    $(let $argument = super::Argument::shown(&$argument, super::MessageLanguage::English);)*
                    format!($en)
                };
                super::Message::new(nb, en, named.concat())
            }
        )*

        #[cfg(test)]
        pub(super) const TEXTS: &[super::CatalogueText] =
            &[$(super::CatalogueText { name: stringify!($name), nb: $nb, en: $en }),*];
    };
}

pub mod allow;
pub mod audit;
pub mod brand;
pub mod calendar;
pub mod check;
pub mod cli;
pub mod content;
pub mod coverage;
pub mod diff;
pub mod emit;
pub mod house;
pub mod impact;
pub mod join;
pub mod merge;
pub mod names;
pub mod pins;
pub mod preview;
pub mod prose;
pub mod publish;
pub mod record;
pub mod render;
pub mod review;
pub mod serve;
pub mod static_files;
pub mod template;
pub mod times;
pub mod toml;
pub mod values;
pub mod watch;

/// A message as it is written in the catalogue.
#[cfg(test)]
#[derive(Clone, Copy)]
struct CatalogueText {
    name: &'static str,
    nb: &'static str,
    en: &'static str,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// The names in braces; two braces are one brace of the sentence.
    fn arguments(text: &str) -> BTreeSet<String> {
        let text = text.replace("{{", "").replace("}}", "");
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
    }

    #[test]
    fn every_message_says_the_same_in_both_languages() {
        for text in [
            super::allow::TEXTS,
            super::audit::TEXTS,
            super::brand::TEXTS,
            super::calendar::TEXTS,
            super::check::TEXTS,
            super::cli::TEXTS,
            super::content::TEXTS,
            super::coverage::TEXTS,
            super::diff::TEXTS,
            super::emit::TEXTS,
            super::house::TEXTS,
            super::impact::TEXTS,
            super::join::TEXTS,
            super::merge::TEXTS,
            super::names::TEXTS,
            super::pins::TEXTS,
            super::preview::TEXTS,
            super::prose::TEXTS,
            super::publish::TEXTS,
            super::record::TEXTS,
            super::render::TEXTS,
            super::review::TEXTS,
            super::serve::TEXTS,
            super::static_files::TEXTS,
            super::template::TEXTS,
            super::times::TEXTS,
            super::toml::TEXTS,
            super::values::TEXTS,
            super::watch::TEXTS,
        ]
        .concat()
        {
            assert_ne!(text.nb, text.en, "`{}` is not translated", text.name);
            // Doubled braces are braces that the reader sees.
            let [nb, en] = [text.nb, text.en].map(|text| text.replace("{{", "").replace("}}", ""));
            assert_eq!(arguments(&nb), arguments(&en), "`{}` names other things in one language", text.name);
            for sentence in [text.nb, text.en] {
                assert!(!sentence.trim().is_empty(), "`{}` is empty", text.name);
                assert!(!sentence.ends_with('.'), "`{}` ends with a full stop", text.name);
            }
        }
    }
}
