//! `Functions`: the service that owns functions, their processes and their mappings.
//! Does not: parse requests (see `ops`).

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use levada_blob::{BlobStore, BucketName, ObjectKey};
use levada_env::Env;
use levada_meta::{CommitError, MetaStore, Stored, Table};
use levada_types::{Arn, FlowError, FunctionInvoker, Identity, InvokeOutcome, RecordSource};

use crate::asynchronous::EventQueue;
use crate::error::Error;
use crate::function::{Function, FunctionName, Runtime};
use crate::limits;
use crate::mapping::Mappings;
use crate::package::{Package, PackageStore};
use crate::runtime::{Answer, Invocation, LaunchSettings, Launcher, Pools};

/// How functions run on this machine.
#[derive(Clone, Debug)]
pub struct Options {
    /// Holds `code/`, `logs/` and `runtime/`.
    pub dir: PathBuf,
    /// Where functions find this server, such as `http://127.0.0.1:4566`.
    pub endpoint_url: String,
    pub region: String,
    /// The interpreter for every `python3.*`; `python3` on the search path when absent.
    pub python: Option<PathBuf>,
    /// Further variables for every function; credentials, for example.
    pub environment: Vec<(String, String)>,
}

/// What `CreateFunction` asks for, checked as far as text goes.
#[derive(Clone, Debug)]
pub struct NewFunction {
    pub name: FunctionName,
    pub runtime: Runtime,
    pub role: String,
    /// Required for Python; passed on to others.
    pub handler: String,
    pub description: String,
    pub timeout_secs: u32,
    pub memory_mib: u32,
    pub environment: BTreeMap<String, String>,
    pub code: Code,
}

/// Where a package's zip is.
#[derive(Clone, Debug)]
pub enum Code {
    Zip(Bytes),
    Object { bucket: String, key: String },
}

/// An answered invocation.
#[derive(Clone, Debug, PartialEq)]
pub struct Invoked {
    pub payload: Bytes,
    /// `Unhandled` when the function failed.
    pub function_error: Option<String>,
    /// The last 4 KiB of the log.
    pub log_tail: Bytes,
}

pub struct Functions {
    pub(crate) identity: Identity,
    pub(crate) env: Env,
    pub(crate) table: Table<Function>,
    pub(crate) events: EventQueue,
    pub(crate) mappings: Mappings,
    pub(crate) source: Arc<dyn RecordSource>,
    packages: PackageStore,
    pools: Arc<Pools>,
    blob: Arc<dyn BlobStore>,
    /// Held while functions come and go, so that code is never removed under a new function.
    changing: tokio::sync::Mutex<()>,
}

impl Functions {
    /// Resumes every mapping and every accepted asynchronous invocation.
    pub async fn open(
        options: Options,
        source: Arc<dyn RecordSource>,
        meta: Arc<dyn MetaStore>,
        blob: Arc<dyn BlobStore>,
        identity: Identity,
        env: Env,
    ) -> Result<Arc<Self>, Error> {
        let Options { dir, endpoint_url, region, python, environment } = options;
        let table: Table<Function> = Table::new(Arc::clone(&meta), "functions");
        let packages = PackageStore::open(dir.join("code"))?;
        let used = table.all().await?.into_iter().map(|row| row.value.code_sha256);
        packages.keep_only(&used.collect::<Vec<_>>())?;
        let settings = LaunchSettings { endpoint_url, region, environment };
        let launcher = Launcher::open(&dir, settings, python, packages.clone(), &env)?;
        let functions = Arc::new(Self {
            identity,
            table,
            events: EventQueue::new(Arc::clone(&meta)),
            mappings: Mappings::new(meta),
            source,
            packages,
            pools: Pools::new(launcher, env.clone()),
            blob,
            changing: tokio::sync::Mutex::new(()),
            env,
        });
        functions.resume_events().await?;
        functions.resume_mappings().await?;
        Ok(functions)
    }

    /// Durable when it returns; a refused function leaves nothing behind.
    pub async fn create(&self, new: NewFunction) -> Result<Function, Error> {
        let _changing = self.changing.lock().await;
        if self.table.get(new.name.as_str()).await?.is_some() {
            return Err(Error::FunctionExists { name: new.name.to_string() });
        }
        let zip = self.fetch(new.code.clone()).await?;
        let mut function = Function {
            name: new.name,
            runtime: new.runtime,
            role: new.role,
            handler: new.handler,
            description: new.description,
            timeout_secs: new.timeout_secs,
            memory_mib: new.memory_mib,
            environment: new.environment,
            code_sha256: String::new(),
            code_bytes: 0,
            modified: self.env.clock.now(),
            revision: self.env.random.uuid(),
        };
        function.check()?;
        let package = self.packages.add(zip, &self.env).await?;
        function.code_sha256.clone_from(&package.sha256);
        function.code_bytes = package.zip_bytes;
        if let Err(error) = self.check_package(&function, &package).await {
            self.remove_unused_code().await?;
            return Err(error);
        }
        match self.table.insert(function.name.as_str(), &function).await {
            Ok(()) => Ok(function),
            Err(CommitError::Conflict(_)) => {
                Err(Error::FunctionExists { name: function.name.to_string() })
            }
            Err(CommitError::Failed(error)) => Err(error.into()),
        }
    }

    async fn fetch(&self, code: Code) -> Result<Bytes, Error> {
        let (bucket, key) = match code {
            Code::Zip(zip) => return Ok(zip),
            Code::Object { bucket, key } => (bucket, key),
        };
        let refused = |e: levada_blob::BlobError| {
            Error::invalid(format!("Error occurred while GetObject. S3 Error Message: {e}"))
        };
        let bucket = BucketName::parse(&bucket).map_err(refused)?;
        let key = ObjectKey::parse(&key).map_err(refused)?;
        self.blob.get(&bucket, &key).await.map_err(refused)
    }

    async fn check_package(&self, function: &Function, package: &Package) -> Result<(), Error> {
        match function.runtime {
            Runtime::Python { .. } => {
                let python = &self.pools.launcher().python;
                python.check_handler(&package.root, &function.handler).await
            }
            Runtime::Provided { .. } if package.root.join("bootstrap").is_file() => Ok(()),
            Runtime::Provided { .. } => {
                Err(Error::invalid("the package holds no file `bootstrap` at its top"))
            }
        }
    }

    pub async fn get(&self, name: &FunctionName) -> Result<Function, Error> {
        match self.table.get(name.as_str()).await? {
            Some(Stored { value, .. }) => Ok(value),
            None => Err(self.not_found(name)),
        }
    }

    pub(crate) fn not_found(&self, name: &FunctionName) -> Error {
        Error::FunctionNotFound { arn: self.arn(name).to_string() }
    }

    pub fn arn(&self, name: &FunctionName) -> Arn {
        self.identity.function(name.as_str())
    }

    /// Up to `limit` functions by name, after `after` if given.
    pub async fn list(&self, after: Option<&str>, limit: usize) -> Result<Vec<Function>, Error> {
        let rows = self.table.list(after, limit).await?;
        Ok(rows.into_iter().map(|row| row.value).collect())
    }

    /// Mappings to the function stay, as on AWS, and fail until it is created again.
    pub async fn delete(&self, name: &FunctionName) -> Result<(), Error> {
        let _changing = self.changing.lock().await;
        self.get(name).await?;
        self.table.delete(name.as_str()).await?;
        self.pools.close(name);
        self.remove_unused_code().await
    }

    async fn remove_unused_code(&self) -> Result<(), Error> {
        let rows = self.table.all().await?.into_iter().map(|row| row.value.code_sha256);
        let (packages, used) = (self.packages.clone(), rows.collect::<Vec<_>>());
        tokio::task::spawn_blocking(move || packages.keep_only(&used))
            .await
            .map_err(|e| Error::machine("remove unused code", &e))?
    }

    /// Runs the function and waits. An empty payload is `{}`.
    pub async fn invoke_now(&self, name: &FunctionName, payload: Bytes) -> Result<Invoked, Error> {
        let payload = check_payload(payload, limits::SYNC_PAYLOAD_BYTES_MAX)?;
        self.run(name, self.env.random.uuid(), payload).await
    }

    pub(crate) async fn run(
        &self,
        name: &FunctionName,
        request_id: String,
        payload: Bytes,
    ) -> Result<Invoked, Error> {
        let function = self.get(name).await?;
        let function_arn = self.arn(name).to_string();
        let invocation = Invocation { request_id, function_arn, payload };
        let answer = self.pools.invoke(&function, invocation).await?;
        let Answer { payload, function_error, log_tail } = answer;
        Ok(Invoked { payload, function_error, log_tail })
    }
}

/// A payload is one JSON value within the limit; nothing at all is an empty object.
pub(crate) fn check_payload(payload: Bytes, limit: usize) -> Result<Bytes, Error> {
    if payload.len() > limit {
        return Err(Error::PayloadTooLarge { limit });
    }
    if payload.is_empty() {
        return Ok(Bytes::from_static(b"{}"));
    }
    match serde_json::from_slice::<serde::de::IgnoredAny>(&payload) {
        Ok(_) => Ok(payload),
        Err(error) => Err(Error::InvalidRequestContent(error.to_string())),
    }
}

/// AWS's form of a code hash: base64 of the SHA-256 that we keep in hex.
pub(crate) fn code_sha256_base64(hex: &str) -> String {
    let byte = |place: usize| u8::from_str_radix(hex.get(place..place + 2)?, 16).ok();
    let bytes: Vec<u8> = (0..hex.len()).step_by(2).map_while(byte).collect();
    STANDARD.encode(bytes)
}

#[async_trait]
impl FunctionInvoker for Functions {
    async fn invoke(&self, function: &Arn, payload: Bytes) -> Result<InvokeOutcome, FlowError> {
        let name = FunctionName::parse(&function.to_string(), &self.identity)?;
        let Invoked { payload, function_error, .. } = self.invoke_now(&name, payload).await?;
        Ok(InvokeOutcome { payload, function_error })
    }
}
