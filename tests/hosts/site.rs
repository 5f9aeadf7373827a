use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use felles::emit::{BuildFacts, Staging, StagingOptions};
use felles::hosting::HostedBrand;
use felles::model::OutputPath;
use felles::pipeline::{BuildOptions, MemorySink, Sink, build, fingerprint};
use felles::source::disk::read_site;
use jiff::civil::date;
use tempfile::TempDir;
use walkdir::WalkDir;

/// The repository's own site as it lies on a host, with old addresses, and a certificate for each of its hosts.
pub(crate) struct Site {
    folder: TempDir,
    pub brands: Vec<Arc<HostedBrand>>,
    /// By their paths below the folder of all brands.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Old addresses as people have them.
const REDIRECTS: &str = r#"
[redirects]
"/personvernerklæring" = "doc:privacy"
"/?p=1107" = "doc:cookies"
"/index.php?side=om oss&id=7" = "/en/"
"/Om%20oss/%C3%A5pent.aspx" = "/"
"/behandling/a%CC%8A/" = "clause:right-of-access"
"https://bontox.no/gammel.html" = "/en/"
"#;

/// A brand below a path of another site, and its old addresses there.
const BELOW: (&str, &str) = ("dermamedispa.example", "dermamedispa.example/om-oss/personvern");
const BELOW_REDIRECTS: &str = r#"
[redirects]
"/om-oss/personvern/åpningstider" = "doc:privacy"
"/om-oss/personvern?p=7" = "/om-oss/personvern/en/"
"#;

/// What others look for at the roots of sites, byte by byte.
const STATIC_FILES: [(&str, &[u8]); 7] = [
    ("bontox/google1a2b3c4d.html", b"google-site-verification: google1a2b3c4d.html\r\n"),
    ("bontox/.well-known/apple-app-site-association", b"{ \"applinks\": {} }"),
    ("bontox/BingSiteAuth.xml", b"<?xml version=\"1.0\"?><users><user>A1</user></users>"),
    ("bontox/campaign/2026/index.html", b"<!doctype html><title>x</title><p>x</p>"),
    ("bontox/token", b"\0\xff"),
    ("dermamedispa/token.txt", b"a\n"),
    ("dermamedispa/folder/token", b"a\n"),
];

/// The certificate of who issued the others.
const AUTHORITY: &str = "authority.pem";

/// What the other site answers, which has the host of that brand.
pub(crate) const OTHER_SITE: &str = "the other site";

impl Site {
    pub(crate) fn build() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let source = folder.path().join("source");
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        for part in ["content", "themes", "site.toml"] {
            copy(&repository.join(part), &source.join(part));
        }
        add(&source.join("content/brands/bontox.toml"), REDIRECTS);
        let below = source.join("content/brands/dermamedispa.toml");
        add(&below, BELOW_REDIRECTS);
        replace(&below, BELOW);
        for (path, text) in STATIC_FILES {
            write(&source.join("content/static").join(path), text);
        }
        // A document in a folder of a folder, of which the outer one has no page.
        let policy = source.join("content/group/policy.toml");
        replace(&policy, ("nb = \"informasjonskapsler\"", "nb = \"om/informasjonskapsler\""));
        let root = folder.path().display();
        add(
            &source.join("site.toml"),
            &format!(
                "\n[hosting]\nroot = \"{root}/public\"\ncertificates = \"{root}/certificates\"\n\
                 challenges = \"{root}/challenges\"\n"
            ),
        );
        let sink = MemorySink::new();
        let tree = read_site(&source).expect("the site can be read");
        let outcome = build(&tree, BuildOptions { date: date(2026, 11, 21) }, &sink);
        assert_eq!(outcome.findings, [], "the site is without faults");
        let files = sink.into_files().into_iter();
        let files: BTreeMap<String, Vec<u8>> =
            files.map(|(path, bytes): (OutputPath, _)| (path.to_string(), bytes)).collect();
        let options =
            StagingOptions { source_root: source.clone(), allow_shrinking: false, allow_deleting: false };
        let staging = Staging::open(&folder.path().join("public"), options).expect("the folder is ours");
        for (path, bytes) in &files {
            staging.accept(&OutputPath::parse(path).expect("it is one"), bytes);
        }
        let facts = BuildFacts {
            date: date(2026, 11, 21),
            fingerprint: fingerprint(&tree),
            allowed_stale: Vec::new(),
        };
        staging.finish(facts).expect("it can be published");
        write(&folder.path().join("challenges/.well-known/acme-challenge/token"), b"the answer");
        let brands: Vec<Arc<HostedBrand>> = outcome.brands.into_iter().map(|brand| brand.hosted).collect();
        let site = Self { folder, brands, files };
        site.make_certificates();
        site
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn certificates(&self, host: &str) -> PathBuf {
        self.folder().join("certificates").join(host)
    }

    /// The certificate of the authority.
    pub(crate) fn authority(&self) -> PathBuf {
        self.certificates("own").join(AUTHORITY)
    }

    /// A file for hosts.
    pub(crate) fn host_file(&self, path: &str) -> String {
        fs::read_to_string(self.folder().join("public/_hosting").join(path)).expect("it is written")
    }

    pub(crate) fn file(&self, brand: &HostedBrand, path: &str) -> Option<&Vec<u8>> {
        self.files.get(&format!("{}/{path}", brand.id))
    }

    /// The folder of a brand's host on shared hosting: its own, or one that has it below a path.
    pub(crate) fn htaccess_root(&self, brand: &HostedBrand) -> PathBuf {
        let own = self.folder().join("public").join(brand.id.as_str());
        let Some(base) = brand.base.as_str().strip_prefix('/') else { return own };
        let root = self.folder().join("shared").join(brand.id.as_str());
        let below = root.join(base);
        if !below.is_symlink() {
            fs::create_dir_all(below.parent().expect("it is in a folder")).expect("a folder can be made");
            std::os::unix::fs::symlink(own, &below).expect("a link can be made");
        }
        root
    }

    fn make_certificates(&self) {
        let own = self.certificates("own");
        fs::create_dir_all(&own).expect("a folder can be made");
        let openssl = |arguments: &[&str]| {
            let made = Command::new("openssl").args(arguments).current_dir(&own).output();
            let made = made.expect("openssl is installed");
            assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        };
        // An authority of its own, as those that browsers believe are.
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
        let authority =
            ["-days", "90", "-subj", "/CN=authority", "-keyout", "authority.key", "-out", AUTHORITY];
        openssl(&[["req", "-x509"].as_slice(), &key, &authority].concat());
        let request = ["-subj", "/CN=felles.test", "-keyout", "privkey.pem", "-out", "request.pem"];
        openssl(&[["req"].as_slice(), &key, &request].concat());
        let hosts = self.brands.iter().flat_map(|brand| brand.hosts());
        let names: Vec<String> = hosts.map(|host| format!("DNS:{host}")).collect();
        write(&own.join("names"), format!("subjectAltName={}\n", names.join(",")).as_bytes());
        openssl(
            &[
                ["x509", "-req", "-in", "request.pem", "-CA", AUTHORITY, "-CAkey", "authority.key"]
                    .as_slice(),
                &["-CAcreateserial", "-days", "60", "-extfile", "names", "-out", "fullchain.pem"],
            ]
            .concat(),
        );
        for brand in &self.brands {
            copy(&own, &self.certificates(brand.domain.ascii()));
        }
    }
}

fn replace(path: &Path, (from, to): (&str, &str)) {
    let before = fs::read_to_string(path).expect("the file is there");
    assert!(before.contains(from), "{from}");
    fs::write(path, before.replace(from, to)).expect("the file can be written");
}

fn add(path: &Path, text: &str) {
    let before = fs::read_to_string(path).expect("the file is there");
    fs::write(path, before + text).expect("the file can be written");
}

pub(crate) fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
    fs::write(path, bytes).expect("a file can be written");
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from).into_iter().map(|entry| entry.expect("it can be read")) {
        let below = entry.path().strip_prefix(from).expect("it is below");
        if entry.file_type().is_file() {
            let target = if below.as_os_str().is_empty() { to.to_owned() } else { to.join(below) };
            write(&target, &fs::read(entry.path()).expect("it can be read"));
        }
    }
}
