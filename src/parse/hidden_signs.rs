use crate::diagnostic::catalogue::content as say;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::hidden_signs;
use crate::span::{FileId, Span};

/// Says where a file has signs that nobody sees.
pub(crate) fn report_hidden_signs(file: FileId, text: &str, found: &mut Diagnostics) {
    for hidden in hidden_signs(text) {
        let code = format!("U+{:04X}", u32::from(hidden.sign));
        let span = Span::new(file, hidden.range);
        let finding = Diagnostic::warning("hidden-sign", span, say::hidden_sign(hidden.name, &code));
        found.push(finding.with_help(say::delete_the_sign()));
    }
}
