//! What the operating systems do differently.
//!
//! Linux is what felles is built for and tested on.
//! macOS shares its code except for the sync; Windows and the rest are written with care,
//! and nobody has tested them.
#![cfg_attr(
    not(target_os = "linux"),
    allow(
        clippy::unnecessary_wraps,
        clippy::unused_self,
        reason = "what cannot be done there cannot fail there"
    )
)]

mod durable;
mod exchange;
mod identity;
mod mode;

pub(super) use durable::{FileSystem, sync_folder};
pub(super) use exchange::exchange;
pub(super) use identity::is_file_at;
pub(super) use mode::{Modes, is_file_mode, is_folder_mode};
