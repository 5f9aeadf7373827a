//! The files that the program carries, in the languages of a new site.

use include_dir::{Dir, DirEntry};

use super::{NYNORSK, StarterFile, file};

/// A language that the starter policy is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StarterLanguage {
    /// Bokmål. Its files of clauses hold the front matter that the content folder has.
    Bokmal,
    /// Nynorsk.
    Nynorsk,
    /// English.
    English,
    /// Swedish.
    Swedish,
    /// Danish.
    Danish,
}

impl StarterLanguage {
    pub(super) const ALL: [Self; 5] =
        [Self::Bokmal, Self::Nynorsk, Self::English, Self::Swedish, Self::Danish];

    /// Its BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Bokmal => "nb",
            Self::Nynorsk => "nn",
            Self::English => "en",
            Self::Swedish => "sv",
            Self::Danish => "da",
        }
    }
}

/// The files of a folder below `to`, with the texts of these languages and no others.
pub(super) fn carried(folder: &Dir<'static>, to: &str, languages: &[StarterLanguage]) -> Vec<StarterFile> {
    let mut files = Vec::new();
    for (path, text) in texts(folder) {
        if let Some(clause) = path.strip_suffix(".nb.md") {
            let (front_matter, _) = split_front_matter(text);
            files.extend(languages.iter().enumerate().filter_map(|(at, language)| {
                let path = format!("{clause}.{}.md", language.tag());
                let text = match language {
                    StarterLanguage::Nynorsk => nynorsk(to, &path)?,
                    _ => folder.get_file(&path)?.contents_utf8()?,
                };
                // It stands in the file of the site's first language.
                let head = if at == 0 { front_matter } else { "" };
                Some(file(&format!("{to}/{path}"), &format!("{head}{}", split_front_matter(text).1)))
            }));
        } else if path.rsplit('.').next() != Some("md") {
            let whole = with_nynorsk(text, nynorsk(to, &path).unwrap_or_default());
            files.push(file(&format!("{to}/{path}"), &in_languages(&whole, languages)));
        }
    }
    files
}

/// The lines between `+++` with their marks, and what follows them.
fn split_front_matter(text: &str) -> (&str, &str) {
    let end = text.strip_prefix("+++\n").and_then(|rest| rest.find("+++\n"));
    end.map_or(("", text), |end| text.split_at(end + 8))
}

/// The text of a TOML file without the lines of other languages.
pub(super) fn in_languages(text: &str, languages: &[StarterLanguage]) -> String {
    let is_kept = |line: &&str| language_line(line).is_none_or(|(_, language)| languages.contains(&language));
    text.split_inclusive('\n').filter(is_kept).collect()
}

/// The text of a TOML file with the lines of its nynorsk, each after the one in bokmål.
fn with_nynorsk(text: &str, nynorsk: &str) -> String {
    let said: Vec<((&str, &str), &str)> =
        keyed(nynorsk).filter_map(|(key, line)| Some((key?, line))).collect();
    let mut whole = String::new();
    for (key, line) in keyed(text) {
        whole.push_str(line);
        let is_bokmal = language_line(line).is_some_and(|(_, language)| language == StarterLanguage::Bokmal);
        if let Some((_, same)) = said.iter().find(|(said, _)| is_bokmal && Some(*said) == key) {
            whole.push_str(same);
        }
    }
    whole
}

/// The lines of a TOML file, those with a text in one language with the heading above them and their key.
fn keyed(text: &str) -> impl Iterator<Item = (Option<(&str, &str)>, &str)> {
    let mut heading = "";
    text.split_inclusive('\n').map(move |line| {
        if line.trim_start_matches("# ").starts_with('[') {
            heading = line.trim();
        }
        (language_line(line).map(|(key, _)| (heading, key)), line)
    })
}

/// The key of a line `key.nb = "…"`, and its language; a template's lines stand behind `# `.
fn language_line(line: &str) -> Option<(&str, StarterLanguage)> {
    let (key, _) = line.trim_start_matches("# ").split_once(" = ")?;
    let (key, tag) = key.rsplit_once('.')?;
    let language = StarterLanguage::ALL.into_iter().find(|language| language.tag() == tag)?;
    (!key.contains(' ')).then_some((key, language))
}

/// What a file of a new site says in nynorsk; its folders are those of the site.
fn nynorsk(to: &str, path: &str) -> Option<&'static str> {
    NYNORSK.get_file(format!("{to}/{path}"))?.contents_utf8()
}

/// The files of a folder and those below it, by path.
pub(super) fn texts(folder: &Dir<'static>) -> Vec<(String, &'static str)> {
    let mut files = Vec::new();
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => files.extend(texts(inner)),
            DirEntry::File(inner) => {
                let path = inner.path().to_string_lossy().replace('\\', "/");
                files.extend(inner.contents_utf8().map(|text| (path, text)));
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::super::{GROUP, TEMPLATE};
    use super::*;

    use StarterLanguage::{Bokmal, English, Nynorsk};

    fn lines_in(text: &str, asked: StarterLanguage) -> Vec<(&str, &str)> {
        let in_it = |line: &str| language_line(line).is_some_and(|(_, language)| language == asked);
        keyed(text).filter(|(_, line)| in_it(line)).filter_map(|(key, _)| key).collect()
    }

    #[test]
    fn every_text_of_the_starter_is_there_in_nynorsk_and_no_other() {
        let mut wanted = Vec::new();
        for (folder, to) in [(&GROUP, "content/group"), (&TEMPLATE, "content/clinics/_template")] {
            for (path, text) in texts(folder) {
                // A new site writes its own.
                if path == "about.toml" {
                    continue;
                }
                if let Some(clause) = path.strip_suffix(".nb.md") {
                    wanted.push(format!("{to}/{clause}.nn.md"));
                } else if !lines_in(text, Bokmal).is_empty() {
                    let there = nynorsk(to, &path).unwrap_or_default();
                    assert_eq!(lines_in(there, Nynorsk), lines_in(text, Bokmal), "{path}");
                    wanted.push(format!("{to}/{path}"));
                }
            }
        }
        wanted.sort();
        let mut there: Vec<String> = texts(&NYNORSK).into_iter().map(|(path, _)| path).collect();
        there.sort();
        assert_eq!(there, wanted);
    }

    #[test]
    fn a_clause_has_its_front_matter_in_the_first_language() {
        let text = |languages: &[StarterLanguage], tag| {
            let path = format!("content/group/clauses/complaint.{tag}.md");
            let mut files = carried(&GROUP, "content/group", languages).into_iter();
            files.find(|file| file.path == path).map(|file| file.text)
        };
        let has_front_matter = |text: Option<String>| text.map(|text| text.starts_with("+++\n"));
        assert_eq!(has_front_matter(text(&[Nynorsk, Bokmal], "nn")), Some(true));
        assert_eq!(has_front_matter(text(&[Nynorsk, Bokmal], "nb")), Some(false));
        assert_eq!(has_front_matter(text(&[Bokmal, Nynorsk], "nn")), Some(false));
        assert_eq!(text(&[Nynorsk, English], "nb"), None);
        let shipped = GROUP.get_file("clauses/complaint.nb.md").and_then(|file| file.contents_utf8());
        assert_eq!(text(&[Bokmal, English], "nb").as_deref(), shipped);
    }

    #[test]
    fn a_line_says_its_language() {
        let check = |line, expected| assert_eq!(language_line(line), expected, "{line}");
        check("title.nb = \"a\"\n", Some(("title", Bokmal)));
        check("dpo.none_because.en = \"a\"", Some(("dpo.none_because", English)));
        check("# what_for.nn = \"a\"", Some(("what_for", Nynorsk)));
        check("# Navnet: name.nb = \"a\" og name.en = \"b\".", None);
        check("url = \"https://a.nb = b\"", None);
        check("number = 1", None);
    }
}
