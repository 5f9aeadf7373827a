use crate::model::layered::layered;
use crate::model::{Id, Line, PartialDate, Period, Text};

layered! {
    /// How long something is kept: `[retention.<id>]` (GDPR Article 13(2)(a)).
    ///
    /// At least one of `period`, `event` and `criterion` is there; if there are several,
    /// the earliest counts.
    Retention / RetentionInput {
        /// What is kept.
        what: required Text,
        /// For how long.
        period: optional Period,
        /// What the period runs from.
        starts: optional Text,
        /// The event that ends it.
        event: optional Text,
        /// What decides it, if no period can be given.
        criterion: optional Text,
        /// The law that asks for it.
        law: optional Id,
        /// Where in the law.
        section: optional Line,
        /// When this was last looked up.
        as_of: optional PartialDate,
    }
}
