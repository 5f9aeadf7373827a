//! # law-out-of-date
//!
//! ## What it finds
//! A law that is repealed or is about something else, a title that the law does not have, and an authority that has another name
//! now.
//!
//! ## Why it matters
//! GDPR Articles 12(1) and 13(1)(c): a basis that cannot be looked up is none. Pasientjournalloven § 25 decides how long the
//! record is kept, bokføringsloven § 13 how long accounts are, ekomloven § 3-15 what may be stored in a browser; Legemiddelverket
//! became Direktoratet for medisinske produkter on 2024-01-01.
//!
//! ## Example
//! ```markdown
//! Bilag lagres i fem år etter regnskapsloven.
//! ```
//!
//! ## How to fix it
//! Write what the finding names, after looking it up at Lovdata; the laws that the pages list are in `laws.toml`, each with the
//! day it was looked up.

use crate::check::prose::{Hit, Saying, says_any};
use crate::check::{Looks, Reading, Rule};
use crate::diagnostic::{Diagnostics, Message, Severity, catalogue::prose as say};

pub(super) static RULE: Rule = Rule {
    name: "law-out-of-date",
    severity: Severity::Warning,
    docs: include_str!("law_out_of_date.rs"),
    looks: Looks::Prose(SAYINGS, check),
};

/// A law or an authority that a text should not name, or not for this.
struct Stale {
    names: &'static [&'static str],
    /// Only where the sentence speaks of this; always, where it is empty.
    of: &'static [&'static str],
    help: fn() -> Message,
}

const KEEPING: &[&str] =
    &["lagr*", "oppbevar*", "slett*", "år", "kept", "keep*", "stor*", "retention", "delet*", "years"];

const STALE: &[Stale] = &[
    Stale {
        names: &[
            "journalforskriften § 14",
            "journalforskrifta § 14",
            "journalforskriftens § 14",
            "pasientjournalforskriften § 14",
            "pasientjournalforskrifta § 14",
        ],
        of: KEEPING,
        help: say::is_old_retention_rule,
    },
    Stale {
        names: &["pasientjournalloven § 13", "pasientjournallova § 13", "pasientjournallovens § 13"],
        of: KEEPING,
        help: say::is_about_kjernejournal,
    },
    Stale {
        names: &["regnskapsloven*", "regnskapslova*", "rekneskapslova*", "accounting act"],
        of: KEEPING,
        help: say::is_about_annual_accounts,
    },
    Stale {
        names: &["§ 2-7 b", "§ 2-7b", "§2-7b", "§2-7 b", "section 2-7 b", "section 2-7b"],
        of: &[],
        help: say::is_replaced_ekomlov,
    },
    Stale {
        names: &["helseloven*", "helselova*", "helselov", "elektronisk pasientjournallov*"],
        of: &[],
        help: say::is_no_act,
    },
    Stale {
        names: &[
            "generell databeskyttelsesforordning*",
            "generelle databeskyttelsesforordning*",
            "databeskyttelsesforordning*",
            "generell personvernforordning*",
        ],
        of: &[],
        help: say::is_not_the_norwegian_title,
    },
    Stale {
        names: &[
            "personregisterloven*",
            "personregisterlova*",
            "personregisterlov",
            "personopplysningsloven av 2000",
            "personopplysningsloven (2000)",
            "personopplysningsloven fra 2000",
            "personopplysningslova frå 2000",
            "14. april 2000 nr. 31",
            "14. april 2000 nr 31",
            "14. april 2000 nr.31",
            "lov-2000-04-14-31",
            "14 april 2000 no. 31",
            "9. juni 1978 nr. 48",
            "personopplysningsloven av 14. april 2000",
            "personopplysningslova av 2000",
            "personal data act of 2000",
            "personal data act of 14 april 2000",
            "personal data registers act",
        ],
        of: &[],
        help: say::is_repealed_privacy_act,
    },
    Stale {
        names: &["95/46/ef", "95/46/ec", "95/46/eu", "personverndirektivet*", "data protection directive"],
        of: &[],
        help: say::is_replaced_by_gdpr,
    },
    Stale { names: &["privacy shield", "safe harbor", "safe harbour"], of: &[], help: say::is_no_safeguard },
    Stale {
        names: &[
            "pasientrettighetsloven*",
            "pasientrettighetslova*",
            "pasientrettslova",
            "pasientrettighetslov",
            "patients' rights act",
            "patients’ rights act",
            "patient rights act",
        ],
        of: &[],
        help: say::is_now_pbrl,
    },
    Stale {
        names: &[
            "kommunehelsetjenesteloven*",
            "kommunehelsetenestelova*",
            "19. november 1982 nr. 66",
            "sosialtjenesteloven av 1991",
            "sosialtjenesteloven fra 1991",
            "sosialtjenesteloven (1991)",
            "sosialtenestelova av 1991",
            "13. desember 1991 nr. 81",
        ],
        of: &[],
        help: say::is_now_hol,
    },
    Stale {
        names: &[
            "helseregisterloven av 2001",
            "helseregisterloven fra 2001",
            "helseregisterloven (2001)",
            "helseregisterlova av 2001",
            "18. mai 2001 nr. 24",
            "18. mai 2001 nr 24",
            "lov-2001-05-18-24",
        ],
        of: &[],
        help: say::is_parted_register_act,
    },
    Stale {
        names: &["legeloven*", "legelova", "tannlegeloven*", "tannlegelova", "13. juni 1980 nr. 42"],
        of: &[],
        help: say::is_now_hpl,
    },
    Stale {
        names: &["21. desember 2000 nr. 1385", "21. desember 2000 nr 1385", "for-2000-12-21-1385"],
        of: &[],
        help: say::is_now_record_regulation,
    },
    Stale {
        names: &["4. juli 2003 nr. 83", "4. juli 2003 nr 83", "lov-2003-07-04-83", "ekomloven av 2003"],
        of: &[],
        help: say::is_replaced_ekomlov,
    },
    Stale {
        names: &["diskriminerings- og tilgjengelighetsloven*", "diskriminerings- og tilgjengelova*"],
        of: &[],
        help: say::is_now_ldl,
    },
    Stale { names: &["fylkesmann*"], of: &[], help: say::is_now_statsforvalter },
    Stale { names: &["forbrukerombud*"], of: &[], help: say::is_now_forbrukertilsyn },
    Stale { names: &["post- og teletilsynet"], of: &[], help: say::is_now_nkom },
    Stale {
        names: &["legemiddelverket*", "statens legemiddelverk", "norwegian medicines agency"],
        of: &[],
        help: say::is_now_dmp,
    },
    Stale {
        names: &[
            "direktoratet for e-helse*",
            "directorate of ehealth",
            "directorate of e-health",
            "directorate for e-health",
        ],
        of: &[],
        help: say::is_now_helsedirektoratet,
    },
];

/// What the walk through the texts listens for: the names of [`STALE`], in its order.
const SAYINGS: &[Saying] = &{
    let mut sayings = [Saying { starts: &[], then: &[], unless: HISTORY }; STALE.len()];
    let mut index = 0;
    while index < STALE.len() {
        sayings[index].starts = STALE[index].names;
        index += 1;
    }
    sayings
};

/// A text may tell what was before.
const HISTORY: &[&str] = &[
    "tidligere",
    "tidlegare",
    "formerly",
    "het",
    "heitte",
    "erstatt*",
    "replac*",
    "avløs*",
    "opphev*",
    "repealed",
    "ikke lenger",
    "ikkje lenger",
    "no longer",
    "invalid",
    "ugyldig*",
];

fn check(reading: &Reading<'_>, hits: &[Hit], found: &mut Diagnostics) {
    for hit in hits {
        let stale = &STALE[hit.saying];
        if stale.of.is_empty() || says_any(reading.sentence_of(hit), stale.of) {
            let finding = RULE.at_span(reading.span_of(hit), say::law_out_of_date(reading.words_of(hit)));
            found.push(finding.with_help((stale.help)()));
        }
    }
}
