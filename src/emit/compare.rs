#![expect(clippy::disallowed_methods, reason = "emit writes the output")]

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::SystemTime;

use super::platform::is_file_mode;

/// Compared at a time, so that a long file costs no more memory than a short one.
const PIECE: usize = 16 * 1024;

/// What a live file is to a new file of the same path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum LiveFile {
    /// There is none.
    Absent,
    /// It has the same bytes and the mode that felles gives.
    Same,
    /// It differs.
    Other(LiveStamp),
}

/// By what servers and `rsync` tell whether a file is another than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LiveStamp {
    /// When it was changed.
    pub modified: SystemTime,
    /// Its number of bytes.
    pub length: u64,
}

/// Compares the live file at `path` with `bytes`.
///
/// The file itself is read, whatever the manifest says of it: hands and programs change files, not manifests.
pub(super) fn compare(path: &Path, bytes: &[u8]) -> io::Result<LiveFile> {
    let metadata = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(LiveFile::Absent);
        }
        Err(error) => return Err(error),
    };
    let alike = metadata.is_file() && is_file_mode(&metadata) && metadata.len() == bytes.len() as u64;
    if alike && holds(&mut File::open(path)?, bytes)? {
        return Ok(LiveFile::Same);
    }
    Ok(LiveFile::Other(LiveStamp { modified: metadata.modified()?, length: metadata.len() }))
}

fn holds(file: &mut File, bytes: &[u8]) -> io::Result<bool> {
    let mut buffer = [0; PIECE];
    for piece in bytes.chunks(PIECE) {
        let read = &mut buffer[..piece.len()];
        match file.read_exact(read) {
            Ok(()) if read == piece => {}
            Ok(()) => return Ok(false),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(false),
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::{LiveFile, PIECE, compare};

    #[test]
    fn a_file_is_the_same_only_in_every_byte_and_in_its_mode() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page");
        let page = vec![b'x'; PIECE + 10];
        fs::write(&path, &page).unwrap();
        let set_mode = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let check =
            |bytes: &[u8], same: bool| assert_eq!(compare(&path, bytes).unwrap() == LiveFile::Same, same);
        set_mode(0o644);
        check(&page, true);
        check(&page[1..], false);
        for changed in [0, PIECE - 1, PIECE, PIECE + 9] {
            let mut other = page.clone();
            other[changed] = b'y';
            check(&other, false);
        }
        set_mode(0o664);
        check(&page, false);
        set_mode(0o4644);
        check(&page, false);
    }

    #[test]
    fn a_link_or_a_folder_in_a_files_place_is_another_thing() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("page"), "page").unwrap();
        fs::create_dir(at("folder")).unwrap();
        symlink(at("page"), at("link")).unwrap();
        let is_other = |name: &str| matches!(compare(&at(name), b"page").unwrap(), LiveFile::Other(_));
        assert!(is_other("folder"));
        assert!(is_other("link"));
        assert_eq!(compare(&at("page/below"), b"page").unwrap(), LiveFile::Absent);
        assert_eq!(compare(&at("nothing"), b"page").unwrap(), LiveFile::Absent);
    }
}
