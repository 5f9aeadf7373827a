//! What is open on any day: against another program, against a table written by hand, and as laws.

mod answer;
mod by_hand;
mod every_day;
mod generated;
mod holidays;
mod laws;
mod opening_hours;
mod oracle;
mod services;
