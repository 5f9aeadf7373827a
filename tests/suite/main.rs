//! What must hold of felles as a whole: its shape, its commands, the sites that it builds, and what it says of broken ones.

mod architecture;
mod calendar;
mod determinism;
mod faults;
mod fixture;
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
