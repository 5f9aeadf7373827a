/// With more letters than this a name is no slip of the finger.
const LONGEST: usize = 200;

/// Of so many names as long as what is wanted, the first tell enough: each may be asked for as many slips.
const MOST: usize = 200;

/// The one of `names` that `wanted` most probably means, for "did you mean".
///
/// Answers when the two are alike, at most a third of the letters differing and swapped neighbours counting
/// as one; and when `wanted` is the Norwegian word for one of them, which people write who think in it.
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = wanted.chars().count();
    if length > LONGEST {
        return None;
    }
    let allowed = length.div_ceil(3);
    let small = wanted.to_lowercase();
    let others = names.into_iter().filter(|name| *name != wanted).filter_map(|name| {
        let is_meant = translates(&small, name);
        let may_be_meant = name.chars().count().abs_diff(length) <= allowed;
        (is_meant || may_be_meant).then_some((is_meant, name))
    });
    let distance = |(is_meant, name): (bool, &'a str)| {
        (if is_meant { 0 } else { strsim::damerau_levenshtein(wanted, name) }, name)
    };
    others.take(MOST).map(distance).filter(|(distance, _)| *distance <= allowed).min().map(|(_, name)| name)
}

/// The one of some keys with dots that `wanted` most probably means.
///
/// What `clinic.toml` calls `name` is the clinic's own before anything else that has a name. People remember
/// the right end of a key, so `privcy.email` may mean `contacts.privacy.email`.
pub fn nearest_of_keys<'k>(wanted: &str, keys: &'k [String]) -> Option<&'k str> {
    let parts = wanted.split('.').count();
    let end = |key: &str| key.rmatch_indices('.').nth(parts - 1).map_or(0, |(point, _)| point + 1);
    let own = format!("clinic.{wanted}");
    let with_end = |wanted: &str| keys.iter().find(|key| key[end(key)..] == *wanted);
    let meant = keys.iter().find(|key| **key == own).or_else(|| with_end(wanted));
    let meant = meant.map(String::as_str).or_else(|| nearest(wanted, keys.iter().map(String::as_str)));
    meant.or_else(|| {
        let nearest_end = nearest(wanted, keys.iter().map(|key| &key[end(key)..]))?;
        with_end(nearest_end).map(String::as_str)
    })
}

/// Norwegian words and other names that people write, each with what felles calls it.
const WORDS: &[(&str, &[&str])] = &[
    ("1. mai", &["labour-day"]),
    ("17. mai", &["constitution-day"]),
    ("adekvansbeslutning", &["adequacy-decision"]),
    ("adequacy", &["adequacy-decision"]),
    ("adresse", &["address", "visit"]),
    ("ansvarlig", &["controllers"]),
    ("bcr", &["binding-corporate-rules"]),
    ("begrunnelse", &["reason"]),
    ("besok", &["visit"]),
    ("besøk", &["visit"]),
    ("bokmål", &["nb"]),
    ("brev", &["post"]),
    ("dansk", &["da"]),
    ("data privacy framework", &["adequacy-decision"]),
    ("data-privacy-framework", &["adequacy-decision"]),
    ("databehandler", &["processor"]),
    ("dk", &["da"]),
    ("dokumenter", &["documents"]),
    ("domene", &["domain"]),
    ("dpf", &["adequacy-decision"]),
    ("e-post", &["email", "mail"]),
    ("engelsk", &["en"]),
    ("epost", &["email", "mail"]),
    ("erstatt", &["replace"]),
    ("eu-us data privacy framework", &["adequacy-decision"]),
    ("eu-us dpf", &["adequacy-decision"]),
    ("eus standardkontrakter", &["standard-contractual-clauses"]),
    ("farge", &["colours"]),
    ("farger", &["colours"]),
    ("fjern", &["remove"]),
    ("formål", &["purposes"]),
    ("fra", &["from"]),
    ("fredag", &["friday"]),
    ("gate", &["lines"]),
    ("grunn", &["reason"]),
    ("grunnlag", &["bases"]),
    ("gyldig", &["until"]),
    ("haster", &["urgent"]),
    ("helse", &["health"]),
    ("hvem", &["whose"]),
    ("julaften", &["christmas-eve"]),
    ("kilde", &["source"]),
    ("klinikker", &["clinics"]),
    ("lagring", &["retention"]),
    ("kontakt", &["contact", "contacts"]),
    ("kontakter", &["contacts"]),
    ("land", &["country"]),
    ("langfredag", &["good-friday"]),
    ("laurdag", &["saturday"]),
    ("legg til", &["append"]),
    ("lordag", &["saturday"]),
    ("lov", &["law"]),
    ("lørdag", &["saturday"]),
    ("mandag", &["monday"]),
    ("mobil", &["phone"]),
    ("mottaker", &["recipient"]),
    ("mottakere", &["recipients"]),
    ("måndag", &["monday"]),
    ("namn", &["name"]),
    ("navn", &["name"]),
    ("no", &["nb"]),
    ("norsk", &["nb"]),
    ("nynorsk", &["nn"]),
    ("nyttårsaften", &["new-years-eve"]),
    ("onsdag", &["wednesday"]),
    ("opplysninger", &["data"]),
    ("org_nr", &["number"]),
    ("organisasjonsnummer", &["number"]),
    ("orgnr", &["number"]),
    ("paragraf", &["section"]),
    ("personvernombud", &["dpo"]),
    ("postnr", &["postcode"]),
    ("postnummer", &["postcode"]),
    ("poststed", &["town"]),
    ("profiler", &["profiles"]),
    ("rolle", &["role"]),
    ("samtykke", &["explicit-consent"]),
    ("scc", &["standard-contractual-clauses"]),
    ("sccs", &["standard-contractual-clauses"]),
    ("sikkerhet", &["safeguard"]),
    ("skjærtorsdag", &["maundy-thursday"]),
    ("sondag", &["sunday"]),
    ("språk", &["languages"]),
    ("standardavtale", &["standard-contractual-clauses"]),
    ("standardbestemmelser", &["standard-contractual-clauses"]),
    ("standardkontrakt", &["standard-contractual-clauses"]),
    ("sted", &["town"]),
    ("sundag", &["sunday"]),
    ("svensk", &["sv"]),
    ("søndag", &["sunday"]),
    ("tel", &["phone"]),
    ("telefon", &["phone"]),
    ("telefonnummer", &["phone"]),
    ("til", &["until"]),
    ("tirsdag", &["tuesday"]),
    ("tittel", &["title"]),
    ("tlf", &["phone"]),
    ("to", &["until"]),
    ("torsdag", &["thursday"]),
    ("tysdag", &["tuesday"]),
    ("uker", &["weeks"]),
    ("utelat", &["omit"]),
    ("utløper", &["expires"]),
    ("viktig", &["important"]),
    ("vilkår", &["condition"]),
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
        check(&"a".repeat(1000), &["aaa", &"a".repeat(999)], None);
    }

    #[test]
    fn a_norwegian_word_means_the_thing_and_not_what_looks_like_it() {
        check("tirsdag", &["monday", "tuesday", "thursday"], Some("tuesday"));
        check("Mandag", &["monday", "sunday"], Some("monday"));
        check("no", &["nb", "en"], Some("nb"));
        check("telefon", &["phone", "email"], Some("phone"));
    }
}
