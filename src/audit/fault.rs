use crate::check::Rule;
use crate::diagnostic::Message;

/// What is wrong with a page, before anyone knows which line of the source made it so.
#[derive(Debug)]
pub(super) struct PageFault {
    pub rule: &'static Rule,
    pub headline: Message,
    pub help: Message,
    /// What the line probably holds, the surest first.
    pub literals: Vec<String>,
}
