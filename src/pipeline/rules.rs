use std::sync::{Arc, LazyLock};

use super::build::config;
use crate::check::Rule;
use crate::diagnostic::{
    Diagnostics, Explanation, ExplanationPart, FINDINGS, Message, MessageLanguage, catalogue::house as say,
};
use crate::model::{HouseRule, HouseRules, Language};
use crate::parse::parse_site;
use crate::source::SourceTree;
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
    Explanation::written(code, language)
}

/// The group's own rules, as far as they can be read.
#[must_use]
pub fn house_rules(tree: &SourceTree) -> Arc<HouseRules> {
    parse_site(tree, &mut Diagnostics::new()).map(|site| site.house_rules).unwrap_or_default()
}

/// What is said at length of a house rule.
#[must_use]
pub fn house_explanation(rule: &HouseRule, language: MessageLanguage) -> Explanation {
    let listed = |words: Vec<String>| words.join(", ");
    let wordings = || rule.wordings.values();
    let phrases = || wordings().flat_map(|wording| &wording.phrases);
    let quoted = |words: &str| format!("`{words}`");
    let finds = say::finds_words(&listed(phrases().map(|phrase| quoted(&phrase.words.value)).collect()));
    let exceptions: Vec<String> =
        wordings().flat_map(|wording| &wording.exceptions).map(|words| quoted(&words.value)).collect();
    let excepted = (!exceptions.is_empty()).then(|| say::but_not_in(&listed(exceptions)));
    let pairs = phrases()
        .filter_map(|phrase| Some(format!("`{}` → `{}`", phrase.words.value, phrase.instead.as_ref()?)));
    let pairs: Vec<String> = pairs.collect();
    let cure =
        if pairs.is_empty() { say::write_it_otherwise() } else { say::write_what_instead(&listed(pairs)) };
    let sentence = |message: &Message| format!("{}.\n", message.in_language(language));
    let parts = [
        (ExplanationPart::Finds, sentence(&finds) + &excepted.as_ref().map(sentence).unwrap_or_default()),
        (ExplanationPart::Matters, format!("{}.\n", rule.reason_in(language.tag()).trim_end_matches('.'))),
        (ExplanationPart::Cure, sentence(&cure)),
    ];
    let parts = parts.map(|(part, text)| format!("\n## {}\n{text}", part.heading(language)));
    Explanation::new(format!("# {}\n{}", rule.name, parts.concat()))
}

/// The languages of a site for which there are no phrases, each with how many rules look for some.
#[must_use]
pub fn languages_without_phrases(tree: &SourceTree) -> Vec<(Language, usize)> {
    let languages = config(tree).map(|config| config.languages).unwrap_or_default();
    let deaf = |language: &Language| rules().iter().filter(|rule| rule.is_deaf_to(language)).count();
    let unknown =
        |language: &Language| !check::languages_with_phrases().any(|known| known == language.as_str());
    let counted = languages.into_iter().filter(unknown).map(|language| (deaf(&language), language));
    counted.filter(|(rules, _)| *rules > 0).map(|(rules, language)| (language, rules)).collect()
}

#[cfg(test)]
mod tests {
    use super::{codes, explanation};
    use crate::diagnostic::{ExplanationPart, MessageLanguage};
    use crate::{audit, check};

    /// The headings of the text that are not a comment in an example.
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
            expected.extend(ExplanationPart::ALL.map(|part| format!("## {}", part.heading(language))));
            assert_eq!(headings(explained.text()), expected, "{code} in {language:?}");
            for part in ExplanationPart::ALL {
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
