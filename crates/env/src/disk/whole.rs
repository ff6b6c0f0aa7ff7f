//! Small files that are there whole or not at all, and readable only by whom they are for.
//! Does not: go through `Disk`; it is for what a service stores once, not for logs.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// Stores `bytes` durably as the file `name` in `dir`, which must be there. It has the permissions
/// `mode`, such as `0o600`, from the beginning.
pub fn store_whole(dir: &Path, name: &str, bytes: &[u8], mode: u32) -> io::Result<()> {
    let unfinished = dir.join(format!("{name}.new"));
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, dir.join(name))?;
    File::open(dir)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_secret_is_nobody_elses_and_leaves_nothing_unfinished() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("key.new"), "left by a crash").unwrap();
        for text in ["one", "two"] {
            store_whole(dir.path(), "key", text.as_bytes(), 0o600).unwrap();
            let path = dir.path().join("key");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
