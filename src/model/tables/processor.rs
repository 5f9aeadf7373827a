use super::NationalNumber;
use crate::model::choices::choices;
use crate::model::layered::layered;
use crate::model::{Country, Email, Id, Invalid, Line, Text, TextValue, WebUrl};

choices! {
    /// What a recipient is to the controller.
    RecipientRole {
        /// Works on the controller's behalf (GDPR Article 28).
        Processor = "processor",
        /// Gets data for purposes of its own.
        Recipient = "recipient",
        /// Decides together with the controller (GDPR Article 26).
        JointController = "joint-controller",
    }
}

choices! {
    /// What protects data that leave the European Economic Area (GDPR Chapter V).
    Safeguard {
        /// A decision that the country's protection is adequate (Article 45).
        AdequacyDecision = "adequacy-decision",
        /// The Commission's standard clauses (Article 46(2)(c)).
        StandardContractualClauses = "standard-contractual-clauses",
        /// Rules that bind a group of companies (Article 47).
        BindingCorporateRules = "binding-corporate-rules",
        /// The patient's explicit consent to this transfer (Article 49(1)(a)).
        ExplicitConsent = "explicit-consent",
    }
}

layered! {
    /// A recipient of personal data: `[processors.<id>]`.
    Processor / ProcessorInput {
        /// A company, or a category of recipients.
        name: required Text,
        /// Processor, if nothing is written.
        role: optional RecipientRole,
        /// What they do with the data.
        what_for: required Text,
        /// Which data they get.
        data: required Text,
        /// Where they are.
        country: optional Country,
        /// Their number in that country's company register.
        number: optional NationalNumber,
        /// What protects the data outside the European Economic Area.
        safeguard: optional Safeguard,
        /// The processor whose processor this is.
        sub_processor_of: optional Id,
        /// Where to ask them.
        contact: optional RecipientContact,
    }
}

impl Processor<'_> {
    /// The role, with its default.
    #[must_use]
    pub fn role(&self) -> RecipientRole {
        self.role.as_ref().map_or(RecipientRole::Processor, |role| *role.get())
    }
}

/// Where a recipient is asked: an e-mail address or a web address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecipientContact {
    /// E-mail.
    Email(Email),
    /// Web.
    Url(WebUrl),
}

impl TextValue for RecipientContact {
    const IS_SHOWN: bool = true;

    fn parse(text: &str) -> Result<Self, Invalid> {
        Line::parse(text)?;
        if text.contains('@') {
            Email::parse(text).map(Self::Email)
        } else {
            WebUrl::parse(text).map(Self::Url)
        }
    }
}
