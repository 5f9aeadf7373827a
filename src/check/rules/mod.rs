//! The registry: one line a rule.

mod contact_without_way;
mod controller_details_missing;
mod controllers_without_arrangement;
mod no_privacy_contact;
mod retention_without_rule;
mod transfer_without_safeguard;

use super::Rule;

pub(super) static RULES: [&Rule; 6] = [
    &contact_without_way::RULE,
    &controller_details_missing::RULE,
    &controllers_without_arrangement::RULE,
    &no_privacy_contact::RULE,
    &retention_without_rule::RULE,
    &transfer_without_safeguard::RULE,
];
