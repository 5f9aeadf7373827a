//! What the operating systems do differently.
//!
//! Linux is what felles is built for and tested on. Windows is tested under Wine, and on a real one when a
//! program to download is made. macOS shares the code of Linux except for the sync.
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
mod patience;

pub(super) use durable::{FileSystem, sync_file, sync_folder};
pub(super) use exchange::exchange;
pub(super) use identity::is_file_at;
pub(super) use mode::{Modes, is_file_mode, is_folder_mode};
pub(super) use patience::{has_no_links, is_held_open, patiently};
