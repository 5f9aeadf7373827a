/// The one of `names` that `wanted` most probably means, for "did you mean".
///
/// Answers when the two are alike, at most a third of the letters differing and swapped neighbours counting
/// as one; and when `wanted` is the Norwegian word for one of them, which people write who think in it.
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = wanted.chars().count().div_ceil(3);
    let small = wanted.to_lowercase();
    let distance = |name: &str| {
        if translates(&small, name) { 0 } else { strsim::damerau_levenshtein(wanted, name) }
    };
    names
        .into_iter()
        .filter(|name| *name != wanted)
        .map(|name| (distance(name), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
}

/// Norwegian words and other names that people write, each with what felles calls it.
const WORDS: &[(&str, &[&str])] = &[
    ("adekvansbeslutning", &["adequacy-decision"]),
    ("adequacy", &["adequacy-decision"]),
    ("bcr", &["binding-corporate-rules"]),
    ("databehandler", &["processor"]),
    ("data privacy framework", &["adequacy-decision"]),
    ("dpf", &["adequacy-decision"]),
    ("eu-us data privacy framework", &["adequacy-decision"]),
    ("mottaker", &["recipient"]),
    ("samtykke", &["explicit-consent"]),
    ("scc", &["standard-contractual-clauses"]),
    ("sccs", &["standard-contractual-clauses"]),
    ("standardavtale", &["standard-contractual-clauses"]),
    ("standardbestemmelser", &["standard-contractual-clauses"]),
    ("standardkontrakt", &["standard-contractual-clauses"]),
    ("erstatt", &["replace"]),
    ("legg til", &["append"]),
    ("utelat", &["omit"]),
    ("viktig", &["important"]),
    ("haster", &["urgent"]),
    ("adresse", &["address", "visit"]),
    ("ansvarlig", &["controllers"]),
    ("besøk", &["visit"]),
    ("brev", &["post"]),
    ("dk", &["da"]),
    ("dokumenter", &["documents"]),
    ("domene", &["domain"]),
    ("e-post", &["email", "mail"]),
    ("epost", &["email", "mail"]),
    ("farge", &["colours"]),
    ("farger", &["colours"]),
    ("fra", &["from"]),
    ("fredag", &["friday"]),
    ("gate", &["lines"]),
    ("gyldig", &["until"]),
    ("klinikker", &["clinics"]),
    ("land", &["country"]),
    ("lørdag", &["saturday"]),
    ("laurdag", &["saturday"]),
    ("mandag", &["monday"]),
    ("måndag", &["monday"]),
    ("navn", &["name"]),
    ("namn", &["name"]),
    ("no", &["nb"]),
    ("norsk", &["nb"]),
    ("bokmål", &["nb"]),
    ("nynorsk", &["nn"]),
    ("engelsk", &["en"]),
    ("svensk", &["sv"]),
    ("dansk", &["da"]),
    ("onsdag", &["wednesday"]),
    ("org_nr", &["number"]),
    ("orgnr", &["number"]),
    ("organisasjonsnummer", &["number"]),
    ("personvernombud", &["dpo"]),
    ("postnr", &["postcode"]),
    ("postnummer", &["postcode"]),
    ("poststed", &["town"]),
    ("profiler", &["profiles"]),
    ("sted", &["town"]),
    ("søndag", &["sunday"]),
    ("sundag", &["sunday"]),
    ("språk", &["languages"]),
    ("telefon", &["phone"]),
    ("tlf", &["phone"]),
    ("til", &["until"]),
    ("tirsdag", &["tuesday"]),
    ("tysdag", &["tuesday"]),
    ("tittel", &["title"]),
    ("torsdag", &["thursday"]),
    ("webside", &["url"]),
];

/// Whether a word, in small letters, is what people call the thing of this name.
fn translates(word: &str, name: &str) -> bool {
    WORDS.iter().any(|(known, names)| *known == word && names.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn check(wanted: &str, names: &[&str], expected: Option<&str>) {
        assert_eq!(nearest(wanted, names.iter().copied()), expected, "{wanted}");
    }

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_a_stranger_is_not() {
        let names = ["brand", "name", "domain"];
        check("brnad", &names, Some("brand"));
        check("nmae", &names, Some("name"));
        check("domains", &names, Some("domain"));
        check("telephone", &names, None);
        check("", &names, None);
    }

    #[test]
    fn a_norwegian_word_means_the_thing_and_not_what_looks_like_it() {
        check("tirsdag", &["monday", "tuesday", "thursday"], Some("tuesday"));
        check("Mandag", &["monday", "sunday"], Some("monday"));
        check("no", &["nb", "en"], Some("nb"));
        check("telefon", &["phone", "email"], Some("phone"));
    }
}
