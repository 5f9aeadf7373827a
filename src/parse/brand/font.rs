use super::files::{BrandFolder, is_too_large};
use super::woff2::{FontFault, check_font};
use crate::diagnostic::{Diagnostic, catalogue::brand as say};
use crate::model::{BrandFont, FontFile, Line, Node, NodeKind, Reader, TableReader, Value};
use crate::span::{Located, Span};

/// The code of what is wrong with a font.
const CODE: &str = "font";

/// In KiB; a font with all letters of the languages of Norway fits many times.
const LARGEST: usize = 384;

/// Reads `font = "brand.woff2"`, or the table with `file` and `bold`.
pub(super) fn read_font(
    node: &Node,
    folder: &mut BrandFolder<'_>,
    reader: &mut Reader<'_>,
) -> Option<BrandFont> {
    let (file, bold) = if let NodeKind::Table(_) = node.kind {
        let mut table = TableReader::open(node, reader)?;
        let (file, bold) = (table.required::<Line>("file"), table.field::<Line>("bold"));
        table.finish(&[]);
        (file, bold)
    } else {
        (Line::read(node, reader).map(|file| Located::new(file, node.span)), None)
    };
    let regular = file.and_then(|file| read_file(&file, folder, reader));
    let bold = bold.map(|bold| read_file(&bold, folder, reader));
    Some(BrandFont { regular: regular?, bold: bold.flatten() })
}

fn read_file(
    name: &Located<Line>,
    folder: &mut BrandFolder<'_>,
    reader: &mut Reader<'_>,
) -> Option<FontFile> {
    let file = folder.find(name, CODE, reader)?;
    if is_too_large(&file, LARGEST, CODE, reader) {
        return None;
    }
    let (headline, help) = match check_font(file.bytes()) {
        Ok(font) => return Some(font),
        Err(FontFault::NoWoff2) => (say::no_woff2(name.as_str()), say::ask_for_woff2()),
        Err(FontFault::Damaged) => (say::font_is_damaged(name.as_str()), say::ask_for_woff2()),
        Err(FontFault::HoldsPictures) => (say::font_holds_pictures(name.as_str()), say::ask_for_plain_font()),
    };
    reader.found.push(Diagnostic::error(CODE, Span::start_of(file.id), headline).with_help(help));
    None
}
