//! Tests of the whole program from outside.

mod faults;
mod fixture;
mod input;
mod laws;
