//! Signatures made by other implementations verify, and whatever is changed afterwards does not.
//! Does not: sign with code of this crate.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign,
};
use aws_sigv4::sign::v4;
use http::Request;
use proptest::prelude::*;

use super::*;

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
/// 2015-08-30T12:36:00Z
const SIGNED_AT: Timestamp = Timestamp::from_millis(1_440_938_160_000);

struct OneKey;

impl Authorizer for OneKey {
    fn secret(&self, access_key: &str) -> Option<String> {
        (access_key == "AKIDEXAMPLE").then(|| SECRET.to_owned())
    }

    fn signatures_required(&self) -> bool {
        true
    }
}

fn verify_at(request: &Request<Bytes>, now: Timestamp) -> Result<String, AuthFailure> {
    let signed = Signed {
        method: request.method(),
        uri: request.uri(),
        headers: request.headers(),
        body: request.body(),
    };
    verify(signed, &OneKey, now)
}

fn authorization(service: &str, signed_headers: &str, signature: &str) -> String {
    format!(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/{service}/aws4_request, \
         SignedHeaders={signed_headers}, Signature={signature}"
    )
}

/// As boto3 sent it.
fn from_boto3() -> Request<Bytes> {
    Request::post("/")
        .header("host", "localhost:4566")
        .header("content-type", "application/x-amz-json-1.1")
        .header("x-amz-target", "Kinesis_20131202.ListStreams")
        .header("x-amz-date", "20150830T123600Z")
        .header(
            "authorization",
            authorization(
                "kinesis",
                "content-type;host;x-amz-date;x-amz-target",
                "7deec7acb976744446fcb385eb3d195a1310e6345665932d3a1a1dd290f201e9",
            ),
        )
        .body(Bytes::from_static(b"{\"Limit\": 10}"))
        .unwrap()
}

/// As the JavaScript SDK v3 sends it over HTTP/2: no host, `:authority` signed by that name.
fn from_javascript() -> Request<Bytes> {
    Request::post("http://localhost:4566/")
        .header("content-type", "application/x-amz-json-1.1")
        .header("x-amz-target", "Kinesis_20131202.ListStreams")
        .header("x-amz-date", "20150830T123600Z")
        .header(
            "authorization",
            authorization(
                "kinesis",
                ":authority;content-type;x-amz-date;x-amz-target",
                "3a941f2610dd963407a3562951390e036ab0b3069c4a16cb92fa9201f0b914f6",
            ),
        )
        .body(Bytes::from_static(b"{}"))
        .unwrap()
}

#[test]
fn boto3_is_let_in() {
    assert_eq!(verify_at(&from_boto3(), SIGNED_AT).unwrap(), "AKIDEXAMPLE");
}

#[test]
fn a_host_that_travels_as_authority_is_the_signed_host() {
    let mut request = from_boto3();
    request.headers_mut().remove("host");
    *request.uri_mut() = "http://localhost:4566/".parse().unwrap();
    assert!(verify_at(&request, SIGNED_AT).is_ok());
    *request.uri_mut() = "http://elsewhere:4566/".parse().unwrap();
    assert!(verify_at(&request, SIGNED_AT).is_err());
}

#[test]
fn an_authority_signed_by_its_own_name_is_let_in() {
    assert!(verify_at(&from_javascript(), SIGNED_AT).is_ok());
    let mut request = from_javascript();
    *request.uri_mut() = "http://elsewhere:4566/".parse().unwrap();
    assert!(verify_at(&request, SIGNED_AT).is_err());
}

#[test]
fn an_encoded_path_is_encoded_twice_and_the_query_is_sorted() {
    let uri = "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Af\
        ?Qualifier=%24LATEST&A=b%20c";
    let request = Request::get(uri)
        .header("host", "localhost:4566")
        .header("x-amz-date", "20150830T123600Z")
        .header(
            "authorization",
            authorization(
                "lambda",
                "host;x-amz-date",
                "95016a15e9a17fca45bdf0c1c44cc26490e85af4f70e40369bc6535ac2627536",
            ),
        )
        .body(Bytes::new())
        .unwrap();
    assert_eq!(verify_at(&request, SIGNED_AT).as_deref(), Ok("AKIDEXAMPLE"));
}

fn presigned() -> Request<Bytes> {
    let uri = "/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256\
        &X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fsts%2Faws4_request\
        &X-Amz-Date=20150830T123600Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host\
        &X-Amz-Signature=753b052a38c50c39d653b9a61f1bbfd3c15413b2d64ae049bbbd4abba77a227c";
    Request::get(uri).header("host", "localhost:4566").body(Bytes::new()).unwrap()
}

#[test]
fn a_presigned_link_holds_until_it_expires() {
    let hour = Duration::from_secs(3600);
    assert!(verify_at(&presigned(), SIGNED_AT).is_ok());
    assert!(verify_at(&presigned(), SIGNED_AT.plus(hour)).is_ok());
    let late = verify_at(&presigned(), SIGNED_AT.plus(hour + Duration::from_secs(1)));
    assert!(
        matches!(late, Err(AuthFailure::Invalid(text)) if text.starts_with("Signature expired"))
    );
}

#[test]
fn whatever_is_changed_after_signing_is_noticed() {
    let changes: [fn(&mut Request<Bytes>); 5] = [
        |request| *request.body_mut() = Bytes::from_static(b"{\"Limit\": 11}"),
        |request| *request.uri_mut() = "/?Limit=1".parse().unwrap(),
        |request| *request.method_mut() = Method::PUT,
        |request| {
            let other = http::HeaderValue::from_static("Kinesis_20131202.DeleteStream");
            request.headers_mut().insert("x-amz-target", other);
        },
        |request| {
            let other = http::HeaderValue::from_static("20150830T123601Z");
            request.headers_mut().insert("x-amz-date", other);
        },
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let mut request = from_boto3();
        change(&mut request);
        let verified = verify_at(&request, SIGNED_AT);
        assert!(matches!(verified, Err(AuthFailure::Invalid(_))), "{number}: {verified:?}");
    }
}

#[test]
fn a_target_outside_of_the_signature_is_refused() {
    let mut request = from_boto3();
    let value = authorization("kinesis", "content-type;host;x-amz-date", "00");
    request.headers_mut().insert("authorization", value.parse().unwrap());
    let Err(AuthFailure::Invalid(text)) = verify_at(&request, SIGNED_AT) else { panic!() };
    assert!(text.contains("x-amz-target"));
}

#[test]
fn a_clock_five_minutes_off_is_let_in_and_no_more() {
    let minutes = |count: u64| Duration::from_secs(60 * count);
    let request = from_boto3();
    assert!(verify_at(&request, SIGNED_AT.plus(minutes(5))).is_ok());
    assert!(verify_at(&request, SIGNED_AT.minus(minutes(5))).is_ok());
    let second = Duration::from_secs(1);
    let Err(AuthFailure::Invalid(late)) = verify_at(&request, SIGNED_AT.plus(minutes(5) + second))
    else {
        panic!()
    };
    assert_eq!(
        late,
        "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z \
         (20150830T124101Z - 5 min.)"
    );
    let Err(AuthFailure::Invalid(early)) =
        verify_at(&request, SIGNED_AT.minus(minutes(5) + second))
    else {
        panic!()
    };
    assert!(early.starts_with("Signature not yet current: 20150830T123600Z is still later than"));
}

#[test]
fn what_is_missing_is_named() {
    let mut request = from_boto3();
    request.headers_mut().remove("authorization");
    assert_eq!(verify_at(&request, SIGNED_AT), Err(AuthFailure::Missing));
    let value = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/kinesis/aws4_request";
    request.headers_mut().insert("authorization", value.parse().unwrap());
    let Err(AuthFailure::Incomplete(text)) = verify_at(&request, SIGNED_AT) else { panic!() };
    assert!(text.starts_with(
        "Authorization header requires 'Signature' parameter. \
         Authorization header requires 'SignedHeaders' parameter. "
    ));
}

#[test]
fn an_unknown_key_is_told_apart_from_a_wrong_secret() {
    let mut request = from_boto3();
    let value = request.headers()["authorization"].to_str().unwrap().replace("AKIDEX", "OTHEREX");
    request.headers_mut().insert("authorization", value.parse().unwrap());
    assert_eq!(verify_at(&request, SIGNED_AT), Err(AuthFailure::UnknownKey));
}

/// Signs with the Rust SDK's signer.
fn sign_with_sdk(mut request: Request<Bytes>, settings: SigningSettings) -> Request<Bytes> {
    let identity = Credentials::new("AKIDEXAMPLE", SECRET, None, None, "test").into();
    let secs = u64::try_from(SIGNED_AT.as_secs()).unwrap();
    let parameters = v4::SigningParams::builder()
        .identity(&identity)
        .region("eu-central-1")
        .name("lambda")
        .time(UNIX_EPOCH + Duration::from_secs(secs))
        .settings(settings)
        .build()
        .unwrap()
        .into();
    let (method, uri) = (request.method().to_string(), request.uri().to_string());
    let headers = request.headers().clone();
    let headers = headers.iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap()));
    let body = request.body().clone();
    let signable = SignableRequest::new(&method, &uri, headers, SignableBody::Bytes(&body));
    let (instructions, _) = sign(signable.unwrap(), &parameters).unwrap().into_parts();
    instructions.apply_to_request_http1x(&mut request);
    request
}

fn plain(path: &str, header: &str, body: Vec<u8>) -> Request<Bytes> {
    Request::post(format!("http://localhost:4566{path}"))
        .header("x-amz-meta", header)
        .body(body.into())
        .unwrap()
}

#[test]
fn a_declared_hash_must_be_the_body_s() {
    let mut settings = SigningSettings::default();
    settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    let mut request = sign_with_sdk(plain("/", "x", b"one".to_vec()), settings);
    assert!(verify_at(&request, SIGNED_AT).is_ok());
    *request.body_mut() = Bytes::from_static(b"two");
    assert!(verify_at(&request, SIGNED_AT).is_err());
}

proptest! {
    #[test]
    fn whatever_the_sdk_signs_is_let_in(
        path in "(/[a-zA-Z0-9_~-]{1,8}|/%[2-7][0-9A-F]){1,4}",
        query in "(\\?([a-z]{1,3}=(%20|%3D|x){0,3}&){0,3}z=1)?",
        header in "[a-z]([a-z ]{0,8}[a-z])?",
        body in prop::collection::vec(any::<u8>(), 0..40),
        in_query in any::<bool>(),
    ) {
        let mut settings = SigningSettings::default();
        if in_query {
            settings.signature_location = SignatureLocation::QueryParams;
            settings.expires_in = Some(Duration::from_secs(60));
        }
        let request = sign_with_sdk(plain(&format!("{path}{query}"), &header, body), settings);
        let verified = verify_at(&request, SIGNED_AT);
        prop_assert!(verified.is_ok(), "{:?} {:?}", verified, request);
    }

    #[test]
    fn any_authorization_is_taken_or_refused(
        value in "(AWS4-HMAC-SHA256 )?((Credential|Signature|SignedHeaders)[=, ]{1,2}\
            |[/;,= ]|[a-zA-Z0-9]{1,8}|aws4_request|\\PC{1,3}){0,20}",
    ) {
        let mut request = from_boto3();
        if let Ok(value) = http::HeaderValue::from_bytes(value.as_bytes()) {
            request.headers_mut().insert("authorization", value);
        }
        let _ = verify_at(&request, SIGNED_AT);
        let _ = Scope::peek(request.uri(), request.headers());
    }
}
