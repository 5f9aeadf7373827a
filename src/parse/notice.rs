use super::clause::Translations;
use super::meant::as_meant;
use crate::diagnostic::{Diagnostic, catalogue::content as say};
use crate::model::{Line, Node, NodeKind, NoticeEnd, NoticeInput, Reader, TableReader};
use crate::span::Located;

/// The settings of a notice.
const KEYS: &[&str] = &["from", "until", "reason", "keep", "level", "pages", "brands", "departments"];

/// Makes a notice of its translations.
pub(super) fn read_notice(translations: Translations, reader: &mut Reader<'_>) -> Option<NoticeInput> {
    let Translations { span, front, unread, texts, faulty } = translations;
    let before = reader.found.count();
    let empty = Node { kind: NodeKind::Table(Vec::new()), span };
    let node = as_meant(front.as_ref().unwrap_or(&empty), KEYS, &[], reader);
    let mut table = TableReader::open(&node, reader)?;
    let mut notice = NoticeInput {
        span,
        from: table.required("from"),
        until: table.required("until"),
        reason: table
            .field::<Line>("reason")
            .map(|reason| Located::new(reason.as_str().to_owned(), reason.span)),
        keep: table.field("keep"),
        level: table.field("level"),
        pages: table.field("pages"),
        brands: table.field("brands"),
        departments: table.field("departments"),
        texts,
        faulty: false,
    };
    table.finish(&[]);
    if let (Some(from), Some(Located { value: NoticeEnd::On(last), span })) = (&notice.from, &notice.until)
        && *last < from.value.0
    {
        let error =
            Diagnostic::error("notice-ends-before-it-begins", *span, say::notice_ends_before_it_begins());
        reader.found.push(error.with_related(from.span, say::begins_here()));
    }
    if let Some(Located { value: NoticeEnd::Never, span }) = &notice.until
        && notice.reason.is_none()
    {
        reader.found.push(
            Diagnostic::error("reason-missing", *span, say::notice_without_end())
                .with_help(say::add_a_reason()),
        );
    }
    unread.take_back(before, reader.found);
    notice.faulty = faulty || reader.found.count() > before;
    if !notice.faulty {
        for text in notice.texts.values().filter(|text| text.title.is_none()) {
            reader.found.push(
                Diagnostic::error("title", text.span, say::title_is_missing())
                    .with_help(say::start_with_a_title()),
            );
        }
    }
    Some(notice)
}
