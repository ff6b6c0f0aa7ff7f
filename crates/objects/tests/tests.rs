//! What clients see of the S3 API, request by request.
//! Does not: use a network or a real SDK; see `conformance`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use levada_blob::MemoryBlobStore;
use levada_env::Env;
use levada_objects::{Body, Service};
use levada_types::Timestamp;

fn service(keys: Option<levada_objects::Keys>) -> Service {
    let (env, _) = Env::virtual_at(Timestamp(1_700_000_000_000), 1);
    Service::new(Arc::new(MemoryBlobStore::new(env.clock)), "us-east-1", keys)
}

async fn send(
    service: &Service,
    request: http::request::Builder,
    body: &'static str,
) -> (StatusCode, http::HeaderMap, String) {
    let request = request
        .header("host", "localhost:4566")
        .header("content-length", body.len())
        .body(Full::new(Bytes::from(body)));
    let response: Response<Body> = service.call(request.unwrap()).await;
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (parts.status, parts.headers, String::from_utf8(body.to_vec()).unwrap())
}

async fn with_object() -> Service {
    let service = service(None);
    send(&service, Request::put("/archive"), "").await;
    let (status, headers, _) = send(&service, Request::put("/archive/a/k.txt"), "hello").await;
    assert_eq!(status, 200);
    assert_eq!(headers["etag"], "\"5d41402abc4b2a76b9719d911017c592\"");
    service
}

#[tokio::test]
async fn an_object_is_put_got_listed_and_deleted() {
    let service = with_object().await;
    let (status, headers, body) = send(&service, Request::get("/archive/a/k.txt"), "").await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "hello"));
    assert_eq!(headers["content-length"], "5");
    assert_eq!(headers["last-modified"], "Tue, 14 Nov 2023 22:13:20 GMT");
    let list = Request::get("/archive?list-type=2&prefix=a%2F&encoding-type=url");
    let (_, _, body) = send(&service, list, "").await;
    assert!(body.contains("<Key>a/k.txt</Key>"), "{body}");
    let (_, _, body) = send(&service, Request::get("/archive?delimiter=%2F"), "").await;
    assert!(body.contains("<CommonPrefixes><Prefix>a/</Prefix></CommonPrefixes>"), "{body}");
    let (status, _, _) = send(&service, Request::delete("/archive/a/k.txt"), "").await;
    assert_eq!(status, 204);
    let (status, _, body) = send(&service, Request::get("/archive/a/k.txt"), "").await;
    assert_eq!(status, 404);
    assert!(body.contains("<Code>NoSuchKey</Code>"), "{body}");
}

#[tokio::test]
async fn a_range_gives_its_bytes_and_an_impossible_one_is_refused() {
    let service = with_object().await;
    let ranged = |range| Request::get("/archive/a/k.txt").header("range", range);
    let (status, headers, body) = send(&service, ranged("bytes=1-3"), "").await;
    assert_eq!((status, body.as_str()), (StatusCode::PARTIAL_CONTENT, "ell"));
    assert_eq!(headers["content-range"], "bytes 1-3/5");
    let (_, _, body) = send(&service, ranged("bytes=-2"), "").await;
    assert_eq!(body, "lo");
    let (status, _, _) = send(&service, ranged("bytes=9-"), "").await;
    assert_eq!(status, 416);
}

#[tokio::test]
async fn without_keys_signed_and_chunked_uploads_are_accepted() {
    let service = with_object().await;
    let request = || {
        Request::put("/archive/chunked")
            .header("authorization", "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/s3/x")
            .header("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
            .header("content-encoding", "aws-chunked")
            .header("x-amz-decoded-content-length", "11")
            .header("x-amz-trailer", "x-amz-checksum-crc32")
    };
    let good = "5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n";
    let (status, _, body) = send(&service, request(), good).await;
    assert_eq!(status, 200, "{body}");
    let (_, _, body) = send(&service, Request::get("/archive/chunked"), "").await;
    assert_eq!(body, "hello world");
    let bad = "5\r\nhellO\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n";
    let (status, _, body) = send(&service, request(), bad).await;
    assert_eq!(status, 400);
    assert!(body.contains("<Code>BadDigest</Code>"), "{body}");
}

#[tokio::test]
async fn with_keys_an_unsigned_request_is_refused() {
    let service = service(Some(Arc::new(|key| (key == "AK").then(|| "secret".to_owned()))));
    let (status, _, body) = send(&service, Request::put("/archive"), "").await;
    assert_eq!(status, 403, "{body}");
}

#[tokio::test]
async fn buckets_are_created_once_and_deleted_when_empty() {
    let service = with_object().await;
    let (status, _, body) = send(&service, Request::put("/archive"), "").await;
    assert_eq!(status, 409);
    assert!(body.contains("<Code>BucketAlreadyOwnedByYou</Code>"), "{body}");
    let (status, _, _) = send(&service, Request::delete("/archive"), "").await;
    assert_eq!(status, 409);
    let delete = "<Delete><Object><Key>a/k.txt</Key></Object></Delete>";
    let (status, _, body) = send(&service, Request::post("/archive?delete"), delete).await;
    assert_eq!(status, 200, "{body}");
    assert!(body.contains("<Deleted><Key>a/k.txt</Key></Deleted>"), "{body}");
    let (_, _, body) = send(&service, Request::get("/"), "").await;
    assert!(body.contains("<Name>archive</Name>"), "{body}");
    let (status, _, _) = send(&service, Request::delete("/archive"), "").await;
    assert_eq!(status, 204);
    let (status, _, _) = send(&service, Request::head("/archive"), "").await;
    assert_eq!(status, 404);
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).unwrap().0
}

#[tokio::test]
async fn parts_become_one_object_and_leave_nothing_behind() {
    let service = with_object().await;
    let (_, _, body) = send(&service, Request::post("/archive/big?uploads"), "").await;
    let id = between(&body, "<UploadId>", "</UploadId>").to_owned();
    let first: &'static str = "x".repeat(5 * 1024 * 1024).leak();
    let part = |number| Request::put(format!("/archive/big?partNumber={number}&uploadId={id}"));
    let (status, headers, body) = send(&service, part(1), first).await;
    assert_eq!(status, 200, "{body}");
    let etag = headers["etag"].to_str().unwrap().to_owned();
    send(&service, part(7), "the end").await;
    let complete = |first: &str| {
        let xml = format!(
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{first}</ETag></Part>\
             <Part><PartNumber>7</PartNumber></Part></CompleteMultipartUpload>"
        );
        &*xml.leak()
    };
    let finish = || Request::post(format!("/archive/big?uploadId={id}"));
    let (_, _, body) = send(&service, finish(), complete("&quot;00&quot;")).await;
    assert!(body.contains("<Code>InvalidPart</Code>"), "{body}");
    let (status, _, body) = send(&service, finish(), complete(&etag)).await;
    assert_eq!(status, 200, "{body}");
    let (_, headers, _) = send(&service, Request::head("/archive/big"), "").await;
    assert_eq!(headers["content-length"], (5 * 1024 * 1024 + 7).to_string());
    let (status, _, body) = send(&service, finish(), complete(&etag)).await;
    assert_eq!(status, 404);
    assert!(body.contains("<Code>NoSuchUpload</Code>"), "{body}");
    let (_, _, body) = send(&service, Request::get("/"), "").await;
    assert_eq!(body.matches("<Bucket>").count(), 1, "{body}");
    let (status, _, _) = send(&service, Request::get("/levada.multipart-uploads"), "").await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn an_aborted_upload_is_forgotten() {
    let service = with_object().await;
    let (_, _, body) = send(&service, Request::post("/archive/big?uploads"), "").await;
    let id = between(&body, "<UploadId>", "</UploadId>");
    let part = || Request::put(format!("/archive/big?partNumber=1&uploadId={id}"));
    assert_eq!(send(&service, part(), "x").await.0, 200);
    let abort = Request::delete(format!("/archive/big?uploadId={id}"));
    assert_eq!(send(&service, abort, "").await.0, 204);
    assert_eq!(send(&service, part(), "x").await.0, 404);
}
