use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// A legal basis out of GDPR Article 6(1), by its letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LegalBasisArticle(char);

impl LegalBasisArticle {
    /// Consent, Article 6(1)(a).
    pub const CONSENT: Self = Self('a');
    /// Legitimate interests, Article 6(1)(f).
    pub const LEGITIMATE_INTERESTS: Self = Self('f');

    /// The letter, `a` to `f`.
    #[must_use]
    pub fn letter(self) -> char {
        self.0
    }

    /// `6(1)(c)`
    #[must_use]
    pub fn citation(self) -> String {
        format!("6(1)({})", self.0)
    }
}

impl TextValue for LegalBasisArticle {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        letter(text, "6(1)(", 'f').map(Self).ok_or_else(|| {
            Invalid::new(
                say::not_a_legal_basis(text),
                meant(text, "6", "1", 'f')
                    .map_or_else(say::write_a_legal_basis, |article| say::write_it_as(&article)),
            )
        })
    }
}

/// A condition out of GDPR Article 9(2), without which health data may not be used, by its letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpecialCategoryCondition(char);

impl SpecialCategoryCondition {
    /// The letter, `a` to `j`.
    #[must_use]
    pub fn letter(self) -> char {
        self.0
    }

    /// `9(2)(h)`
    #[must_use]
    pub fn citation(self) -> String {
        format!("9(2)({})", self.0)
    }
}

impl TextValue for SpecialCategoryCondition {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        letter(text, "9(2)(", 'j').map(Self).ok_or_else(|| {
            Invalid::new(
                say::not_a_condition(text),
                meant(text, "9", "2", 'j')
                    .map_or_else(say::write_a_condition, |article| say::write_it_as(&article)),
            )
        })
    }
}

/// What is meant by an article that is cited in another way: `6.1.c`, `art. 6 nr. 1 bokstav c`, `6 (1) c`.
fn meant(text: &str, article: &str, number: &str, last: char) -> Option<String> {
    let small = text.to_lowercase();
    let spaced: String = small
        .chars()
        .map(|sign| if sign.is_alphanumeric() { sign } else { ' ' })
        .flat_map(|sign| if sign.is_ascii_digit() { vec![' ', sign, ' '] } else { vec![sign] })
        .collect();
    let mut parts = spaced.split_whitespace().filter(|part| part.len() == 1);
    let is_cited = parts.next() == Some(article) && parts.next() == Some(number);
    let letter = parts.next()?.chars().next().filter(|letter| is_cited && ('a'..=last).contains(letter))?;
    parts.next().is_none().then(|| format!("{article}({number})({letter})"))
}

fn letter(text: &str, before: &str, last: char) -> Option<char> {
    let mut rest = text.strip_prefix(before)?.strip_suffix(')')?.chars();
    rest.next().filter(|letter| ('a'..=last).contains(letter) && rest.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_written_as_the_regulation_cites_them() {
        assert_eq!(
            LegalBasisArticle::parse("6(1)(c)").map(LegalBasisArticle::citation).as_deref(),
            Ok("6(1)(c)")
        );
        assert_eq!(SpecialCategoryCondition::parse("9(2)(h)").map(SpecialCategoryCondition::letter), Ok('h'));
        for bad in ["6(1)(g)", "6(1)", "6.1.c", "9(2)(h)", "6(1)(cc)", ""] {
            assert!(LegalBasisArticle::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_article_that_is_cited_in_another_way_is_understood() {
        for text in ["6.1.c", "6(1)c", "6 (1) c", "art. 6 nr. 1 bokstav c", "6 nr. 1 c", "6-1-c", "6.1(C)"] {
            assert_eq!(meant(text, "6", "1", 'f').as_deref(), Some("6(1)(c)"), "{text}");
        }
        for text in ["6(1)(g)", "6(2)(c)", "6", "6.1.c.f", ""] {
            assert_eq!(meant(text, "6", "1", 'f'), None, "{text}");
        }
    }
}
