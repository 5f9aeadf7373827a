//! The same group as one Hugo site, in Hugo's best case: one run makes all clinics' pages, and its templates merge the overrides.
//!
//! It is made from the felles repository that it is measured beside, with the tables that felles shows, and without what felles alone does:
//! no checks, no data for machines, no calendar.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where Hugo is: the program that the environment variable `HUGO` names, or the one on the path; None if neither answers.
pub(crate) fn find() -> Option<PathBuf> {
    let named = std::env::var_os("HUGO").map(PathBuf::from);
    let hugo = named.unwrap_or_else(|| PathBuf::from("hugo"));
    let mut version = Command::new(&hugo);
    let answers = version.arg("version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    answers.is_ok_and(|status| status.success()).then_some(hugo)
}

/// The command that builds the project at `root` into `output`.
pub(crate) fn build(hugo: &Path, root: &Path, output: &Path) -> Command {
    let mut command = Command::new(hugo);
    command.arg("--quiet").arg("--source").arg(root).arg("--destination").arg(output);
    command
}

/// Writes the project of the felles repository at `felles` into `root`.
pub(crate) fn write(felles: &Path, root: &Path) -> io::Result<()> {
    let put = |path: &str, text: &str| {
        let path = root.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)
    };
    for (path, text) in PROJECT {
        put(path, text)?;
    }
    let group = felles.join("content/group");
    for table in ["processors", "purposes", "retention", "laws"] {
        put(&format!("data/group/{table}.toml"), &fs::read_to_string(group.join(format!("{table}.toml")))?)?;
    }
    put(
        "data/group/notice.toml",
        &as_data("notice", &fs::read_to_string(group.join("notices/shared.nb.md"))?),
    )?;
    for (index, clause) in (0..).map_while(|index| {
        let file = group.join(format!("clauses/clause-{index}.nb.md"));
        fs::read_to_string(file).ok().map(|text| (index, text))
    }) {
        let (title, body) = parted(&clause);
        let front =
            format!("+++\ntitle = \"{title}\"\nweight = {}\nslug = \"clause-{index}\"\n+++\n", index + 1);
        put(&format!("content/clauses/clause-{index}.md"), &(front + &body))?;
    }
    for entry in fs::read_dir(felles.join("content/clinics"))? {
        let folder = entry?.path();
        let id = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = |name: &str| fs::read_to_string(folder.join(name));
        let mut data = format!("domain = \"{id}.example\"\n");
        for name in ["clinic.toml", "entities.toml", "contacts.toml", "hours.toml"] {
            data.push_str(&file(name)?);
        }
        data.push_str(&as_data("notice", &file("notices/own.nb.md")?));
        for clause in fs::read_dir(folder.join("clauses"))? {
            let clause = clause?.path();
            let stem =
                clause.file_name().and_then(|name| name.to_str()).and_then(|name| name.split('.').next());
            data.push_str(&as_data(
                &format!("clauses.{}", stem.unwrap_or_default()),
                &fs::read_to_string(&clause)?,
            ));
        }
        put(&format!("data/clinics/{id}.toml"), &data)?;
    }
    Ok(())
}

/// A text as a table of data: its title and its Markdown.
fn as_data(table: &str, text: &str) -> String {
    let (title, body) = parted(text);
    format!("[{table}]\ntitle = \"{title}\"\nbody = '''\n{body}'''\n")
}

/// The title and the text of a Markdown file, with marks for what differs from clinic to clinic.
fn parted(text: &str) -> (String, String) {
    let body =
        text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n")).map_or(text, |(_, body)| body);
    let (title, body) = body.trim_start().split_once('\n').unwrap_or((body, ""));
    let body = body
        .replace("{{ clinic.name }}", "@@name@@")
        .replace("{{ contacts.privacy.email }}", "@@email@@")
        .replace("(clause:", "(#");
    (title.trim_start_matches('#').trim().to_owned(), body)
}

const PROJECT: [(&str, &str); 14] = [
    (
        "hugo.toml",
        "baseURL = \"https://group.example/\"\ntitle = \"Gruppen\"\nlanguageCode = \"nb\"\n\
         disableKinds = [\"home\", \"section\", \"taxonomy\", \"term\", \"rss\", \"sitemap\", \"robotsTXT\", \"404\"]\n\
         [outputFormats.map]\nmediaType = \"application/xml\"\nbaseName = \"sitemap\"\n\
         [outputFormats.robots]\nmediaType = \"text/plain\"\nbaseName = \"robots\"\nisPlainText = true\n",
    ),
    (
        "content/_content.gotmpl",
        "{{ range $id, $clinic := hugo.Data.clinics }}\
         {{ $.AddPage (dict \"path\" (printf \"%s/front\" $id) \"url\" (printf \"/%s/\" $id) \"title\" $clinic.name \"type\" \"clinic\" \"layout\" \"front\" \
         \"outputs\" (slice \"html\" \"map\" \"robots\") \"params\" (dict \"clinic\" $id)) }}\
         {{ $.AddPage (dict \"path\" (printf \"%s/personvern\" $id) \"url\" (printf \"/%s/personvern/\" $id) \"title\" \"Personvernerklæring\" \"type\" \"clinic\" \
         \"layout\" \"statement\" \"params\" (dict \"clinic\" $id)) }}\
         {{ $.AddPage (dict \"path\" (printf \"%s/missing\" $id) \"url\" (printf \"/%s/404.html\" $id) \"title\" \"Siden finnes ikke\" \"type\" \"clinic\" \
         \"layout\" \"missing\" \"params\" (dict \"clinic\" $id)) }}{{ end }}\n",
    ),
    (
        "content/clauses/_index.md",
        "+++\ntitle = \"Avsnitt\"\n[build]\nrender = \"never\"\n[[cascade]]\n[cascade.build]\nrender = \"never\"\nlist = \"local\"\n+++\n",
    ),
    (
        "layouts/baseof.html",
        "{{- $clinic := index hugo.Data.clinics .Params.clinic -}}\n<!doctype html>\n<html lang=\"nb\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{{ .Title }} – {{ $clinic.name }}</title>\n<link rel=\"canonical\" href=\"https://{{ $clinic.domain }}/\">\n\
         <link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n<header><a href=\"/\">{{ $clinic.name }}</a> \
         <nav><a href=\"/personvern/\">Personvern</a></nav></header>\n<main>\n<h1>{{ .Title }}</h1>\n{{ block \"main\" . }}{{ end }}</main>\n\
         <footer>{{ $clinic.entities.company.name }}, {{ $clinic.entities.company.number }}</footer>\n</body>\n</html>\n",
    ),
    (
        "layouts/clinic/front.html",
        "{{ define \"main\" }}{{ $clinic := index hugo.Data.clinics .Params.clinic }}{{ partial \"notices.html\" $clinic }}\
         {{ partial \"contacts.html\" $clinic }}{{ partial \"hours.html\" $clinic }}\
         {{ (resources.Get \"style.css\" | resources.Copy (printf \"%s/style.css\" .Params.clinic)).Publish }}{{ end }}\n",
    ),
    (
        "layouts/clinic/statement.html",
        "{{ define \"main\" }}{{ $clinic := index hugo.Data.clinics .Params.clinic }}{{ $own := $clinic.clauses }}\
         {{ $name := $clinic.name }}{{ $email := $clinic.contacts.privacy.email }}{{ $clauses := (site.GetPage \"/clauses\").Pages }}\
         {{ partial \"notices.html\" $clinic }}<ol>{{ range $clauses }}{{ $k := index $own .Slug }}<li><a href=\"#{{ .Slug }}\">\
         {{ if $k }}{{ $k.title }}{{ else }}{{ .Title }}{{ end }}</a></li>\n{{ end }}</ol>\n\
         {{ range $clauses }}{{ $k := index $own .Slug }}<section id=\"{{ .Slug }}\">\n\
         {{ if $k }}<h2>{{ $k.title }}</h2>\n{{ replace $k.body \"@@name@@\" $name | replaceRE \"@@email@@\" $email | markdownify }}\
         {{ else }}<h2>{{ .Title }}</h2>\n{{ replace .Content \"@@name@@\" $name | replaceRE \"@@email@@\" $email | safeHTML }}{{ end }}</section>\n{{ end }}\
         {{ partial \"contacts.html\" $clinic }}{{ partialCached \"tables.html\" . }}{{ partial \"hours.html\" $clinic }}{{ end }}\n",
    ),
    (
        "layouts/clinic/missing.html",
        "{{ define \"main\" }}<p><a href=\"/\">Til forsiden</a></p>\n{{ end }}\n",
    ),
    (
        "layouts/clinic/front.map.xml",
        "{{ $clinic := index hugo.Data.clinics .Params.clinic }}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\
         <url><loc>https://{{ $clinic.domain }}/</loc></url><url><loc>https://{{ $clinic.domain }}/personvern/</loc></url></urlset>\n",
    ),
    ("layouts/clinic/front.robots.txt", "User-agent: *\nAllow: /\n"),
    (
        "layouts/_partials/notices.html",
        "{{ range slice hugo.Data.group.notice.notice .notice }}<aside><h2>{{ .title }}</h2>{{ .body | markdownify }}</aside>\n{{ end }}",
    ),
    (
        "layouts/_partials/contacts.html",
        "{{ range $role, $contact := .contacts }}<section id=\"{{ $role }}\"><h2>{{ $contact.what_for }}</h2>\n<p><a href=\"mailto:{{ $contact.email }}\">\
         {{ $contact.email }}</a>, {{ $contact.phone }}</p>\n<address>{{ delimit $contact.visit.lines \", \" }}, {{ $contact.visit.postcode }} \
         {{ $contact.visit.town }}</address></section>\n{{ end }}",
    ),
    (
        "layouts/_partials/hours.html",
        "{{ $days := slice \"monday\" \"tuesday\" \"wednesday\" \"thursday\" \"friday\" \"saturday\" \"sunday\" }}{{ range slice .visit .phone }}{{ $week := . }}\
         <table>{{ range $days }}<tr><th>{{ . }}</th><td>{{ index $week . }}</td></tr>\n{{ end }}</table>\n{{ end }}",
    ),
    (
        "layouts/_partials/tables.html",
        "{{ $group := hugo.Data.group }}<table>{{ range $group.processors.processors }}<tr><th>{{ .name }}</th><td>{{ .what_for }}</td><td>{{ .data }}</td>\
         <td>{{ .country }}</td></tr>\n{{ end }}</table>\n<table>{{ range $group.purposes.purposes }}<tr><th>{{ .title }}</th><td>{{ .what_for }}</td>\
         <td>{{ .data }}</td><td>{{ .source }}</td><td>{{ range .recipients }}{{ (index $group.processors.processors .).name }}, {{ end }}</td></tr>\n\
         {{ end }}</table>\n<table>{{ range $group.retention.retention }}<tr><th>{{ .what }}</th><td>{{ .period }}</td><td>{{ .starts }}</td></tr>\n\
         {{ end }}</table>\n<table>{{ range $group.laws.laws }}<tr><th>{{ .title }}</th><td>{{ .number }}</td><td>{{ .governs }}</td></tr>\n\
         {{ end }}</table>\n",
    ),
    ("assets/style.css", include_str!("../../themes/base/static/style.css")),
];
