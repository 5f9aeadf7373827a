use std::sync::Arc;

use super::{Field, Object, Shape};

/// Two recursive shapes could be joined for ever; deeper than this nothing is checked.
const DEPTH: usize = 8;

/// The shape of a value that is of one of two shapes: what only one has is optional.
pub(super) fn union(one: &Shape, other: &Shape) -> Shape {
    union_at(one, other, DEPTH)
}

fn union_at(one: &Shape, other: &Shape, depth: usize) -> Shape {
    if one == other {
        return one.clone();
    }
    let Some(depth) = depth.checked_sub(1) else { return Shape::Any };
    match (one, other) {
        (Shape::Any, _) | (_, Shape::Any) => Shape::Any,
        (Shape::Nothing, shape) | (shape, Shape::Nothing) => shape.clone().optional(),
        (Shape::Optional(inner), shape) | (shape, Shape::Optional(inner)) => {
            union_at(inner, shape, depth).optional()
        }
        (Shape::Recursive(recursion), shape) | (shape, Shape::Recursive(recursion)) => {
            union_at(&recursion.expand(), shape, depth)
        }
        (Shape::List(one), Shape::List(other)) => Shape::list(union_at(one, other, depth)),
        (Shape::Object(one), Shape::Object(other)) => {
            Shape::Object(Arc::new(union_of_objects(one, other, depth)))
        }
        _ => Shape::Any,
    }
}

fn union_of_objects(one: &Object, other: &Object, depth: usize) -> Object {
    let mut fields: Vec<Field> = Vec::with_capacity(one.fields.len());
    for field in &one.fields {
        let shape = match other.fields.iter().find(|twin| twin.name == field.name) {
            Some(twin) => union_at(&field.shape, &twin.shape, depth),
            None => field.shape.clone().optional(),
        };
        fields.push(Field { shape, ..field.clone() });
    }
    let news = other.fields.iter().filter(|field| one.fields.iter().all(|twin| twin.name != field.name));
    fields.extend(news.map(|field| Field { shape: field.shape.clone().optional(), ..field.clone() }));
    let rest = match (&one.rest, &other.rest) {
        (Some(one), Some(other)) => Some(union_at(one, other, depth)),
        (rest, None) | (None, rest) => rest.clone(),
    };
    Object { fields, rest }
}
