//! What an SVG may hold: lines, areas, their colours, and nothing that runs, loads or moves.

use std::collections::BTreeSet;
use std::ops::Range;

use roxmltree::{Attribute, Document, Error, Node, ParsingOptions, TextPos};

use super::svg_weight::is_too_heavy;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, catalogue::brand as say};
use crate::span::{FileId, Span};

/// What is wrong with a file, and where in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// The bytes.
    pub range: Range<usize>,
    /// What is wrong.
    pub headline: Message,
    /// The cure.
    pub help: Message,
}

/// The namespace of SVG.
pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
/// The namespace of `xlink:href`.
pub(super) const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// A mark that needs more is a photograph.
const MOST_NODES: u32 = 20_000;

/// No drawing needs deeper groups, and browsers draw them one within the other.
const DEEPEST: usize = 64;

/// Elements that draw, or say what is drawn with.
const ELEMENTS: &str = "\
    svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan \
    linearGradient radialGradient stop clipPath";

/// Attributes that say where something is drawn, and how.
const ATTRIBUTES: &str = "\
    aria-hidden aria-label aria-labelledby baseProfile class clip-path clip-rule clipPathUnits color \
    color-interpolation cx cy d display dominant-baseline dx dy enable-background fill fill-opacity \
    fill-rule focusable font-family font-size font-stretch font-style font-variant font-weight fr fx \
    fy gradientTransform gradientUnits height href id image-rendering isolation lengthAdjust \
    letter-spacing mix-blend-mode offset opacity overflow paint-order pathLength points \
    preserveAspectRatio r role rotate rx ry shape-rendering spreadMethod stop-color stop-opacity \
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit \
    stroke-opacity stroke-width text-anchor text-rendering textLength transform transform-origin \
    vector-effect version viewBox visibility width word-spacing x x1 x2 y y1 y2";

/// Attributes whose value is a name that nothing reads.
const NAMES: [&str; 4] = ["aria-label", "class", "id", "role"];

/// What a value may ask to be worked out. `url` is let through only for a place in the same file.
const FUNCTIONS: [&str; 10] =
    ["hsl", "hsla", "matrix", "rgb", "rgba", "rotate", "scale", "skewx", "skewy", "translate"];

/// The width and the height of the drawing, by its `viewBox` or else by its own measures.
///
/// # Errors
/// Everything in it that a page should not hold.
pub(super) fn check_svg(text: &str) -> Result<(f64, f64), Vec<Fault>> {
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| vec![unread(text, &error)])?;
    let mut faults = Vec::new();
    for node in document.descendants() {
        if let Some(pi) = node.pi() {
            let range = node.range();
            faults.push(Fault {
                range,
                headline: say::svg_instruction(pi.target),
                help: say::take_it_away(),
            });
        } else if node.is_element() {
            check_element(node, &mut faults);
            node.attributes().for_each(|attribute| faults.extend(check_attribute(attribute)));
        }
    }
    let root = document.root_element();
    if faults.is_empty() && is_too_heavy(&document) {
        let headline = say::svg_too_heavy();
        faults.push(Fault { range: name_of(root), headline, help: say::svg_write_shapes_out() });
    }
    let size = view_box(root).or_else(|| Some((length(root, "width")?, length(root, "height")?)));
    if size.is_none() {
        let headline = say::svg_without_size();
        faults.push(Fault { range: name_of(root), headline, help: say::svg_add_a_view_box() });
    }
    let Some(size) = size.filter(|_| faults.is_empty()) else {
        // A program that writes `style` writes it on every path: once is enough to hear of it.
        let mut told = BTreeSet::new();
        faults.retain(|fault| told.insert(fault.headline.clone()));
        return Err(faults);
    };
    Ok(size)
}

/// Reports, under the code `code`, everything in the file `id` that a page should not hold;
/// says whether there is nothing.
pub(crate) fn svg_is_safe(id: FileId, text: &str, code: &'static str, found: &mut Diagnostics) -> bool {
    let faults = check_svg(text).err().unwrap_or_default();
    let is_safe = faults.is_empty();
    for Fault { range, headline, help } in faults {
        found.push(Diagnostic::error(code, Span::new(id, range), headline).with_help(help));
    }
    is_safe
}

fn unread(text: &str, error: &Error) -> Fault {
    let (headline, help, at) = match error {
        Error::DtdDetected => {
            (say::svg_doctype(), say::svg_remove_the_doctype(), text.find("<!DOCTYPE").unwrap_or(0))
        }
        Error::NodesLimitReached => (say::svg_too_heavy(), say::svg_write_shapes_out(), 0),
        other => (say::svg_is_broken(), say::svg_export_again(), offset(text, other.pos())),
    };
    Fault { range: at..at, headline, help }
}

/// The byte at a line and a column, both counted from one, columns in characters.
fn offset(text: &str, place: TextPos) -> usize {
    let lines = text.split_inclusive('\n').take((place.row as usize).saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    let line = text.get(start..).unwrap_or_default();
    start + line.char_indices().nth((place.col as usize).saturating_sub(1)).map_or(0, |(at, _)| at)
}

fn check_element(node: Node<'_, '_>, faults: &mut Vec<Fault>) {
    let (name, of_svg) = (node.tag_name().name(), node.tag_name().namespace() == Some(SVG));
    let is_root = node.parent_element().is_none();
    let mut fault = |headline, help| faults.push(Fault { range: name_of(node), headline, help });
    if is_root && (name != "svg" || !of_svg) {
        fault(say::svg_root(), say::svg_write_the_root());
    } else if !is_root && !of_svg {
        fault(say::svg_element(name), say::svg_save_plain());
    } else if !is_root && (name == "svg" || !is_among(ELEMENTS, name)) {
        let help = match name {
            "style" => say::svg_use_attributes(),
            "image" | "foreignObject" | "svg" => say::svg_draw_it(),
            "filter" | "pattern" | "mask" | "marker" => say::svg_write_shapes_out(),
            _ => say::take_it_away(),
        };
        fault(say::svg_element(name), help);
    } else if node.ancestors().nth(DEEPEST).is_some_and(|top| top.is_root()) {
        fault(say::svg_too_deep(), say::svg_write_shapes_out());
    }
}

fn is_among(names: &str, name: &str) -> bool {
    names.split(' ').any(|other| other == name)
}

/// The element's name, behind its `<`.
fn name_of(node: Node<'_, '_>) -> Range<usize> {
    let start = node.range().start + 1;
    let rest = node.document().input_text().get(start..).unwrap_or_default();
    let end = rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/'));
    start..start + end.unwrap_or(0)
}

fn check_attribute(attribute: Attribute<'_, '_>) -> Option<Fault> {
    let (name, value) = (attribute.name(), attribute.value());
    let is_known = match attribute.namespace() {
        None => is_among(ATTRIBUTES, name) || name.starts_with("data-"),
        Some(XLINK) => name == "href",
        Some(XML) => matches!(name, "space" | "lang"),
        Some(_) => false,
    };
    let (range, headline, help) = if !is_known {
        let help = match name {
            "style" => say::svg_use_attributes(),
            _ if attribute.namespace().is_some() => say::svg_save_plain(),
            _ => say::take_it_away(),
        };
        (attribute.range_qname(), say::svg_attribute(name), help)
    } else if name == "href" && !is_place(value) {
        (attribute.range_value(), say::svg_leads_out(value), say::svg_refer_within())
    } else if !NAMES.contains(&name) && !name.starts_with("data-") && !is_plain(value) {
        (attribute.range_value(), say::svg_value(value), say::svg_refer_within())
    } else {
        return None;
    };
    Some(Fault { range, headline, help })
}

/// `#name`, a place in the same file.
fn is_place(value: &str) -> bool {
    let letter = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ':');
    value.strip_prefix('#').is_some_and(|name| !name.is_empty() && name.chars().all(letter))
}

/// Whether a value is numbers, words, and functions that work something out within the file.
fn is_plain(value: &str) -> bool {
    // A backslash or a comment could write a function's name in another way.
    if value.contains('\\') || value.contains("/*") || value.contains('<') {
        return false;
    }
    value.match_indices('(').all(|(at, _)| {
        let before = &value[..at];
        let start = before.rfind(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
        let function = before[start.map_or(0, |at| at + 1)..].to_ascii_lowercase();
        if function == "url" {
            let inside = value[at + 1..].split(')').next().unwrap_or_default();
            return is_place(inside.trim().trim_matches(['"', '\'']));
        }
        FUNCTIONS.contains(&function.as_str())
    })
}

fn view_box(root: Node<'_, '_>) -> Option<(f64, f64)> {
    let numbers: Option<Vec<f64>> = root
        .attribute("viewBox")?
        .split(|letter: char| letter == ',' || letter.is_ascii_whitespace())
        .filter(|number| !number.is_empty())
        .map(|number| number.parse().ok())
        .collect();
    match numbers?.as_slice() {
        [_, _, width, height] if is_length(*width) && is_length(*height) => Some((*width, *height)),
        _ => None,
    }
}

fn length(root: Node<'_, '_>, name: &str) -> Option<f64> {
    let value = root.attribute(name)?.trim();
    value.strip_suffix("px").unwrap_or(value).parse().ok().filter(|length| is_length(*length))
}

fn is_length(length: f64) -> bool {
    length.is_finite() && (0.001..=1e6).contains(&length)
}

#[cfg(test)]
mod tests {
    use super::check_svg;

    const OPEN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" \
        xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 40 10\"";

    /// What the first fault stands at; None if the file is fine.
    fn fault_at(text: &str) -> Option<String> {
        let faults = check_svg(text).err()?;
        Some(text.get(faults[0].range.clone()).unwrap_or("?").to_owned())
    }

    #[track_caller]
    fn check(inside: &str, expected: Option<&str>) {
        assert_eq!(fault_at(&format!("{OPEN}>{inside}</svg>")).as_deref(), expected, "{inside}");
    }

    #[test]
    fn what_draws_is_fine() {
        check("<title>Nordlys (as)</title><path id='a(b)' d='M0 0h4v4z' fill='#0b5c55'/>", None);
        check(
            "<defs><linearGradient id='g'><stop offset='0' stop-color='rgb(1,2,3)'/></linearGradient></defs>\
                <g transform='translate(1 2) scale(2)'><rect width='4' height='4' fill='url(#g)'/></g>",
            None,
        );
        check(
            "<defs><rect id='SVGID_1_' width='4' height='4'/></defs>\
                <clipPath id='c'><use xlink:href='#SVGID_1_' overflow='visible'/></clipPath>\
                <g clip-path='url(\"#c\")' xml:space='preserve' data-name='Layer (1)'>\
                <text font-family=\"'Segoe UI', serif\">N</text></g>",
            None,
        );
        check("<!-- made by hand --><g fill='&#35;fff'/>", None);
    }

    #[test]
    fn what_runs_loads_or_moves_is_not() {
        check("<script>alert(1)</script>", Some("script"));
        check("<g><script href='x'/></g>", Some("script"));
        check("<path onload='x()'/>", Some("onload"));
        check("<path ONLOAD='x()'/>", Some("ONLOAD"));
        check(
            "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
            Some("foreignObject"),
        );
        check("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>", Some("h:script"));
        check("<image href='data:image/png;base64,AA'/>", Some("image"));
        check("<use href='other.svg#a'/>", Some("other.svg#a"));
        check("<use xlink:href='//evil.example/a.svg#a'/>", Some("//evil.example/a.svg#a"));
        check("<use href='data:image/svg+xml,x#a'/>", Some("data:image/svg+xml,x#a"));
        check("<use href='&#x6a;avascript:alert(1)'/>", Some("&#x6a;avascript:alert(1)"));
        check("<a href='javascript:alert(1)'><path/></a>", Some("a"));
        check("<animate attributeName='href' to='javascript:x'/>", Some("animate"));
        check("<set attributeName='onload' to='x'/>", Some("set"));
        check("<style>path{fill:url(//evil.example)}</style>", Some("style"));
        check("<path style='fill:red'/>", Some("style"));
        check("<path fill='url(//evil.example/#a)'/>", Some("url(//evil.example/#a)"));
        check("<path fill='URL( \"https://evil.example\" )'/>", Some("URL( \"https://evil.example\" )"));
        check("<path fill='u\\72l(//evil.example)'/>", Some("u\\72l(//evil.example)"));
        check("<path fill='ur/**/l(//evil.example)'/>", Some("ur/**/l(//evil.example)"));
        check("<path fill='image-set(\"a.png\" 1x)'/>", Some("image-set(\"a.png\" 1x)"));
        check("<path d='M0 0' xml:base='https://evil.example/'/>", Some("xml:base"));
        check("<filter id='f'><feImage href='x'/></filter>", Some("filter"));
        check("<svg viewBox='0 0 1 1'/>", Some("svg"));
        check("<?xml-stylesheet href='x.css'?>", Some("<?xml-stylesheet href='x.css'?>"));
        check("<path tabindex='0'/>", Some("tabindex"));
    }

    #[test]
    fn documents_of_other_kinds_are_not_read() {
        let at = |text: &str| fault_at(text);
        assert_eq!(at("<html xmlns='http://www.w3.org/1999/xhtml'/>").as_deref(), Some("html"));
        assert_eq!(
            at("<svg viewBox='0 0 1 1'/>").as_deref(),
            Some("svg"),
            "no namespace: no browser draws it"
        );
        assert!(at("").is_some() && at("<svg").is_some() && at("\u{0}").is_some());
        assert!(at(&format!("<!DOCTYPE svg [<!ENTITY a \"x\">]>{OPEN}>&a;</svg>")).is_some());
        assert!(at(&format!("{OPEN}>&nbsp;</svg>")).is_some());
        assert!(at(&format!("{OPEN}><g></svg>")).is_some());
    }

    #[test]
    fn a_drawing_says_how_large_it_is() {
        let size = |attributes: &str| {
            check_svg(&format!("<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>")).ok()
        };
        assert_eq!(size("viewBox='0 0 40 10'"), Some((40.0, 10.0)));
        assert_eq!(size("viewBox='-1,-1, 4e1,1.5'"), Some((40.0, 1.5)));
        assert_eq!(size("width='40px' height='10'"), Some((40.0, 10.0)));
        for none in
            ["", "width='40'", "width='100%' height='1em'", "viewBox='0 0 0 10'", "viewBox='0 0 NaN inf'"]
        {
            assert_eq!(size(none), None, "{none}");
        }
    }

    #[test]
    fn groups_within_groups_within_groups_end_somewhere() {
        let nested = |depth: usize| format!("{OPEN}>{}{}</svg>", "<g>".repeat(depth), "</g>".repeat(depth));
        assert_eq!(fault_at(&nested(40)), None);
        assert!(fault_at(&nested(100)).is_some());
        assert!(fault_at(&nested(15_000)).is_some());
        assert!(fault_at(&nested(200_000)).is_some());
    }

    #[test]
    fn a_drawing_that_grows_while_it_is_drawn_is_refused() {
        let laugh = |at| format!("<g id='a{at}'>{}</g>", format!("<use href='#a{}'/>", at - 1).repeat(10));
        let laughs: String = (1..=12).map(laugh).collect();
        check(&format!("<defs><path id='a0'/>{laughs}</defs><use href='#a12'/>"), Some("svg"));
        check("<g id='a'><use href='#a'/></g>", Some("svg"));
        check("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>", Some("svg"));
        check("<defs><g id='a'><path/></g></defs><use href='#a'/><use href='#a'/><use href='#none'/>", None);
    }
}
