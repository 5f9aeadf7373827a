//! The command.
use felles::*;
fn main() {
    let tree = source::disk::read_site(std::path::Path::new(".")).unwrap();
    let mut found = diagnostic::Diagnostics::new();
    let site = parse::parse_site(&tree, &mut found).unwrap();
    merge::check_brands(&site, &mut found);
    let known = merge::KnownIds::of(&site);
    for c in site.clinics.values() {
        let langs = site.config.languages.iter().cloned().collect();
        if let Some(m) = merge::merge_clinic(&site, c, &known, &langs, &mut found) {
            std::println!("{} {:?}", m.id, m.documents.iter().map(|d| d.sections.len()).collect::<Vec<_>>());
        }
    }
    let l = found.into_sorted();
    std::println!("{}", report::draw(&l, &tree, diagnostic::MessageLanguage::English, report::Colours::Off));
}
