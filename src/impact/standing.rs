//! What became of a part in the merge of one clinic: in force, replaced by a narrower layer, or gone.

use super::asked::{AskedKind, AskedPart, AskedText};
use crate::merge::Clinic;
use crate::model::{ClauseOp, Field, FieldKey, Id, IdList, Layer, Origin, Resolved};
use crate::span::Span;

/// What became of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing<'a> {
    /// It is in force.
    Live,
    /// A narrower layer has its own word there.
    Shielded {
        /// Where.
        by: Origin<'a>,
        /// What that does: `replaces`, `omits` or `removes`.
        how: &'static str,
    },
    /// The clinic has nothing of the kind.
    Gone,
}

/// What became of a part in a clinic whose layers have it.
pub(super) fn standing<'a>(clinic: &Clinic<'a>, part: &AskedPart<'_>) -> Standing<'a> {
    match &part.kind {
        AskedKind::Field { layer, key, written, .. } => of_field(clinic, *layer, key, *written),
        AskedKind::Removal { table, row, .. } => {
            let is_here = removal(clinic, table, row).is_some_and(|origin| origin.span == part.span);
            if is_here { Standing::Live } else { Standing::Gone }
        }
        AskedKind::Clause { layer, id, text } => of_clause(clinic, *layer, id, *text),
        AskedKind::Notice { layer, id, .. } => match clinic.notices.iter().find(|placed| placed.id == *id) {
            Some(placed) if placed.layer == *layer => Standing::Live,
            Some(placed) => {
                let by = Origin { layer: placed.layer, span: placed.notice.span };
                Standing::Shielded { by, how: "replaces" }
            }
            None => Standing::Gone,
        },
        AskedKind::Brand { .. } | AskedKind::Theme { .. } | AskedKind::Site | AskedKind::Unseen => {
            Standing::Gone
        }
    }
}

/// The fields of the row that a key is of, or of the file that has keys of its own.
pub(super) fn row_fields<'a, 'c>(clinic: &'c Clinic<'a>, key: &FieldKey<'_>) -> Option<Vec<Field<'a, 'c>>> {
    use crate::model::Row;
    match (key.table, key.row) {
        ("clinic", None) => Some(clinic.settings.fields()),
        ("about", None) => Some(clinic.about.fields()),
        (name, Some(id)) => {
            let tables = clinic.tables.all();
            let (_, table) = tables.into_iter().find(|(table, _)| table.name == name)?;
            table.rows().into_iter().find(|row| row.id() == id).map(Row::fields)
        }
        _ => None,
    }
}

fn of_field<'a>(clinic: &Clinic<'a>, layer: Layer<'_>, key: &FieldKey<'_>, span: Span) -> Standing<'a> {
    let fields = row_fields(clinic, key);
    let field = fields.iter().flatten().find(|field| field.name == key.field);
    match field {
        Some(field) if field.origin.span == span => Standing::Live,
        Some(field) if field.replaced.iter().any(|origin| origin.span == span) => {
            let list = list_of(clinic, key);
            let by = list.map_or(Some(field.origin), |list| replaced_whole(list, span));
            by.map_or(Standing::Live, |by| Standing::Shielded { by, how: "replaces" })
        }
        _ => {
            let gone = key.row.and_then(|row| removal(clinic, key.table, row));
            let gone = gone.filter(|origin| origin.layer > layer || origin.layer != layer);
            gone.map_or(Standing::Gone, |by| Standing::Shielded { by, how: "removes" })
        }
    }
}

/// Where a row is taken away, if it is.
fn removal<'a>(clinic: &Clinic<'a>, table: &str, row: &Id) -> Option<Origin<'a>> {
    let tables = clinic.tables.all();
    let (_, table) = tables.iter().find(|(known, _)| known.name == table)?;
    table.removed().iter().rev().find(|removed| removed.id == row).map(|removed| removed.origin)
}

/// The list that a key is of, which narrower layers may add to and take from.
fn list_of<'c, 'a>(clinic: &'c Clinic<'a>, key: &FieldKey<'_>) -> Option<&'c Resolved<'a, IdList>> {
    let purpose = clinic.purposes.get(key.row.filter(|_| key.table == "purposes")?.as_str())?;
    match key.field {
        "recipients" => Some(&purpose.recipients),
        "retention" => Some(&purpose.retention),
        _ => None,
    }
}

/// Where a narrower layer gives a list whole, and not only what it adds and takes away.
fn replaced_whole<'a>(list: &Resolved<'a, IdList>, span: Span) -> Option<Origin<'a>> {
    let places = list.replaced().iter().copied().chain([list.origin()]);
    let said = places.zip(list.said()).skip_while(|(origin, _)| origin.span != span).skip(1);
    let whole = said.filter(|(_, said)| matches!(said, IdList::Whole(_))).map(|(origin, _)| origin);
    whole.last()
}

fn of_clause<'a>(clinic: &Clinic<'a>, layer: Layer<'_>, id: &Id, text: AskedText<'_>) -> Standing<'a> {
    let Some(clause) = clinic.clauses.get(id) else { return Standing::Gone };
    let Some(at) = clause.steps.iter().position(|step| step.layer == layer) else { return Standing::Gone };
    let span = clause.steps[at].input.span;
    // Conditions and what a clause answers stay in force when only its text is replaced.
    if text == AskedText::Front || clause.live_steps().iter().any(|step| step.input.span == span) {
        return Standing::Live;
    }
    let ends = |op: ClauseOp| matches!(op, ClauseOp::Replace | ClauseOp::Omit);
    let by = clause.steps[at + 1..].iter().rev().find(|step| ends(step.op));
    by.map_or(Standing::Gone, |step| {
        let op = step.input.front.op.as_ref().filter(|_| step.op == ClauseOp::Omit);
        Standing::Shielded {
            by: Origin { layer: step.layer, span: op.map_or(step.input.span, |op| op.span) },
            how: if step.op == ClauseOp::Omit { "omits" } else { "replaces" },
        }
    })
}
