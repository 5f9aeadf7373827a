//! Names and addresses that belong to others than the brand whose pages show them.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::rules::FOREIGN;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, catalogue::names as say};
use crate::merge::{Clinic, Site};
use crate::model::{Brand, Language, Layer};
use crate::names::{
    IdentityKind, LayerNames, NamedText, Needle, NeedleOwner, SiteNames, TextSource, WrittenAs,
    named_in_value, named_when_filled,
};
use crate::source::SourceTree;
use crate::span::{FileId, Span};

/// A brand, and what its pages are made of names.
#[derive(Clone, Copy)]
pub struct BrandNames<'n, 'a> {
    /// The site.
    pub site: &'n Site,
    /// What all are called.
    pub names: &'n SiteNames,
    /// The brand.
    pub brand: &'n Brand,
    /// Its clinics, each with what its layers name.
    pub clinics: &'n [(&'n Clinic<'a>, Vec<&'n LayerNames>)],
    /// What the theme names.
    pub theme: &'n [NamedText],
    /// The files.
    pub tree: &'n SourceTree,
}

/// Finds what a brand's texts and values name that is not its own, each where it is written.
pub fn check_names(input: BrandNames<'_, '_>, found: &mut Diagnostics) {
    let allowed = input.allowed();
    let knows = |needle: usize| allowed.contains(&needle);
    for (clinic, layers) in input.clinics {
        let before = found.count();
        let shown = Shown::new(clinic, input.brand);
        let mut leaking: Vec<Leak> = Vec::new();
        for text in layers.iter().flat_map(|layer| &layer.named) {
            let mut leaks = text.needles(input.names, knows).filter(|(needle, _)| !knows(*needle)).peekable();
            if leaks.peek().is_some() && shown.includes(&text.source) {
                leaking.extend(leaks.map(|(needle, place)| Leak { needle, place, written: text.written }));
            }
        }
        for text in input.filled(clinic, layers) {
            let leaks = text.needles(input.names, knows).filter(|(needle, _)| !knows(*needle));
            leaking.extend(leaks.map(|(needle, place)| Leak { needle, place, written: text.written }));
        }
        input.report(leaking, found);
        found.found_in_clinic(before, clinic.id.as_str());
    }
    let before = found.count();
    let name = input.brand.name.value.each();
    let own = name.filter_map(|(_, words)| named_in_value(words.span, input.names, input.tree));
    for text in input.theme.iter().cloned().chain(own) {
        for (needle, span) in text.needles(input.names, knows).filter(|(needle, _)| !knows(*needle)) {
            found.push(input.finding(needle, span, text.written));
        }
    }
    for (clinic, _) in input.clinics {
        found.found_in_clinic(before, clinic.id.as_str());
    }
}

impl BrandNames<'_, '_> {
    /// What may stand on the brand's pages: its own names, its clinics' and their layers', the original's,
    /// and what it mentions.
    fn allowed(&self) -> BTreeSet<usize> {
        let Self { names, brand, site, .. } = self;
        let mut allowed = names.of_brand(&brand.id).clone();
        for (clinic, _) in self.clinics {
            clinic.layers.iter().for_each(|layer| allowed.extend(names.of_layer(*layer)));
            let canonical = clinic.settings.canonical.as_ref();
            allowed.extend(canonical.into_iter().flat_map(|canonical| names.of_brand(canonical.get())));
        }
        for mentioned in brand.mentions.iter().filter_map(|id| site.input.brands.get(&id.value)) {
            allowed.extend(names.of_brand(&mentioned.id));
            allowed.extend(names.of_brands_past(&mentioned.id));
            for clinic in &mentioned.clinics {
                allowed.extend(names.of_layer(Layer::Clinic(clinic.as_str())));
            }
        }
        allowed
    }

    /// What a clinic's texts name with their placeholders filled, as on the pages in each language.
    fn filled(&self, clinic: &Clinic<'_>, layers: &[&LayerNames]) -> Vec<NamedText> {
        let in_language = |language: &Language| {
            let chain = self.brand.chain(language, &self.site.input.config);
            let value = |path: &str| self.value(clinic, path, &chain);
            named_when_filled(clinic.texts_on(&self.brand.id), layers, self.names, self.tree, value)
        };
        self.brand.languages.iter().flat_map(in_language).collect()
    }

    /// The name or the domain that fills a placeholder, in the first language of `chain` that has it.
    fn value(&self, clinic: &Clinic<'_>, path: &str, chain: &[Language]) -> Option<String> {
        let path: Vec<&str> = path.split('.').collect();
        if let Some((text, ..)) = clinic.text_at(self.brand, &path) {
            return chain.iter().find_map(|language| text.in_language(language)).map(str::to_owned);
        }
        let name = match path[..] {
            ["brand", "domain"] => self.brand.domain.value.shown(),
            ["controller", "name"] => clinic.controllers().first()?.name.get().as_str(),
            ["entities", id, "name"] => clinic.entities.get(id)?.name.get().as_str(),
            _ => return None,
        };
        Some(name.to_owned())
    }

    /// Reports what a clinic's texts name. A text that lists several brands is one finding in all its
    /// languages: that the brand lacks its `mentions` is one slip, however many others there are.
    fn report(&self, mut leaks: Vec<Leak>, found: &mut Diagnostics) {
        leaks.sort_by_key(|leak| (leak.place.file, leak.place.start));
        leaks.dedup_by_key(|leak| (leak.place, leak.needle));
        let mut by_text: BTreeMap<(String, bool), Vec<Leak>> = BTreeMap::new();
        for leak in leaks {
            by_text.entry(self.text_of(&leak)).or_default().push(leak);
        }
        for leaks in by_text.into_values() {
            let brands: BTreeSet<&str> = leaks.iter().filter_map(|leak| self.brand_of(leak)).collect();
            let mut each = leaks.iter().map(|leak| self.finding(leak.needle, leak.place, leak.written));
            if brands.len() < 2 {
                each.for_each(|finding| found.push(finding));
            } else if let (Some(first), Some((_, others))) = (each.next(), leaks.split_first()) {
                let all = brands.into_iter().collect::<Vec<_>>().join("\", \"");
                let first = first.with_help(say::write_or_mention_all(&all));
                found.push(others.iter().fold(first, |finding, leak| {
                    finding.with_related(leak.place, say::and_this_too(&self.names.needle(leak.needle).text))
                }));
            }
        }
    }

    /// The text that names something, in whatever language, and whether it is a name.
    fn text_of(&self, leak: &Leak) -> (String, bool) {
        let path = self.tree.file(leak.place.file).path.as_str();
        let stem =
            path.strip_suffix(".md").and_then(|name| name.rsplit_once('.')).map_or(path, |(stem, _)| stem);
        (stem.to_owned(), self.names.needle(leak.needle).kind.is_name())
    }

    fn brand_of(&self, leak: &Leak) -> Option<&str> {
        match &self.names.needle(leak.needle).owner {
            NeedleOwner::Brand(id) => Some(id.as_str()),
            NeedleOwner::Layer(_) => None,
        }
    }

    fn finding(&self, needle: usize, place: Span, written: WrittenAs) -> Diagnostic {
        let needle = self.names.needle(needle);
        let rule = if needle.kind.is_name() { FOREIGN.name } else { FOREIGN.contact };
        let finding = rule.at_span(place, headline(needle)).with_help(help(needle, written));
        finding.with_label(say::on_site(self.brand.id.as_str()))
    }
}

/// A name or an address of another owner, and where it stands.
struct Leak {
    needle: usize,
    place: Span,
    written: WrittenAs,
}

/// What a clinic's pages show, looked up when it is first asked for: few texts name another owner.
struct Shown<'s, 'a> {
    clinic: &'s Clinic<'a>,
    brand: &'s Brand,
    files: OnceCell<BTreeSet<FileId>>,
    fields: OnceCell<BTreeSet<Span>>,
}

impl<'s, 'a> Shown<'s, 'a> {
    fn new(clinic: &'s Clinic<'a>, brand: &'s Brand) -> Self {
        Self { clinic, brand, files: OnceCell::new(), fields: OnceCell::new() }
    }

    fn includes(&self, source: &TextSource) -> bool {
        match source {
            TextSource::Prose(file) => {
                let files = || self.clinic.texts_on(&self.brand.id).map(|text| text.span.file).collect();
                self.files.get_or_init(files).contains(file)
            }
            TextSource::Field(span) => {
                let fields = || self.clinic.fields().iter().map(|field| field.field.origin.span).collect();
                self.fields.get_or_init(fields).contains(span)
            }
            TextSource::Theme => true,
        }
    }
}

fn headline(needle: &Needle) -> Message {
    let text = needle.text.as_str();
    let owner = match &needle.owner {
        NeedleOwner::Brand(id) => id.as_str(),
        NeedleOwner::Layer(id) => id,
    };
    match needle.kind {
        IdentityKind::Name | IdentityKind::Other => say::foreign_name(text, owner),
        IdentityKind::FormerName => say::former_name(text, owner),
        IdentityKind::Domain => say::foreign_domain(text, owner),
        IdentityKind::FormerDomain => say::former_domain(text, owner),
        IdentityKind::Email(_) => say::foreign_email(text, owner),
        IdentityKind::Phone(_) => say::foreign_phone(text, owner),
        IdentityKind::CompanyNumber => say::foreign_company_number(text, owner),
    }
}

fn help(needle: &Needle, written: WrittenAs) -> Message {
    use IdentityKind::{CompanyNumber, Domain, Email, FormerDomain, Phone};
    let placeholder = match (written, &needle.kind) {
        (WrittenAs::Value, _) => None,
        (WrittenAs::Template, Domain | FormerDomain) => Some("{{ page.brand.domain }}".to_owned()),
        (WrittenAs::Template, kind) => kind.is_name().then(|| "{{ page.brand.name }}".to_owned()),
        (WrittenAs::Prose, kind) => Some(match kind {
            Domain | FormerDomain => "{{ brand.domain }}".to_owned(),
            Email(role) => format!("{{{{ contacts.{role}.email }}}}"),
            Phone(role) => format!("{{{{ contacts.{role}.phone }}}}"),
            CompanyNumber => "{{ controller.number }}".to_owned(),
            _ => "{{ clinic.name }}` / `{{ brand.name }}".to_owned(),
        }),
    };
    match (placeholder, &needle.owner) {
        (Some(placeholder), NeedleOwner::Brand(brand)) => say::write_or_mention(&placeholder, brand.as_str()),
        (Some(placeholder), NeedleOwner::Layer(_)) => say::write_instead(&placeholder),
        (None, NeedleOwner::Brand(brand)) => say::take_away_or_mention(brand.as_str()),
        (None, NeedleOwner::Layer(_)) => say::take_away(),
    }
}
