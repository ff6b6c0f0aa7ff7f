//! `GetBucketLocation`: the one region, which is empty text for us-east-1.
//! Does not: keep a region per bucket.

use s3s::dto::{BucketLocationConstraint, GetBucketLocationInput, GetBucketLocationOutput};
use s3s::{S3Request, S3Result};

use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<GetBucketLocationInput>,
) -> S3Result<GetBucketLocationOutput> {
    let bucket = super::bucket(&request.input.bucket)?;
    objects.store.list(&bucket, "", None, 0).await.map_err(super::failed)?;
    let constraint = (objects.region != "us-east-1")
        .then(|| BucketLocationConstraint::from(objects.region.clone()));
    Ok(GetBucketLocationOutput { location_constraint: constraint })
}
