//! `PutObject`: content is checked against every checksum that came with it, then kept.
//! Does not: keep content type or user metadata; refuse to overwrite (no preconditions).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use http::HeaderMap;
use md5::{Digest, Md5};
use s3s::checksum::ChecksumHasher;
use s3s::crypto::{Checksum as _, Crc32, Crc32c, Crc64Nvme, Sha1, Sha256};
use s3s::dto::{Checksum, PutObjectInput, PutObjectOutput, StreamingBlob};
use s3s::{S3Request, S3Result, s3_error};

use crate::limits::OBJECT_BYTES_MAX;
use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<PutObjectInput>,
) -> S3Result<PutObjectOutput> {
    let input = request.input;
    let bucket = super::bucket(&input.bucket)?;
    let key = super::key(&input.key)?;
    if input.if_match.is_some() || input.if_none_match.is_some() {
        return Err(s3_error!(NotImplemented, "conditional writes are not supported"));
    }
    let held = objects.room.keep(input.content_length).await;
    let content = read(input.body).await?;
    let given = Checksum {
        checksum_crc32: input.checksum_crc32,
        checksum_crc32c: input.checksum_crc32c,
        checksum_crc64nvme: input.checksum_crc64nvme,
        checksum_sha1: input.checksum_sha1,
        checksum_sha256: input.checksum_sha256,
        checksum_type: None,
    };
    let trailers = request.trailing_headers.and_then(|trailers| trailers.take());
    let given = with_trailers(given, trailers.as_ref());
    verify(&content, &given, input.content_md5.as_deref())?;
    let facts = objects.store.put(&bucket, &key, content).await.map_err(super::failed)?;
    drop(held);
    Ok(PutObjectOutput {
        e_tag: Some(super::etag(&facts)),
        checksum_crc32: given.checksum_crc32,
        checksum_crc32c: given.checksum_crc32c,
        checksum_crc64nvme: given.checksum_crc64nvme,
        checksum_sha1: given.checksum_sha1,
        checksum_sha256: given.checksum_sha256,
        ..Default::default()
    })
}

/// The whole body, within [`OBJECT_BYTES_MAX`].
pub async fn read(body: Option<StreamingBlob>) -> S3Result<Bytes> {
    let mut content = BytesMut::new();
    let Some(mut body) = body else { return Ok(Bytes::new()) };
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(|_| s3_error!(IncompleteBody))?;
        if content.len() + chunk.len() > OBJECT_BYTES_MAX {
            return Err(s3_error!(EntityTooLarge, "the limit is {OBJECT_BYTES_MAX} bytes"));
        }
        content.extend_from_slice(&chunk);
    }
    Ok(content.freeze())
}

pub fn with_trailers(mut given: Checksum, trailers: Option<&HeaderMap>) -> Checksum {
    let Some(trailers) = trailers else { return given };
    let text = |name: &str| Some(trailers.get(name)?.to_str().ok()?.to_owned());
    given.checksum_crc32 = given.checksum_crc32.or(text("x-amz-checksum-crc32"));
    given.checksum_crc32c = given.checksum_crc32c.or(text("x-amz-checksum-crc32c"));
    given.checksum_crc64nvme = given.checksum_crc64nvme.or(text("x-amz-checksum-crc64nvme"));
    given.checksum_sha1 = given.checksum_sha1.or(text("x-amz-checksum-sha1"));
    given.checksum_sha256 = given.checksum_sha256.or(text("x-amz-checksum-sha256"));
    given
}

/// Content against every checksum that came with it.
pub fn verify(content: &Bytes, given: &Checksum, content_md5: Option<&str>) -> S3Result<()> {
    let mut hasher = ChecksumHasher {
        crc32: given.checksum_crc32.as_ref().map(|_| Crc32::new()),
        crc32c: given.checksum_crc32c.as_ref().map(|_| Crc32c::new()),
        crc64nvme: given.checksum_crc64nvme.as_ref().map(|_| Crc64Nvme::new()),
        sha1: given.checksum_sha1.as_ref().map(|_| Sha1::new()),
        sha256: given.checksum_sha256.as_ref().map(|_| Sha256::new()),
    };
    hasher.update(content);
    let found = hasher.finalize();
    let same = found.checksum_crc32 == given.checksum_crc32
        && found.checksum_crc32c == given.checksum_crc32c
        && found.checksum_crc64nvme == given.checksum_crc64nvme
        && found.checksum_sha1 == given.checksum_sha1
        && found.checksum_sha256 == given.checksum_sha256;
    let md5 = || Md5::digest(content);
    let md5_same = content_md5.is_none_or(|given| STANDARD.encode(md5()) == given);
    if same && md5_same { Ok(()) } else { Err(s3_error!(BadDigest)) }
}
