use std::sync::Arc;

use super::{Object, Shape, ShapeField};

/// The shape of a value that is of one of two shapes: what only one has is optional.
pub(super) fn union(one: &Shape, other: &Shape) -> Shape {
    if one == other {
        return one.clone();
    }
    match (one, other) {
        (Shape::Any, _) | (_, Shape::Any) => Shape::Any,
        (Shape::Nothing, shape) | (shape, Shape::Nothing) => shape.clone().optional(),
        (Shape::Optional(inner), shape) | (shape, Shape::Optional(inner)) => union(inner, shape).optional(),
        (Shape::List(one), Shape::List(other)) => Shape::list(union(one, other)),
        (Shape::Object(one), Shape::Object(other)) => Shape::Object(Arc::new(union_of_objects(one, other))),
        _ => Shape::Any,
    }
}

fn union_of_objects(one: &Object, other: &Object) -> Object {
    let mut fields: Vec<ShapeField> = Vec::with_capacity(one.fields.len());
    for field in &one.fields {
        let shape = match other.fields.iter().find(|twin| twin.name == field.name) {
            Some(twin) => union(&field.shape, &twin.shape),
            None => field.shape.clone().optional(),
        };
        fields.push(ShapeField { shape, ..field.clone() });
    }
    let news = other.fields.iter().filter(|field| one.fields.iter().all(|twin| twin.name != field.name));
    fields.extend(news.map(|field| ShapeField { shape: field.shape.clone().optional(), ..field.clone() }));
    let rest = match (&one.rest, &other.rest) {
        (Some(one), Some(other)) => Some(union(one, other)),
        (rest, None) | (None, rest) => rest.clone(),
    };
    Object { fields, rest }
}
