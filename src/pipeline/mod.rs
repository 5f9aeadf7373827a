//! Joins the stages: one path from a source tree to finished files, for build and preview alike.
//!
//! In: a [`SourceTree`](crate::source::SourceTree), the date, and a [`Sink`].
//! Out: an [`Outcome`], and the files in the sink.
//!
//! Invariant: the same source tree and date give the same files,
//! whatever the machine and the number of threads.
//! Invariant: this is the only stage of the core that uses threads, beside the parsing of files.

mod brands;
mod build;
mod calendar;
mod clinics;
mod content;
mod coverage;
mod differences;
mod facts;
mod impact;
mod join;
mod make_brands;
mod memo;
mod memory_sink;
mod part;
mod per_layer;
mod review;
mod rules;
mod shard;
mod shard_report;
mod sink;
mod text_findings;

pub use build::{
    BuildOptions, BuiltBrand, Outcome, build, build_after, build_again, fingerprint, message_language,
    output_folder,
};
pub use calendar::{Calendar, calendar};
pub use content::Content;
pub use coverage::{SiteCoverage, coverage};
pub use differences::{ComparedWith, differences};
pub use facts::{ClinicFacts, clinic_facts, clinic_ids};
pub use impact::impact;
pub use join::{BuiltShard, JoinedShards, join_shards};
pub use memo::Memo;
pub use memory_sink::MemorySink;
pub use part::{BuiltPart, Part, Publishing, StaleOverrides, build_part};
pub use review::{
    Editorial, NotedTexts, Review, ReviewItem, ReviewKind, ReviewText, SourceChange, editorial, kept,
    removed, review, tidied,
};
pub use rules::{codes, explanation, house_explanation, house_rules, languages_without_phrases, rules};
pub use shard::{Shard, brand_ids};
pub use shard_report::{BuiltOf, SHARD_FILE, ShardReport};
pub use sink::{BuildProgress, NoSink, Sink};
