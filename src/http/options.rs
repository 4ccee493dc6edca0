//! What the HTTP side can be told. Only `cli::settings` reads files and the
//! environment; these are values.

use crate::plugins::Pages;
use std::net::SocketAddr;
use std::time::Duration;
use url::Url;

/// Options of the HTTP side, with sensible defaults.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Threads that serve connections; one per core when absent.
    pub workers: Option<usize>,
    /// How the desk is reached from outside. `https` makes cookies `Secure`,
    /// and its origin is then the only one that counts as our own.
    pub public_url: Option<Url>,
    /// Whether a proxy of ours stands in front: the last entry of
    /// `X-Forwarded-For` is then the caller's address.
    pub behind_proxy: bool,
    /// How long an idle connection is kept.
    pub keep_alive: Duration,
    /// How long a client may take for its request line and headers.
    pub head_within: Duration,
    /// How long a client may take for its body.
    pub body_within: Duration,
    /// How long requests under way may take when the server stops.
    pub stop_within: Duration,
    /// Metrics.
    pub metrics: MetricsOptions,
    /// Pages of plugins; whoever knows their folders fills them.
    pub pages: Pages,
}

/// Who may read `/metrics`, beside admins.
#[derive(Clone, Debug, Default)]
pub struct MetricsOptions {
    /// An address of its own, where no token is asked for.
    pub listen: Option<SocketAddr>,
    /// A bearer token that reads `/metrics` and nothing else.
    pub token: Option<String>,
}

/// Bodies over this are refused.
pub const MOST_BODY: usize = 1024 * 1024;

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            workers: None,
            public_url: None,
            behind_proxy: false,
            keep_alive: Duration::from_secs(75),
            head_within: Duration::from_secs(10),
            body_within: Duration::from_secs(30),
            stop_within: Duration::from_secs(30),
            metrics: MetricsOptions::default(),
            pages: Pages::default(),
        }
    }
}

impl Options {
    /// Whether callers reach us under TLS.
    pub fn secure(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.scheme() == "https")
    }
}
