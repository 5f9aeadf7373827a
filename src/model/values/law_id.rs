use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, TextValue};

/// The number by which an act or regulation is found: Lovdata's (`LOV-2018-06-15-38`, `FOR-2019-03-01-168`)
/// or the European Union's (`32016R0679`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawId(String);

impl LawId {
    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextValue for LawId {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let norwegian = text.strip_prefix("LOV-").or(text.strip_prefix("FOR-")).is_some_and(|rest| {
            let parts: Vec<&str> = rest.split('-').collect();
            parts.len() == 4
                && parts.iter().all(|part| part.parse::<u16>().is_ok())
                && rest.get(..10).is_some_and(|date| date.parse::<jiff::civil::Date>().is_ok())
        });
        let european = text.len() == 10
            && text.starts_with('3')
            && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
        (norwegian || european)
            .then(|| Self(text.to_owned()))
            .ok_or_else(|| Invalid::new(say::not_a_law_id(text), say::write_a_law_id()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_are_known_by_their_numbers() {
        for good in ["LOV-2018-06-15-38", "FOR-2019-03-01-168", "32016R0679"] {
            assert!(LawId::parse(good).is_ok(), "{good}");
        }
        for bad in ["LOV-2018-06-15", "LOV-2018-13-15-38", "personopplysningsloven", ""] {
            assert!(LawId::parse(bad).is_err(), "{bad}");
        }
    }
}
