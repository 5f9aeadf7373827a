//! The preview, asked over sockets as browsers and others would.

pub(crate) mod client;
mod crowds;
mod events;
mod heads;
mod hosts;
mod own_pages;
mod pages;
mod program;
mod unmade;
