//! Loads a theme's templates and checks them against the shapes of the data they are given.
//!
//! In: the source tree, the chain of themes and, for each template that a page is made with,
//! the [`Shape`] of its data.
//! Out: [`Templates`], ready to render, and a finding for every name in them that does not exist.
//!
//! Tera itself stays silent if a misspelt name is only asked about: `{% if clinic.nmae %}` is just false.
//! So the templates are gone through a second time, by a small reader of our own,
//! and every path is looked up in its shape.
//! It knows the tags and expressions that themes are made of: `extends`, `block`, `include`, `for`, `if`,
//! `set`, `set_global` and `filter`; paths, filters, tests, functions, operators, lists and `a if b else c`.
//! Components, maps, slices, comprehensions and raw parts it does not know.
//!
//! Invariant: every field that a template names is looked up, also in branches that no page takes.
//! Invariant: a template that Tera takes is either checked to its end or named in a warning,
//! at the place of what is not known.
//! Invariant: Tera's own drawing of an error is never shown; its words and places are, in our diagnostics.

mod check;
mod fault;
mod lexer;
mod reference;
mod shape;
mod templates;

pub use reference::to_markdown as reference_to_markdown;
pub use shape::{Object, Shape, ShapeField};
pub use templates::Templates;
