//! What felles tells the people who edit the content: findings, each with its place and,
//! if known, its cure.
//!
//! In: nothing. Out: [`Diagnostic`], [`Diagnostics`] (the sink that every stage is given), [`Message`] and
//! the [`catalogue`] of every sentence in Norwegian and English; an [`Explanation`] of every code.
//!
//! Invariant: a message exists in both languages, or the program does not compile.
//! Invariant: this stage draws nothing; `report` does.

pub mod catalogue;
mod explanation;
mod findings;
mod joined;
mod message;
mod nearest;

pub use explanation::{Explanation, ExplanationPart};
pub use findings::FINDINGS;
pub use message::{Message, MessageLanguage};
pub use nearest::{nearest, nearest_of_keys};

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::span::{FileId, Span};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// Published all the same.
    Warning,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of finding this is, in words joined by hyphens; a rule's name if a rule found it,
    /// of the group's own too.
    pub code: Cow<'static, str>,
    /// How much it weighs.
    pub severity: Severity,
    /// What is, in one clause.
    pub headline: Message,
    /// Where it is.
    pub span: Span,
    /// What to say beside the place.
    pub label: Option<Message>,
    /// Other places that the finding is about.
    pub related: Vec<(Span, Message)>,
    /// What the reader can do about it.
    pub help: Option<Message>,
    /// The clinics whose content it was found in; none if it is about the site, a brand or a file.
    pub clinics: BTreeSet<String>,
}

impl Diagnostic {
    /// An error at `span`.
    #[must_use]
    pub fn error(code: impl Into<Cow<'static, str>>, span: Span, headline: Message) -> Self {
        let code = code.into();
        let (severity, label, related, help) = (Severity::Error, None, Vec::new(), None);
        Self { code, severity, headline, span, label, related, help, clinics: BTreeSet::new() }
    }

    /// A warning at `span`.
    #[must_use]
    pub fn warning(code: impl Into<Cow<'static, str>>, span: Span, headline: Message) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, headline) }
    }

    /// The same finding with words beside its place, if there are any.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<Option<Message>>) -> Self {
        self.label = label.into();
        self
    }

    /// The same finding with one more place.
    #[must_use]
    pub fn with_related(mut self, span: Span, label: Message) -> Self {
        self.related.push((span, label));
        self
    }

    /// The same finding with a cure, if there is one.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<Option<Message>>) -> Self {
        self.help = help.into();
        self
    }

    /// The files of all its places.
    pub fn files(&self) -> impl Iterator<Item = FileId> {
        std::iter::once(self.span.file).chain(self.related.iter().map(|(span, _)| span.file))
    }

    /// The same finding where the files have these numbers.
    #[must_use]
    pub fn with_files(mut self, number: impl Fn(FileId) -> FileId) -> Self {
        self.span.file = number(self.span.file);
        self.related.iter_mut().for_each(|(span, _)| span.file = number(span.file));
        self
    }

    /// What makes two findings the same, in the order in which findings are told.
    fn identity(&self) -> (Span, Severity, &str, &Message) {
        (self.span, self.severity, &self.code, &self.headline)
    }
}

/// The sink for findings, handed through every stage.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    /// Shared, since what is kept from one build to the next is gathered anew each time.
    list: Vec<Arc<Diagnostic>>,
    /// The allowances that allowed something.
    used: BTreeSet<Span>,
    /// What would be found if the site were no example.
    excused: Vec<Arc<Diagnostic>>,
}

impl Diagnostics {
    /// An empty sink.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(Arc::new(diagnostic));
    }

    /// Adds a finding, unless it is excused since the site is an example: then it is only counted.
    pub fn push_unless(&mut self, is_excused: bool, diagnostic: Diagnostic) {
        let list = if is_excused { &mut self.excused } else { &mut self.list };
        list.push(Arc::new(diagnostic));
    }

    /// Adds all findings of another sink.
    pub fn append(&mut self, mut other: Self) {
        self.list.append(&mut other.list);
        self.used.append(&mut other.used);
        self.excused.append(&mut other.excused);
    }

    /// Says of the findings after the first `before` that they were found in `clinic`.
    pub fn found_in_clinic(&mut self, before: usize, clinic: &str) {
        for finding in self.list.iter_mut().skip(before) {
            Arc::make_mut(finding).clinics.insert(clinic.to_owned());
        }
    }

    /// Keeps those of the findings after the first `before` that `keep` says yes to.
    pub fn retain_since(&mut self, before: usize, keep: impl Fn(&Diagnostic) -> bool) {
        let later = self.list.split_off(before.min(self.list.len()));
        self.list.extend(later.into_iter().filter(|finding| keep(finding)));
    }

    /// Puts what `settle` makes of them in the place of the findings after the first `before`.
    ///
    /// `settle` notes the places of the allowances that it makes use of.
    pub fn settle_since(
        &mut self,
        before: usize,
        settle: impl Fn(Diagnostic, &mut BTreeSet<Span>) -> Option<Diagnostic>,
    ) {
        let later = self.list.split_off(before.min(self.list.len()));
        let used = &mut self.used;
        let settled = later.into_iter().filter_map(|finding| settle(Arc::unwrap_or_clone(finding), used));
        self.list.extend(settled.map(Arc::new));
    }

    /// Whether the allowance written at `span` allowed something.
    #[must_use]
    pub fn is_used(&self, span: Span) -> bool {
        self.used.contains(&span)
    }

    /// Takes out the findings after the first `before`.
    #[must_use]
    pub fn take_since(&mut self, before: usize) -> Vec<Diagnostic> {
        let later = self.list.split_off(before.min(self.list.len()));
        later.into_iter().map(Arc::unwrap_or_clone).collect()
    }

    /// The findings, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter().map(|finding| &**finding)
    }

    /// How many findings there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len()
    }

    /// Whether any finding is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether any finding is an error whose name `is_meant` does not say yes to.
    #[must_use]
    pub fn has_errors_but(&self, is_meant: impl Fn(&str) -> bool) -> bool {
        let errors = self.list.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        errors.into_iter().any(|diagnostic| !is_meant(&diagnostic.code))
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// What is excused since the site is an example, by file, place and code, each once; as warnings.
    #[must_use]
    pub fn excused(&self) -> Vec<Diagnostic> {
        let list = self.excused.clone();
        let excused = Self { list, ..Self::default() }.into_sorted().into_iter();
        excused.map(|finding| Diagnostic { severity: Severity::Warning, ..finding }).collect()
    }

    /// The findings by file, place and code, each once, and one for all clinics that it is true of.
    #[must_use]
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| a.identity().cmp(&b.identity()));
        joined::joined(&self.list)
    }
}
