use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::mentions::Mentions;
use super::prose::{Block, Hit, Saying, Sayings, blocks};
use super::{Looks, Rule, Settling, rules};
use crate::diagnostic::Diagnostics;
use crate::model::{Allowance, ClauseInput, ClauseText, FieldText, Language, LayerContent, SiteConfig};
use crate::source::SourceTree;
use crate::span::{FileId, Located, Span};

/// What a rule on texts looks at: the clauses and notices of one layer, as they are written.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'t> {
    /// The layer.
    pub content: &'t LayerContent,
    /// The files.
    pub tree: &'t SourceTree,
    /// The site's main language.
    pub main: &'t Language,
    /// The day of the build.
    pub date: Date,
}

/// The source text of a clause or a notice in one language, its title included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prose<'t> {
    pub language: &'t Language,
    pub text: &'t str,
    file: FileId,
    offset: usize,
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
    /// None where one text is for every language.
    pub(super) language: Option<&'t Language>,
    pub(super) blocks: Vec<Block>,
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

/// The rules that listen for sayings, and what they listen for; made once.
static LISTENERS: LazyLock<(Vec<&'static Rule>, Sayings)> = LazyLock::new(|| {
    let listening = |rule: &&'static Rule| match rule.looks {
        Looks::Prose(sayings, _) | Looks::Mentions { sayings, .. } => Some((*rule, sayings)),
        _ => None,
    };
    let (listeners, sayings): (Vec<&Rule>, Vec<&'static [Saying]>) =
        rules().iter().filter_map(listening).unzip();
    (listeners, Sayings::new(sayings))
});

/// Checks the texts of one layer with every rule that looks at texts; each is read once, however many clinics have it.
#[must_use]
pub fn check_texts(
    content: &LayerContent,
    config: &SiteConfig,
    tree: &SourceTree,
    date: Date,
) -> TextFindings {
    let (listeners, sayings) = &*LISTENERS;
    let TextFindings { mut found, mut mentions } = TextFindings::default();
    let texts = Texts { content, tree, main: &config.languages[0], date };
    for rule in rules() {
        if let Looks::Texts(check) | Looks::Both(_, check) = rule.looks {
            check(texts, &mut found);
        }
    }
    for reading in texts.readings() {
        let hits = sayings.hits(&reading.blocks);
        for (rule, hits) in listeners.iter().zip(&hits) {
            match rule.looks {
                Looks::Prose(_, check) => check(&reading, hits, &mut found),
                Looks::Mentions { note, .. } => mentions.note(rule, &reading, note(&reading, hits)),
                _ => {}
            }
        }
    }
    let allowances: Vec<&Located<Allowance>> = content.allowances.iter().collect();
    Settling { rules: rules(), config, allowances: &allowances, date }.settle(0, &mut found);
    TextFindings { found, mentions }
}

impl<'t> Texts<'t> {
    /// The texts of all clauses.
    pub(super) fn of_clauses(self) -> impl Iterator<Item = Prose<'t>> {
        let texts = self.content.clauses.values().flat_map(|clause| &clause.texts);
        texts.filter_map(move |(language, text)| self.prose(language, text))
    }

    /// The texts of all notices.
    pub(super) fn of_notices(self) -> impl Iterator<Item = Prose<'t>> {
        let texts = self.content.notices.values().flat_map(|notice| &notice.texts);
        texts.filter_map(move |(language, text)| self.prose(language, text))
    }

    /// The texts of the opening hours: remarks, reasons, services and deadlines, each where it stands in its file.
    ///
    /// One that is the same in every language is read as the main language's.
    pub(super) fn of_times(self) -> Vec<Prose<'t>> {
        let times = ["hours", "exceptions", "services", "deadlines"];
        let fields = self.fields().filter(
            |reading| matches!(reading.kind, TextKind::Field { table, .. } if times.contains(&table)),
        );
        fields.filter_map(|reading| reading.as_written(self.tree, self.main)).collect()
    }

    /// Nothing where the file is no text: that has been reported.
    fn prose(self, language: &'t Language, text: &ClauseText) -> Option<Prose<'t>> {
        let file = text.span.file;
        let source = self.tree.file(file);
        let offset = text.span.range().start;
        let text = source.text.get(offset..)?;
        source.fault.is_none().then_some(Prose { language, text, file, offset })
    }

    /// All texts of the layer as their readers see them: clauses, notices, and the texts of the TOML files.
    fn readings(self) -> impl Iterator<Item = Reading<'t>> {
        let clauses = self.content.clauses.values().flat_map(move |clause| {
            let texts = clause.texts.iter().filter_map(move |(language, text)| self.prose(language, text));
            texts.map(move |prose| Reading::of_prose(prose, TextKind::Clause(clause)))
        });
        let notices = self.of_notices().map(|prose| Reading::of_prose(prose, TextKind::Notice));
        clauses.chain(notices).chain(self.fields())
    }

    /// The texts of the TOML files.
    fn fields(self) -> impl Iterator<Item = Reading<'t>> {
        self.content.field_texts().into_iter().map(|FieldText { key, language, words }| {
            let kind = TextKind::Field { table: key.table, name: key.field };
            let is_as_written = words.span.range().len() == words.value.len();
            let blocks = vec![Block::of_field(&words.value, words.span.range(), is_as_written)];
            Reading { kind, language, blocks, file: words.span.file, offset: 0 }
        })
    }
}

impl Prose<'_> {
    /// Where a part of the text is in its file.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }
}

impl<'t> Reading<'t> {
    fn of_prose(prose: Prose<'t>, kind: TextKind<'t>) -> Self {
        let Prose { language, text, file, offset } = prose;
        Self { kind, language: Some(language), blocks: blocks(text), file, offset }
    }

    /// The text as it is written in its file, where it could be found there.
    fn as_written(&self, tree: &'t SourceTree, main: &'t Language) -> Option<Prose<'t>> {
        let block = self.blocks.first()?;
        let place = block.source(&(0..block.text.len()));
        let text = tree.file(self.file).text.get(place.clone())?;
        let language = self.language.unwrap_or(main);
        (text == block.text).then_some(Prose { language, text, file: self.file, offset: place.start })
    }

    /// The file that the text stands in.
    pub(super) fn file(&self) -> FileId {
        self.file
    }

    /// Whether the text is a clause or a notice.
    pub(super) fn is_prose(&self) -> bool {
        !matches!(self.kind, TextKind::Field { .. })
    }

    /// Whether the text is in this language.
    pub(super) fn is_in(&self, language: &str) -> bool {
        self.language.is_some_and(|known| known.as_str() == language)
    }

    /// Where a part of a block is in its file.
    pub(super) fn span(&self, block: &Block, range: &Range<usize>) -> Span {
        let source = block.source(range);
        Span::new(self.file, self.offset + source.start..self.offset + source.end)
    }

    /// Where something said is in its file.
    pub(super) fn span_of(&self, hit: &Hit) -> Span {
        self.span(&self.blocks[hit.block], &hit.range)
    }

    /// The words of something said.
    pub(super) fn words_of(&self, hit: &Hit) -> &str {
        &self.blocks[hit.block].text[hit.range.clone()]
    }

    /// The sentence of something said, in small letters.
    pub(super) fn sentence_of(&self, hit: &Hit) -> &str {
        &self.blocks[hit.block].folded[hit.sentence.clone()]
    }
}
