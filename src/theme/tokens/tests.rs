use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::reference::MEANINGS;
use super::{DECORATION, PAIRS, Tokens, palette_tokens, unfit, weak_pairs};
use crate::diagnostic::Diagnostics;
use crate::model::{BrandColours, Colour, Grounds, Palette};
use crate::span::{FileId, Located, Span};

const STYLESHEET: &str = include_str!("../../../themes/base/static/style.css");

fn base() -> Tokens {
    Tokens::of_stylesheet(FileId(0), STYLESHEET)
}

fn located(red: u8, green: u8, blue: u8) -> Located<Colour> {
    Located::new(Colour { red, green, blue }, Span::start_of(FileId(0)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn every_pair_has_its_contrast_in_both_modes_whatever_the_brands_colours(
        first: [u8; 3],
        second: [u8; 3],
    ) {
        let [primary, decoration] = [first, second].map(|[red, green, blue]| located(red, green, blue));
        let colours = BrandColours { primary, decoration: Some(decoration) };
        let tokens = base();
        let grounds = tokens.grounds();
        for (ground, is_dark) in [(&grounds.light, false), (&grounds.dark, true)] {
            let palette: BTreeMap<&str, Colour> = palette_tokens(&Palette::on(ground, &colours)).into();
            let weak = weak_pairs(|name| palette.get(name).copied().or_else(|| tokens.colour(name, is_dark)));
            let weak: Vec<String> = weak
                .iter()
                .map(|(pair, ground, contrast)| format!("{} on {ground}: {contrast}", pair.front))
                .collect();
            prop_assert_eq!(weak, Vec::<String>::new());
        }
    }
}

#[test]
fn the_base_theme_has_every_contrast_and_every_token_of_the_pairs() {
    let (tokens, mut found) = (base(), Diagnostics::new());
    tokens.check_contrast(&mut found);
    assert_eq!(found.into_sorted(), []);
    for pair in PAIRS {
        for name in pair.grounds.iter().chain([&pair.front]) {
            for is_dark in [false, true] {
                assert!(tokens.colour(name, is_dark).is_some(), "{name} is no colour of the stylesheet");
            }
        }
    }
    assert_eq!(tokens.grounds(), Grounds::BASE, "the palette falls back to other grounds than the theme's");
}

#[test]
fn every_token_has_a_meaning_and_every_colour_a_contrast_or_no_need_of_one() {
    let tokens = base();
    let names: BTreeSet<&str> = tokens.light.keys().map(String::as_str).collect();
    assert_eq!(names, MEANINGS.into_iter().map(|(name, _)| name).collect());
    let in_pairs: BTreeSet<&str> =
        PAIRS.iter().flat_map(|pair| pair.grounds.iter().chain([&pair.front])).copied().collect();
    for name in names.iter().filter(|name| tokens.colour(name, false).is_some()) {
        assert!(in_pairs.contains(name) != DECORATION.contains(name), "{name}");
        assert!(tokens.dark.contains_key(*name), "{name} is the same in the dark");
    }
}

/// The rules of the stylesheet without `:root`: what stands between braces, with its selector.
fn rules() -> Vec<(&'static str, &'static str)> {
    let opened = STYLESHEET.split('}').filter_map(|rule| rule.rsplit_once('{'));
    let rule = |(head, body): (&'static str, &'static str)| {
        (head.rsplit(['{', '}', '\n']).next().unwrap_or(head).trim(), body)
    };
    opened.map(rule).filter(|(head, _)| !head.starts_with(":root")).collect()
}

/// What a rule says: properties and values.
fn declarations(body: &str) -> impl Iterator<Item = (&str, &str)> {
    body.split(';')
        .filter_map(|one| one.split_once(':'))
        .map(|(property, value)| (property.trim(), value.trim()))
}

/// The properties that rules make of tokens, for the brands' styles.
fn character() -> BTreeSet<&'static str> {
    let properties =
        rules().into_iter().flat_map(|(_, body)| declarations(body)).map(|(property, _)| property);
    properties.filter_map(|property| property.strip_prefix("--")).collect()
}

fn tokens_in(value: &str) -> Vec<&str> {
    value.split("var(--").skip(1).filter_map(|rest| rest.split([')', ',']).next()).collect()
}

#[test]
fn the_stylesheet_uses_every_token_and_no_other() {
    let (tokens, character) = (base(), character());
    let declared: BTreeSet<&str> = tokens.light.keys().map(String::as_str).collect();
    let used: BTreeSet<&str> = rules().into_iter().flat_map(|(_, body)| tokens_in(body)).collect();
    let expected: BTreeSet<&str> = declared.union(&character).copied().collect();
    assert_eq!(used, expected);
}

#[test]
fn every_style_puts_its_heading_and_its_button_on_grounds_that_they_are_tested_on() {
    let mut seen = 0;
    for (head, body) in rules() {
        let said: BTreeMap<&str, &str> = declarations(body).collect();
        for (front, ground) in [("--hero-ink", "--hero"), ("--hero-button-ink", "--hero-button")] {
            let (Some(front), Some(ground)) = (said.get(front), said.get(ground)) else {
                assert!(
                    !said.contains_key(front) && !said.contains_key(ground),
                    "{head}: one without the other"
                );
                continue;
            };
            let (front, ground) = (tokens_in(front)[0], tokens_in(ground)[0]);
            // Two colours are as far apart whichever of them is in front.
            let tested = |pair: &super::Pair| {
                let either = |a, b| pair.front == a && pair.grounds.contains(&b);
                pair.least == 450 && (either(front, ground) || either(ground, front))
            };
            assert!(PAIRS.iter().any(tested), "{head}: {front} on {ground}");
            seen += 1;
        }
    }
    assert!(seen >= 6, "the styles are read");
}

#[test]
fn the_stylesheet_puts_colours_only_on_grounds_that_they_are_tested_on() {
    let is_front = |name: &str| PAIRS.iter().any(|pair| pair.front == name && pair.least == 450);
    let is_ground = |name: &str| PAIRS.iter().any(|pair| pair.grounds.contains(&name));
    let (character, mut seen) = (character(), 0);
    for (head, body) in rules() {
        let (mut fronts, mut grounds) = (Vec::new(), Vec::new());
        for (property, value) in declarations(body) {
            // What the styles make of tokens is looked at above.
            let names: Vec<&str> =
                tokens_in(value).into_iter().filter(|name| !character.contains(name)).collect();
            let is_colour = |rest: &str| rest.bytes().take(3).filter(u8::is_ascii_hexdigit).count() == 3;
            assert!(!value.split('#').skip(1).any(is_colour), "{head}: a colour that is no token: {value}");
            match property {
                "color" => fronts = names,
                "background" | "background-color" if !value.contains("gradient") => grounds = names,
                _ => {}
            }
        }
        assert!(fronts.iter().all(|name| is_front(name)), "{head}: {fronts:?}");
        assert!(grounds.iter().all(|name| is_ground(name)), "{head}: {grounds:?}");
        for (front, ground) in
            fronts.iter().flat_map(|front| grounds.iter().map(move |ground| (front, ground)))
        {
            let tested = |pair: &super::Pair| pair.front == *front && pair.grounds.contains(ground);
            assert!(PAIRS.iter().any(tested), "{head}: {front} on {ground}");
            seen += 1;
        }
    }
    assert!(seen >= 3, "the rules are read");
}

#[test]
fn a_tokens_value_is_of_the_kind_that_it_takes_the_place_of() {
    let check =
        |value: &str, known: &str, fits: bool| assert_eq!(unfit(value, known).is_none(), fits, "{value}");
    check("#0b5c55", "#fff", true);
    check("#fff", "#0b5c55", true);
    for value in ["red", "#ffff", "#fff; } a { color: red", "url(x)", "var(--ink)", "", "#ééé"] {
        check(value, "#fff", false);
    }
    for value in ["0", ".75rem", "66ch", "1.5px", "100%"] {
        check(value, ".75rem", true);
    }
    for value in ["1", "rem", "1rem}", "calc(1px)", "1 rem", "-1px", "1e3px"] {
        check(value, ".75rem", false);
    }
    check("\"Source Sans 3\", Arial, sans-serif", "system-ui", true);
    for value in ["\"Arial", "a;b", "a}b", "url(x)", "a/*", "a\\b", "<a", "expression(1)"] {
        check(value, "system-ui", false);
    }
}
