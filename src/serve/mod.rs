//! The preview: shows every brand live while people edit.

pub mod watch;
