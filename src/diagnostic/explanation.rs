use std::borrow::Cow;

use include_dir::{Dir, include_dir};

use super::MessageLanguage;

/// One text a code and language.
static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/diagnostic/explanations");

/// What is said of a code at length: what it finds, why that matters, an example and the cure, in Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    text: Cow<'static, str>,
}

/// A part of an explanation, in the order in which they stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExplanationPart {
    /// What it finds.
    Finds,
    /// Why it matters.
    Matters,
    /// An example.
    Example,
    /// How to fix it.
    Cure,
}

impl Explanation {
    /// An explanation that stands elsewhere.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self { text: Cow::Owned(text) }
    }

    /// What `explanations/` says of `code` in `language`, if it says anything.
    #[must_use]
    pub fn written(code: &str, language: MessageLanguage) -> Option<Self> {
        let file = TEXTS.get_file(format!("{}/{code}.md", language.tag()))?;
        Some(Self { text: Cow::Borrowed(file.contents_utf8()?) })
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// One part in the language that the text is in, on one line.
    #[must_use]
    pub fn part(&self, part: ExplanationPart) -> Option<String> {
        let starts = [MessageLanguage::Bokmal, MessageLanguage::English].map(|language| {
            let (_, rest) = self.text.split_once(&format!("## {}\n", part.heading(language)))?;
            Some(rest)
        });
        let rest = starts.into_iter().flatten().next()?;
        let text = rest.split("\n## ").next().unwrap_or(rest);
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

impl ExplanationPart {
    /// All parts.
    pub const ALL: [Self; 4] = [Self::Finds, Self::Matters, Self::Example, Self::Cure];

    /// What stands over the part.
    #[must_use]
    pub fn heading(self, language: MessageLanguage) -> &'static str {
        match (self, language) {
            (Self::Finds, MessageLanguage::Bokmal) => "Hva den finner",
            (Self::Finds, MessageLanguage::English) => "What it finds",
            (Self::Matters, MessageLanguage::Bokmal) => "Hvorfor det betyr noe",
            (Self::Matters, MessageLanguage::English) => "Why it matters",
            (Self::Example, MessageLanguage::Bokmal) => "Eksempel",
            (Self::Example, MessageLanguage::English) => "Example",
            (Self::Cure, MessageLanguage::Bokmal) => "Slik retter du det",
            (Self::Cure, MessageLanguage::English) => "How to fix it",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Explanation, ExplanationPart};

    #[test]
    fn a_part_ends_where_the_next_begins() {
        let check = |text: &str, part: ExplanationPart, expected: Option<&str>| {
            assert_eq!(Explanation::new(text.to_owned()).part(part).as_deref(), expected, "{text:?}");
        };
        let english = "# x\n\n## What it finds\nOne\nline.\n\n## Why it matters\nThis.\n";
        check(english, ExplanationPart::Finds, Some("One line."));
        check(english, ExplanationPart::Matters, Some("This."));
        check(english, ExplanationPart::Cure, None);
        check("# x\n\n## Hva den finner\nEn linje.\n", ExplanationPart::Finds, Some("En linje."));
    }
}
