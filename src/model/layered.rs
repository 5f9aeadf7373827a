//! The kinds of tables that layers share, each declared once.
//!
//! [`layered!`] turns one list of fields into two types: what a layer's file says (`ProcessorInput`, where
//! any field may be absent) and what is true after merging (`Processor`,
//! where the required ones are there and each knows where it was written).

use super::{Id, Language, Layer, Origin, Resolved, TableReader, Text, Value};
use crate::span::Span;

/// What one layer says of one thing.
pub trait LayerInput: Sized {
    /// The names of the fields.
    const FIELDS: &'static [&'static str];

    /// Reads the fields out of a table.
    fn read(table: &mut TableReader<'_, '_, '_>) -> Self;

    /// The fields that are written, in the order of their declaration.
    fn fields(&self) -> Vec<InputField<'_>>;
}

/// A field that one layer writes, seen without its type.
#[derive(Clone, Copy)]
pub struct InputField<'i> {
    /// The field's name.
    pub name: &'static str,
    /// Where its value is written.
    pub span: Span,
    value: &'i dyn AnyValue,
}

impl<'i> InputField<'i> {
    /// Looks at a value that is written at `span` as a field called `name`.
    #[must_use]
    pub fn of<T: Value>(name: &'static str, value: &'i T, span: Span) -> Self {
        Self { name, span, value }
    }

    /// Shows `see` the texts of this field that readers see,
    /// each with the key within the field that leads to it.
    pub fn texts(&self, see: &mut dyn FnMut(&'static str, &'i Text)) {
        self.value.each_text(see);
    }

    /// Shows `see` where it is written what readers see of this field.
    pub fn places(&self, see: &mut dyn FnMut(Span)) {
        self.value.each_place(self.span, see);
    }
}

/// A thing after merging, seen without its type.
pub trait Row<'a> {
    /// Its id.
    fn id(&self) -> &'a Id;

    /// Where the thing is first written.
    fn span(&self) -> Span;

    /// Its fields, in the order of their declaration.
    fn fields(&self) -> Vec<Field<'a, '_>>;
}

/// A thing after merging.
pub trait Merged<'a>: Row<'a> + Sized {
    /// What one layer says of it.
    type Input: LayerInput + 'a;

    /// Joins what the layers say, the widest first.
    ///
    /// # Errors
    /// The names of the required fields that no layer gives.
    fn merge(
        id: &'a Id,
        span: Span,
        said: &[(Layer<'a>, &'a Self::Input)],
    ) -> Result<Self, Vec<&'static str>>;
}

/// A merged field, seen without its type.
#[derive(Clone, Copy)]
pub struct Field<'a, 'f> {
    /// The field's name.
    pub name: &'static str,
    /// Where its value was written.
    pub origin: Origin<'a>,
    /// What it replaced, the widest layer's first.
    pub replaced: &'f [Origin<'a>],
    /// Whether the value is the one that it replaced.
    pub repeats: bool,
    value: &'a dyn AnyValue,
}

impl<'a, 'f> Field<'a, 'f> {
    /// Looks at a merged value as a field called `name`.
    #[must_use]
    pub fn of<T: Value>(name: &'static str, value: &'f Resolved<'a, T>) -> Self {
        let (origin, replaced, repeats) = (value.origin(), value.replaced(), value.repeats());
        Self { name, origin, replaced, repeats, value: value.get() }
    }

    /// Shows `see` where it is written what readers see of this field.
    pub fn places(&self, see: &mut dyn FnMut(Span)) {
        self.value.each_place(self.origin.span, see);
    }

    /// Whether a text of this field is missing in `language`.
    #[must_use]
    pub fn lacks(&self, language: &Language) -> bool {
        self.value.lacks_language(language)
    }
}

/// A value, seen without its type.
trait AnyValue {
    fn lacks_language(&self, language: &Language) -> bool;
    fn each_text<'v>(&'v self, see: &mut dyn FnMut(&'static str, &'v Text));
    fn each_place(&self, span: Span, see: &mut dyn FnMut(Span));
}

impl<T: Value> AnyValue for T {
    fn lacks_language(&self, language: &Language) -> bool {
        self.lacks(language)
    }

    fn each_text<'v>(&'v self, see: &mut dyn FnMut(&'static str, &'v Text)) {
        self.texts(see);
    }

    fn each_place(&self, span: Span, see: &mut dyn FnMut(Span)) {
        self.places(span, see);
    }
}

/// Declares a table; see the module's text.
macro_rules! layered {
    ($(#[$meta:meta])* $name:ident / $input:ident {
        $($(#[$field_meta:meta])* $field:ident: $presence:ident $kind:ty,)*
    }) => {
        #[doc = concat!("What one layer says of a [`", stringify!($name), "`].")]
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct $input {
            $($(#[$field_meta])* pub $field: Option<$crate::span::Located<$kind>>,)*
        }

        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name<'a> {
            /// The id under which the content knows it.
            pub id: &'a $crate::model::Id,
            /// Where it is first written.
            pub span: $crate::span::Span,
            $($(#[$field_meta])* pub $field: $crate::model::layered::layered!(@merged $presence $kind),)*
        }

        impl $crate::model::LayerInput for $input {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn read(table: &mut $crate::model::TableReader<'_, '_, '_>) -> Self {
                Self { $($field: table.field(stringify!($field)),)* }
            }

            fn fields(&self) -> Vec<$crate::model::InputField<'_>> {
                let mut fields = Vec::new();
                $(
                    let written = self.$field.as_ref();
                    fields.extend(written.map(|written| {
                        $crate::model::InputField::of(stringify!($field), &written.value, written.span)
                    }));
                )*
                fields
            }
        }

        impl<'a> $crate::model::Merged<'a> for $name<'a> {
            type Input = $input;

            fn merge(
                id: &'a $crate::model::Id,
                span: $crate::span::Span,
                said: &[($crate::model::Layer<'a>, &'a $input)],
            ) -> Result<Self, Vec<&'static str>> {
                let mut gaps = Vec::new();
                $(
                    let written =
                        said.iter().filter_map(|(layer, input)| Some((*layer, input.$field.as_ref()?)));
                    let $field = $crate::model::Resolved::resolve(written);
                    gaps.extend($crate::model::layered::layered!(@gap $presence $field));
                )*
                match ($($crate::model::layered::layered!(@take $presence $field),)*) {
                    ($($crate::model::layered::layered!(@there $presence $field),)*) => {
                        Ok(Self { id, span, $($field,)* })
                    }
                    #[allow(unreachable_patterns)] // A table without required fields has no other case.
                    _ => Err(gaps),
                }
            }
        }

        impl<'a> $crate::model::Row<'a> for $name<'a> {
            fn id(&self) -> &'a $crate::model::Id {
                self.id
            }

            fn span(&self) -> $crate::span::Span {
                self.span
            }

            fn fields(&self) -> Vec<$crate::model::Field<'a, '_>> {
                let mut fields = Vec::new();
                $(fields.extend($crate::model::layered::layered!(@field $presence self $field));)*
                fields
            }
        }
    };
    (@merged required $kind:ty) => { $crate::model::Resolved<'a, $kind> };
    (@merged optional $kind:ty) => { Option<$crate::model::Resolved<'a, $kind>> };
    (@gap required $field:ident) => { $field.is_none().then_some(stringify!($field)) };
    (@gap optional $field:ident) => { None::<&'static str> };
    (@take $presence:ident $field:ident) => { $field };
    (@there required $field:ident) => { Some($field) };
    (@there optional $field:ident) => { $field };
    (@field required $self:ident $field:ident) => {
        [$crate::model::Field::of(stringify!($field), &$self.$field)]
    };
    (@field optional $self:ident $field:ident) => {
        $self.$field.as_ref().map(|value| $crate::model::Field::of(stringify!($field), value))
    };
}

pub(crate) use layered;
