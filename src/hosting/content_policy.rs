use std::fmt;

/// What a page may load and be part of: the `Content-Security-Policy` (W3C, Content Security Policy Level 3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentPolicy {
    directives: Vec<(&'static str, String)>,
}

impl ContentPolicy {
    /// What the pages need and no more: their stylesheet, pictures and fonts.
    ///
    /// Scripts, frames, forms and connections fall to `default-src 'none'`, or are named if it does not cover
    /// them (`base-uri`, `form-action`, `frame-ancestors`).
    /// The data block for search engines is not a script that runs.
    #[must_use]
    pub fn production() -> Self {
        let directives = [
            ("default-src", "'none'"),
            ("style-src", "'self'"),
            ("img-src", "'self'"),
            ("font-src", "'self'"),
            ("base-uri", "'none'"),
            ("form-action", "'none'"),
            ("frame-ancestors", "'none'"),
        ];
        Self { directives: directives.map(|(name, sources)| (name, sources.to_owned())).into() }
    }

    /// The policy with this directive in the place of its own.
    #[must_use]
    pub fn with(mut self, directive: &'static str, sources: impl Into<String>) -> Self {
        self.directives.retain(|(name, _)| *name != directive);
        self.directives.push((directive, sources.into()));
        self
    }
}

impl fmt::Display for ContentPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let directive = |(name, sources): &(&str, String)| format!("{name} {sources}");
        f.write_str(&self.directives.iter().map(directive).collect::<Vec<_>>().join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::ContentPolicy;

    #[test]
    fn a_directive_stands_once() {
        let policy = ContentPolicy::production().with("frame-ancestors", "'self'").to_string();
        assert!(policy.starts_with("default-src 'none'; style-src 'self'"), "{policy}");
        assert!(policy.ends_with("; frame-ancestors 'self'"), "{policy}");
        assert_eq!(policy.matches("frame-ancestors").count(), 1);
    }
}
