//! `_headers` and `_redirects`, held to the grammar and the limits that Netlify and Cloudflare Pages publish.
//! `.ci/run platforms` holds them to the parsers of both, too.

use std::collections::{BTreeMap, BTreeSet};

use crate::fixture::{build_in_memory, file, lines, shipped, site, with};

/// Headers that Netlify does not let a site set (docs.netlify.com/manage/routing/headers).
const FORBIDDEN: [&str; 9] = [
    "accept-ranges",
    "age",
    "allow",
    "connection",
    "content-length",
    "date",
    "location",
    "server",
    "set-cookie",
];

/// What is wrong with a `_headers`, of all that both platforms say of it.
fn faults_of_headers(text: &str) -> Vec<String> {
    let (mut faults, mut rules, mut names) = (Vec::new(), 0, BTreeSet::new());
    for line in text.lines() {
        let mut fault = |what: &str| faults.push(format!("{what}: {line}"));
        if line.chars().count() > 2000 {
            fault("too long");
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(header) = line.strip_prefix("  ") {
            let Some((name, value)) = header.split_once(": ") else {
                fault("no header");
                continue;
            };
            let is_token = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            let is_value =
                !value.trim().is_empty() && value.bytes().all(|byte| (b' '..=b'~').contains(&byte));
            if rules == 0 || !is_token || name.is_empty() || !is_value {
                fault("no header");
            }
            if FORBIDDEN.contains(&name.to_lowercase().as_str()) || !names.insert(name.to_lowercase()) {
                fault("forbidden, or twice");
            }
        } else {
            rules += 1;
            names.clear();
            if !line.starts_with('/') || line.contains(' ') || line.matches('*').count() > 1 {
                fault("no path");
            }
        }
    }
    if rules > 100 {
        faults.push(format!("{rules} rules"));
    }
    faults
}

/// The same of a `_redirects`, whose targets must be files of the site.
fn faults_of_redirects(text: &str, has: &dyn Fn(&str) -> bool) -> Vec<String> {
    let (mut faults, mut fixed, mut dynamic, mut seen) = (Vec::new(), 0, 0, BTreeSet::new());
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut fault = |what: &str| faults.push(format!("{what}: {line}"));
        let [from, to, status] = line.split(' ').collect::<Vec<_>>()[..] else {
            fault("not three parts");
            continue;
        };
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~%".contains(&byte);
        let plain = from.strip_suffix("/*").unwrap_or(from);
        if !plain.starts_with('/') || plain.starts_with("//") || !plain.bytes().all(is_letter) {
            fault("no path");
        }
        if percent_encoding::percent_decode_str(plain).decode_utf8().is_err() || plain.ends_with('%') {
            fault("badly encoded");
        }
        match (from.ends_with("/*"), status) {
            (false, "301") => fixed += 1,
            (true, "404") => dynamic += 1,
            _ => fault("another kind"),
        }
        if dynamic > 0 && !from.ends_with("/*") {
            fault("fixed after dynamic");
        }
        let page = if to.ends_with('/') { format!("{to}index.html") } else { to.to_owned() };
        if !has(page.trim_start_matches('/')) {
            fault("to no page");
        }
        if line.chars().count() > 1000 || !seen.insert(from) {
            fault("too long, or twice");
        }
    }
    if fixed > 2000 || dynamic > 100 {
        faults.push(format!("{fixed} fixed, {dynamic} dynamic"));
    }
    faults
}

fn check(files: &BTreeMap<String, Vec<u8>>) -> (Vec<String>, usize) {
    let (mut faults, mut count) = (Vec::new(), 0);
    for (path, bytes) in files {
        let Some((brand, name)) = path.split_once('/') else { continue };
        let text = || String::from_utf8(bytes.clone()).unwrap();
        let found = match name {
            "_headers" => faults_of_headers(&text()),
            "_redirects" => {
                faults_of_redirects(&text(), &|page| files.contains_key(&format!("{brand}/{page}")))
            }
            _ => continue,
        };
        count += 1;
        faults.extend(found.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    (faults, count)
}

#[test]
fn what_is_written_for_the_platforms_is_what_they_read() {
    let odd = with(
        &site("nordlys"),
        vec![file(
            "content/brands/nordlys-oslo.toml",
            "name = \"Nordlys Oslo\"\ndomain = \"nordlys-oslo.example\"\nclinics = [\"nordlys-oslo\"]\n\n[redirects]\n\
             \"/om oss/pers*vern:å.aspx\" = \"doc:privacy\"\n\"/a%20b/%C3%A6\" = \"/\"\n\"/?p=1107\" = \"/\"\n\
             \"/x/:y/~z\" = \"/\"\n\"/#a\" = \"/\"\n",
        )],
    );
    let mut all = 0;
    for tree in [shipped(), site("nordlys"), site("fjord"), site("nordic"), odd] {
        let (faults, count) = check(&build_in_memory(&tree).0);
        assert_eq!(faults, Vec::<String>::new());
        all += count;
    }
    assert!(all >= 30, "{all}");
    let files = build_in_memory(&site("fjord")).0;
    assert_eq!(files["sorpollen/CNAME"], b"xn--srpollen-54a.example\n");
    assert_eq!(files["sorpollen/.nojekyll"], b"");
}

#[test]
fn more_or_longer_redirects_than_a_platform_takes_are_told() {
    let build = |redirects: &str| {
        let text = format!(
            "name = \"Nordlys Oslo\"\ndomain = \"nordlys-oslo.example\"\nclinics = [\"nordlys-oslo\"]\n\n[redirects]\n{redirects}"
        );
        let tree = with(&site("nordlys"), vec![file("content/brands/nordlys-oslo.toml", text)]);
        let (files, findings) = build_in_memory(&tree);
        let found = lines(&findings, &tree);
        (check(&files).0.len(), found.matches("platform-limit").count(), found)
    };
    let many = |count: usize| {
        let lines: Vec<String> = (0..count).map(|at| format!("\"/side-{at}\" = \"/\"\n")).collect();
        lines.concat()
    };
    assert_eq!(build(&many(2000)).0, 0);
    assert_eq!(build(&many(2000)).1, 0);
    let (faults, told, found) = build(&many(2001));
    assert_eq!((faults, told), (1, 1), "{found}");
    // The line of the first that is passed over.
    assert!(
        found.contains("nordlys-oslo.toml:2006:1: warning[platform-limit]: 2001 old addresses"),
        "{found}"
    );

    let long = |letters: usize| format!("\"/{}\" = \"/\"\n", "å".repeat(letters));
    // `/` and 6 characters a letter, ` / 301`.
    assert_eq!(build(&long(165)).1, 0);
    let (faults, told, found) = build(&long(166));
    assert_eq!((faults, told), (1, 1), "{found}");
    assert!(
        found.contains("nordlys-oslo.toml:6:1: warning[platform-limit]: the redirect takes 1003"),
        "{found}"
    );
}
