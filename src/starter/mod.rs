//! The site that `felles new site` writes: the shared policy that the program carries,
//! one clinic and one brand.
//!
//! In: a few answers. Out: files with their paths.
//!
//! Invariant: what is written here builds as it is; `site.toml` calls it a draft until its owner has
//! filled in the facts.
//! Invariant: no file holds a language that the site does not have.

mod country;
mod languages;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;

pub use self::country::StarterCountry;
pub use self::languages::StarterLanguage;
use self::languages::{carried, in_languages, texts};
use crate::model::{Id, Language, TextValue};
use crate::parse::carried_countries;

static GROUP: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content/group");
static TEMPLATE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content/clinics/_template");
static README: &str = include_str!("../../content/README.md");
/// What the two folders say in nynorsk. The example is not published in it, so it has a place of its own.
static NYNORSK: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/nynorsk");

/// What the owner of a new site has said.
#[derive(Debug, Clone, Copy)]
pub struct Answers<'a> {
    /// The group's name.
    pub group: &'a str,
    /// The clinic's name.
    pub clinic: &'a str,
    /// The clinic's folder.
    pub clinic_id: &'a Id,
    /// The brand's name.
    pub brand: &'a str,
    /// The brand's file.
    pub brand_id: &'a Id,
    /// The brand's domain.
    pub domain: &'a str,
    /// The country whose law the policy follows.
    pub country: StarterCountry,
    /// The site's languages, that of the brand's root first; the country's policy is written in each.
    pub languages: &'a [StarterLanguage],
    /// The day on which the policy is written.
    pub date: Date,
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarterFile {
    /// Its path below the new folder.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The files of a new site.
#[must_use]
pub fn starter_site(answers: &Answers<'_>) -> Vec<StarterFile> {
    let Answers { clinic, clinic_id, brand, brand_id, domain, languages, .. } = answers;
    let mut files = policy(answers);
    // The note that the shipped content is an example stands in quotes;
    // a new site's content is its owner's own.
    let readme: Vec<&str> = README.lines().filter(|line| !line.starts_with("> ")).collect();
    files.push(file("content/README.md", &(readme.join("\n") + "\n")));
    files.retain(|file| file.path != ABOUT_PATH);
    files.push(file(
        ABOUT_PATH,
        &format!("{}\n{}", in_languages(ABOUT, languages), authority(answers))
            .replace("{name}", &quoted(answers.group))
            .replace("{date}", &answers.date.to_string()),
    ));
    let (clinic, brand, controller) =
        (quoted(clinic), quoted(brand), format!("{clinic_id}-{}", answers.country.company()));
    files.push(file(
        "site.toml",
        &SITE
            .replace("{languages}", &listed(languages))
            .replace("{expires}", &expires(answers.date).to_string()),
    ));
    files.push(file(
        &format!("content/clinics/{clinic_id}/clinic.toml"),
        &format!("name = {clinic}\ncontrollers = [\"{controller}\"]\n"),
    ));
    files.push(file(
        &format!("content/clinics/{clinic_id}/entities.toml"),
        &ENTITIES
            .replace("{id}", &controller)
            .replace("{name}", &clinic)
            .replace("{country}", answers.country.code()),
    ));
    files.push(file(
        &format!("content/clinics/{clinic_id}/contacts.toml"),
        &in_languages(CONTACTS, languages)
            .replace("{box}", mailbox(languages))
            .replace("{domain}", &ascii(domain)),
    ));
    files.push(file(
        &format!("content/brands/{brand_id}.toml"),
        &format!("name = {brand}\ndomain = {}\nclinics = [\"{clinic_id}\"]\n", quoted(domain)),
    ));
    files
}

/// The files of the policy, and of the folder that a clinic is copied from.
fn policy(answers: &Answers<'_>) -> Vec<StarterFile> {
    let Answers { country, languages, .. } = answers;
    if let Some(folder) = country.folder() {
        return texts(folder).into_iter().map(|(path, text)| file(&path, text)).collect();
    }
    let mut files = carried(&GROUP, "content/group", languages);
    files.extend(carried(&TEMPLATE, "content/clinics/_template", languages));
    files
}

/// `[authority]`, out of what is known of the country.
fn authority(answers: &Answers<'_>) -> String {
    let countries = carried_countries();
    let facts = countries.of(answers.country.country());
    let authority = facts.and_then(|facts| facts.authorities.first()).expect("these countries have one");
    let name = |language: &StarterLanguage| {
        let name = Language::parse(language.tag()).ok();
        let name = name.and_then(|language| authority.name.in_language(&language)).unwrap_or_default();
        format!("name.{} = {}\n", language.tag(), quoted(name))
    };
    let names: String =
        StarterLanguage::ALL.iter().filter(|known| answers.languages.contains(known)).map(name).collect();
    format!("[authority]\n{names}url = {}\n", quoted(authority.url.as_str()))
}

/// What a mailbox for privacy is called.
fn mailbox(languages: &[StarterLanguage]) -> &'static str {
    match languages.first() {
        Some(StarterLanguage::Swedish) => "dataskydd",
        Some(StarterLanguage::Danish) => "databeskyttelse",
        Some(StarterLanguage::English) if !languages.contains(&StarterLanguage::Bokmal) => "privacy",
        _ => "personvern",
    }
}

const SITE: &str = "\
format = 1
languages = [{languages}]     # det første får forsiden · the first has the front page

# Til opplysningene er fylt ut: hver side sier at den er en kladd, og søkemotorer blir bedt om å la den være.
# Until the facts are filled in: every page says that it is a draft, and search engines are asked to stay away.
draft = true

[security_txt]
expires = {expires}
";

const ABOUT_PATH: &str = "content/group/about.toml";

const ABOUT: &str = "\
name = {name}
policy_date = {date}           # når erklæringen sist ble endret · when the statement was last changed

# Personvernombudet: enten en rolle i contacts.toml, dpo = { contact = \"dpo\" }, eller grunnen til at det ikke er noe.
# The data protection officer: a role in contacts.toml, dpo = { contact = \"dpo\" }, or the reason for having none.
dpo.none_because.nb = \"Vi har ikke utpekt personvernombud ennå.\"
dpo.none_because.nn = \"Vi har ikkje peikt ut personvernombod enno.\"
dpo.none_because.en = \"We have not appointed a data protection officer yet.\"
dpo.none_because.sv = \"Vi har inte utsett något dataskyddsombud ännu.\"
dpo.none_because.da = \"Vi har ikke udpeget en databeskyttelsesrådgiver endnu.\"
";

const ENTITIES: &str = "\
[entities.{id}]
name = {name}          # navnet i Enhetsregisteret · the name in the company register
country = \"{country}\"
# number = \"…\"         # organisasjonsnummer · company number
# address = { lines = [\"…\"], postcode = \"0000\", town = \"…\" }
";

const CONTACTS: &str = "\
[contacts.privacy]
what_for.nb = \"Spørsmål om personvern og rettighetene dine\"
what_for.nn = \"Spørsmål om personvern og rettane dine\"
what_for.en = \"Questions about privacy and your rights\"
what_for.sv = \"Frågor om personuppgifter och dina rättigheter\"
what_for.da = \"Spørgsmål om personoplysninger og dine rettigheder\"
email = \"{box}@{domain}\"
";

fn file(path: &str, text: &str) -> StarterFile {
    StarterFile { path: path.to_owned(), text: text.to_owned() }
}

fn ascii(domain: &str) -> String {
    domain.strip_prefix("www.").unwrap_or(domain).to_owned()
}

/// RFC 9116 asks for a date less than a year away.
fn expires(date: Date) -> Date {
    date.saturating_add(jiff::Span::new().days(364))
}

/// Languages as `site.toml` lists them.
fn listed(languages: &[StarterLanguage]) -> String {
    languages.iter().map(|language| format!("\"{}\"", language.tag())).collect::<Vec<_>>().join(", ")
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
