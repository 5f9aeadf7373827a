//! What is said of names and addresses that belong to somebody else.

messages! {
    foreign_name(name: &str, owner: &str) {
        nb: "navnet `{name}` hører til `{owner}` og står på andres sider",
        en: "the name `{name}` belongs to `{owner}` and stands on the pages of others",
    }
    former_name(name: &str, owner: &str) { nb: "`{name}` er et tidligere navn på `{owner}`", en: "`{name}` is a former name of `{owner}`" }
    foreign_domain(domain: &str, owner: &str) {
        nb: "nettadressen `{domain}` hører til `{owner}` og står på andres sider",
        en: "the domain `{domain}` belongs to `{owner}` and stands on the pages of others",
    }
    former_domain(domain: &str, owner: &str) {
        nb: "`{domain}` er en tidligere nettadresse for `{owner}`",
        en: "`{domain}` is a former domain of `{owner}`",
    }
    foreign_email(email: &str, owner: &str) {
        nb: "e-postadressen `{email}` hører til `{owner}` og står på andres sider",
        en: "the e-mail address `{email}` belongs to `{owner}` and stands on the pages of others",
    }
    foreign_phone(phone: &str, owner: &str) {
        nb: "telefonnummeret `{phone}` hører til `{owner}` og står på andres sider",
        en: "the phone number `{phone}` belongs to `{owner}` and stands on the pages of others",
    }
    foreign_company_number(number: &str, owner: &str) {
        nb: "organisasjonsnummeret `{number}` hører til `{owner}` og står på andres sider",
        en: "the company number `{number}` belongs to `{owner}` and stands on the pages of others",
    }
    on_site(brand: &str) { nb: "på nettstedet `{brand}`", en: "on the site `{brand}`" }
    write_or_mention(placeholder: &str, brand: &str) {
        nb: "skriv `{placeholder}`, eller legg til `mentions = [\"{brand}\"]` i filen for nettstedet i `content/brands/` hvis det er ment slik",
        en: "write `{placeholder}`, or add `mentions = [\"{brand}\"]` to the site's file in `content/brands/` if it is meant",
    }
    write_instead(placeholder: &str) { nb: "skriv `{placeholder}`", en: "write `{placeholder}`" }
    take_away_or_mention(brand: &str) {
        nb: "ta det bort, eller legg til `mentions = [\"{brand}\"]` i filen for nettstedet i `content/brands/` hvis det er ment slik",
        en: "take it away, or add `mentions = [\"{brand}\"]` to the site's file in `content/brands/` if it is meant",
    }
    write_or_mention_all(brands: &str) {
        nb: "skriv plassholdere, eller legg til `mentions = [\"{brands}\"]` i filen for nettstedet i `content/brands/` hvis det er ment slik",
        en: "write placeholders, or add `mentions = [\"{brands}\"]` to the site's file in `content/brands/` if it is meant",
    }
    and_this_too(text: &str) { nb: "`{text}` også", en: "`{text}` too" }
    take_away() { nb: "ta det bort", en: "take it away" }
}
