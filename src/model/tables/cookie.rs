use crate::model::layered::layered;
use crate::model::{Id, Line, Text};

layered! {
    /// A category of cookies on the clinic's web site: `[cookie_categories.<id>]`.
    CookieCategory / CookieCategoryInput {
        /// Its name.
        title: required Text,
        /// What its cookies do.
        what_for: required Text,
        /// Whether the visitor is asked first (ekomloven § 3-15).
        consent: required bool,
    }
}

layered! {
    /// A cookie, or anything else that is kept on the visitor's device: `[cookies.<id>]`.
    Cookie / CookieInput {
        /// Its name on the device.
        name: required Line,
        /// Its category.
        category: required Id,
        /// What it does.
        what_for: required Text,
        /// How long it stays.
        duration: required Text,
        /// Who sets it.
        set_by: required Text,
    }
}
