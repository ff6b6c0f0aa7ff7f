//! Starting a function's process: its command, its environment, its output.
//! Does not: talk to it (see `api`), or decide when it starts or ends (see `worker`, `pool`).

use std::io::PipeReader;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;

use levada_env::Env;
use tokio::net::unix::pipe;
use tokio::process::{Child, Command};

use super::logs::{FunctionLog, LogDirectory};
use super::python::{BOOTSTRAP, Python};
use crate::error::Error;
use crate::function::{Function, Runtime};
use crate::package::PackageStore;

/// Variables of the server that functions see too: where programs, modules and homes are.
const INHERITED: [&str; 11] = [
    "HOME",
    "LANG",
    "LC_ALL",
    "LD_LIBRARY_PATH",
    "PATH",
    "PYENV_VERSION",
    "PYTHONPATH",
    "SSL_CERT_DIR",
    "SSL_CERT_FILE",
    "TMPDIR",
    "VIRTUAL_ENV",
];

/// Runs `$0` and, beside it, a reader of standard input: its end means that the server has died,
/// and the whole process group goes. A package's own bootstrap would not know.
const WATCHED: &str = r#"
exec 3<&0
"$0" </dev/null 3<&- &
function=$!
(cat <&3; kill -9 0) >/dev/null 2>&1 &
exec 3<&-
wait "$function"
"#;

/// What every process is told about this installation.
#[derive(Clone, Debug)]
pub struct LaunchSettings {
    pub endpoint_url: String,
    pub region: String,
    /// Overrides everything but the function's own variables; credentials, for example.
    pub environment: Vec<(String, String)>,
}

pub struct Launcher {
    settings: LaunchSettings,
    packages: PackageStore,
    pub python: Python,
    bootstrap: PathBuf,
    logs: LogDirectory,
}

/// A started process and its merged standard output and error.
pub struct Launched {
    pub child: Child,
    pub output: pipe::Receiver,
}

impl Launcher {
    /// `dir` is the functions' directory; `logs/` and `runtime/` are made in it.
    pub fn open(
        dir: &std::path::Path,
        settings: LaunchSettings,
        python: Option<PathBuf>,
        packages: PackageStore,
        env: &Env,
    ) -> Result<Self, Error> {
        let runtime = dir.join("runtime");
        let bootstrap = runtime.join("bootstrap.py");
        std::fs::create_dir_all(&runtime)
            .and_then(|()| std::fs::write(&bootstrap, BOOTSTRAP))
            .map_err(|e| Error::machine("write the Python bootstrap", &e))?;
        Ok(Self {
            settings,
            packages,
            python: Python::new(python, Arc::clone(&env.machine_clock)),
            bootstrap,
            logs: LogDirectory::open(dir.join("logs"))?,
        })
    }

    pub fn log_of(&self, function: &Function) -> Arc<FunctionLog> {
        self.logs.of(function.name.as_str())
    }

    /// Starts the process; it will look for its Runtime API on `api_port`.
    pub async fn start(&self, function: &Function, api_port: u16) -> Result<Launched, Error> {
        let failed = |e: std::io::Error| {
            Error::machine(&format!("start a process of function {}", function.name), &e)
        };
        let (reader, writer) = std::io::pipe().map_err(failed)?;
        let errors = writer.try_clone().map_err(failed)?;
        let mut command = self.command(function).await?;
        command
            .env_clear()
            .envs(self.environment(function, api_port))
            .current_dir(self.packages.root(&function.code_sha256))
            .stdout(Stdio::from(OwnedFd::from(writer)))
            .stderr(Stdio::from(OwnedFd::from(errors)))
            .process_group(0)
            .kill_on_drop(true);
        let child = command.spawn().map_err(failed)?;
        // The command holds the pipe's writing end; the output ends only when it is gone.
        drop(command);
        let output = receiver(reader).map_err(failed)?;
        Ok(Launched { child, output })
    }

    async fn command(&self, function: &Function) -> Result<Command, Error> {
        let root = self.packages.root(&function.code_sha256);
        let mut command = match function.runtime {
            Runtime::Python { .. } => {
                let mut command = Command::new(self.python.executable().await?);
                command.arg(&self.bootstrap);
                command
            }
            Runtime::Provided { .. } => {
                let mut command = Command::new("/bin/sh");
                command.arg("-c").arg(WATCHED).arg(root.join("bootstrap"));
                command
            }
        };
        // The end of its input is how a process learns that the server has died.
        command.stdin(Stdio::piped());
        Ok(command)
    }

    fn environment(&self, function: &Function, api_port: u16) -> Vec<(String, String)> {
        let root = self.packages.root(&function.code_sha256).to_string_lossy().into_owned();
        let name = function.name.to_string();
        let region = &self.settings.region;
        let runtime = function.runtime.name();
        let mut pairs: Vec<(String, String)> = INHERITED
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), std::env::var(name).ok()?)))
            .collect();
        let own = [
            ("AWS_ACCESS_KEY_ID", "test"),
            ("AWS_DEFAULT_REGION", region),
            ("AWS_ENDPOINT_URL", &self.settings.endpoint_url),
            ("AWS_EXECUTION_ENV", &format!("AWS_Lambda_{runtime}")),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", &function.memory_mib.to_string()),
            ("AWS_LAMBDA_FUNCTION_NAME", &name),
            ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
            ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
            ("AWS_LAMBDA_LOG_GROUP_NAME", &format!("/aws/lambda/{name}")),
            ("AWS_LAMBDA_LOG_STREAM_NAME", &function.revision),
            ("AWS_REGION", region),
            ("AWS_SECRET_ACCESS_KEY", "test"),
            ("LAMBDA_RUNTIME_DIR", &root),
            ("LAMBDA_TASK_ROOT", &root),
            ("PYTHONDONTWRITEBYTECODE", "1"),
            ("PYTHONUNBUFFERED", "1"),
            ("TZ", ":UTC"),
        ];
        pairs.extend(own.map(|(name, value)| (name.to_owned(), value.to_owned())));
        pairs.extend(self.settings.environment.iter().cloned());
        pairs.extend(function.environment.iter().map(|(k, v)| (k.clone(), v.clone())));
        // These two make it a process of this server; nothing may override them.
        pairs.push(("AWS_LAMBDA_RUNTIME_API".into(), format!("127.0.0.1:{api_port}")));
        pairs.push(("_HANDLER".into(), function.handler.clone()));
        pairs
    }
}

fn receiver(reader: PipeReader) -> std::io::Result<pipe::Receiver> {
    pipe::Receiver::from_owned_fd(OwnedFd::from(reader))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};
    use std::time::Duration;

    use levada_types::{Identity, Timestamp};
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::function::FunctionName;

    async fn ends_with_the_server(runtime: &str, file: &str, text: &str) {
        let dir = tempfile::tempdir().unwrap();
        let env = Env::real();
        let packages = PackageStore::open(dir.path().join("code")).unwrap();
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(file, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
        let zip = writer.finish().unwrap().into_inner();
        let package = packages.add(zip.into(), &env).await.unwrap();
        let settings = LaunchSettings {
            endpoint_url: String::new(),
            region: String::new(),
            environment: Vec::new(),
        };
        let launcher = Launcher::open(dir.path(), settings, None, packages, &env).unwrap();
        let function = Function {
            name: FunctionName::parse("f", &Identity::default()).unwrap(),
            runtime: Runtime::parse(runtime).unwrap(),
            role: String::new(),
            handler: "app.handler".into(),
            description: String::new(),
            timeout_secs: 3,
            memory_mib: 128,
            environment: Default::default(),
            code_sha256: package.sha256,
            code_bytes: 0,
            modified: Timestamp(0),
            revision: String::new(),
        };
        let mut launched = launcher.start(&function, 9).await.unwrap();
        let lifeline = launched.child.stdin.take();
        let mut first = [0; 2];
        tokio::io::AsyncReadExt::read_exact(&mut launched.output, &mut first).await.unwrap();
        assert_eq!(&first, b"up", "the process runs");
        drop(lifeline);
        let ended = tokio::time::timeout(Duration::from_secs(20), launched.child.wait()).await;
        assert!(!ended.expect("it ends without being killed by its parent").unwrap().success());
    }

    #[tokio::test]
    async fn a_python_process_ends_when_the_server_dies() {
        let text = "import time\nprint('up')\ntime.sleep(600)\n";
        ends_with_the_server("python3.12", "app.py", text).await;
    }

    #[tokio::test]
    async fn a_package_with_its_own_bootstrap_ends_when_the_server_dies() {
        let text = "#!/bin/sh\necho up\nwhile true; do sleep 1; done\n";
        ends_with_the_server("provided.al2023", "bootstrap", text).await;
    }
}
