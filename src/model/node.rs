use crate::span::{Located, Span};

/// A piece of a content file as it is written, before anybody has asked what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What is written.
    pub kind: NodeKind,
    /// Where.
    pub span: Span,
}

/// The kinds of things that TOML can write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// `"text"`
    Text(String),
    /// `12`, `1.5`
    Number(String),
    /// `true`
    Boolean(bool),
    /// `2026-06-20`, and times.
    Date(String),
    /// `[ … ]`
    List(Vec<Node>),
    /// `[table]` or `{ … }`, in the order of writing.
    Table(Vec<Entry>),
}

/// One key of a table with what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Located<String>,
    /// What it holds.
    pub value: Node,
}
