use super::{ContentPolicy, Header};

/// The name of the header that holds a [`ContentPolicy`].
pub const CONTENT_SECURITY_POLICY: &str = "Content-Security-Policy";

/// The security headers beside the policy, each with where it is specified;
/// MDN's HTTP Observatory asks for the same.
const FIXED: [(&str, &str); 6] = [
    // Fetch standard: a file is what its type says, whatever it looks like.
    ("X-Content-Type-Options", "nosniff"),
    // W3C Referrer Policy: nobody whom a page links to learns that somebody read about her treatment.
    ("Referrer-Policy", "no-referrer"),
    // RFC 6797, two years in seconds. Without `includeSubDomains`:
    // a brand's other hosts are not ours to decide about.
    ("Strict-Transport-Security", "max-age=63072000"),
    // HTML standard: a window that opened the page, or was opened by it, cannot reach into it.
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // Fetch standard: no other site may use our files.
    ("Cross-Origin-Resource-Policy", "same-origin"),
    // W3C Permissions Policy: what the pages never ask for, they cannot be made to ask for.
    (
        "Permissions-Policy",
        "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), \
        usb=()",
    ),
];

/// The security headers of every answer, with `policy` as what its page may load.
#[must_use]
pub fn security(policy: &ContentPolicy) -> Vec<Header> {
    let policy = Header::new(CONTENT_SECURITY_POLICY, policy.to_string());
    std::iter::once(policy).chain(FIXED.map(|(name, value)| Header::new(name, value))).collect()
}
