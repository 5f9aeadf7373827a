use std::sync::LazyLock;

use crate::check::Rule;
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

#[cfg(test)]
mod tests {
    use super::rules;
    use crate::{audit, check};

    #[test]
    fn every_rule_explains_itself_under_its_own_name() {
        for rule in rules() {
            let text = rule.explanation();
            assert!(text.starts_with(&format!("# {}\n", rule.name)), "{}", rule.name);
            for heading in ["## What it finds", "## Why it matters", "## Example", "## How to fix it"] {
                assert!(text.contains(heading), "{}: {heading}", rule.name);
            }
        }
        assert!(check::rules().is_sorted_by_key(|rule| rule.name));
        assert!(audit::rules().is_sorted_by_key(|rule| rule.name));
    }
}
