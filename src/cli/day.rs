use jiff::civil::Date;

use super::Ending;
use super::terminal::Terminal;
use super::trace::{TraceArguments, TraceFormat};
use crate::diagnostic::{MessageLanguage, catalogue::calendar as say};
use crate::hours::timetables;
use crate::merge::Clinic;
use crate::model::reader::listed;
use crate::report::{day_answer, harmless};
use crate::source::SourceTree;

/// Prints what a channel of the clinic does on one day, and which line decided it.
pub(super) fn run(
    asked: &TraceArguments,
    date: Date,
    clinic: &Clinic<'_>,
    tree: &SourceTree,
    language: MessageLanguage,
    terminal: &mut Terminal,
) -> anyhow::Result<Ending> {
    let key = asked.key.strip_prefix("hours.").unwrap_or(&asked.key);
    let timetables = timetables(clinic);
    let Some(timetable) = timetables.iter().find(|timetable| timetable.hours.id.as_str() == key) else {
        let channels: Vec<&str> = timetables.iter().map(|timetable| timetable.hours.id.as_str()).collect();
        let list = (!channels.is_empty()).then(|| say::channels_here_are(&listed(&channels)));
        for message in [Some(say::not_a_channel_here(key, clinic.id.as_str())), list].into_iter().flatten() {
            terminal.report(&format!("{}\n", harmless(message.in_language(language))));
        }
        return Ok(Ending::ContentHasErrors);
    };
    let answer = day_answer(timetable, date, tree, language);
    let text = match asked.format {
        TraceFormat::Human => answer.lines(clinic.id.as_str(), language),
        TraceFormat::Json => serde_json::to_string_pretty(&answer)? + "\n",
    };
    asked.file.deliver(&text, language, terminal)?;
    Ok(Ending::Fine)
}
