//! The registry: one line a rule.

mod contact_without_way;
mod controller_details_missing;
mod controllers_without_arrangement;
mod health_data_without_condition;
mod interest_not_named;
mod no_privacy_contact;
mod purpose_without_basis;
mod purpose_without_retention;
mod retention_without_rule;
mod transfer_without_safeguard;

use super::Rule;

pub(super) static RULES: [&Rule; 10] = [
    &contact_without_way::RULE,
    &controller_details_missing::RULE,
    &controllers_without_arrangement::RULE,
    &health_data_without_condition::RULE,
    &interest_not_named::RULE,
    &no_privacy_contact::RULE,
    &purpose_without_basis::RULE,
    &purpose_without_retention::RULE,
    &retention_without_rule::RULE,
    &transfer_without_safeguard::RULE,
];
