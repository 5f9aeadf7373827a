//! The preview: what it shows after each change of the files.

mod compare;
mod deeds;
mod deeds_on_disk;
mod faults;
mod first;
mod names;
mod other_days;
mod shared_by;
mod shown;
