use super::NumberPattern;
use crate::model::{Node, Reader, TableReader, Value};
use crate::span::Located;

/// How addresses are written in a country: `[address]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressForm {
    /// What a postcode looks like without spaces.
    postcodes: Vec<NumberPattern>,
    /// How many signs stand behind the space in it; none if it has no space.
    last_group: usize,
    /// Whether the town stands on a line of its own above the postcode.
    pub(in crate::model) town_first: bool,
}

impl Value for AddressForm {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let postcodes = table.required::<Vec<Located<NumberPattern>>>("postcodes");
        let last_group = table.node("last_group").and_then(|node| super::whole_number(node, table.reader()));
        let town_first = table.field::<bool>("town_first");
        table.finish(&[]);
        Some(Self {
            postcodes: postcodes?.value.into_iter().map(|pattern| pattern.value).collect(),
            last_group: last_group.map_or(0, usize::from),
            town_first: town_first.is_some_and(|first| first.value),
        })
    }
}

impl AddressForm {
    /// The postcode as it is printed. None if it is none: of another form, or zeros alone.
    #[must_use]
    pub fn postcode(&self, text: &str, country: &str) -> Option<String> {
        let plain: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        let plain = plain.to_uppercase();
        let bare = plain.strip_prefix(&format!("{country}-")).unwrap_or(&plain);
        let is_one =
            self.postcodes.iter().any(|pattern| pattern.takes(bare)) && bare.bytes().any(|sign| sign != b'0');
        let (first, last) = bare.split_at_checked(bare.len().checked_sub(self.last_group)?)?;
        is_one.then(|| if last.is_empty() { first.to_owned() } else { format!("{first} {last}") })
    }

    /// How many signs a postcode has, if all have the same and are digits.
    pub(in crate::model) fn digits(&self) -> Option<usize> {
        match self.postcodes.as_slice() {
            [only] => Some(only.length()),
            _ => None,
        }
    }
}
