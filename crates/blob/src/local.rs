//! `LocalBlobStore`: buckets are directories, objects are plain files that people can open.
//! Does not: keep an object `a` beside objects `a/…`; a file system cannot, so the second is
//! refused as a key this store cannot keep.
//!
//! A put writes and syncs a file in `.staging`, renames it into place and syncs the directory,
//! so an object is there whole or not at all. The product's time is the file's modification
//! time, and its MD5 an extended attribute; where the file system keeps none, the ETag is
//! derived from size and time and ends in `-1`, by which clients know that it is no MD5.

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use async_trait::async_trait;
use bytes::Bytes;
use levada_env::Env;
use levada_types::Timestamp;
use md5::{Digest, Md5};
use parking_lot::Mutex;
use rustix::fs::XattrFlags;

use crate::walk::{self, Wanted};
use crate::{BlobError, BlobStore, BucketName, Listing, ObjectFacts, ObjectKey, disk_name};

/// Not a bucket name, hence never in the way of one.
const STAGING: &str = ".staging";
const MD5_ATTRIBUTE: &str = "user.levada.md5";

pub struct LocalBlobStore {
    inner: Arc<Inner>,
}

struct Inner {
    root: PathBuf,
    env: Env,
    /// Held while directories are made or removed, so that a put never loses the directory it
    /// is about to use to a delete that leaves it empty. Never held during a sync.
    directories: Mutex<()>,
}

impl LocalBlobStore {
    /// Opens or creates a store in `root`, and removes what an interrupted put has left over.
    pub fn open(root: impl Into<PathBuf>, env: Env) -> Result<Self, BlobError> {
        let root = root.into();
        let staging = root.join(STAGING);
        let prepare = || {
            fs::create_dir_all(&root)?;
            if staging.exists() {
                fs::remove_dir_all(&staging)?;
            }
            fs::create_dir(&staging)?;
            sync_directory(&root)
        };
        prepare().map_err(|e| store_error(&root, &e))?;
        Ok(Self { inner: Arc::new(Inner { root, env, directories: Mutex::new(()) }) })
    }

    async fn blocking<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Inner) -> Result<T, BlobError> + Send + 'static,
    ) -> Result<T, BlobError> {
        let inner = Arc::clone(&self.inner);
        tokio::task::spawn_blocking(move || act(&inner))
            .await
            .map_err(|e| BlobError::Store(format!("task failed: {e}")))?
    }
}

fn store_error(place: &Path, error: &io::Error) -> BlobError {
    BlobError::Store(format!("{}: {error}", place.display()))
}

fn sync_directory(directory: &Path) -> io::Result<()> {
    match File::open(directory) {
        Ok(file) => file.sync_all(),
        // Deleted meanwhile together with what was to be made durable.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

fn read_range(path: &Path, offset: u64, len: usize) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(io::SeekFrom::Start(offset))?;
    let mut content = Vec::new();
    file.take(len as u64).read_to_end(&mut content)?;
    Ok(content)
}

fn to_system_time(time: Timestamp) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(u64::try_from(time.as_millis()).unwrap_or(0))
}

fn from_system_time(time: SystemTime) -> Timestamp {
    Timestamp::EPOCH.plus(time.duration_since(UNIX_EPOCH).unwrap_or_default())
}

/// What a file says about its object, whatever its content.
fn facts(key: ObjectKey, path: &Path) -> io::Result<ObjectFacts> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::ErrorKind::NotFound.into());
    }
    let modified = from_system_time(metadata.modified()?);
    let mut md5 = [0; 32];
    let stored = rustix::fs::getxattr(path, MD5_ATTRIBUTE, &mut md5).is_ok_and(|n| n == 32);
    let etag = match std::str::from_utf8(&md5) {
        Ok(text) if stored => text.to_owned(),
        _ => {
            let seed = format!("{} {}", metadata.len(), modified.as_millis());
            format!("{}-1", hex::encode(Md5::digest(seed)))
        }
    };
    Ok(ObjectFacts { key, size_bytes: metadata.len(), modified, etag })
}

impl Inner {
    /// The bucket's directory, if the bucket exists.
    fn bucket(&self, bucket: &BucketName) -> Result<PathBuf, BlobError> {
        let path = self.root.join(bucket.as_str());
        if path.is_dir() {
            Ok(path)
        } else {
            Err(BlobError::NoSuchBucket(bucket.as_str().to_owned()))
        }
    }

    fn object(&self, bucket: &BucketName, key: &ObjectKey) -> Result<PathBuf, BlobError> {
        let mut path = self.bucket(bucket)?;
        for segment in key.as_str().split('/') {
            let name = disk_name::encode(segment);
            path.push(name.ok_or_else(|| BlobError::InvalidKey(key.as_str().to_owned()))?);
        }
        Ok(path)
    }

    fn create_bucket(&self, bucket: &BucketName) -> Result<(), BlobError> {
        let path = self.root.join(bucket.as_str());
        match fs::create_dir(&path) {
            Ok(()) => sync_directory(&self.root).map_err(|e| store_error(&path, &e)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(BlobError::BucketExists(bucket.as_str().to_owned()))
            }
            Err(error) => Err(store_error(&path, &error)),
        }
    }

    fn delete_bucket(&self, bucket: &BucketName) -> Result<(), BlobError> {
        let path = self.bucket(bucket)?;
        let _directories = self.directories.lock();
        let any = Wanted { prefix: "", after: None, limit: 1 };
        let first = walk::keys(&path, &any).map_err(|e| store_error(&path, &e))?;
        if !first.is_empty() {
            return Err(BlobError::BucketNotEmpty(bucket.as_str().to_owned()));
        }
        fs::remove_dir_all(&path)
            .and_then(|()| sync_directory(&self.root))
            .map_err(|e| store_error(&path, &e))
    }

    fn buckets(&self) -> Result<Vec<BucketName>, BlobError> {
        let read = || -> io::Result<Vec<BucketName>> {
            let mut buckets = Vec::new();
            for entry in fs::read_dir(&self.root)? {
                let entry = entry?;
                let name = entry.file_name().to_str().and_then(|name| BucketName::parse(name).ok());
                buckets.extend(name.filter(|_| entry.path().is_dir()));
            }
            buckets.sort();
            Ok(buckets)
        };
        read().map_err(|e| store_error(&self.root, &e))
    }

    fn put(
        &self,
        bucket: &BucketName,
        key: &ObjectKey,
        content: &Bytes,
    ) -> Result<ObjectFacts, BlobError> {
        let target = self.object(bucket, key)?;
        let staged = self.root.join(STAGING).join(self.env.random.uuid());
        let etag = hex::encode(Md5::digest(content));
        let written = self.stage(&staged, content, &etag).and_then(|()| {
            let bucket_root = self.root.join(bucket.as_str());
            self.place(&staged, &target, &bucket_root)
        });
        if let Err(error) = written {
            let _ = fs::remove_file(&staged);
            return Err(match error.kind() {
                io::ErrorKind::IsADirectory
                | io::ErrorKind::NotADirectory
                | io::ErrorKind::InvalidFilename => BlobError::InvalidKey(key.as_str().to_owned()),
                _ => store_error(&target, &error),
            });
        }
        // A delete may already have removed the object again; its own facts still hold.
        let modified = self.env.clock.now();
        Ok(facts(key.clone(), &target).unwrap_or_else(|_| ObjectFacts {
            key: key.clone(),
            size_bytes: content.len() as u64,
            modified,
            etag,
        }))
    }

    fn stage(&self, staged: &Path, content: &Bytes, etag: &str) -> io::Result<()> {
        let mut file = File::create_new(staged)?;
        file.write_all(content)?;
        file.set_modified(to_system_time(self.env.clock.now()))?;
        // Where extended attributes are missing, `facts` derives another ETag.
        let _ = rustix::fs::fsetxattr(&file, MD5_ATTRIBUTE, etag.as_bytes(), XattrFlags::empty());
        file.sync_all()
    }

    /// Renames into place and syncs every directory whose entries changed.
    fn place(&self, staged: &Path, target: &Path, bucket: &Path) -> io::Result<()> {
        let parent = target.parent().unwrap_or(bucket);
        let mut changed = vec![parent.to_owned()];
        {
            let _directories = self.directories.lock();
            let mut missing = parent;
            while missing != bucket && !missing.exists() {
                missing = missing.parent().unwrap_or(bucket);
                changed.push(missing.to_owned());
            }
            if changed.len() > 1 {
                fs::create_dir_all(parent)?;
            }
            fs::rename(staged, target)?;
        }
        changed.iter().try_for_each(|directory| sync_directory(directory))
    }

    fn not_found(bucket: &BucketName, key: &ObjectKey) -> BlobError {
        BlobError::NoSuchKey { bucket: bucket.as_str().to_owned(), key: key.as_str().to_owned() }
    }

    fn read_error(
        bucket: &BucketName,
        key: &ObjectKey,
        path: &Path,
        error: &io::Error,
    ) -> BlobError {
        match error.kind() {
            io::ErrorKind::NotFound
            | io::ErrorKind::IsADirectory
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::InvalidFilename => Self::not_found(bucket, key),
            _ => store_error(path, error),
        }
    }

    fn delete(&self, bucket: &BucketName, key: &ObjectKey) -> Result<(), BlobError> {
        let path = self.object(bucket, key)?;
        let bucket_root = self.bucket(bucket)?;
        let _directories = self.directories.lock();
        if let Err(error) = fs::remove_file(&path) {
            // Removing a directory's name fails in ways that differ by system.
            return match Self::read_error(bucket, key, &path, &error) {
                BlobError::NoSuchKey { .. } => Ok(()),
                _ if path.is_dir() => Ok(()),
                other => Err(other),
            };
        }
        let mut directory = path.parent().unwrap_or(&bucket_root);
        while directory != bucket_root && fs::remove_dir(directory).is_ok() {
            directory = directory.parent().unwrap_or(&bucket_root);
        }
        sync_directory(directory).map_err(|e| store_error(directory, &e))
    }

    fn list(
        &self,
        bucket: &BucketName,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Listing, BlobError> {
        let path = self.bucket(bucket)?;
        let wanted = Wanted { prefix, after, limit: limit.saturating_add(1) };
        let mut keys = walk::keys(&path, &wanted).map_err(|e| store_error(&path, &e))?;
        let truncated = keys.len() > limit;
        keys.truncate(limit);
        let mut objects = Vec::with_capacity(keys.len());
        for (key, file) in keys {
            let Ok(key) = ObjectKey::parse(&key) else { continue };
            match facts(key, &file) {
                Ok(facts) => objects.push(facts),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(store_error(&file, &error)),
            }
        }
        Ok(Listing { objects, truncated })
    }
}

#[async_trait]
impl BlobStore for LocalBlobStore {
    async fn create_bucket(&self, bucket: &BucketName) -> Result<(), BlobError> {
        let bucket = bucket.clone();
        self.blocking(move |inner| inner.create_bucket(&bucket)).await
    }

    async fn delete_bucket(&self, bucket: &BucketName) -> Result<(), BlobError> {
        let bucket = bucket.clone();
        self.blocking(move |inner| inner.delete_bucket(&bucket)).await
    }

    async fn buckets(&self) -> Result<Vec<BucketName>, BlobError> {
        self.blocking(Inner::buckets).await
    }

    async fn put(
        &self,
        bucket: &BucketName,
        key: &ObjectKey,
        content: Bytes,
    ) -> Result<ObjectFacts, BlobError> {
        let (bucket, key) = (bucket.clone(), key.clone());
        self.blocking(move |inner| inner.put(&bucket, &key, &content)).await
    }

    async fn get(&self, bucket: &BucketName, key: &ObjectKey) -> Result<Bytes, BlobError> {
        let (bucket, key) = (bucket.clone(), key.clone());
        self.blocking(move |inner| {
            let path = inner.object(&bucket, &key)?;
            let content = fs::read(&path);
            content.map(Bytes::from).map_err(|e| Inner::read_error(&bucket, &key, &path, &e))
        })
        .await
    }

    async fn get_range(
        &self,
        bucket: &BucketName,
        key: &ObjectKey,
        offset: u64,
        len: usize,
    ) -> Result<Bytes, BlobError> {
        let (bucket, key) = (bucket.clone(), key.clone());
        self.blocking(move |inner| {
            let path = inner.object(&bucket, &key)?;
            read_range(&path, offset, len)
                .map(Bytes::from)
                .map_err(|e| Inner::read_error(&bucket, &key, &path, &e))
        })
        .await
    }

    async fn head(&self, bucket: &BucketName, key: &ObjectKey) -> Result<ObjectFacts, BlobError> {
        let (bucket, key) = (bucket.clone(), key.clone());
        self.blocking(move |inner| {
            let path = inner.object(&bucket, &key)?;
            facts(key.clone(), &path).map_err(|e| Inner::read_error(&bucket, &key, &path, &e))
        })
        .await
    }

    async fn delete(&self, bucket: &BucketName, key: &ObjectKey) -> Result<(), BlobError> {
        let (bucket, key) = (bucket.clone(), key.clone());
        self.blocking(move |inner| inner.delete(&bucket, &key)).await
    }

    async fn list(
        &self,
        bucket: &BucketName,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Listing, BlobError> {
        let (bucket, prefix) = (bucket.clone(), prefix.to_owned());
        let after = after.map(str::to_owned);
        self.blocking(move |inner| inner.list(&bucket, &prefix, after.as_deref(), limit)).await
    }
}
