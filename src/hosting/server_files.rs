//! The files for servers: those of each brand in its own folder, and those of the whole below `_hosting/`.

use std::sync::LazyLock;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use tera::{Context, Tera};

use super::hosted_site::{HostedBrand, Scheme, headers_of};
use super::raw_address::{SitePatterns, in_request, pattern};
use super::timer::timer_files;
use super::{Caching, ContentType, HTML, Header};
use crate::model::{HostPaths, OldAddress};

/// The templates, by the names by which they include one another.
const TEMPLATES: [(&str, &str); 15] = [
    ("HANDOVER.txt", include_str!("servers/HANDOVER.txt")),
    ("HOSTING.txt", include_str!("servers/HOSTING.txt")),
    ("apache/all.conf", include_str!("servers/apache/all.conf")),
    ("apache/brand.conf", include_str!("servers/apache/brand.conf")),
    ("apache/brand.location", include_str!("servers/apache/brand.location")),
    ("apache/htaccess", include_str!("servers/apache/htaccess")),
    ("apache/rules", include_str!("servers/apache/rules")),
    ("caddy/all.caddy", include_str!("servers/caddy/all.caddy")),
    ("caddy/brand.caddy", include_str!("servers/caddy/brand.caddy")),
    ("caddy/brand.location", include_str!("servers/caddy/brand.location")),
    ("nginx/all.conf", include_str!("servers/nginx/all.conf")),
    ("nginx/brand.conf", include_str!("servers/nginx/brand.conf")),
    ("nginx/brand.location", include_str!("servers/nginx/brand.location")),
    ("platforms/_headers", include_str!("servers/platforms/_headers")),
    ("platforms/_redirects", include_str!("servers/platforms/_redirects")),
];

static SERVERS: LazyLock<Tera> = LazyLock::new(|| {
    let mut tera = Tera::default();
    // The values are checked when the content is read: none has a letter that means something to a server.
    tera.autoescape_on(Vec::<&str>::new());
    tera.add_raw_templates(TEMPLATES).expect("the program's own templates are well formed");
    tera
});

/// What percent-encoding leaves of a path.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What the templates of one brand see.
#[derive(Serialize)]
struct BrandServer<'b> {
    id: &'b str,
    /// The id as a part of a variable's name.
    name: String,
    domain: &'b str,
    /// Empty, or `/personvern`.
    base: &'b str,
    /// What belongs at the root of the host, if that is another site's.
    for_root: Vec<&'b str>,
    plain: String,
    hashed: String,
    for_hosts: String,
    plain_in_request: String,
    for_hosts_in_request: String,
    hosts: Vec<&'b str>,
    other_hosts: &'b [String],
    not_found_in: &'b [String],
    moved: Vec<MovedAddress<'b>>,
}

/// An address that leads to another page.
#[derive(Serialize)]
struct MovedAddress<'b> {
    from: String,
    encoded: String,
    has_parameters: bool,
    pattern: String,
    in_request: String,
    to: &'b str,
}

/// What all templates see.
#[derive(Serialize)]
struct AllServers {
    root: String,
    certificates: String,
    challenges: String,
    headers: Vec<ShownHeader>,
    headers_in_the_clear: Vec<ShownHeader>,
    types: Vec<MediaType>,
    html: &'static str,
    revalidated: &'static str,
    immutable: &'static str,
}

#[derive(Serialize)]
struct ShownHeader {
    name: &'static str,
    value: String,
}

#[derive(Serialize)]
struct MediaType {
    ending: &'static str,
    media: &'static str,
}

/// The files for servers in a brand's own folder, each with its path there.
#[must_use]
pub fn brand_files(brand: &HostedBrand) -> Vec<(&'static str, String)> {
    static SHARED: LazyLock<Context> = LazyLock::new(|| shared(&HostPaths::default()));
    let context = context(&SHARED, brand);
    let mut files = vec![(".htaccess", text("apache/htaccess", &context))];
    // Those have whole hosts, and read these at their roots alone.
    if brand.base.is_root() {
        // Without the second, GitHub Pages leaves out what begins with a point or an underscore.
        files.push(("CNAME", format!("{}\n", brand.domain.ascii())));
        files.push((".nojekyll", String::new()));
        files.push(("_headers", text("platforms/_headers", &context)));
        files.push(("_redirects", text("platforms/_redirects", &context)));
    }
    files
}

/// The files below `_hosting/`: for each server one of each brand alone, and one that includes all of them.
#[derive(Debug)]
pub struct HostingFiles {
    /// What all templates see, the same for every brand.
    shared: Context,
}

impl HostingFiles {
    /// Those of a host with these paths.
    #[must_use]
    pub fn new(paths: &HostPaths) -> Self {
        Self { shared: shared(paths) }
    }

    /// The files of one brand, each with its path below the output folder.
    #[must_use]
    pub fn of_brand(&self, brand: &HostedBrand) -> Vec<(String, String)> {
        let (id, context) = (&brand.id, context(&self.shared, brand));
        if brand.base.is_root() {
            return vec![
                (format!("_hosting/nginx/{id}.conf"), text("nginx/brand.conf", &context)),
                (format!("_hosting/apache/{id}.conf"), text("apache/brand.conf", &context)),
                (format!("_hosting/caddy/{id}.caddy"), text("caddy/brand.caddy", &context)),
            ];
        }
        // With another ending: what includes all servers does not include a part of one.
        let locations = ["nginx", "apache", "caddy"].map(|server| {
            let template = format!("{server}/brand.location");
            (format!("_hosting/{server}/{id}.location"), text(&template, &context))
        });
        let for_root = brand.for_root.iter();
        let for_root = for_root.map(|(path, text)| (format!("_hosting/root/{id}/{path}"), text.clone()));
        locations.into_iter().chain(for_root).collect()
    }

    /// The files that are for all brands together, each with its path below the output folder.
    #[must_use]
    pub fn of_all(&self, brands: &[&HostedBrand]) -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> =
            timer_files().map(|(path, text)| (path.to_owned(), text.to_owned())).into();
        // What is said of all takes the first with a server of its own as its example.
        let Some(first) = brands.iter().find(|brand| brand.base.is_root()).or(brands.first()) else {
            return files;
        };
        let mut context = context(&self.shared, first);
        context.insert("brands", &brands.iter().map(|brand| BrandServer::of(brand)).collect::<Vec<_>>());
        for (path, template) in [
            ("_hosting/nginx.conf", "nginx/all.conf"),
            ("_hosting/apache.conf", "apache/all.conf"),
            ("_hosting/Caddyfile", "caddy/all.caddy"),
            ("_hosting/HOSTING.txt", "HOSTING.txt"),
        ] {
            // A server for hosts that are nobody's has its place beside servers of ours alone.
            if first.base.is_root() || template == "HOSTING.txt" {
                files.push((path.to_owned(), text(template, &context)));
            }
        }
        files
    }
}

/// The page for a host that gets all these brands in an archive, in which they are in the folder `name`.
#[must_use]
pub fn handover(paths: &HostPaths, brands: &[&HostedBrand], name: &str) -> String {
    let mut context = shared(paths);
    let root = paths.root.to_string();
    let (parent, link) = root.rsplit_once('/').unwrap_or(("", &root));
    context.insert("parent", if parent.is_empty() { "/" } else { parent });
    context.insert("link", link);
    context.insert("name", name);
    context.insert("brands", &brands.iter().map(|brand| BrandServer::of(brand)).collect::<Vec<_>>());
    text("HANDOVER.txt", &context)
}

fn shared(paths: &HostPaths) -> Context {
    Context::from_serialize(&AllServers::of(paths)).expect("it is made of texts")
}

fn context(shared: &Context, brand: &HostedBrand) -> Context {
    let mut context = shared.clone();
    context.extend(Context::from_serialize(&BrandServer::of(brand)).expect("it is made of texts"));
    context
}

fn text(template: &str, context: &Context) -> String {
    SERVERS.render(template, context).expect("the program's own templates know their values")
}

impl<'b> BrandServer<'b> {
    fn of(brand: &'b HostedBrand) -> Self {
        let SitePatterns { plain, hashed, for_hosts } = SitePatterns::below(&brand.base);
        Self {
            id: brand.id.as_str(),
            name: brand.id.as_str().replace('-', "_"),
            domain: brand.domain.ascii(),
            base: brand.base.as_str(),
            for_root: brand.addresses.for_root.iter().map(String::as_str).collect(),
            plain_in_request: in_request(&plain),
            for_hosts_in_request: in_request(&for_hosts),
            plain,
            hashed,
            for_hosts,
            hosts: brand.hosts().collect(),
            other_hosts: &brand.other_hosts,
            not_found_in: &brand.not_found_in,
            moved: brand.moved.iter().map(|(from, to)| MovedAddress::new(from, to)).collect(),
        }
    }
}

impl<'b> MovedAddress<'b> {
    fn new(from: &OldAddress, to: &'b str) -> Self {
        let pattern = pattern(from);
        Self {
            from: from.to_string(),
            encoded: encoded(from.path()),
            has_parameters: !from.parameters().is_empty(),
            in_request: in_request(&pattern),
            pattern,
            to,
        }
    }
}

/// A path as `_redirects` has it.
#[must_use]
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, IN_PATH).to_string()
}

impl AllServers {
    fn of(paths: &HostPaths) -> Self {
        let shown = |Header { name, value }: Header| ShownHeader { name, value };
        let headers = |scheme| headers_of(scheme).into_iter().map(shown).collect();
        let types = ContentType::by_ending();
        Self {
            root: paths.root.to_string(),
            certificates: paths.certificates.to_string(),
            challenges: paths.challenges.to_string(),
            headers: headers(Scheme::Https),
            headers_in_the_clear: headers(Scheme::Http),
            types: types.map(|(ending, media)| MediaType { ending, media: media.as_str() }).collect(),
            html: HTML.as_str(),
            revalidated: Caching::Revalidated.as_str(),
            immutable: Caching::Immutable.as_str(),
        }
    }
}
