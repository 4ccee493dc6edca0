//! What every handler can reach: the desk, the options, the metrics, and the
//! OpenAPI document with the table of routes that is read from it.

use super::document::Routes;
use super::metrics::Metrics;
use super::options::Options;
use crate::desk::Desk;
use actix_web::HttpRequest;
use actix_web::web::{Bytes, Data};
use tokio::sync::watch;

/// Shared by all workers.
pub struct State {
    /// The desk.
    pub desk: Desk,
    /// What we were told.
    pub options: Options,
    /// What is counted.
    pub metrics: Metrics,
    /// Whether the server is to end: streams would go on for ever.
    ending: watch::Sender<bool>,
    /// The OpenAPI document as sent.
    pub document: Bytes,
    /// Its paths and methods.
    pub routes: Routes,
}

impl State {
    /// State for one server.
    pub fn new(desk: Desk, options: Options) -> Self {
        let document = super::openapi();
        let figures = desk.clone();
        Self {
            metrics: Metrics::new(move || figures.figures()),
            desk,
            options,
            ending: watch::Sender::new(false),
            routes: Routes::of(&document),
            document: serde_json::to_vec(&document).unwrap_or_default().into(),
        }
    }
    /// Tells when the server is to end.
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.ending.subscribe()
    }
    /// The server is to end.
    pub fn end(&self) {
        self.ending.send_replace(true);
    }
    /// The state behind a request; the server sets it before it takes any.
    pub fn of(request: &HttpRequest) -> Option<Data<State>> {
        request.app_data::<Data<State>>().cloned()
    }
}
