use std::sync::LazyLock;

use crate::check::Rule;
use crate::diagnostic::{Explanation, FINDINGS, MessageLanguage};
use crate::{audit, check};

static RULES: LazyLock<Vec<&Rule>> = LazyLock::new(|| {
    let mut rules: Vec<&Rule> = check::rules().iter().chain(audit::rules()).copied().collect();
    rules.sort_unstable_by_key(|rule| rule.name);
    rules
});

/// All rules, on the data and on finished pages, in the order of their names.
#[must_use]
pub fn rules() -> &'static [&'static Rule] {
    &RULES
}

/// What a finding can be called: the names of all rules, and of what is found without a rule.
pub fn codes() -> impl Iterator<Item = &'static str> {
    rules().iter().map(|rule| rule.name).chain(FINDINGS.iter().copied())
}

/// What is said at length of a rule, or of what is found without one.
#[must_use]
pub fn explanation(code: &str, language: MessageLanguage) -> Option<Explanation> {
    let rule = rules().iter().find(|rule| rule.name == code);
    rule.map(|rule| rule.explanation(language)).or_else(|| Explanation::written(code, language))
}

#[cfg(test)]
mod tests {
    use super::{codes, explanation};
    use crate::diagnostic::{MessageLanguage, Part};
    use crate::{audit, check};

    /// The headings of the text that are no comment in an example.
    fn headings(text: &str) -> Vec<&str> {
        let mut is_example = false;
        let outside = text.lines().filter(|line| {
            is_example ^= line.starts_with("```");
            !is_example
        });
        outside.filter(|line| line.starts_with('#')).collect()
    }

    #[test]
    fn every_code_is_explained_in_both_languages_in_the_same_four_parts() {
        for (code, language) in
            codes().flat_map(|code| [MessageLanguage::Bokmal, MessageLanguage::English].map(|l| (code, l)))
        {
            let explained = explanation(code, language).unwrap_or_else(|| panic!("{code} in {language:?}"));
            let mut expected = vec![format!("# {code}")];
            expected.extend(Part::ALL.map(|part| format!("## {}", part.heading(language))));
            assert_eq!(headings(explained.text()), expected, "{code} in {language:?}");
            for part in Part::ALL {
                assert!(explained.part(part).is_some_and(|text| !text.is_empty()), "{code}: {part:?}");
            }
        }
    }

    #[test]
    fn rules_stand_in_the_order_of_their_names() {
        assert!(check::rules().is_sorted_by_key(|rule| rule.name));
        assert!(audit::rules().is_sorted_by_key(|rule| rule.name));
    }
}
