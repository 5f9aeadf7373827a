use std::collections::{BTreeMap, BTreeSet};

use crate::theme::template::shape::{Lookup, Shape};

/// The variables that can be seen at a place in a template.
///
/// Tera looks in the loops from the inside out, then at what `set` made, then, in an included template, at
/// the variables of the one that includes it, and last at the page.
#[derive(Debug)]
pub(super) struct Scope {
    page: Shape,
    frames: Vec<Variables>,
}

/// What `set` makes in one template, or in a loop.
#[derive(Debug, Default)]
struct Variables {
    is_loop: bool,
    variables: BTreeMap<String, Shape>,
}

impl Scope {
    pub(super) fn of_page(page: Shape) -> Self {
        Self { page, frames: vec![Variables::default()] }
    }

    /// Enters a loop, or an included template.
    pub(super) fn enter(&mut self, is_loop: bool) {
        self.frames.push(Variables { is_loop, variables: BTreeMap::new() });
    }

    pub(super) fn depth(&self) -> usize {
        self.frames.len()
    }

    pub(super) fn leave_to(&mut self, depth: usize) {
        self.frames.truncate(depth);
    }

    pub(super) fn is_in_loop(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.is_loop)
    }

    pub(super) fn find(&self, name: &str) -> Option<Shape> {
        let made = self.frames.iter().rev().find_map(|frame| frame.variables.get(name));
        made.cloned().or_else(|| match self.page.field(name) {
            Lookup::Found(shape) => Some(shape),
            Lookup::Unknown(_) | Lookup::NoFields(_) => None,
        })
    }

    /// Makes a variable of the innermost loop, whatever it is called outside.
    pub(super) fn bind(&mut self, name: &str, shape: Shape) {
        if let Some(frame) = self.frames.last_mut() {
            frame.variables.insert(name.to_owned(), shape);
        }
    }

    /// What `set` does, `global` for `set_global`.
    ///
    /// It may stand in a branch that is not taken, so the old shape stays possible.
    pub(super) fn assign(&mut self, name: &str, shape: &Shape, global: bool) {
        let shape = self.find(name).map_or_else(|| shape.clone(), |old| old.or(shape));
        if let Some(frame) = self.frames.iter_mut().rev().find(|frame| !global || !frame.is_loop) {
            frame.variables.insert(name.to_owned(), shape);
        }
    }

    pub(super) fn names(&self) -> Vec<String> {
        let made = self.frames.iter().flat_map(|frame| frame.variables.keys().cloned());
        let mut names: BTreeSet<String> = made.collect();
        if let Shape::Object(object) = self.page.plain() {
            names.extend(object.names());
        }
        names.into_iter().collect()
    }
}
