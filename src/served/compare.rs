use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use super::certificate::days_left;
use super::client::{Client, Received};
use super::probe::{Probe, probes};
use crate::hosting::HostedBrand;
use crate::model::Checksum;

/// A certificate that holds no longer than this is to be renewed.
const SOON: usize = 14;

/// What was published of a brand.
#[derive(Debug, Clone)]
pub struct PublishedSite {
    /// What hosts are told of it.
    pub brand: HostedBrand,
    /// Its files by their paths below its folder.
    pub files: BTreeMap<String, Checksum>,
    /// The same of earlier releases, by their ids.
    pub earlier: BTreeMap<String, BTreeMap<String, Checksum>>,
}

/// What is answered otherwise than the model says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ServedDeviation {
    /// The address that was asked for, or the host.
    pub address: String,
    /// What is wrong.
    #[serde(flatten)]
    pub fault: ServedFault,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum ServedFault {
    /// There is none.
    NoAnswer {
        /// Why, in the words of the library.
        cause: String,
    },
    /// Another status.
    Status {
        /// That of the model.
        expected: u16,
        /// That of the answer.
        found: u16,
    },
    /// A header is missing, is there twice, or says something else.
    Header {
        /// Its name.
        name: String,
        /// What it is to say.
        expected: String,
        /// What it says each time that it is there.
        found: Vec<String>,
    },
    /// Other bytes than were published.
    Changed,
    /// The bytes of an earlier release.
    OldRelease {
        /// Its id.
        release: String,
    },
    /// The certificate of the host expires soon.
    Expires {
        /// In so many whole days.
        days: usize,
    },
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServedReport {
    /// How many addresses were asked for.
    pub asked: usize,
    /// For how many days the certificate of each host is good, at most 400.
    pub certificates: BTreeMap<String, usize>,
    /// In the order of addresses.
    pub deviations: Vec<ServedDeviation>,
}

/// Asks for all of a site, and for what leads to it.
#[must_use]
pub fn compare(published: &PublishedSite, client: &Client) -> ServedReport {
    let files: BTreeSet<&str> = published.files.keys().map(String::as_str).collect();
    let former = published.earlier.values().flat_map(BTreeMap::keys);
    let former: BTreeSet<String> = former.filter(|path| !files.contains(path.as_str())).cloned().collect();
    // Stylesheets and pictures are carried from one release to the next, on purpose.
    let former = former.into_iter().filter(|path| !path.starts_with("assets/")).collect();
    let probes = probes(&published.brand, &files, &former);
    let faults = probes.par_iter().flat_map_iter(|probe| {
        let faults = match client.get(&probe.address) {
            Ok(received) => faults(published, probe, &received),
            Err(error) => vec![ServedFault::NoAnswer { cause: error.to_string() }],
        };
        faults.into_iter().map(|fault| ServedDeviation { address: probe.address.clone(), fault })
    });
    let mut deviations: Vec<ServedDeviation> = faults.collect();
    let mut certificates = BTreeMap::new();
    for host in published.brand.hosts() {
        // One that is not good at all is a fault of every address that was asked for.
        if let Ok(days) = days_left(client, host) {
            certificates.insert(host.to_owned(), days);
            let fault = (days <= SOON).then_some(ServedFault::Expires { days });
            deviations.extend(fault.map(|fault| ServedDeviation { address: host.to_owned(), fault }));
        }
    }
    deviations.sort();
    ServedReport { asked: probes.len(), certificates, deviations }
}

fn faults(published: &PublishedSite, probe: &Probe, received: &Received) -> Vec<ServedFault> {
    let expected = &probe.expected;
    if received.status != expected.status {
        return vec![ServedFault::Status { expected: expected.status, found: received.status }];
    }
    let mut faults = Vec::new();
    for header in &expected.headers {
        let found = received.all(header.name);
        if found.len() != 1 || found[0] != header.value {
            let (name, expected) = (header.name.to_owned(), header.value.clone());
            faults.push(ServedFault::Header { name, expected, found });
        }
    }
    if let Some(file) = &expected.file {
        let found = Checksum::of(&received.body);
        if published.files.get(file) != Some(&found) {
            let mut earlier = published.earlier.iter();
            let release = earlier.find(|(_, files)| files.get(file) == Some(&found));
            faults.push(
                release
                    .map_or(ServedFault::Changed, |(id, _)| ServedFault::OldRelease { release: id.clone() }),
            );
        }
    }
    faults
}
