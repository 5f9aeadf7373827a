/// The one of `names` that `wanted` most probably means, for "did you mean".
///
/// Answers only when the two are alike: at most a third of the letters differ,
/// swapped neighbours counting as one.
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = wanted.chars().count().div_ceil(3);
    names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(wanted, name), name))
        .filter(|(distance, name)| *distance <= allowed && *name != wanted)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_a_stranger_is_not() {
        let check = |wanted: &str, expected: Option<&str>| {
            assert_eq!(nearest(wanted, ["brand", "name", "domain"]), expected, "{wanted}");
        };
        check("brnad", Some("brand"));
        check("nmae", Some("name"));
        check("domains", Some("domain"));
        check("telephone", None);
        check("", None);
    }
}
