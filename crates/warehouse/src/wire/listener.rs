//! Accepts connections until the server shuts down.
//! Does not: keep more than `limits::CONNECTIONS_MAX` of them.

use std::io;
use std::sync::Arc;

use pgwire::api::PgWireServerHandlers;
use pgwire::api::auth::StartupHandler;
use pgwire::api::query::{ExtendedQueryHandler, SimpleQueryHandler};
use pgwire::tokio::process_socket;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::login::Doorman;
use super::session::Session;
use crate::limits;
use crate::service::Warehouse;

struct Handlers {
    session: Arc<Session>,
    doorman: Arc<Doorman>,
}

impl PgWireServerHandlers for Handlers {
    fn simple_query_handler(&self) -> Arc<impl SimpleQueryHandler> {
        Arc::clone(&self.session)
    }

    fn extended_query_handler(&self) -> Arc<impl ExtendedQueryHandler> {
        Arc::clone(&self.session)
    }

    fn startup_handler(&self) -> Arc<impl StartupHandler> {
        Arc::clone(&self.doorman)
    }
}

impl Warehouse {
    /// Binds the configured address.
    pub async fn bind(&self) -> io::Result<TcpListener> {
        TcpListener::bind(self.options.listen).await
    }

    /// Serves PostgreSQL clients until `env.shutdown`. A statement that runs then is given up;
    /// a COPY among them has either happened or not.
    pub async fn serve(self: Arc<Self>, listener: TcpListener) -> io::Result<()> {
        let places = Arc::new(Semaphore::new(limits::CONNECTIONS_MAX));
        let mut connections = JoinSet::new();
        loop {
            let place = tokio::select! {
                () = self.env.shutdown.begun() => break,
                place = Arc::clone(&places).acquire_owned() => place.map_err(io::Error::other)?,
            };
            let socket = tokio::select! {
                () = self.env.shutdown.begun() => break,
                accepted = listener.accept() => match accepted {
                    Ok((socket, _)) => socket,
                    Err(error) => {
                        // The process is out of descriptors, or the client is gone already.
                        tracing::warn!(%error, "connection could not be accepted");
                        self.env.machine_clock.sleep(limits::ACCEPT_PAUSE).await;
                        continue;
                    }
                },
            };
            let warehouse = Arc::clone(&self);
            connections.spawn(async move {
                warehouse.connection(socket).await;
                drop(place);
            });
            while connections.try_join_next().is_some() {}
        }
        connections.shutdown().await;
        Ok(())
    }

    async fn connection(self: Arc<Self>, socket: TcpStream) {
        let doorman = Doorman::new(self.options.login.as_ref(), &self.env.random);
        let session = Session::new(self);
        let handlers = Handlers { session: Arc::new(session), doorman: Arc::new(doorman) };
        if let Err(error) = process_socket(socket, None, Arc::new(handlers)).await {
            tracing::debug!(%error, "connection ended");
        }
    }
}
