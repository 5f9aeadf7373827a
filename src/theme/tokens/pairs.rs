//! What stands on what: the one list that the palette is tested by, themes are checked by,
//! and the README is made from.

/// A colour and the grounds that it stands on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    /// The token of what is read or seen.
    pub front: &'static str,
    /// The tokens of what it stands on.
    pub grounds: &'static [&'static str],
    /// The contrast that it needs, in hundredths.
    pub least: u64,
    /// What it is used for.
    pub used_for: &'static str,
}

/// What text needs (WCAG 2.2, 1.4.3).
const TEXT: u64 = 450;
/// What a border or a ring needs that says something (1.4.11).
const INTERFACE: u64 = 300;

/// The grounds that text stands on.
const GROUNDS: &[&str] = &["paper", "surface", "accent-soft", "warn-soft", "alert-soft"];

/// Every pair of the base theme's stylesheet.
pub(super) const PAIRS: [Pair; 12] = [
    Pair { front: "ink", grounds: GROUNDS, least: TEXT, used_for: "text" },
    Pair { front: "ink-soft", grounds: GROUNDS, least: TEXT, used_for: "text of less weight" },
    Pair { front: "accent", grounds: GROUNDS, least: TEXT, used_for: "links, numbers, quiet buttons" },
    Pair { front: "accent-deep", grounds: GROUNDS, least: TEXT, used_for: "links under the pointer" },
    Pair {
        front: "on-accent",
        grounds: &["accent", "accent-deep"],
        least: TEXT,
        used_for: "text of buttons",
    },
    Pair {
        front: "warn",
        grounds: &["warn-soft"],
        least: TEXT,
        used_for: "the level of an important notice",
    },
    Pair { front: "alert", grounds: &["alert-soft"], least: TEXT, used_for: "the level of an urgent notice" },
    Pair {
        front: "accent",
        grounds: &["paper", "surface"],
        least: INTERFACE,
        used_for: "edges of buttons, notices and panels",
    },
    Pair {
        front: "warn",
        grounds: &["paper", "surface"],
        least: INTERFACE,
        used_for: "the edge of an important notice",
    },
    Pair {
        front: "alert",
        grounds: &["paper", "surface"],
        least: INTERFACE,
        used_for: "the edge of an urgent notice",
    },
    Pair {
        front: "line-strong",
        grounds: &["paper", "surface"],
        least: INTERFACE,
        used_for: "the line below the head of a table",
    },
    Pair {
        front: "focus",
        grounds: GROUNDS,
        least: INTERFACE,
        used_for: "the ring around what has the keyboard",
    },
];

/// Colours that say nothing, so that nothing is asked of them.
pub(super) const DECORATION: [&str; 2] = ["decor", "line"];
