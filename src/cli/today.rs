#![expect(clippy::disallowed_methods, reason = "the only code that asks for today's date")]

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::diagnostic::catalogue::cli as say;

/// The build date: what is asked for, else `SOURCE_DATE_EPOCH`, else today in Oslo.
///
/// # Errors
/// Says so if `SOURCE_DATE_EPOCH` is not a number of seconds.
pub(super) fn build_date(asked: Option<Date>) -> anyhow::Result<Date> {
    if let Some(date) = asked {
        // The years that a date of the content can have; holidays are computed for no others.
        if !(1900..=2199).contains(&date.year()) {
            return Err(say::date_out_of_range(&date.to_string()).into());
        }
        return Ok(date);
    }
    let oslo = TimeZone::get("Europe/Oslo")?;
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(Zoned::now().with_time_zone(oslo).date());
    };
    let seconds = epoch.trim().parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    let time = seconds.ok_or_else(|| say::source_date_epoch(&epoch))?;
    Ok(time.to_zoned(oslo).date())
}
