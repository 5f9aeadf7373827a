//! What must hold of felles as a whole: its shape, its commands, and the sites that it builds.

mod architecture;
mod determinism;
mod page;
mod pages;
mod paths;
mod sites;
mod streams;
mod transcripts;
