//! A certificate of our own making, kept from one start to the next so that clients that trust it
//! once go on doing so.
//! Does not: replace a certificate that is there, even for other names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike as _, Months};
use levada_env::Env;
use levada_env::disk::store_whole;
use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};

use super::TlsError;

/// Certificate and key in one file, so that there is never one without the other.
const IDENTITY_FILE: &str = "identity.pem";

/// The certificate alone, for clients to trust.
pub const CERTIFICATE_FILE: &str = "certificate.pem";

/// A day before it is made, for clocks that are behind, and ten years from then.
const VALID_MONTHS: u32 = 120;

/// The path and text of the file that holds certificate and key.
pub fn load_or_make(
    dir: &Path,
    names: &[String],
    env: &Env,
) -> Result<(PathBuf, Vec<u8>), TlsError> {
    let path = dir.join(IDENTITY_FILE);
    let error = |reason| TlsError::File { path: path.display().to_string(), reason };
    match fs::read(&path) {
        Ok(pem) => return Ok((path, pem)),
        Err(reason) if reason.kind() == io::ErrorKind::NotFound => {}
        Err(reason) => return Err(error(reason)),
    }
    let made = make(names, env)
        .map_err(|reason| TlsError::Make { names: names.join(", "), reason: reason.to_string() })?;
    fs::create_dir_all(dir).map_err(error)?;
    // Whoever finds the identity finds the certificate too.
    store_whole(dir, CERTIFICATE_FILE, made.certificate.as_bytes(), 0o644).map_err(error)?;
    let pem = (made.certificate + &made.key).into_bytes();
    store_whole(dir, IDENTITY_FILE, &pem, 0o600).map_err(error)?;
    Ok((path, pem))
}

struct Made {
    certificate: String,
    key: String,
}

fn make(names: &[String], env: &Env) -> Result<Made, rcgen::Error> {
    let mut params = CertificateParams::new(names)?;
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, "Levada");
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    let now = env.machine_clock.now().as_secs();
    let from = DateTime::from_timestamp(now, 0).unwrap_or_default().date_naive();
    let from = from.pred_opt().unwrap_or(from);
    let until = from.checked_add_months(Months::new(VALID_MONTHS)).unwrap_or(from);
    let midnight = |date: chrono::NaiveDate| {
        let (month, day) = (date.month() as u8, date.day() as u8);
        date_time_ymd(date.year(), month, day)
    };
    params.not_before = midnight(from);
    params.not_after = midnight(until);
    let key = KeyPair::generate()?;
    let certificate = params.self_signed(&key)?.pem();
    Ok(Made { certificate, key: key.serialize_pem() })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::tls::{Tls, TlsSource};

    fn names() -> Vec<String> {
        vec!["localhost".to_owned(), "127.0.0.1".to_owned()]
    }

    #[test]
    fn the_same_certificate_is_there_after_a_restart_and_its_key_is_nobody_else_s() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path().join("tls");
        let (path, first) = load_or_make(&dir, &names(), &Env::real()).unwrap();
        let (_, second) = load_or_make(&dir, &["other".to_owned()], &Env::real()).unwrap();
        assert_eq!(first, second);
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let public = fs::read_to_string(dir.join(CERTIFICATE_FILE)).unwrap();
        assert!(public.contains("BEGIN CERTIFICATE") && !public.contains("PRIVATE KEY"));
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 2, "nothing unfinished is left");
    }

    #[test]
    fn a_file_that_holds_no_certificate_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("given.pem");
        let source = TlsSource::Files { certificate: path.clone(), key: path.clone() };
        let error = |source| Tls::open(source, &Env::real()).err().unwrap().to_string();
        assert!(error(&source).starts_with("cannot read or write"), "{}", error(&source));
        fs::write(&path, "no PEM").unwrap();
        assert!(error(&source).contains("given.pem holds no private key in PEM form"));
        let (_, pem) = load_or_make(dir.path(), &names(), &Env::real()).unwrap();
        let key_alone: String = {
            let text = String::from_utf8(pem).unwrap();
            text[text.find("-----BEGIN PRIVATE KEY").unwrap()..].to_owned()
        };
        fs::write(&path, key_alone).unwrap();
        assert!(error(&source).contains("cannot be used"), "{}", error(&source));
    }

    #[test]
    fn names_that_are_none_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        let error = load_or_make(dir.path(), &["naïve".to_owned()], &Env::real()).err().unwrap();
        assert!(error.to_string().contains("check the names"), "{error}");
    }
}
