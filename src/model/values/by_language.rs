use super::Language;

/// Something for each of some languages, in the order of their tags.
///
/// It takes no more room than what it holds: a site has one for each of its many texts,
/// and nearly all are of two or three languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByLanguage<T>(Vec<(Language, T)>);

impl<T> Default for ByLanguage<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByLanguage<T> {
    /// What there is for `language`.
    #[must_use]
    pub fn get(&self, language: &Language) -> Option<&T> {
        self.iter().find(|(known, _)| *known == language).map(|(_, value)| value)
    }

    /// What there is for the first of these languages that has anything, and that language.
    #[must_use]
    pub fn first_of(&self, languages: &[Language]) -> Option<(&Language, &T)> {
        languages.iter().find_map(|language| self.iter().find(|(known, _)| *known == language))
    }

    /// The languages, each with what there is for it.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Language, &T)> {
        self.0.iter().map(|(language, value)| (language, value))
    }

    /// The languages.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.iter().map(|(language, _)| language)
    }

    /// What there is, without the languages.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.iter().map(|(_, value)| value)
    }
}

impl<T> FromIterator<(Language, T)> for ByLanguage<T> {
    /// Of two for one language the last counts.
    fn from_iter<I: IntoIterator<Item = (Language, T)>>(values: I) -> Self {
        let mut all: Vec<(Language, T)> = Vec::new();
        for (language, value) in values {
            match all.binary_search_by(|(known, _)| known.cmp(&language)) {
                Ok(place) => all[place].1 = value,
                Err(place) => all.insert(place, (language, value)),
            }
        }
        all.shrink_to_fit();
        Self(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TextValue;

    #[test]
    fn there_is_one_for_each_language_in_order() {
        let language = |tag: &str| Language::parse(tag).unwrap();
        let numbers: ByLanguage<u8> = [("nn", 1), ("en", 2), ("nb", 3), ("en", 4)]
            .map(|(tag, number)| (language(tag), number))
            .into_iter()
            .collect();
        let all: Vec<_> = numbers.iter().map(|(language, number)| (language.as_str(), *number)).collect();
        assert_eq!(all, [("en", 4), ("nb", 3), ("nn", 1)]);
        assert_eq!(numbers.get(&language("nb")), Some(&3));
        assert_eq!(numbers.get(&language("se")), None);
    }
}
