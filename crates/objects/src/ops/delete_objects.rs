//! `DeleteObjects`: up to 1,000 keys, each answered for itself.
//! Does not: undo the deleted ones when another fails.

use s3s::dto::{self, DeleteObjectsInput, DeleteObjectsOutput, DeletedObject};
use s3s::{S3Request, S3Result, s3_error};

use crate::limits::DELETE_KEYS_MAX;
use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<DeleteObjectsInput>,
) -> S3Result<DeleteObjectsOutput> {
    let input = request.input;
    let bucket = super::bucket(&input.bucket)?;
    if input.delete.objects.len() > DELETE_KEYS_MAX {
        return Err(s3_error!(MalformedXML, "more than {DELETE_KEYS_MAX} keys"));
    }
    let quiet = input.delete.quiet.unwrap_or(false);
    let mut deleted = Vec::new();
    let mut errors = Vec::new();
    for object in input.delete.objects {
        let outcome = match super::key(&object.key) {
            Ok(key) => objects.store.delete(&bucket, &key).await.map_err(super::failed),
            Err(error) => Err(error),
        };
        match outcome {
            Ok(()) if quiet => {}
            Ok(()) => {
                deleted.push(DeletedObject { key: Some(object.key), ..Default::default() });
            }
            Err(error) => errors.push(dto::Error {
                code: Some(error.code().as_str().to_owned()),
                key: Some(object.key),
                message: error.message().map(str::to_owned),
                ..Default::default()
            }),
        }
    }
    Ok(DeleteObjectsOutput {
        deleted: Some(deleted),
        errors: (!errors.is_empty()).then_some(errors),
        ..Default::default()
    })
}
