//! What the reports that are one HTML page have in common: they load nothing, and run nothing.

use crate::diagnostic::MessageLanguage;

/// The end of a page whose `main` is open.
pub(super) const END: &str = "</main>\n</body>\n</html>\n";

/// The start of a page, up to its first lines; title and lead are HTML.
pub(super) fn head(title: &str, lead: &str, style: &str, language: MessageLanguage) -> String {
    let tag = match language {
        MessageLanguage::Bokmal => "nb",
        MessageLanguage::English => "en",
    };
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n\
         <p>{lead}.</p>\n",
    )
}

/// Text that can stand in an element or in a quoted attribute,
/// without signs that turn the direction of writing.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => escaped.push('\u{fffd}'),
            control if control.is_control() => escaped.push('\u{fffd}'),
            plain => escaped.push(plain),
        }
    }
    escaped
}
