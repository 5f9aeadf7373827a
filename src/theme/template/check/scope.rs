use crate::theme::template::shape::{Lookup, Shape};

/// The variables that can be seen at a place in a template.
///
/// Tera looks in the loops from the inside out, then at what `set` made, then, in an included template, at the
/// variables of the one that includes it, and last at the page.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    frames: Vec<Frame>,
}

#[derive(Debug, Clone)]
struct Frame {
    kind: FrameKind,
    variables: Variables,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FrameKind {
    /// The page's data, or a component's arguments.
    Data,
    /// What `set` makes in one template.
    Template,
    Loop,
}

#[derive(Debug, Clone)]
enum Variables {
    Shape(Shape),
    List(Vec<(String, Shape)>),
}

impl Scope {
    pub(super) fn of_page(page: Shape) -> Self {
        let data = Frame { kind: FrameKind::Data, variables: Variables::Shape(page) };
        Self { frames: vec![data, Frame::new(FrameKind::Template)] }
    }

    pub(super) fn of_component(arguments: Vec<(String, Shape)>) -> Self {
        let data = Frame { kind: FrameKind::Data, variables: Variables::List(arguments) };
        Self { frames: vec![data, Frame::new(FrameKind::Template)] }
    }

    pub(super) fn is_component(&self) -> bool {
        matches!(self.frames.first(), Some(Frame { variables: Variables::List(_), .. }))
    }

    pub(super) fn enter_include(&mut self) {
        self.frames.push(Frame::new(FrameKind::Template));
    }

    pub(super) fn enter_loop(&mut self) {
        self.frames.push(Frame::new(FrameKind::Loop));
    }

    pub(super) fn leave(&mut self) {
        self.frames.pop();
    }

    pub(super) fn is_in_loop(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.kind == FrameKind::Loop)
    }

    pub(super) fn find(&self, name: &str) -> Option<Shape> {
        self.frames.iter().rev().find_map(|frame| frame.find(name))
    }

    /// Makes a variable of the innermost loop, whatever it is called outside.
    pub(super) fn bind(&mut self, name: &str, shape: Shape) {
        if let Some(frame) = self.frames.last_mut() {
            frame.put(name, shape);
        }
    }

    /// What `set` does, `global` for `set_global`.
    ///
    /// It may stand in a branch that is not taken, so the old shape stays possible.
    pub(super) fn assign(&mut self, name: &str, shape: &Shape, global: bool) {
        let shape = self.find(name).map_or_else(|| shape.clone(), |old| old.or(shape));
        let is_target = |frame: &&mut Frame| !global || frame.kind == FrameKind::Template;
        if let Some(frame) = self.frames.iter_mut().rev().find(is_target) {
            frame.put(name, shape);
        }
    }

    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.frames.iter().flat_map(Frame::names).collect();
        names.sort();
        names.dedup();
        names
    }
}

impl Frame {
    fn new(kind: FrameKind) -> Self {
        Self { kind, variables: Variables::List(Vec::new()) }
    }

    fn find(&self, name: &str) -> Option<Shape> {
        match &self.variables {
            Variables::List(list) => {
                list.iter().find(|(other, _)| other == name).map(|(_, shape)| shape.clone())
            }
            Variables::Shape(shape) => match shape.field(name) {
                Lookup::Found(shape) => Some(shape),
                Lookup::Unknown(_) | Lookup::NoFields(_) => None,
            },
        }
    }

    fn put(&mut self, name: &str, shape: Shape) {
        if let Variables::List(list) = &mut self.variables {
            list.retain(|(other, _)| other != name);
            list.push((name.to_owned(), shape));
        }
    }

    fn names(&self) -> Vec<String> {
        match &self.variables {
            Variables::List(list) => list.iter().map(|(name, _)| name.clone()).collect(),
            Variables::Shape(shape) => match shape.plain() {
                Shape::Object(object) => object.names(),
                _ => Vec::new(),
            },
        }
    }
}
