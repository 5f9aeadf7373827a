use super::{CalendarDate, Line, Node, Reader, TableReader, Value};
use crate::span::{Located, Span};

/// Something that a rule would find and that is meant: `[[allow]]` in `allow.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// Where it is written.
    pub span: Span,
    /// The rule.
    pub rule: Located<Line>,
    /// Only findings whose headline names this; all of the rule's if nothing is written.
    pub about: Option<Located<Line>>,
    /// Why it is meant.
    pub reason: Located<Line>,
    /// The last day on which it counts.
    pub until: Located<CalendarDate>,
}

impl Value for Allowance {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let rule = table.required("rule");
        let about = table.field("about");
        let (reason, until) = (table.required("reason"), table.required("until"));
        table.finish(&[]);
        Some(Self { span: node.span, rule: rule?, about, reason: reason?, until: until? })
    }
}
