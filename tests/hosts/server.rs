use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::site::{OTHER_SITE, Site, write};

/// A deadline against a hang; nothing takes this long.
const LONG: Duration = Duration::from_mins(1);

/// One server starts at a time: a port that is free is one that nobody else is about to take.
static STARTING: Mutex<()> = Mutex::new(());

/// A running web server; it ends when it is dropped.
pub(crate) struct Server {
    child: Child,
    pub ports: Ports,
    /// Whether hosts that are nobody's get nothing: on shared hosting that is not the site's to decide.
    pub refuses_unknown_hosts: bool,
    /// Whether it sees to its certificates itself.
    pub answers_challenges_itself: bool,
    log: PathBuf,
}

/// Two free ports of this machine, in the place of 80 and 443.
#[derive(Clone, Copy)]
pub(crate) struct Ports {
    pub clear: u16,
    pub encrypted: u16,
}

impl Ports {
    fn free() -> Self {
        let free = || TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = |listener: &TcpListener| listener.local_addr().expect("it listens").port();
        let (clear, encrypted) = (free(), free());
        Self { clear: port(&clear), encrypted: port(&encrypted) }
    }
}

impl Server {
    /// Starts a server, and waits until it listens. A port that somebody else took meanwhile is another try.
    pub(crate) fn start(folder: &Path, name: &str, command: impl Fn(Ports) -> Command) -> Self {
        let _alone = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        let log = folder.join(format!("{name}.log"));
        for _ in 0..5 {
            let ports = Ports::free();
            let output = fs::File::create(&log).expect("a file can be made");
            let mut child = command(ports)
                .stdin(Stdio::null())
                .stdout(output.try_clone().expect("a file can be shared"))
                .stderr(output)
                .spawn()
                .unwrap_or_else(|error| panic!("{name} is installed: {error}"));
            let start = Instant::now();
            let listens = |port: u16| TcpStream::connect(("127.0.0.1", port)).is_ok();
            while start.elapsed() < LONG && child.try_wait().expect("it can be asked").is_none() {
                if listens(ports.clear) && listens(ports.encrypted) {
                    let answers_challenges_itself = name == "caddy";
                    return Self {
                        child,
                        ports,
                        refuses_unknown_hosts: true,
                        answers_challenges_itself,
                        log,
                    };
                }
            }
            drop(child.kill());
            drop(child.wait());
        }
        panic!("{name} does not start:\n{}", fs::read_to_string(&log).unwrap_or_default());
    }

    /// What it said last.
    pub(crate) fn log(&self) -> String {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(10)..].join("\n")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // In order, so that its workers end too; it may have ended by itself.
        let pid = self.child.id().to_string();
        drop(Command::new("kill").args(["-TERM", &pid]).status());
        drop(self.child.wait());
    }
}

pub(crate) fn nginx(site: &Site) -> Server {
    nginx_with(site, |settings| settings)
}

/// nginx with other settings than felles wrote.
pub(crate) fn nginx_with(site: &Site, change: fn(String) -> String) -> Server {
    let folder = site.folder().join("nginx");
    Server::start(site.folder(), "nginx", |ports| {
        let here = |text: &str| {
            let lines = text.lines().filter(|line| !line.contains("[::]"));
            let text: String = lines.flat_map(|line| [line, "\n"]).collect();
            let text = text.replace("listen 80", &format!("listen 127.0.0.1:{}", ports.clear));
            text.replace("listen 443", &format!("listen 127.0.0.1:{}", ports.encrypted))
        };
        let brands: Vec<String> = site
            .brands
            .iter()
            .map(|brand| {
                if brand.base.is_root() {
                    return here(&site.host_file(&format!("nginx/{}.conf", brand.id)));
                }
                let (domain, file) = (brand.domain.ascii(), format!("nginx/{}.location", brand.id));
                format!(
                    "server {{\nlisten 127.0.0.1:{} ssl http2;\nserver_name {domain};\n\
                     ssl_certificate {1}/fullchain.pem;\nssl_certificate_key {1}/privkey.pem;\n\
                     location / {{ return 404 \"{OTHER_SITE}\"; }}\n{2}}}\n",
                    ports.encrypted,
                    site.certificates(domain).display(),
                    site.host_file(&file),
                )
            })
            .collect();
        let all = here(&site.host_file("nginx.conf"));
        let include = format!("include {}/public/_hosting/nginx/*.conf;", site.folder().display());
        assert!(all.contains(&include), "{all}");
        let all = all.replacen(&format!("\n{include}"), &format!("\n{}", brands.concat()), 1);
        let temporary = |name: &str| format!("{name}_temp_path {}/{name};\n", folder.display());
        let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(temporary).concat();
        let main = format!(
            "daemon off;\npid {0}/pid;\nerror_log stderr;\nworker_processes 1;\nevents {{}}\n\
             http {{\naccess_log off;\nserver_names_hash_bucket_size 128;\n{places}{all}}}\n",
            folder.display()
        );
        write(&folder.join("nginx.conf"), change(main).as_bytes());
        let mut command = program("nginx");
        command.arg("-e").arg("stderr").arg("-p").arg(&folder).arg("-c").arg(folder.join("nginx.conf"));
        command
    })
}

pub(crate) fn apache(site: &Site) -> Server {
    Server::start(site.folder(), "apache", |ports| {
        let here = |text: &str| {
            let text = text.replace("*:80>", &format!("*:{}>", ports.clear));
            text.replace("*:443>", &format!("*:{}>", ports.encrypted))
        };
        let brands: Vec<String> = site
            .brands
            .iter()
            .map(|brand| {
                if brand.base.is_root() {
                    return here(&site.host_file(&format!("apache/{}.conf", brand.id)));
                }
                let part = site.host_file(&format!("apache/{}.location", brand.id));
                let domain = brand.domain.ascii();
                format!(
                    "<VirtualHost *:{}>\nServerName {domain}\nErrorDocument 404 \"{OTHER_SITE}\"\n{part}\
                     SSLEngine On\nSSLCertificateFile {1}/fullchain.pem\n\
                     SSLCertificateKeyFile {1}/privkey.pem\n</VirtualHost>\n",
                    ports.encrypted,
                    site.certificates(domain).display(),
                )
            })
            .collect();
        let include = format!("Include {}/public/_hosting/apache/*.conf", site.folder().display());
        let all = here(&site.host_file("apache.conf"));
        assert!(all.contains(&include), "{all}");
        apache_of(site, "apache", ports, &all.replace(&include, &brands.concat()))
    })
}

pub(crate) fn apache_with_htaccess(site: &Site) -> Server {
    let mut server = Server::start(site.folder(), "htaccess", |ports| {
        let hosts = site.brands.iter().map(|brand| {
            let aliases = brand.other_hosts.join(" ");
            let aliases =
                if aliases.is_empty() { String::new() } else { format!("ServerAlias {aliases}\n") };
            let folder = site.htaccess_root(brand);
            let own = format!(
                "ServerName {}\n{aliases}ErrorDocument 404 \"{OTHER_SITE}\"\nDocumentRoot {1}\n<Directory {1}>\nAllowOverride All\n\
                 Options FollowSymLinks\nRequire all granted\n</Directory>\n",
                brand.domain.ascii(),
                folder.display()
            );
            let certificate = site.certificates(brand.domain.ascii());
            let Ports { clear, encrypted } = ports;
            format!(
                "<VirtualHost *:{clear}>\n{own}</VirtualHost>\n<VirtualHost *:{encrypted}>\n{own}SSLEngine On\n\
                 SSLCertificateFile {0}/fullchain.pem\nSSLCertificateKeyFile {0}/privkey.pem\n</VirtualHost>\n",
                certificate.display()
            )
        });
        apache_of(site, "htaccess", ports, &hosts.collect::<String>())
    });
    server.refuses_unknown_hosts = false;
    server.answers_challenges_itself = true;
    server
}

fn apache_of(site: &Site, name: &str, ports: Ports, hosts: &str) -> Command {
    let folder = site.folder().join(name);
    let modules = [
        "mpm_event",
        "authz_core",
        "alias",
        "dir",
        "mime",
        "headers",
        "rewrite",
        "socache_shmcb",
        "ssl",
        "filter",
        "deflate",
    ];
    let load =
        |module: &&str| format!("LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n");
    let main = format!(
        "ServerRoot {0}\nDefaultRuntimeDir {0}\nPidFile {0}/pid\nMutex pthread\nErrorLog /dev/stderr\n\
         ServerName felles.test\nTypesConfig /dev/null\n{1}Listen 127.0.0.1:{2}\nListen 127.0.0.1:{3}\n{hosts}",
        folder.display(),
        modules.iter().map(load).collect::<String>(),
        ports.clear,
        ports.encrypted,
    );
    write(&folder.join("httpd.conf"), main.as_bytes());
    let mut command = program("apache2");
    command.arg("-f").arg(folder.join("httpd.conf")).arg("-DFOREGROUND");
    command
}

pub(crate) fn caddy(site: &Site) -> Server {
    let folder = site.folder().join("caddy");
    Server::start(site.folder(), "caddy", |ports| {
        let import = format!("import {}/public/_hosting/caddy/*.caddy", site.folder().display());
        let all = site.host_file("Caddyfile");
        assert!(all.contains(&import), "{all}");
        let options = format!(
            "{{\n    admin off\n    http_port {}\n    https_port {}\n    local_certs\n    skip_install_trust\n    \
             auto_https disable_redirects\n    default_bind 127.0.0.1\n    storage file_system {}\n}}\n",
            ports.clear,
            ports.encrypted,
            folder.display()
        );
        let below = site.brands.iter().filter(|brand| !brand.base.is_root()).map(|brand| {
            let public = site.folder().join("public");
            format!(
                "https://{} {{\n    import {}/_hosting/caddy/{}.location\n    respond \"{OTHER_SITE}\" 404\n}}\n",
                brand.domain.ascii(),
                public.display(),
                brand.id
            )
        });
        write(&folder.join("Caddyfile"), (options + &all + &below.collect::<String>()).as_bytes());
        let mut command = program("caddy");
        command.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
        command.env("HOME", &folder).env("XDG_DATA_HOME", &folder).env("XDG_CONFIG_HOME", &folder);
        command
    })
}

/// Debian keeps servers where a user's path does not lead.
pub(crate) fn program(name: &str) -> Command {
    let system = Path::new("/usr/sbin").join(name);
    Command::new(if system.exists() { system } else { name.into() })
}
