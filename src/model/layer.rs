use std::fmt;

use crate::span::{Located, Span};

/// A layer of the content, from the widest to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer<'a> {
    /// `content/group/`
    Group,
    /// `content/profiles/<id>/`
    Profile(&'a str),
    /// `content/clinics/<id>/`
    Clinic(&'a str),
}

impl Layer<'_> {
    /// The layer's folder.
    #[must_use]
    pub fn folder(&self) -> String {
        match self {
            Self::Group => "content/group".to_owned(),
            Self::Profile(id) => format!("content/profiles/{id}"),
            Self::Clinic(id) => format!("content/clinics/{id}"),
        }
    }
}

impl fmt::Display for Layer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group => f.write_str("group"),
            Self::Profile(id) => write!(f, "profile {id}"),
            Self::Clinic(id) => write!(f, "clinic {id}"),
        }
    }
}

/// Where a value was written: in which layer, and where in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The layer.
    pub layer: Layer<'a>,
    /// The place.
    pub span: Span,
}

/// A merged value: the narrowest layer's word, where it was written, and what it replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved<'a, T> {
    value: &'a T,
    origin: Origin<'a>,
    replaced: Vec<Origin<'a>>,
    /// What the layers say whose places are in `replaced`.
    below: Vec<&'a T>,
    repeats: bool,
}

impl<'a, T: PartialEq> Resolved<'a, T> {
    /// Resolves what the layers say, the widest first: the last one wins, the others are remembered.
    #[must_use]
    pub fn resolve(said: impl IntoIterator<Item = (Layer<'a>, &'a Located<T>)>) -> Option<Self> {
        let mut resolved: Option<Self> = None;
        for (layer, located) in said {
            let (mut replaced, mut below, mut repeats) = (Vec::new(), Vec::new(), false);
            if let Some(before) = resolved {
                repeats = *before.value == located.value;
                (replaced, below) = (before.replaced, before.below);
                replaced.push(before.origin);
                below.push(before.value);
            }
            let origin = Origin { layer, span: located.span };
            resolved = Some(Self { value: &located.value, origin, replaced, below, repeats });
        }
        resolved
    }
}

impl<'a, T> Resolved<'a, T> {
    /// Whether the value is the one that it replaced; lists whose entries know their
    /// places are never the same.
    #[must_use]
    pub fn repeats(&self) -> bool {
        self.repeats
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> &'a T {
        self.value
    }

    /// What every layer says, the widest first; the last is the value.
    pub fn said(&self) -> impl Iterator<Item = &'a T> {
        self.below.iter().copied().chain([self.value])
    }

    /// The value as the layers below have it, if one of them says it.
    #[must_use]
    pub fn below(&self) -> Option<Self> {
        let (mut replaced, mut below) = (self.replaced.clone(), self.below.clone());
        let (origin, value) = (replaced.pop()?, below.pop()?);
        Some(Self { value, origin, replaced, below, repeats: false })
    }

    /// Where the value was written.
    #[must_use]
    pub fn origin(&self) -> Origin<'a> {
        self.origin
    }

    /// Where the values stand that it replaced, the widest layer's first.
    #[must_use]
    pub fn replaced(&self) -> &[Origin<'a>] {
        &self.replaced
    }
}

impl<T> std::ops::Deref for Resolved<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}
