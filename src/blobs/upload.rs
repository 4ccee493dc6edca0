//! One file on its way in: hashed and counted piece by piece, written beside
//! the others, and put under its hash only when all of it is there. One that is
//! broken off leaves a staged piece that `Blobs::sweep` takes away.

use super::{BlobError, Blobs};
use bytes::Bytes;
use object_store::buffered::BufWriter;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use tokio::io::AsyncWriteExt;

/// So many bytes at the beginning tell what a file is.
const HEAD: usize = 4_096;

/// A file on its way in.
pub struct Upload {
    store: Arc<dyn ObjectStore>,
    staged: Path,
    writer: BufWriter,
    hash: Sha256,
    size: u64,
    largest: u64,
    head: Vec<u8>,
    text: bool,
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 of its content, in hex.
    pub hash: String,
    /// Bytes.
    pub size: u64,
    /// What it is by its first bytes: media type and usual extension.
    pub found: Option<(String, String)>,
    /// Whether its beginning reads as UTF-8 text.
    pub is_text: bool,
}

impl Upload {
    pub(super) async fn begin(store: Arc<dyn ObjectStore>, staged: Path, largest: u64) -> Result<Self, BlobError> {
        let writer = BufWriter::new(Arc::clone(&store), staged.clone());
        Ok(Self { store, staged, writer, hash: Sha256::new(), size: 0, largest, head: Vec::new(), text: true })
    }

    /// Takes one piece; `false` where the file has become too large: abort it then.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn write(&mut self, piece: Bytes) -> Result<bool, BlobError> {
        self.size = self.size.saturating_add(piece.len() as u64);
        if self.size > self.largest {
            return Ok(false);
        }
        self.hash.update(&piece);
        self.text &= !piece.contains(&0);
        let missing = HEAD.saturating_sub(self.head.len());
        self.head.extend(piece.iter().take(missing));
        self.writer.put(piece).await?;
        Ok(true)
    }

    /// What the first bytes say: media type and usual extension.
    pub fn found(&self) -> Option<(String, String)> {
        let kind = infer::get(&self.head)?;
        Some((kind.mime_type().to_owned(), kind.extension().to_owned()))
    }

    /// Puts the whole file under its hash.
    ///
    /// # Errors
    /// The store does not answer; nothing is kept then.
    pub async fn finish(mut self) -> Result<Stored, BlobError> {
        let found = self.found();
        self.writer.shutdown().await.map_err(|error| BlobError::Unavailable(error.to_string()))?;
        let hash = hex::encode(self.hash.finalize());
        // Written anew even where it is there: whoever sweeps looks at its age.
        self.store.rename(&self.staged, &Blobs::place(&hash)).await?;
        let is_text = self.text && reads_as_text(&self.head);
        Ok(Stored { hash, size: self.size, found, is_text })
    }

    /// Gives the file up.
    pub async fn abort(mut self) {
        self.writer.abort().await.ok();
        self.store.delete(&self.staged).await.ok();
    }
}

/// UTF-8, but for a character that the head cuts.
fn reads_as_text(head: &[u8]) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && head.len() == HEAD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::TryStreamExt;

    async fn keep(blobs: &Blobs, pieces: &[&[u8]]) -> Stored {
        let mut upload = blobs.begin("one", 1 << 20).await.unwrap();
        for piece in pieces {
            assert!(upload.write(Bytes::copy_from_slice(piece)).await.unwrap());
        }
        upload.finish().await.unwrap()
    }

    async fn read(blobs: &Blobs, hash: &str) -> Vec<u8> {
        let (_, pieces) = blobs.read(hash).await.unwrap();
        pieces
            .try_fold(Vec::new(), |mut all, piece| async move {
                all.extend(piece);
                Ok(all)
            })
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn the_same_content_lies_once_under_its_hash_in_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::at(folder.path().join("files").to_str().unwrap(), &[]).unwrap();
        let first = keep(&blobs, &[b"hel", b"lo"]).await;
        let second = keep(&blobs, &[b"hello"]).await;
        assert_eq!(first, second);
        assert_eq!(first.hash, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assert!(first.is_text && first.found.is_none());
        assert_eq!(read(&blobs, &first.hash).await, b"hello");
        assert!(blobs.has(&first.hash).await.unwrap());
        let later = chrono::DateTime::<chrono::Utc>::MAX_UTC;
        assert!(!blobs.remove(&first.hash, chrono::DateTime::<chrono::Utc>::MIN_UTC).await.unwrap(), "it is young");
        assert!(blobs.remove(&first.hash, later).await.unwrap() && !blobs.has(&first.hash).await.unwrap());
    }

    #[tokio::test]
    async fn what_is_too_large_or_broken_off_leaves_nothing() {
        let blobs = Blobs::in_memory();
        let mut upload = blobs.begin("big", 4).await.unwrap();
        assert!(upload.write(Bytes::from_static(b"1234")).await.unwrap());
        assert!(!upload.write(Bytes::from_static(b"5")).await.unwrap());
        upload.abort().await;
        let later = chrono::DateTime::<chrono::Utc>::MAX_UTC;
        assert_eq!(blobs.sweep(later).await.unwrap(), 0);
    }

    #[tokio::test]
    async fn a_file_is_what_its_bytes_say() {
        let blobs = Blobs::in_memory();
        let program = keep(&blobs, &[b"MZ\x90\0\x03\0\0\0"]).await;
        assert_eq!(program.found.map(|(_, extension)| extension), Some("exe".to_owned()));
        assert!(!program.is_text);
        let page = keep(&blobs, &["<p>привет</p>".as_bytes()]).await;
        assert!(page.is_text);
    }
}
