//! Writes the repository of a clinic group of any size: the same words for the same number of clinics, every time.
//!
//! The group has 40 clauses of some 120 words, 12 processors, 8 purposes, 6 rules of retention, 4 laws and a notice.
//! Each clinic has a brand of its own, and 10 files: `clinic.toml`, `entities.toml`, `contacts.toml`, weekly `hours.toml`,
//! 5 clauses in place of the group's, and a notice of its own. The only language is bokmål.
//!
//! That makes 9 files a site: the front page, the statement with all 40 clauses and its tables, the page of what is not
//! found, `sitemap.xml`, `robots.txt`, `security.txt`, `privacy.json` with its schema, and the stylesheet.

mod words;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use words::Words;

/// Clauses in the group's policy.
const CLAUSES: usize = 40;
/// Clauses that each clinic writes anew.
const OVERRIDES: usize = 5;
/// Words in a clause.
const CLAUSE_WORDS: usize = 120;
/// Processors that every clinic uses.
const PROCESSORS: usize = 12;
/// Rules of retention.
const RETENTION: usize = 6;
/// Purposes.
const PURPOSES: usize = 8;
/// The numbers of laws that exist; the form of each is checked.
const LAWS: [&str; 4] = ["LOV-2018-06-15-38", "LOV-1999-07-02-64", "LOV-2014-06-20-42", "LOV-2004-11-19-73"];
/// The tables that end the statement, one a clause.
const TABLES: [&str; 7] = ["controllers", "contacts", "purposes", "processors", "retention", "laws", "hours"];

/// A generated repository.
pub(crate) struct Repository {
    root: PathBuf,
}

impl Repository {
    /// Writes a repository of `clinics` clinics into `root`.
    pub(crate) fn write(root: &Path, clinics: usize) -> io::Result<Self> {
        let repository = Self { root: root.to_owned() };
        repository.write_group()?;
        for clinic in 0..clinics {
            repository.write_clinic(clinic)?;
        }
        Ok(repository)
    }

    #[allow(dead_code, reason = "the tests change files in memory")]
    /// Changes one line of one clinic's hours; each `round` changes it to something else.
    pub(crate) fn change_a_clinic(&self, round: usize) -> io::Result<()> {
        self.file("content/clinics/clinic-0/hours.toml", &hours(0, &format!("Endret for {round}. gang.")))
    }

    fn file(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)
    }

    fn write_group(&self) -> io::Result<()> {
        let mut words = Words::of(0);
        self.file("site.toml", "format = 1\nlanguages = [\"nb\"]\n\n[security_txt]\nexpires = 2027-03-31\n")?;
        self.file("content/group/about.toml", ABOUT)?;
        self.file("content/group/policy.toml", &policy())?;
        self.file("content/group/laws.toml", &laws(&mut words))?;
        self.file("content/group/processors.toml", &processors(&mut words))?;
        self.file("content/group/retention.toml", &retention(&mut words))?;
        self.file("content/group/purposes.toml", &purposes(&mut words))?;
        self.file("content/group/notices/shared.nb.md", &notice(&mut words))?;
        for clause in 0..CLAUSES {
            let front =
                TABLES.get((clause + TABLES.len()).wrapping_sub(CLAUSES)).map_or_else(String::new, |table| {
                    format!("+++\ntable = \"{table}\"\n{}+++\n", answers(table))
                });
            self.file(&clause_path("group", clause), &(front + &clause_text(clause, &mut words)))?;
        }
        Ok(())
    }

    fn write_clinic(&self, clinic: usize) -> io::Result<()> {
        let mut words = Words::of(clinic as u64 + 1);
        let folder = format!("clinics/clinic-{clinic}");
        // No two words of the prose: a clinic's name on another's page is an error.
        let name = words.name() + "klinikk";
        let file = |name: &str, text: &str| self.file(&format!("content/{folder}/{name}"), text);
        file("clinic.toml", &format!("name = \"{name}\"\ncontrollers = [\"company\"]\n"))?;
        file("entities.toml", &entities(&name))?;
        file("contacts.toml", &contacts(clinic))?;
        file("hours.toml", &hours(clinic, &words.sentence(8)))?;
        file("notices/own.nb.md", &notice(&mut words))?;
        for turn in 0..OVERRIDES {
            // Spread over the statement, at other places for each clinic; the clauses with tables stay the group's.
            let clause = (clinic + turn * 7) % (CLAUSES - TABLES.len());
            self.file(&clause_path(&folder, clause), &clause_text(clause, &mut words))?;
        }
        let brand = format!(
            "name = \"{name}\"\ndomain = \"clinic-{clinic}.example\"\nclinics = [\"clinic-{clinic}\"]\n"
        );
        self.file(&format!("content/brands/clinic-{clinic}.toml"), &brand)
    }
}

const ABOUT: &str = "name = \"Klinikkgruppen\"\npolicy_date = \"2026-11\"\ndpo.contact = \"privacy\"\n\n\
    [authority]\nname = \"Datatilsynet\"\nurl = \"https://www.datatilsynet.no\"\n";

fn clause_path(layer: &str, clause: usize) -> String {
    format!("content/{layer}/clauses/clause-{clause}.nb.md")
}

/// What the law asks for and no table shows; a statement that lacks it is not published.
fn answers(table: &str) -> &'static str {
    match table {
        "controllers" => "satisfies = [\"13(2)(b)\", \"13(2)(d)\", \"13(2)(e)\", \"13(2)(f)\"]\n",
        _ => "",
    }
}

/// Three paragraphs and a list; a third of the clauses hold placeholders and a link, as many as in the real content.
fn clause_text(clause: usize, words: &mut Words) -> String {
    let part = CLAUSE_WORDS / 4;
    let title = words.sentence(4);
    let (first, second, third) = (words.prose(part), words.prose(part), words.prose(part));
    let items: Vec<String> = (0..3).map(|_| words.sentence(part / 3)).collect();
    let end = match clause % 3 {
        0 => format!(
            " Skriv til {{{{ clinic.name }}}} på {{{{ contacts.privacy.email }}}}, eller les om [klage](clause:clause-{}).",
            CLAUSES - 1
        ),
        _ => String::new(),
    };
    format!("# {title}\n\n{first}\n\n- {}\n\n{second}\n\n{third}{end}\n", items.join("\n- "))
}

/// One document; every third clause is a part of the one before.
fn policy() -> String {
    let line = |clause: usize| match clause % 3 {
        0 => format!("  \"clause-{clause}\",\n"),
        part => format!("  {{ id = \"clause-{clause}\", under = \"clause-{}\" }},\n", clause - part),
    };
    let lines: String = (0..CLAUSES).map(line).collect();
    format!(
        "[documents.privacy]\ntitle = \"Personvernerklæring\"\nsummary = \"Hva vi vet om deg, og hva du har rett til.\"\n\
         path = \"personvern\"\nclauses = [\n{lines}]\n"
    )
}

fn laws(words: &mut Words) -> String {
    let law = |(index, number): (usize, &&str)| {
        format!(
            "[laws.law-{index}]\ntitle = \"{}\"\nnumber = \"{number}\"\ngoverns = \"{}\"\nas_of = 2026-02-15\n\n",
            words.name(),
            words.sentence(12)
        )
    };
    LAWS.iter().enumerate().map(law).collect()
}

fn processors(words: &mut Words) -> String {
    let processor = |index: usize| {
        let place = if index.is_multiple_of(4) {
            "country = \"US\"\nsafeguard = \"standard-contractual-clauses\"\n"
        } else {
            "country = \"NO\"\n"
        };
        format!(
            "[processors.processor-{index}]\nname = \"{}\"\nwhat_for = \"{}\"\ndata = \"{}\"\n{place}\n",
            words.name(),
            words.sentence(10),
            words.sentence(8)
        )
    };
    (0..PROCESSORS).map(processor).collect()
}

fn retention(words: &mut Words) -> String {
    let rule = |index: usize| {
        let law = LAWS.len() - 1;
        format!(
            "[retention.rule-{index}]\nwhat = \"{}\"\nperiod = \"{} years\"\nstarts = \"{}\"\nlaw = \"law-{}\"\nsection = \"§ {}\"\n\n",
            words.sentence(6),
            index + 2,
            words.sentence(3),
            index.min(law),
            index + 7
        )
    };
    (0..RETENTION).map(rule).collect()
}

fn purposes(words: &mut Words) -> String {
    let purpose = |index: usize| {
        format!(
            "[purposes.purpose-{index}]\ntitle = \"{}\"\nwhat_for = \"{}\"\nhealth = true\n\
             bases = [{{ article = \"6(1)(c)\", condition = \"9(2)(h)\", law = \"law-1\", section = \"§ 39\" }}]\n\
             data = \"{}\"\nwhose = \"pasienter\"\nsource = \"{}\"\n\
             recipients = [\"processor-{index}\", \"processor-{}\", \"processor-{}\"]\nretention = [\"rule-{}\"]\n\n",
            words.sentence(4),
            words.sentence(14),
            words.sentence(12),
            words.sentence(8),
            index + 1,
            index + PROCESSORS - PURPOSES,
            index % RETENTION
        )
    };
    (0..PURPOSES).map(purpose).collect()
}

fn notice(words: &mut Words) -> String {
    format!(
        "+++\nfrom = 2026-11-01\nuntil = 2026-12-31\npages = [\"front\", \"privacy\"]\n+++\n# {}\n\n{}\n",
        words.sentence(5),
        words.prose(30)
    )
}

fn entities(name: &str) -> String {
    format!(
        "[entities.company]\nname = \"{name} AS\"\ncountry = \"NO\"\nnumber = \"123 456 785\"\n\
         address = {{ lines = [\"Gate 1\"], postcode = \"0369\", town = \"Oslo\", country = \"NO\" }}\n"
    )
}

fn contacts(clinic: usize) -> String {
    let contact = |role: &str, what_for: &str, phone: usize| {
        format!(
            "[contacts.{role}]\nwhat_for = \"{what_for}\"\nemail = \"{role}@clinic-{clinic}.example\"\nphone = \"+47 22 {:02} {:02} {phone:02}\"\n\
             visit = {{ lines = [\"Gate 1\"], postcode = \"0369\", town = \"Oslo\", country = \"NO\" }}\n\n",
            clinic / 100 % 100,
            clinic % 100,
        )
    };
    contact("general", "Spørsmål til klinikken", 10) + &contact("privacy", "Spørsmål om personvern", 20)
}

fn hours(clinic: usize, note: &str) -> String {
    let channel = |name: &str, note: &str| {
        let days = ["monday", "tuesday", "wednesday", "thursday"];
        let week = days.map(|day| format!("{day} = \"0{}:00-15:30\"\n", 7 + clinic % 3)).concat();
        format!(
            "[{name}]\n{week}friday = \"08:00-11:30, 12:15-14:00\"\nsaturday = \"closed\"\nsunday = \"closed\"\n{note}\n"
        )
    };
    channel("visit", &format!("contact = \"general\"\nnote = \"{note}\"\n"))
        + &channel("phone", "contact = \"general\"\n")
}
