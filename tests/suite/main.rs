//! What must hold of felles as a whole: its shape, its commands, the sites that it builds, and what it says of broken ones.

mod addresses;
mod answer_files;
mod architecture;
mod archive;
mod brand_files;
mod calendar;
mod coverage;
mod determinism;
mod diff;
mod every_day;
mod facts;
mod false_alarms;
mod faults;
mod fixture;
mod foreign_names;
#[path = "../../benches/repository/mod.rs"]
#[expect(clippy::disallowed_methods, reason = "writes the generated repository")]
mod generated;
mod glossary;
mod hours_on_the_page;
mod impact;
mod input;
mod laws;
mod leaks;
mod marks;
mod nordic;
mod northern_sami;
mod notices;
mod page;
mod pages;
mod part;
mod paths;
mod pins;
mod platforms;
mod preview;
mod releases;
mod rules;
mod serve;
mod shards;
mod sites;
mod sizes;
mod slips;
mod streams;
mod theme_reference;
mod transcripts;
mod watch;
