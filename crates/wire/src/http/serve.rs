//! Accepting connections and speaking HTTP/1.1 or HTTP/2 on them, plain or over TLS, whichever the
//! client begins.
//! Does not: route.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use levada_env::Shutdown;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tokio_util::task::TaskTracker;

use super::Router;
use crate::limits::{
    CONNECTION_WINDOW_BYTES, CONNECTIONS_MAX, DRAIN, HANDSHAKE, HEAD_READ, PING_ANSWER,
    PING_INTERVAL, STREAM_WINDOW_BYTES, STREAMS_PER_CONNECTION_MAX,
};
use crate::tls::Tls;

/// Machine time to wait when the machine cannot give another socket.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// Serves until `shutdown` begins, then lets open requests finish for a while.
pub async fn serve(listener: TcpListener, router: Arc<Router>, shutdown: Shutdown) {
    serve_with_tls(listener, router, None, shutdown).await;
}

/// Like [`serve`], and clients may begin with a TLS handshake on the same port.
pub async fn serve_with_tls(
    listener: TcpListener,
    router: Arc<Router>,
    tls: Option<Tls>,
    shutdown: Shutdown,
) {
    let seats = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let connections = TaskTracker::new();
    loop {
        let accepted = tokio::select! {
            () = shutdown.begun() => break,
            accepted = accept(&listener, &seats) => accepted,
        };
        match accepted {
            Ok((stream, seat)) => {
                let (router, tls) = (Arc::clone(&router), tls.clone());
                let shutdown = shutdown.clone();
                connections.spawn(async move {
                    serve_stream(stream, router, tls, shutdown).await;
                    drop(seat);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection; trying again");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    connections.close();
    // Whoever has not finished by then is cut off when the runtime stops.
    let _ = timeout(DRAIN, connections.wait()).await;
}

async fn accept(
    listener: &TcpListener,
    seats: &Arc<Semaphore>,
) -> io::Result<(TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let seat = Arc::clone(seats).acquire_owned().await.map_err(io::Error::other)?;
    let (stream, _) = listener.accept().await?;
    // Answers go out in two small packets; without this each waits for the client's
    // acknowledgement of the first. It fails only for a connection that is gone already.
    let _ = stream.set_nodelay(true);
    Ok((stream, seat))
}

async fn serve_stream(
    stream: TcpStream,
    router: Arc<Router>,
    tls: Option<Tls>,
    shutdown: Shutdown,
) {
    let Some(tls) = tls else { return serve_connection(stream, router, shutdown).await };
    let begun = tokio::select! {
        () = shutdown.begun() => return,
        begun = timeout(HEAD_READ, Tls::begins_on(&stream)) => begun,
    };
    match begun {
        Ok(Ok(false)) => serve_connection(stream, router, shutdown).await,
        Ok(Ok(true)) => match timeout(HANDSHAKE, tls.accept(stream)).await {
            Ok(Ok(stream)) => serve_connection(stream, router, shutdown).await,
            Ok(Err(error)) => tracing::debug!(%error, "a TLS handshake failed"),
            Err(_) => tracing::debug!("a TLS handshake took too long"),
        },
        Ok(Err(_)) | Err(_) => tracing::debug!("a connection ended before it began"),
    }
}

/// Speaks HTTP on one connection, plain or decrypted, until it ends or `shutdown` begins.
pub async fn serve_connection(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    router: Arc<Router>,
    shutdown: Shutdown,
) {
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD_READ);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(PING_INTERVAL)
        .keep_alive_timeout(PING_ANSWER)
        .max_concurrent_streams(STREAMS_PER_CONNECTION_MAX)
        .initial_stream_window_size(STREAM_WINDOW_BYTES)
        .initial_connection_window_size(CONNECTION_WINDOW_BYTES);
    let service = service_fn(move |request| {
        let router = Arc::clone(&router);
        async move { Ok::<_, Infallible>(router.handle(request).await) }
    });
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = shutdown.begun() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(error, "a connection ended early");
    }
}
