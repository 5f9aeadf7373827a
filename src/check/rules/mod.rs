//! The registry: one line a rule.

mod abbreviation_without_meaning;
mod contact_without_way;
mod controller_details_missing;
mod controllers_without_arrangement;
mod date_without_year;
mod days_unclear;
mod deadline_after_what_follows;
mod deadline_inside_closure;
mod deadline_on_day_off;
mod exception_without_effect;
mod health_data_without_condition;
mod holidays_unknown;
mod hours_without_contact;
mod interest_not_named;
mod no_privacy_contact;
mod notice_is_over;
mod notice_too_long;
mod opens_on_day_off;
mod overlapping_exceptions;
mod purpose_without_basis;
mod purpose_without_retention;
mod retention_without_rule;
mod season_without_successor;
mod transfer_without_safeguard;
mod week_not_in_year;
mod week_without_year;
mod weekday_contradicts_date;

use super::Rule;

pub(super) static RULES: [&Rule; 27] = [
    &abbreviation_without_meaning::RULE,
    &contact_without_way::RULE,
    &controller_details_missing::RULE,
    &controllers_without_arrangement::RULE,
    &date_without_year::RULE,
    &days_unclear::RULE,
    &deadline_after_what_follows::RULE,
    &deadline_inside_closure::RULE,
    &deadline_on_day_off::RULE,
    &exception_without_effect::RULE,
    &health_data_without_condition::RULE,
    &holidays_unknown::RULE,
    &hours_without_contact::RULE,
    &interest_not_named::RULE,
    &no_privacy_contact::RULE,
    &notice_is_over::RULE,
    &notice_too_long::RULE,
    &opens_on_day_off::RULE,
    &overlapping_exceptions::RULE,
    &purpose_without_basis::RULE,
    &purpose_without_retention::RULE,
    &retention_without_rule::RULE,
    &season_without_successor::RULE,
    &transfer_without_safeguard::RULE,
    &week_not_in_year::RULE,
    &week_without_year::RULE,
    &weekday_contradicts_date::RULE,
];
