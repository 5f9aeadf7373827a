//! The registry: one line a rule.

mod abbreviation_without_meaning;
mod automated_decisions_not_mentioned;
mod categories_not_named;
mod complaint_right_missing;
mod contact_without_way;
mod controller_details_missing;
mod controllers_without_arrangement;
mod cookies_without_consent;
mod date_without_year;
mod days_unclear;
mod deadline_after_what_follows;
mod deadline_inside_closure;
mod deadline_on_day_off;
mod duty_to_give_missing;
mod health_data_without_condition;
mod holidays_unknown;
mod hours_without_contact;
mod interest_not_named;
mod no_privacy_contact;
mod notice_is_over;
mod notice_too_long;
mod opens_on_day_off;
mod overlapping_exceptions;
mod override_empties;
mod override_for_a_name;
mod override_same_as_base;
mod purpose_without_basis;
mod purpose_without_retention;
mod purposes_not_named;
mod recipients_not_named;
mod retention_not_named;
mod retention_without_rule;
mod rights_missing;
mod season_without_successor;
mod source_not_named;
mod statement_is_old;
mod transfer_without_safeguard;
mod transfers_not_named;
mod unused_recipient;
mod week_not_in_year;
mod week_without_year;
mod weekday_contradicts_date;
mod withdrawal_missing;

use super::Rule;

pub(super) static RULES: [&Rule; 43] = [
    &abbreviation_without_meaning::RULE,
    &automated_decisions_not_mentioned::RULE,
    &categories_not_named::RULE,
    &complaint_right_missing::RULE,
    &contact_without_way::RULE,
    &controller_details_missing::RULE,
    &controllers_without_arrangement::RULE,
    &cookies_without_consent::RULE,
    &date_without_year::RULE,
    &days_unclear::RULE,
    &deadline_after_what_follows::RULE,
    &deadline_inside_closure::RULE,
    &deadline_on_day_off::RULE,
    &duty_to_give_missing::RULE,
    &health_data_without_condition::RULE,
    &holidays_unknown::RULE,
    &hours_without_contact::RULE,
    &interest_not_named::RULE,
    &no_privacy_contact::RULE,
    &notice_is_over::RULE,
    &notice_too_long::RULE,
    &opens_on_day_off::RULE,
    &overlapping_exceptions::RULE,
    &override_empties::RULE,
    &override_for_a_name::RULE,
    &override_same_as_base::RULE,
    &purpose_without_basis::RULE,
    &purpose_without_retention::RULE,
    &purposes_not_named::RULE,
    &recipients_not_named::RULE,
    &retention_not_named::RULE,
    &retention_without_rule::RULE,
    &rights_missing::RULE,
    &season_without_successor::RULE,
    &source_not_named::RULE,
    &statement_is_old::RULE,
    &transfer_without_safeguard::RULE,
    &transfers_not_named::RULE,
    &unused_recipient::RULE,
    &week_not_in_year::RULE,
    &week_without_year::RULE,
    &weekday_contradicts_date::RULE,
    &withdrawal_missing::RULE,
];
