use super::{Country, Line};
use crate::diagnostic::catalogue::values as say;
use crate::model::{Countries, Invalid, Node, Reader, TableReader, Value};
use crate::span::{Located, Span};

/// A postal or visiting address.
#[derive(Debug, Clone)]
pub struct Address {
    /// P.O. box, without the word for it.
    pub po_box: Option<String>,
    /// Street lines.
    pub lines: Vec<String>,
    /// Postcode as it is written; text, for its leading zeros.
    postcode: Located<String>,
    /// Town.
    pub town: String,
    /// Country, if it is written; else that of the clinic, or of the company whose address it is.
    pub country: Option<Country>,
    /// Where the lines and the town are written.
    places: Vec<Span>,
}

/// Two addresses are the same wherever they are written.
impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        let Self { po_box, lines, postcode, town, country, places: _ } = self;
        (po_box, lines, &postcode.value, town, country)
            == (&other.po_box, &other.lines, &other.postcode.value, &other.town, &other.country)
    }
}

impl Eq for Address {}

impl Address {
    /// The postcode as it is printed in `home`, or in the address's own country.
    ///
    /// # Errors
    /// Says why it is none there, and where it is written.
    pub fn postcode_in(&self, home: Country, countries: &Countries) -> Result<String, (Span, Invalid)> {
        let country = self.country.unwrap_or(home);
        let text = self.postcode.value.as_str();
        let Some(form) = countries.of(country).and_then(|facts| facts.address.as_ref()) else {
            return Ok(text.to_owned());
        };
        form.postcode(text, country.code()).ok_or_else(|| {
            let help = match form.digits() {
                Some(digits) if country != Country::NORWAY => Some(say::write_digits_of_a_postcode(digits)),
                Some(_) => Some(say::write_a_postcode()),
                None => None,
            };
            (self.postcode.span, Invalid::new(say::not_a_postcode(text, country.code()), help))
        })
    }

    /// The lines with postcode and town, in the order of the country.
    #[must_use]
    pub fn town_lines(&self, home: Country, countries: &Countries) -> Vec<String> {
        let postcode = self.postcode_in(home, countries).unwrap_or_else(|_| self.postcode.value.clone());
        let form = countries.of(self.country.unwrap_or(home)).and_then(|facts| facts.address.as_ref());
        match form {
            Some(form) if form.town_first => vec![self.town.clone(), postcode],
            _ => vec![format!("{postcode} {}", self.town)],
        }
    }
}

impl Value for Address {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let po_box = table.field::<Line>("po_box");
        let lines = table.field::<Vec<Located<Line>>>("lines");
        let postcode = table.required::<Line>("postcode");
        let town = table.required::<Line>("town");
        let country = table.field::<Country>("country").map(|country| country.value);
        table.finish(&[]);
        let postcode = postcode?;
        let (town, lines) = (town?, lines.map(|lines| lines.value).unwrap_or_default());
        let text = |line: &Line| line.as_str().to_owned();
        Some(Self {
            po_box: po_box.as_deref().map(text),
            lines: lines.iter().map(|line| text(line)).collect(),
            postcode: Located::new(postcode.as_str().to_owned(), postcode.span),
            town: text(&town),
            country,
            places: lines.iter().map(|line| line.span).chain([town.span]).collect(),
        })
    }

    fn places(&self, _span: Span, see: &mut dyn FnMut(Span)) {
        self.places.iter().for_each(|place| see(*place));
    }
}
