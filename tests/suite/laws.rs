//! Laws of the merge, over small sites made up in memory.

mod clauses;
mod order;
pub(crate) mod small_site;
mod values;
