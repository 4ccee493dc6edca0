//! Floor 2: what is too large for a row, kept under the hash of its content: in
//! a folder, in S3, or in memory for tests. The only place that knows
//! `object_store`. Who may read what, and which file is whose, is decided above.

mod upload;

pub use upload::{Stored, Upload};

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures_util::stream::{BoxStream, StreamExt, TryStreamExt};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreExt};
use std::sync::Arc;

/// Where files that are still being sent lie.
const STAGING: &str = "staging";

/// Why a blob could not be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// It is not there.
    #[error("there is no such blob")]
    NotFound,
    /// The store does not answer, or is full.
    #[error("the object store failed: {0}")]
    Unavailable(String),
    /// The place is none that can be used.
    #[error("{0}")]
    Place(String),
}

impl From<object_store::Error> for BlobError {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => BlobError::NotFound,
            other => BlobError::Unavailable(other.to_string()),
        }
    }
}

/// The blobs; clones are the same ones.
#[derive(Clone, Debug)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
}

/// A blob that is read piece by piece.
pub type Pieces = BoxStream<'static, Result<Bytes, BlobError>>;

impl Blobs {
    /// Blobs that end with the process.
    pub fn in_memory() -> Self {
        Self { store: Arc::new(InMemory::new()) }
    }

    /// Blobs in a folder, made where it is not there, or in a bucket:
    /// `s3://BUCKET/PREFIX`, with region, endpoint and keys from `options`
    /// (`AWS_REGION`, `AWS_ENDPOINT`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` …).
    ///
    /// # Errors
    /// Where the place cannot be used.
    pub fn at(place: &str, options: &[(String, String)]) -> Result<Self, BlobError> {
        let wrong = |error: &dyn std::fmt::Display| BlobError::Place(format!("attachments at `{place}`: {error}"));
        let Some(bucket) = place.strip_prefix("s3://") else {
            std::fs::create_dir_all(place).map_err(|error| wrong(&error))?;
            let folder = LocalFileSystem::new_with_prefix(place).map_err(|error| wrong(&error))?;
            return Ok(Self { store: Arc::new(folder.with_automatic_cleanup(true).with_fsync(true)) });
        };
        let (bucket, prefix) = bucket.split_once('/').unwrap_or((bucket, ""));
        let known = options.iter().filter_map(|(name, value)| {
            let key = name.to_ascii_lowercase().parse::<object_store::aws::AmazonS3ConfigKey>().ok()?;
            Some((key, value.clone()))
        });
        let builder = known.fold(AmazonS3Builder::new().with_bucket_name(bucket), |builder, (key, value)| {
            builder.with_config(key, value)
        });
        let s3 = builder.build().map_err(|error| wrong(&error))?;
        Ok(match prefix.trim_matches('/') {
            "" => Self { store: Arc::new(s3) },
            prefix => Self { store: Arc::new(PrefixStore::new(s3, prefix)) },
        })
    }

    /// Where a hash's content lies: a folder holds a small part of all.
    fn place(hash: &str) -> Path {
        Path::from_iter(["sha256", hash.get(..2).unwrap_or_default(), hash])
    }

    /// Begins to keep what comes piece by piece; `largest` is in bytes.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn begin(&self, name: &str, largest: u64) -> Result<Upload, BlobError> {
        Upload::begin(Arc::clone(&self.store), Path::from_iter([STAGING, name]), largest).await
    }

    /// A blob's length in bytes and its pieces.
    ///
    /// # Errors
    /// It is not there, or the store does not answer.
    pub async fn read(&self, hash: &str) -> Result<(u64, Pieces), BlobError> {
        let found = self.store.get(&Self::place(hash)).await?;
        let size = found.meta.size;
        Ok((size, found.into_stream().map_err(BlobError::from).boxed()))
    }

    /// Whether a blob is there.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn has(&self, hash: &str) -> Result<bool, BlobError> {
        match self.store.head(&Self::place(hash)).await.map_err(BlobError::from) {
            Ok(_) => Ok(true),
            Err(BlobError::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Removes a blob that was last written before a moment; says whether it did.
    /// Who keeps the same content again meanwhile writes it anew.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn remove(&self, hash: &str, written_before: DateTime<Utc>) -> Result<bool, BlobError> {
        self.remove_at(&Self::place(hash), written_before).await
    }

    /// Removes what was begun before a moment and never finished; says how many.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn sweep(&self, begun_before: DateTime<Utc>) -> Result<usize, BlobError> {
        let begun: Vec<_> = self.store.list(Some(&Path::from(STAGING))).try_collect().await?;
        let mut removed = 0;
        for meta in begun {
            removed += usize::from(self.remove_at(&meta.location, begun_before).await?);
        }
        Ok(removed)
    }

    async fn remove_at(&self, place: &Path, before: DateTime<Utc>) -> Result<bool, BlobError> {
        match self.store.head(place).await.map_err(BlobError::from) {
            Ok(meta) if meta.last_modified < before => {
                self.store.delete(place).await?;
                Ok(true)
            }
            Ok(_) | Err(BlobError::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }
}
