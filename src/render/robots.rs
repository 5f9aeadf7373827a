//! The files for machines: `sitemap.xml`, `robots.txt`, `.well-known/security.txt`.

use jiff::civil::Date;

use super::address::PagePath;
use super::fill::escape;
use super::pages::{Versions, address};
use crate::merge::Clinic;
use crate::model::{Brand, Contact, Language};

/// A page in all its languages, for the sitemap.
pub(super) fn sitemap(brand: &Brand, pages: &[Versions]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset \
        xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
        xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for versions in pages {
        for (_, path) in versions {
            xml.push_str(&format!("  <url>\n    <loc>{}</loc>\n", escape(&address(brand, path))));
            if versions.len() > 1 {
                for (language, other) in versions {
                    xml.push_str(&alternate(language.as_str(), &address(brand, other)));
                }
                let (_, default): &(Language, PagePath) = &versions[0];
                xml.push_str(&alternate("x-default", &address(brand, default)));
            }
            xml.push_str("  </url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

fn alternate(language: &str, address: &str) -> String {
    format!("    <xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\"/>\n", escape(address))
}

/// A page that is not to be indexed says so itself, and must be read to be obeyed: nothing is disallowed.
pub(super) fn robots(brand: &Brand, has_sitemap: bool) -> String {
    let sitemap = format!("\nSitemap: {}\n", brand.address("/sitemap.xml"));
    format!(
        "User-agent: *
Disallow:
{}",
        if has_sitemap { sitemap.as_str() } else { "" }
    )
}

/// RFC 9116. Returns None if no clinic gives a contact for it: `Contact` is mandatory (section 2.5.3).
///
/// The role `security` comes first, then `privacy`, then `general`.
pub(super) fn security_txt(brand: &Brand, clinics: &[&Clinic<'_>], expires: Date) -> Option<String> {
    let role = |role: &str| {
        clinics
            .iter()
            .filter_map(|clinic| clinic.contacts.get(role))
            .flat_map(contact_addresses)
            .collect::<Vec<_>>()
    };
    let mut contacts =
        ["security", "privacy", "general"].into_iter().map(role).find(|contacts| !contacts.is_empty())?;
    contacts.dedup();
    let lines: String = contacts.iter().flat_map(|contact| ["Contact: ", contact, "\n"]).collect();
    let languages: Vec<&str> = brand.languages.iter().map(Language::as_str).collect();
    Some(format!(
        "{lines}Expires: {expires}T00:00:00Z\nPreferred-Languages: {}\n\
        Canonical: https://{}/.well-known/security.txt\n",
        languages.join(", "),
        brand.domain.value.ascii()
    ))
}

fn contact_addresses(contact: &Contact<'_>) -> Vec<String> {
    let email = contact.email.as_ref().map(|email| format!("mailto:{}", email.get().linked()));
    let url = contact.url.as_ref().map(|url| url.get().to_string());
    let phone = contact.phone.as_ref().map(|phone| format!("tel:{}", phone.get().dialled()));
    email.or(url).or(phone).into_iter().collect()
}
