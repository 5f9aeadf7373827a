use super::files::{BrandFile, BrandFolder, is_too_large};
use super::png::{PngFault, check_png};
use super::svg::check_svg;
use crate::diagnostic::{Diagnostic, Message, catalogue::brand as say};
use crate::model::{
    Line, Logo, Node, NodeKind, Picture, PictureKind, Reader, TableReader, Value, shown_size,
};
use crate::span::{Located, Span};

/// The code of what is wrong with a mark.
const CODE: &str = "logo";

/// In KiB; patients may pay for what their phones load.
const LARGEST_SVG: usize = 96;
const LARGEST_PNG: usize = 192;

/// Reads `logo = "logo.svg"`, or the table with `file`, `dark` and `beside_name`.
pub(super) fn read_logo(node: &Node, folder: &mut BrandFolder<'_>, reader: &mut Reader<'_>) -> Option<Logo> {
    let (file, dark, beside_name) = if let NodeKind::Table(_) = node.kind {
        let mut table = TableReader::open(node, reader)?;
        let (file, dark) = (table.required::<Line>("file"), table.field::<Line>("dark"));
        let beside_name = table.field::<bool>("beside_name");
        table.finish(&[]);
        (file, dark, beside_name.is_some_and(|beside| beside.value))
    } else {
        (Line::read(node, reader).map(|file| Located::new(file, node.span)), None, false)
    };
    let light = file.and_then(|file| read_picture(&file, folder, reader));
    let dark = dark.map(|dark| read_picture(&dark, folder, reader));
    // A second picture that is not fit to be shown has been reported.
    Some(Logo { light: light?, dark: dark.flatten(), beside_name })
}

fn read_picture(
    name: &Located<Line>,
    folder: &mut BrandFolder<'_>,
    reader: &mut Reader<'_>,
) -> Option<Picture> {
    let file = folder.find(name, CODE, reader)?;
    match name.as_str().rsplit_once('.').map(|(_, ending)| ending) {
        Some("svg") => svg(&file, reader),
        Some("png") => png(&file, reader),
        _ => {
            let error = Diagnostic::error(CODE, name.span, say::logo_of_another_kind(name.as_str()));
            reader.found.push(error.with_help(say::save_logo_as_svg_or_png()));
            None
        }
    }
}

fn svg(file: &BrandFile<'_>, reader: &mut Reader<'_>) -> Option<Picture> {
    if is_too_large(file, LARGEST_SVG, CODE, reader) {
        return None;
    }
    if file.file.fault.is_some() {
        report(file, 0..0, say::svg_is_broken(), say::svg_export_again(), reader);
        return None;
    }
    match check_svg(&file.file.text) {
        Ok((width, height)) => {
            if let Some(text) = svg_text(&file.file.text) {
                let warning =
                    Diagnostic::warning(CODE, Span::new(file.id, text), say::svg_text_needs_a_font());
                reader.found.push(warning.with_help(say::write_the_letters_as_shapes()));
            }
            let (width, height) = shown_size(width, height, None);
            Some(Picture { kind: PictureKind::Svg, bytes: file.bytes().to_vec(), width, height })
        }
        Err(faults) => {
            for fault in faults {
                report(file, fault.range, fault.headline, fault.help, reader);
            }
            None
        }
    }
}

/// Where a drawing writes letters, which look as the visitor's fonts have them: the first `<text`.
fn svg_text(drawing: &str) -> Option<std::ops::Range<usize>> {
    let at = drawing
        .match_indices("<text")
        .map(|(at, _)| at)
        .find(|at| drawing[at + 5..].starts_with(|sign: char| sign == '>' || sign.is_ascii_whitespace()))?;
    Some(at..at + 5)
}

fn png(file: &BrandFile<'_>, reader: &mut Reader<'_>) -> Option<Picture> {
    if is_too_large(file, LARGEST_PNG, CODE, reader) {
        return None;
    }
    let (headline, help) = match check_png(file.bytes()) {
        Ok((width, height)) => {
            let (width, height) = shown_size(f64::from(width), f64::from(height), Some(f64::from(height)));
            return Some(Picture { kind: PictureKind::Png, bytes: file.bytes().to_vec(), width, height });
        }
        Err(PngFault::NoPng) => (say::no_png(), say::save_as_png()),
        Err(PngFault::Damaged) => (say::png_is_damaged(), say::save_as_png()),
        Err(PngFault::GoesOn) => (say::png_goes_on(), say::save_as_png()),
        Err(PngFault::Moves) => (say::png_moves(), say::save_one_picture()),
        Err(PngFault::TooManyPixels) => (say::png_has_too_many_pixels(), say::save_as_svg_or_smaller()),
    };
    report(file, 0..0, headline, help, reader);
    None
}

fn report(
    file: &BrandFile<'_>,
    range: std::ops::Range<usize>,
    headline: Message,
    help: Message,
    reader: &mut Reader<'_>,
) {
    reader.found.push(Diagnostic::error(CODE, Span::new(file.id, range), headline).with_help(help));
}
