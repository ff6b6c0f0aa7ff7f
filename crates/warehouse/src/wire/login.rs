//! Who may connect: everybody on this machine, or one user with a password (SCRAM-SHA-256).
//! Does not: encrypt; keep the port on a trusted network.

use std::fmt::Debug;
use std::sync::Arc;

use async_trait::async_trait;
use futures::Sink;
use levada_env::Random;
use pgwire::api::ClientInfo;
use pgwire::api::auth::noop::NoopStartupHandler;
use pgwire::api::auth::sasl::SASLAuthStartupHandler;
use pgwire::api::auth::sasl::scram::{ScramAuth, gen_salted_password};
use pgwire::api::auth::{
    AuthSource, DefaultServerParameterProvider, LoginInfo, Password, StartupHandler,
};
use pgwire::error::{PgWireError, PgWireResult};
use pgwire::messages::{PgWireBackendMessage, PgWireFrontendMessage};

use crate::limits;
use crate::service::Login;

pub enum Doorman {
    Open(Open),
    Asking(Box<SASLAuthStartupHandler<DefaultServerParameterProvider>>),
}

pub struct Open;

impl NoopStartupHandler for Open {}

struct OneUser {
    login: Login,
    random: Arc<dyn Random>,
}

impl Debug for OneUser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.login.fmt(f)
    }
}

#[async_trait]
impl AuthSource for OneUser {
    async fn get_password(&self, login: &LoginInfo) -> PgWireResult<Password> {
        let user = login.user().unwrap_or_default();
        if user != self.login.user {
            return Err(PgWireError::InvalidPassword(user.to_owned()));
        }
        let mut salt = vec![0; 16];
        self.random.fill(&mut salt);
        let salted = gen_salted_password(&self.login.password, &salt, limits::SCRAM_ITERATIONS);
        Ok(Password::new(Some(salt), salted))
    }
}

impl Doorman {
    /// One for each connection: a login in progress has a state.
    pub fn new(login: Option<&Login>, random: &Arc<dyn Random>) -> Self {
        let Some(login) = login else { return Self::Open(Open) };
        let source = OneUser { login: login.clone(), random: Arc::clone(random) };
        let mut scram = ScramAuth::new(Arc::new(source));
        scram.set_iterations(limits::SCRAM_ITERATIONS);
        let parameters = Arc::new(DefaultServerParameterProvider::default());
        Self::Asking(Box::new(SASLAuthStartupHandler::new(parameters).with_scram(scram)))
    }
}

#[async_trait]
impl StartupHandler for Doorman {
    async fn on_startup<C>(
        &self,
        client: &mut C,
        message: PgWireFrontendMessage,
    ) -> PgWireResult<()>
    where
        C: ClientInfo + Sink<PgWireBackendMessage> + Unpin + Send + Sync,
        C::Error: Debug,
        PgWireError: From<<C as Sink<PgWireBackendMessage>>::Error>,
    {
        match self {
            Self::Open(open) => open.on_startup(client, message).await,
            Self::Asking(asking) => asking.on_startup(client, message).await,
        }
    }
}
