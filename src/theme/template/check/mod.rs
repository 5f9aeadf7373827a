//! Looks up every name of every template.

mod component;
mod expression;
mod filter;
mod names;
mod node;
mod scope;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::catalogue::template as say;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::span::{FileId, Span};

use self::component::{Components, Job};
use self::scope::Scope;
use super::parser::{Fault, parse_template};
use super::shape::Shape;
use super::tree::{Node, Tree};

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
/// A template that is reached from no entry is checked as far as that goes without knowing its data. Those named in
/// `broken` exist, but Tera cannot read them either; what they define is then unknown.
pub(super) fn check_templates(
    sources: &[Source<'_>],
    broken: &[&str],
    entries: &[(&str, Shape)],
    found: &mut Diagnostics,
) {
    let mut templates = BTreeMap::new();
    let mut unread = broken.to_vec();
    for source in sources {
        match parse_template(source.text) {
            Ok(tree) => drop(templates.insert(source.name, Template::new(*source, tree))),
            Err(Fault(at)) => {
                unread.push(source.name);
                let span = Span::new(source.file, at..at);
                found.push(Diagnostic::warning(
                    "template-not-checked",
                    span,
                    say::template_not_checked(source.name),
                ));
            }
        }
    }
    names::check_names(&templates, &unread, found);
    let mut checker = Checker::new(&templates, entries);
    for (name, shape) in entries {
        checker.check_entry(name, shape);
    }
    for name in templates.keys().filter(|name| !checker.reached.contains(*name)).copied().collect::<Vec<_>>()
    {
        checker.check_entry(name, &Shape::Any);
    }
    checker.check_components();
    checker.found.into_values().for_each(|diagnostic| found.push(diagnostic));
}

/// A template that has been read.
struct Template<'a> {
    source: Source<'a>,
    tree: Tree<'a>,
}

impl<'a> Template<'a> {
    fn new(source: Source<'a>, tree: Tree<'a>) -> Self {
        Self { source, tree }
    }

    /// All blocks, also those inside others.
    fn blocks<'t>(&'t self) -> BTreeMap<&'a str, &'t [Node<'a>]> {
        let mut blocks = BTreeMap::new();
        collect_blocks(&self.tree.nodes, &mut blocks);
        blocks
    }
}

fn collect_blocks<'t, 'a>(nodes: &'t [Node<'a>], blocks: &mut BTreeMap<&'a str, &'t [Node<'a>]>) {
    for node in nodes {
        match node {
            Node::Block { name, body } => {
                blocks.insert(name.text, body);
                collect_blocks(body, blocks);
            }
            Node::If { branches, otherwise } => {
                for (_, body) in branches {
                    collect_blocks(body, blocks);
                }
                collect_blocks(otherwise, blocks);
            }
            Node::Capture { body, .. } | Node::Call { body, .. } => collect_blocks(body, blocks),
            Node::Output(_) | Node::Set { .. } | Node::For { .. } | Node::Include(_) => {}
        }
    }
}

type Templates<'a> = BTreeMap<&'a str, Template<'a>>;

struct Checker<'t, 'a> {
    templates: &'t Templates<'a>,
    components: Components<'t, 'a>,
    /// Every name that some entry's data has or some template makes.
    ///
    /// A part that many pages share asks for what only some of them have; a misspelt name is in none.
    variables: BTreeSet<String>,
    reached: BTreeSet<&'a str>,
    jobs: Vec<Job<'t, 'a>>,
    found: BTreeMap<(Span, &'static str), Diagnostic>,
    /// The template that is being walked.
    source: Source<'a>,
    /// That template and those that it extends, the nearest first.
    chain: Vec<&'t Template<'a>>,
    including: Vec<&'a str>,
    open_blocks: Vec<&'a str>,
    /// Where the component was called whose body is being walked.
    called_from: Option<Span>,
    /// Set while only the shapes of variables matter, and nothing is reported.
    is_rehearsal: bool,
}

impl<'t, 'a> Checker<'t, 'a> {
    fn new(templates: &'t Templates<'a>, entries: &[(&str, Shape)]) -> Self {
        let made = templates.values().flat_map(|template| &template.tree.variables).map(ToString::to_string);
        let mut variables: BTreeSet<String> = made.collect();
        for (_, shape) in entries {
            if let Shape::Object(object) = shape.plain() {
                variables.extend(object.names());
            }
        }
        Self {
            templates,
            components: Components::collect(templates),
            variables,
            reached: BTreeSet::new(),
            jobs: Vec::new(),
            found: BTreeMap::new(),
            source: Source { name: "", file: FileId(0), text: "" },
            chain: Vec::new(),
            including: Vec::new(),
            open_blocks: Vec::new(),
            called_from: None,
            is_rehearsal: false,
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
            next = template.tree.parent.as_ref().and_then(|parent| self.templates.get(parent.text));
        }
        let Some(&last) = chain.last() else { return };
        self.chain = chain;
        self.source = last.source;
        self.walk(&last.tree.nodes, &mut Scope::of_page(shape.clone()));
    }

    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.source.file, range)
    }

    /// Keeps the first finding of each kind at a place.
    fn report(&mut self, diagnostic: Diagnostic) {
        if self.is_rehearsal {
            return;
        }
        let diagnostic = match self.called_from {
            Some(call) => diagnostic.with_related(call, say::called_from_here()),
            None => diagnostic,
        };
        self.found.entry((diagnostic.span, diagnostic.code)).or_insert(diagnostic);
    }
}
