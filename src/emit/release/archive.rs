#![expect(clippy::disallowed_methods, reason = "emit writes the output")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use jiff::civil::Date;
use tar::{Builder, EntryType, Header};

use super::compressed::compress;
use super::publish::id_of;
use crate::diagnostic::catalogue::emit as say;
use crate::emit::lock::Lock;
use crate::emit::manifest::{self, BuildFacts, FileFacts, Manifest};
use crate::emit::new_tree::{NewTree, Taken};
use crate::emit::output_folder::OutputFolder;
use crate::emit::platform::sync_folder;
use crate::emit::sums::{SUMS_FILE, sums};
use crate::emit::{cannot_read, cannot_write};
use crate::model::{Checksum, OutputPath};
use crate::pipeline::Sink;
use crate::source::disk::shown_path;

/// The page for whoever gets the archive: its place in it.
const PAGE: &str = "HOSTING.txt";

/// What the folder in an archive is called, before the day and the digits.
const PREFIX: &str = "felles-";

/// No file that is read out of an archive is larger.
const LARGEST_READ: u64 = 256 * 1024 * 1024;

const SECONDS_A_DAY: u64 = 24 * 60 * 60;

/// A release on its way into an archive, for a host that has no felles.
///
/// The same content for the same day gives the same bytes.
/// Dropped without [`finish`](Self::finish), it leaves no trace.
pub struct NewArchive {
    new: NewTree,
    // The last field is dropped last: nobody else may begin before the tree is deleted.
    _lock: Lock,
}

/// An archive that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenArchive {
    /// The folder in it.
    pub name: String,
    /// How many files are in that.
    pub files: usize,
    /// The checksum of the archive itself.
    pub sha256: Checksum,
}

impl NewArchive {
    /// Makes room for an archive at `path`.
    ///
    /// # Errors
    /// If something is there that is no archive of felles, another felles is writing it, or the disk refuses.
    pub fn open(path: &Path, source_root: &Path) -> anyhow::Result<Self> {
        let shown = shown_path(path);
        let is_named =
            [".tar.gz", ".tgz"].iter().any(|ending| shown.len() > ending.len() && shown.ends_with(ending));
        if !is_named {
            return Err(say::archive_name(&shown).into());
        }
        let output = OutputFolder::find(path, source_root)?;
        match fs::symlink_metadata(&output.path) {
            Ok(metadata) if metadata.is_file() && is_archive_of_ours(&output.path) => {}
            Ok(_) => return Err(say::archive_is_not_ours(&shown).into()),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(cannot_read(&shown, &error).into()),
        }
        let lock = Lock::take(&output)?;
        Ok(Self { new: NewTree::make(output, None)?, _lock: lock })
    }

    /// Writes the archive, and puts it in its place in one step. `page` is the text of the page for whoever
    /// gets it, given the name of the folder in it.
    ///
    /// # Errors
    /// The first failure since [`open`](Self::open), with its path and cause; what was there is there then.
    ///
    /// # Panics
    /// Never: the names of what it adds are plain.
    pub fn finish(
        mut self,
        build: BuildFacts,
        page: &dyn Fn(&str) -> String,
    ) -> anyhow::Result<WrittenArchive> {
        let Taken { mut files, .. } = self.new.take()?;
        files.extend(compress(&self.new, None, &files, &BTreeSet::new())?);
        let date = build.date;
        let name = format!("{PREFIX}{date}-{}", &id_of(&files)[..8]);
        let put = |path: &str, text: &[u8]| {
            let path = OutputPath::parse(path).expect("it is a plain name");
            self.new.put(&path, text)?;
            anyhow::Ok((path, FileFacts { sha256: Checksum::of(text), length: text.len() }))
        };
        files.extend([put(PAGE, page(&name).as_bytes())?]);
        let json = Manifest::new(build, files.clone()).to_json();
        let sums = sums(&files, &json);
        files.extend([put(manifest::FILE_NAME, &json)?, put(SUMS_FILE, sums.as_bytes())?]);
        let sha256 = self.write(&name, date, &files)?;
        Ok(WrittenArchive { name, files: files.len(), sha256 })
    }

    fn write(
        &self,
        name: &str,
        date: Date,
        files: &BTreeMap<OutputPath, FileFacts>,
    ) -> anyhow::Result<Checksum> {
        let output = self.new.output();
        let failed = |error: io::Error| cannot_write(&output.shown(), &error);
        let new = output.beside("new");
        let write = || {
            let mut file = BufWriter::new(File::create(&new)?);
            write_archive(&mut file, self.new.tree.root(), name, date, files)?;
            file.into_inner()?.sync_all()?;
            let sha256 = Checksum::of(&fs::read(&new)?);
            fs::rename(&new, &output.path)?;
            sync_folder(&output.parent)?;
            Ok(sha256)
        };
        let written = write();
        if written.is_err() {
            // Best effort: the disk has just failed, and the first failure is the one to tell.
            drop(fs::remove_file(&new));
        }
        Ok(written.map_err(failed)?)
    }
}

impl Sink for NewArchive {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        self.new.accept(path, bytes);
    }
}

/// Writes the files of `root` below a folder called `name`, with nothing of this machine, its users and its
/// clock.
fn write_archive(
    to: &mut impl Write,
    root: &Path,
    name: &str,
    date: Date,
    files: &BTreeMap<OutputPath, FileFacts>,
) -> io::Result<()> {
    let midnight = date.to_zoned(jiff::tz::TimeZone::UTC).map_err(io::Error::other)?.timestamp().as_second();
    let midnight = u64::try_from(midnight).unwrap_or(SECONDS_A_DAY).max(SECONDS_A_DAY);
    let mut archive = Builder::new(GzBuilder::new().mtime(0).write(to, Compression::best()));
    let mut folders = BTreeSet::new();
    let mut add_folder = |archive: &mut Builder<_>, folder: &str| {
        let is_new = folders.insert(folder.to_owned());
        if is_new { add(archive, EntryType::Directory, folder, midnight, 0, io::empty()) } else { Ok(()) }
    };
    add_folder(&mut archive, &format!("{name}/"))?;
    for (path, facts) in files {
        for (end, _) in path.as_str().match_indices('/') {
            add_folder(&mut archive, &format!("{name}/{}", &path.as_str()[..=end]))?;
        }
        let file = File::open(root.join(path.as_str()))?;
        let (time, length) = (midnight - before_midnight(&facts.sha256), facts.length as u64);
        add(&mut archive, EntryType::Regular, &format!("{name}/{path}"), time, length, BufReader::new(file))?;
    }
    archive.into_inner()?.finish()?.flush()
}

fn add(
    archive: &mut Builder<impl Write>,
    kind: EntryType,
    path: &str,
    time: u64,
    length: u64,
    from: impl Read,
) -> io::Result<()> {
    let mut header = Header::new_gnu();
    header.set_entry_type(kind);
    header.set_size(length);
    header.set_mode(if kind == EntryType::Directory { 0o755 } else { 0o644 });
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(time);
    archive.append_data(&mut header, path, from)
}

/// A file's time: on the day before the build's, at a second that goes with its content.
///
/// Servers tell a browser by a file's time and length that its page is still the same. With one time for all,
/// a page that was mended without growing would never be asked for again.
fn before_midnight(sha256: &Checksum) -> u64 {
    u64::from_str_radix(&sha256.to_string()[..8], 16).expect("a checksum is written in hexadecimal")
        % SECONDS_A_DAY
}

/// A file of an archive that felles has written, given its path below the folder in it. None of any other.
#[must_use]
pub fn archived_file(archive: &Path, path: &str) -> Option<Vec<u8>> {
    if !is_archive_of_ours(archive) {
        return None;
    }
    let mut archive = tar::Archive::new(GzDecoder::new(File::open(archive).ok()?));
    let mut entries = archive.entries().ok()?.map_while(Result::ok);
    let is_meant = |entry: &tar::Entry<'_, _>| {
        let name = entry.path().ok().and_then(|name| Some(name.to_str()?.split_once('/')?.1 == path));
        name == Some(true)
    };
    let mut bytes = Vec::new();
    entries.find(is_meant)?.take(LARGEST_READ).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Whether a file is an archive that felles has written, by the first folder in it.
fn is_archive_of_ours(path: &Path) -> bool {
    let first = |path: &Path| -> io::Result<Option<PathBuf>> {
        let mut archive = tar::Archive::new(GzDecoder::new(File::open(path)?));
        let first = archive.entries()?.next().transpose()?;
        first.map(|entry| Ok(entry.path()?.into_owned())).transpose()
    };
    let folder = first(path).ok().flatten().and_then(|folder| folder.to_str().map(str::to_owned));
    folder.is_some_and(|folder| folder.starts_with(PREFIX) && folder.ends_with('/'))
}
