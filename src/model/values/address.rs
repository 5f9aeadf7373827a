use super::{Country, Line};
use crate::diagnostic::catalogue::values as say;
use crate::model::{Invalid, Node, Reader, TableReader, Value};
use crate::span::{Located, Span};

/// A postal or visiting address.
#[derive(Debug, Clone)]
pub struct Address {
    /// P.O. box, without the word for it.
    pub po_box: Option<String>,
    /// Street lines.
    pub lines: Vec<String>,
    /// Postcode; four digits in Norway, kept as text for its leading zeros.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Country; Norway if nothing is written.
    pub country: Country,
    /// Where the lines and the town are written.
    places: Vec<Span>,
}

/// Two addresses are the same wherever they are written.
impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        let Self { po_box, lines, postcode, town, country, places: _ } = self;
        (po_box, lines, postcode, town, country)
            == (&other.po_box, &other.lines, &other.postcode, &other.town, &other.country)
    }
}

impl Eq for Address {}

/// How many digits a postcode has, in the countries whose form is known here.
fn digits_in(country: Country) -> Option<usize> {
    match country.code() {
        "NO" | "DK" => Some(4),
        "SE" | "FI" | "DE" => Some(5),
        "IS" => Some(3),
        _ => None,
    }
}

/// The postcode as it is printed in its country: in Sweden, three digits and two (`111 22`).
fn postcode_in(country: Country, text: &str) -> Option<String> {
    let Some(digits) = digits_in(country) else { return Some(text.to_owned()) };
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let bare = plain.strip_prefix(&format!("{}-", country.code())).unwrap_or(&plain);
    let is_whole = bare.len() == digits && bare.bytes().all(|byte| byte.is_ascii_digit());
    is_whole.then(|| {
        if country.code() == "SE" { format!("{} {}", &bare[..3], &bare[3..]) } else { bare.to_owned() }
    })
}

impl Value for Address {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let po_box = table.field::<Line>("po_box");
        let lines = table.field::<Vec<Located<Line>>>("lines");
        let postcode = table.required::<Line>("postcode");
        let town = table.required::<Line>("town");
        let country = table.field::<Country>("country").map_or(Country::NORWAY, |country| country.value);
        table.finish(&[]);
        let postcode = postcode?;
        let Some(grouped) = postcode_in(country, postcode.as_str()) else {
            let help = match digits_in(country) {
                Some(digits) if country != Country::NORWAY => say::write_digits_of_a_postcode(digits),
                _ => say::write_a_postcode(),
            };
            let headline = say::not_a_postcode(postcode.as_str(), country.code());
            reader.invalid(postcode.span, Invalid::new(headline, help));
            return None;
        };
        let (town, lines) = (town?, lines.map(|lines| lines.value).unwrap_or_default());
        let text = |line: &Line| line.as_str().to_owned();
        Some(Self {
            po_box: po_box.as_deref().map(text),
            lines: lines.iter().map(|line| text(line)).collect(),
            postcode: grouped,
            town: text(&town),
            country,
            places: lines.iter().map(|line| line.span).chain([town.span]).collect(),
        })
    }

    fn places(&self, _span: Span, see: &mut dyn FnMut(Span)) {
        self.places.iter().for_each(|place| see(*place));
    }
}
