use crate::model::OutputPath;

/// A finished file of a brand.
#[derive(Debug, Clone, Copy)]
pub struct FinishedFile<'f> {
    /// Its path below the output folder.
    pub path: &'f OutputPath,
    /// Its content.
    pub bytes: &'f [u8],
    /// The texts of clauses and notices that a page shows, in the order of reading.
    pub texts: &'f [ShownText],
    /// Whether somebody else wrote it, and it is taken as it is.
    pub is_of_others: bool,
}

/// The text of a clause or a notice, as a page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownText {
    /// Its HTML.
    pub html: String,
    /// The tags in it that are of account for the page as a whole.
    pub tags: Vec<TextTag>,
}

/// A tag within a text that is of account for the page as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextTag {
    /// A subheading.
    Heading {
        /// Its level, from 2 to 6.
        level: usize,
        /// Its anchor.
        id: String,
    },
    /// A link to an anchor of the site.
    Link {
        /// The address.
        href: String,
    },
}
