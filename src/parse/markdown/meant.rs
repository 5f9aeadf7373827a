//! What a writer means where Markdown would take it for something else.
//!
//! `17. mai` at the start of a line is a list to Markdown, `> 16 år` a quotation, `+ 47 22 11 22 33` a point
//! without its plus, four spaces are code, and a line above `---` is a heading. To every reader they are what
//! is written. Each sign that would be taken so is covered by a control character of the same length,
//! which no text may hold, and comes back when the Markdown has been read; every byte keeps its offset.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::lines::{kept_breaks, may_stay};
use super::mistaken::{goes_on, mistaken, parser, written_numbers};

/// What is covered, each by the control character of the same place.
const COVERED: [u8; 16] = *b"0123456789>+ \t[-";
/// The first of the control characters.
const FIRST_COVER: u8 = 0x0E;
/// Behind each cover another may come to light: a list within a quotation. No text of people has more.
const MOST_ROUNDS: usize = 16;

/// A Markdown text, with its placeholders covered, that is read as it was meant.
#[derive(Debug)]
pub(crate) struct MeantMarkdown<'m> {
    covered: Cow<'m, str>,
    /// The ends of lines that were meant to stay.
    breaks: BTreeSet<usize>,
    /// The written numbers of the points of lists that do not count, by where they begin.
    numbers: BTreeMap<usize, u64>,
}

impl<'m> MeantMarkdown<'m> {
    /// The text as it was meant.
    pub(crate) fn of(text: &'m str) -> Self {
        let mut covered = Cow::Borrowed(text);
        // What looks like a cover in the text itself is reported, and not taken for one.
        let holds_covers = text.bytes().any(|byte| covered_by(byte).is_some());
        let may_be_mistaken = may_be_mistaken(text);
        for _ in 0..MOST_ROUNDS {
            if holds_covers || !may_be_mistaken {
                break;
            }
            let signs = mistaken(&covered);
            if signs.is_empty() {
                break;
            }
            covered = cover(&covered, &signs).into();
        }
        let breaks = if text.lines().any(may_stay) { soft_breaks(&covered) } else { Vec::new() };
        let breaks = kept_breaks(text, &breaks);
        let numbers = if may_be_mistaken { written_numbers(&covered) } else { BTreeMap::new() };
        Self { covered, breaks, numbers }
    }

    /// The beginning of a point as HTML, with its number if that is not the next in the list.
    pub(crate) fn point(&self, range: &Range<usize>) -> Event<'static> {
        match self.numbers.get(&range.start) {
            Some(number) => Event::InlineHtml(format!("<li value=\"{number}\">").into()),
            None => Event::Start(Tag::Item),
        }
    }

    /// Reads the text; what it was given as is in the events, and not what covers it.
    pub(crate) fn events(&self) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
        let mut is_underlined = false;
        parser(&self.covered).into_offset_iter().flat_map(move |(event, mut range)| {
            if matches!(event, Event::Start(Tag::Paragraph)) {
                range.start += self.covered_blanks(&range);
            }
            let (event, and) = match event {
                Event::Start(Tag::Heading { .. }) if is_above_a_line(&self.covered[range.clone()]) => {
                    is_underlined = true;
                    (Event::Start(Tag::Paragraph), None)
                }
                Event::End(TagEnd::Heading(_)) if is_underlined => {
                    is_underlined = false;
                    (Event::End(TagEnd::Paragraph), Some(Event::Rule))
                }
                Event::SoftBreak if self.breaks.contains(&range.start) => (Event::HardBreak, None),
                Event::Text(text) if self.has_covers() => (Event::Text(uncovered(text)), None),
                Event::Code(text) if self.has_covers() => (Event::Code(uncovered(text)), None),
                other => (other, None),
            };
            [Some(event), and].into_iter().flatten().map(move |event| (event, range.clone()))
        })
    }
}

impl MeantMarkdown<'_> {
    /// How many covered blanks stand before what is written.
    fn covered_blanks(&self, range: &Range<usize>) -> usize {
        let is_blank = |sign: &u8| matches!(covered_by(*sign).unwrap_or(*sign), b' ' | b'\t');
        self.covered.as_bytes()[range.clone()].iter().take_while(|sign| is_blank(sign)).count()
    }

    fn has_covers(&self) -> bool {
        matches!(self.covered, Cow::Owned(_))
    }
}

/// Whether a line begins with a sign that may be mistaken: most texts have none.
fn may_be_mistaken(text: &str) -> bool {
    let begins_with_one = |line: &str| {
        let begin = line.trim_start_matches([' ', '-', '*', '>']);
        line.starts_with('\t') || begin.starts_with(|sign: char| "[\t+0123456789".contains(sign))
    };
    text.contains("    ")
        || text.contains('>')
        || text.lines().any(begins_with_one)
        || text.match_indices("\n- ").any(|(newline, _)| goes_on(text, newline + 1))
}

/// Whether a heading is one by the `---` below it alone: then that was meant to part what is above from what
/// is below.
fn is_above_a_line(heading: &str) -> bool {
    // A heading by its own sign is one line.
    let heading = heading.trim_end();
    heading.contains('\n') && heading.ends_with('-')
}

fn soft_breaks(text: &str) -> Vec<Vec<usize>> {
    let mut paragraphs: Vec<Vec<usize>> = vec![Vec::new()];
    for (event, range) in parser(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Paragraph | Tag::Item) => paragraphs.push(Vec::new()),
            Event::SoftBreak => paragraphs.last_mut().into_iter().for_each(|breaks| breaks.push(range.start)),
            _ => {}
        }
    }
    paragraphs
}

/// What a control character covers.
fn covered_by(cover: u8) -> Option<u8> {
    COVERED.get(usize::from(cover.checked_sub(FIRST_COVER)?)).copied()
}

fn cover(text: &str, signs: &BTreeSet<usize>) -> String {
    let cover_of =
        |letter: char| (FIRST_COVER..).zip(COVERED).find(|(_, covered)| char::from(*covered) == letter);
    let covered = text.char_indices().map(|(at, letter)| {
        let cover = if signs.contains(&at) { cover_of(letter) } else { None };
        cover.map_or(letter, |(cover, _)| char::from(cover))
    });
    covered.collect()
}

/// A text with what was covered in it; the blanks before a line mean nothing.
fn uncovered(text: CowStr<'_>) -> CowStr<'_> {
    let back = |letter: char| u8::try_from(letter).ok().and_then(covered_by).map(char::from);
    if !text.chars().any(|letter| back(letter).is_some()) {
        return text;
    }
    let first = text.chars().next().and_then(back);
    let text: String = text.chars().map(|letter| back(letter).unwrap_or(letter)).collect();
    if matches!(first, Some(' ' | '\t')) { text.trim_start().to_owned().into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::html::push_html;
    use pulldown_cmark::{Event, Tag};

    use super::MeantMarkdown;

    #[track_caller]
    fn check(text: &str, html: &str) {
        let mut made = String::new();
        let meant = MeantMarkdown::of(text);
        let events = meant.events().map(|(event, range)| match event {
            Event::Start(Tag::Item) => meant.point(&range),
            event => event,
        });
        push_html(&mut made, events);
        assert_eq!(made.replace("<br />\n", "<br>").trim_end(), html, "{text}");
    }

    #[test]
    fn an_ordinal_at_the_start_of_a_line_is_what_is_written() {
        check("1. mai 2027\n17. mai 2027", "<p>1. mai 2027<br>17. mai 2027</p>");
        check("17. mai er det stengt.", "<p>17. mai er det stengt.</p>");
        check(
            "Vi har stengt\n1. juledag og andre dager.",
            "<p>Vi har stengt\n1. juledag og andre dager.</p>",
        );
        check(
            "Vi har stengt:\n24. desember\n31. desember",
            "<p>Vi har stengt:<br>24. desember<br>31. desember</p>",
        );
        check("3. etasje, til høyre", "<p>3. etasje, til høyre</p>");
        check("2) mandag\n\n4) onsdag", "<p>2) mandag</p>\n<p>4) onsdag</p>");
        check("- 1. mai\n- 17. mai", "<ul>\n<li>1. mai</li>\n<li>17. mai</li>\n</ul>");
        check("> Åpent:\n> 2. påskedag", "<blockquote>\n<p>Åpent:<br>2. påskedag</p>\n</blockquote>");
    }

    #[test]
    fn a_list_that_counts_is_a_list() {
        check("1. Ring\n2. Skriv", "<ol>\n<li>Ring</li>\n<li>Skriv</li>\n</ol>");
        check("4. Ring\n5. Skriv", "<ol start=\"4\">\n<li>Ring</li>\n<li>Skriv</li>\n</ol>");
        check(
            "1. Ring\n   - nå\n   - senere\n2. Skriv",
            "<ol>\n<li>Ring\n<ul>\n<li>nå</li>\n<li>senere</li>\n</ul>\n</li>\n<li>Skriv</li>\n</ol>",
        );
    }

    #[test]
    fn a_list_with_points_of_its_own_keeps_its_numbers() {
        check(
            "1. Ring\n   - nå\n2. Skriv\n4. Vent",
            "<ol>\n<li value=\"1\">Ring\n<ul>\n<li>nå</li>\n</ul>\n</li>\n<li value=\"2\">Skriv</li>\n<li value=\"4\">Vent</li>\n</ol>",
        );
        check(
            "- ett\n- to\n17. mai er det stengt",
            "<ul>\n<li>ett</li>\n<li>to</li>\n</ul>\n<ol start=\"17\">\n<li>mai er det stengt</li>\n</ol>",
        );
        check("[Telefon]: 22112233", "<p>[Telefon]: 22112233</p>");
        check("[a][x]\n\n[x]: https://a.example", "<p><a href=\"https://a.example\">a</a></p>");
    }

    #[test]
    fn a_comparison_is_no_quotation_and_a_plus_before_a_number_no_point() {
        check("> 16 år kan du bestemme selv", "<p>&gt; 16 år kan du bestemme selv</p>");
        check(">= 18 år\n\n>12 år", "<p>&gt;= 18 år</p>\n<p>&gt;12 år</p>");
        check("> 16 år: ja\n> 12 år: spør", "<p>&gt; 16 år: ja\n&gt; 12 år: spør</p>");
        check(
            "> 30 dager er fristen,\n> sier loven.",
            "<blockquote>\n<p>30 dager er fristen,\nsier loven.</p>\n</blockquote>",
        );
        check(
            "> 1. Ring\n> 2. Skriv",
            "<blockquote>\n<ol>\n<li>Ring</li>\n<li>Skriv</li>\n</ol>\n</blockquote>",
        );
        check("Er du\n> 16 år?", "<p>Er du\n&gt; 16 år?</p>");
        check("> Det er ditt valg.", "<blockquote>\n<p>Det er ditt valg.</p>\n</blockquote>");
        check("+ 47 22 11 22 33", "<p>+ 47 22 11 22 33</p>");
        check(
            "+ 47 22 11 22 33 (time)\n+ 47 22 11 22 34 (svar)",
            "<p>+ 47 22 11 22 33 (time)<br>+ 47 22 11 22 34 (svar)</p>",
        );
        check("+ journal\n+ 2 bilder", "<ul>\n<li>journal</li>\n<li>2 bilder</li>\n</ul>");
        check("Åpent mandag\n- fredag.", "<p>Åpent mandag\n- fredag.</p>");
        check("Regn med 8\n+ 10 minutter.", "<p>Regn med 8\n+ 10 minutter.</p>");
        check("Ta med:\n- kort", "<p>Ta med:</p>\n<ul>\n<li>kort</li>\n</ul>");
        check("Ta med\n- kort\n- brev", "<p>Ta med</p>\n<ul>\n<li>kort</li>\n<li>brev</li>\n</ul>");
        check("+ journal\n+ timer", "<ul>\n<li>journal</li>\n<li>timer</li>\n</ul>");
    }

    #[test]
    fn blanks_before_a_line_and_a_line_below_change_nothing() {
        check("    Innrykk er ikke kode.\n    Det er tekst.", "<p>Innrykk er ikke kode.\nDet er tekst.</p>");
        check("\tMed tabulator.", "<p>Med tabulator.</p>");
        check("- punkt\n\n      mer om det", "<ul>\n<li>\n<p>punkt</p>\n<p>mer om det</p>\n</li>\n</ul>");
        check("Dette er slutten.\n---\nNeste.", "<p>Dette er slutten.</p>\n<hr />\n<p>Neste.</p>");
        check("Tittel\n===", "<h1>Tittel</h1>");
        check("-     navn\n-     adresse", "<ul>\n<li>navn</li>\n<li>adresse</li>\n</ul>");
        check("    > Et sitat", "<p>&gt; Et sitat</p>");
        check("`Dette\n1. mai` er", "<p><code>Dette 1. mai</code> er</p>");
    }

    #[test]
    fn lines_that_were_meant_to_stay_do() {
        check("Klinikken\nStorgata 1\n0155 Oslo", "<p>Klinikken<br>Storgata 1<br>0155 Oslo</p>");
        check(
            "- Clinic\n  Drottninggatan 2\n  SE-111 22 Stockholm",
            "<ul>\n<li>Clinic<br>Drottninggatan 2<br>SE-111 22 Stockholm</li>\n</ul>",
        );
        check(
            "Du kan:\na) be om innsyn i\ndet vi har\nb) klage",
            "<p>Du kan:<br>a) be om innsyn i\ndet vi har<br>b) klage</p>",
        );
        check("i) innsyn\nii) retting", "<p>i) innsyn<br>ii) retting</p>");
        check("a. innsyn\nb. retting", "<p>a. innsyn<br>b. retting</p>");
        check("I. Formål\nII. Omfang", "<p>I. Formål<br>II. Omfang</p>");
        check("Art. 6 Grunnlag\nArt. 9 Helse", "<p>Art. 6 Grunnlag<br>Art. 9 Helse</p>");
        check("Time 1 200 kr\nPrøve 450 kr", "<p>Time 1 200 kr<br>Prøve 450 kr</p>");
        check("Vennlig hilsen\nKari Moe\nleder", "<p>Vennlig hilsen<br>Kari Moe<br>leder</p>");
        check("§ 1 Formål\n§ 2 Omfang", "<p>§ 1 Formål<br>§ 2 Omfang</p>");
        check("Se helsepersonelloven\n§ 39 om journal.", "<p>Se helsepersonelloven\n§ 39 om journal.</p>");
        check(
            "**Navn:** Klinikken\n**Adresse:** Storgata 1",
            "<p><strong>Navn:</strong> Klinikken<br><strong>Adresse:</strong> Storgata 1</p>",
        );
        check(
            "Vi lagrer dette i journalen, som\nloven sier.",
            "<p>Vi lagrer dette i journalen, som\nloven sier.</p>",
        );
        check(
            "Ring oss eller skriv:\npost@klinikken.no",
            "<p>Ring oss eller skriv:<br>post@klinikken.no</p>",
        );
    }

    #[test]
    fn a_control_character_of_a_text_forges_nothing() {
        check("17. mai\u{10}", "<ol start=\"17\">\n<li>mai\u{10}</li>\n</ol>");
    }
}
