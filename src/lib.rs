//! felles builds the privacy sites of a clinic group from one shared policy and what each clinic changes.
//!
//! This page is the architecture. Read it top down: each stage is a folder, knows only the stages above it in
//! this list, and says in its own page what goes in, what comes out and what always holds.
//!
//! | stage | in | out |
//! |---|---|---|
//! | [`span`] | | [`Span`](span::Span), [`Located`](span::Located): where something is written |
//! | [`diagnostic`] | | [`Diagnostic`](diagnostic::Diagnostic), and in two languages the [`catalogue`](diagnostic::catalogue) of every sentence and an [`Explanation`](diagnostic::Explanation) of every code |
//! | [`source`] | bytes | [`SourceTree`](source::SourceTree): decoded files; [`source::disk`] reads them |
//! | [`model`] | | the types: checked values, what files say (`…Input`), what is true ([`Resolved`](model::Resolved)) |
//! | [`parse`] | `SourceTree` | [`SiteInput`](model::SiteInput): every file read once, every fault reported |
//! | [`edit`] | a file's bytes | the same with a pin written or taken away, and all else as it was |
//! | [`theme`] | `SourceTree` | [`Theme`](theme::Theme): checked templates, texts, tokens and files, and what a template sees |
//! | [`merge`] | `SiteInput` | [`Clinic`](merge::Clinic): group, profiles and clinic merged, each value with its origin |
//! | [`names`] | `Site`, texts | [`SiteNames`](names::SiteNames): what all are called, and the [`NamedText`](names::NamedText)s that name somebody |
//! | [`hours`] | `Clinic` | [`Timetable`](hours::Timetable): what is open on any day, and why |
//! | [`calendar`] | `Clinic`s of a brand | [`Change`](calendar::Change): the days on which a page changes by itself |
//! | [`check`] | `Clinic`, texts | findings of [`Rule`](check::Rule)s; what of the law a clinic's pages answer ([`Coverage`](check::Coverage)) |
//! | [`hosting`] | a brand's hosts and old addresses, a path | what is answered, with which [`Header`](hosting::Header)s, in the preview as on every server; the files for nginx, Apache, Caddy and others; the timers that build again |
//! | [`render`] | `Clinic`, `Theme` | finished files, one at a time |
//! | [`impact`] | `Site`, a key or a place | [`Impact`](impact::Impact): who sees what is written there, and who has an own word |
//! | [`audit`] | finished pages | findings of rules on what only the page shows, at the line that made it so |
//! | [`compare`] | finished files of then and now | [`SiteDifferences`](compare::SiteDifferences): what reads otherwise, by word, on which brands, and whether patients must be told |
//! | [`pipeline`] | `SourceTree`, date, [`Sink`](pipeline::Sink) | [`Outcome`](pipeline::Outcome): the one path that joins all of the above |
//! | [`report`] | findings, traces, answers | text for people and machines |
//! | [`emit`] | finished files | the output folder, switched in one step |
//! | [`served`] | what was published, a server | what is answered otherwise, and for how long certificates hold |
//! | [`starter`] | a few answers | the files of a new site |
//! | [`serve`] | finished files in memory | the preview's server: pages with the headers of production, and events |
//! | [`preview`] | what the watch read, the day | the sites as the files are now, the wall, and the state that open pages ask for |
//! | [`cli`] | arguments, environment, clock | an exit status |
//!
//! # What always holds
//!
//! * **The core is pure.** From [`span`] to [`report`] nothing reads a disk, a clock or an environment; today
//!   is a parameter ([`BuildOptions::date`](pipeline::BuildOptions::date)). The shell ([`source::disk`],
//!   [`emit`], [`serve`], [`cli`]) does the I/O and decides nothing about content.
//!   Clippy's lists of disallowed methods and a test enforce both.
//! * **One path.** [`pipeline::build`] is the only way from files to pages.
//!   Where pages go is the caller's [`Sink`](pipeline::Sink):
//!   a staging folder ([`emit::Staging`]) or memory ([`pipeline::MemorySink`]). The preview goes it with a
//!   [`Memo`](pipeline::Memo), which keeps what was made together with all that it was made of,
//!   and decides nothing.
//!   Pages that say where each text comes from ([`pipeline::Content::marked_brand`]) are made by the same
//!   code.
//! * **Nothing is lost in silence.** A merged value knows the file and line that it was written in,
//!   and what it replaced.
//!   A file, key, id or clause that felles does not use is a finding.
//! * **Faults are collected.** One run reports all of them, sorted by file and line,
//!   each once however many clinics inherit it.
//! * **The same bytes.** Maps are ordered, threads hand over whole files,
//!   and no time but the build date is asked for.
//! * **Memory does not grow with the pages.** A brand is merged, rendered and let go by itself.
//!
//! # Where to start reading
//!
//! [`pipeline::build`] shows the whole path on one page.
//! [`merge::Site::clinic`] is the heart: layers in, a clinic out.
//! [`render::render_brand`] turns clinics into a site.
//! A rule is one file: `check/rules/transfer_without_safeguard.rs`.

pub mod audit;
pub mod calendar;
pub mod check;
pub mod cli;
pub mod compare;
pub mod diagnostic;
pub mod edit;
pub mod emit;
pub mod hosting;
pub mod hours;
pub mod impact;
pub mod merge;
pub mod model;
pub mod names;
pub mod parse;
pub mod pipeline;
pub mod preview;
pub mod render;
pub mod report;
pub mod serve;
pub mod served;
pub mod source;
pub mod span;
pub mod starter;
pub mod theme;
