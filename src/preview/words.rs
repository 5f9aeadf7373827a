use std::collections::BTreeMap;

use super::state_json::html_language;
use crate::diagnostic::catalogue::{cli, preview as say};
use crate::diagnostic::{Message, MessageLanguage};

/// The sentences that templates and scripts say by these names,
/// with `{count}` and the like for scripts to fill in.
pub(super) fn words(language: MessageLanguage) -> BTreeMap<&'static str, String> {
    let named = named().into_iter().map(|(name, message)| (name, message.in_language(language).to_owned()));
    named.chain([("language", html_language(language).to_owned())]).collect()
}

/// The same as a module for scripts: JSON is JavaScript (ECMA-262 since 2019).
pub(super) fn words_module(language: MessageLanguage) -> String {
    let words = serde_json::to_string(&words(language)).expect("texts are JSON");
    format!("export default {words};\n")
}

fn named() -> Vec<(&'static str, Message)> {
    vec![
        ("fine", say::fine()),
        ("errors", say::errors("{count}")),
        ("warnings", say::warnings("{count}")),
        ("checking", say::checking()),
        ("sites_made", say::sites_made("{made}", "{all}")),
        ("not_made_yet", say::not_made_yet()),
        ("lost", say::lost()),
        ("gone", say::gone()),
        ("open_in_editor", say::open_in_editor("{place}")),
        ("bar", say::bar()),
        ("all_brands", say::all_brands()),
        ("why", say::why()),
        ("date", say::date()),
        ("compare", say::compare()),
        ("older_below", say::older_below()),
        ("newest_below", say::newest_below()),
        ("nothing_found", say::nothing_found()),
        ("page_unreachable", say::page_unreachable()),
        ("page_missing", say::page_missing()),
        ("page_gone", say::page_gone()),
        ("page_moved", say::page_moved()),
        ("page_broken", say::page_broken()),
        ("go_there", say::go_there()),
        ("to_front", say::to_front()),
        ("why_help", say::why_help()),
        ("why_nothing", say::why_nothing()),
        ("from_group", say::from_group()),
        ("from_profile", say::from_profile()),
        ("from_clinic", say::from_clinic()),
        ("from_brand", say::from_brand()),
        ("from_theme", say::from_theme()),
        // As `felles trace` says it.
        ("layer_group", cli::layer_group()),
        ("layer_profile", cli::layer_profile("{id}")),
        ("layer_clinic", cli::layer_clinic("{id}")),
        ("layer_brand", say::layer_brand("{id}")),
        ("layer_theme", say::layer_theme()),
        ("replaced", say::replaced()),
        ("shared_by", say::shared_by("{clinics}", "{sites}")),
        ("shared_by_sites", say::shared_by_sites("{sites}")),
        ("on_one_site", say::on_one_site()),
        ("own_text_at", say::own_text_at()),
        ("more_own", say::more_own("{count}")),
        ("show_as_on", say::show_as_on()),
        ("show", say::show()),
        ("side_by_side", say::side_by_side()),
        ("no_changes", say::no_changes()),
        ("as_on", say::as_on("{date}")),
        ("back_to_today", say::back_to_today()),
        ("no_such_day", say::no_such_day("{date}")),
        ("without_date", say::without_date()),
        ("compare_with", say::compare_with()),
        ("the_group", say::the_group()),
        ("search", say::search()),
        ("only_errors", say::only_errors()),
        ("keys", say::keys()),
        ("no_match", say::no_match()),
        ("no_sites", say::no_sites()),
        ("not_shown_yet", say::not_shown_yet()),
        ("older_shown", say::older_shown()),
        ("newest_shown", say::newest_shown()),
        ("next_change", say::next_change()),
        ("below_here", say::below_here()),
        ("found", say::found()),
        ("more_found", say::more_found("{count}")),
        ("only_of", say::only_of("{brand}")),
        ("none_match", say::none_match()),
        ("show_all", say::show_all()),
        ("unreadable", say::unreadable()),
        ("all_sites_concerned", say::all_sites_concerned()),
        ("beside_title", say::beside_title()),
        ("left", say::left()),
        ("right", say::right()),
        ("back", say::back()),
        ("differences_title", say::differences_title()),
        ("differences_keys", say::differences_keys()),
        ("previous_difference", say::previous_difference()),
        ("next_difference", say::next_difference()),
        ("difference", say::difference("{number}", "{count}")),
        ("numbers_alike", say::numbers_alike()),
        ("only_left", say::only_left()),
        ("only_right", say::only_right()),
        ("end_of_mark", say::end_of_mark()),
        ("not_here", say::not_here()),
        ("names_same", say::names_same()),
        ("names_different", say::names_different()),
        ("turn_around", say::turn_around()),
        ("group_explained", say::group_explained()),
        ("pages_of_both", say::pages_of_both()),
        ("and", say::and()),
    ]
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::diagnostic::MessageLanguage::{Bokmal, English};
    use crate::preview::files::FILES;

    /// Every name in quotes or braces after `say(` in a script, and after `words.` in a template.
    fn named_in(text: &str) -> Vec<&str> {
        let after = |mark: &'static str| {
            text.split(mark).skip(1).map(|rest| {
                rest.split(|letter: char| !(letter.is_ascii_lowercase() || letter == '_')).next().unwrap()
            })
        };
        after("say(\"").chain(after("words.")).collect()
    }

    #[test]
    fn every_sentence_that_a_script_or_a_template_says_is_there_in_both_languages() {
        let templates = [
            include_str!("wall/page.html"),
            include_str!("wall/wall.html"),
            include_str!("wall/beside.html"),
            include_str!("wall/compare.html"),
        ];
        let mut asked = 0;
        for text in FILES.iter().map(|(_, text)| *text).chain(templates) {
            for name in named_in(&text.replace("words.js", "")) {
                for language in [Bokmal, English] {
                    assert!(words(language).contains_key(name), "{name}");
                }
                asked += 1;
            }
        }
        assert!(asked > 40, "{asked}");
    }
}
