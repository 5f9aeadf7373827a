use crate::model::layered::layered;
use crate::model::{CalendarDate, LawId, Text, WebUrl};

layered! {
    /// A law that the clinic follows: `[laws.<id>]`.
    Law / LawInput {
        /// Its short title.
        title: required Text,
        /// Its number.
        number: required LawId,
        /// What it governs here.
        governs: required Text,
        /// Where it can be read.
        url: optional WebUrl,
        /// When this was last looked up.
        as_of: required CalendarDate,
        /// A change that is decided and not yet in force.
        pending: optional Text,
    }
}
