//! Explains abbreviations where a text uses them: each for the first time in a section or a notice.
//!
//! The words of the page stay as they are; what is added are tags around them.

use super::fill::escape;
use super::finished_file::{ShownText, TextTag};
use crate::theme::Pen;
use crate::theme::view::TermView;

/// Where an abbreviation leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeadsTo {
    /// To its meaning in the list of the page, `#term.<id>`: on a touch screen no pointer can rest on it.
    List,
    /// Nowhere: its meaning stands right below the text.
    Nowhere,
}

/// The abbreviations of one section or notice.
pub(super) struct Abbreviations<'t> {
    leads_to: LeadsTo,
    /// The language of the page.
    page: &'t str,
    terms: Vec<Met<'t>>,
}

/// How far an abbreviation has been met.
struct Met<'t> {
    term: &'t TermView,
    /// As HTML has it.
    written: String,
    state: AbbreviationState,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum AbbreviationState {
    NotYet,
    /// Its first use is marked.
    Marked,
    /// The text itself says what it means: "the European Economic Area (EEA)".
    InBrackets,
}

/// What holds no running text, or leads somewhere already.
const LEFT_ALONE: [&str; 10] = ["a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"];

impl<'t> Abbreviations<'t> {
    /// Those of `terms`, none of them met, for a page in the language `page`.
    pub(super) fn new(
        terms: impl IntoIterator<Item = &'t TermView>,
        page: &'t str,
        leads_to: LeadsTo,
        pen: &Pen,
    ) -> Self {
        // As the texts have it, whatever the page's own words are marked with.
        let written = |term: &TermView| escape(&pen.read(&term.abbreviation));
        let met = |term: &'t TermView| Met { term, written: written(term), state: AbbreviationState::NotYet };
        Self { leads_to, page, terms: terms.into_iter().map(met).collect() }
    }

    /// The finished HTML with the first use of each abbreviation marked;
    /// `lang` is the text's own language, if it is not the page's.
    pub(super) fn mark(&mut self, text: ShownText, lang: Option<&str>) -> ShownText {
        let ShownText { html, mut tags } = text;
        let is_there = |met: &Met<'_>| met.state == AbbreviationState::NotYet && html.contains(&met.written);
        if !self.terms.iter().any(is_there) {
            return ShownText { html, tags };
        }
        let before: Vec<&str> = self.marked().map(|term| term.id.as_str()).collect();
        let mut marked = String::with_capacity(html.len() + 200);
        let (mut rest, mut inside) = (html.as_str(), 0_usize);
        while let Some(at) = rest.find('<') {
            let (text, tag) = rest.split_at(at);
            self.push_text(text, inside > 0, lang, &mut marked);
            let (tag, after) = tag.split_at(tag_length(tag));
            let name = tag.trim_start_matches(['<', '/']);
            let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
            if LEFT_ALONE.contains(&name) {
                inside = if tag.starts_with("</") { inside.saturating_sub(1) } else { inside + 1 };
            }
            marked.push_str(tag);
            rest = after;
        }
        self.push_text(rest, inside > 0, lang, &mut marked);
        if self.leads_to == LeadsTo::List {
            let new = self.marked().filter(|term| !before.contains(&term.id.as_str()));
            tags.extend(new.map(|term| TextTag::Link { href: address(term) }));
        }
        ShownText { html: marked, tags }
    }

    /// Those whose first use has been marked.
    pub(super) fn marked(&self) -> impl Iterator<Item = &'t TermView> {
        self.terms.iter().filter(|met| met.state == AbbreviationState::Marked).map(|met| met.term)
    }

    fn push_text(&mut self, text: &str, is_left_alone: bool, lang: Option<&str>, html: &mut String) {
        let mut done = 0;
        while !is_left_alone && let Some((at, index)) = self.next(text, done) {
            let met = &mut self.terms[index];
            let end = at + met.written.len();
            html.push_str(&text[done..at]);
            if text[..at].ends_with('(') && text[end..].starts_with(')') {
                met.state = AbbreviationState::InBrackets;
                html.push_str(&met.written);
            } else {
                met.state = AbbreviationState::Marked;
                push_mark(met, self.leads_to, self.page, lang, html);
            }
            done = end;
        }
        html.push_str(&text[done..]);
    }

    /// The next abbreviation that has not been met: the longest of those that begin at the same place.
    fn next(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let new = self.terms.iter().enumerate().filter(|(_, met)| met.state == AbbreviationState::NotYet);
        let first = new.filter_map(|(index, met)| {
            let written = met.written.as_str();
            let places = text[from..].match_indices(written).map(|(at, _)| from + at);
            let at = { places }.find(|at| stands_alone(text, *at, written))?;
            Some((at, std::cmp::Reverse(written.len()), index))
        });
        first.min().map(|(at, _, index)| (at, index))
    }
}

fn push_mark(met: &Met<'_>, leads_to: LeadsTo, page: &str, lang: Option<&str>, html: &mut String) {
    let Met { term, written, .. } = met;
    let is_link = leads_to == LeadsTo::List;
    if is_link {
        html.extend(["<a class=\"term\" href=\"", &escape(&address(term)), "\">"]);
    }
    html.extend(["<abbr title=\"", &escape(&term.meaning), "\""]);
    if term.lang.as_deref() != lang {
        html.extend([" lang=\"", &escape(term.lang.as_deref().unwrap_or(page)), "\""]);
    }
    html.extend([">", written, "</abbr>"]);
    if is_link {
        html.push_str("</a>");
    }
}

/// Where the list of the page explains it.
fn address(term: &TermView) -> String {
    format!("#term.{}", term.id)
}

/// Whether what is `written` at a place is a word of its own, or the first of a compound:
/// not a part of a word or an address.
pub(crate) fn stands_alone(text: &str, at: usize, written: &str) -> bool {
    let mut before = text[..at].chars().rev();
    let mut after = text[at + written.len()..].chars();
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '@' | '_' | '/');
    let goes_on = |next: Option<char>, then: Option<char>| {
        next.is_some_and(is_part) || (next == Some('.') && then.is_some_and(char::is_alphanumeric))
    };
    !goes_on(before.next(), before.next()) && !goes_on(after.next(), after.next())
}

/// The length of the tag at the start of `html`: a `>` within quotes does not end it.
fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::{Abbreviations, LeadsTo, ShownText, TextTag};
    use crate::theme::Pen;
    use crate::theme::view::TermView;

    fn term(abbreviation: &str, meaning: &str, lang: Option<&str>) -> TermView {
        TermView {
            id: abbreviation.to_lowercase(),
            abbreviation: abbreviation.to_owned(),
            meaning: meaning.to_owned(),
            lang: lang.map(str::to_owned),
            clinics: Vec::new(),
        }
    }

    fn text(html: &str) -> ShownText {
        ShownText { html: html.to_owned(), tags: Vec::new() }
    }

    fn check(html: &str, expected: &str) {
        let terms =
            [term("ET", "transfer", None), term("FET", "thawed & placed", None), term("R&D", "x", None)];
        let mut abbreviations = Abbreviations::new(&terms, "en", LeadsTo::Nowhere, &Pen::default());
        assert_eq!(abbreviations.mark(text(html), None).html, expected);
    }

    #[test]
    fn the_first_use_alone_is_marked() {
        let fet = "<abbr title=\"thawed &amp; placed\">FET</abbr>";
        check("<p>FET, then FET</p>\n<p>FET</p>", &format!("<p>{fet}, then FET</p>\n<p>FET</p>"));
        check("<p>FET-cycle</p>", &format!("<p>{fet}-cycle</p>"));
        check("<p>Before FET.</p>", &format!("<p>Before {fet}.</p>"));
        check("<p>R&amp;D</p>", "<p><abbr title=\"x\">R&amp;D</abbr></p>");
        check("<p><strong>ET</strong></p>", "<p><strong><abbr title=\"transfer\">ET</abbr></strong></p>");
    }

    #[test]
    fn parts_of_words_addresses_links_headings_and_code_are_left_alone() {
        for html in [
            "<p>FETAL, BUFFET, ET3, et</p>",
            "<p>FET@clinic.example, a@FET.example, www.FET.example, x/FET</p>",
            "<p><a href=\"#x\">FET</a></p>",
            "<h3 id=\"a-fet\">FET</h3>",
            "<pre><code>FET</code> FET</pre>",
            "<p title=\"a > FET\">-</p>",
        ] {
            check(html, html);
        }
        check("<h3>FET</h3><p>FET</p>", "<h3>FET</h3><p><abbr title=\"thawed &amp; placed\">FET</abbr></p>");
    }

    #[test]
    fn what_the_text_itself_explains_is_not_explained_again() {
        check("<p>frozen transfer (FET). FET is</p>", "<p>frozen transfer (FET). FET is</p>");
        let et = "<abbr title=\"transfer\">ET</abbr>";
        check(
            "<p>(ET and FET)</p>",
            &format!("<p>({et} and <abbr title=\"thawed &amp; placed\">FET</abbr>)</p>"),
        );
    }

    #[test]
    fn it_leads_to_the_list_and_says_its_language() {
        let terms = [term("FET", "opptining", Some("nb"))];
        let mark = |lang| {
            let mut abbreviations = Abbreviations::new(&terms, "en", LeadsTo::List, &Pen::default());
            let marked = abbreviations.mark(text("FET"), lang);
            assert_eq!(abbreviations.marked().count(), 1);
            assert_eq!(marked.tags, [TextTag::Link { href: "#term.fet".to_owned() }]);
            marked.html
        };
        let with = |lang: &str| {
            format!("<a class=\"term\" href=\"#term.fet\"><abbr title=\"opptining\"{lang}>FET</abbr></a>")
        };
        assert_eq!(mark(None), with(" lang=\"nb\""));
        assert_eq!(mark(Some("nb")), with(""));
    }

    #[test]
    fn a_second_part_goes_on_where_the_first_ended() {
        let terms = [term("FET", "thawed", None)];
        let mut abbreviations = Abbreviations::new(&terms, "en", LeadsTo::Nowhere, &Pen::default());
        assert_eq!(abbreviations.mark(text("none"), None).html, "none");
        assert_eq!(abbreviations.marked().count(), 0);
        assert!(abbreviations.mark(text("FET"), None).html.contains("<abbr"));
        assert_eq!(abbreviations.mark(text("FET"), None), text("FET"));
    }
}
