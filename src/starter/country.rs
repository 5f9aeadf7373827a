use include_dir::{Dir, include_dir};

use super::StarterLanguage;
use crate::model::{Country, TextValue};

/// A country whose law a starter policy follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StarterCountry {
    /// Norway: the policy that the program is developed with.
    Norway,
    /// Sweden.
    Sweden,
    /// Denmark.
    Denmark,
    /// The United Kingdom.
    UnitedKingdom,
}

use StarterLanguage::{Bokmal, Danish, English, Nynorsk, Swedish};

static SE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/se");
static DK: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/dk");
static GB: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/gb");

impl StarterCountry {
    /// The languages that its policy is written in; a new site has the first ones unless it asks for others.
    #[must_use]
    pub const fn languages(self) -> &'static [StarterLanguage] {
        match self {
            Self::Norway => &[Bokmal, English, Nynorsk],
            Self::Sweden => &[Swedish],
            Self::Denmark => &[Danish],
            Self::UnitedKingdom => &[English],
        }
    }

    /// The languages of a new site that asks for none.
    #[must_use]
    pub const fn usual_languages(self) -> &'static [StarterLanguage] {
        match self {
            Self::Norway => &[Bokmal, English],
            _ => self.languages(),
        }
    }

    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Norway => "NO",
            Self::Sweden => "SE",
            Self::Denmark => "DK",
            Self::UnitedKingdom => "GB",
        }
    }

    /// The country.
    pub(super) fn country(self) -> Country {
        Country::parse(self.code()).expect("these codes are countries")
    }

    /// Its own folder of a new site; Norway's is the content of the program itself.
    pub(super) fn folder(self) -> Option<&'static Dir<'static>> {
        match self {
            Self::Norway => None,
            Self::Sweden => Some(&SE),
            Self::Denmark => Some(&DK),
            Self::UnitedKingdom => Some(&GB),
        }
    }

    /// The end of a company's id.
    pub(super) const fn company(self) -> &'static str {
        match self {
            Self::Norway => "as",
            Self::Sweden => "ab",
            Self::Denmark => "aps",
            Self::UnitedKingdom => "ltd",
        }
    }
}
