#![expect(clippy::disallowed_methods, reason = "reads what was published")]

use std::collections::BTreeMap;
use std::fs;

use anyhow::Context;

use super::Ending;
use super::build::{addresses_in, line};
use super::terminal::Terminal;
use super::verify::{VerifyArguments, VerifyFormat, current_in};
use crate::diagnostic::{Message, MessageLanguage, catalogue::publish as say};
use crate::emit::{FileFacts, ReleaseFolder, published_files};
use crate::hosting::HostedBrand;
use crate::model::{Checksum, OutputPath, SiteAddress, TextValue};
use crate::report::harmless;
use crate::served::{Client, ClientOptions, PublishedSite, ServedFault, ServedReport, compare};

/// More deviations than these are counted and not shown: a header that is missing is missing everywhere.
const MOST_SHOWN: usize = 30;

/// Says what a server answers otherwise than was published.
pub(super) fn run(
    url: &str,
    asked: &VerifyArguments,
    language: MessageLanguage,
    terminal: &mut Terminal,
) -> anyhow::Result<Ending> {
    let Some(published) = published(url, asked)? else {
        terminal.report(&line(&say::no_site_at(url, &asked.against.display().to_string()), language));
        return Ok(Ending::ContentHasErrors);
    };
    let authorities = match &asked.ca {
        Some(path) => Some(fs::read(path).with_context(|| path.display().to_string())?),
        None => None,
    };
    let client = Client::new(ClientOptions { connect_to: asked.connect_to.clone(), authorities })?;
    let report = compare(&published, &client);
    let text = match asked.format {
        VerifyFormat::Json => format!("{:#}\n", serde_json::to_value(&report)?),
        VerifyFormat::Human => words(&report, url, language),
    };
    terminal.answer(&text);
    Ok(if report.deviations.is_empty() { Ending::Fine } else { Ending::ContentHasErrors })
}

/// What was published at the address. Returns None if nothing was.
fn published(url: &str, asked: &VerifyArguments) -> anyhow::Result<Option<PublishedSite>> {
    let folder = current_in(&asked.against);
    let files = published_files(&folder)?;
    let addresses = addresses_in(&folder);
    let Ok(site) = SiteAddress::parse(url) else { return Ok(None) };
    let is_there = |brand: &HostedBrand| {
        brand.base == site.base && brand.hosts().any(|host| host == site.domain.ascii())
    };
    let mut brands = addresses.iter().filter_map(|(id, told)| HostedBrand::of(id, told));
    let Some(brand) = brands.find(is_there) else { return Ok(None) };
    let prefix = format!("{}/", brand.id);
    let of_brand = |files: BTreeMap<OutputPath, FileFacts>| -> BTreeMap<String, Checksum> {
        let own = files.into_iter();
        own.filter_map(|(path, facts)| Some((path.as_str().strip_prefix(&prefix)?.to_owned(), facts.sha256)))
            .collect()
    };
    let mut earlier = BTreeMap::new();
    if folder != asked.against {
        let releases = ReleaseFolder::find(&asked.against)?;
        let current = releases.current()?;
        for release in releases.history()?.releases {
            if current.as_ref() != Some(&release.id) {
                let files = published_files(&releases.release(&release.id))?;
                earlier.insert(release.id, of_brand(files));
            }
        }
    }
    Ok(Some(PublishedSite { files: of_brand(files), earlier, brand }))
}

fn words(report: &ServedReport, url: &str, language: MessageLanguage) -> String {
    let ServedReport { asked, certificates, deviations } = report;
    let sum = if deviations.is_empty() {
        say::served_as_published(*asked, url)
    } else {
        say::served_otherwise(deviations.len(), *asked, url)
    };
    let mut text = line(&sum, language);
    for (host, days) in certificates {
        text.push_str(&format!("  {}", line(&say::certificate_holds(host, *days), language)));
    }
    for deviation in deviations.iter().take(MOST_SHOWN) {
        let what = fault(&deviation.fault);
        text.push_str(&format!("  {}  {}\n", deviation.address, harmless(what.in_language(language))));
    }
    if deviations.len() > MOST_SHOWN {
        text.push_str(&format!("  {}", line(&say::more_deviations(deviations.len() - MOST_SHOWN), language)));
    }
    text
}

fn fault(fault: &ServedFault) -> Message {
    match fault {
        ServedFault::NoAnswer { cause } => say::no_answer(cause),
        ServedFault::Status { expected, found } => say::other_status((*expected).into(), (*found).into()),
        ServedFault::Header { name, expected, found } if found.is_empty() => {
            say::header_missing(name, expected)
        }
        ServedFault::Header { name, expected, found } => {
            say::other_header(name, expected, &found.join(" | "))
        }
        ServedFault::Changed => say::other_bytes(),
        ServedFault::OldRelease { release } => say::bytes_of_release(release),
        ServedFault::Expires { days } => say::certificate_expires(*days),
    }
}
