//! What only a browser can tell of the finished pages: how they look to axe, to a keyboard, to a printer, and in a narrow window;
//! and of the preview, which lives in one.
//!
//! `cargo test` leaves these tests out, since they need Chromium and axe-core; `.ci/run` installs both and runs
//! `cargo test --test browser`. They need `chromedriver` in the path, `pdftotext`, and the file that `AXE` names.

mod axe;
mod driver;
mod keyboard;
mod layout;
mod page;
mod paper;
mod preview;
mod program;
mod server;
