//! The watch hands over what is on the disk, however it got there.

mod changes;
mod limits;
mod watched;
