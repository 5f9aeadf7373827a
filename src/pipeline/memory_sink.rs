use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::Sink;
use crate::model::OutputPath;

/// A [`Sink`] that keeps finished files in memory, for the preview and for tests.
#[derive(Debug, Default)]
pub struct MemorySink {
    files: Mutex<BTreeMap<OutputPath, Vec<u8>>>,
}

impl MemorySink {
    /// A sink that holds nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything that came, in the order of the paths.
    #[must_use]
    pub fn into_files(self) -> BTreeMap<OutputPath, Vec<u8>> {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for MemorySink {
    fn accept(&self, path: &OutputPath, bytes: &[u8]) {
        // A thread that panicked in here had nothing half done:
        // one insertion is all that happens under the lock.
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.clone(), bytes.to_vec());
    }
}

#[cfg(test)]
mod tests {
    use super::MemorySink;
    use crate::model::OutputPath;
    use crate::pipeline::Sink;

    #[test]
    fn files_come_back_in_the_order_of_their_paths() {
        let sink = MemorySink::new();
        for path in ["b/index.html", "a/index.html"] {
            sink.accept(&OutputPath::parse(path).unwrap(), path.as_bytes());
        }
        let files: Vec<_> =
            sink.into_files().into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect();
        assert_eq!(files[0], ("a/index.html".to_owned(), b"a/index.html".to_vec()));
        assert_eq!(files[1], ("b/index.html".to_owned(), b"b/index.html".to_vec()));
    }
}
