use std::ops::Range;

/// A template, as far as names in it matter.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    /// The template that this one extends.
    pub(super) parent: Option<Name<'a>>,
    pub(super) nodes: Vec<Node<'a>>,
    pub(super) components: Vec<Definition<'a>>,
    /// Every use of a name that is defined elsewhere than in the data, in the order of the text.
    pub(super) mentions: Vec<Mention<'a>>,
    /// Every variable that a `set`, a `for` or a list comprehension makes.
    pub(super) variables: Vec<&'a str>,
}

/// A name and its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
}

#[derive(Debug)]
pub(super) struct Mention<'a> {
    pub(super) of: Mentioned,
    pub(super) name: Name<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mentioned {
    Filter,
    Test,
    Function,
    Component,
    Template,
}

#[derive(Debug)]
pub(super) enum Node<'a> {
    Output(Expression<'a>),
    Set {
        name: Name<'a>,
        value: Expression<'a>,
        global: bool,
    },
    /// `{% set name | filters %}body{% endset %}`, and `{% filter filters %}body{% endfilter %}` without a name.
    Capture {
        name: Option<Name<'a>>,
        filters: Expression<'a>,
        body: Vec<Node<'a>>,
        global: bool,
    },
    If {
        branches: Vec<(Expression<'a>, Vec<Node<'a>>)>,
        otherwise: Vec<Node<'a>>,
    },
    For {
        binding: Binding<'a>,
        source: Expression<'a>,
        body: Vec<Node<'a>>,
        otherwise: Vec<Node<'a>>,
    },
    Block {
        name: Name<'a>,
        body: Vec<Node<'a>>,
    },
    Include(Name<'a>),
    Call {
        call: Call<'a>,
        body: Vec<Node<'a>>,
    },
}

/// The variables of a loop: `value`, or `key, value`.
#[derive(Debug)]
pub(super) struct Binding<'a> {
    pub(super) key: Option<Name<'a>>,
    pub(super) value: Name<'a>,
}

#[derive(Debug)]
pub(super) struct Expression<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) range: Range<usize>,
}

#[derive(Debug)]
pub(super) enum Kind<'a> {
    Text(&'a str),
    Number,
    Bool,
    Nothing,
    Variable(&'a str),
    Field(Box<Expression<'a>>, Name<'a>),
    Index(Box<Expression<'a>>, Box<Expression<'a>>),
    Slice(Box<Expression<'a>>, Vec<Expression<'a>>),
    Filter(Box<Expression<'a>>, Name<'a>, Vec<Argument<'a>>),
    Test(Box<Expression<'a>>, Vec<Argument<'a>>),
    Function(Name<'a>, Vec<Argument<'a>>),
    Not(Box<Expression<'a>>),
    Negative(Box<Expression<'a>>),
    /// `and` and `or` give one of their sides.
    Either(Box<Expression<'a>>, Box<Expression<'a>>),
    Compare(Box<Expression<'a>>, Box<Expression<'a>>),
    Calculate(Box<Expression<'a>>, Box<Expression<'a>>),
    Join(Box<Expression<'a>>, Box<Expression<'a>>),
    /// Condition, then, else.
    Ternary(Box<[Expression<'a>; 3]>),
    List(Vec<ListEntry<'a>>),
    Map(Vec<MapEntry<'a>>),
    Comprehension(Box<Comprehension<'a>>),
    Component(Box<Call<'a>>),
}

#[derive(Debug)]
pub(super) struct Argument<'a> {
    pub(super) name: Name<'a>,
    pub(super) value: Expression<'a>,
}

#[derive(Debug)]
pub(super) enum ListEntry<'a> {
    Value(Expression<'a>),
    Spread(Expression<'a>),
}

#[derive(Debug)]
pub(super) enum MapEntry<'a> {
    /// The key is `None` where it is a number or a truth value.
    Value(Option<Name<'a>>, Expression<'a>),
    Spread(Expression<'a>),
}

#[derive(Debug)]
pub(super) struct Comprehension<'a> {
    pub(super) value: Expression<'a>,
    pub(super) binding: Binding<'a>,
    pub(super) source: Expression<'a>,
    pub(super) condition: Option<Expression<'a>>,
}

/// `<name argument={value} …>`.
#[derive(Debug)]
pub(super) struct Call<'a> {
    pub(super) name: Name<'a>,
    pub(super) arguments: Vec<MapEntry<'a>>,
}

#[derive(Debug)]
pub(super) struct Definition<'a> {
    pub(super) name: Name<'a>,
    pub(super) parameters: Vec<Parameter<'a>>,
    /// `...rest`: takes every argument that has no parameter.
    pub(super) rest: Option<Name<'a>>,
    pub(super) body: Vec<Node<'a>>,
}

#[derive(Debug)]
pub(super) struct Parameter<'a> {
    pub(super) name: Name<'a>,
    /// `@name`: taken from the caller's variables where it is not given.
    pub(super) implicit: bool,
    pub(super) kind: Option<&'a str>,
    pub(super) default: Option<Expression<'a>>,
}
