//! Values: an empty overlay, the last word, origins, removals.

use felles::merge::Clinic;
use felles::model::{Country, Email, Phone, Resolved, Text, TextValue, WebUrl};
use felles::parse::carried_countries;
use felles::source::SourceTree;
use proptest::prelude::*;

use super::small_site::{Files, LAYERS, cases, language, merged};
use crate::fixture::{build_in_memory, lines};

/// The names of the files that a layer may hold; of them the clinic has no `policy.toml`.
const EMPTY_FILES: [&str; 9] = [
    "about.toml",
    "contacts.toml",
    "cookies.toml",
    "entities.toml",
    "hours.toml",
    "laws.toml",
    "processors.toml",
    "purposes.toml",
    "retention.toml",
];

/// What one layer writes of one contact.
#[derive(Debug, Clone)]
struct Written {
    phone: Option<u8>,
    email: Option<u8>,
    url: Option<u8>,
    what_for: Option<u8>,
    /// One text for all languages, or one for each.
    each: bool,
}

fn written() -> impl Strategy<Value = Written> {
    let value = || proptest::option::of(0..100_u8);
    (value(), value(), value(), value(), any::<bool>())
        .prop_map(|(phone, email, url, what_for, each)| Written { phone, email, url, what_for, each })
}

impl Written {
    fn toml(&self) -> String {
        let mut text = "[contacts.booking]\n".to_owned();
        let mut line = |value: Option<u8>, line: &dyn Fn(u8) -> String| {
            text.extend(value.map(|value| line(value) + "\n"));
        };
        line(self.phone, &|n| format!("phone = \"22 00 00 {n:02}\""));
        line(self.email, &|n| format!("email = \"post{n}@oslo.example\""));
        line(self.url, &|n| format!("url = \"https://oslo.example/{n}\""));
        line(self.what_for, &|n| {
            if self.each {
                format!("what_for.nb = \"Time {n}\"\nwhat_for.en = \"Booking {n}\"")
            } else {
                format!("what_for = \"Booking {n}\"")
            }
        });
        text
    }
}

fn site(layers: &[Written]) -> Files {
    let mut files = Files::new();
    for (layer, written) in LAYERS.iter().zip(layers) {
        files.add(&format!("{layer}/contacts.toml"), &written.toml());
    }
    files
}

/// The last layer's word, and how many it replaced.
fn last(layers: &[Written], pick: impl Fn(&Written) -> Option<u8>) -> Option<(u8, usize, usize)> {
    let said: Vec<(usize, u8)> =
        layers.iter().enumerate().filter_map(|(i, layer)| Some((i, pick(layer)?))).collect();
    said.last().map(|(layer, value)| (*value, *layer, said.len() - 1))
}

/// As it is dialled in Norway.
fn dialled(phone: &Phone) -> String {
    phone.in_country(Country::NORWAY, &carried_countries()).unwrap().dialled().to_owned()
}

fn check_last<T>(
    resolved: Option<&Resolved<'_, T>>,
    expected: Option<(u8, usize, usize)>,
    shown: impl Fn(&T) -> String,
    wanted: impl Fn(u8) -> String,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(resolved.is_some(), expected.is_some());
    let Some((resolved, (value, layer, replaced))) = resolved.zip(expected) else { return Ok(()) };
    prop_assert_eq!(shown(resolved.get()), wanted(value));
    prop_assert_eq!(resolved.origin().layer.folder(), LAYERS[layer]);
    prop_assert_eq!(resolved.replaced().len(), replaced);
    Ok(())
}

/// What is written at a value's origin, read again, is the value.
fn check_origin<T: TextValue + PartialEq + std::fmt::Debug>(
    resolved: Option<&Resolved<'_, T>>,
    tree: &SourceTree,
) -> Result<(), TestCaseError> {
    let Some(resolved) = resolved else { return Ok(()) };
    let written = tree.text_at(resolved.origin().span);
    let read: toml::Table =
        toml::from_str(&format!("value = {written}")).expect("the origin is a TOML value");
    let read = read["value"].as_str().and_then(|text| T::parse(text).ok());
    prop_assert_eq!(read.as_ref(), Some(resolved.get()), "{}", written);
    Ok(())
}

/// A text in several languages has its key for an origin: the lines from there on hold it.
fn check_text_origin(resolved: &Resolved<'_, Text>, tree: &SourceTree) -> Result<(), TestCaseError> {
    let origin = resolved.origin().span;
    let text = &tree.file(origin.file).text[origin.range().start..];
    match resolved.get() {
        Text::Same(same) => prop_assert!(text.starts_with(&format!("\"{}\"", same.value)), "{}", text),
        Text::Each(each) => {
            for (language, line) in each.iter().rev().zip(text.lines()) {
                let (language, said) = language;
                prop_assert_eq!(line, format!("what_for.{language} = \"{}\"", said.value));
                prop_assert_eq!(tree.text_at(said.span), said.value.as_str());
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn an_empty_overlay_changes_nothing(
        layers in proptest::collection::vec(written(), 4),
        empty in proptest::collection::vec((1..4_usize, 0..EMPTY_FILES.len()), 0..6),
    ) {
        let mut files = site(&layers);
        // A contact that nobody can use is a fault of the made-up site, not of the overlay.
        files.add("content/group/contacts.toml", "none_because = \"Ring.\"\n");
        let before = build_in_memory(&files.tree());
        for (layer, name) in empty {
            files.add(&format!("{}/{}", LAYERS[layer], EMPTY_FILES[name]), "\n");
        }
        let after = build_in_memory(&files.tree());
        prop_assert!(before.0 == after.0, "the pages changed");
        prop_assert_eq!(before.1.len(), after.1.len());
    }

    #[test]
    fn the_last_layer_wins_and_remembers_what_it_replaced(layers in proptest::collection::vec(written(), 4)) {
        merged(&site(&layers), |clinic, _, _, _| {
            let booking = clinic.contacts.get("booking");
            prop_assert_eq!(booking.is_some(), last(&layers, |layer| layer.what_for).is_some());
            let Some(booking) = booking else { return Ok(()) };
            check_last(booking.phone.as_ref(), last(&layers, |layer| layer.phone),
                dialled, |n| format!("+47220000{n:02}"))?;
            check_last(booking.email.as_ref(), last(&layers, |layer| layer.email),
                Email::shown, |n| format!("post{n}@oslo.example"))?;
            check_last(booking.url.as_ref(), last(&layers, |layer| layer.url),
                WebUrl::to_string, |n| format!("https://oslo.example/{n}"))?;
            check_last(Some(&booking.what_for), last(&layers, |layer| layer.what_for),
                |text| text.in_language(&language("en")).unwrap_or_default().to_owned(),
                |n| format!("Booking {n}"))
        })?;
    }

    #[test]
    fn every_values_origin_points_at_text_that_parses_to_it(layers in proptest::collection::vec(written(), 4)) {
        merged(&site(&layers), |clinic, tree, _, _| {
            for contact in &clinic.contacts.rows {
                check_origin(contact.phone.as_ref(), tree)?;
                check_origin(contact.email.as_ref(), tree)?;
                check_origin(contact.url.as_ref(), tree)?;
                check_text_origin(&contact.what_for, tree)?;
            }
            check_others(clinic, tree)
        })?;
    }

    #[test]
    fn what_is_removed_and_added_again_knows_nothing_of_before(
        (group, again) in (written(), written()),
        complete in any::<bool>(),
    ) {
        let mut files = Files::new();
        let group = Written { what_for: Some(1), phone: Some(1), ..group };
        let again = Written { what_for: complete.then_some(2), phone: None, ..again };
        files.add("content/group/contacts.toml", &group.toml());
        files.put("content/profiles/one/contacts.toml",
            "[contacts.booking]\nremove = true\nreason = \"Ingen tar imot bestillinger\"\n");
        files.put("content/clinics/oslo/contacts.toml", &again.toml());
        merged(&files, |clinic, tree, _, found| {
            prop_assert_eq!(clinic.contacts.removed.len(), 1);
            prop_assert_eq!(clinic.contacts.removed[0].reason.as_str(), "Ingen tar imot bestillinger");
            let Some(booking) = clinic.contacts.get("booking") else {
                prop_assert!(!complete && lines(found, tree).contains("lacks `what_for`"), "{}", lines(found, tree));
                return Ok(());
            };
            prop_assert!(complete);
            prop_assert!(booking.phone.is_none(), "the group's number came back");
            prop_assert!(booking.what_for.replaced().is_empty());
            Ok(())
        })?;
    }
}

fn check_others(clinic: &Clinic<'_>, tree: &SourceTree) -> Result<(), TestCaseError> {
    check_origin(Some(&clinic.about.policy_date), tree)?;
    for entity in &clinic.entities.rows {
        check_origin(Some(&entity.name), tree)?;
        check_origin(Some(&entity.country), tree)?;
        check_origin(entity.number.as_ref(), tree)?;
    }
    Ok(())
}
