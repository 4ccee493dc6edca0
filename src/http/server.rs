//! The server: binds first, so that a taken address is told before anything else
//! is done, then serves until it is told to stop, and lets requests under way end.

use super::envelope::envelope;
use super::fallback::fallback;
use super::options::Options;
use super::problem::Problem;
use super::routes;
use super::state::State;
use crate::desk::Desk;
use crate::model::problem::Refusal;
use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App, HttpResponse, HttpServer};
use std::io;
use std::net::{SocketAddr, TcpListener};
use utoipa_actix_web::AppExt;

/// A server that is bound but not yet serving.
pub struct Server {
    listener: TcpListener,
    /// Where figures are read without a token.
    figures: Option<TcpListener>,
    state: Data<State>,
}

impl Server {
    /// Binds the addresses.
    ///
    /// # Errors
    /// Where one is taken or not ours; the error names it.
    pub fn bind(desk: Desk, options: Options) -> io::Result<Self> {
        let listener = listen(options.listen)?;
        let figures = options.metrics.listen.map(listen).transpose()?;
        Ok(Self { listener, figures, state: Data::new(State::new(desk, options)) })
    }

    /// Where it listens; the port is the real one where 0 was asked for.
    ///
    /// # Errors
    /// What the system says.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until `stop` comes, then stops taking connections and waits for
    /// the requests under way. Blocks the calling thread.
    ///
    /// # Errors
    /// What the system says.
    pub fn run(self, stop: impl Future<Output = ()> + 'static) -> io::Result<()> {
        actix_web::rt::System::new().block_on(self.serve(stop))
    }

    async fn serve(self, stop: impl Future<Output = ()> + 'static) -> io::Result<()> {
        let figures = self.figures.map(|listener| figures_server(listener, self.state.clone())).transpose()?;
        let (state, options) = (self.state.clone(), self.state.options.clone());
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let server = HttpServer::new(move || {
            let (app, _) = App::new().into_utoipa_app().configure(routes::mount).split_for_parts();
            app.app_data(state.clone()).default_service(web::to(fallback)).wrap(from_fn(envelope))
        })
        .workers(options.workers.unwrap_or(cores))
        .keep_alive(options.keep_alive)
        .client_request_timeout(options.head_within)
        .shutdown_timeout(options.stop_within.as_secs())
        .disable_signals()
        .listen(self.listener)?
        .run();
        let handle = server.handle();
        let ending = self.state.clone();
        actix_web::rt::spawn(async move {
            stop.await;
            ending.end();
            handle.stop(true).await;
        });
        let ended = server.await;
        if let Some(figures) = figures {
            figures.stop(false).await;
        }
        ended
    }
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    TcpListener::bind(address)
        .map_err(|error| io::Error::new(error.kind(), format!("cannot listen on {address}: {error}")))
}

/// A small server beside the main one: figures and health, nothing else.
fn figures_server(listener: TcpListener, state: Data<State>) -> io::Result<ServerHandle> {
    let server = HttpServer::new(move || {
        App::new()
            .app_data(state.clone())
            .service(routes::open_figures)
            .configure(routes::mount_health)
            .default_service(web::to(|| async { Err::<HttpResponse, Problem>(Refusal::not_found().into()) }))
            .wrap(from_fn(envelope))
    })
    .workers(1)
    .disable_signals()
    .listen(listener)?
    .run();
    let handle = server.handle();
    actix_web::rt::spawn(server);
    Ok(handle)
}
