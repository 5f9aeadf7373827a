use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use jiff::civil::Date;

use super::house::HouseWords;
use super::mentions::Mentions;
use super::prose::{
    FoundSayings, PhraseHit, Saying, SayingSearch, TextBlock, blocks, has_phrases, languages,
};
use super::{Looks, Rule, Settling, rules};
use crate::diagnostic::Diagnostics;
use crate::model::{
    Allowance, ClauseInput, ClauseText, FieldText, HouseRules, Language, LayerContent, Level, SiteConfig,
    Text,
};
use crate::source::SourceTree;
use crate::span::{FileId, Located, Span};

/// What a rule on texts looks at: the clauses and notices of one layer, as they are written.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'t> {
    /// The layer.
    pub content: &'t LayerContent,
    /// The files.
    pub tree: &'t SourceTree,
    /// The site's settings.
    pub config: &'t SiteConfig,
    /// The group's own rules.
    pub house: &'t HouseRules,
    /// The words that they look for.
    pub house_words: &'t HouseWords<'t>,
    /// The day of the build.
    pub date: Date,
}

/// Where a text comes from.
#[derive(Debug, Clone, Copy)]
pub(super) enum TextKind<'t> {
    Clause(&'t ClauseInput),
    Notice,
    /// A text of a TOML file.
    Field {
        table: &'static str,
        name: &'static str,
    },
}

/// A text as its reader sees it.
#[derive(Debug)]
pub struct Reading<'t> {
    pub(super) kind: TextKind<'t>,
    /// None if one text is for every language.
    pub(super) language: Option<&'t Language>,
    pub(super) blocks: Vec<TextBlock>,
    search: &'static SayingSearch,
    said: FoundSayings,
    /// The day of the build.
    pub(super) date: Date,
    file: FileId,
    offset: usize,
}

/// What was found in the texts of a layer.
#[derive(Debug, Default)]
pub struct TextFindings {
    /// What is wrong with them, settled.
    pub found: Diagnostics,
    /// What they mention that only the data of a clinic can be held against.
    pub mentions: Mentions,
}

/// What the rules look for in texts of each language that has phrases, and in those of another;
/// made when it is first asked for.
static SEARCHES: LazyLock<BTreeMap<&str, OnceLock<SayingSearch>>> =
    LazyLock::new(|| languages().chain([OTHER]).map(|language| (language, OnceLock::new())).collect());

/// Stands for a language without phrases.
pub(super) const OTHER: &str = "";

/// What the rules look for in texts of a language.
pub(super) fn search(language: &str) -> &'static SayingSearch {
    let known = SEARCHES.get_key_value(language).or_else(|| SEARCHES.get_key_value(OTHER));
    let (language, search) = known.expect("languages without phrases have an entry");
    search.get_or_init(|| SayingSearch::new(language, rules().iter().map(|rule| (rule.name, rule.sayings()))))
}

/// Whether a rule finds phrases in texts of a language.
pub(super) fn finds_phrases(rule: &Rule, language: &str) -> bool {
    has_phrases(rule.name, language) || search(language).looks_for(rule.name)
}

/// The lists below one of a rule's of which a phrase stands in a text, in the languages that it is for.
pub(super) fn lists_said(
    text: &Text,
    languages: &[Language],
    rule: &Rule,
    above: &str,
) -> BTreeSet<&'static str> {
    let texts = text.each().flat_map(|(language, words)| {
        let languages = language.map_or(languages, std::slice::from_ref);
        languages.iter().map(move |language| (language, words.value.as_str()))
    });
    let said =
        texts.flat_map(|(language, text)| search(language.as_str()).lists_said(&[text], rule.name, above));
    said.collect()
}

/// The lists below one of a rule's for every language of which a phrase stands in any of the names.
pub(super) fn lists_said_everywhere(names: &[&str], rule: &Rule, above: &str) -> Vec<&'static str> {
    search(OTHER).lists_said(names, rule.name, above)
}

/// Checks the texts of one layer with every rule that looks at texts; each is read once,
/// however many clinics have it.
#[must_use]
pub fn check_texts(texts: Texts<'_>) -> TextFindings {
    let Texts { content, config, house, date, .. } = texts;
    let mut texts_found = TextFindings::default();
    let is_on = |rule: &Rule| config.levels.get(rule.name).is_none_or(|level| level.value != Level::Off);
    let on: Vec<(usize, &Rule)> =
        rules().iter().copied().enumerate().filter(|(_, rule)| is_on(rule)).collect();
    for (_, rule) in &on {
        if let Looks::Texts(check) = rule.looks {
            check(texts, &mut texts_found.found);
        }
    }
    for mut reading in texts.readings() {
        // What is the same in every language stands on the pages of all of them.
        let languages = reading.language.map_or(config.languages.as_slice(), std::slice::from_ref);
        for (index, language) in languages.iter().enumerate() {
            reading.find_sayings(search(language.as_str()));
            let looking = on.iter().filter(|(_, rule)| index == 0 || !rule.sayings().is_empty());
            looking.for_each(|(number, rule)| reading.check(*number, rule, &mut texts_found));
            texts.house_words.check(&reading, language, &mut texts_found.found);
        }
    }
    let TextFindings { found, .. } = &mut texts_found;
    let allowances: Vec<&Located<Allowance>> = content.allowances.iter().collect();
    Settling { rules: rules(), house: Some(house), config, allowances: &allowances, date }.settle(0, found);
    texts_found
}

impl<'t> Texts<'t> {
    /// All texts of the layer as their readers see them: clauses, notices, and the texts of the TOML files.
    fn readings(self) -> impl Iterator<Item = Reading<'t>> {
        let clauses = self.content.clauses.values();
        let clauses =
            clauses.flat_map(|clause| clause.texts.iter().map(|text| (TextKind::Clause(clause), text)));
        let notices = self.content.notices.values();
        let notices = notices.flat_map(|notice| notice.texts.iter().map(|text| (TextKind::Notice, text)));
        let prose = clauses.chain(notices);
        prose
            .filter_map(move |(kind, (language, text))| self.prose(kind, language, text))
            .chain(self.fields())
    }

    /// Returns None if the file is not text, or could not be read as one: that has been reported.
    fn prose(self, kind: TextKind<'t>, language: &'t Language, text: &ClauseText) -> Option<Reading<'t>> {
        let file = text.span.file;
        let source = self.tree.file(file);
        let offset = text.span.range().start;
        let is_read = text.title.is_some() || !text.body.segments.is_empty();
        let text = source.text.get(offset..)?;
        (is_read && source.fault.is_none())
            .then(|| self.reading(kind, Some(language), blocks(text), (file, offset)))
    }

    fn reading(
        self,
        kind: TextKind<'t>,
        language: Option<&'t Language>,
        blocks: Vec<TextBlock>,
        (file, offset): (FileId, usize),
    ) -> Reading<'t> {
        let (search, said) = (search(OTHER), FoundSayings::default());
        Reading { kind, language, blocks, search, said, date: self.date, file, offset }
    }

    /// The texts of the TOML files.
    fn fields(self) -> impl Iterator<Item = Reading<'t>> {
        self.content.field_texts().into_iter().map(move |FieldText { key, language, words }| {
            let kind = TextKind::Field { table: key.table, name: key.field };
            let is_as_written = words.span.range().len() == words.value.len();
            let blocks = vec![TextBlock::of_field(&words.value, words.span.range(), is_as_written)];
            self.reading(kind, language, blocks, (words.span.file, 0))
        })
    }
}

impl Reading<'_> {
    /// Finds what the rules look for in texts of a language.
    fn find_sayings(&mut self, search: &'static SayingSearch) {
        (self.search, self.said) = (search, search.said_in(&self.blocks));
    }

    /// Shows the text to a rule.
    fn check(&self, number: usize, rule: &Rule, texts_found: &mut TextFindings) {
        let TextFindings { found, mentions } = texts_found;
        let hits = self.said.hits_of(number);
        match rule.looks {
            Looks::Prose(_, check) | Looks::Both(_, check) => check(self, hits, found),
            Looks::Mentions { note, .. } => mentions.note(rule, self, note(self, hits)),
            _ => {}
        }
    }

    /// Whether the text is a clause or a notice.
    pub(super) fn is_prose(&self) -> bool {
        !matches!(self.kind, TextKind::Field { .. })
    }

    /// Whether the text is of the opening hours: a remark, a reason, a service or a deadline.
    pub(super) fn is_of_times(&self) -> bool {
        matches!(self.kind, TextKind::Field { table: "hours" | "exceptions" | "services" | "deadlines", .. })
    }

    /// Whether the text is in this language.
    pub(super) fn is_in(&self, language: &str) -> bool {
        self.language.is_some_and(|known| known.as_str() == language)
    }

    /// Where a part of a block is in its file.
    pub(super) fn span(&self, block: &TextBlock, range: &Range<usize>) -> Span {
        let source = block.source(range);
        Span::new(self.file, self.offset + source.start..self.offset + source.end)
    }

    /// Where something said is in its file.
    pub(super) fn span_of(&self, hit: &PhraseHit) -> Span {
        self.span(&self.blocks[hit.block], &hit.range)
    }

    /// The words of something said.
    pub(super) fn words_of(&self, hit: &PhraseHit) -> &str {
        &self.blocks[hit.block].text[hit.range.clone()]
    }

    /// Whether a phrase of a rule's list stands in a part of a block.
    pub(super) fn says(&self, rule: &Rule, list: &str, block: usize, range: &Range<usize>) -> bool {
        self.places_in(rule, list, block).any(|place| place.start >= range.start && place.end <= range.end)
    }

    /// Whether a phrase of a rule's list stands at just this place.
    pub(super) fn stands(&self, rule: &Rule, list: &str, block: usize, range: &Range<usize>) -> bool {
        self.places_in(rule, list, block).any(|place| place == range)
    }

    /// Where phrases of a rule's list stand in one block.
    pub(super) fn places_in<'s>(
        &'s self,
        rule: &Rule,
        list: &str,
        block: usize,
    ) -> impl Iterator<Item = &'s Range<usize>> {
        self.search.places_in(&self.said, rule.name, list, block)
    }

    /// Where phrases of a rule's list stand, by block.
    pub(super) fn places<'s>(
        &'s self,
        rule: &Rule,
        list: &str,
    ) -> impl Iterator<Item = (usize, &'s Range<usize>)> {
        self.search.places(&self.said, rule.name, list)
    }
}

impl Rule {
    /// What the rule looks for.
    fn sayings(&self) -> &'static [Saying] {
        match self.looks {
            Looks::Prose(sayings, _) | Looks::Mentions { sayings, .. } => sayings,
            _ => &[],
        }
    }
}
