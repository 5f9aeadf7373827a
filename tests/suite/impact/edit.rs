use felles::source::SourceTree;

/// Numbers that are the same each time: Marsaglia's xorshift.
pub(super) struct Numbers(pub u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("it is below a size")
    }
}

/// One line of one file, written otherwise.
pub(super) struct Edit {
    pub path: String,
    /// The line, counted from one.
    pub line: usize,
    /// The whole file, after the edit.
    pub text: String,
    /// The line before and after.
    pub what: String,
}

impl Edit {
    /// An edit of what a reader may see, somewhere on the site.
    pub(super) fn random(tree: &SourceTree, numbers: &mut Numbers) -> Self {
        let is_meant = |path: &str| {
            let kind = path.rsplit('.').next().unwrap_or_default();
            let is_content = path.starts_with("content/") && path.matches('/').count() > 1;
            let is_other = path == "site.toml" || path.starts_with("themes/") && kind != "md";
            (is_content && !path.contains("_template") && !path.starts_with("content/rules/") || is_other)
                && matches!(kind, "toml" | "md")
        };
        let files: Vec<_> =
            tree.iter().map(|(_, file)| file).filter(|file| is_meant(file.path.as_str())).collect();
        loop {
            let file = files[numbers.below(files.len())];
            let lines: Vec<&str> = file.text.lines().collect();
            if lines.is_empty() {
                continue;
            }
            let index = numbers.below(lines.len());
            let is_text = file.path.as_str().rsplit('.').next() == Some("md");
            let front =
                if lines[0] == "+++" { lines.iter().skip(1).position(|line| *line == "+++") } else { None };
            let first = front.map_or(0, |last| last + 2);
            let edited = match is_text {
                true if index < first => None,
                true => other_word(lines[index], numbers),
                false => other_value(lines[index]),
            };
            let Some(edited) = edited.filter(|edited| edited != lines[index]) else { continue };
            let what = format!("`{}` → `{edited}`", lines[index]);
            let mut text: Vec<String> = lines.iter().map(ToString::to_string).collect();
            text[index] = edited;
            return Self { path: file.path.to_string(), line: index + 1, text: text.join("\n") + "\n", what };
        }
    }
}

/// The line with another word, if it has one in running text.
fn other_word(line: &str, numbers: &mut Numbers) -> Option<String> {
    if line.contains(['{', '[', '`', '<', '\\']) {
        return None;
    }
    let is_word = |word: &&str| word.chars().count() > 4 && word.chars().all(char::is_lowercase);
    let words: Vec<&str> = line.split(' ').filter(is_word).collect();
    let word = words.get(numbers.below(words.len().max(1)))?;
    Some(line.replacen(word, &format!("{word}ene"), 1))
}

/// The line with another value that is as good, if it has one of the kinds that this knows.
fn other_value(line: &str) -> Option<String> {
    let (key, value) = line.split_once(" = ")?;
    let key = key.trim();
    let name =
        key.strip_suffix(".nb").or_else(|| key.strip_suffix(".nn")).or_else(|| key.strip_suffix(".en"));
    let name = name.or_else(|| key.strip_suffix(".se")).unwrap_or(key);
    let written = |value: String| Some(format!("{key} = {value}"));
    let text =
        value.strip_prefix('"').and_then(|text| text.strip_suffix('"')).filter(|text| !text.contains('"'));
    match (name, text) {
        ("secure" | "vat" | "health" | "consent" | "public_source" | "attend" | "example", None) => {
            written(if value == "true" { "false" } else { "true" }.to_owned())
        }
        ("as_of", _) if value.contains("-15") => written(value.replace("-15", "-16")),
        ("expires", None) => written(value.replace("-0", "-1")),
        (
            "what_for"
            | "title"
            | "summary"
            | "data"
            | "whose"
            | "source"
            | "interest"
            | "must_give"
            | "automated"
            | "what"
            | "starts"
            | "event"
            | "criterion"
            | "governs"
            | "pending"
            | "meaning"
            | "label"
            | "applies_to"
            | "counted"
            | "note"
            | "representative"
            | "duration"
            | "set_by"
            | "what_is_new"
            | "arrangement_summary"
            | "security_measures"
            | "section"
            | "reason"
            | "name"
            | "dpo.none_because"
            | "none_because",
            Some(text),
        ) => written(format!("\"{text} til\"")),
        ("email" | "contact", Some(text)) if text.contains('@') => written(format!("\"x{text}\"")),
        ("url", Some(text)) => written(format!("\"{text}x\"")),
        ("country", Some(text)) => written(format!("\"{}\"", if text == "SE" { "DK" } else { "SE" })),
        ("phone", Some(text)) => {
            let (rest, last) = text.split_at(text.len().checked_sub(1)?);
            let other = if last == "1" { "2" } else { "1" };
            last.bytes().all(|digit| digit.is_ascii_digit()).then(|| format!("{key} = \"{rest}{other}\""))
        }
        ("period", Some(text)) => {
            let (count, unit) = text.split_once(' ')?;
            let count: u32 = count.parse().ok()?;
            written(format!(
                "\"{} {}\"",
                count + 1,
                if unit.ends_with('s') { unit.to_owned() } else { format!("{unit}s") }
            ))
        }
        ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "hours", Some(text)) => match text {
            "closed" => written("\"by appointment\"".to_owned()),
            _ if text.ends_with("30") => written(format!("\"{}35\"", text.strip_suffix("30")?)),
            _ if text.ends_with("00") => written(format!("\"{}05\"", text.strip_suffix("00")?)),
            _ => None,
        },
        ("domain", Some(text)) => written(format!("\"x{text}\"")),
        ("primary", Some(text)) => {
            let (rest, last) = text.split_at(text.len().checked_sub(1)?);
            written(format!("\"{rest}{}\"", if last == "1" { "2" } else { "1" }))
        }
        ("front_title" | "not_found_title" | "language_name", Some(text)) => {
            written(format!("\"{text} til\""))
        }
        _ => None,
    }
}
