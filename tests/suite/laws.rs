//! Laws of the merge, over small sites made up in memory.

mod clauses;
mod order;
pub(crate) mod small_site;
mod values;

use proptest::test_runner::Config;

/// Failures are reported, not kept in a file: the seeds would be noise in the repository.
pub(crate) fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}
