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
        is_number(text).then(|| Self(text.to_owned())).ok_or_else(|| {
            let help = meant(text).map_or_else(say::write_a_law_id, |number| say::write_it_as(&number));
            Invalid::new(say::not_a_law_id(text), help)
        })
    }
}

fn is_number(text: &str) -> bool {
    let norwegian = text.strip_prefix("LOV-").or(text.strip_prefix("FOR-")).is_some_and(|rest| {
        let parts: Vec<&str> = rest.split('-').collect();
        parts.len() == 4
            && parts.iter().all(|part| part.parse::<u16>().is_ok())
            && rest.get(..10).is_some_and(|date| date.parse::<jiff::civil::Date>().is_ok())
    });
    let european = text.len() == 10
        && text.starts_with('3')
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    norwegian || european
}

/// The number in what Lovdata's pages show and in their addresses: `lov/1999-07-02-64`, `LOV 1999-7-2-64`.
fn meant(text: &str) -> Option<String> {
    let small = text.to_lowercase();
    let (kind, at) = ["lov", "for"].into_iter().find_map(|kind| {
        let at = small.match_indices(kind).find(|(at, _)| {
            small[at + kind.len()..]
                .trim_start_matches(['/', '-', ' '])
                .starts_with(|sign: char| sign.is_ascii_digit())
        })?;
        Some((kind, at.0 + kind.len()))
    })?;
    let number = small[at..].trim_start_matches(['/', '-', ' ']);
    let parts: Vec<u16> = number.split(['-', '/', ' ']).map_while(|part| part.parse().ok()).collect();
    let [year, month, day, serial] = parts[..] else { return None };
    let number = format!("{}-{year:04}-{month:02}-{day:02}-{serial}", kind.to_uppercase());
    is_number(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_are_known_by_their_numbers() {
        for good in ["LOV-2018-06-15-38", "FOR-2019-03-01-168", "32016R0679"] {
            assert!(LawId::parse(good).is_ok(), "{good}");
        }
        let meant = |text: &str| super::meant(text);
        for text in
            ["LOV 1999-07-02-64", "LOV-1999-7-2-64", "https://lovdata.no/dokument/NL/lov/1999-07-02-64"]
        {
            assert_eq!(meant(text).as_deref(), Some("LOV-1999-07-02-64"), "{text}");
        }
        assert_eq!(meant("lov om helsepersonell m.v."), None);
        for bad in ["LOV-2018-06-15", "LOV-2018-13-15-38", "personopplysningsloven", ""] {
            assert!(LawId::parse(bad).is_err(), "{bad}");
        }
    }
}
