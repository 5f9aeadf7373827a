//! What is open on any day: against another program, against a table written by hand, and as laws.

mod answer;
mod by_hand;
#[path = "../suite/fixture.rs"]
#[expect(dead_code, reason = "the suite builds sites with the rest of it")]
mod fixture;
mod generated;
mod holidays;
mod laws;
mod opening_hours;
mod oracle;
#[path = "../suite/paths.rs"]
#[expect(dead_code, reason = "the suite copies sites with the rest of it")]
mod paths;
mod services;
#[path = "../suite/laws/small_site.rs"]
#[expect(dead_code, reason = "the suite writes clauses with the rest of it")]
mod small_site;
