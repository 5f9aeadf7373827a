//! The registry: one line a rule.

mod abbreviation_without_meaning;
mod approval_claimed;
mod authority_of_another_country;
mod automated_decisions_not_mentioned;
mod basis_with_or;
mod basis_wrong_for_care;
mod browser_settings_as_consent;
mod builder_residue;
mod call_without_phone;
mod called_anonymous;
mod capital_month;
mod categories_not_named;
mod clause_without_text;
mod colour_cannot_carry_text;
mod complaint_conditional;
mod complaint_right_missing;
mod consent_by_use;
mod consent_for_journal;
mod contact_without_way;
mod controller_details_missing;
mod controllers_without_arrangement;
mod cookie_category_not_in_table;
mod cookies_without_consent;
mod data_for_sale;
mod date_without_year;
mod days_unclear;
mod deadline_after_what_follows;
mod deadline_inside_closure;
mod deadline_on_day_off;
mod decoration_not_seen;
mod disguised_address;
mod duty_to_give_missing;
mod eea_promise_broken;
mod exception_without_effect;
mod foreign_brand_name;
mod foreign_contact;
mod hard_to_read;
mod health_data_without_condition;
mod hidden_override;
mod holidays_unknown;
mod hours_without_contact;
mod id_like_another;
mod interest_not_named;
mod journal_kept_too_short;
mod law_of_another_country;
mod law_out_of_date;
mod law_wrong_for_purpose;
mod limit_not_in_law;
mod link_text_says_nothing;
mod link_without_target;
mod mixed_norwegian;
mod named_officer;
mod newsletter_without_consent;
mod no_privacy_contact;
mod notice_is_over;
mod notice_too_long;
mod opens_on_day_off;
mod other_language;
mod other_trade;
mod overlapping_exceptions;
mod overlapping_hours;
mod override_empties;
mod override_for_a_name;
mod override_same_as_base;
mod placeholder_left;
mod private_health_trust;
mod purpose_not_in_table;
mod purpose_without_basis;
mod purpose_without_retention;
mod purposes_not_named;
mod recipient_not_in_table;
mod recipients_not_named;
mod repeated_text;
mod representative_missing;
mod request_to_officer;
mod retention_as_long_as_necessary;
mod retention_not_named;
mod retention_range;
mod retention_without_rule;
mod rights_missing;
mod satisfies_nothing;
mod season_without_successor;
mod secrecy_promised_too_far;
mod section_not_in_law;
mod sensitive_wording;
mod shortened_clause;
mod shortened_list;
mod sign_left;
mod signs_of_programs;
mod source_not_named;
mod stale_override;
mod stale_translation;
mod statement_dated_ahead;
mod statement_is_old;
mod stray_letter;
mod transfer_without_safeguard;
mod transfers_not_named;
mod translated_term;
mod truncated_paragraph;
mod typed_fact;
mod unused_cookie_category;
mod unused_entity;
mod unused_profile;
mod unused_recipient;
mod unused_retention;
mod value_left_open;
mod week_not_in_year;
mod week_without_year;
mod weekday_contradicts_date;
mod withdrawal_missing;
mod wrong_letters;

use super::Rule;

/// The rules that find names and addresses, which are found together.
pub(super) static FOREIGN: ForeignRules =
    ForeignRules { name: &foreign_brand_name::RULE, contact: &foreign_contact::RULE };

/// The two rules that find what belongs to another brand or clinic.
pub(super) struct ForeignRules {
    /// Of names.
    pub name: &'static Rule,
    /// Of addresses and numbers.
    pub contact: &'static Rule,
}

/// All rules, by their names.
pub(super) static RULES: &[&Rule] = &[
    &abbreviation_without_meaning::RULE,
    &approval_claimed::RULE,
    &authority_of_another_country::RULE,
    &automated_decisions_not_mentioned::RULE,
    &basis_with_or::RULE,
    &basis_wrong_for_care::RULE,
    &browser_settings_as_consent::RULE,
    &builder_residue::RULE,
    &call_without_phone::RULE,
    &called_anonymous::RULE,
    &capital_month::RULE,
    &categories_not_named::RULE,
    &clause_without_text::RULE,
    &colour_cannot_carry_text::RULE,
    &complaint_conditional::RULE,
    &complaint_right_missing::RULE,
    &consent_by_use::RULE,
    &consent_for_journal::RULE,
    &contact_without_way::RULE,
    &controller_details_missing::RULE,
    &controllers_without_arrangement::RULE,
    &cookie_category_not_in_table::RULE,
    &cookies_without_consent::RULE,
    &data_for_sale::RULE,
    &date_without_year::RULE,
    &days_unclear::RULE,
    &deadline_after_what_follows::RULE,
    &deadline_inside_closure::RULE,
    &deadline_on_day_off::RULE,
    &decoration_not_seen::RULE,
    &disguised_address::RULE,
    &duty_to_give_missing::RULE,
    &eea_promise_broken::RULE,
    &exception_without_effect::RULE,
    &foreign_brand_name::RULE,
    &foreign_contact::RULE,
    &hard_to_read::RULE,
    &health_data_without_condition::RULE,
    &hidden_override::RULE,
    &holidays_unknown::RULE,
    &hours_without_contact::RULE,
    &id_like_another::RULE,
    &interest_not_named::RULE,
    &journal_kept_too_short::RULE,
    &law_of_another_country::RULE,
    &law_out_of_date::RULE,
    &law_wrong_for_purpose::RULE,
    &limit_not_in_law::RULE,
    &link_text_says_nothing::RULE,
    &link_without_target::RULE,
    &mixed_norwegian::RULE,
    &named_officer::RULE,
    &newsletter_without_consent::RULE,
    &no_privacy_contact::RULE,
    &notice_is_over::RULE,
    &notice_too_long::RULE,
    &opens_on_day_off::RULE,
    &other_language::RULE,
    &other_trade::RULE,
    &overlapping_exceptions::RULE,
    &overlapping_hours::RULE,
    &override_empties::RULE,
    &override_for_a_name::RULE,
    &override_same_as_base::RULE,
    &placeholder_left::RULE,
    &private_health_trust::RULE,
    &purpose_not_in_table::RULE,
    &purpose_without_basis::RULE,
    &purpose_without_retention::RULE,
    &purposes_not_named::RULE,
    &recipient_not_in_table::RULE,
    &recipients_not_named::RULE,
    &repeated_text::RULE,
    &representative_missing::RULE,
    &request_to_officer::RULE,
    &retention_as_long_as_necessary::RULE,
    &retention_not_named::RULE,
    &retention_range::RULE,
    &retention_without_rule::RULE,
    &rights_missing::RULE,
    &satisfies_nothing::RULE,
    &season_without_successor::RULE,
    &secrecy_promised_too_far::RULE,
    &section_not_in_law::RULE,
    &sensitive_wording::RULE,
    &shortened_clause::RULE,
    &shortened_list::RULE,
    &sign_left::RULE,
    &source_not_named::RULE,
    &stale_override::RULE,
    &stale_translation::RULE,
    &statement_dated_ahead::RULE,
    &statement_is_old::RULE,
    &stray_letter::RULE,
    &transfer_without_safeguard::RULE,
    &transfers_not_named::RULE,
    &translated_term::RULE,
    &truncated_paragraph::RULE,
    &typed_fact::RULE,
    &unused_cookie_category::RULE,
    &unused_entity::RULE,
    &unused_profile::RULE,
    &unused_recipient::RULE,
    &unused_retention::RULE,
    &value_left_open::RULE,
    &week_not_in_year::RULE,
    &week_without_year::RULE,
    &weekday_contradicts_date::RULE,
    &withdrawal_missing::RULE,
    &wrong_letters::RULE,
];

/// Those whose findings come only from the passing of days; they are never errors,
/// or a page without any change would stop a build.
pub(super) static OF_DAYS: &[&Rule] =
    &[&notice_is_over::RULE, &season_without_successor::RULE, &statement_is_old::RULE];
