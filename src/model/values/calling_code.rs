//! The codes of countries in calls from abroad.

/// The country code at the start of a number, if there is one (ITU-T E.164, list of assigned codes).
pub(super) fn country_code(digits: &str) -> Option<&str> {
    const TWO: &str = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 \
        65 66 81 82 84 86 90 91 92 93 94 95 98";
    // The first two digits of three, and the third digits that are assigned.
    const THREE: [(&str, &str); 23] = [
        ("21", "12368"),
        ("22", "0123456789"),
        ("23", "0123456789"),
        ("24", "0123456789"),
        ("25", "012345678"),
        ("26", "0123456789"),
        ("29", "01789"),
        ("35", "0123456789"),
        ("37", "012345678"),
        ("38", "01235679"),
        ("42", "013"),
        ("50", "0123456789"),
        ("59", "0123456789"),
        ("67", "023456789"),
        ("68", "012356789"),
        ("69", "012"),
        ("80", "08"),
        ("85", "02356"),
        ("87", "08"),
        ("88", "012368"),
        ("96", "012345678"),
        ("97", "012345679"),
        ("99", "234568"),
    ];
    if digits.starts_with(['1', '7']) {
        return digits.get(..1);
    }
    let two = digits.get(..2)?;
    if TWO.split(' ').any(|code| code == two) {
        return Some(two);
    }
    let third = digits.get(2..3)?;
    let is_assigned = THREE.iter().any(|(start, thirds)| *start == two && thirds.contains(third));
    is_assigned.then(|| digits.get(..3)).flatten()
}
