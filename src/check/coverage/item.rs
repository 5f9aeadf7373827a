use crate::diagnostic::{Message, catalogue::coverage as say};
use crate::model::{GdprItem, TableKind};

/// Something that the law asks a privacy statement to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// Who is responsible, and how they are reached.
    Controller,
    /// The data protection officer, or why there is none.
    DataProtectionOfficer,
    /// What data are used for.
    Purposes,
    /// The legal basis of each purpose.
    LegalBases,
    /// The interests, if a purpose rests on Article 6(1)(f).
    Interests,
    /// Who gets data.
    Recipients,
    /// What protects data outside the EEA.
    Transfers,
    /// How long data are kept.
    Retention,
    /// The patient's rights.
    Rights,
    /// That a consent can be withdrawn.
    Withdrawal,
    /// That one can complain to the supervisory authority.
    Complaint,
    /// Whether one must give data.
    DutyToGive,
    /// Whether decisions are made by machines only.
    AutomatedDecisions,
    /// Which data.
    Categories,
    /// Where data come from.
    Sources,
    /// The condition for using health data.
    HealthCondition,
    /// When the statement was last changed.
    StatementDate,
}

impl Item {
    /// All items, in the order of the articles.
    pub const ALL: [Self; 17] = [
        Self::Controller,
        Self::DataProtectionOfficer,
        Self::Purposes,
        Self::LegalBases,
        Self::Interests,
        Self::Recipients,
        Self::Transfers,
        Self::Retention,
        Self::Rights,
        Self::Withdrawal,
        Self::Complaint,
        Self::DutyToGive,
        Self::AutomatedDecisions,
        Self::Categories,
        Self::Sources,
        Self::HealthCondition,
        Self::StatementDate,
    ];

    /// A name for programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Controller => "controller",
            Self::DataProtectionOfficer => "data-protection-officer",
            Self::Purposes => "purposes",
            Self::LegalBases => "legal-bases",
            Self::Interests => "interests",
            Self::Recipients => "recipients",
            Self::Transfers => "transfers",
            Self::Retention => "retention",
            Self::Rights => "rights",
            Self::Withdrawal => "withdrawal",
            Self::Complaint => "complaint",
            Self::DutyToGive => "duty-to-give",
            Self::AutomatedDecisions => "automated-decisions",
            Self::Categories => "categories",
            Self::Sources => "sources",
            Self::HealthCondition => "health-condition",
            Self::StatementDate => "statement-date",
        }
    }

    /// The article that asks for it; empty for the date, which no article names.
    #[must_use]
    pub fn citation(self) -> &'static str {
        self.citations().first().copied().unwrap_or_default()
    }

    /// What a clause may write in `satisfies` to answer it: Article 14 numbers some items of Article 13 anew.
    fn citations(self) -> &'static [&'static str] {
        match self {
            Self::Controller => &["13(1)(a)", "14(1)(a)"],
            Self::DataProtectionOfficer => &["13(1)(b)", "14(1)(b)"],
            Self::Purposes | Self::LegalBases => &["13(1)(c)", "14(1)(c)"],
            Self::Interests => &["13(1)(d)", "14(2)(b)"],
            Self::Recipients => &["13(1)(e)", "14(1)(e)"],
            Self::Transfers => &["13(1)(f)", "14(1)(f)"],
            Self::Retention => &["13(2)(a)", "14(2)(a)"],
            Self::Rights => &["13(2)(b)", "14(2)(c)"],
            Self::Withdrawal => &["13(2)(c)", "14(2)(d)", "7(3)"],
            Self::Complaint => &["13(2)(d)", "14(2)(e)", "77", "77(1)"],
            Self::DutyToGive => &["13(2)(e)"],
            Self::AutomatedDecisions => &["13(2)(f)", "14(2)(g)"],
            Self::Categories => &["14(1)(d)"],
            Self::Sources => &["14(2)(f)"],
            Self::HealthCondition => &["9(2)"],
            Self::StatementDate => &[],
        }
    }

    /// Whether a clause that says it answers `answered` answers this.
    #[must_use]
    pub fn is_answered_by(self, answered: &GdprItem) -> bool {
        let citation = answered.citation();
        let condition = self == Self::HealthCondition && citation.starts_with("9(2)(");
        condition || self.citations().contains(&citation)
    }

    /// The table that answers it, if a clause shows it.
    #[must_use]
    pub fn table(self) -> Option<TableKind> {
        match self {
            Self::Purposes
            | Self::LegalBases
            | Self::Interests
            | Self::HealthCondition
            | Self::Categories
            | Self::Sources => Some(TableKind::Purposes),
            Self::Retention => Some(TableKind::Retention),
            Self::Recipients | Self::Transfers => Some(TableKind::Processors),
            _ => None,
        }
    }

    /// What it is called in a table.
    #[must_use]
    pub fn title(self) -> Message {
        match self {
            Self::Controller => say::controller(),
            Self::DataProtectionOfficer => say::data_protection_officer(),
            Self::Purposes => say::purposes(),
            Self::LegalBases => say::legal_bases(),
            Self::Interests => say::interests(),
            Self::Recipients => say::recipients(),
            Self::Transfers => say::transfers(),
            Self::Retention => say::retention(),
            Self::Rights => say::rights(),
            Self::Withdrawal => say::withdrawal(),
            Self::Complaint => say::complaint(),
            Self::DutyToGive => say::duty_to_give(),
            Self::AutomatedDecisions => say::automated_decisions(),
            Self::Categories => say::categories(),
            Self::Sources => say::sources(),
            Self::HealthCondition => say::health_condition(),
            Self::StatementDate => say::statement_date(),
        }
    }
}
