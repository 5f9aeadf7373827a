//! Looks up every name of every template.
//!
//! The words of a template are gone through once, in the order that Tera runs them in, every branch of them.
//! What an expression gives is its shape, and no tree is made of it.

mod expression;
mod filter;
mod names;
mod scope;
mod tags;
mod template;
#[cfg(test)]
mod tests;
mod words;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use self::scope::Scope;
use self::template::Template;
use super::shape::Shape;
use crate::diagnostic::catalogue::template as say;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::span::{FileId, Span};

/// A template's text and where it is from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    /// The name that other templates call it by.
    pub(super) name: &'a str,
    pub(super) file: FileId,
    pub(super) text: &'a str,
}

/// Checks templates that Tera can read, those named in `entries` with the shapes of their data.
///
/// A template that is reached from no entry is checked as far as that goes without knowing its data. Those
/// named in `broken` exist, but Tera cannot read them.
pub(super) fn check_templates(
    sources: &[Source<'_>],
    broken: &[&str],
    entries: &[(&str, Shape)],
    found: &mut Diagnostics,
) {
    let templates: BTreeMap<&str, Template<'_>> =
        sources.iter().map(|source| (source.name, Template::read(*source))).collect();
    let Some(first) = templates.values().next() else { return };
    let mut checker = Checker::new(&templates, broken, entries, first);
    for (name, shape) in entries {
        checker.check_entry(name, shape);
    }
    for name in templates.keys() {
        if !checker.reached.contains(name) {
            checker.check_entry(name, &Shape::Any);
        }
    }
    for diagnostic in checker.found.into_values() {
        found.push(diagnostic);
    }
}

/// The place of what felles does not read, though Tera does.
struct NotRead(usize);

type Checked<T> = Result<T, NotRead>;

/// More `if`s, brackets and includes within one another than this are not gone into: the stack is finite.
const DEPTH: usize = 120;

struct Checker<'t, 'a> {
    templates: &'t BTreeMap<&'a str, Template<'a>>,
    broken: &'t [&'a str],
    /// Every name that some entry's data has or some template makes.
    ///
    /// A part that many pages share asks for what only some of them have; a misspelt name is in none.
    variables: BTreeSet<String>,
    reached: BTreeSet<&'a str>,
    found: BTreeMap<(Span, Cow<'static, str>), Diagnostic>,
    /// The template that is being gone through.
    template: &'t Template<'a>,
    /// The next of its words.
    at: usize,
    depth: usize,
    /// That template and those that it extends, the nearest first.
    chain: Vec<&'t Template<'a>>,
    including: Vec<&'a str>,
    /// The blocks that have been gone through, by the template that they stand in.
    seen_blocks: BTreeSet<(&'a str, &'a str)>,
    open_blocks: Vec<&'a str>,
    /// Whether the loop that is being gone through has a `set_global` in it.
    sets_globally: bool,
}

impl<'t, 'a> Checker<'t, 'a> {
    fn new(
        templates: &'t BTreeMap<&'a str, Template<'a>>,
        broken: &'t [&'a str],
        entries: &[(&str, Shape)],
        template: &'t Template<'a>,
    ) -> Self {
        let made = templates.values().flat_map(|template| &template.variables).map(ToString::to_string);
        let mut variables: BTreeSet<String> = made.collect();
        for (_, shape) in entries {
            if let Shape::Object(object) = shape.plain() {
                variables.extend(object.names());
            }
        }
        Self {
            templates,
            broken,
            variables,
            reached: BTreeSet::new(),
            found: BTreeMap::new(),
            template,
            at: 0,
            depth: 0,
            chain: Vec::new(),
            including: Vec::new(),
            seen_blocks: BTreeSet::new(),
            open_blocks: Vec::new(),
            sets_globally: false,
        }
    }

    fn check_entry(&mut self, name: &str, shape: &Shape) {
        let mut chain: Vec<&'t Template<'a>> = Vec::new();
        let mut next = self.templates.get(name);
        while let Some(template) =
            next.filter(|next| chain.iter().all(|other| other.source.name != next.source.name))
        {
            self.reached.insert(template.source.name);
            chain.push(template);
            next = template.parent.and_then(|parent| self.templates.get(parent));
        }
        self.chain = chain;
        self.check_blocks();
        let Some(last) = self.chain.last().copied() else { return };
        self.visit(last, 0, &[], &mut Scope::of_page(shape.clone()));
        // Some stand in the place of a block that is not read, or of none.
        for template in self.chain.clone() {
            for (name, body) in &template.blocks {
                if !self.seen_blocks.contains(&(template.source.name, *name)) {
                    self.visit(template, *body, &["endblock"], &mut Scope::of_page(shape.clone()));
                }
            }
        }
    }

    /// Goes through `template` from one of its words to one of `ends`, and comes back to where it was.
    fn visit(&mut self, template: &'t Template<'a>, at: usize, ends: &[&str], scope: &mut Scope) {
        let (own, own_at) =
            (std::mem::replace(&mut self.template, template), std::mem::replace(&mut self.at, at));
        let (depth, open_blocks, frames) = (self.depth, self.open_blocks.len(), scope.depth());
        if let Err(NotRead(at)) = self.content(ends, scope) {
            let headline = say::template_not_checked(template.source.name);
            self.report(Diagnostic::warning("template-not-checked", self.span(at..at), headline));
        }
        scope.leave_to(frames);
        self.open_blocks.truncate(open_blocks);
        (self.template, self.at, self.depth) = (own, own_at, depth);
    }

    /// Goes one level deeper for as long as `check` takes; past the last level nothing is read.
    fn deeper<T>(&mut self, check: impl FnOnce(&mut Self) -> Checked<T>) -> Checked<T> {
        if self.depth >= DEPTH {
            return Err(self.not_read());
        }
        self.depth += 1;
        let checked = check(self);
        self.depth -= 1;
        checked
    }

    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.template.source.file, range)
    }

    /// Keeps the first finding of each kind at a place.
    fn report(&mut self, diagnostic: Diagnostic) {
        self.found.entry((diagnostic.span, diagnostic.code.clone())).or_insert(diagnostic);
    }
}
