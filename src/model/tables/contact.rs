use crate::model::layered::layered;
use crate::model::{Address, Email, Phone, Text, WebUrl};

layered! {
    /// A way to reach the clinic, by its role: `[contacts.<role>]`.
    Contact / ContactInput {
        /// When to use it.
        what_for: required Text,
        /// Telephone.
        phone: optional Phone,
        /// E-mail.
        email: optional Email,
        /// A form or portal on the web.
        url: optional WebUrl,
        /// Whether it is safe for health information.
        secure: optional bool,
        /// Visiting address.
        visit: optional Address,
        /// Postal address.
        postal: optional Address,
        /// Why there is no contact in this role.
        none_because: optional Text,
    }
}

impl Contact<'_> {
    /// Whether any way to reach somebody is given.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        self.phone.is_some()
            || self.email.is_some()
            || self.url.is_some()
            || self.visit.is_some()
            || self.postal.is_some()
    }
}
