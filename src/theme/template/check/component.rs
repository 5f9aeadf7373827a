use std::collections::BTreeMap;
use std::sync::Arc;

use super::expression::list_of;
use super::scope::Scope;
use super::{Checker, Source, Templates};
use crate::diagnostic::catalogue::template as say;
use crate::diagnostic::{Diagnostic, nearest};
use crate::span::Span;
use crate::theme::template::shape::{Object, Shape};
use crate::theme::template::tree::{Call, Definition, Kind, MapEntry, Name, Parameter};

/// A component that calls itself with ever new shapes is not followed further.
const CALLS: usize = 64;

/// All components by name; Tera gives them one name space for all templates.
pub(super) struct Components<'t, 'a> {
    list: BTreeMap<&'a str, Component<'t, 'a>>,
}

struct Component<'t, 'a> {
    source: Source<'a>,
    definition: &'t Definition<'a>,
    /// The arguments that its body is or will be checked with.
    seen: Vec<Vec<(String, Shape)>>,
}

/// A component's body that waits to be checked.
pub(super) struct Job<'t, 'a> {
    source: Source<'a>,
    definition: &'t Definition<'a>,
    arguments: Vec<(String, Shape)>,
    called_from: Option<Span>,
}

impl<'t, 'a> Components<'t, 'a> {
    pub(super) fn collect(templates: &'t Templates<'a>) -> Self {
        let mut list = BTreeMap::new();
        for template in templates.values() {
            for definition in &template.tree.components {
                let component = Component { source: template.source, definition, seen: Vec::new() };
                list.entry(definition.name.text).or_insert(component);
            }
        }
        Self { list }
    }
}

/// The arguments of a call: their shapes, and whether some of them are unknown.
#[derive(Default)]
struct Given {
    shapes: BTreeMap<String, Shape>,
    is_open: bool,
    /// The parameters that misspelt arguments probably mean.
    meant: Vec<String>,
}

impl<'t, 'a> Checker<'t, 'a> {
    /// Checks the arguments of a call, and has the component's body checked with them.
    pub(super) fn check_call(&mut self, call: &'t Call<'a>, has_body: bool, scope: &mut Scope) {
        let definition = self.components.list.get(call.name.text).map(|component| component.definition);
        let given = self.given(call, definition, scope);
        let Some(definition) = definition else { return };
        let mut arguments: Vec<(String, Shape)> = Vec::new();
        let mut missing = Vec::new();
        for parameter in &definition.parameters {
            let implicit =
                || parameter.implicit.then(|| scope.find(parameter.name.text).unwrap_or(Shape::Any));
            let shape = given.shapes.get(parameter.name.text).cloned().or_else(implicit);
            let is_meant = || given.meant.iter().any(|name| name == parameter.name.text);
            if shape.is_none() && parameter.default.is_none() && !given.is_open && !is_meant() {
                missing.push(parameter.name.text);
            }
            arguments.push((parameter.name.text.to_owned(), declared(parameter, shape)));
        }
        if let Some(rest) = &definition.rest {
            arguments.push((rest.text.to_owned(), Shape::Any));
        }
        if has_body {
            arguments.push(("body".to_owned(), Shape::Text));
        }
        let span = self.span(call.name.range.clone());
        for name in missing {
            let headline = say::missing_argument(call.name.text, name);
            let place = self.components.list[call.name.text].source.file;
            let definition = Span::new(place, definition.name.range.clone());
            let help = say::write_argument(name);
            let diagnostic = Diagnostic::error("missing-argument", span, headline).with_help(help);
            self.report(diagnostic.with_related(definition, say::component_is_here()));
        }
        self.wait(call.name.text, arguments, Some(span));
    }

    /// Checks the bodies that wait, those of components that nobody calls too.
    pub(super) fn check_components(&mut self) {
        self.check_waiting();
        let uncalled = self.components.list.values().filter(|component| component.seen.is_empty());
        let open = |definition: &Definition<'a>| {
            let names = definition.parameters.iter().map(|parameter| &parameter.name).chain(&definition.rest);
            names.map(|name| (name.text.to_owned(), Shape::Any)).collect()
        };
        let jobs: Vec<_> =
            uncalled.map(|component| (component.definition.name.text, open(component.definition))).collect();
        for (name, arguments) in jobs {
            self.wait(name, arguments, None);
        }
        self.check_waiting();
    }

    fn check_waiting(&mut self) {
        while let Some(job) = self.jobs.pop() {
            self.source = job.source;
            self.chain = Vec::new();
            self.called_from = job.called_from;
            self.walk(&job.definition.body, &mut Scope::of_component(job.arguments));
        }
        self.called_from = None;
    }

    fn given(&mut self, call: &'t Call<'a>, definition: Option<&Definition<'a>>, scope: &mut Scope) -> Given {
        let mut given = Given::default();
        for argument in &call.arguments {
            match argument {
                MapEntry::Value(Some(name), value) => {
                    let shape = self.shape_of(value, scope);
                    given.shapes.insert(name.text.to_owned(), shape);
                    given
                        .meant
                        .extend(definition.and_then(|definition| self.check_name(name, call, definition)));
                }
                MapEntry::Value(None, value) => drop(self.shape_of(value, scope)),
                MapEntry::Spread(value) => {
                    let shape = self.shape_of(value, scope);
                    let object = match shape.plain() {
                        Shape::Object(object) => object,
                        _ => Arc::new(Object { fields: Vec::new(), rest: Some(Shape::Any) }),
                    };
                    given.is_open |= object.rest.is_some();
                    given
                        .shapes
                        .extend(object.fields.iter().map(|field| (field.name.clone(), field.shape.clone())));
                    for field in &object.fields {
                        let name = Name { text: &field.name, range: value.range.clone() };
                        given.meant.extend(
                            definition.and_then(|definition| self.check_name(&name, call, definition)),
                        );
                    }
                }
            }
        }
        given
    }

    /// Reports an argument that the component does not take, and returns the one that is probably meant.
    fn check_name(
        &mut self,
        name: &Name<'_>,
        call: &Call<'_>,
        definition: &Definition<'_>,
    ) -> Option<String> {
        let names: Vec<String> =
            definition.parameters.iter().map(|parameter| parameter.name.text.to_owned()).collect();
        if definition.rest.is_some() || names.iter().any(|other| other == name.text) {
            return None;
        }
        let near = nearest(name.text, names.iter().map(String::as_str));
        let help = match near {
            Some(near) => say::did_you_mean(near),
            None if names.is_empty() => say::takes_no_arguments(call.name.text),
            None => say::arguments_that_exist(call.name.text, &list_of(&names)),
        };
        let headline = say::unknown_argument(call.name.text, name.text);
        let span = self.span(name.range.clone());
        self.report(Diagnostic::error("unknown-argument", span, headline).with_help(help));
        near.map(ToOwned::to_owned)
    }

    fn wait(&mut self, name: &str, arguments: Vec<(String, Shape)>, called_from: Option<Span>) {
        let Some(component) = self.components.list.get_mut(name) else { return };
        if self.is_rehearsal || component.seen.len() >= CALLS || component.seen.contains(&arguments) {
            return;
        }
        component.seen.push(arguments.clone());
        let Component { source, definition, .. } = *component;
        self.jobs.push(Job { source, definition, arguments, called_from });
    }
}

/// The shape of an argument: what the caller gives, else the default, else what the declared kind says.
fn declared(parameter: &Parameter<'_>, given: Option<Shape>) -> Shape {
    let of_kind = || match parameter.kind?.to_ascii_lowercase().as_str() {
        "string" => Some(Shape::Text),
        "bool" => Some(Shape::Bool),
        "integer" | "float" | "number" => Some(Shape::Number),
        _ => None,
    };
    let of_default = || match parameter.default.as_ref()?.kind {
        Kind::Text(_) => Some(Shape::Text),
        Kind::Bool => Some(Shape::Bool),
        Kind::Number | Kind::Negative(_) => Some(Shape::Number),
        Kind::Nothing => Some(Shape::Nothing),
        _ => None,
    };
    match given {
        // Recursive data meets a component that calls itself: one level further is the same shape again.
        Some(shape) if shape != Shape::Any => match shape {
            Shape::Recursive(_) => shape.plain(),
            shape => shape,
        },
        Some(_) => of_kind().unwrap_or(Shape::Any),
        None => of_default().or_else(of_kind).unwrap_or(Shape::Any),
    }
}
