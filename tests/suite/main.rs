//! What must hold of felles as a whole: its shape, its commands, the sites that it builds, and what it says of broken ones.

mod architecture;
mod brand_files;
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
mod northern_sami;
mod notices;
mod page;
mod pages;
mod paths;
mod rules;
mod serve;
mod sites;
mod sizes;
mod streams;
mod theme_reference;
mod transcripts;
mod watch;
