use pulldown_cmark::Event;

use super::{HOLE, Heading, Writer};
use crate::diagnostic::catalogue::content as say;
use crate::model::Segment;
use crate::span::Located;

impl<'a> Writer<'a, '_> {
    /// Ends a heading: the title of the text, or a subheading with an anchor.
    pub(super) fn close_heading(&mut self, heading: Heading, end: usize, events: &mut Vec<Event<'a>>) {
        let range = heading.start..end;
        let span = self.span(range.clone());
        let written = heading.level as u8 - 1;
        if written == 0 {
            let formatted = events.len() != heading.at + 1 || !matches!(events.last(), Some(Event::Text(_)));
            events.truncate(heading.at);
            if self.title.is_some() {
                self.report("second-title", range, say::second_title(), Some(say::use_two_signs()));
            } else if formatted {
                self.report("formatted-title", range, say::formatted_title(), None);
            }
            if heading.at > 0 {
                self.report(
                    "title",
                    heading.start..heading.start + 1,
                    say::text_above_title(),
                    Some(say::move_below_title()),
                );
            }
            let title = Located::new(heading.text, self.span(heading.start..end));
            self.title.get_or_insert(title);
            return;
        }
        // As it is meant, so that no page is told of what the text is told of.
        let depth = written.min(self.last_depth + 1);
        if heading.text.trim().is_empty() {
            let help = Some(say::write_the_heading());
            self.report("heading-without-text", range, say::heading_without_text(), help);
        } else if depth < written {
            self.report("heading-skip", range, say::heading_skips_level(), Some(say::use_one_sign_less()));
        }
        self.last_depth = depth;
        let mut inner = events.split_off(heading.at);
        let anchor = self.anchor(&heading.text);
        self.hole(Segment::HeadingStart { depth, anchor, span }, events);
        events.append(&mut inner);
        self.hole_in_order(Segment::HeadingEnd { depth }, heading.at, events);
    }

    /// The holes are cut in the order of the HTML, so the start of a heading must come
    /// before the holes within it.
    fn hole_in_order(&mut self, end: Segment, at: usize, events: &mut Vec<Event<'a>>) {
        let within = events[at + 1..]
            .iter()
            .filter(|event| matches!(event, Event::InlineHtml(html) if html.starts_with(HOLE)))
            .count();
        if let Some(start) = self.holes.pop() {
            self.holes.insert(self.holes.len() - within, start);
        }
        self.hole(end, events);
    }

    fn anchor(&mut self, text: &str) -> String {
        let plain: String = text
            .to_lowercase()
            .chars()
            .map(|letter| match letter {
                'æ' => 'e',
                'ø' => 'o',
                'å' => 'a',
                letter if letter.is_ascii_alphanumeric() => letter,
                _ => '-',
            })
            .collect();
        let base = plain.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
        let mut anchor = base.clone();
        // A heading of its own may already be called what a repeated one would be.
        while self.anchors.contains_key(&anchor) {
            let same = self.anchors.entry(base.clone()).or_insert(0);
            *same += 1;
            anchor = format!("{base}-{same}");
        }
        self.anchors.insert(anchor.clone(), 1);
        anchor
    }
}
