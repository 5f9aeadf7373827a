//! The words of the record of processing activities (GDPR Article 30).

messages! {
    not_stated() { nb: "ikke oppgitt", en: "not stated" }
    yes() { nb: "ja", en: "yes" }
    no() { nb: "nei", en: "no" }
    column_clinic() { nb: "Klinikk", en: "Clinic" }
    column_controller() { nb: "Behandlingsansvarlig", en: "Controller" }
    column_representative() { nb: "Representant i EØS", en: "Representative in the EEA" }
    column_officer() { nb: "Personvernombud", en: "Data protection officer" }
    column_purpose() { nb: "Formål", en: "Purpose" }
    column_what_for() { nb: "Hva som gjøres", en: "What is done" }
    column_bases() { nb: "Rettslig grunnlag", en: "Legal basis" }
    column_subjects() { nb: "Kategorier av registrerte", en: "Categories of data subjects" }
    column_data() { nb: "Kategorier av personopplysninger", en: "Categories of personal data" }
    column_health() { nb: "Helseopplysninger", en: "Health data" }
    column_source() { nb: "Kilde", en: "Source" }
    column_recipients() { nb: "Mottakere", en: "Recipients" }
    column_transfers() { nb: "Overføring ut av EØS", en: "Transfers out of the EEA" }
    column_erasure() { nb: "Frister for sletting", en: "Time limits for erasure" }
    column_security() { nb: "Sikkerhetstiltak", en: "Security measures" }
    column_updated() { nb: "Sist endret", en: "Last changed" }
    sub_processor_of(parent: &str) { nb: "underleverandør til {parent}", en: "sub-processor of {parent}" }
}

/// The heads of the table's columns, in order.
#[must_use]
pub fn columns() -> [super::Message; 16] {
    [
        column_clinic(),
        column_controller(),
        column_representative(),
        column_officer(),
        column_purpose(),
        column_what_for(),
        column_bases(),
        column_subjects(),
        column_data(),
        column_health(),
        column_source(),
        column_recipients(),
        column_transfers(),
        column_erasure(),
        column_security(),
        column_updated(),
    ]
}
