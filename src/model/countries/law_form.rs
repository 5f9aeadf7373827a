use super::unreadable;
use crate::model::{Line, Node, Reader, TableReader, TextValue, Value, WebUrl};

/// How a country numbers its laws: `form = "SFS {year}:{number}"`, and where the text is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawForm {
    form: Vec<FormPiece>,
    example: String,
    url: Option<String>,
}

/// What a number of a form says.
pub(in crate::model) struct ReadNumber {
    /// Where its law is read.
    pub url: Option<WebUrl>,
}

/// A piece of a form: what stands for itself, or a part of the number.
#[derive(Debug, Clone, PartialEq, Eq)]
enum FormPiece {
    Plain(String),
    Part(String),
}

/// The parts that a number can have, each with how many signs it has at least and at most.
const PARTS: [(&str, usize, usize); 5] =
    [("year", 4, 4), ("month", 2, 2), ("day", 2, 2), ("number", 1, 5), ("letter", 1, 1)];

impl Value for LawForm {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let (form, example) = (table.required::<Line>("form"), table.required::<Line>("example"));
        let url = table.field::<Line>("url").map(|url| url.as_str().to_owned());
        table.finish(&[]);
        let (form, example) = (form?, example?.as_str().to_owned());
        let read = pieces(form.as_str()).map(|form| Self { form, example, url });
        let read = read.filter(|read| read.reads(&read.example).is_some());
        if read.is_none() {
            table_fault(form.span, form.as_str(), reader);
        }
        read
    }
}

fn table_fault(span: crate::span::Span, form: &str, reader: &mut Reader<'_>) {
    reader.invalid(span, unreadable(form, "SFS {year}:{number}"));
}

/// Cuts a form at its parts in braces.
fn pieces(form: &str) -> Option<Vec<FormPiece>> {
    let (mut pieces, mut rest) = (Vec::new(), form);
    while let Some((plain, behind)) = rest.split_once('{') {
        let (part, after) = behind.split_once('}')?;
        PARTS.iter().find(|(known, _, _)| *known == part)?;
        pieces.extend([FormPiece::Plain(plain.to_owned()), FormPiece::Part(part.to_owned())]);
        rest = after;
    }
    pieces.push(FormPiece::Plain(rest.to_owned()));
    Some(pieces)
}

impl LawForm {
    /// A number of this form.
    #[must_use]
    pub fn example(&self) -> &str {
        &self.example
    }

    /// What a number says, if it has this form.
    pub(in crate::model) fn reads(&self, number: &str) -> Option<ReadNumber> {
        let (mut rest, mut parts) = (number, Vec::new());
        for piece in &self.form {
            match piece {
                FormPiece::Plain(plain) => rest = rest.strip_prefix(plain.as_str())?,
                FormPiece::Part(name) => {
                    let (_, least, most) = PARTS.iter().find(|(known, _, _)| known == name)?;
                    let is_in = |byte: &u8| match name.as_str() {
                        "letter" => byte.is_ascii_uppercase(),
                        _ => byte.is_ascii_digit(),
                    };
                    let length = rest.bytes().take(*most).take_while(is_in).count();
                    let (value, behind) = rest.split_at_checked(length).filter(|_| length >= *least)?;
                    parts.push((name.as_str(), value));
                    rest = behind;
                }
            }
        }
        let part = |name: &str| parts.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        // A day that does not exist is a slip.
        if let (Some(year), Some(month), Some(day)) = (part("year"), part("month"), part("day")) {
            format!("{year}-{month}-{day}").parse::<jiff::civil::Date>().ok()?;
        }
        let filled = |url: &String| {
            let filled = parts.iter().fold(url.replace("{id}", number), |url, (name, value)| {
                url.replace(&format!("{{{name}}}"), value)
            });
            WebUrl::parse(&filled).ok()
        };
        rest.is_empty().then(|| ReadNumber { url: self.url.as_ref().and_then(filled) })
    }
}
