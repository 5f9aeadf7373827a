use crate::diagnostic::catalogue::values as say;
use crate::model::{Countries, Invalid, Line, NumberedLaw, TextValue};

/// The number by which an act or regulation is found: `LOV-2018-06-15-38`, `SFS 2008:355`, `32016R0679`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawId(String);

impl LawId {
    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whose law it is, by how its country numbers laws.
    ///
    /// # Errors
    /// Says that no known country numbers laws so.
    pub fn among(&self, countries: &Countries) -> Result<NumberedLaw, Invalid> {
        let text = self.0.as_str();
        countries.law(text).ok_or_else(|| {
            let meant = meant(text).filter(|number| countries.law(number).is_some());
            let help = meant.map_or_else(
                || say::write_a_law_id(&crate::model::reader::listed(&countries.law_forms())),
                |number| say::write_it_as(&number),
            );
            Invalid::new(say::not_a_law_id(text), help)
        })
    }
}

impl TextValue for LawId {
    const IS_SHOWN: bool = false;

    /// Any line; [`LawId::among`] checks it once the countries are known.
    fn parse(text: &str) -> Result<Self, Invalid> {
        Line::parse(text).map(|line| Self(line.as_str().to_owned()))
    }
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
    Some(format!("{}-{year:04}-{month:02}-{day:02}-{serial}", kind.to_uppercase()))
}
