//! What the opening hours page says to people and to search engines, read back and held to what is open on every day.

mod boundaries;
mod every_day;
mod json_ld;
mod reader;
mod site;
