//! Multipart uploads: parts wait in a bucket of their own until they become one object, so they
//! survive a restart.
//! Does not: forget uploads that nobody completes or aborts.
//!
//! Keys in that bucket: `<upload id>/target` says which object is meant (`<bucket>/<key>`),
//! `<upload id>/parts/<number, five digits>` holds a part.

use bytes::{Bytes, BytesMut};
use levada_blob::{BlobError, BlobStore, BucketName, ObjectFacts, ObjectKey};
use levada_env::Random;
use s3s::{S3Result, s3_error};

use crate::limits::{OBJECT_BYTES_MAX, PART_BYTES_MIN, PART_NUMBER_MAX};
use crate::ops::failed;

/// Hidden from clients.
pub const UPLOADS_BUCKET: &str = "levada.multipart-uploads";

pub struct Uploads<'a> {
    pub store: &'a dyn BlobStore,
    pub bucket: &'a BucketName,
    pub key: &'a ObjectKey,
}

/// A part as its uploader names it at the end.
pub struct NamedPart {
    pub number: i32,
    pub etag: Option<String>,
}

fn home() -> S3Result<BucketName> {
    BucketName::parse(UPLOADS_BUCKET).map_err(failed)
}

fn place(upload_id: &str, rest: &str) -> S3Result<ObjectKey> {
    let known = upload_id.len() == 32 && upload_id.bytes().all(|b| b.is_ascii_hexdigit());
    if !known {
        return Err(s3_error!(NoSuchUpload));
    }
    ObjectKey::parse(&format!("{upload_id}/{rest}")).map_err(failed)
}

fn part_place(upload_id: &str, number: i32) -> S3Result<ObjectKey> {
    if !(1..=PART_NUMBER_MAX).contains(&number) {
        return Err(s3_error!(
            InvalidArgument,
            "Part number must be an integer between 1 and {PART_NUMBER_MAX}, inclusive"
        ));
    }
    place(upload_id, &format!("parts/{number:05}"))
}

impl Uploads<'_> {
    fn target(&self) -> String {
        format!("{}/{}", self.bucket.as_str(), self.key.as_str())
    }

    /// Gives the new upload's id.
    pub async fn create(&self, random: &dyn Random) -> S3Result<String> {
        self.store.list(self.bucket, "", None, 0).await.map_err(failed)?;
        match self.store.create_bucket(&home()?).await {
            Ok(()) | Err(BlobError::BucketExists(_)) => {}
            Err(error) => return Err(failed(error)),
        }
        let mut bytes = [0; 16];
        random.fill(&mut bytes);
        let id = hex::encode(bytes);
        let target = Bytes::from(self.target());
        self.store.put(&home()?, &place(&id, "target")?, target).await.map_err(failed)?;
        Ok(id)
    }

    async fn check(&self, upload_id: &str) -> S3Result<()> {
        match self.store.get(&home()?, &place(upload_id, "target")?).await {
            Ok(target) if target == self.target() => Ok(()),
            Ok(_) | Err(BlobError::NoSuchKey { .. } | BlobError::NoSuchBucket(_)) => {
                Err(s3_error!(NoSuchUpload))
            }
            Err(error) => Err(failed(error)),
        }
    }

    pub async fn put_part(
        &self,
        upload_id: &str,
        number: i32,
        content: Bytes,
    ) -> S3Result<ObjectFacts> {
        let place = part_place(upload_id, number)?;
        self.check(upload_id).await?;
        self.store.put(&home()?, &place, content).await.map_err(failed)
    }

    /// Makes one object of the named parts, in their order.
    pub async fn complete(&self, upload_id: &str, parts: &[NamedPart]) -> S3Result<ObjectFacts> {
        self.check(upload_id).await?;
        if parts.is_empty() {
            return Err(s3_error!(MalformedXML, "an upload is completed with at least one part"));
        }
        if parts.windows(2).any(|pair| pair[0].number >= pair[1].number) {
            return Err(s3_error!(InvalidPartOrder));
        }
        let mut content = BytesMut::new();
        for (n, part) in parts.iter().enumerate() {
            let bytes = self.part(upload_id, part).await?;
            if n + 1 < parts.len() && bytes.len() < PART_BYTES_MIN {
                return Err(s3_error!(EntityTooSmall));
            }
            if content.len() + bytes.len() > OBJECT_BYTES_MAX {
                return Err(s3_error!(EntityTooLarge, "the limit is {OBJECT_BYTES_MAX} bytes"));
            }
            content.extend_from_slice(&bytes);
        }
        let put = self.store.put(self.bucket, self.key, content.freeze()).await;
        let facts = put.map_err(failed)?;
        self.forget(upload_id).await?;
        Ok(facts)
    }

    async fn part(&self, upload_id: &str, part: &NamedPart) -> S3Result<Bytes> {
        let place = part_place(upload_id, part.number)?;
        let absent = |error| match error {
            BlobError::NoSuchKey { .. } => s3_error!(InvalidPart),
            other => failed(other),
        };
        let facts = self.store.head(&home()?, &place).await.map_err(absent)?;
        if part.etag.as_ref().is_some_and(|etag| *etag != facts.etag) {
            return Err(s3_error!(InvalidPart));
        }
        self.store.get(&home()?, &place).await.map_err(absent)
    }

    pub async fn abort(&self, upload_id: &str) -> S3Result<()> {
        self.check(upload_id).await?;
        self.forget(upload_id).await
    }

    /// The target goes last, so that an interrupted removal can be repeated.
    async fn forget(&self, upload_id: &str) -> S3Result<()> {
        let parts = format!("{upload_id}/parts/");
        let limit = usize::try_from(PART_NUMBER_MAX).unwrap_or(usize::MAX);
        let listing = self.store.list(&home()?, &parts, None, limit).await.map_err(failed)?;
        for part in listing.objects {
            self.store.delete(&home()?, &part.key).await.map_err(failed)?;
        }
        self.store.delete(&home()?, &place(upload_id, "target")?).await.map_err(failed)
    }
}
