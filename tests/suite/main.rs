//! What must hold of felles as a whole: its shape, its commands, the sites that it builds, and what it says of broken ones.

mod architecture;
mod calendar;
mod coverage;
mod days;
mod determinism;
mod false_alarms;
mod faults;
mod fixture;
mod hours_on_the_page;
mod input;
mod laws;
mod leaks;
mod notices;
mod page;
mod pages;
mod paths;
mod rules;
mod sites;
mod streams;
mod theme_reference;
mod transcripts;
mod watch;
